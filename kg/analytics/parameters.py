"""Parameters of analyses and maps: names, choices and bounded numbers, parsed from text."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from kg.errors import QueryError, unknown_parameter

#: Greatest length of the name of a thing, in characters.
LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of an analysis or map.

    ``name`` is the name that people type, ``argument`` the keyword of the function if it differs. A
    ``choice`` has ``choices``; numbers are between ``low`` and ``high``, both included. A parameter
    without a default must be given.
    """

    name: str
    type: Literal["name", "choice", "integer", "number", "flag"]
    description: str
    default: str | None = None
    choices: tuple[str, ...] = ()
    low: float = 0
    high: float = 0
    argument: str = ""

    @property
    def is_required(self) -> bool:
        """Whether a value must be given."""
        return self.default is None

    @property
    def options(self) -> tuple[str, ...]:
        """All allowed texts, if they can be listed; ``""`` is one if it may be left empty."""
        if self.type == "flag":
            return ("false", "true")
        return ("", *self.choices) if self.choices and not self.default else self.choices

    @property
    def signature(self) -> str:
        """The type for the documentation: ``integer 1 to 100``."""
        if self.type in ("integer", "number"):
            return f"{self.type} {self.low:g} to {self.high:g}"
        return f"one of {', '.join(self.choices)}" if self.choices else self.type

    def read(self, text: str) -> str | int | float | bool:
        """Return the value of a text.

        Raises
        ------
        QueryError
            If it has the wrong type, is out of bounds, or is none of the choices.
        """
        if self.type == "flag":
            return self._flag(text)
        if self.type in ("integer", "number"):
            return self._number(text)
        if self.type == "choice" and text and text not in self.choices:
            near = difflib.get_close_matches(text, self.choices) or self.choices
            raise QueryError(f"{self.name}: no {text!r}; there are: {', '.join(near)}")
        if len(text) > LONGEST:
            raise QueryError(f"{self.name}: a name has at most {LONGEST} characters")
        return text

    def _flag(self, text: str) -> bool:
        if text.casefold() in ("true", "yes", "1"):
            return True
        if text.casefold() in ("", "false", "no", "0"):
            return False
        raise QueryError(f"{self.name}: {text!r} is neither true nor false")

    def _number(self, text: str) -> int | float:
        try:
            number = int(text) if self.type == "integer" else float(text)
        except ValueError:
            kind = "whole number" if self.type == "integer" else "number"
            raise QueryError(f"{self.name}: {text!r} is not a {kind}") from None
        if not math.isfinite(number) or not self.low <= number <= self.high:
            raise QueryError(f"{self.name}: {text} is not from {self.low:g} to {self.high:g}")
        return number


def integer(name: str, default: int, low: int, high: int, description: str) -> Parameter:
    """Return a parameter for a whole number between two bounds, with a default."""
    return Parameter(
        name=name,
        type="integer",
        default=str(default),
        low=low,
        high=high,
        description=description,
    )


def read_values(
    owner: str, parameters: Sequence[Parameter], given: Mapping[str, str]
) -> dict[str, str | int | float | bool]:
    """Return the keyword arguments for given texts; parameters left out get their defaults.

    Raises
    ------
    QueryError
        If a name is unknown, a value is malformed, or a required one is missing.
    """
    known = [parameter.name for parameter in parameters]
    for name in given:
        if name not in known:
            raise unknown_parameter(owner, name, known)
    found: dict[str, str | int | float | bool] = {}
    for parameter in parameters:
        text = given.get(parameter.name, "").strip() or parameter.default
        if text is None:
            raise QueryError(f"{owner}: a value is needed for: {parameter.name}")
        found[parameter.argument or parameter.name] = parameter.read(text)
    return found
