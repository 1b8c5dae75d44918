"""Statements and inferences of a graph on disk, rebuilt or left out."""

from __future__ import annotations

from pathlib import Path

from kg.store import Location, open_graph, writing


def rebuild(location: Location, *, derived: bool = True) -> Path:
    """Write a new generation of the same documents with all that is derived rebuilt, or without.

    Readers of the old generation are not disturbed. Returns the directory of the new one.

    Raises
    ------
    StoreError
        If there is no graph at the place, it cannot be written, or another build is writing.
    """
    open_graph(location)
    with writing(location) as writer:
        return writer.replace_rendered((), (), derived=derived)
