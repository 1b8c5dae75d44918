"""Outcomes: which property a sentence speaks of, in which sense, and what changed."""
