"""Find tables that cannot be true by themselves, and sentences that tell them otherwise."""
