"""From validated content to a resolved Document."""
