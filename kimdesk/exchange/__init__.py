"""Signed, encrypted bundles between desk, provider and office. FORMAT.md says every byte."""
