"""The last thing shown: a backup is made before the program ends."""
