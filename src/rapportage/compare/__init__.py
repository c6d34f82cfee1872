"""Two papers beside each other: the report of last time and this one, or two states of one."""
