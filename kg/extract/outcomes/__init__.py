"""Outcomes: the properties that a sentence describes, in which sense, and how they changed."""
