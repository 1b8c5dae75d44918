"""Find the numbers of a text, each with the unit after it, if it has one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kg.extract.quantities.numbers import NUMBER, WORDS, parse_number
from kg.extract.quantities.units import Unit, read_unit
from kg.extract.text.comparatives import MORE_OR_LESS
from kg.extract.text.rare import Rare
from kg.extract.text.trie import one_of

_DIGIT: Final = re.compile(r"[0-9]")
#: A number that is not part of a word, decimal, address or label (``V-1``, ``T-50``).
_NUMBER: Final = re.compile(
    rf"(?:(?<![A-Za-z0-9_⁰¹²³⁴-⁹⁺⁻])|(?<=[0-9]x))(?<![0-9][.,])(?<![A-Za-z]-)(?<![#$§])"
    rf"(?:{NUMBER})(?![0-9]|\.[0-9])"
    rf"|(?<=(?<![a-z])(?:as|at|to|of|by|is))(?:{NUMBER})(?=[ -]?[°%a-zA-Zμ])"
    rf"|(?<=\bsub-)(?:{NUMBER})",
    re.IGNORECASE,
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_MULTIPLES: Final = (
    {"twice": 2.0, "twofold": 2.0, "hundredfold": 100.0, "thousandfold": 1000.0}
    | {f"{word}fold": WORDS[word] for word in "three four five six seven eight nine ten".split()}
    | {f"{word}fold": 10.0 * n for n, word in enumerate(_TENS.split(), start=2)}
)

_HALVES: Final = ("half a", "half an")


def _spellings(words: Iterable[str]) -> str:
    """Return alternatives of words with and without a capital; each begins with a letter."""
    return one_of(spelling for word in words for spelling in (word, word.capitalize()))


#: Number words before a counted noun. Every branch starts with a letter, so that the search can
#: skip all other characters.
_WORD: Final = Rare(
    rf"(?:{_spellings(WORDS)})(?=[ -](?:(?:or|to|and) (?:[a-z]+ )?)?(?:full |single |complete |"
    r"more |(?:c-)?ALD )?(?:order|monolayer|bilayer|layers|ML|cycle|super-?cycle|dose|month|day|"
    r"week|hour|minute|year|fold|times|second))|(?<=within )an?(?= (?:second|minute|hour|day)\b)|"
    rf"(?:{_spellings(WORDS)})(?=(?: (?!of |to |and |or |per )[\w-]+){{1,2}} "
    rf"(?:super-?)?cycles\b)|(?<=[Aa]fter )an(?= hour\b)|(?:{_spellings(_HALVES)})(?= (?:hour|"
    rf"minute|nanomet|monolayer))|(?:{_spellings(WORDS)})(?=-(?:nanomet|micromet))|"
    rf"{'|'.join(f'{word}(?<=factor of {word})(?![a-z])' for word in WORDS)}|"
    rf"(?:{_spellings(['a', 'an', 'single', 'one'])})(?= (?:single )?order (?:of|lower|higher|"
    rf"smaller|larger))|(?:{_spellings(_MULTIPLES)})(?![a-z])"
)
_LABEL: Final = re.compile(
    r"(?:\b(?:Fig(?:ure)?s?|Tables?|Schemes?|Eqs?|Equation|Refs?|ref|Section|Chapter|Sect|No|pp?|Vol"
    r"|Scheme|sample|Sample|step|Step|Part|Entry|run|Copyright|©|ISBN|doi)\.? ?\(?|\bS)$"
)
YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}$")
_CORE_LEVEL: Final = re.compile(r"\b[A-Z][a-z]?(?: | ?\()$")
_TIMES_FOLD: Final = Rare(
    rf"[- ]times (?=(?:that|those|as|the|{MORE_OR_LESS}|rougher|smoother|improve|increase|enhance|"
    r"(?:and|or) (?:about |~ ?)?[0-9.]+ times)\b)|[- ]?fold(?![a-z])|"
    rf"x(?= (?:{MORE_OR_LESS}|improve|increase|enhance))"
)
#: Text after the difference of two shares: "by 6 percentage points", "11 points higher".
_POINTS: Final = re.compile(
    rf"[ -]percent(?:age)?[ -]points?\b|[ -]points?(?= (?:{MORE_OR_LESS}|above|below))"
)
_ORDERS: Final = Rare(
    r"(?: or (?:two|three|four|five))? orders?"
    r"(?:[ -]of[ -](?:a )?magnitude|(?= lower| higher| smaller| larger))"
)
#: More orders of magnitude than lie between any two quantities in nature.
MOST_ORDERS: Final = 100.0
_FACTOR_BEFORE: Final = Rare(
    r"(?<!ideality )(?<!quality )(?<!fill )(?<!filling )(?<!form )(?<!packing )(?<!dissipation )"
    r"(?<!sticking )(?<!power )factors? (?:of|as (?:high|large) as) (?:about |~ ?|up to )?$|"
    r"\ba factor (?:~ ?)?$"
)
#: The uncertainty of the last digits: ``1.10(5) Å``, ``78(4) K``, ``5.93 (2) Å``.
_UNCERTAIN: Final = re.compile(r"(?: (?=\([0-9]\) ?Å))?\(([0-9]{1,2})\)(?= ?(?:[^\W_]|[%°x·]))")
#: Text before a hyphen that is a dash between two quantities, not a minus sign.
_DASHED: Final = re.compile(r"[0-9)] ?(?:[A-Za-zμΩÅ°%/⁻¹²³]{1,9} ?)?$")
_LINKING: Final = re.compile(
    r"\b(?:at|to|from|of|and|or|below|above|between|is|was|than|by|about|around|near|vs\.?) $"
)
#: Words before a ratio: "enhanced by 2.6 times", "decreased between 1.8 and 7.5 times".
_BY: Final = re.compile(
    r"\b(?:by|(?:(?:in|de)creased|reduced|enhanced|improved|lowered|raised|rose|dropped|fell)"
    r"(?: by)?(?: between)?|(?:enhancement|improvement|increase|reduction|decrease|rise|gain)s? of)"
    r" (?:about |nearly |some |up to |more than |approximately |almost |over |[~∼≈] ?)?"
    r"(?:[0-9]+(?:\.[0-9]+)?(?: (?:and|to|or) |[-–]))?$"
)
#: A sign for a ratio ("reduced by nearly 2×"), not for a product.
_TIMES_SIGN: Final = re.compile(r" ?x(?! ?\d|[A-Za-z(])")
_FOLD: Final = Unit(code="{fold}", dimension="fold")
#: Verbs of repetition: "repeated 18 times" counts cycles, except of washing or measuring.
_REPEATED: Final = re.compile(r"\b(?:repeat(?:ed|ing)|dipp(?:ed|ing)|iterated)\b[^.;,]{0,20}$")
_WASHED: Final = re.compile(
    r"(?i:wash|rins|centrifug|precipit|purif|clean|measur|experiment|test|"
    r"(?:acetone|hexane|\w*ethanol|propanol|antisolvent) (?:was|were|is) (?:then |again )?added)"
)
_CYCLE: Final = Unit(code="{cycle}", dimension="count_cycle")
_PERCENT: Final = Unit(code="percent", dimension="percent")
#: A bare A is read as a unit only after a power of ten.
_AMPERE: Final = re.compile(r" ?A(?![A-Za-z0-9/⁻-])")
_RAISED: Final = re.compile(r"[x·*∙⋅^] ?10|10[⁰¹²³⁴-⁹⁻^-]|e-")
#: Text after 3M if it is a concentration and not the company.
_SOLUTION: Final = re.compile(r"[),;.]| (?:[A-Z]|aqueous|solution|in |of |[a-z]+ (?:acid|\w+ide))")
_CELSIUS: Final = re.compile(r" ?C(?![A-Za-zÀ-ž0-9/-]|\.[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """A number in the text: its place, its value, and the unit after it."""

    start: int
    number_end: int
    end: int
    value: float
    unit: Unit | None = None
    printed: str = ""
    tolerance: float | None = None
    orders: bool = False


def find_atoms(text: str) -> Iterator[Atom]:
    """Yield the numbers of a text with repaired spelling, in order."""
    pos = 0
    word = _next_word(text, 0)
    while True:
        if word is not None and word.start() < pos:
            word = _next_word(text, pos)
        mark = _next_number(text, pos)
        if word is not None and (mark is None or word.start() < mark.start()):
            mark = word
        if mark is None:
            return
        atom = _read_atom(text, mark)
        pos = mark.end() if atom is None else max(atom.end, mark.end())
        if atom is not None:
            yield atom


def _next_word(text: str, pos: int) -> re.Match[str] | None:
    """Return the next number word that is not the end of another word."""
    while (mark := _WORD.search(text, pos)) is not None:
        if mark.start() == 0 or not text[mark.start() - 1].isalnum():
            return mark
        pos = mark.start() + 1
    return None


def _next_number(text: str, pos: int) -> re.Match[str] | None:
    """Return the next number; ``-.5`` starts two characters before its first digit."""
    least = pos
    while (digit := _DIGIT.search(text, pos)) is not None:
        at = digit.start()
        for start in range(max(least, at - 2), at + 1):
            if text[start:at] in ("", "-", ".", "-."):
                mark = _NUMBER.match(text, start)
                if mark is not None:
                    return mark
        pos = at + 1
    return None


def _read_atom(text: str, mark: re.Match[str]) -> Atom | None:
    start, end = mark.span()
    word = mark[0].lower()
    if word in _MULTIPLES:
        return Atom(start=start, number_end=end, end=end, value=_MULTIPLES[word], unit=_FOLD)
    if _LABEL.search(text, max(0, start - 12), start) is not None:
        return None
    value = _value(word)
    if value < MOST_ORDERS and (orders := _ORDERS.match(text, end)) is not None:
        end = orders.end()
        return Atom(
            start=start, number_end=end, end=end, value=10.0**value, unit=_FOLD, orders=True
        )
    start, value = _signed(text, start, value)
    end, tolerance = _uncertainty(text, end, mark[0])
    unit, behind = _read_unit_behind(text, start, end, mark[0])
    return Atom(
        start=start,
        number_end=end,
        end=behind,
        value=value,
        unit=unit,
        printed=mark[0],
        tolerance=tolerance,
    )


def _value(word: str) -> float:
    if word in _HALVES:
        return 0.5
    return 1.0 if word in ("a", "an", "single") else parse_number(word)


def _uncertainty(text: str, end: int, printed: str) -> tuple[int, float | None]:
    """Read the ``(5)`` of ``1.10(5) Å``; return the position after it and the half-width."""
    decimals = printed.partition(".")[2]
    is_whole = not decimals and printed.isdigit() and len(printed) > 1
    mark = _UNCERTAIN.match(text, end) if decimals.isdigit() or is_whole else None
    if mark is None:
        return end, None
    return mark.end(), float(f"{mark[1]}e-{len(decimals)}")


def _signed(text: str, start: int, value: float) -> tuple[int, float]:
    """Return start and value; a hyphen after a number is a dash: ``1.9-2.4`` has no negative."""
    if text[start] != "-":
        return start, value
    if start > 0 and text[start - 1] not in " (=~<>≤≥,;:":
        return start + 1, -value
    before = text[max(0, start - 14) : start]
    dashed = _DASHED.search(before) is not None and _LINKING.search(before) is None
    return (start + 1, -value) if dashed else (start, value)


def _read_unit_behind(text: str, start: int, end: int, printed: str) -> tuple[Unit | None, int]:
    if (compared := _read_comparison(text, start, end)) is not None:
        return compared
    for gap in _gaps(text, start, end):
        read = read_unit(text, end + gap)
        if read is not None and not _misread(text, start, end, gap, read[0], printed):
            return read
    celsius = _CELSIUS.match(text, end) if _is_warm(text, start, printed) else None
    if celsius is not None:
        return Unit(code="Cel", dimension="temperature"), celsius.end()
    ampere = _AMPERE.match(text, end) if _RAISED.search(printed) else None
    if ampere is not None:
        return Unit(code="A", dimension="current"), ampere.end()
    if _FACTOR_BEFORE.search(text, max(0, start - 30), start) is not None:
        return _FOLD, end
    return None, end


#: Words around the charging rate of a battery: "182 mA h/g at 5.0 C".
_CHARGED: Final = re.compile(r"mA\s?h|\bcapacit|\bcharg|\brates?\b", re.IGNORECASE)
#: Numbers that may be temperatures without a degree sign; colder ones are rare.
_WARM: Final = re.compile(r"(?:2[5-9]|[3-9]\d|\d{3,})(?:\.\d+)?")


def _is_warm(text: str, start: int, printed: str) -> bool:
    """Return whether "C" after a number, without its degree sign, may mean a temperature."""
    if YEAR.match(printed) or not _WARM.fullmatch(printed):
        return False
    return len(printed) > 2 or not _CHARGED.search(text, max(0, start - 80), start + 80)


def _read_comparison(text: str, start: int, end: int) -> tuple[Unit, int] | None:
    """Read "5 times" and "11 points" as a ratio, a percentage or a number of cycles."""
    if (fold := _TIMES_FOLD.match(text, end)) is not None:
        return _FOLD, end + len(fold[0].rstrip())
    if (points := _POINTS.match(text, end)) is not None:
        return _PERCENT, points.end()
    word = next((w for w in (" times", " points") if text.startswith(w, end)), None)
    by = _BY.search(text, max(0, start - 40), start)
    if by and (sign := _TIMES_SIGN.match(text, end)) is not None:
        return _FOLD, sign.end()
    if by and word is not None:
        return (_FOLD if word == " times" else _PERCENT), end + len(word)
    is_cycle = word == " times" and _is_repeated(text, start)
    return (_CYCLE, end + len(" times")) if is_cycle else None


def _is_repeated(text: str, start: int) -> bool:
    ahead = text[max(0, start - 120) : start]
    return _REPEATED.search(ahead) is not None and _WASHED.search(ahead) is None


#: An open bracket with nothing but numbers before the current one.
_OPENED: Final = re.compile(r"\((?:[\d.,\s±–~≈∼<>=×+-]|to|and|or|ca|about|up)*$")


def _gaps(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return where the unit may start after a number: at once, or after a space, hyphen or ")"."""
    if text.startswith(("  ", ") "), end):
        return (2,) if text[end] == " " or _OPENED.search(text, max(0, start - 12), start) else ()
    if text.startswith((" ", "-"), end):
        return (1,)
    if text.startswith(")", end):
        return (1,) if _OPENED.search(text, max(0, start - 12), start) else ()
    return (0,)


#: More moles in a litre than any liquid contains: water has 55.
_MOST_MOLAR: Final = 100.0


def _is_too_much(printed: str) -> bool:
    return printed.isdigit() and float(printed) > _MOST_MOLAR


def _misread(text: str, start: int, end: int, gap: int, unit: Unit, printed: str) -> bool:
    """Return whether a match is no unit but a core level (``C 1s``), decade, label or initial."""
    if unit.code == "mol.L-1" and _is_too_much(printed):
        return True  # a model: "ASAP 2020 M"
    if unit.code == "mol.L-1" and (printed, gap) == ("3", 0) and not _SOLUTION.match(text, end + 1):
        return True
    if text[end + gap : end + gap + 2] == f"{unit.code}." and YEAR.match(printed):
        return True  # 1996 L. Writer
    if unit.code in ("s", "d", "deg") and gap == 0 and text[end] in "sd":
        glued = YEAR.match(printed) or (len(printed) == 1 and unit.code == "d")
        return bool(glued) or _CORE_LEVEL.search(text, max(0, start - 4), start) is not None
    return False
