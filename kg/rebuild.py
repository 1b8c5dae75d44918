"""Rebuild or leave out the statements and inferences of a graph on disk."""

from __future__ import annotations

from pathlib import Path

from kg.store import Location, open_graph, writing


def rebuild(location: Location, *, derived: bool = True) -> Path:
    """Write a new generation of the same documents, with derived data rebuilt or left out.

    Readers of the old generation are not disturbed. Returns the directory of the new generation.

    Raises
    ------
    StoreError
        If there is no graph at the place, it cannot be written, or another build is writing.
    """
    open_graph(location)
    with writing(location) as writer:
        return writer.replace_rendered((), (), derived=derived)
