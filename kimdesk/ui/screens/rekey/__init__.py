"""A vault is put under another key: how far it is, then the new recovery sheet."""
