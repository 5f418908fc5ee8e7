"""What a case manager does, one use case a function. Above the store, below every window and command."""
