"""Zahlen des Kreises: one-way tables with bars, added up or by municipality and provider, never by worker."""
