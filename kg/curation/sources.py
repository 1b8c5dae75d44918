"""Decisions put into force on the documents of a build, before they become graphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.batch.reading import ReadDocument
from kg.batch.sources import Sources
from kg.curation.applying import put_into_force
from kg.curation.decision import Decision


def curated(sources: Sources, decisions: Sequence[Decision]) -> Sources:
    """The sources of a build with the decisions in force in the documents that are new.

    A document in which decisions are in force already is left as it is.
    """
    if not decisions:
        return sources
    return replace(
        sources,
        read=_curated(sources.read, decisions),
        ready=_curated(sources.ready, decisions),
    )


def _curated(
    documents: Mapping[str, ReadDocument], decisions: Sequence[Decision]
) -> dict[str, ReadDocument]:
    about = {one.claim.doc for one in decisions if one.claim is not None}
    return {
        name: replace(one, document=put_into_force(one.document, decisions))
        if name in about and not one.document.decided
        else one
        for name, one in documents.items()
    }
