"""Where the page of a thing is, and statements with their terms linked. Pure, and escaped."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from markupsafe import Markup

from api.markup import formula
from api.schemas import ClaimShape, Ref
from ontology.iri import BASE, segments, system_iri

#: The parts of a claim that have a page.
_LINKED: Final = (
    *("material", "process", "chemical", "property", "technique", "application"),
    *("parameter", "form", "architecture", "role"),
)
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


def _terms(claim: ClaimShape) -> Iterator[tuple[str, str]]:
    for name in _LINKED:
        ref: Ref | None = getattr(claim, name)
        if ref is not None:
            yield ref.label, ref.iri
    if claim.layers and claim.architecture is not None:
        yield " > ".join(claim.layers), system_iri(claim.architecture.id, claim.layers)
