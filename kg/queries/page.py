"""The page of all named queries, ``docs/queries.md``, printed from the queries themselves."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Mapping

from kg.queries.named import NamedQuery, Param
from kg.table import Table, render_plain

_INTRODUCTION = """# Named queries

Printed from the files of `kg/queries/`. Ask one with
`aldkg query --store ./graph NAME --parameter value`, or open `/queries` of the service.

A material may be given as a formula (`Al₂O₃`) or a name (`alumina`), a concept by its id, name or
abbreviation (`TMA`), a class of materials by name (`lead chalcogenide`), a study by label
(`Liu 2011`), DOI or IRI. A value enters the SPARQL below at the line `# values:`; without one the
line is a comment, and the query answers for all.
"""
#: Rows of an answer that are shown.
_SHOWN = 3


def render_page(queries: Iterable[NamedQuery], answers: Mapping[str, Table]) -> str:
    """The page: for each query the question, its parameters, SPARQL and an answer.

    Parameters
    ----------
    queries
        In the order in which they are printed.
    answers
        The answer to the example of each query, by name; a query without one shows none.
    """
    sections = (_section(query, answers.get(query.name)) for query in queries)
    return "\n".join([_INTRODUCTION, *sections])


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
    named = table.readable()
    shown = Table(columns=named.columns, rows=named.rows[:_SHOWN])
    more = len(named) - len(shown)
    return render_plain(shown, width=32) + (f"... and {more} more\n" if more else "")
