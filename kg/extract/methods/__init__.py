"""Processes, techniques and applications, by their names or by what implies them."""
