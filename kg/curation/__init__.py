"""Decisions of people on claims: accept, reject, correct, with a reason; each can be undone.

:mod:`decision` defines decisions, :mod:`log` stores them in a file, :mod:`applying` finds the
claims again and changes them, :mod:`settling` updates a graph to the file.
"""
