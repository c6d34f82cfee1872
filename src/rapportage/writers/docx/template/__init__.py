"""A Word template of the organisation's own: read with care, and taken for its look."""
