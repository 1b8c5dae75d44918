"""The table of repairs of markup left over: tags and entities of a page that was copied."""

from __future__ import annotations

import html
import re

from corpus.repairs.model import Repair

_ENTITY = re.compile(r"&(?:amp;)?(?:#\d{2,5}|#x[0-9a-fA-F]{2,5}|[A-Za-z]{2,8});")
_FLAT = (
    "i|b|em|strong|u|span|p|div|a|font|inf|sub|sup|italic|bold|(?:jats|mml|ce):\\w+"
    "|m(?:ath|row|i|n|o)"
)


def _decoded(match: re.Match[str]) -> str:
    """Return the character of an entity, a blank for any kind of space, else the text itself."""
    decoded = html.unescape(html.unescape(match[0]))
    if len(decoded) != 1:
        return match[0]
    return " " if decoded.isspace() else decoded if decoded.isprintable() else match[0]


def _once(match: re.Match[str]) -> str:
    """Drop a formula of MathML whose plain form stands after it; else keep it."""
    formula = _ANY_TAG.sub("", match[0]).replace(" ", "")
    behind = match.string[match.end() : match.end() + 2 * len(formula)].replace(" ", "")
    return "" if formula and behind.startswith(formula) else match[0]


_ANY_TAG = re.compile(r"<[^<>]*>")

#: What an index stands behind as a power: a unit or ten; behind all else it is a count.
_RAISED = re.compile(r"(?:(?:[cmknμ]?m|[mkμ]?[sgLVWAJK]|mol|h|min|eV|Hz|10)|[-−–]?\d*)")


def _marked(match: re.Match[str]) -> str:
    """Write "[TiO.sub.2]" and "[10.sup.-3]" with the markup of an index."""
    is_power = match[2] == "sup" and _RAISED.fullmatch(match[1]) is not None
    return f"{match[1]}{'^' if is_power else '_'}{{{match[3]}}}"


LEFTOVERS: tuple[Repair, ...] = (
    Repair(name="entity left over", pattern=_ENTITY, replacement=_decoded, signs=("&",)),
    Repair(
        name="name of a thin space",  # "62[thin space (1/6-em)]000"
        pattern=re.compile(r"\[thin space \(1/6-em\)\]"),
        replacement="",
        signs=("[thin space",),
    ),
    Repair(
        name="index with the name of its place",  # "[TiO.sub.2]", "[10.sup.-3]", "10.sup.-3"
        pattern=re.compile(
            r"\[?(?<![A-Za-z])([A-Za-z\d()]{0,12})\]?\[?\.(su[bp])\.([-−–]?[\dxy][\d.x-]{0,5}?)\]?"
            r"(?![\d.]\d)"
        ),
        replacement=_marked,
        signs=(".sub.", ".sup."),
    ),
    Repair(
        name="degrees in brackets",  # "120[degrees]C"
        pattern=re.compile(r"\s?\[degrees?\]\s?(?=[CKF]\b)"),
        replacement=" °",
        signs=("[degree",),
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
        name="index in braces with its name",  # "ZrO{sub 2}", "cm{sup -3}"
        pattern=re.compile(r"\{su(b|p) ([^{}\n]{1,20})\}"),
        replacement=lambda found: f"{'_' if found[1] == 'b' else '^'}{{{found[2].strip()}}}",
        signs=("{su",),
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
