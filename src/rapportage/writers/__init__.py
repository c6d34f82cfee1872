"""The writers: each makes a file format of a resolved Document, and knows no content or templates."""
