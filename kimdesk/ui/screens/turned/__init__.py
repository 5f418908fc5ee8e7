"""Der Familie zeigen: the screen turned to one person of the family."""
