"""``aldkg search``: runs the search of the start page in the terminal."""

from __future__ import annotations

import re
import shutil
import textwrap
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Final

import typer

from api.cli.errors import UsageError
from api.cli.options import OutputOption, StoreOption, VocabOption, store_place
from api.cli.output import TABLE_FORMATS, emit, is_terminal, print_table, require_format
from api.errors import HttpError
from api.filters import FILTERS
from api.graph import ServedGraph
from api.paging import MAX_LIMIT, Window
from api.schemas import FoundSentence, NearQuestion, SearchHit, SearchPage
from api.searching import search_page
from kg.table import Row, Table, heading

FormatOption = Annotated[
    str, typer.Option("--format", "-f", metavar="NAME", help=f"One of: {', '.join(TABLE_FORMATS)}.")
]
LimitOption = Annotated[
    int,
    typer.Option(
        "--limit", metavar="NUMBER", min=1, max=MAX_LIMIT, help="Number of studies to print."
    ),
]
WordsArgument = Annotated[
    list[str] | None,
    typer.Argument(metavar="WORD", help="Names, formulas, authors, years or other words."),
]
#: Characters of a line if the output is not a terminal.
_WIDTH: Final = 100
#: The lowest score of a question that is suggested.
_NEAR: Final = 0.5


def _filter(name: str) -> Any:
    known = FILTERS[name]
    listed = f": {', '.join(known.choices)}" if known.choices else ""
    help_ = f"{known.description[0].upper()}{known.description[1:]}{listed}."
    return typer.Option(metavar="TEXT", help=help_)


def search(
    ctx: typer.Context,
    words: WordsArgument = None,
    material: Annotated[str | None, _filter("material")] = None,
    material_class: Annotated[str | None, _filter("material_class")] = None,
    process: Annotated[str | None, _filter("process")] = None,
    chemical: Annotated[str | None, _filter("chemical")] = None,
    property: Annotated[str | None, _filter("property")] = None,
    technique: Annotated[str | None, _filter("technique")] = None,
    application: Annotated[str | None, _filter("application")] = None,
    year: Annotated[str | None, _filter("year")] = None,
    voice: Annotated[str | None, _filter("voice")] = None,
    confidence: Annotated[str | None, _filter("confidence")] = None,
    kind: Annotated[str | None, _filter("kind")] = None,
    limit: LimitOption = 10,
    form: FormatOption = "table",
    output: OutputOption = None,
    store: StoreOption = None,
    vocab: VocabOption = None,
) -> None:
    """Search the studies of the graph by any name, formula, author, year or word.

    Searches like the start page. Prints how the words were understood,
    the studies, the best first, and the matching sentences. The JSON is
    that of /api/v1/search; the CSV has a row for each statement.

    Examples: aldkg search c-ALD; aldkg search loiudice 2019;
    aldkg search TMA --year 2015..2020
    """
    require_format(form, TABLE_FORMATS)
    filters = {name: value for name, value in ctx.params.items() if value and name in FILTERS}
    text = " ".join(words or ()).strip()
    if not text and not filters:
        raise UsageError("search: give words, or a filter such as --material PbSe")
    _require_patterns(filters)
    place = store_place(store)
    catalog = ServedGraph(place).catalog()
    try:
        found = search_page(catalog, filters, text, Window(limit=limit), "/api/v1/search")
    except HttpError as error:
        raise UsageError(f"search: {error}") from error
    if form == "json":
        emit(found.model_dump_json(indent=2) + "\n", output)
    elif form == "csv":
        print_table(statements(found), form, output)
    else:
        width = shutil.get_terminal_size().columns if is_terminal(output) else _WIDTH
        emit(render_found(found, text, str(place), width), output)


def _require_patterns(filters: Mapping[str, str]) -> None:
    """Check that the values of filters with a fixed form have that form."""
    for name, value in filters.items():
        known = FILTERS[name]
        if known.pattern and not re.search(known.pattern, value):
            if known.choices:
                raise UsageError(f"--{name}: no {value!r}; there are: {', '.join(known.choices)}")
            raise UsageError(
                f"--{name}: {value!r} is not valid; give the {known.description}: {known.example}"
            )


def statements(found: SearchPage) -> Table:
    """Return a table of the matching statements; a study without any has one row too."""
    columns = ("study", "year", "title", "kind", "statement", "sentence", "claim")
    return Table(columns=columns, rows=tuple(row for hit in found.items for row in _rows(hit)))


def _rows(hit: SearchHit) -> Iterator[Row]:
    record = (hit.study.label, hit.year, hit.title)
    said: list[Row] = [
        (*record, claim.kind, claim.statement, one.sentence or None, claim.id)
        for one in hit.sentences
        for claim in one.claims
    ]
    yield from said or [(*record, None, None, None, None)]


def render_found(found: SearchPage, text: str, place: str, width: int) -> str:
    """Return one page of results as text.

    Parameters
    ----------
    found
        The page of results.
    text
        The text that was searched for.
    place
        The name of the store.
    width
        The most characters of a line.
    """
    lines = [part for line in _understood(found, text) for part in _wrapped(line, width, "")]
    total = f"{found.total} {'study' if found.total == 1 else 'studies'} in {place}"
    shown = f"; the best {len(found.items)} below" if found.total > len(found.items) else ""
    lines += _wrapped(total + shown, width, "")
    for hit in found.items:
        container = f" · {hit.container}" if hit.container else ""
        lines += ["", *_wrapped(f"{hit.study.label}: {hit.title or ''}{container}", width, "")]
        for one in hit.sentences:
            lines += _said(one, width)
    return "\n".join(lines) + "\n"


def _understood(found: SearchPage, text: str) -> Iterator[str]:
    """Yield lines on how the words were understood, and on a similar named question."""
    if found.corrected:
        yield f"Nothing was found for {text!r}; this is what was found for {found.corrected!r}."
    elif found.is_partial:
        yield "No study holds all of these words; these hold most of them."
    for one in found.absent:
        yield f"{one.text}: the vocabulary has {one.label}, but no study of this graph reports it."
    if found.meant:
        meant = dict.fromkeys(f"{one.label} ({heading(one.field)})" for one in found.meant)
        yield f"Searched as {', '.join(meant)}."
    if found.questions and found.questions[0].score >= _NEAR:
        yield f"Ask the whole graph: {_as_command(found.questions[0])}"


def _as_command(question: NearQuestion) -> str:
    values = (f"--{name.replace('_', '-')} {value!r}" for name, value in question.values.items())
    return " ".join(("aldkg query", question.name, *values))


def _said(one: FoundSentence, width: int) -> Iterator[str]:
    """Yield the statements of a sentence, and below them the sentence."""
    yield from _wrapped(" · ".join(claim.statement for claim in one.claims), width, "  ")
    if one.sentence:
        yield from _wrapped(one.sentence, width, "    ")


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
    )
