"""Find causes after a word of cause: "due to X", "by X", "after X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.knowledge.property_kinds import LASTING
from kg.extract.links.account import Account
from kg.extract.links.phrases import agents_behind
from kg.extract.links.stated_outcomes import StatedOutcome
from kg.extract.text.rare import Rare
from kg.model import Thing

#: Words between an effect and its cause.
_BEHIND = Rare(
    r"\b(?:due (?:mainly |mostly |primarily |in part )?to|owing to|because of|thanks to|"
    r"(?:as )?an? (?:direct )?(?:result|consequence) of|on account of|"
    r"(?:result|aris|originat|stemm?)\w* from|(?:caused|induced|enabled|provided|offered|granted|"
    r"achieved|obtained|realized|realised) (?:by|through|via|with|from|using)|"
    r"(?:attribut|ascrib|assign|explain)\w* (?:mainly |primarily |mostly )?(?:to|by)|by virtue of|"
    r"(?:attribut|ascrib|assign)\w* (?:the|this|these|its|their)\s[^,;.]{3,80}?\sto|"
    r"in the presence of|with the (?:help|aid|use|addition|introduction|incorporation) of|"
    r"by means of|depend\w* (?:\w+ly )?(?:up)?(?:on|from)|indicative of)\b",
    re.IGNORECASE,
)
#: The same directly after a noun of change: "passivation of traps from the coat".
_RIGHT_BEHIND = re.compile(
    r"(?:\s(?:of|in)\s[\w\s-]{1,40}?)?,?\s(?:obtained |achieved |caused |induced )?"
    r"(?:from|by|through|via|due to|owing to|thanks to|with|during)\s"
    r"(?:the\s|an?\s)?",
    re.IGNORECASE,
)
#: Verbs for changing a parameter: the thing that has the parameter may be an agent, the means of
#: changing it is not.
_TURNED = Rare(
    r"\bby (?:control|vary|chang|adjust|tun|increas|decreas|reduc|alter|tailor|select|modulat)"
    r"\w*ing\b",
    re.IGNORECASE,
)
#: Prepositions of means and time, which mark a cause where they open or close a clause.
_MEANS = Rare(
    r"\b(?:by|via|through|using|upon|after|following|with|from|when|on(?= \w*ing\b)|as(?= the )|"
    r"on(?= exposure)|during(?=\s(?:the\s)?(?:\w+\s)?(?:exposure|deposition|growth|ALD|annealing|"
    r"treatment|infilling|coating)))\b",
    re.IGNORECASE,
)
#: Words after such a preposition that rule out a cause: amounts, readings, circumstances.
_NO_MEANS = re.compile(
    r"\s*(?:(?:an?|the|up to|more than|about|over|almost|nearly|only|at least)\s+)*"
    r"(?:[\d~<>≈]|factor|order|respect|high|low|excellent|good|improved|enhanced|increas\w+|"
    r"decreas\w+|measur\w+|compar\w+|analy\w+|no\b)",
    re.IGNORECASE,
)
#: Properties of transfer, where "from" names the donor instead of a cause.
_PATHS = frozenset(
    "energy_transfer electron_transfer hole_transfer charge_injection ion_permeation".split()
)
_UNMOVED = re.compile(r"\b(?:un|not )(?:affected|changed|altered)\s$", re.IGNORECASE)
_TIME = re.compile(r"after|upon|following|when|during", re.IGNORECASE)


def turned_by(account: Account, stated: StatedOutcome) -> list[Thing] | None:
    """Return what is varied to change the property; ``None`` where nothing is said to be varied.

    "By increasing the shell thickness" credits the shell, "by changing the temperature" nothing.
    """
    turned = _TURNED.search(stated.part.text, *stated.reach)
    if turned is None:
        return None
    return agents_behind(account, stated, turned.end())


def causes_behind(account: Account, stated: StatedOutcome) -> list[Thing]:
    """Return causes after explicit words of cause; those right after the property go first."""
    text = stated.part.text
    for start in dict.fromkeys((stated.end, stated.place[1])):
        match = _RIGHT_BEHIND.match(text, start, stated.clause.end)
        is_path = match is not None and stated.outcome.property in _PATHS and "from" in match[0]
        own = agents_behind(account, stated, match.end()) if match and not is_path else []
        if own:
            return own
    found: list[Thing] = []
    is_chained = False
    for cause in _BEHIND.finditer(text, *stated.reach):
        is_after = cause.start() >= stated.end
        if is_after and not is_chained and stated.properties(stated.end, cause.start()):
            break  # the cause of another property
        is_chained = is_after
        if is_after or not stated.properties(cause.end(), stated.finding.at - 1):
            found += agents_behind(account, stated, cause.end())
    return found


def _others(stated: StatedOutcome, start: int, end: int) -> list[str]:
    """Return the properties other than that of the outcome that a stretch names."""
    return [name for name in stated.properties(start, end) if name != stated.outcome.property]


def means_of(account: Account, stated: StatedOutcome) -> Iterator[Thing]:
    """Yield causes after a preposition that opens the clause or follows the change."""
    text = stated.part.text
    if stated.clause.opener == "when":
        yield from agents_behind(account, stated, stated.clause.start)  # "when X was used, Y rose"
    is_credited = False
    for match in _MEANS.finditer(text, *stated.reach):
        is_open, word = stated.things_start(match.start()), match.group().lower()
        if is_credited and _TIME.match(word):
            continue  # "recovered by X after Y"
        if not (is_open or match.start() >= stated.place[0]) or _NO_MEANS.match(text, match.end()):
            continue
        if _UNMOVED.search(text[: match.start()]):
            continue  # "is unaffected by X"
        if not is_open and _others(stated, stated.end, match.start()):
            continue  # the means of another change
        is_test = _TIME.match(word) and stated.outcome.property in LASTING
        if is_open or not (is_test or word in ("with", "from")):
            found = agents_behind(account, stated, match.end(), acts=is_open and word == "with")
            is_test = is_test or (_TIME.match(word) and stated.outcome.direction == "none")
            told = [thing for thing in found if thing.kind != "chemical" or not is_test]
            is_credited = is_credited or bool(told)
            yield from told
