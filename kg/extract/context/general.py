"""Statements of a paper about the field rather than about a study.

A paper cites works both for common knowledge and for findings: "Silicon anodes suffer from a low
stability [5]" states no finding of work 5, "Roe et al. stabilised silicon anodes [5]" does. Grammar
distinguishes them: the methods and findings of a study are in the past tense, general facts in the
present (Swales, Genre Analysis, 1990).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kg.extract.text.rare import Rare

_ADVERBS = r"(?:(?:\w+ly|also|then|first|already|been|not|further|even|recently)\s+)*"
_REPORTED = (
    r"(?:report|demonstrat|show|found|observ|achiev|obtain|develop|propos|fabricat|synthesi[sz]|"
    r"prepar|deposit|gr[eo]w|appl(?:y|ied)|employ|us(?:ed|ing)\b|measur|reach|exhibit|improv|increas|decreas|"
    r"enhanc|reduc|introduc|reali[sz]|reveal|confirm|indicat|verif|attribut|succe|lead|led\b|result|made\b|"
    r"yield|prov(?:ed|en)|coat|form|produc|construct|design|identif|determin|calculat|predict|"
    r"simulat|compar|suggest|conclud|establish|shift|drop|rose|fell|gave|allow|enabl|caus|perform|"
    r"display|remain|maintain|retain|convert|cover|dop|insert|incorporat|embed|encapsulat|infiltrat)\w*"
)
#: Words that can begin the object of a verb.
_OBJECT = (
    r"(?:(?:that|an?|the|its|their|no|only|and|high|both|two|three|several|how|it|this|these|such)"
    r"\b|\w+ly\b|\d)"
)
#: Verbs for what a study did or found, in the past tense.
_TOLD: Final = Rare(
    rf"\b(?:was|were|had|did|could)\b|\b(?:has|have)\s+{_ADVERBS}{_REPORTED}|"
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeen )(?<!\bbeing )"
    r"(?:\b(?:showed|found|led|grew|gave|rose|fell|became|underwent|took|kept|held|saw|reached|"
    r"exhibited|improved|increased|decreased|enhanced|reduced|revealed|indicated|resulted|yielded|"
    r"suggested|concluded|displayed|remained|maintained|retained|enabled)\s+"
    rf"(?:(?:by|for|to|on|in|with|when|using|via|from|under|up|over)\b|{_OBJECT})|"
    # "films deposited by CVD" is no past tense: an active verb would have its object next
    r"\b(?:made|reported|demonstrated|observed|achieved|obtained|developed|proposed|fabricated|"
    r"synthesi[sz]ed|prepared|deposited|measured|introduced|reali[sz]ed|confirmed|produced|"
    r"constructed|designed|identified|determined|calculated|investigated|studied|examined|caused|"
    rf"performed|presented|discovered)\s+{_OBJECT})|\bet al\b",
)
#: Phrases for what many did or want, without naming anyone.
_GENERAL: Final = Rare(
    r"\b(?:(?:has|have) (?:\w+ly )?(?:attracted|gained|received|drawn|emerged|become|evolved|"
    r"garnered|triggered|stimulated|sparked)|"
    r"(?:has|have|had) (?:\w+ )?been (?:\w+ly )?(?:considered|recogni[sz]ed|regarded|devoted|"
    r"made to|known|the subject|of interest|paid|focused|shown great|(?:widely|extensively|"
    r"intensively|intensely|commonly|frequently|broadly|heavily|actively|traditionally|"
    r"conventionally) \w+)|"
    r"(?:widely|extensively|intensively|commonly|frequently|generally|typically|usually|often|"
    r"mostly) (?:used|studied|investigated|explored|employed|applied|known|accepted|adopted|"
    r"utili[sz]ed|recogni[sz]ed|considered|made|fabricated|prepared|observed|found)|"
    r"(?:is|are) (?:\w+ )?(?:often|usually|typically|generally|commonly|normally|frequently|"
    r"traditionally|currently|inherently)\b|\bstate-of-the-art\b|\bof choice\b|"
    r"\b[Nn]o [^.;,]{3,60} (?:has|have) been (?:shown|reported|demonstrated)\b|"
    r"(?:often|usually|typically|generally|commonly|normally|frequently|always|inevitably) "
    r"(?:leads?|results?|causes?|suffers?|shows?|exhibits?|requires?|involves?|yields?|gives?|"
    r"limits?|occurs?|falls?|contains?|degrades?)|"
    r"(?:great|considerable|much|significant|tremendous|increasing|growing|intense) (?:\w+ )?"
    r"(?:interest|attention|efforts?|progress|potential|promise)|promising (?:\w+ ){0,3}"
    r"(?:candidates?|materials?|alternatives?)|efforts? (?:has|have|had)|efforts on|"
    r"(?:over|in|during) the (?:last|past) (?:few |several |two |three )?(?:years|decades?))\b",
    re.IGNORECASE,
)
#: Words by which a text refers to itself.
_ITSELF: Final = (
    r"\b(?:[Ww]e|[Oo]ur|[Hh]erein|[Hh]ere|"
    r"(?:[Tt]his|[Tt]he (?:present|current)) (?:work|study|paper|letter|article))\b"
)
_SPEAKS_OF_ITSELF: Final = re.compile(_ITSELF)
#: References to a figure or to the text itself, in a paper's account of its results.
_SHOWN_HERE: Final = re.compile(
    rf"\b(?:Figures?|Figs?\.?|Tables?|Schemes?|Movies?)\s?S?\d|{_ITSELF}"
)


#: Phrases about works that the sentence does not name.
_OF_LITERATURE: Final = re.compile(
    r"\b(?:[Ff]rom (?:the |a )?literature|"
    r"\bliterature (?:review|survey|search)\b|"
    r"(?:[Aa]ccording to|[Ii]n) (?:the |previous |earlier |existing )?(?:literature|reports?)\b|"
    r"[Ii]t (?:is|has (?:also |already |recently |previously )?been(?: experimentally)?) "
    r"(?:(?:well|widely|generally) )?"
    r"(?:known|accepted|established|believed|reported|shown|demonstrated|proved|proven|found|"
    r"suggested|noted|observed|recogni[sz]ed)\b|"
    r"(?:is|are) (?:well[- ])?known (?:to|for|as|that)\b|"
    r"(?:has|have) (?:also |already |previously |recently |never |not )*been (?:\w+ly )?"
    r"(?:reported|studied|explored)\b(?! here)|"
    r"previously (?:reported|published|observed) (?:results?|values?|data|work|stud(?:y|ies))|"
    r"(?:has|have) not (?:yet |so far )?been (?:\w+ly )?"
    r"(?:addressed|clarified|resolved|understood)|"
    r"\bever (?:measured|reported|observed|achieved)\b|"
    r"(?:was|were) (?:also )?previously (?:reported|observed|shown|demonstrated|found|described)\b|"
    r"(?:several|many|other|various|some) (?:research(?:ers)?|groups?|authors?|studies|works) "
    r"(?:have|has|had|reported|showed|found))\b"
)


#: The authors of an entry of a reference list: "A. Roe, B. C. Poe, and".
_ENTRY: Final = re.compile(
    r"^\W*(?:\d+\W+)?(?:(?:[A-Z]\.[ -]?){1,3}\s?[A-Z][\w'’-]+(?:[,，]\s?(?:and\s)?|\sand\s)){2,}"
)


@lru_cache(maxsize=1024)  # called for each finding of a sentence
def is_reference_entry(text: str) -> bool:
    """Return whether a sentence is an entry of a reference list that was mistaken for text.

    >>> is_reference_entry("A. Roe, B. C. Poe, and D. Doe, Growth of ZnO films, J. Films 1, 2.")
    True
    >>> is_reference_entry("22 K. Roe,H. Poe,X. Low,Y.")
    True
    >>> is_reference_entry("A. Roe grew ZnO films.")
    False
    """
    return _ENTRY.match(text) is not None


#: The end of an entry of a reference list: "2017, 77, 93-108.", "8, 2289-2292 (2008)".
_VOLUME: Final = Rare(
    r"\b(?:19|20)\d\d, \d{1,4}(?:\s?\(\d+\))?, \w?\d+|"
    r"\b\d{1,4}, \w?\d+(?:[-–−]\w?\d+)?,? \((?:19|20)\d\d\)"
)
#: The most sentences from one entry to the next, the sentences by which a title precedes its
#: journal, and the fewest entries of a list.
_ENTRY_LENGTH, _TITLE_AHEAD, _FEWEST_ENTRIES = 12, 1, 3


def entries_among(texts: Sequence[str]) -> frozenset[int]:
    """Return the indices of entries of a reference list that lost its heading and its lines.

    >>> told = ["ZnO was grown.", "Zinc films.", "J. A 8, 22-29 (2008).", "Tin films."]
    >>> sorted(entries_among([*told, "J. B 9, 1 (2009).", "J. C 7, 10 (2001)."]))
    [1, 2, 3, 4, 5]
    """
    runs: list[list[int]] = []
    for at in (i for i, text in enumerate(texts) if _VOLUME.search(text)):
        if runs and at - runs[-1][-1] <= _ENTRY_LENGTH:
            runs[-1].append(at)
        else:
            runs.append([at])
    return frozenset(
        index
        for run in runs
        if len(run) >= _FEWEST_ENTRIES
        for index in range(max(0, run[0] - _TITLE_AHEAD), run[-1] + 1)
    )


def tells_literature(text: str) -> bool:
    """Return whether a sentence reports what is known or was reported, and not the work at hand.

    >>> tells_literature("It has been shown that alumina protects ZnO.")
    True
    >>> tells_literature("It is known that ZnO dissolves, so we coated it with alumina.")
    False
    """
    return _OF_LITERATURE.search(text) is not None and not shows_here(text)


#: Words of a reason or a rule in the present tense: an explanation of a finding is no finding.
_REASON: Final = Rare(
    r"\b(?:because|since|due to|owing to|(?:attributed|ascribed) to|thus|therefore|hence|indeed|"
    r"typically|generally|usually|often|commonly|normally|in (?:theory|principle|general)|"
    r"when|if|where|in turn|for (?:example|instance)|optimal|needed|necessary)\b",
    re.IGNORECASE,
)


#: Words for what data show, which is no explanation.
_SEEN: Final = Rare(
    r"\b(?:spectra|patterns?|images?|curves?|measurements?|results?|analys[ei]s|data|experiments?) "
    r"(?:\w+ly |also |thus )?(?:show|reveal|indicat|confirm|demonstrat|suggest|prove)\w*"
)


@lru_cache(maxsize=1024)
def explains(text: str) -> bool:
    """Return whether a sentence in the timeless present gives a reason or a rule of the field.

    >>> explains("Oxygen diffuses into the films because magnesium binds it.")
    True
    >>> explains("The films were cut because magnesium binds oxygen."), explains("It is red.")
    (False, False)
    """
    is_seen = tells_a_study(text) or shows_here(text) or _SEEN.search(text)
    return _REASON.search(text) is not None and not is_seen


@lru_cache(maxsize=1024)  # called for each finding of a sentence
def tells_a_study(text: str) -> bool:
    """Return whether a sentence reports what somebody did or found, rather than a general fact.

    >>> tells_a_study("Nanowires are used in batteries."), tells_a_study("Nanowires were coated.")
    (False, True)
    >>> tells_a_study("Nanowires have been widely studied as anodes.")
    False
    """
    return _TOLD.search(text) is not None and _GENERAL.search(text) is None


def tells_the_field(text: str) -> bool:
    """Return whether a sentence reports what many did or want: "ALD has been widely used"."""
    return _GENERAL.search(text) is not None


def shows_here(text: str) -> bool:
    """Return whether a sentence points to a figure or refers to the work at hand.

    >>> shows_here("Figure 2 shows the wires."), shows_here("Wires are strong.")
    (True, False)
    """
    return _SHOWN_HERE.search(text) is not None


def speaks_of_itself(text: str) -> bool:
    """Return whether a sentence refers to the work at hand in words other than "Figure".

    >>> speaks_of_itself("We grew the wires."), speaks_of_itself("Figure 2 shows the wires.")
    (True, False)
    """
    return _SPEAKS_OF_ITSELF.search(text) is not None
