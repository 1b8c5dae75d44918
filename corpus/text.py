"""Clean-up of printed text: pure functions that keep the offset of each character.

Markup is flattened to what a chemist would type: subscripts to ASCII (``Al2O3``, ``AlOx``),
superscripts of units, powers and charges to Unicode superscripts (``cm²V⁻¹s⁻¹``, ``S²⁻``),
emphasis, links and LaTeX dollars to their content. The damage of old publisher fonts is repaired by
the table of :mod:`corpus.repairs`. Citation marks are the business of :mod:`corpus.citations`.
"""

from __future__ import annotations

import re
from collections import Counter

from corpus.formulas import close_formulas
from corpus.mapped import Mapped, concatenated, mapped
from corpus.repairs import (
    HEALTHY,
    Symptoms,
    find_symptoms,
    repair,
    repair_characters,
    restore_dropped,
)

_BLANK = re.compile("[\t\v\f\r\n\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")

#: One sign of several codes, written as one.
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

_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₒₓₙ", "0123456789+-()aeoxn")
_SUBSCRIPT = re.compile("[₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₐₑₒₓₙ]+")
_SUPERSCRIPTS = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")

_LINK = re.compile(r"(?<![\[\w])\[([^\[\]\n]{2,200})\]\((?:https?://|mailto:|#)[^()\s]{1,300}\)")
_BOLD = re.compile(r"(?<!\*)\*\*(?=\S)([^*\n]{1,300}?)\*\*(?!\*)")
_ITALIC = re.compile(r"(?<![\w*)\]])\*(?=[^\s*])([^*\n]{1,300}?)(?<=\S)\*(?![\w*])")
_UNDERLINED = re.compile(r"(?<![\w_)\]}])_(?=[^\s_{])([^_\n]{1,300}?)(?<=\S)_(?![\w_])")

_MATH = re.compile(r"\$([^$\n]{1,300})\$")
_LOOKS_MATH = re.compile(r"[\\^_{}<>=]|^\s*[A-Za-z]\s*$")
_COMMANDS = {
    r"\le": "≤",
    r"\leq": "≤",
    r"\ge": "≥",
    r"\geq": "≥",
    r"\sim": "~",
    r"\approx": "≈",
    r"\pm": "±",
    r"\times": "×",
    r"\cdot": "·",
    r"\circ": "°",
    r"\degree": "°",
    r"\mu": "μ",
    r"\alpha": "α",
    r"\beta": "β",
    r"\gamma": "γ",
    r"\delta": "δ",
    r"\lambda": "λ",
    r"\theta": "θ",
    r"\Omega": "Ω",
    r"\rightarrow": "→",
    r"\odot": "⊙",
    r"\%": "%",
}
_MATH_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\^\{?\\circ\}?"), "°"),
    (
        re.compile(
            r"(?<=[\d}])(?<!_\d)(?<!_\d\d)\s*\\(?:mathrm|text|rm|mathbf|mathit)\s*\{(?=[A-Za-z])"
        ),
        " ",
    ),
    (re.compile(r"\\(?:mathrm|text|rm|mathbf|mathit|mathsf)\s*\{"), ""),
    (re.compile(r"\\[,;:! ]|~"), " "),
    (re.compile(r"\s*/\s*"), "/"),
    (re.compile(r"\s*(\\cdot)\b\s*"), r"\1"),
)
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|%)")
_SCRIPT = re.compile(r"[_^]\{[^{}]*\}")
_BRACE = re.compile(r"[{}$]")

_SUB_MARKUP = re.compile(
    r"(?<=[A-Za-z)\]₀-₉])_(?:\{([^{}\n]{1,16})\}|(\d+(?:\.\d+)?|[a-z](?![a-z])))"
)
_SUP_MARKUP = re.compile(r"\^(?:\{\s*([-−–+]?\s?\d*\s?[-−–+]?)\s*\}|([-−–+]?\d+[-+]?|[-+](?!\w)))")
#: What is neither an index nor a power: "10^{th}", a footnote's "^{a}".
_OTHER_SCRIPT = re.compile(r"[_^]\{([^{}\n]{1,40})\}")
_DEGREE_MARKUP = re.compile(r"\^\{?\s*(?:\\circ|∘|°|o(?=\}?C))\s*\}?")
_PAREN_POWER = re.compile(
    r"(?<![\w.])((?<=[\d/ ])(?:[cmμnk]?m|s)|10|(?<=\d)[cmμn]m)\((-?\d{1,2})\)"
)
_SPACES = re.compile(r" {2,}")
_BEFORE_POINT = re.compile(r" +(?=[,;.](?:\s|$))")
_SPLIT_HYPHEN = re.compile(
    r"(?<=[A-Za-z]-) (?!(?:and|or|to|vs|versus|as|but|nor|in|of|on)\b)(?=[a-z])"
)


def clean(raw: str) -> str:
    """Return a text as :attr:`corpus.Passage.text` would have it, citations left in.

    The form in which vocabulary labels and text meet.

    >>> clean("Zn_xCd_{1-x}S at 10^{-7} m, **Al₂O₃**")
    'ZnxCd1-xS at 10⁻⁷ m, Al2O3'
    """
    return flatten_scripts(flatten_markup(mapped(raw), find_symptoms(raw))).text


def flatten_markup(
    text: Mapped, symptoms: Symptoms = HEALTHY, counts: Counter[str] | None = None
) -> Mapped:
    """Write characters, emphasis, links, tags and mathematics plainly; repair damage.

    Superscripts and subscripts keep their markup, since a superscript may yet be a citation mark.
    ``symptoms`` are those of the document; ``counts`` takes what was repaired, by name.
    """
    counts = Counter() if counts is None else counts
    text = repair_characters(restore_dropped(text, symptoms, counts), counts)
    text = text.substituted(_BLANK, " ").substituted(_CHARACTER, lambda m: _CHARACTERS[m[0]])
    text = text.substituted(_LINK, r"\1").substituted(_BOLD, r"\1").substituted(_ITALIC, r"\1")
    text = text.substituted(_UNDERLINED, r"\1")
    return repair(_flatten_math(text) if "$" in text.text else text, symptoms, counts)


def flatten_scripts(text: Mapped, counts: Counter[str] | None = None) -> Mapped:
    """Write subscripts as ASCII and superscripts as Unicode superscripts; close up blanks."""
    text = text.substituted(_DEGREE_MARKUP, "°")
    text = text.substituted(_SUB_MARKUP, lambda m: (m[1] or m[2]).translate(_SUBSCRIPTS))
    text = text.substituted(_SUBSCRIPT, lambda m: m[0].translate(_SUBSCRIPTS))
    text = text.substituted(_SUP_MARKUP, _raise)
    text = text.substituted(_PAREN_POWER, lambda m: m[1] + m[2].translate(_SUPERSCRIPTS))
    text = close_formulas(text.substituted(_OTHER_SCRIPT, r"\1"), counts)
    text = text.substituted(_SPACES, " ").substituted(_BEFORE_POINT, "")
    return text.substituted(_SPLIT_HYPHEN, "").stripped()


def _flatten_math(text: Mapped) -> Mapped:
    edits = []
    for match in _MATH.finditer(text.text):
        if _LOOKS_MATH.search(match[1]):
            edits.append((match.start(), match.end()))
    for start, end in reversed(edits):
        text = _flatten_formula(text, start, end)
    return text


def _flatten_formula(text: Mapped, start: int, end: int) -> Mapped:
    inner = text.cut(start + 1, end - 1)
    for pattern, new in _MATH_STEPS:
        inner = inner.substituted(pattern, new)
    inner = inner.substituted(_COMMAND, lambda m: _COMMANDS.get(m[0], ""))
    kept = [(m.start(), m.end()) for m in _SCRIPT.finditer(inner.text)]
    inner = inner.edited(
        (m.start(), m.end(), "")
        for m in _BRACE.finditer(inner.text)
        if not any(a <= m.start() < b for a, b in kept)
    )
    return concatenated((text.cut(0, start), inner, text.cut(end, len(text.text))))


def _raise(match: re.Match[str]) -> str:
    content = (match[1] if match[1] is not None else match[2]).replace(" ", "")
    return content.translate(_SUPERSCRIPTS) if content else match[0]
