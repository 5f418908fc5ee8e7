"""Visit mode: one family, large type, separate boxes, nothing lost; one key covers the screen."""
