"""Write ``docs/maps.md`` from the maps: ``python -m kg.maps.page``."""

from __future__ import annotations

import inspect
from functools import partial
from pathlib import Path

from kg.analytics.page import parameter_line, sections_of
from kg.maps.registry import MAPS, Map

PAGE = Path("docs/maps.md")

_INTRODUCTION = """# Maps and plots

Printed from the program: `python -m kg.maps.page`; do not edit by hand.

A map is a picture of the graph with the rows that it was drawn from. The page `/maps/NAME` shows
both; its address holds the parameters, and each mark of the picture links to a page or to the
rows behind it. `/maps/NAME.svg`, `.png` and `.pdf` are the picture, `.csv` and `.json` the rows.
`aldkg map NAME -o FILE` writes the same; the suffix of the file selects the format. In Python:
`kg.maps.make(store, name, parameters)`. The same graph gives the same bytes.

Every picture shows this graph: what is missing here may be known elsewhere. Values are drawn in
the unit on the axis. A value that cannot be drawn with certainty is left out. It is counted
below the picture and listed in the rows with the reason.
"""


def render_page() -> str:
    """Return the documentation of every map as Markdown."""
    return (
        "\n\n".join(part.strip() for part in (_INTRODUCTION, *map(_section, MAPS.values()))) + "\n"
    )


def _section(one: Map) -> str:
    function = one.function.func if isinstance(one.function, partial) else one.function
    told = sections_of(inspect.getdoc(function) or "")
    parts = [f"## {one.name}", f"**{one.title}.** {one.question}"]
    parts += [told[name] for name in ("Returns", "Notes") if name in told]
    parts.append("\n".join(map(parameter_line, one.parameters)))
    options = "".join(f" --{name.replace('_', '-')} '{value}'" for name, value in one.example)
    parts.append(f"`aldkg map {one.name}{options} -o {one.name}.svg`")
    return "\n\n".join(parts)


if __name__ == "__main__":
    PAGE.write_text(render_page(), encoding="utf-8")
