"""Two Word documents as one, with tracked changes (ISO/IEC 29500-1, 17.13.5) from the one to the other."""
