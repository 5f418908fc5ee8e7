"""Composition root and entry points; the only place that knows every package."""
