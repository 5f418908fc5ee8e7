"""A family's assessments: twelve life domains in two views, several over time, side by side."""
