"""Turn what authors typed or pasted into profile XHTML, and tell of what they cannot have meant."""
