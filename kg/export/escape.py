"""Escape text for LaTeX and Markdown, with subscripts in formulas."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from pylatexenc.latexencode import get_builtin_conversion_rules

from kg.notation import NotationError, parse_formula
from kg.notation.symbols import FROM_SUPERSCRIPT

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    '"': "''",  # the default fonts of LaTeX have no straight quote
    "°": r"\textdegree{}",
    "\u00c5": r"\AA{}",
    "\u212b": r"\AA{}",
    "–": "--",
    "—": "---",
    "\u00a0": "~",
    "\u2009": r"\,",
    "\u202f": r"\,",
    "−": "$-$",
    "×": r"$\times$",
    "·": r"$\cdot$",
    "⋅": r"$\cdot$",
    "±": r"$\pm$",
    "≈": r"$\approx$",
    "∼": r"$\sim$",
    "≤": r"$\leq$",
    "≥": r"$\geq$",
    "→": r"$\rightarrow$",
    "∞": r"$\infty$",
    "µ": r"$\mu$",
}
_GREEK = {
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "η": "eta",
    "θ": "theta",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "mu",
    "ν": "nu",
    "π": "pi",
    "ρ": "rho",
    "σ": "sigma",
    "τ": "tau",
    "φ": "phi",
    "χ": "chi",
    "ψ": "psi",
    "ω": "omega",
    "Γ": "Gamma",
    "Δ": "Delta",
    "Σ": "Sigma",
    "Φ": "Phi",
    "Ω": "Omega",
}
_LATEX = {ord(k): v for k, v in _SPECIAL.items()} | {
    ord(letter): rf"$\{name}$" for letter, name in _GREEK.items()
}
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋ₓ", "0123456789+-x")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_LOWERED = re.compile("[₀₁₂₃₄₅₆₇₈₉₊₋ₓ]+")

#: A possible formula; a comma separates atoms that share a site: Cu2ZnSn(S,Se)4.
_WORD = re.compile(
    r"(?:\((?=[A-Za-z0-9]+\)\d))?[A-Z](?:[A-Za-z0-9()\[\].\-]|,(?=[A-Z][a-z]?[,)]))*[A-Za-z0-9)\]]"
)
#: Characters after which a formula may begin inside a word: "X-TiO2", "(Cs,FA)PbI3".
_INNER = re.compile(r"[-)]")
#: Subscripts of a formula: numbers, and the variables of a mixed crystal (Zn_{x}Cd_{1-x}S).
_AMOUNT = re.compile(r"(?<=[A-Za-z)\]])(\d+(?:\.\d+)?(?:-[xyz])?|(?<=[a-zA-Z])[xyz](?![a-z]))")

#: Characters that LaTeX does not print from UTF-8: all but Latin letters with accents, and except
#: superscripts and subscripts, which are replaced later.
_UNCOMMON = re.compile("[^\x00-\xff\u0100-\u017f\u2018-\u201d…⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉₊₋ₓ]")
_COMMANDS: dict[int, str] = get_builtin_conversion_rules("defaults")[0].rule
#: Length from which a word may be broken after a character inside it.
_LONG = 16
_JOINT = re.compile("(?<=[/@=])")
_CODE_JOINT = re.compile("(?<=[/.:@>=;,_-])")

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#$~])")


def escape_latex(text: str) -> str:
    r"""Return the text for LaTeX, with every special character escaped.

    Superscripts and subscripts become math; letters with accents stay, as LaTeX reads UTF-8.

    >>> print(escape_latex("50 % at 10⁻⁷ A_b"))
    50 \% at 10$^{-7}$ A\_b
    """
    escaped = _UNCOMMON.sub(_named, text.translate(_LATEX))
    escaped = _RAISED.sub(lambda m: f"$^{{{m[0].translate(FROM_SUPERSCRIPT)}}}$", escaped)
    escaped = _LOWERED.sub(lambda m: f"$_{{{m[0].translate(_SUBSCRIPTS)}}}$", escaped)
    return _one_line(escaped)


def _named(match: re.Match[str]) -> str:
    """Return a letter that LaTeX cannot print as its command, plain letters or its code point."""
    letter = match[0]
    command = _COMMANDS.get(ord(letter))
    if command:
        return f"{{{command}}}"
    plain = unicodedata.normalize("NFKD", letter)
    return plain if plain.isascii() else f"[U+{ord(letter):04X}]"


def unbroken(text: str, *, is_code: bool = False) -> list[str]:
    """Return the words of a text, long ones divided where they may be broken.

    Words of a code (a DOI, a file name) may be broken after every punctuation mark.

    >>> unbroken("CdSe/CdS/ZnS/Al2O3 dots"), unbroken("10.1021/acsami.9b08259", is_code=True)
    (['CdSe/', 'CdS/', 'ZnS/', 'Al2O3', 'dots'], ['10.', '1021/', 'acsami.', '9b08259'])
    """
    return [part for word in text.split() for part in _parts(word, is_code=is_code)]


def breakable(text: str, escape: Callable[[str], str], *, is_code: bool = False) -> str:
    r"""Return a text escaped so that its long words may be broken as in :func:`unbroken`.

    >>> print(breakable("10.1021/acsami.9b08259", escape_latex, is_code=True))
    10.\allowbreak{}1021/\allowbreak{}acsami.\allowbreak{}9b08259
    """
    pieces = re.split(rf"(\S{{{_LONG},}})", text)
    return "".join(
        r"\allowbreak{}".join(map(escape, _parts(piece, is_code=is_code))) for piece in pieces
    )


def _parts(word: str, *, is_code: bool) -> list[str]:
    if len(word) < _LONG or " " in word:
        return [word]
    return [part for part in (_CODE_JOINT if is_code else _JOINT).split(word) if part]


def latex_with_formulas(text: str) -> str:
    r"""Return the text for LaTeX, with its formulas set by mhchem.

    >>> print(latex_with_formulas("PbSe > Al2O3, Liu 2011"))
    PbSe \textgreater{} \ce{Al2O3}, Liu 2011
    """
    return _with_formulas(text, _as_mhchem)


def latex_with_subscripts(text: str) -> str:
    r"""Return the text for LaTeX, with subscripts in its formulas.

    It looks the same as with mhchem and LaTeX sets it fifty times faster, which matters in long
    texts.

    >>> print(latex_with_subscripts("PbSe > Al2O3, Liu 2011"))
    PbSe \textgreater{} Al$_{2}$O$_{3}$, Liu 2011
    """
    return _with_formulas(text, lambda formula: with_amounts(formula, r"$_{\1}$"))


def _with_formulas(text: str, set_formula: Callable[[str], str]) -> str:
    parts = split_formulas(text)
    return _one_line("".join(set_formula(p) if is_it else escape_latex(p) for p, is_it in parts))


def split_formulas(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text, each with whether it is a formula with subscripts.

    >>> list(split_formulas("X-Ray of Al2O3 (Box 2)"))
    [('X-Ray of ', False), ('Al2O3', True), (' (Box 2)', False)]
    """
    done = place = 0
    while match := _WORD.search(text, place):
        word = _formula_at_start(match[0])
        if word:
            yield text[done : match.start()], False
            yield word, True
            done = place = match.start() + len(word)
        else:
            inner = _INNER.search(match[0])
            place = match.start() + (inner.end() if inner else len(match[0]))
    yield text[done:], False


def with_amounts(formula: str, set_amount: str) -> str:
    r"""Return a formula with its subscripts replaced by a template of :func:`re.sub`.

    >>> with_amounts("ZnxCd1-xS", r"_\1")
    'Zn_xCd_1-xS'
    """
    return _AMOUNT.sub(set_amount, formula)


@lru_cache(maxsize=4096)  # pages repeat the same words
def _formula_at_start(word: str) -> str:
    """Return the formula that a word is or begins with ("Al2O3-passivated"), or ``""``."""
    while word and not _is_formula(word):
        word = word[: max(map(word.rfind, "-)]"))] if any(sign in word for sign in "-)]") else ""
    return word


def _is_formula(word: str) -> bool:
    if not _AMOUNT.search(word):
        return False
    try:
        parse_formula(word)
    except NotationError:
        return False
    return True


def _as_mhchem(formula: str) -> str:
    r"""Return a formula for ``\ce``: numbers stay, variables and sums get explicit subscripts."""
    lowered = _AMOUNT.sub(lambda m: m[1] if m[1].isdecimal() else f"_{{{m[1]}}}", formula)
    return rf"\ce{{{lowered}}}"


def escape_markdown(text: str) -> str:
    r"""Return the text for Markdown on one line, safe inside a table.

    >>> print(escape_markdown("a|b *c*"))
    a\|b \*c\*
    """
    return _one_line(_MARKDOWN.sub(r"\\\1", text))


def _one_line(text: str) -> str:
    return re.sub(r"[\r\n\t\f\v]+", " ", text)
