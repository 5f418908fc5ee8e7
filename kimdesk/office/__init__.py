"""What the district office does: take bundles in, answer with receipts, add up figures. Never holds a caseload."""
