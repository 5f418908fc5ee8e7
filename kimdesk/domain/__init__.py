"""What the field knows: records, code lists and rules. Pure functions: no I/O, no Qt, no clock reads."""
