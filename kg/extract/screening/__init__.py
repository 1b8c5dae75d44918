"""Statements that were read and make no claim of a study, with the reason for each."""
