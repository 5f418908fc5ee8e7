"""KIM Desk: the offline desktop app of one case manager."""
