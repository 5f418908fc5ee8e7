"""Wiederherstellung: which desks' sealed recovery sheets lie at the provider, and where."""
