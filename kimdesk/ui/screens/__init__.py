"""One folder a screen: state, presenter, view. Screens do not import each other."""
