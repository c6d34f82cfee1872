"""Find texts that say of the same thing something else than another text of the report."""
