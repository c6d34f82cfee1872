"""Find people, bodies, words and names of content that are not known, or not the same everywhere."""
