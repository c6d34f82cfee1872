"""Find promises that are late, or told otherwise than the register has them."""
