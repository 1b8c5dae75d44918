"""Answers questions within limits, in a separate process that can be killed.

The query engine cannot be interrupted, not even by Ctrl-C, and a hostile query may take all memory.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from api.settings import Settings
from kg.errors import QueryError
from kg.isolate import Failure, each
from ontology.errors import AldkgError

Answer = TypeVar("Answer")

#: The limit that ``--timeout 0`` sets, in seconds: eleven days.
_NO_END = 1_000_000.0


def within_limits(ask: Callable[[], Answer], timeout: float | None) -> Answer:
    """Answer a question, and end it if it exceeds its time or memory.

    Parameters
    ----------
    ask
        Opens the store and asks the question; its answer is pickled.
    timeout
        Seconds; ``None`` takes the limit of the settings, 0 means no limit.

    Raises
    ------
    QueryError
        If the question is refused or malformed, or was ended.
    """
    settings = Settings.from_env()
    seconds = settings.query_seconds if timeout is None else timeout or _NO_END

    def attempt(_: int) -> Answer | Failure:
        try:
            return ask()
        except AldkgError as error:
            return Failure(cause=str(error))

    megabytes = settings.worker_memory_mb
    ((_, outcome),) = each(attempt, (0,), workers=1, seconds=seconds, megabytes=megabytes)
    if isinstance(outcome, Failure):
        raise QueryError(_with_remedy(outcome.cause))
    return outcome


def _with_remedy(cause: str) -> str:
    if cause.startswith("took longer"):
        return f"the query {cause}; --timeout SECONDS raises the limit"
    return cause
