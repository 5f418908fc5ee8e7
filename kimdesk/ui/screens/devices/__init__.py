"""Geräte: who is let in and until when; letting somebody in by comparing words; shutting a lost device out."""
