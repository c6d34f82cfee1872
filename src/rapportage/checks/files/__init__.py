"""Find files that nothing names, that are not there, or whose names do not travel."""
