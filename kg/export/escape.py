"""Text made safe for LaTeX and Markdown, formulas with their subscripts."""

from __future__ import annotations

import re

from kg.notation import NotationError, parse_formula

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
    '"': r"\textquotedbl{}",
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
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋ₓ", "0123456789+-x")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_LOWERED = re.compile("[₀₁₂₃₄₅₆₇₈₉₊₋ₓ]+")

_WORD = re.compile(r"[A-Z][A-Za-z0-9()\[\].\-]*[A-Za-z0-9)\]]")
#: Subscripts of a formula: numbers, and the variables of a mixed crystal (Zn_{x}Cd_{1-x}S).
_AMOUNT = re.compile(r"(?<=[A-Za-z)\]])(\d+(?:\.\d+)?(?:-[xyz])?|(?<=[a-zA-Z])[xyz](?![a-z]))")

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#$~])")


def escape_latex(text: str) -> str:
    r"""The text as LaTeX prints it, with no character left that LaTeX would act on.

    Raised and lowered digits become math; letters with accents stay, as LaTeX reads UTF-8.

    >>> print(escape_latex("50 % at 10⁻⁷ A_b"))
    50 \% at 10$^{-7}$ A\_b
    """
    escaped = text.translate(_LATEX)
    escaped = _RAISED.sub(lambda m: f"$^{{{m[0].translate(_SUPERSCRIPTS)}}}$", escaped)
    escaped = _LOWERED.sub(lambda m: f"$_{{{m[0].translate(_SUBSCRIPTS)}}}$", escaped)
    return _one_line(escaped)


def latex_with_formulas(text: str) -> str:
    r"""The text for LaTeX, with the subscripts of the formulas in it.

    >>> print(latex_with_formulas("PbSe > Al2O3, Liu 2011"))
    PbSe \textgreater{} Al$_{2}$O$_{3}$, Liu 2011
    """
    pieces: list[str] = []
    done = 0
    for match in _WORD.finditer(text):
        if _is_formula(match[0]):
            pieces += [escape_latex(text[done : match.start()]), _lower_amounts(match[0])]
            done = match.end()
    return _one_line("".join([*pieces, escape_latex(text[done:])]))


def _is_formula(word: str) -> bool:
    if not _AMOUNT.search(word):
        return False
    try:
        parse_formula(word)
    except NotationError:
        return False
    return True


def _lower_amounts(formula: str) -> str:
    return _AMOUNT.sub(r"$_{\1}$", formula)


def escape_markdown(text: str) -> str:
    r"""The text as Markdown prints it, on one line, safe inside a table.

    >>> print(escape_markdown("a|b *c*"))
    a\|b \*c\*
    """
    return _one_line(_MARKDOWN.sub(r"\\\1", text))


def _one_line(text: str) -> str:
    return re.sub(r"[\r\n\t\f\v]+", " ", text)
