"""The table of resources in ``docs/api.md``, which ``python -m api.cli.documentation`` writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from api.filters import FILTERS
from api.v1.resources import RESOURCES

_BEGIN: Final = "<!-- printed by `python -m api.cli.documentation`; do not edit -->"
_END: Final = "<!-- end -->"


def render_resources() -> str:
    """Render the resources and their filters as Markdown."""
    lines = ["| list | content | filters | `sort`, the default first |", "|---|---|---|---|"]
    for one in RESOURCES.values():
        cells = (f"`{one.path}`", one.summary, _codes(one.filters), _codes(one.sorts))
        lines.append(f"| {' | '.join(cells)} |")
    lines += ["", "| filter | value | example |", "|---|---|---|"]
    for name, taken in FILTERS.items():
        lines.append(f"| `{name}` | {taken.description} | `{taken.example}` |")
    return "\n".join(lines)


def _codes(names: Iterable[str]) -> str:
    return " ".join(f"`{name}`" for name in names)


def with_resources(text: str) -> str:
    """Return a document with its table of resources brought up to date.

    Raises
    ------
    ValueError
        If the document has no place for it.
    """
    before, begun, rest = text.partition(_BEGIN)
    _, ended, after = rest.partition(_END)
    if not (begun and ended):
        raise ValueError(f"the document lacks {_BEGIN} or {_END}")
    return f"{before}{_BEGIN}\n\n{render_resources()}\n\n{_END}{after}"
