"""Repairs of lost and extra blanks: words run together, letters spaced out, leftover hyphens.

As in :mod:`corpus.repairs.ligatures`, the document is searched once for broken words. Only function
words are separated from others ("thefilm", "usedto"), numbers from words before them ("at150 °C")
and formulas from function words ("ofAl2O3"), because two joined names may be a name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import accumulate, pairwise

from corpus.repairs.lexicon import FUNCTION_WORDS, lexicon
from corpus.repairs.model import Repair

#: No word of the field begins with one of these and ends with another word.
_FIRST = ("the", "and", "with", "from", "were", "was", "which", "that", "these", "been")
#: No word of the field begins with another word and ends with one of these.
_LAST = (
    "the",
    "and",
    "was",
    "were",
    "with",
    "from",
    "which",
    "using",
    "into",
    "onto",
    "of",
    "solution",
)
_LAST_AFTER_PARTICIPLE = ("to", "on", "by", "at", "in", "of", "as", "for")
_PARTICIPLE_AND_MORE = re.compile(rf"(?:ed|own)(?:{'|'.join(_LAST_AFTER_PARTICIPLE)})$")
_WORDS_WITH_BOTH = frozenset(
    (
        "whereof hereof thereof therefrom wherefrom therewith wherewith herewith thereat whereat"
        " thereon hereon whereon withstand withstands withstanding withdraw withdrawn withdraws"
        " withdrawing withhold withholds withheld within without therein herein wherein thereby"
        " thereafter hereafter whereas thereto android andiron thematic themed themes thermal"
        " nevertheless nonetheless therms thesis theses theory seethe waste wasted wasting washed"
    ).split()
)
_NAME_AHEAD = r"(?=[A-Z][A-Za-z]?[A-Z\d])"
_NOUNS = (
    r"(?=(?:process(?:es)?|films?|layers?|cycles?|growth|coatings?|shells?|precursors?|substrates?"
    r"|wafers?|system|reactor|nanocrystals?|nanoparticles?)\b)"
)
_SMALL_WORDS = r"(?=(?:thick|and|in|of|for|at|on|to|was|were)\b)"
#: A formula before a word ("Al2O3and", "TiO2nano-network"), an acronym before one ("ALDNiO").
_FORMULA_SEAM = (
    r"(?:(?<=[A-Z][a-z]O\d|[A-Z][a-z]\dO|[a-z]2O\d|[a-z]Se\d|[a-z](?:Br|Cl)\d|CO\)\d)"
    r"|(?<=[a-z]S\d|[VW]O\d|WS\d|bI\d)|(?<=WSe\d))"
    r"(?=(?:and|or|on|with|was|were|films?|layers?|monolayers?|nano\w{3,}|nano-\w+|coating)\b)"
    r"|(?<=\bALD)(?=(?:[A-Z][a-z]O|[A-Z][a-z]\d|[A-Z][a-z]N)\d?\b)|(?<=[−⁻-]1)(?=vs\b)"
)
_GLUED = re.compile(
    # "ofAl2O3", "usingTMA"; "at150 °C", "of5 nm"
    rf"(?<=\bof){_NAME_AHEAD}|(?<=\b(?:the|and|for)){_NAME_AHEAD}|(?<=\busing){_NAME_AHEAD}"
    rf"|(?<=\b(?:with|from|into|onto|were)){_NAME_AHEAD}|(?<=\b(?:at|of|to|by))(?=\d)"
    r"|(?<=\b(?:for|and))(?=\d)|(?<=\b[Aa]fter)(?=\d)|(?<=\b(?:from|with|than))(?=\d)|(?<=\b(?:about))(?=\d)"
    # "ALDprocess", "TiO2films"; "150 °Cfor", "5 nmthick"
    rf"|(?<=\bbetween)(?=\d)|(?<=[A-Z][A-Z\d]){_NOUNS}|(?<=°C)(?=[a-z]{{2}})"
    rf"|(?<=[ \d]nm){_SMALL_WORDS}|{_FORMULA_SEAM}"
)
#: A fast test whether a text may have such places, before the slower search for them.
_MAY_BE_GLUED = re.compile(
    r"\b(?:of|the|and|for|using|with|from|into|onto|were|at|to|by|than|about|between|[Aa]fter)(?=[A-Z\d])"
    rf"|[A-Z][A-Z\d]{_NOUNS}|°C[a-z]|[ \d]nm{_SMALL_WORDS}|{_FORMULA_SEAM}"
)
_SPACED = re.compile(r"(?<![\w-])(?:[A-Za-z] ){4,}[A-Za-z](?![\w-])")
_HYPHENED = re.compile(r"\b([A-Za-z]{2,})(-\s?)([a-z]{3,})\b(?!-)")


def gap_repairs(raw: str, parts: Collection[str]) -> Iterator[Repair]:
    """Yield the repairs for a document; ``parts`` has its words in lower case, split at hyphens."""
    places = [place for part in parts for place in _seam(raw, part, parts)]
    if places:
        pattern = re.compile("|".join(sorted(places)), re.IGNORECASE)
        yield Repair(name="words run together", pattern=pattern, replacement=" ")
    if _MAY_BE_GLUED.search(raw):
        yield Repair(name="blank lost beside a number or name", pattern=_GLUED, replacement=" ")
    if _SPACED.search(raw):
        yield Repair(
            name="letters spaced out",
            pattern=_SPACED,
            replacement=lambda match: _closed(match[0], parts),
        )
    if broken := {place for match in _HYPHENED.finditer(raw) for place in _hyphen(match, parts)}:
        pattern = re.compile("|".join(sorted(broken)))
        yield Repair(name="hyphen of a line end", pattern=pattern, replacement="")


def _is_known(word: str, parts: Collection[str]) -> bool:
    return word in lexicon() or (len(word) > 4 and word in parts)


def _seam(raw: str, part: str, parts: Collection[str]) -> Iterator[str]:
    """Yield a pattern of each place where a word of the document is two words."""
    if len(part) < 5 or part in _WORDS_WITH_BOTH or part in lexicon():
        return
    if (seams := _run_of_words(part)) is not None:
        yield from seams
    elif (adverb := _ADVERB.fullmatch(part)) and all(
        _is_known(word, ()) for word in adverb.groups()
    ):
        yield _between(*adverb.groups())
    elif part.startswith(_FIRST):
        first = next(first for first in _FIRST if part.startswith(first))
        rest = part[len(first) :]
        if len(rest) > 2 and _is_known(rest, parts):
            yield _between(first, rest)
    elif part.endswith(_LAST) or _PARTICIPLE_AND_MORE.search(part):
        last = next(last for last in _LAST + _LAST_AFTER_PARTICIPLE if part.endswith(last))
        rest = part.removesuffix(last)
        if _may_end_before(last, rest, raw) and _is_known(rest, parts):
            yield _between(rest, last)


def _between(first: str, second: str) -> str:
    """Return the pattern of the place between two words that are printed as one."""
    return rf"(?<=\b{first})(?={second}\b)"


def _may_end_before(last: str, rest: str, raw: str) -> bool:
    """Return whether ``rest`` and ``last`` may be two words: long enough, and not a name."""
    is_long = len(rest) > (4 if last == "of" else 2) or rest in FUNCTION_WORDS
    is_name = last not in ("of", "solution") and re.search(rf"\b{rest}{last}\b", raw) is None
    return is_long and not is_name


#: An adverb joined to the word after it: "thermallyevaporated".
_ADVERB = re.compile(r"([a-z]{4,}ly)([a-z]{2,}(?:ed|own))")


#: Function words between others; three known words that include one are not a name.
_LINKS = frozenset("was were the and of with from into onto for by using".split())


def _run_of_words(part: str) -> list[str] | None:
    """Return the seams of three or more joined words: "solutionwasadded", "ofdrytoluene"."""
    if len(part) < 10 or not any(link in part for link in _LINKS):
        return None
    words = _divided(part, ())
    if words is None or len(words) < 3 or not _LINKS.intersection(words[:-1]):
        return None
    ends = list(accumulate(len(word) for word in words))[:-1]
    return [_between(part[:end], part[end:]) for end in ends]


def _hyphen(match: re.Match[str], parts: Collection[str]) -> Iterator[str]:
    """Yield a pattern of the hyphen if the whole is a known word and the halves are not."""
    first, hyphen, second = match.groups()
    whole = first.lower() + second
    is_word = second in lexicon() or re.search(rf"(?<![\w-]){second}(?![\w-])", match.string)
    is_cut = hyphen != "-" or (first.lower() not in lexicon() and not is_word)
    if is_cut and len(first) > 3 and (whole in lexicon() or whole in parts):
        yield rf"(?<=\b{first}){hyphen}(?={second}\b)"


def _closed(spaced: str, parts: Collection[str]) -> str:
    """Join spaced letters into words if all of them make up words; else return them unchanged.

    >>> _closed("a b s t r a c t", ()), _closed("t h i n f i l m s", ()), _closed("A B C D E", ())
    ('abstract', 'thin films', 'A B C D E')
    """
    letters = spaced.replace(" ", "")
    words = _divided(letters.lower(), parts)
    if words is None:
        return spaced
    ends = [0]
    for word in words:
        ends.append(ends[-1] + len(word))
    return " ".join(letters[start:end] for start, end in pairwise(ends))


def _divided(letters: str, parts: Collection[str]) -> list[str] | None:
    """Split letters into the fewest known words; ``None`` if that is impossible."""
    best: list[list[str] | None] = [[]]
    for end in range(1, len(letters) + 1):
        ways = (
            [*before, letters[start:end]]
            for start in range(max(0, end - 24), end)
            if (before := best[start]) is not None
            and end - start > 1
            and (_is_known(letters[start:end], parts) or letters[start:end] in FUNCTION_WORDS)
        )
        best.append(min(ways, key=len, default=None))
    return best[-1]
