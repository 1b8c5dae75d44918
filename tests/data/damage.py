"""Clean text damaged as old fonts and converters damage it, a seeded function a kind of damage.

A function takes a text and a source of chance and gives the text as such a file would hold it. A
document has one printer: where a sign is printed in one of several wrong ways, the whole text has
the same. :data:`DAMAGES` names every kind. Used by the law in ``tests/kg/extract/test_damage.py``
and by ``benchmarks/damage.py``.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from random import Random

import corpus
from kg.claims import to_record
from kg.extract import extract
from kg.records.links import LINK_KEYS
from tests.data.dialects import DIALECTS, Dialect, written

Damage = Callable[[str, Random], str]

#: Of a record, what says where a claim was read and what it hangs together with, not what it says.
RECEIPT = {
    "doc",
    "evidence",
    "confidence",
    "rule",
    "extractor",
    "quote",
    "raw",
    "place",
    *LINK_KEYS,
}


def claims_of(text: str) -> frozenset[str]:
    """What is claimed in a text, wherever it stands."""
    paper = corpus.read_bytes(text.encode(), id="text", source="text.txt")
    records = (to_record(claim) for claim in extract(paper))
    return frozenset(
        json.dumps({key: value for key, value in record.items() if key not in RECEIPT})
        for record in records
    )


def pair(name: str, text: str, seed: str) -> tuple[str, str]:
    """Give a clean text and the same with a kind of damage."""
    base = BASES.get(name)
    clean = base(text, Random(f"{seed} base")) if base else text  # noqa: S311 no secret
    return clean, DAMAGES[name](clean, Random(seed))  # noqa: S311


_ELEMENTS = (
    "H|He|Li|Be|B|C|N|O|F|Na|Mg|Al|Si|P|S|Cl|K|Ca|Sc|Ti|V|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Rb"
    "|Sr|Y|Zr|Nb|Mo|Ru|Rh|Pd|Ag|Cd|In|Sn|Sb|Te|I|Cs|Ba|La|Ce|Er|Gd|Hf|Ta|W|Re|Os|Ir|Pt|Au|Hg|Tl|Pb"
    "|Bi|Me|Et|Cp"
)
_FORMULA = re.compile(
    rf"(?<![\w-])(?:\(?(?:{_ELEMENTS})(?:\d{{1,2}}(?:\.\d+)?)?\)?\d?){{1,9}}(?![\w-])"
)
_INDEX = re.compile(r"(?<=[A-Za-z)])\d{1,2}(?:\.\d+)?")
_DEGREE = re.compile(r"(?<=\d) ?°C")
_RANGE = re.compile(r"(?<=\d)–(?=\d)")
_POWER = re.compile(r"\^\{?[-−]?\d+\}?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
_LIGATURE = re.compile(r"(?<=[a-z])(?:ffi|ffl|ff|fi|fl)(?=[a-z])|\b(?:fi|fl)(?=[a-z]{2})")
_SIGNS = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
_LONG_WORD = re.compile(r"\b[a-z]{8,}\b")
_SENTENCE_END = re.compile(r"(?<=[a-z])\.(?= [A-Z])")


def _replaced(pattern: re.Pattern[str], *ways: str) -> Damage:
    """Print every match in one of the ways, the same through the text."""

    def damage(text: str, chance: Random) -> str:
        way = chance.choice(ways)
        return pattern.sub(lambda match: way, text)

    return damage


def blank_subscripts(text: str, chance: Random) -> str:
    """Al2O3 as "Al 2 O 3"; before a slash, hyphen or stop the last blank is missing."""
    return _FORMULA.sub(lambda match: _spaced(match[0]), text)


def _spaced(formula: str) -> str:
    return _INDEX.sub(lambda match: f" {match[0]} ", formula).strip().replace(" )", ")")


def bracketed_subscripts(text: str, chance: Random) -> str:
    """Al2O3 as "Al(2)O(3)", as bibliographic databases print it."""
    return _FORMULA.sub(lambda match: _INDEX.sub(lambda i: f"({i[0]})", match[0]), text)


def mathematics(text: str, chance: Random) -> str:
    r"""Al2O3 in LaTeX, in one way through the text."""
    upright, spaced = chance.choice((("mathrm{%s}", 0), ("mathrm { %s }", 1), ("rm %s", 0)))
    sub = " _ { %s } " if spaced else "_{%s}"

    def written(match: re.Match[str]) -> str:
        parts = re.split(r"(\d+)", match[0])
        if len(parts) == 1 or re.search(r"[().]", match[0]):
            return match[0]
        names = (upright % (" ".join(p) if spaced else p) if p else "" for p in parts[::2])
        ends = [sub % index for index in parts[1::2]] + [""]
        formula = "".join(f"{{\\{n}}}{e}" for n, e in zip(names, ends, strict=True) if n)
        return f"${formula}$"

    return _FORMULA.sub(written, text)


def broken_formulas(text: str, chance: Random) -> str:
    """Each index on a line of its own."""
    return _FORMULA.sub(lambda match: _spaced(match[0]).replace(" ", "\n"), text)


def tagged(text: str, chance: Random) -> str:
    """Formulas with the tags of a page, signs as entities."""
    text = html.escape(text, quote=False)
    way = chance.choice(("sub", "SUB", "inf"))
    text = _FORMULA.sub(lambda m: _INDEX.sub(lambda i: f"<{way}>{i[0]}</{way}>", m[0]), text)
    names = {"°": "&deg;", "–": "&ndash;", "μ": "&mu;", "µ": "&micro;", "×": "&times;"}
    for sign, name in names.items():
        text = text.replace(sign, name)
    return text


def lost_superscripts(text: str, chance: Random) -> str:
    """10^-3 and cm² as "10-3" and "cm2"."""
    return _POWER.sub(lambda match: match[0].strip("^{}").translate(_RAISED), text)


def blank_superscripts(text: str, chance: Random) -> str:
    """10^-3 and cm² as "10 -3" and "cm 2"."""
    spaced = _POWER.sub(lambda match: " " + match[0].strip("^{}").translate(_RAISED) + " ", text)
    return re.sub(r"(?<=\d) (?=[,.;)/])|(?<=\d)  (?=\w)", lambda m: m[0][1:], spaced)


def powers_without_minus(text: str, chance: Random) -> str:
    """10^-3 and cm⁻² as "10À3" and "cmÀ2"."""
    way = chance.choice(("À", "/C0", "/H11002", "−"))
    plain = _POWER.sub(lambda match: match[0].strip("^{}").translate(_RAISED), text)
    return re.sub(r"(?<=[a-zA-Z\d])-(?=\d\b)", way, plain) if plain != text else text


def ligature_signs(text: str, chance: Random) -> str:
    return _LIGATURE.sub(lambda match: _SIGNS[match[0]], text)


def ligatures_apart(text: str, chance: Random) -> str:
    """Efficient films as "e ffi cient fi lms"."""
    return _LIGATURE.sub(lambda match: f" {match[0]} ", text).replace("  ", " ")


def ligature_names(text: str, chance: Random) -> str:
    return _LIGATURE.sub(lambda match: f" /uni{ord(_SIGNS[match[0]]):04X} ", text).replace(
        "  ", " "
    )


def ligatures_lost(text: str, chance: Random) -> str:
    """Specific films as "speci c lms"."""
    return _LIGATURE.sub(" ", text).replace("  ", " ")


def ligatures_dropped(text: str, chance: Random) -> str:
    """Specific films as "specic lms"."""
    return _LIGATURE.sub("", text)


def soft_hyphens(text: str, chance: Random) -> str:
    """A soft hyphen in one of three long words; at a line end in one of six."""

    def hyphened(match: re.Match[str]) -> str:
        word = match[0]
        at = len(word) // 2
        way = chance.choice(("", "", "", "", "\u00ad", "\u00ad\n"))
        return word[:at] + way + word[at:]

    return _LONG_WORD.sub(hyphened, text)


def hard_hyphens(text: str, chance: Random) -> str:
    """A text in lines of 60 characters, long words divided at their ends."""
    return "\n\n".join(_wrapped(line, 60) for line in text.split("\n") if line.strip())


def _wrapped(line: str, width: int) -> str:
    lines, run = [], ""
    for word in line.split(" "):
        room = width - len(run) - 1
        if len(run) + len(word) < width:
            run = f"{run} {word}" if run else word
        elif word.isalpha() and word.islower() and len(word) > 7 and 3 < room < len(word) - 3:
            lines.append(f"{run} {word[: len(word) // 2]}-")
            run = word[len(word) // 2 :]
        else:
            lines.append(run)
            run = word
    return "\n".join((*lines, run))


def glued_words(text: str, chance: Random) -> str:
    """The blank lost beside one article or preposition in three, and before a number."""
    pattern = re.compile(
        r"(?<=\b(?:the|and|for)) (?=[a-z]{4})|(?<=\b(?:at|of|to|in|by)) (?=\d|the\b)"
        r"|(?<=(?:were|ited|used)) (?=(?:at|on|in|by|with|from|to)\b)|(?<=°C) (?=[a-z])"
    )
    return pattern.sub(lambda match: chance.choice(("", " ", " ")), text)


def letter_spaced(text: str, chance: Random) -> str:
    """A heading of a publisher, letter by letter."""
    return f"a b s t r a c t\n\n{text}"


def split_paragraphs(text: str, chance: Random) -> str:
    """A page break in mid-sentence: blank lines, a page number, a form feed."""
    way = chance.choice(("\n\n", "\n\n\n", "\n\n12\n\f\n", "\n\f", "\n\n"))

    def broken(paragraph: str) -> str:
        gaps = [match.start() for match in re.finditer(r"(?<=[a-z\d,]) (?=\w)", paragraph)]
        if len(gaps) < 20:
            return paragraph
        at = gaps[len(gaps) // 2]
        return paragraph[:at] + way + paragraph[at + 1 :]

    return "\n".join(broken(paragraph) for paragraph in text.split("\n"))


def mojibake(text: str, chance: Random) -> str:
    """UTF-8 read as Windows-1252, or as Latin-1."""
    data = text.encode()
    if chance.random() < 0.5:
        return data.decode("latin-1")
    return "".join(bytes([b]).decode("cp1252", errors="ignore") or chr(b) for b in data)


def full_width(text: str, chance: Random) -> str:
    """Brackets, percent signs and digits of numbers as an East Asian font has them."""
    wide = {ord(sign): chr(ord(sign) + 0xFEE0) for sign in "(),%~0123456789"}
    return re.sub(r"[()%~]|(?<=[\s(])\d+(?=[ %])", lambda match: match[0].translate(wide), text)


def zero_width(text: str, chance: Random) -> str:
    """A place where a line may break, behind every slash and dash and inside long words."""
    text = re.sub(r"(?<=[/–-])", "\u200b", text)
    return _LONG_WORD.sub(lambda match: match[0][:4] + "\u200b" + match[0][4:], text)


def symbol_font(text: str, chance: Random) -> str:
    """Greek letters and signs as codes of the Symbol font."""
    signs = {"°": 0xB0, "μ": 0x6D, "µ": 0x6D, "×": 0xB4, "±": 0xB1, "Ω": 0x57, "α": 0x61, "~": 0x7E}
    return text.translate({ord(sign): chr(0xF000 + code) for sign, code in signs.items()})


def glyph_names(text: str, chance: Random) -> str:
    """Signs and brackets as names of glyphs."""
    aip = {"(": "/H20849", ")": "/H20850", "°": "/H11034", "μ": "/H9262", "µ": "/H9262"}
    aip |= {"×": "/H11003", "±": "/H11006", "~": "/H11011", "Ω": "/H9024", "–": "–"}
    elsevier = {"°": "/C14", "×": "/C2", "±": "/C6", "~": "/C24"}
    names = chance.choice((aip, elsevier))
    return text.translate({ord(sign): name for sign, name in names.items()})


def with_marks(text: str, chance: Random) -> str:
    """Citation marks in brackets behind one sentence in three."""
    return _SENTENCE_END.sub(
        lambda match: chance.choice((".", ".", f" [{10 + match.start() % 50}].")), text
    )


def glued_marks(text: str, chance: Random) -> str:
    """Such marks as superscripts without markup, behind the full stop or before it."""
    way = chance.choice((r".\1", r"\1."))
    return re.sub(r" \[(\d+)\]\.", way, text)


def micro(text: str, chance: Random) -> str:
    way = chance.choice(("/H9262", "mu ", "\uf06d", "µ ", "Î¼"))
    return re.sub(r"[μµ](?=[A-ZΩa-z])", way, text)


def _in_dialect(dialect: Dialect) -> Damage:
    return lambda text, chance: written(text, dialect, _FORMULA, _INDEX)


#: What a text must have before a damage can be seen, where clean texts have none.
BASES: dict[str, Damage] = {"glued citation mark": with_marks}

#: Every kind of damage by its name.
DAMAGES: dict[str, Damage] = {
    "blank before a subscript": blank_subscripts,
    "subscript in brackets": bracketed_subscripts,
    "formula in LaTeX": mathematics,
    "line break in a formula": broken_formulas,
    "degree sign": _replaced(
        _DEGREE,
        *(" ºC", "˚C", " ° C", "8C", " 8C", "/C14C", "/H11034C", " oC", " o C", "◦C"),
        *(" degrees C", " degC", "\uf0b0C", " Â°C", "⁰C"),
    ),
    "range dash": _replaced(_RANGE, "±", "�", "?", "-", "â€“", "\u0096", " - ", "−"),
    "micro sign": micro,
    "minus sign": powers_without_minus,
    "times sign": _replaced(re.compile("×"), "/C2", "/H11003", "Ã—", "\uf0b4", "x", "3"),
    "superscript without markup": lost_superscripts,
    "superscript set apart": blank_superscripts,
    "ligature as one sign": ligature_signs,
    "ligature separated from its word": ligatures_apart,
    "ligature by its name": ligature_names,
    "ligature lost, a blank left": ligatures_lost,
    "ligature lost": ligatures_dropped,
    "soft hyphen": soft_hyphens,
    "line-end hyphen": hard_hyphens,
    "glued words": glued_words,
    "glued citation mark": glued_marks,
    "letter-spaced heading": letter_spaced,
    "split paragraph": split_paragraphs,
    "UTF-8 read as Windows-1252": mojibake,
    "full-width characters": full_width,
    "entities and tags": tagged,
    "zero-width characters": zero_width,
    "codes of the Symbol font": symbol_font,
    "names of glyphs": glyph_names,
    **{name: _in_dialect(dialect) for name, dialect in DIALECTS.items()},
}
