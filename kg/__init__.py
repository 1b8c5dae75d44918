"""The knowledge graph: claims, links and records, stored on disk, queried by name or in SPARQL.

:func:`open` is the entry point for notebooks.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.notebook import Answers

__all__ = ["open"]


def open(place: str | Path) -> Answers:
    """Open a graph for questions from a notebook and return an object that answers them.

    Parameters
    ----------
    place
        The folder of a graph, the address of a service that ``aldkg serve`` runs
        (``http://127.0.0.1:8000``), or of a SPARQL store (``sparql+http://host/path``).

    Raises
    ------
    StoreError
        If there is no graph, or it cannot be read.
    """
    from kg.notebook import open_answers  # loaded here, so that other users do not import it

    return open_answers(place)
