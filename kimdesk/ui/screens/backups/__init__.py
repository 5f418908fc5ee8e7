"""Sicherungen: the backups that came to the provider, each verified file by file without any key."""
