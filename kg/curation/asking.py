"""Turn the input of a form into a decision: terms by any name, every error with its cell.

The cells of a correction are the columns of a table of claims (``docs/curation.md``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from kg.claims import kind_of, to_record
from kg.curated.columns import CONTENT
from kg.curated.contents import read_content
from kg.curated.rows import CellError, Row
from kg.curated.terms import read_chemical, read_formula, read_term
from kg.curation.decision import content_of, decide
from kg.errors import CurationError
from kg.model import Claim, Decision, Link

#: The cell that a form leaves out, because the printed text is not corrected.
_AS_PRINTED: Final = "raw"
#: Kinds of things that are concepts -> the kind of term.
_CONCEPTS: Final = {
    "process": "process",
    "form": "form",
    "technique": "technique",
    "application": "application",
    "outcome": "property",
}


def cells_of(claim: Claim) -> dict[str, str]:
    """Return the content of a claim as the cells of a correction."""
    content = content_of(to_record(claim))
    columns = (name for name in CONTENT[kind_of(claim.content)] if name != _AS_PRINTED)
    return {name: cell_of(content.get(name)) for name in columns}


def cell_of(value: object) -> str:
    """Return a value of a record as a cell of a table of claims."""
    if isinstance(value, list):
        return " > ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else ""
    return "" if value is None else str(value)


def asked(
    claim: Claim,
    verdict: str,
    *,
    name: str,
    reason: str,
    link: Link | None = None,
    cells: Mapping[str, str] | None = None,
    thing: str = "",
    id: str = "",
) -> Decision:
    """Return the decision that a person asks for.

    Parameters
    ----------
    claim
        The claim as in the graph.
    verdict, name, reason, link, id
        As in :class:`kg.model.Decision`.
    cells
        For a correction of the claim: the cells that differ, or all cells.
    thing
        For a correction of a link: its right target.

    Raises
    ------
    CurationError
        If it is not a valid decision; the message lists all errors.
    """
    correction = None
    if verdict == "correct":
        correction = (
            {"thing": _read_thing(link, claim, thing)}
            if link is not None
            else _read_content(claim, cells or {})
        )
    return decide(claim, verdict, name=name, reason=reason, link=link, correction=correction, id=id)


def _read_content(claim: Claim, cells: Mapping[str, str]) -> dict[str, object]:
    known = cells_of(claim)
    if unknown := sorted(cells.keys() - known.keys()):
        raise CurationError(f"a {kind_of(claim.content)} has no {unknown[0]!r}")
    merged = {**known, **{column: text.strip() for column, text in cells.items()}}
    if merged == known:
        raise CurationError("the correction changes nothing")
    row = Row(file="", number=0, cells={"kind": kind_of(claim.content), **merged}, span=(0, 1))
    content = read_content(row)
    if content is None:
        raise CurationError("; ".join(f"{e.column}: {e.cause}" for e in row.errors))
    return content_of(to_record(replace(claim, content=content)))


def _read_thing(link: Link, claim: Claim, text: str) -> str:
    kind, _, name = text.strip().partition(":")
    try:
        if link.key == "under":
            raise CellError("conditions of a link are accepted or rejected, not corrected")
        if link.key == "of" and kind_of(claim.content) == "outcome":
            return "/".join(map(read_formula, text.strip().split("/")))
        return f"{kind}:{_thing(kind, name.strip())}"
    except CellError as error:
        raise CurationError(f"{link.key}: {error}") from error


def _thing(kind: str, name: str) -> str:
    if kind in _CONCEPTS:
        return read_term(_CONCEPTS[kind], name)
    if kind == "chemical":
        return read_chemical(name)
    if kind in ("material", "system"):
        return "/".join(map(read_formula, name.split("/")))
    known = ", ".join((*_CONCEPTS, "chemical", "material", "system"))
    raise CellError(f"write what it points at as kind:name; kinds are {known}")
