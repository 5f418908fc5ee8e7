"""The network map: four sectors, three horizons, everybody around one person in a place of their own."""
