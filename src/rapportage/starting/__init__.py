"""A workspace to begin with: what an organisation needs to build its first draft."""
