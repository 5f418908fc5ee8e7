"""The desktop: theme, widgets, forms, shell and screens. Reaches records through casework."""
