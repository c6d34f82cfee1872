"""Read profile XHTML into the Document, and refuse what the profile does not have."""
