"""The people of a family: list, form, relations."""
