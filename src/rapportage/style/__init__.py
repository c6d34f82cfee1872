"""The look that both formats share: the tokens of the house style, its fonts, and the page."""
