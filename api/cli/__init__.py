"""The ``aldkg`` command, one file per command.

Each parses its arguments, calls :mod:`kg` or :mod:`corpus`, and prints the result. Exit codes:
0 success, 1 failure, 2 wrong use, 3 done but some files were rejected, 130 interrupted.
"""

from __future__ import annotations

import logging
import sys

from api.cli.app import make_app
from api.errors import EXIT_FAILED

__all__ = ["main", "make_app"]

_LOG = logging.getLogger("aldkg")


def main() -> None:
    """Run the command line; an unexpected error ends it with one line instead of a traceback."""
    logging.basicConfig(format="%(name)s: %(message)s", level=logging.WARNING)
    logging.getLogger("urllib3").setLevel(logging.ERROR)  # its retries are not worth a line
    try:
        make_app(next(iter(sys.argv[1:]), ""))()
    except Exception:  # a bug in this program: the trace goes to the log
        _LOG.exception("internal error; please report it")
        sys.exit(EXIT_FAILED)
