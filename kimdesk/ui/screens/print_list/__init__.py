"""Druckliste: papers chosen on a visit, printed at the office."""
