"""The family over generations: relations become rows, rows an order, the order places, places lines."""
