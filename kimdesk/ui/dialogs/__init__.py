"""Dialogs that ask before an act; always opened with open(), never with exec()."""
