"""Wiederherstellung: sealed recovery sheets that lie at the provider, and shares of keys for two persons together."""
