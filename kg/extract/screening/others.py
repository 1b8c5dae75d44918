"""Recognise solids named only for comparison, and statements that are only supposed.

"The peaks are analogous to those reported for SnO2/C" claims no SnO2/C for the current paper, and
"as for other oxides, for example SnO2 and Fe2O3" neither of these. "If a cycle removes 0.7 nm, ..."
gives no setting, nor does an experience of many years.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from corpus.model import Span
from kg.extract.text.rare import Rare

_LIKE: Final = (
    r"(?:analogous|similar|comparable|identical|akin|equivalent|superior|inferior|contrary|"
    r"compared|comparison|contrast|consistent|agreement)"
)
_KNOWN: Final = (
    r"(?:reported|published|described|observed|known|found|identified|seen|obtained|literature|"
    r"previous(?:ly)?|earlier|elsewhere)"
)
#: Text between a word of comparison and a word for known results: "compared to the SnO2 anodes
#: published previously", "similar to what is known for ZnO", "higher than those reported for ZnO".
_SET_AGAINST: Final = re.compile(
    rf"(?:\b{_LIKE}(?: of [^.;,()]{{1,60}}?)? (?:to|with) "
    rf"(?:(?!\b(?:our|we|this|these)\b)[^.;()]){{0,90}}?\b{_KNOWN}(?: {_KNOWN})?\b"
    # a sample that was "found" or "obtained" may belong to the work
    r"|\bcomparable (?:to|with) (?:the |that |those )?(?:values? )?(?:in|of|for) (?:typical|common|"
    r"conventional|other)\b[^;]*"
    r"|\bthan (?:that|those|what) (?:\w+ ){0,3}?(?:reported|published|known|in the literature)\b)"
    r"(?:\W+(?:for|in|on|of|by)\b[^.;,]*)?",
    re.IGNORECASE,
)
#: Examples of solids beyond the work: "other oxides, for example, SnO2/C and ZnO".
_EXAMPLES: Final = re.compile(
    r"\bother\s(?:[\w-]+\s){0,3}[\w-]+s,?\s"
    r"(?:such as|including|like|e\.g\.,?|include|\(e\.g\.,?)[^.;]*",
    re.IGNORECASE,
)
#: Words before examples to which the work was extended: "it was applied to other dots, such as
#: CdSe".
_EXTENDED: Final = re.compile(
    r"\b(?:extend|expand|appl|transfer|generali[sz]|adapt|grow|deposit|coat|synthesi[sz]|obtain|made|"
    r"mak|prepar|demonstrat|observ)\w*\s(?:[\w-]+\s){0,2}?(?:to|on|onto|for|with|around)\s"
    r"(?:many\s|several\s|various\s)?$",
    re.IGNORECASE,
)
#: Solids of a contrast, up to the last comma: "Unlike ZnO, CuO or Ag, TiO2 is stable".
_UNLIKE: Final = re.compile(
    r"\bunlike\b[^.;]*,(?=[^,]*\b(?:has|have|had|is|are|was|were|shows?|exhibits?)\b)",
    re.IGNORECASE,
)


#: What was bought to compare with: "commercial Pt/C was used as a benchmark".
_BENCHMARK: Final = r"(?:benchmarks?|references?|comparisons?|controls?|standards?|baselines?)"
_BOUGHT: Final = re.compile(
    r"\bcommercial(?:ly available)? [^.;,]{1,60}?(?: \([^()]*\))?(?= (?:catalysts? |powders? |"
    r"electrodes? |films? )?(?:(?:was|were|is|are) (?:\w+ ){0,3}?)?(?:(?:as|for) "
    rf"(?:an? |the |our )?(?:\w+ )?{_BENCHMARK}|to compare)\b)|"
    rf"\b{_BENCHMARK}(?: \w+)?, (?:an? |the )?commercial [^.;,]{{1,60}}|"
    r"\b(?:than|against|outperform\w*|surpass\w*|exceed\w*|versus|vs\.?|(?:compar\w+|superior|"
    r"similar|inferior|equivalent|relative|contrast) (?:to|with)) "
    r"(?:that of |those of |the |an? )*(?:\w+ )?commercial(?:ly available)? [^.;,]{1,60}",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)  # called once for each solid of a sentence
def set_against(text: str) -> tuple[Span, ...]:
    """Return the stretches of a sentence that only name a comparison for the work.

    >>> text = "The peaks are similar to those reported for SnO2 films."
    >>> [text[start:end] for start, end in set_against(text)]
    ['similar to those reported for SnO2 films']
    >>> set_against("The peaks are similar to those of our SnO2 films.")
    ()
    """
    found = (_SET_AGAINST, _EXAMPLES, _UNLIKE, _BOUGHT)
    return tuple(
        match.span()
        for words in found
        for match in words.finditer(text)
        if words is not _EXAMPLES or not _EXTENDED.search(text[: match.start()])
    )


_ASSUMED: Final = Rare(
    r"\b(?<!had been )(?:assum(?:e|es|ed|ing)|worst[- ]case|hypothetical)\b[^.,;:]*", re.IGNORECASE
)


def is_assumed(text: str, at: int) -> bool:
    """Return whether the thing at an offset is only assumed, as in a simulation.

    >>> is_assumed("The curve was simulated assuming 20 nm particles.", 35)
    True
    >>> is_assumed("We assume a loss, since the film has 20 nm particles.", 40)
    False
    """
    return any(match.start() < at < match.end() for match in _ASSUMED.finditer(text))


#: Words before a property whose value is an input of a calculation, and words after it.
_PUT_IN: Final = re.compile(
    r"\b(?:[Aa]ssum\w+|[Uu]sing|[Tt]aking|taken|given)\s(?:an?\s|the\s)?"
    r"(?:\w+\s){0,2}$"
)
_CALCULATED: Final = re.compile(
    r"\b(?:calculat|estimat|simulat|model|fit|deriv|evaluat|obtain|establish|comput|determin)\w*\b"
)
_WAS_PUT_IN: Final = re.compile(
    r"[^.;,]{0,60}\b(?:was|were|is|are)\s(?:\w+ly\s)?(?:assumed|taken|set|fixed|adopted|chosen|defined)\b|"
    r"(?:[^.;]|\.\d){0,120}\b(?:was|were) taken (?:in|from|for|as)\b"
)


def is_input(text: str, at: int) -> bool:
    """Return whether a property at an offset is only an input of a calculation.

    >>> is_input("The size was calculated assuming a refractive index of 2.4.", 35)
    True
    >>> is_input("The refractive index of the film was 2.4.", 4)
    False
    """
    if _WAS_PUT_IN.match(text, at):
        return True
    ahead = _PUT_IN.search(text[:at])
    if ahead is None:
        return False
    return (
        ahead[0].lower().startswith("assum")
        or _CALCULATED.search(text[: ahead.start()]) is not None
    )


#: General statements in the present.
_USUAL: Final = Rare(
    r"^(?:However, |In general, |Moreover, )?"
    r"(?:[Tt]ypical|[Cc]onventional|[Tt]raditional|[Cc]ommon)\s(?:[\w/()-]+\s){1,9}?(?:is|are|have|has|can|suffers?|shows?|exhibits?|requires?|uses?)\b"
)
#: What a thing is by its nature: "Titanium dioxide (TiO2) is an n-type semiconductor with".
_DEFINED: Final = re.compile(
    r"^\W*(?!(?:The|Our|This|These|Those|Both|Each|All|Its|Their|It|They|Here|There|Sample|Film)\b|"
    r"\S*doped\b)"
    r"[A-Z][\w−–-]*(?: [\w−–-]+){0,2}(?: \([^()]{1,25}\))?,? (?:is|are) (?:known as )?"
    r"(?:an?|one of the|the most) (?:[^\s.;:]+ ){0,8}?(?:semiconductors?|materials?|insulators?|"
    r"dielectrics?|ferroelectrics?|superconductors?|(?:di|tri|mono)?oxides?|compounds?|conductors?|"
    r"metals?|polymers?|candidates?|alternatives?|absorbers?|perovskites?|phosphors?)\b"
)
#: Statements about common weaknesses, and about the progress of the field.
_PRAISED: Final = Rare(
    r"\b(?:is|are) (?:\w+ly )?(?:prone|susceptible|vulnerable) to\b|\bfew reports\b|"
    r"\b(?:has|have) (?:rarely|seldom|hardly|not yet) been (?:reported|studied|shown)\b"
)
_OWN: Final = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Hh]erein|[Hh]ere|[Tt]his (?:work|study|paper))\b")
#: A line with up to this many words and without a full stop is a heading.
_HEADING_WORDS: Final = 14
_ENDED: Final = re.compile(r"[.!?:;]\W*$")
_VERB: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|\w{3,}ed|(?:in|de)creases?|reduces?|improves?|"
    r"enhances?|shows?|leads?|grows?|yields?|gives?|exceeds?|reach(?:es)?|remains?|keeps?)\b"
)


_WITHOUT_HOWEVER: Final = re.compile(r",?\s?\b(?:however|therefore|thus|moreover|in turn),?(?=\s)")
#: Frequent effects of a treatment: "heat treatments often lead to sintering".
_OFTEN: Final = Rare(
    r"^\W*(?:[\w-]+\s){1,5}(?:often|usually|commonly|frequently|inevitably|normally|invariably)\s"
    r"(?:leads?\sto|results?\sin|causes?|induces?|brings?|suffers?|entails?|requires?)\b"
)


def tells_the_usual(text: str) -> bool:
    """Return whether a sentence describes what is typical, or the progress of the field.

    >>> tells_the_usual("Typical dots are unstable."), tells_the_usual("Typical dots were cut.")
    (True, False)
    """
    if _USUAL.match(text.lstrip()):
        return True
    is_general = (
        _DEFINED.match(text)
        or _PRAISED.search(text) is not None
        or _OFTEN.search(_WITHOUT_HOWEVER.sub("", text))
    )
    return bool(is_general) and _OWN.search(text) is None


def is_bare_heading(paragraph: str) -> bool:
    """Return whether a whole paragraph is a heading that the layout does not mark.

    >>> is_bare_heading("Growth rate and density"), is_bare_heading("The films grew fast.")
    (True, False)
    """
    text = paragraph.strip()
    is_line = _ENDED.search(text) is None and len(text.split()) <= _HEADING_WORDS
    return is_line and _VERB.search(text) is None
