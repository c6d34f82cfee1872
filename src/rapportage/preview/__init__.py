"""A report as it is being written: what there is to show of it after each edit."""
