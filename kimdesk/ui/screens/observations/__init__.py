"""The desk's structural observations: where the system gets stuck, how often, what would help, what was answered."""
