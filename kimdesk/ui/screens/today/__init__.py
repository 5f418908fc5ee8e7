"""Heute: what needs somebody today, and how exchange and backup stand."""
