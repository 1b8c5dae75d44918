"""Clean-up of printed text: pure functions that keep the offset of each character.

Markup is flattened to what a chemist would type: subscripts to ASCII (``Al2O3``, ``AlOx``),
superscripts of units, powers and charges to Unicode superscripts (``cm²V⁻¹s⁻¹``, ``S²⁻``),
emphasis, links and LaTeX dollars to their content. Damage by old publisher fonts is repaired with
the tables of :mod:`corpus.repairs`. Citation marks are handled by :mod:`corpus.citations`.
"""

from __future__ import annotations

import re
from collections import Counter

from corpus.formulas import close_formulas
from corpus.latex import flatten_latex
from corpus.mapped import Mapped, mapped
from corpus.repairs import (
    HEALTHY,
    Symptoms,
    find_symptoms,
    repair,
    repair_characters,
    restore_dropped,
)

_BLANK = re.compile("[\t\v\f\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

#: Signs that have several code points -> the one to use.
_CHARACTERS = {
    "µ": "μ",
    "\u212b": "Å",
    "\u2126": "Ω",
    "℃": "°C",
    "‐": "-",
    "‑": "-",
    "∼": "~",
    "～": "~",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
}
_CHARACTER = re.compile("[" + "".join(_CHARACTERS) + "]")
#: Some publishers set a minus sign for the dash between words: "current−voltage".
_DASH_AS_MINUS = re.compile(r"(?<=[^\W\d_])−(?=[^\W\d_])")

_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₒₓₙ", "0123456789+-()aeoxn")
_SUBSCRIPT = re.compile("[₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₒₓₙ]+")
_SUPERSCRIPTS = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")

#: A comment left in a line by a converter: "<!-- formula-not-decoded -->".
_COMMENT = re.compile(r"<!--[^<>\n]{0,80}-->")
#: A link; the brackets of a mark inside one are escaped: "[\\[3,](#a) [4\\]](#b)".
#: A single linked digit counts only after "Figure" or "Table": elsewhere "[3]" may be a citation.
_LINK = re.compile(
    r"(?<![\[\w])\[((?:\\[\[\]]|[^\[\]\n]){2,200}|(?<=(?:ure|ble|ig\.) \[)\d)\]"
    r"\((?:https?://|mailto:|#)[^()\s]{1,300}\)"
)
_ESCAPED_BRACKET = re.compile(r"\\([\[\]])")
#: A sign escaped because Markdown would interpret it: "T\\_sub", "\\~1.0".
_ESCAPED = re.compile(r"\\([_~*#<>|])")
#: Charges and lists of marks in Pandoc's notation: "Zn^2+^", "grew.^3,4^".
_CARETS = re.compile(r"\^(\d?[-−–+]|\d{1,3}(?:,\d{1,3})+)\^")
_BOLD = re.compile(r"(?<!\*)\*\*(?=\S)([^*\n]{1,300}?)\*\*(?!\*)")
_ITALIC = re.compile(r"(?<![\w*)\]])\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_)\]}])_(?=[^\s_{])([^_\n]{1,300}?)(?<=\S)_(?![\w_])")

_SUB_MARKUP = re.compile(
    r"(?<=[A-Za-z)\]₀-₉])_(?:\{([^{}\n]{1,16})\}|(\d+(?:\.\d+)?|[a-z](?![a-z])))"
)
_SUP_MARKUP = re.compile(r"\^(?:\{\s*([-−–+]?\s?\d*\s?[-−–+]?)\s*\}|([-−–+]?\d+[-+]?|[-+](?!\w)))")
#: A script that is neither an index nor a power: "10^{th}", a footnote's "^{a}".
_OTHER_SCRIPT = re.compile(r"[_^]\{([^{}\n]{1,40})\}")
_DEGREE_MARKUP = re.compile(r"\^\{?\s*(?:\\circ|∘|°|o(?=\}?C))\s*\}?")
_PAREN_POWER = re.compile(
    r"(?<![\w.])((?<=[\d/ ])(?:[cmμnk]?m|s)|10|(?<=\d)[cmμn]m|"
    r"(?<= )(?:V|g|h|W|A|K|J|d|L|eV|kg|mol|mmol|min|sr|Pa|Hz|day|cycle|mm|cm)(?=\(-))"
    r"\((-?\d{1,2})\)"
)
_SPACES = re.compile(r" {2,}")
_BEFORE_POINT = re.compile(r" +(?=[,;.](?:\s|$))")
_SPLIT_HYPHEN = re.compile(
    r"(?<=[A-Za-z]-) (?!(?:and|or|to|vs|versus|as|but|nor|in|of|on)\b)(?=[a-z])"
)


def clean(raw: str) -> str:
    """Return a text cleaned like :attr:`corpus.Passage.text`, but with its citation marks.

    Vocabulary labels and passages are compared in this form.

    >>> clean("Zn_xCd_{1-x}S at 10^{-7} m, **Al₂O₃**")
    'ZnxCd1-xS at 10⁻⁷ m, Al2O3'
    >>> clean("3 × 10(11) cm(-2) eV(-1)")
    '3 × 10¹¹ cm⁻² eV⁻¹'
    """
    return flatten_scripts(flatten_markup(mapped(raw), find_symptoms(raw))).text


def flatten_markup(
    text: Mapped, symptoms: Symptoms = HEALTHY, counts: Counter[str] | None = None
) -> Mapped:
    """Flatten special characters, emphasis, links, tags and mathematics; repair damage.

    Superscripts and subscripts keep their markup, because a superscript may be a citation mark.
    ``symptoms`` are those of the document; the repairs made are added to ``counts`` by name.
    """
    counts = Counter() if counts is None else counts
    text = repair_characters(restore_dropped(text, symptoms, counts), counts)
    text = text.substituted(_BLANK, " ").substituted(_CHARACTER, lambda m: _CHARACTERS[m[0]])
    text = text.substituted(_DASH_AS_MINUS, "–").substituted(_COMMENT, "")
    text = text.substituted(_LINK, lambda m: _ESCAPED_BRACKET.sub(r"\1", m[1]))
    for emphasis in (_BOLD, _ITALIC, _UNDERLINED):
        text = text.substituted(emphasis, r"\1")
    text = text.substituted(_ESCAPED, r"\1")
    text = text.substituted(_CARETS, lambda m: m[1].translate(_SUPERSCRIPTS))
    return repair(flatten_latex(text), symptoms, counts)


def flatten_scripts(text: Mapped, counts: Counter[str] | None = None) -> Mapped:
    """Replace subscripts by ASCII and superscripts by Unicode superscripts; close up blanks."""
    text = text.substituted(_DEGREE_MARKUP, "°")
    text = text.substituted(_SUB_MARKUP, lambda m: (m[1] or m[2]).translate(_SUBSCRIPTS))
    text = text.substituted(_SUBSCRIPT, lambda m: m[0].translate(_SUBSCRIPTS))
    text = text.substituted(_SUP_MARKUP, _raise)
    text = text.substituted(_PAREN_POWER, lambda m: m[1] + m[2].translate(_SUPERSCRIPTS))
    text = close_formulas(text.substituted(_OTHER_SCRIPT, r"\1"), counts)
    text = text.substituted(_SPACES, " ").substituted(_BEFORE_POINT, "")
    return text.substituted(_SPLIT_HYPHEN, "").stripped()


def _raise(match: re.Match[str]) -> str:
    content = (match[1] if match[1] is not None else match[2]).replace(" ", "")
    return content.translate(_SUPERSCRIPTS) if content else match[0]
