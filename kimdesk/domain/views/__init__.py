"""Frozen rows that several packages share: what a list, a page or a document is made of."""
