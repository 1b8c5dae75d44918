"""Screening: statements that were read but make no claim of a study, with their reasons."""
