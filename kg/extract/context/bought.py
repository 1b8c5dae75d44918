"""Words of a list of what was bought, which tells of no use yet."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.text.rare import Rare

#: What an experimental section buys it uses, each in its usual part.
BOUGHT: Final = Rare(
    r"\b(?:purchased|bought from|as received|used without further purification|"
    r"(?:received from|supplied by|obtained from) (?-i:[A-Z][A-Za-z]{2,})|"
    r"commercial(?:ly)? (?:suppliers?|obtained))\b",
    re.IGNORECASE,
)
