"""Answers and graphs in the formats that other programs read: one file a format.

:mod:`formats` knows them all by name. A module of this package does not load the others.
"""
