"""Rows of an answer as plain sentences, each with the text that supports it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from kg.export.columns import for_print
from kg.export.sentences import UNSAID, sentence_of
from kg.layout import BELOW, quote_of
from kg.queries import run
from kg.table import IRI_SUFFIX, Cell, Table, format_cell, heading

if TYPE_CHECKING:
    from kg.store import Graph

#: Columns that are not part of a sentence but of its evidence or the heading above it.
_BESIDE: Final = frozenset({*BELOW, "study", "year", "doi", "linked", "belief", "sources"})
#: Columns of an overview that do not belong to the synthesis.
_TOLD_APART: Final = ("techniques", "outcomes", "cycles")
#: Prefix of the columns of the other study in a disagreement, and the columns of both studies.
_OTHER: Final = "other_"
_SHARED: Final = frozenset({"property", "sample", "baseline", "belief"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RowInWords:
    """A row in words; ``quote`` is the sentence behind it (``""`` if it may not be passed on).

    ``study`` is the label of its study, ``study_iri`` its IRI; ``linked`` describes how closely the
    facts are related, ``belief`` the confidence that the statement was read correctly.
    """

    text: str
    quote: str = ""
    place: str = ""
    said_by: str = ""
    linked: str = ""
    belief: str = ""
    study: str = ""
    study_iri: str = ""


def tell(table: Table) -> tuple[RowInWords, ...]:
    """Return each row of an answer in words; columns that the sentence does not use follow by name.

    >>> made = Table(columns=("made", "process", "phase"), rows=(("ZnO", "ALD", "gas"),))
    >>> tell(made)[0].text
    'ZnO was made by ALD; phase: gas'
    """
    iris = table.column("study" + IRI_SUFFIX) if "study" + IRI_SUFFIX in table.columns else ()
    shown = for_print(table)
    rows = [dict(zip(shown.columns, row, strict=True)) for row in shown.rows]
    return tuple(
        _telling(row, format_cell(iris[number]) if iris else "") for number, row in enumerate(rows)
    )


def _telling(row: Mapping[str, Cell], study_iri: str) -> RowInWords:
    texts = {name: format_cell(cell) for name, cell in row.items()}
    return RowInWords(
        text=_in_words({k: v for k, v in texts.items() if v not in {"", *UNSAID}}),
        quote=quote_of(texts),
        place=texts.get("place", ""),
        said_by=texts.get("said_by", ""),
        linked=texts.get("linked", ""),
        belief=texts.get("belief", ""),
        study=texts.get("study", ""),
        study_iri=study_iri,
    )


def _in_words(texts: Mapping[str, str]) -> str:
    said = {name: text for name, text in texts.items() if name not in _BESIDE}
    told = sentence_of(said)
    rest = (f"{heading(name)}: {text}" for name, text in said.items() if name not in told.columns)
    text = "; ".join(filter(None, (told.text, *rest)))
    return text[:1].upper() + text[1:]


def tell_study(store: Graph, study: str) -> Mapping[str, tuple[RowInWords, ...]]:
    """Return the recipes and outcomes of a study in words, and contrary reports of others.

    For a study without a recipe the overview combines its statements from several places.

    Parameters
    ----------
    store
        The graph.
    study
        The IRI of the study.
    """
    given = {"study": study}
    recipes = tell(run(store, "recipes", given))
    overview = run(store, "study-overview", given).without(*_TOLD_APART)
    return {
        "overview": tell(overview) if not recipes and _has_core(overview) else (),
        "recipes": recipes,
        "outcomes": tell(_outcomes(run(store, "claims-of-study", given))),
        "disagreements": _opposed(run(store, "disagreements", given)),
        "disputes": tuple(_disputed(run(store, "controversies", given))),
    }


def _has_core(overview: Table) -> bool:
    return any(cell is not None for cell in overview.column("core"))


def _outcomes(claims: Table) -> Table:
    """Return the outcomes among the statements on a study, with the columns of outcomes."""
    kinds = claims.column("kind")
    renamed = {"aspect": "property", "value": "change"}
    return Table(
        columns=tuple(renamed.get(name, name) for name in claims.columns),
        rows=tuple(row for row, kind in zip(claims.rows, kinds, strict=True) if kind == "outcome"),
    ).without("kind")


def _opposed(found: Table) -> tuple[RowInWords, ...]:
    """Return the reports of other studies, each followed by that of this one."""
    others = [name for name in found.columns if name.startswith(_OTHER)]
    shared = [name for name in found.columns if name in _SHARED]
    side = found.select([*shared, *others])
    renamed = Table(
        columns=tuple(name.removeprefix(_OTHER) for name in side.columns), rows=side.rows
    )
    pairs = zip(tell(renamed), found.column("change"), strict=True)
    return tuple(
        replace(one, text=f"{one.text}; this study reports: {change}") for one, change in pairs
    )


def _disputed(found: Table) -> Iterator[RowInWords]:
    """Yield points that texts call disputed, in their own words."""
    for row in found.rows:
        said = dict(zip(found.columns, map(format_cell, row), strict=True))
        on = "; ".join(filter(None, (said[name] for name in ("property", "material", "process"))))
        yield RowInWords(
            text=f"“{said['cue']}”" + (f" on {on}" if on else ""),
            quote=quote_of(said),
            place=said["place"],
            said_by=said["said_by"],
            study_iri=said["study_iri"],
        )
