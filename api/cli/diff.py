"""``aldkg diff``: prints the differences between two graphs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.limits import within_limits
from api.cli.options import OutputOption, TimeoutOption, VocabOption
from api.cli.output import TABLE_FORMATS, emit, print_table, require_format
from kg.table import Table

if TYPE_CHECKING:
    from kg.store import Location

_FORMATS = ("text", *(name for name in TABLE_FORMATS if name != "table"))


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="Folder of a graph, or sparql+http://HOST/PATH.")
    ],
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="Folder or address of the other graph.")
    ],
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help=f"One of: {', '.join(_FORMATS)}.")
    ] = "text",
    output: OutputOption = None,
    timeout: TimeoutOption = None,
    vocab: VocabOption = None,
) -> None:
    """Describe the differences between two graphs, by study and statement.

    A statement that only NEW has is added (+), and one that only OLD has is removed (−). A
    statement whose value differs is changed (~). Each is listed with its documents and
    its sentence.
    """
    from kg.changed import in_words
    from kg.store import locate

    require_format(form, _FORMATS)
    places = locate(old), locate(new)
    table = within_limits(lambda: _differences(*places), timeout)
    if form == "text":
        emit(in_words(table), output)
    else:
        print_table(table, form, output)


def _differences(old: Location, new: Location) -> Table:
    from kg.changed import differences
    from kg.store import open_graph

    return differences(open_graph(old), open_graph(new))
