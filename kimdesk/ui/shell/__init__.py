"""The frame around the screens: window, navigation, status bar, news of changes."""
