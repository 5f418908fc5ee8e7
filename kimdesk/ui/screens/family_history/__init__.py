"""The history of a family: which day, who, before and after; former values put back."""
