"""Reagents that no list has and that the text calls a solvent, a ligand or a reducing agent.

"Using castor oil as the ligand": the words before "as the ligand" name the reagent, whatever it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention

_PART = (
    r"(?:solvents?|ligands?|surfactants?|linkers?|stabili[sz]ers?|reductants?|"
    r"(?:capping|reducing|stabili[sz]ing|complexing|chelating) agents?)"
)
#: Ends of the names of organic compounds and of liquids.
_NAME = (
    r"(?:[a-z][a-z-]{2,20} )?(?:[a-z]{2,20}(?:amines?|thiols?|phosphines?|silanes?|glycol|"
    r"anol|enol|ether|ester|ketone|amide|imine|lactam|lactone|pyridine|benzene|furan|"
    r"glucoside|gallate|hydrazide|citrate|sulfoxide|nitrile|terpene|decene|decane|phytol)|oils?)"
)
_CALLED = re.compile(
    rf"\b(?:[Uu]sing|[Ww]ith|of|in|[Uu]sed?|and|or|[Ee]mploying) (?:the |an? )?(?P<name>{_NAME})"
    r"(?: (?:and|or) [\w-]{4,20}(?: acid)?)?"
    r" (?:(?:was|were|is|are) )?(?:(?:used|acting|serving|acts?|serves?) )?as "
    rf"(?:the |an? )?(?:[a-z-]+ ){{0,2}}{_PART}\b"
)
#: Words that only describe the name behind them.
_ADJECTIVE = re.compile(
    r"(?:hot|cold|dry|pure|excess|some|more|both|of|the|and|or|with|using|other|"
    r"natural|organic|cheap|green|common|such)\s"
)


@settles("ald_called")
def with_called(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """The mentions with the reagents that only the part that they play tells."""
    taken = [(m.start, m.end) for m in mentions if m.kind in ("chemical", "material")]
    called = [m for m in find_called(text) if not any(s < m.end and m.start < e for s, e in taken)]
    return (*mentions, *called)


def find_called(text: str) -> Iterator[Mention]:
    """Reagents before "as the solvent", "as a ligand", "serves as the reducing agent".

    Examples
    --------
    >>> [m.id for m in find_called("with castor oil as the ligand and a film as the solvent trap")]
    ['castor oil']
    """
    for match in _CALLED.finditer(text) if " as " in text else ():
        start, end = match.span("name")
        if (ahead := _ADJECTIVE.match(text, start, end)) is not None:
            start = ahead.end()
        name = text[start:end]
        yield Mention(start=start, end=end, kind="chemical", id=name.lower(), text=name)
