"""From one period to the next: what a new report begins with."""
