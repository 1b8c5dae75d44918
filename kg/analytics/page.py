"""Write ``docs/analytics.md`` from the analyses: ``python -m kg.analytics.page``."""

from __future__ import annotations

import inspect
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

from kg.analytics.parameters import Parameter
from kg.analytics.registry import ANALYSES, Analysis

PAGE = Path("docs/analytics.md")

_INTRODUCTION = """# Analyses

Printed from the program: `python -m kg.analytics.page`; do not edit by hand.

An analysis looks at the graph as a whole. `aldkg analyse NAME` prints its answer as a table, CSV or
JSON; `/api/v1/analytics/NAME` and the page `/analytics/NAME` give the same. In Python:
`kg.analytics.run(store, name, parameters)`.

## What is analysed

Things (materials, reagents, processes, properties, techniques, layered samples) are linked where a
sentence links them: a process *makes* a material, a reagent is *precursor for* it, a coating is
*on* what it covers, something *causes* a change of a property, a property is *of* a sample, a
technique *shows* something (`aldkg query links` lists every link with its sentence). Occurring in
the same study does not link two things. General remarks of a review, and items that it only
lists, make no link. Formulas with an open content (`AlOx`) count as the exact
formula (`Al2O3`). Formulas with a placeholder (`PbX`) are classes, not materials.

Every answer describes this graph: a link that is missing here may be known elsewhere. The bundled
graph comes from one review and the notes on it, and the authors of the review chose its studies.

`aldkg export --format graphml`, `gexf` and `cytoscape` write the whole linked graph: studies and
things as nodes with `kind` and `label`; edges with `sort` (`link`, or `use` from a study to a
thing that it has), `link` (the type), `study`, `sentence` and `place`.
"""


def render_page() -> str:
    """Return the documentation of every analysis as Markdown."""
    listed = [f"- [{one.name}](#{one.name}): {one.question}" for one in ANALYSES.values()]
    sections = [_INTRODUCTION, "\n".join(["## The analyses", "", *listed])]
    sections += [_section(one) for one in ANALYSES.values()]
    return "\n\n".join(section.strip() for section in sections) + "\n"


def _section(analysis: Analysis) -> str:
    told = sections_of(inspect.getdoc(analysis.function) or "")
    parts = [f"## {analysis.name}", f"**{analysis.title}.** {analysis.question}"]
    parts += [told[name] for name in ("Returns", "Notes") if name in told]
    if "References" in told:
        parts.append(f"Reference: {told['References']}")
    if analysis.parameters:
        parts.append("\n".join(map(parameter_line, analysis.parameters)))
    columns = [name for name in analysis.columns if not name.endswith("_iri")]
    parts.append("Columns: " + ", ".join(name.replace("_", " ") for name in columns) + ".")
    parts.append(f"`{command_of(analysis)}`")
    return "\n\n".join(parts)


def sections_of(docstring: str) -> dict[str, str]:
    r"""Return the sections of a docstring in numpy style by heading, with single backticks.

    >>> sections_of("Say it.\n\nNotes\n-----\nO(``n``).\n")["Notes"]
    'O(`n`).'
    """
    parts = re.split(r"^(\w+)\n-+\n", docstring, flags=re.MULTILINE)
    named = zip(parts[1::2], parts[2::2], strict=True)
    return {name: _plain(text) for name, text in named}


def _plain(text: str) -> str:
    return re.sub(r":\w+:`~?(?:[\w.]+\.)?(\w+)`", r"`\1`", text).replace("``", "`").strip()


def parameter_line(parameter: Parameter) -> str:
    """Return a parameter as an item of a Markdown list."""
    need = "required" if parameter.default is None else f"default {parameter.default or 'none'}"
    name = parameter.name.replace("_", "-")
    return f"- `--{name}` ({parameter.signature}; {need}): {parameter.description}"


def command_of(analysis: Analysis) -> str:
    """Return a command that demonstrates an analysis."""
    return " ".join(["aldkg analyse", analysis.name, *_values(analysis)])


def _values(analysis: Analysis) -> Iterator[str]:
    for name, value in analysis.example:
        yield f"--{name.replace('_', '-')} {shlex.quote(value)}"


if __name__ == "__main__":
    PAGE.write_text(render_page(), encoding="utf-8")
