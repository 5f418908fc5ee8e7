"""Einstellungen: the backup, its place and its trial."""
