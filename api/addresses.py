"""Addresses of the pages of things, and statements with their terms linked. Pure, and escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import Final
from urllib.parse import urlencode

from markupsafe import Markup

from api.markup import formula
from api.schemas import ClaimShape, Ref
from kg.catalog.claims import REFS
from kg.queries import NamedQuery
from ontology.iri import BASE, material_iri, segments, system_iri
from ontology.reference import reference

#: The parts of a claim that have a page.
_LINKED: Final = tuple(name for name in REFS if name != "direction")
#: Column of an answer -> the vocabulary of what it lists.
_VOCABULARIES: Final = MappingProxyType(
    {
        "process": "process",
        "precursor": "chemical",
        "precursors": "chemical",
        "coreactants": "chemical",
        "chemical": "chemical",
        "solvents": "chemical",
        "ligands": "chemical",
        "property": "property",
        "technique": "technique",
        "techniques": "technique",
        "parameter": "parameter",
        "application": "application",
    }
)
#: Columns that list materials by their formulas.
_MATERIALS: Final = frozenset({"core", "coating", "made", "material", "nanocrystals", "makes"})
_FORMULA: Final = re.compile(r"[A-Z][A-Za-z0-9().]*")
#: Things below ``/id/`` that are described at ``/data/``.
_DESCRIBED: Final = frozenset({"material", "chemical", "system"})


def address(iri: str) -> str:
    """Return the address of the page about a study, term or thing; ``""`` if there is none.

    >>> address(BASE + "id/study/liu-2011-1a2b3c4d"), address(BASE + "process/ald")
    ('/studies/liu-2011-1a2b3c4d', '/process/ald')
    >>> address(BASE + "id/material/PbSe"), address("https://example.org/")
    ('/data/material/PbSe', '')
    """
    if not iri.startswith(BASE):
        return ""
    path = iri.removeprefix(BASE)
    kind, _, rest = path.removeprefix("id/").partition("/")
    if not path.startswith("id/"):
        return f"/{path}"
    if kind == "study":
        return f"/studies/{segments(iri)[-1]}"
    return f"/data/{kind}/{rest}" if kind in _DESCRIBED else ""


def example_address(query: NamedQuery) -> str:
    """Return the address at which a question is answered as its example fills it in."""
    return f"/queries/{query.name}?{urlencode({'ask': 1, **dict(query.example)})}"


def linked(claim: ClaimShape) -> Markup:
    """Return what a claim states, each term in it a link to its page.

    Every label is linked where the statement has it first; a longer one before a shorter one.
    """
    text, taken = claim.statement, list[tuple[int, int, str]]()
    for label, iri in sorted(_terms(claim), key=lambda pair: -len(pair[0])):
        start = text.find(label)
        end = start + len(label)
        if start >= 0 and not any(start < e and s < end for s, e, _ in taken):
            taken.append((start, end, address(iri)))
    parts, done = [], 0
    for start, end, href in sorted(taken):
        link = Markup('<a href="{}">{}</a>').format(href, formula(text[start:end]))
        parts += [formula(text[done:start]), link]
        done = end
    return Markup("").join([*parts, formula(text[done:])])


def listed(text: str, column: str) -> Markup:
    """Return a cell that lists terms, each that has a page as a link to it.

    >>> listed("water, <x>", "coreactants")
    Markup('<a href="/chemical/water">water</a>, &lt;x&gt;')
    """
    return Markup(", ").join(_linked_name(name, column) for name in text.split(", "))


def _linked_name(name: str, column: str) -> Markup:
    href = ""
    if column in _VOCABULARIES:
        href = _labelled().get((f"/{_VOCABULARIES[column]}", name), "")
    elif column in _MATERIALS and _FORMULA.fullmatch(name):
        href = address(material_iri(name))
    return Markup('<a href="{}">{}</a>').format(href, formula(name)) if href else formula(name)


@cache
def _labelled() -> dict[tuple[str, str], str]:
    """The address of each term by its vocabulary and label."""
    pages = ((address(entry.iri), entry.label) for entry in reference().by_iri.values())
    return {(page.rpartition("/")[0], label): page for page, label in pages}


def _terms(claim: ClaimShape) -> Iterator[tuple[str, str]]:
    for name in _LINKED:
        ref: Ref | None = getattr(claim, name)
        if ref is not None:
            yield ref.label, ref.iri
    if claim.layers and claim.architecture is not None:
        yield " > ".join(claim.layers), system_iri(claim.architecture.id, claim.layers)
