"""The page of a family's files: what is kept, what it looks like, and what was given to whom."""
