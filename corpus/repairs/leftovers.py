"""The table of repairs of leftover markup: tags and entities of a copied page."""

from __future__ import annotations

import html
import re

from corpus.formulas import ATOM
from corpus.greek import GREEK
from corpus.repairs.model import Repair

_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{2,5}|#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_FLAT = (
    "i|b|em|strong|u|span|p|div|a|font|inf|sub|sup|italic|bold|(?:jats|mml|ce):\\w+"
    "|m(?:ath|row|i|n|o)"
)


def _decoded(match: re.Match[str]) -> str:
    """Return the character of an entity, a blank for any kind of space, or the text unchanged."""
    decoded = html.unescape(html.unescape(match[0]))
    if len(decoded) != 1:
        return match[0]
    return " " if decoded.isspace() else decoded if decoded.isprintable() else match[0]


def _once(match: re.Match[str]) -> str:
    """Drop a MathML formula if its plain form follows; otherwise return it unchanged."""
    formula = _ANY_TAG.sub("", match[0]).replace(" ", "")
    behind = match.string[match.end() : match.end() + 2 * len(formula)].replace(" ", "")
    return "" if formula and behind.startswith(formula) else match[0]


_ANY_TAG = re.compile(r"<[^<>]*>")

#: Text before a power: a unit, ten or a number; after anything else an index is a subscript.
_RAISED = re.compile(r"(?:(?:[cmknμ]?m|[mkμ]?[sgLVWAJK]|mol|h|min|eV|Hz|10)|[-−–]?\d*)")


def _marked(match: re.Match[str]) -> str:
    """Return "[TiO.sub.2]" or "[10.sup.-3]" with the markup of a subscript or superscript."""
    is_power = match[2] == "sup" and _RAISED.fullmatch(match[1]) is not None
    return f"{match[1]}{'^' if is_power else '_'}{{{match[3]}}}"


#: Signs by the names that databases print in brackets or slashes, including Greek letters.
_SIGNS = {
    "angstrom": "Å",
    "Aring": "Å",
    "A-ring": "Å",
    "times": "×",
    "plusmn": "±",
    "+-": "±",
    "sim": "~",
    "approx": "~",
    "approximately": "~",
    "ap": "~",
    "ohm": "Ω",
    "minus": "−",
    "le": "≤",
    "les": "≤",
    "ge": "≥",
    "ges": "≥",
    "middot": "·",
    "center dot": "·",
    "rarr": "→",
    "right arrow": "→",
    "micro": "μ",
    **GREEK,
}
_NAMES = "|".join(re.escape(name) for name in sorted(_SIGNS, key=len, reverse=True))

_SHARE = r"[\dxy](?:\.\d{1,2})?"


def _named(match: re.Match[str]) -> str:
    """Return the sign for a name in brackets."""
    return _SIGNS[match[1] or match[2] or match[3]]


def _indexed(match: re.Match[str]) -> str:
    """Return a named index in any brackets with the markup of a subscript or superscript."""
    word, index = (group for group in match.groups() if group is not None)
    return f"{'_' if word == 'sub' else '^'}{{{index.strip()}}}"


LEFTOVERS: tuple[Repair, ...] = (
    Repair(name="entity left over", pattern=_ENTITY, replacement=_decoded, signs=("&",)),
    Repair(
        name="name of a thin space",  # "62[thin space (1/6-em)]000"
        pattern=re.compile(r"\[thin space \(1/6-em\)\]"),
        replacement="",
        signs=("[thin space",),
    ),
    Repair(
        name="index written as .sub. or .sup.",  # "[TiO.sub.2]", "[10.sup.-3]", "10.sup.-3"
        pattern=re.compile(
            r"\[?(?<![A-Za-z])([A-Za-z\d()]{0,12})\]?\[?\.(su[bp])\.([-−–]?[\dxy][\d.x-]{0,5}?)\]?"
            r"(?![\d.]\d)"
        ),
        replacement=_marked,
        signs=(".sub.", ".sup."),
    ),
    Repair(
        name="degrees in brackets",  # "120[degrees]C", "120{degree}C", "120/spl deg/C"
        pattern=re.compile(
            r"\s?(?:\[degrees?\]|\{degrees?\}|/spl (?:deg|ordm|cir)/)\s?(?=[CKF]\b)"
        ),
        replacement=" °",
        signs=("[degree", "{degree", "/spl "),
    ),
    Repair(
        name="sign by its name in brackets",  # "5 {mu}m", "1.1 /spl Aring/", "2[times]10"
        pattern=re.compile(rf"/spl ({_NAMES})/|(?<![_^])\{{({_NAMES})\}}|\[({_NAMES})\]"),
        replacement=_named,
        signs=("/spl ", "{", "["),
    ),
    Repair(
        name="blank before a raised index",  # "10 <sup>-5</sup> g/m <sup>2</sup> /day"
        pattern=re.compile(
            r"(?<=[\d/ ]10|[\d/ ][cmn]m) (?=<sup>\s?[-−–]?\d{1,2}\s?</sup>)"
            r"|(?<=[/ ][msgVKWAh]) (?=<sup>\s?[-−–]?[1-4]\s?</sup>)",
        ),
        replacement="",
        signs=("<sup",),
    ),
    Repair(
        name="tag of a subscript left over",
        pattern=re.compile(r"[<\[](sub|inf)[>\]]([^<>{}]{1,40}?)[<\[]/\1[>\]]", re.I),
        replacement=r"_{\2}",
        signs=("</", "[/"),
    ),
    Repair(
        name="index in brackets with its name",  # "ZrO{sub 2}", "ZrO/sub 2/", "cm(exp -3)"
        pattern=re.compile(
            r"\{(sub|sup|exp) ([^{}\n]{1,20})\}|\[(sub|sup|exp) ([^\[\]\n]{1,20})\]"
            r"|\((sub|sup|exp) ([^()\n]{1,20})\)|/(sub|sup) ([^/\n]{1,12})/"
        ),
        replacement=_indexed,
        signs=("sub ", "sup ", "exp "),
    ),
    Repair(
        name="subscript written as 'sub'",  # "Al sub 2 O sub 3"
        pattern=re.compile(
            rf"(?<![\w.-])(?!(?:As|At|He|I|In|No) sub)"
            rf"(?:(?:{ATOM})+|\))(?: sub {_SHARE}(?: ?(?:{ATOM})(?![a-z]))*)+(?![\w.-]*\w)"
        ),
        replacement=lambda found: re.sub(rf" sub ({_SHARE}) ?", r"_{\1}", found[0]),
        signs=(" sub ",),
    ),
    Repair(
        name="superscript written as 'sup'",  # "10 sup 20", "cm sup -2"
        pattern=re.compile(
            r"(?<![\w.])(10|[cmknμ]?m|[mkμ]?[sgLVWAJK]|mol|h|min|eV) sup "
            r"([-−–+]?\d{1,2})(?![\w.]\d)"
        ),
        replacement=r"\1^{\2}",
        signs=(" sup ",),
    ),
    Repair(
        name="tie of a manuscript",  # "150~°C", "5~nm"
        pattern=re.compile(r"(?<=\d)~(?=[°%]|(?:[mkcnμ]?[mgsLVWAJ]|Å|K|h|min|Torr|cycles)\b)"),
        replacement=" ",
        signs=("~",),
    ),
    Repair(
        name="index in the emphasis of Markdown",  # "Zn*x*Cd1−*x*S", "Al*2*O*3*"
        pattern=re.compile(
            r"(?<=[A-Za-z)])(?<![a-z]{2})([*_])(\d{1,2}(?:\.\d{1,2})?|[xyz])\1(?![*_])"
            r"|(?<=\d[-−–])([*_])([xyz])\3(?=[A-Z)\s,.;])"
        ),
        replacement=lambda found: found[2] or found[4],
        signs=("*", "_x", "_y", "_z"),
    ),
    Repair(
        name="index between tildes",  # "TiO~2~"
        pattern=re.compile(r"(?<=[A-Za-z)\]])~([\dxyn](?:[\d.xy−–-]{0,5}[\dxy])?)~(?!~)"),
        replacement=r"_{\1}",
        signs=("~",),
    ),
    Repair(
        name="index in round brackets after its sign",  # "TiO_(2)", "cm^(-3)"
        pattern=re.compile(r"(?<=[A-Za-z\d)\]])([_^])\(([-−–+]?[\dxyn][\d.xy−–+-]{0,6})\)"),
        replacement=r"\1{\2}",
        signs=("_(", "^("),
    ),
    Repair(
        name="power between carets",  # "cm^-3^"
        pattern=re.compile(r"(?<=[A-Za-z\d)])\^([-−–+]?\d{1,2})\^"),
        replacement=r"^{\1}",
        signs=("^",),
    ),
    Repair(
        name="tag of a superscript left over",
        pattern=re.compile(r"[<\[]sup[>\]]([^<>{}]{1,40}?)[<\[]/sup[>\]]", re.I),
        replacement=r"^{\1}",
        signs=("</", "[/"),
    ),
    Repair(
        name="tag of a line end left over",
        pattern=re.compile(r"<br ?/?>", re.I),
        replacement=" ",
        signs=("<",),
    ),
    Repair(
        name="formula printed twice",  # "<mml:math>...</mml:math>SF6"
        pattern=re.compile(r"<(mml:)?math\b[^<>]*>.{1,4000}?</(?:mml:)?math>", re.DOTALL),
        replacement=_once,
        signs=("math",),
    ),
    Repair(
        name="tag left over",
        pattern=re.compile(rf"</?(?:{_FLAT})(?: [^<>]{{0,200}})?/?>", re.I),
        replacement="",
        signs=("<",),
    ),
)
