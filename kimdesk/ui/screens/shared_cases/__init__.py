"""Geteilte Fälle: what a family allowed the office to see, to be read only; and the withdrawals carried out."""
