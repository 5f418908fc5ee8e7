"""The directory: partners with contact persons, offers, languages, opening hours; interpreters beside them."""
