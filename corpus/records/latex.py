r"""Conversion of TeX in the fields of BibTeX to plain text.

Half of the files that people keep are not valid TeX: publishers and EndNote leave ``&`` and ``%``
unescaped, Mendeley escapes even the dollars of formulas. Such signs are read as text.
"""

from __future__ import annotations

import html
import logging
import re
from functools import cache

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    SpecialsTextSpec,
    get_default_latex_context_db,
)
from pylatexenc.latexwalker import get_default_latex_context_db as get_default_grammar
from pylatexenc.macrospec import LatexContextDb, MacroSpec

from corpus.text import clean

#: Signs of TeX; a text without them is returned as it is, because decoding is slow.
_TEX = re.compile(r"[\\$~]|``|''|--")
_PERCENT = re.compile(r"(?<!\\)%")
_BRACES = re.compile(r"[{}]")
#: Formulas in LaTeX parentheses; the clean-up handles only those between dollars.
_FORMULA = re.compile(r"\\\((.{1,300}?)\\\)")
#: The most characters of a field; the time for decoding TeX grows with their square.
LONGEST = 5_000

#: Symbols that pylatexenc lacks or drops.
_SYMBOLS = {
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textquotedbl": '"',
    "textasciicircum": "^",
    "textcelsius": "°C",
    "degree": "°",
    "backslash": "\\",
    "epsilon": "ε",  # the letter that people mean, not its variant
    "phi": "φ",
}
#: Commands with arguments: how many, and the text that is printed.
_COMMANDS = {
    "url": (1, "%s"),
    "ce": (1, "%s"),
    "textsubscript": (1, "_{%s}"),
    "textsuperscript": (1, "^{%s}"),
    "noopsort": (1, ""),
    "href": (2, "%(2)s"),
}
_MATH = re.compile(r"(?<!\\)\$([^$]{1,300})(?<!\\)\$")
_MARKUP = re.compile(r"[\\{}$~_^]")
_COMMAND = re.compile(r"\\[A-Za-z]+(?![A-Za-z{])\s?")
#: Commands left to the clean-up of papers, which reads them together with the superscript.
_LEFT = {"\\circ"}
#: Escapes in DOIs, addresses and file names, which are not TeX but were escaped like it.
_ESCAPES = (
    (re.compile(r"\\(?:url|path|nolinkurl)\b"), ""),
    (re.compile(r"\$\\backslash\$|\\textbackslash(?:\{\}|\b ?)"), r"\\"),
    (re.compile(r"\\textasciitilde(?:\{\}|\b ?)|\{?\\~\{\}\}?|\$\\sim\$"), "~"),
    (re.compile(r"\\textless(?:\{\}|\b ?)"), "<"),
    (re.compile(r"\\textgreater(?:\{\}|\b ?)"), ">"),
    (re.compile(r"\{?\\([_&%#$])\}?"), r"\1"),
)


def plain(tex: str) -> str:
    r"""Return TeX as plain text on one line.

    >>> plain(r"{Al$_2$O$_3$} on wire & rod, 99% of {\"O}zg{\"u}r's \textless 5\,nm")
    "Al2O3 on wire & rod, 99% of Özgür's <5 nm"
    """
    return " ".join(_decoded(tex, keep_groups=False).split())


def without_accents(tex: str) -> str:
    r"""Return TeX with commands as text but with the braces around words, as names need them.

    >>> without_accents(r"{Barnes and Noble} and M{\"u}ller, J{\o}rn")
    '{Barnes and Noble} and Müller, Jørn'
    """
    return _decoded(tex, keep_groups=True)


def without_braces(text: str) -> str:
    """Return a text on one line without braces."""
    return " ".join(_BRACES.sub("", text).split())


def verbatim(tex: str) -> str:
    r"""Return a DOI, an address or a file name without the escapes of TeX.

    >>> verbatim(r"http://dx.doi.org/10.5555/a{\_}b\%20c")
    'http://dx.doi.org/10.5555/a_b%20c'
    """
    for escape, sign in _ESCAPES:
        tex = escape.sub(sign, tex)
    return " ".join(html.unescape(_BRACES.sub("", tex)).split())


def _decoded(tex: str, *, keep_groups: bool) -> str:
    if not _TEX.search(tex) or len(tex) > LONGEST:
        return tex if keep_groups else _BRACES.sub("", tex)
    escaped = _PERCENT.sub(r"\\%", _MATH.sub(_formula, _FORMULA.sub(r"$\1$", tex)))
    text = _read(escaped, keep_groups=keep_groups)
    if text is None:
        return tex if keep_groups else _BRACES.sub("", tex)
    return text.replace("\u00a0", " ")


def _read(tex: str, *, keep_groups: bool = False) -> str | None:
    try:
        text: str = _decoder(keep_groups).latex_to_text(tex, latex_context=_grammar())
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
        return None  # pylatexenc raises all of these for commands without arguments
    return text


def _formula(match: re.Match[str]) -> str:
    """Return a formula as text, or unchanged if TeX would remain; a lone hyphen is a minus."""
    inner = _COMMAND.sub(lambda command: _sign(command[0]), match[1])
    if _MARKUP.search(inner):
        inner = clean(f"X${inner}$").removeprefix("X").strip()  # a subscript needs a letter
    return match[0] if _MARKUP.search(inner) else "−" if inner == "-" else inner


@cache
def _sign(command: str) -> str:
    """Return the single sign of a command, or the command itself."""
    name = command.strip()
    if name in _LEFT:
        return command
    sign = (_read(name) or "").strip()
    return sign if len(sign) == 1 and not sign.isascii() else command


@cache
def _decoder(keep_groups: bool) -> LatexNodes2Text:
    logging.getLogger("pylatexenc").setLevel(logging.ERROR)  # it warns of commands cut short
    symbols = [MacroTextSpec(name, simplify_repl=text) for name, text in _SYMBOLS.items()]
    commands = [MacroTextSpec(name, simplify_repl=text) for name, (_, text) in _COMMANDS.items()]
    context = get_default_latex_context_db()
    specials = [SpecialsTextSpec("&", "&")]
    context.add_context_category(
        "records", prepend=True, macros=[*symbols, *commands], specials=specials
    )
    context.set_unknown_macro_spec(MacroTextSpec("", discard=False))  # its text stays
    return LatexNodes2Text(
        latex_context=context,
        keep_braced_groups=keep_groups,
        keep_braced_groups_minlen=2,
        math_mode="verbatim",
    )


@cache
def _grammar() -> LatexContextDb:
    grammar = get_default_grammar()
    macros = [MacroSpec(name, "{" * count) for name, (count, _) in _COMMANDS.items()]
    grammar.add_context_category("records", prepend=True, macros=macros)
    return grammar
