"""A claim in its context as a page shows it: sentences in pieces, marks, and citation marks."""

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

#: Kinds of mention -> the kind of claim by whose colour they are marked.
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
    """The sentences around a claim; ``None`` where no text is kept beside the graph."""
    if not isinstance(store, Path):
        return None
    keys = [claim.id, *(one.key for one in decisions)]
    return around(store, claim.evidence.document, claim.evidence.spans, keys)


def in_context(study_iri: str, sentence: str, places: str) -> str:
    """The address at which the sentence of an answer is shown in context; ``""`` if it has none.

    Parameters
    ----------
    study_iri
        The study that it is about.
    sentence
        The sentence, ``""`` where it may not be shown.
    places
        Where it stands, as answers tell it.
    """
    study = address(study_iri).removeprefix("/studies/")
    if not study or study.startswith("/") or not (sentence or places):
        return ""
    said = sentence_key(sentence, places.partition("; ")[0])
    return f"/evidence?study={quote(study, safe='')}&said={said}"


def sentence_key(text: str, place: str) -> str:
    """The hash of a sentence, by which an answer points at it; of its place, if it is not known."""
    return hashlib.sha256((text or place).encode("utf-8", "replace")).hexdigest()[:16]


def printed(said: ContextSentence, kind: str) -> Markup:
    """A sentence with its terms marked and its citation marks in place.

    Numbers are marked as what the claim is, which is of this kind.

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
