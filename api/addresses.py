"""Addresses of the pages of things, and statements with linked terms; all HTML is escaped. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote, urlencode

from markupsafe import Markup

from api.markup import formula
from api.schemas import ClaimShape, Ref
from kg.catalog.claims import REFS
from kg.queries import NamedQuery
from ontology.iri import BASE, NAMESPACE, material_iri, segments, system_iri
from ontology.reference import reference

#: The parts of a claim that have a page.
_LINKED: Final = tuple(name for name in REFS if name != "direction")
_ANY: Final = ("process", "chemical", "property", "technique", "parameter", "application")
#: Column of an answer -> the vocabularies of the terms that it lists.
_VOCABULARIES: Final = MappingProxyType(
    {
        "process": ("process",),
        "precursor": ("chemical",),
        "precursors": ("chemical",),
        "coreactants": ("chemical",),
        "phase_transfer_agents": ("chemical",),
        "chemical": ("chemical",),
        "solvents": ("chemical",),
        "ligands": ("chemical",),
        "property": ("property",),
        "technique": ("technique",),
        "techniques": ("technique",),
        "parameter": ("parameter",),
        "application": ("application",),
        "cause": ("chemical", "process"),
        **dict.fromkeys(("first", "second"), ("chemical", "process", "property", "technique")),
        **dict.fromkeys(("reagent", "reagents", "instead_of"), ("chemical",)),
        **dict.fromkeys(("by", "made_by", "other_made_by"), ("process", "property")),
        **dict.fromkeys(("processes", "properties", "term", "named_by", "terms"), _ANY),
        **dict.fromkeys(("other_cause", "quality", "like"), _ANY),
    }
)
#: Columns that list materials by their formulas.
_MATERIALS: Final = frozenset(
    {"core", "coating", "made", "material", "materials", "nanocrystals", "makes", "cause", "term"}
    | {"first", "second", "other_cause", "named_by", "terms"}
)
#: Columns that name a sample by its layers, from the inside out.
_LAYERED: Final = frozenset({"sample", "layers", "systems", "for", "of"})
#: Columns that list studies by label. Studies may share a label, so each links to a search for it.
_STUDIES: Final = frozenset({"studies", "together_in", "both_in", "stated_in", "not_stated_in"})
_STUDY: Final = re.compile(r"[^\W\d_].* \d{4}[a-z]?")
_BETWEEN: Final = re.compile("(, |; )")
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
    """Return the address of the answer to a question with its example values filled in."""
    return f"/queries/{query.name}?{urlencode({'ask': 1, **dict(query.example)})}"


def example_call(operation: Mapping[str, Any], path: str) -> str:
    """Return the address of an API operation with its examples filled in; ``""`` if one is missing.

    >>> needed = {"name": "q", "in": "query", "required": True, "example": "PbSe dots"}
    >>> example_call({"parameters": [needed]}, "/api/v1/search")
    '/api/v1/search?q=PbSe+dots'
    """
    needed = [one for one in operation.get("parameters", ()) if one.get("required")]
    if any("example" not in one for one in needed):
        return ""
    examples = {(one["in"], one["name"]): str(one["example"]) for one in needed}
    for (place, name), value in examples.items():
        if place == "path":
            path = path.replace(f"{{{name}}}", quote(value))
    asked = {name: value for (place, name), value in examples.items() if place == "query"}
    return f"{path}?{urlencode(asked)}" if asked else path


def linked(claim: ClaimShape) -> Markup:
    """Return the statement of a claim with each term as a link to its page.

    Only the first occurrence of a label is linked. Longer labels are linked before shorter ones.
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


def class_label(name: str) -> str:
    """Return the label of a class of materials, given its local name.

    >>> class_label("LeadChalcogenCompound"), class_label("Unheard")
    ('lead chalcogenide', 'Unheard')
    """
    entry = reference().by_iri.get(NAMESPACE + name)
    return entry.label if entry else name


def listed(text: str, column: str) -> Markup:
    """Return a cell that lists terms; each term that has a page becomes a link to it.

    >>> listed("water, <x>", "coreactants")
    Markup('<a href="/chemical/water">water</a>, &lt;x&gt;')
    >>> listed("Liu 2011; Oh 2014", "studies")
    Markup('<a href="/?study=Liu+2011">Liu 2011</a>; <a href="/?study=Oh+2014">Oh 2014</a>')
    >>> listed("ZnO/S", "sample")
    Markup('<a href="/data/material/ZnO">ZnO</a>/<a href="/data/material/S">S</a>')
    """
    if column in _LAYERED:
        return Markup("/").join(_linked_name(part, "material") for part in text.split("/"))
    parts = _BETWEEN.split(text)
    return Markup("").join(
        _linked_name(part, column) if place % 2 == 0 else part for place, part in enumerate(parts)
    )


def _linked_name(name: str, column: str) -> Markup:
    pages = (_labelled().get((f"/{one}", name)) for one in _VOCABULARIES.get(column, ()))
    href = next(filter(None, pages), "")
    if not href and column in _MATERIALS and _FORMULA.fullmatch(name):
        href = address(material_iri(name))
    if column in _STUDIES and _STUDY.fullmatch(name):
        href = f"/?{urlencode({'study': name})}"
    return Markup('<a href="{}">{}</a>').format(href, formula(name)) if href else formula(name)


@cache
def _labelled() -> dict[tuple[str, str], str]:
    """Return the address of each term, by its vocabulary and label."""
    pages = ((address(entry.iri), entry.label) for entry in reference().by_iri.values())
    return {(page.rpartition("/")[0], label): page for page, label in pages}


def _terms(claim: ClaimShape) -> Iterator[tuple[str, str]]:
    for name in _LINKED:
        ref: Ref | None = getattr(claim, name)
        if ref is not None:
            yield ref.label, ref.iri
    if claim.layers and claim.architecture is not None:
        yield "/".join(claim.layers), system_iri(claim.architecture.id, claim.layers)
