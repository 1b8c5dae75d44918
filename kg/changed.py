"""The differences between the claims of two graphs, by study and statement, in words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from kg.queries import run
from kg.statements.formatting import quantity_in_words
from kg.table import Cell, Iri, Row, Table, format_cell

if TYPE_CHECKING:
    from kg.store import Graph

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
#: Named question whose rows are compared: one row for each claim and document.
_CLAIMS: Final = "all-claims"
COLUMNS = ("study", "difference", "statement", "before", "documents", "sentence", "study_iri")

#: A claim of a study without its value: kind, aspect, thing.
_About = tuple[str, str, str]
_Claim = Mapping[str, Cell]


def differences(old: Graph, new: Graph) -> Table:
    """Return the statements that only one of two graphs has.

    Returns
    -------
    Rows by study. A statement is *changed* if exactly one value of the same thing is gone and one
    is new; ``before`` is then the value of the old graph. A claim that is found
    in another document, or once more in the same document, is no difference.

    Raises
    ------
    QueryError
        If a graph cannot answer.
    """
    before, after = _by_study(old), _by_study(new)
    named = {iri: label for told in (before, after) for iri, (label, _) in told.items()}
    rows = [
        row
        for iri in sorted(named, key=lambda iri: (named[iri].casefold(), iri))
        for row in _rows(named[iri], iri, *(_claims_of(told, iri) for told in (before, after)))
    ]
    return Table(columns=COLUMNS, rows=tuple(rows))


_Told = Mapping[str, tuple[str, Mapping[_About, Mapping[str, list[_Claim]]]]]


def _by_study(store: Graph) -> _Told:
    """Return for each study its label and, for each thing, the values with their claims."""
    table = run(store, _CLAIMS)
    labels: dict[str, str] = {}
    told: defaultdict[str, defaultdict[_About, defaultdict[str, list[_Claim]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for row in table.rows:
        claim = dict(zip(table.columns, row, strict=True))
        about = (
            format_cell(claim["kind"]),
            format_cell(claim["aspect"]),
            format_cell(claim["value"]),
        )
        study = format_cell(claim["study_iri"])
        labels[study] = format_cell(claim["study"])
        told[study][about][_value(claim)].append(claim)
    return {study: (labels[study], about) for study, about in told.items()}


def _value(claim: _Claim) -> str:
    """Return the value of a claim as printed, or from its numbers if a person entered it."""
    low, high = format_cell(claim["lower"]), format_cell(claim["upper"])
    numbers = {
        "startValue": format_cell(claim["start_value"]),
        "value": low,
        "valueMax": high if high != low else "",
        "unitCode": format_cell(claim["unit"]),
    }
    return format_cell(claim["printed"]) or quantity_in_words(numbers)


def _claims_of(told: _Told, study: str) -> Mapping[_About, Mapping[str, list[_Claim]]]:
    return told[study][1] if study in told else {}


def _rows(
    label: str,
    iri: str,
    before: Mapping[_About, Mapping[str, list[_Claim]]],
    after: Mapping[_About, Mapping[str, list[_Claim]]],
) -> Iterator[Row]:
    for about in sorted({*before, *after}):
        old, new = before.get(about, {}), after.get(about, {})
        gone, come = sorted({*old} - {*new}), sorted({*new} - {*old})
        if len(gone) == len(come) == 1:
            statement, earlier = _statement(about, come[0]), _statement(about, gone[0])
            yield label, CHANGED, statement, earlier, *_places_of(new[come[0]]), Iri(iri)
            continue
        for value in gone:
            yield label, REMOVED, _statement(about, value), None, *_places_of(old[value]), Iri(iri)
        for value in come:
            yield label, ADDED, _statement(about, value), None, *_places_of(new[value]), Iri(iri)


def _statement(about: _About, value: str) -> str:
    """Return a claim in one line.

    >>> (
    ...     _statement(("condition", "temperature", ""), "70 °C"),
    ...     _statement(("process", "", "ALD"), ""),
    ...     _statement(("condition", "room temperature", ""), ""),
    ... )
    ('temperature: 70 °C', 'process: ALD', 'room temperature')
    """
    kind, aspect, thing = about
    return ": ".join(filter(None, (aspect or kind, ", ".join(filter(None, (thing, value))))))


def _places_of(claims: list[_Claim]) -> tuple[Cell, Cell]:
    documents = sorted({format_cell(claim["document"]) for claim in claims})
    sentences = [claim["sentence"] for claim in claims if claim["sentence"]]
    return ", ".join(documents), sentences[0] if sentences else None


def in_words(table: Table) -> str:
    """Return the differences as text: a heading with counts, then the statements of each study."""
    if not table.rows:
        return "Both graphs make the same statements.\n"
    counts = Counter(str(row[1]) for row in table.rows)
    studies = len({row[-1] for row in table.rows})
    listed = ", ".join(
        f"{counts[name]} {name}" for name in (ADDED, REMOVED, CHANGED) if counts[name]
    )
    number = "statement" if len(table) == 1 else "statements"
    lines = [f"{listed} {number} in {studies} {'study' if studies == 1 else 'studies'}"]
    last: Cell = None
    for study, difference, statement, before, documents, sentence, iri in table.rows:
        if iri != last:
            lines += ["", str(study)]
            last = iri
        lines.append(
            f"  {_SIGNS[str(difference)]} {_with_earlier(statement, before)} ({documents})"
        )
        if sentence:
            lines.append(f"      {sentence}")
    return "\n".join(lines) + "\n"


_SIGNS: Final = {ADDED: "+", REMOVED: "−", CHANGED: "~"}


def _with_earlier(statement: Cell, before: Cell) -> str:
    return f"{statement} (before: {before})" if before else str(statement)
