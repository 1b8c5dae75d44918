"""Words of a list of purchases, which does not yet state a use."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.text.rare import Rare

#: Words for a purchase; an experimental section uses what it buys, each substance in its usual
#: role.
BOUGHT: Final = Rare(
    r"\b(?:purchased|bought from|as received|used without further purification|"
    r"(?:received from|supplied by|obtained from) (?-i:[A-Z][A-Za-z]{2,})|"
    r"commercial(?:ly)? (?:suppliers?|obtained))\b",
    re.IGNORECASE,
)
