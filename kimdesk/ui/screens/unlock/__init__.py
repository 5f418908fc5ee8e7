"""Öffnen: choose a vault and unlock it, with a passphrase or the recovery code; create the first one."""
