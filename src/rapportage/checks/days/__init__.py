"""Find days and periods that cannot be, contradict each other, or stayed from an earlier report."""
