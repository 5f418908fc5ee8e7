"""Eingangsbestätigungen: who waits for one; all written at once into a folder, each read back."""
