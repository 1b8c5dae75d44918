"""Processes, techniques and applications, by their names or by words that imply them."""
