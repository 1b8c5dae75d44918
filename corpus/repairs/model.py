"""What a repair is: a row of a table."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What is seen, what was printed, and the font in which alone it can be nothing else.

    Every row maps each character to one that it replaces, so offsets stay true.
    """

    name: str
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str]
    font: str = ""
