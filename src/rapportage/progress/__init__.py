"""Where a report stands: what is written, what is left to do, and how many days there are."""
