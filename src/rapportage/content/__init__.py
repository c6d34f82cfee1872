"""What authors write: read with its lines, and validated."""
