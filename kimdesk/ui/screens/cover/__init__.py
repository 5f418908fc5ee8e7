"""The cover: the whole window blank until the PIN or the passphrase is entered."""
