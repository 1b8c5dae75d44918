"""The base class of the errors that ald-kg raises.

A message is one line: what was found, where (file, line, term), and how to fix it.
"""

from __future__ import annotations


class AldkgError(Exception):
    """An error that the caller can act on; the command line and the service show its message."""


class OntologyError(AldkgError):
    """The ontology's Turtle is invalid: bad syntax, an unknown term, a missing definition."""
