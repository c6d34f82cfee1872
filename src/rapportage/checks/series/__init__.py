"""Find series and charts that cannot be right, and sentences that tell their numbers otherwise."""
