"""The contacts with a family: a timeline that reads like a story."""
