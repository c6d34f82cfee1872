"""The PDF writer that lays out with typst."""
