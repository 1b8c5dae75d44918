"""The knowledge graph: claims, links and records, kept on disk and asked by name or in SPARQL.

:func:`open` is the door for notebooks.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.notebook import Answers

__all__ = ["open"]


def open(place: str | Path) -> Answers:
    """Open a graph to ask it from a notebook.

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
    from kg.notebook import open_answers  # whoever needs no frames loads nothing

    return open_answers(place)
