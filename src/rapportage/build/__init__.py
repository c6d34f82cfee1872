"""From period folder to finished files."""
