"""A claim in its context for a page: the sentences with marked terms and citation marks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from markupsafe import Markup, escape

from api.addresses import address
from api.schemas import ClaimShape
from kg.curation.reading import RecordedDecision
from kg.store import Location
from kg.surroundings import ContextSentence, Surroundings, around

#: Kind of mention -> the kind of claim whose colour marks it.
_COLOURS: Final = {
    "stack": "system",
    "architecture": "system",
    "parameter": "condition",
    "property": "outcome",
    "direction": "outcome",
    "ligand": "chemical",
}


def context_of(
    store: Location, claim: ClaimShape, decisions: Sequence[RecordedDecision]
) -> Surroundings | None:
    """Return the sentences around a claim; ``None`` if no text is kept beside the graph."""
    if not isinstance(store, Path):
        return None
    keys = [claim.id, *(one.key for one in decisions)]
    return around(store, claim.evidence.document, claim.evidence.spans, keys)


def in_context(study_iri: str, sentence: str, places: str) -> str:
    """Return the address that shows the sentence of an answer in context; ``""`` if there is none.

    Parameters
    ----------
    study_iri
        The IRI of the study that the sentence is about.
    sentence
        The sentence; ``""`` if it may not be shown.
    places
        The places of the sentence, as answers print them.
    """
    study = address(study_iri).removeprefix("/studies/")
    if not study or study.startswith("/") or not (sentence or places):
        return ""
    said = sentence_key(sentence, places.partition("; ")[0])
    return f"/evidence?study={quote(study, safe='')}&said={said}"


def sentence_key(text: str, place: str) -> str:
    """Return the hash by which an answer refers to a sentence; of its place if it has no text."""
    return hashlib.sha256((text or place).encode("utf-8", "replace")).hexdigest()[:16]


def printed(said: ContextSentence, kind: str) -> Markup:
    """Return a sentence with its terms marked and its citation marks in place.

    Numbers are marked in the colour of ``kind``, the kind of the claim.

    >>> one = ContextSentence(text="ZnO grew.", cited=((9, "[1]"),), marks=((0, 3, "material"),))
    >>> printed(one, "material")
    Markup('<mark data-kind="material">ZnO</mark> grew.<span class="cited">[1]</span>')
    """
    colours = {**_COLOURS, "quantity": kind}
    kinds = {(start, end): colours.get(named, named) for start, end, named in said.marks}
    cuts = sorted({0, len(said.text), *(at for at, _ in said.cited), *_ends(kinds)})
    parts: list[Markup] = [_cited(said, 0)]
    for start, end in pairwise(cuts):
        kind = next((k for (a, b), k in kinds.items() if a <= start and end <= b), "")
        text = escape(said.text[start:end])
        parts.append(Markup('<mark data-kind="{}">{}</mark>').format(kind, text) if kind else text)
        parts.append(_cited(said, end))
    return Markup("").join(parts)


def _ends(kinds: dict[tuple[int, int], Any]) -> set[int]:
    return {at for stretch in kinds for at in stretch}


def _cited(said: ContextSentence, place: int) -> Markup:
    marks = (mark for at, mark in said.cited if at == place)
    return Markup("").join(Markup('<span class="cited">{}</span>').format(m) for m in marks)
