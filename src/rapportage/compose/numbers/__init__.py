"""Work out the numbers that texts ask for, and judge them by the words that stand beside them."""
