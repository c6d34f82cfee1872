"""Draw a figure from its data, as vector and as bitmap, or take over a picture as given."""
