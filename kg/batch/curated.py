"""Apply decisions to the documents of a build, before they become graphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.batch.sources import Sources
from kg.batch.summary import Summary, decided
from kg.model import Decision


def curated(sources: Sources, decisions: Sequence[Decision]) -> Sources:
    """Return the sources of a build with the decisions applied to the new documents.

    Raises
    ------
    BuildError
        If the file of a document cannot be read, or was changed.
    """
    return replace(
        sources,
        read=_curated(sources.read, decisions),
        ready=_curated(sources.ready, decisions),
    )


def _curated(documents: Mapping[str, Summary], decisions: Sequence[Decision]) -> dict[str, Summary]:
    about = {one.claim.doc for one in decisions if one.claim is not None}
    return {
        name: decided(one, [d for d in decisions if d.claim is not None and d.claim.doc == name])
        if name in about
        else one
        for name, one in documents.items()
    }
