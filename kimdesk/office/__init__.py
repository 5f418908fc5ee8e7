"""What those do who let desks in: the district's office, which takes bundles in, and the provider. Never a caseload."""
