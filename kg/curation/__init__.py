"""Decisions of people on claims: accept, reject, correct, with a reason; each can be undone.

:mod:`decision` says what a decision is, :mod:`log` keeps it in a file, :mod:`applying` finds the
claims again and changes them, :mod:`settling` brings a graph in line with the file.
"""
