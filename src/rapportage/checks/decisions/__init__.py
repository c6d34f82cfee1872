"""Find decisions that the rest of a memo tells otherwise: amounts, cover, counts and days."""
