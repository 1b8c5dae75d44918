"""``aldkg attach``: adds the quotes of the bundled review from a user's own copy."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.options import StoreOption, decision_log, store_to_write


def attach(
    copy: Annotated[
        Path, typer.Argument(metavar="FILE", help="The file with the text of the review.")
    ],
    store: StoreOption = None,
) -> None:
    """Show the review's sentences from your own copy of its text.

    The text of the bundled review may not be distributed, so its claims
    come without their sentences. With your copy the graph shows them.
    The copy is recognised by its SHA-256. A copy with other line ends
    or spacing is aligned, and one with other words is refused.
    """
    from kg.build import attach_review

    place = store_to_write(store)
    is_exact = attach_review(copy, place, decision_log(place))
    how = "is the text that was read" if is_exact else "differs only in line ends or spaces"
    typer.echo(f"{copy} {how}; the review's statements now show their sentences")
