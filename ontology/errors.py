"""The base of every error that ald-kg raises on purpose.

A message is one line: what was found, where (file, line, term), and what to do about it.
"""

from __future__ import annotations


class AldkgError(Exception):
    """Something the caller can act on; the two doors print its message and nothing else."""


class OntologyError(AldkgError):
    """The ontology's Turtle is broken: bad syntax, an unknown term, a missing definition."""
