"""The consents of a family: what each person allowed, to whom, for what."""
