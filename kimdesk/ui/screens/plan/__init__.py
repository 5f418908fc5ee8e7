"""The plan editor: the family's wish, goals and measures on the left, the real PDF on the right."""
