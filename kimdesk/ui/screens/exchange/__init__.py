"""Austausch: bundles to the coordination office, receipts back, and getting to know each other by eight words."""
