"""A family's network map: who is around it, how near, and who knows whom; nothing is judged."""
