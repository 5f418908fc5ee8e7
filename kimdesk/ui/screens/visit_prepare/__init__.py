"""Before a visit: the briefing on the screen, one family, what is not for every eye closed until a key opens it."""
