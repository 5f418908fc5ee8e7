"""Familien: the caseload with an instant filter, a preview, and the short form of a new family."""
