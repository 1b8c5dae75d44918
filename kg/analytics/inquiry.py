"""Inquiries about the graph as a whole, analyses and maps, and how they are found by name."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from kg.analytics.facts import Facts
from kg.analytics.parameters import Parameter, read_values
from kg.errors import QueryError

Found = TypeVar("Found")
Named = TypeVar("Named")


@dataclass(frozen=True, slots=True, kw_only=True)
class Inquiry(Generic[Found]):
    """A question about the graph, answered by a function of its facts.

    ``example`` are parameter values for a demonstration.
    """

    name: str
    title: str
    question: str
    function: Callable[..., Found]
    parameters: tuple[Parameter, ...] = ()
    example: tuple[tuple[str, str], ...] = ()

    def answer(self, facts: Facts, given: Mapping[str, str]) -> Found:
        """Return the answer for given values, by parameter; an empty text means the default.

        Raises
        ------
        QueryError
            If a parameter or a value is unknown, or a needed value is missing.
        """
        return self.function(facts, **read_values(self.name, self.parameters, given))


def find_named(kind: str, known: Mapping[str, Named], name: str) -> Named:
    """Return the value with this name.

    Raises
    ------
    QueryError
        If there is none; the message lists the nearest names, or all.
    """
    if name not in known:
        near = difflib.get_close_matches(name, known)
        hint = f"did you mean: {', '.join(near)}" if near else f"there are: {', '.join(known)}"
        raise QueryError(f"no {kind} {name!r}; {hint}")
    return known[name]
