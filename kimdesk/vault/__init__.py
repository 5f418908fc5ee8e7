"""The vault: key slots, unlock and lock, the encrypted database's connections, encrypted files, checks."""
