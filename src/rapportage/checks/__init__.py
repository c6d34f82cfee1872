"""Find what an editor must mend before publication."""
