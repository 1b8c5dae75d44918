"""Answers and graphs in the formats of other programs, with one module per format.

:mod:`formats` lists them all by name. Each module of this package loads only what it needs.
"""
