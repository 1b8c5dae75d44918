"""Greek letters by their English names, as in manuscripts and databases."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from unicodedata import lookup

_NAMES: Final = (
    "alpha beta gamma delta epsilon zeta eta theta kappa mu nu xi pi rho sigma tau phi chi psi"
    " omega"
).split()

#: Name -> letter: "mu" gives the small letter, "Omega" the capital.
GREEK: Final[Mapping[str, str]] = MappingProxyType(
    {
        **{name: lookup(f"GREEK SMALL LETTER {name}") for name in _NAMES},
        **{name.capitalize(): lookup(f"GREEK CAPITAL LETTER {name}") for name in _NAMES},
        "lambda": lookup("GREEK SMALL LETTER LAMDA"),  # as Unicode spells it
    }
)
