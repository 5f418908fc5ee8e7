"""Eingang: bundles of the district, several at once, each with its verdict; what is missing; what was refused."""
