"""Standing in for a colleague: a package is opened with a reason, and read; its owner learns of it."""
