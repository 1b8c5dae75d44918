"""The page of all named queries, ``docs/queries.md``, printed from the queries themselves."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kg.queries.named import NamedQuery, Param
from kg.table import Table, render_plain

_INTRODUCTION = """# Named queries

Printed from the files of `kg/queries/`. Ask one with
`aldkg query --store ./graph NAME --parameter value`, or open `/queries` of the service.

A material may be given as a formula (`Al₂O₃`) or a name (`alumina`), a concept by its id, name or
abbreviation (`TMA`), a class of materials by name (`lead chalcogenide`), a study by label
(`Liu 2011`), DOI or IRI. A value enters the SPARQL below at the line `# values:`; without one the
line is a comment, and the query answers for all.

A row cites its study by label, year and DOI, and shows its evidence: the sentence (where it may be
passed on), the document and the place in it. `voice` says who speaks: `own` is the study itself or
a note on it, `cited` another document, `general` a survey on its own account, without a study to
credit. A survey is a document with more claims about other studies than about its own. What it
says in general comes last; where materials, processes and outcomes are put together because they
stand in one study, it is left out, for it is no study of them.
"""
#: Rows of an answer that are shown, and the width of their cells.
_SHOWN = 4
_WIDTH = 24
#: The topic that comes last.
_LAST = "Tables"


def render_page(queries: Iterable[NamedQuery], answers: Mapping[str, Table]) -> str:
    """The page: for each query the question, its parameters, SPARQL and an answer.

    Parameters
    ----------
    queries
        Printed by topic, in the order given.
    answers
        The answer to the example of each query, by name; a query without one shows none.
    """
    listed = sorted(queries, key=lambda query: (query.topic == _LAST, query.topic))
    sections = (_section(query, answers.get(query.name)) for query in listed)
    return "\n".join([_INTRODUCTION, *_contents(listed), *sections])


def _contents(queries: Sequence[NamedQuery]) -> Iterator[str]:
    """The questions by topic, each with a link to its section."""
    for topic, group in groupby(queries, key=lambda query: query.topic):
        yield f"**{topic}**\n"
        yield "".join(f"- [{query.name}](#{query.name}): {query.question}\n" for query in group)


def _section(query: NamedQuery, answer: Table | None) -> str:
    parts = [f"## {query.name}\n", f"**{query.title}.** {query.question}\n"]
    if query.params:
        parts.append("".join(map(_parameter, query.params)))
    parts.append(f"```sparql\n{query.text}```\n")
    if answer is not None:
        parts.append(f"`{_command(query)}`\n")
        parts.append(f"```text\n{_answer(answer)}```\n")
    return "\n".join(parts)


def _parameter(param: Param) -> str:
    need = "required" if param.is_required else f"default {param.default or 'any'}"
    return (
        f"- `--{param.name.replace('_', '-')}` ({param.signature}, {need}): {param.description}\n"
    )


def _command(query: NamedQuery) -> str:
    values = (f"--{name.replace('_', '-')} {shlex.quote(value)}" for name, value in query.example)
    return " ".join([f"aldkg query {query.name}", *values])


def _answer(table: Table) -> str:
    named = _without_empty(table.readable())
    shown = Table(columns=named.columns, rows=named.rows[:_SHOWN])
    more = len(named) - len(shown)
    return render_plain(shown, width=_WIDTH) + (f"... and {more} more\n" if more else "")


def _without_empty(table: Table) -> Table:
    """The table without the columns that say nothing in any row."""
    empty = (name for name in table.columns if all(cell is None for cell in table.column(name)))
    return table.without(*empty) if table.rows else table
