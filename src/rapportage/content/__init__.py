"""What authors write: read with its lines, validated, and checked across files."""
