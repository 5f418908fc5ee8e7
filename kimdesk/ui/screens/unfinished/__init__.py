"""What was typed and never became part of a record: offered for restoring, with what it was and when."""
