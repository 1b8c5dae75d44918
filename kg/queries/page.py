"""The page of all named queries, ``docs/queries.md``, made from the queries themselves."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from kg.queries.named import NamedQuery, Param
from kg.table import Table, render_plain

_INTRODUCTION = """# Named queries

Printed from the files of `kg/queries/`. Ask one with
`aldkg query --store ./graph NAME --parameter value`, or open `/queries` of the service.
Below the list: [values of parameters](#values-of-parameters),
[what an answer says](#what-an-answer-says).
"""
_GUIDE = """## Values of parameters

| parameter | may be |
|---|---|
| material | a formula (`Al₂O₃`), a name (`alumina`, which includes AlOx), a class (`oxide`, `lead \
chalcogenide`) or a formula with a placeholder (`PbX`) |
| concept | its id, name or abbreviation (`TMA`) |
| temperature | `100`, `below 100 °C`, `373 K` |
| share | a number from 0 to 1 |
| study | a label (`Liu 2011`), an author (`Loiudice`: all by that first author), a number in a \
review (`[88]`), a DOI or an IRI |

A parameter of materials, concepts or studies takes several values: `mobility or PL`,
`PbS, PbSe or PbTe`, or the option repeated. Rows that match any of them are in the answer. A
concept includes its kinds: `stability` also means air stability, photostability and the others.

## What an answer says

A row is a *statement* about one study, made by any document. `said by` names the source: the paper
itself, a review about it, a paper that cites it, or a curator's note (with the source that it was
written from). `sentence` is the supporting text, and `place` lists every place that makes the
statement. If a row combines two facts, `linked` shows how: *stated* (the text links them), *same
sentence*, or *same study*, which only `--link study` shows. Only `growth-per-cycle` adds the solid
of a study that grew only one. A fact that the text links to one thing is not
offered for another. General remarks of a review, which concern no study in particular, are in
`general-statements`.

`belief` (0 to 1) is how reliably the statement was read. It rises with the confidence of the claims
and with the number of independent sources ([the formula](ontology.md#belief), [how often such rows
are right](evaluation.md#whole-papers)). A row that rests on several statements
has the belief of the least sure one. `--sure 0.7` leaves out rows below 0.7. Nothing is left out by
default: in whole papers about half of the rows with a belief below 0.5 are right. Belief means that
a statement was made, not that it is true.

On a terminal, in CSV and on pages columns have readable names, and empty columns are left
out; `--raw` and JSON keep all columns, with the IRIs behind the labels.

On a terminal a table is as wide as the terminal: the sentence is below its row, and a line
below the table names the columns that do not fit. `--columns` selects columns. `--format latex`
prints a table for a paper, `latex-list` a list of sentences, `markdown` a table for pandoc, and
`bibtex`, `ris` and `csl` the records of the studies that the answer cites.

A value enters the SPARQL of a question at the line `# values:`. Without a value the line is a
comment, and the query answers for all values. A line `# sure:` names a statement whose belief
is used, and gives the question the parameter `sure` and the column `belief`. If the file of a
question has a line `merge:`, solutions that differ only in the columns that it names make one row.
"""
#: Number of rows of an answer that are shown, and the width of their cells.
_SHOWN = 4
_WIDTH = 24
#: The topic that comes last.
_LAST = "Tables"


def render_page(queries: Iterable[NamedQuery], answers: Mapping[str, Table]) -> str:
    """Return the page: for each query the question, its parameters, SPARQL and an answer.

    Parameters
    ----------
    queries
        The queries, printed by topic, in the given order.
    answers
        The answer to the example of each query, by name; a query without one shows none.
    """
    listed = sorted(queries, key=lambda query: (query.topic == _LAST, query.topic))
    sections = (_section(query, answers.get(query.name)) for query in listed)
    return "\n".join([_INTRODUCTION, *_contents(listed), _GUIDE, *sections])


def _contents(queries: Sequence[NamedQuery]) -> Iterator[str]:
    """Yield the questions by topic, each with a link to its section."""
    for topic, group in groupby(queries, key=lambda query: query.topic):
        yield f"**{topic}**\n"
        yield "".join(f"- [{query.name}](#{query.name}): {query.question}\n" for query in group)


def _section(query: NamedQuery, answer: Table | None) -> str:
    parts = [f"## {query.name}\n", f"**{query.title}.** {query.question}\n"]
    if query.params:
        parts.append("".join(map(_parameter, query.params)))
    if query.merge:
        parts.append(f"Merged: {', '.join(f'`{name}`' for name in query.merge)}.\n")
    parts.append(f"```sparql\n{query.sparql}```\n")
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
    named = table.readable().headed()
    shown = Table(columns=named.columns, rows=named.rows[:_SHOWN])
    more = len(named) - len(shown)
    return render_plain(shown, width=_WIDTH) + (f"... and {more} more\n" if more else "")
