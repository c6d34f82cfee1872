"""Find sentences whose numbers contradict each other, or are written so that they mislead."""
