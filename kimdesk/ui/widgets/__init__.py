"""Small widgets that know nothing of families: labels, buttons, tags, inputs, tables, notices."""
