"""Read the facts of a store once; no other module of the analyses queries a graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from kg.analytics.facts import Facts, Link, Node, Outcome, Recipe, Study, Use, Value
from kg.families import is_open
from kg.queries import run
from kg.statements.formatting import label_of
from kg.table import table_from_result
from ontology import vocabulary
from ontology.iri import BASE, PREFIXES, material_iri, sample_iri, sample_layers, segments

if TYPE_CHECKING:
    from kg.store import Graph

#: The named question whose rows are the links.
LINKS: Final = "links"

_LAYERED: Final = (PREFIXES["sample"], PREFIXES["system"])
#: The first segments of the IRIs of concepts, which name their kinds.
_CONCEPTS: Final = frozenset(
    {"process", "technique", "property", "parameter", "application", "form", "chemical"}
)

#: A row of an answer, by column.
_Row = Mapping[str, Any]


def read_facts(store: Graph) -> Facts:
    """Return every linked fact of a store.

    Raises
    ------
    QueryError
        If the store cannot answer.

    Notes
    -----
    It runs six queries; time and memory grow with the number of claims.
    """
    uses, linked = _ask(store, "uses"), _rows_of_question(store, LINKS)
    outcomes, values = _ask(store, "outcomes"), _ask(store, "values")
    recipes, solids = _ask(store, "recipes"), _ask(store, "solids")
    named = _names(uses, linked)
    kinds = {str(row["thing_iri"]): str(row["kind"]) for row in uses}
    classes = {_text(row, "solid_iri") for row in solids if row["member_iri"]}
    same = _families(solids)
    seen = {*named, *(_text(row, "sample_iri") for row in outcomes if row["sample_iri"])}
    layers = {iri: _layers(iri) for iri in sorted(seen) if iri.startswith(_LAYERED)}
    same |= {iri: _sample_of_families(found, same) for iri, found in layers.items()}
    layers |= {
        same[iri]: tuple(same.get(one, one) for one in found) for iri, found in layers.items()
    }
    ends = {thing for row in recipes for thing in _things(row)} | set(kinds)
    every = {*seen, *ends, *same.values(), *(one for found in layers.values() for one in found)}
    return Facts(
        nodes={iri: _node(iri, named, kinds, classes) for iri in sorted(every)},
        studies=_studies(uses, linked),
        links=tuple(_link(row) for row in linked),
        uses=tuple(_use(row) for row in uses),
        outcomes=tuple(_outcomes(outcomes)),
        values=tuple(_values(values)),
        recipes=tuple(_recipes(recipes)),
        same=same,
        layers=layers,
    )


def _names(uses: Sequence[_Row], linked: Iterable[_Row]) -> dict[str, str]:
    """Return the labels of the things that are used or linked, by IRI."""
    named = {str(row["thing_iri"]): str(row["thing"]) for row in reversed(uses)}
    for row in linked:
        named |= {str(row[f"{end}_iri"]): str(row[end]) for end in ("from", "to")}
    return named


def _ask(store: Graph, name: str) -> list[_Row]:
    table = table_from_result(store.query(_sparql_of(name)))
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def _rows_of_question(store: Graph, name: str) -> list[_Row]:
    table = run(store, name)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


@cache
def _sparql_of(name: str) -> str:
    return files("kg.analytics").joinpath("reads", f"{name}.rq").read_text(encoding="utf-8")


def _text(row: _Row, name: str) -> str:
    return "" if row[name] is None else str(row[name])


def _number(row: _Row, name: str) -> float | None:
    return float(row[name]) if isinstance(row[name], int | float) else None


def _families(solids: Iterable[_Row]) -> dict[str, str]:
    """Return for each solid the representative of its family: an exact formula, else the first."""
    formulas = {_text(row, "solid_iri"): _text(row, "formula") for row in solids}
    family: defaultdict[str, set[str]] = defaultdict(set)
    for row in solids:
        if row["family_iri"]:
            family[_text(row, "solid_iri")].add(_text(row, "family_iri"))
    return {
        one: min({one, *others}, key=lambda iri: (is_open(formulas.get(iri, "")), iri))
        for one, others in family.items()
    }


def _layers(iri: str) -> tuple[str, ...]:
    return tuple(map(material_iri, sample_layers(iri)))


def _sample_of_families(layers: Sequence[str], same: Mapping[str, str]) -> str:
    """Return the sample of these layers' families; for one layer the solid itself."""
    own = [same.get(one, one) for one in layers]
    return own[0] if len(own) == 1 else sample_iri(tuple(segments(one)[-1] for one in own))


def _node(iri: str, named: Mapping[str, str], kinds: Mapping[str, str], classes: set[str]) -> Node:
    kind = "class" if iri in classes else _kind(iri, kinds)
    if kind == "system":
        return Node(iri=iri, kind=kind, label="/".join(sample_layers(iri)))
    return Node(iri=iri, kind=kind, label=named.get(iri) or label_of(iri))


def _kind(iri: str, kinds: Mapping[str, str]) -> str:
    if iri.startswith(_LAYERED):
        return "system"
    if iri.startswith(BASE):
        first, *rest = segments(iri)
        kind = rest[0] if first == "id" else first
        if kind in _CONCEPTS or kind == "material":
            return kind
    term = vocabulary().by_iri(iri)
    return kinds.get(iri) or (term.kind if term is not None else "process")


def _studies(*answers: Iterable[_Row]) -> dict[str, Study]:
    found = {
        str(row["study_iri"]): Study(
            iri=str(row["study_iri"]),
            label=str(row["study"]),
            year=int(row["year"]) if row["year"] is not None else None,
        )
        for answer in answers
        for row in answer
    }
    return dict(sorted(found.items()))


def _link(row: _Row) -> Link:
    return Link(
        source=str(row["from_iri"]),
        name=str(row["link"]),
        target=str(row["to_iri"]),
        **_source_texts(row),
    )


def _source_texts(row: _Row) -> dict[str, str]:
    return {
        "study": str(row["study_iri"]),
        "sentence": _text(row, "sentence"),
        "place": _text(row, "place"),
    }


def _use(row: _Row) -> Use:
    return Use(role=str(row["role"]), thing=str(row["thing_iri"]), **_source_texts(row))


def _outcomes(rows: Iterable[_Row]) -> Iterator[Outcome]:
    """Yield one outcome for all equal claims of a study on one sample, with all their causes."""
    merged: dict[Outcome, dict[str, None]] = {}
    said: dict[Outcome, dict[str, str]] = {}
    for row in rows:
        start, end = _text(row, "before"), _text(row, "after")
        number = " ".join(filter(None, (end, _text(row, "unit"))))
        found = Outcome(
            study=str(row["study_iri"]),
            property=str(row["property_iri"]),
            direction=str(row["direction"]),
            change=_text(row, "change"),
            sample=_text(row, "sample_iri"),
            baseline=_text(row, "baseline"),
            conditions=_text(row, "conditions"),
            value=f"{start} → {number}" if start not in ("", end) else number,
            start=_number(row, "start"),
            lower=_number(row, "lower"),
            upper=_number(row, "upper"),
            dimension=_text(row, "dimension"),
        )
        merged.setdefault(found, {})
        if row["cause_iri"]:
            merged[found][str(row["cause_iri"])] = None
        shown = {name: _text(row, name) for name in ("sentence", "place")}
        said.setdefault(found, shown)
        if said[found]["sentence"].startswith("(no text"):
            said[found] = shown
    for found, causes in merged.items():
        yield replace(found, causes=tuple(sorted(causes)), **said[found])  # type: ignore[arg-type]


def _values(rows: Iterable[_Row]) -> Iterator[Value]:
    """Yield one value for all claims of a study that report the same number of the same quality."""
    merged: dict[Value, dict[str, None]] = {}
    said: dict[Value, dict[str, str]] = {}
    for row in rows:
        found = Value(
            study=str(row["study_iri"]),
            quality=str(row["quality_iri"]),
            printed="",
            code=_text(row, "code"),
            base=_text(row, "base"),
            lower=_number(row, "lower"),
            upper=_number(row, "upper"),
            direction=_text(row, "direction"),
        )
        merged.setdefault(found, {})
        if row["of_iri"]:
            merged[found][str(row["of_iri"])] = None
        said.setdefault(
            found, {name: _text(row, name) for name in ("printed", "sentence", "place")}
        )
    for found, things in merged.items():
        yield replace(found, of=tuple(sorted(things)), **said[found])  # type: ignore[arg-type]


def _recipes(rows: Iterable[_Row]) -> Iterator[Recipe]:
    grouped: defaultdict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        grouped[str(row["recipe"])].append(row)
    for group in grouped.values():
        first = group[0]
        yield Recipe(
            made=str(first["made_iri"]),
            processes=_column(group, "process_iri"),
            precursors=_column(group, "precursor_iri"),
            coreactants=_column(group, "coreactant_iri"),
            **_source_texts(first),
        )


def _column(rows: Iterable[_Row], name: str) -> tuple[str, ...]:
    return tuple(sorted({str(row[name]) for row in rows if row[name]}))


def _things(row: _Row) -> Iterator[str]:
    for name in ("made_iri", "process_iri", "precursor_iri", "coreactant_iri"):
        if row[name]:
            yield str(row[name])
