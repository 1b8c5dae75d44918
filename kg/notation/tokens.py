"""The regular expressions of the grammar, one for each kind of token."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.notation.symbols import (
    BRACKETED,
    ELEMENTS,
    FRAMEWORKS,
    FROM_SUPERSCRIPT,
    GROUPS,
    NAMED,
    OLD_BRANCHES,
    PLACEHOLDERS,
    PORES,
)

#: Repairs of spelling that keep the length: subscripts, dashes and the minus sign to ASCII.
SPELLING = str.maketrans(
    dict(zip("₀₁₂₃₄₅₆₇₈₉₊₋ₓₙ", "0123456789+-xn", strict=True))
    | dict.fromkeys("‐‑‒–—−", "-")
    | dict.fromkeys("\u00a0\u2009\u202f\u2002\u2003", " ")
    | {"𝑥": "x", "𝛿": "δ", "·": "*", "•": "*", "∙": "*", "⋅": "*", "≤": "≤", "⩽": "≤", "∶": ":"}
)

#: No letter, digit or superscript may follow a formula.
END = r"(?![A-Za-zÀ-ž0-9⁰¹²³⁴-⁹⁺⁻_])"

END_RE = re.compile(END)


def _any(words: Iterable[str]) -> str:
    """Return a pattern of literal words, grouped by first letter, the longest first."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())


_NUMBER = r"\d{1,3}(?:\.\d+)?"
_SHARE_NAME = r"[xyzδ](?![a-z]|Bu)"
_VARIABLE = rf"(?:{_SHARE_NAME}|n(?![a-z]|Pr|Bu))"
_TERM = rf"(?:(?:{_NUMBER})?{_VARIABLE}|{_NUMBER})"
_REST = rf"(?:[-+](?:{_NUMBER})?[xyzδ](?![a-z]))"
_SUM = rf"(?:(?:{_NUMBER})?n[-+]1(?!\d|\.\d)|{_TERM}{_REST}*)"
AMOUNT = rf"(?:\((?:{_NUMBER})?{_SHARE_NAME}{_REST}*\)|\({_NUMBER}{_REST}+\)|{_SUM})?"

_BRANCHED = r"(?:[ni]-?Pr|[nist]-?Bu|tAm)"
BRANCH = re.compile(_BRANCHED)
_CAPITAL = {name for name in GROUPS.keys() | PLACEHOLDERS if len(name) > 1 and name.isupper()}
SYMBOL = (
    rf"(?:[NPCO](?={_BRANCHED})|{_BRANCHED}|Cp\*|(?:{_any(_CAPITAL)})(?![a-w]|[xyz][a-z])|"
    rf"{_any((GROUPS.keys() | ELEMENTS | PLACEHOLDERS) - _CAPITAL - {'Cp*'})})"
)
ATOM = re.compile(
    rf"(?P<symbol>{SYMBOL})(?:\((?P<state>I{{1,3}}|I?V|VI{{1,3}})\))?(?P<amount>{AMOUNT})"
)
LIGAND = re.compile(
    rf"(?P<symbol>{_any(BRACKETED.keys() | OLD_BRANCHES.keys())})(?![a-z])"
    rf"(?P<state>)(?P<amount>{AMOUNT})"
)
#: The end of ``Nb2/3``; only metals have such amounts, so that ``TiO2/3CdS`` stays a stack.
FRACTION = re.compile(rf"(?<=[1-8])/([2-9])({_REST}*)(?=[A-Z)\]])")
HAPTICITY = re.compile(r"[ημ]\d?-?")
AMOUNT_RE = re.compile(AMOUNT)
SYSTEM = re.compile(rf"(?:-(?:{_any(ELEMENTS)})(?![A-Za-z0-9(+⁺⁻]|-?\())+")
_PERCENT = r"\d{1,2}(?:\.\d{1,2})?"
_METAL = rf"(?:{_any(ELEMENTS)})"
#: An alloy with the percentage of each metal before it: ``Ti-6Al-4V``, ``63Sn-37Pb``.
ALLOY = re.compile(
    rf"(?:{_PERCENT}(?={_METAL}-{_PERCENT}))?{_METAL}(?=(?:-{_METAL}){{0,3}}-{_PERCENT}[A-Z])"
    rf"(?:-(?:{_PERCENT})?{_METAL})+(?![A-Za-z0-9(+⁺⁻]|-?\()"
)
#: One metal of an alloy, with its percentage.
ALLOYED = re.compile(rf"({_PERCENT})?({_METAL})")
#: An organic cation abbreviated in a salt: ``(4FPEA)2SnBr4``, ``(EDO-TTF)2PF6``.
CATION = re.compile(
    r"[(\[](?P<symbol>(?:\d-?)?(?=[A-Za-z-]*[A-Z][A-Za-z-]*[A-Z])[A-Z][A-Za-z-]{1,7})[)\]](?P<amount>\d?)"
    r"(?=(?:(?:MA|FA|Cs|Rb|\((?:MA|FA)\)|CH3NH3|\(CH3NH3\))(?:n-1|\d)?)?"
    r"\[?(?:(?:Pb|Sn|Ge|Bi|Sb|Cu|Mn|Cd|Ag|In|Zn|Fe|Te|Ti|Zr|Hf)[\dn]?){1,2}\(?(?:Cl|Br|I|X)|"
    r"(?:PF6|BF4|ClO4|ReO4|AsF6)(?![A-Za-z0-9]))"
)
FRAMEWORK = re.compile(rf"-({_any(FRAMEWORKS)}){END}")
_PORES = rf"(?:{_any(PORES)})-\d{{1,4}}(?:\([A-Z][a-z]?\))?(?:-(?:NH2|NO2|COOH|OH|[A-Z][a-z]?))?"
NAMED_STARTS = frozenset(name[:2] for name in NAMED | PORES)
NAMED_RE = re.compile(rf"({_PORES}|{_any(NAMED)})(?![A-Za-z0-9]|-(?![A-Z(])| oxide)")
#: The dopant before a doped carbon: ``N-rGO``, ``S-graphene``.
DOPED_CARBON = re.compile(
    r"[NSBPF]-(?=(?:r?GO|RGO|graphene|[MS]W(?:C?NT)s?|CN[TF]s?)(?![A-Za-z0-9]))"
)
#: The core of a core/shell particle, abbreviated by its initials: ``AIS/ZnS QDs``.
INITIALISM_RE = re.compile(
    r"([A-Z]{3,5}e?)(?=[/@](?:[A-Z][a-z]?){1,3}(?:/(?:[A-Z][a-z]?){1,3})?[ -]?"
    r"(?:core|QD|NC|quantum))"
)
GREEK = "αβγδεζηθκλρχω"
_POLYTYPE = r"[1-9][1-9]?[HTRC]['′]?"
_DOPED = r"[np][+⁺]{1,2}"
_KIND = rf"{_DOPED}|poly|am|wz|zb|mp|np|nc|mc|[acgnptmhrioxw]"
PHASE_START = rf"(?:(?:[{GREEK}]|{_POLYTYPE}) ?- ?|(?:{_KIND})-)?"
PHASE = re.compile(
    rf"(?:([{GREEK}]|{_POLYTYPE}) ?- ?|({_KIND})-(?!Bu|Pr)|({_DOPED})(?: ?- ?| )|([np])-type )"
    r"(?=[A-Z(\[])"
)
CHARGE = re.compile(rf"([⁰¹²³⁴⁵⁶⁷⁸⁹]*[⁺⁻]|⁰){END}")
FLAT_CHARGE = re.compile(r"[+-](?![A-Za-z0-9⁰¹²³⁴-⁹⁺⁻(])")
ADDEND = re.compile(r" ?[*] ?(\d{0,2}(?:\.\d{1,2})?|[xyn])(?=[A-Z(\[])")
COUNT = re.compile(r"(\d{1,2}|[xyn])(?=[A-Z(\[])")
SEPARATOR = re.compile(
    rf" {{0,2}}(@|//?|\|\|?) ?(?=[A-Z0-9(\[{GREEK}xyncamhptgqsriwz])|"
    r"(-)(?=[A-Z0-9(\[αβγδ]|(?:rGO|graphene|silica|alumina|titania|zirconia|g-C3N4|h-?BN)(?![\w-]))"
)
FACE = re.compile(r" ?[({]((?:-?[0-4]){3,4})[)}]")
THICKNESS = re.compile(
    r" ?\((~?\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?) ?(nm|Å|μm|µm|um|ML|MLs|cycles?|monolayers?)\)"
)
#: The number of cycles of a layer within a stack: ``PbS(n)/CdS(7)``.
CYCLES = re.compile(r"\((?:[1-9]\d{0,2}|[nmk])\)(?= ?/ ?[A-Z(])")
LEADING = re.compile(r"(\d+(?:\.\d+)?)[ -]?(nm|Å|μm|µm|um|ML) ?(?=[A-Z(\[a-z])")
TIMES = re.compile(rf"(?: ?[×*] ?)?(\d{{1,3}}|[nNx]){END}")
TIMES_BEFORE = re.compile(r"(\d{1,3}|n) ?[×*x] ?(?=[(\[])")
SHARE = re.compile(
    r"(\d+(?:\.\d+)?|[xyz]) ?(?:mol|at|wt)?\.? ?(%) ?|(0\.\d+)(?=[A-Z])"
    r"|([xyz])(?=[A-Z][a-z]?\d?[+⁺²³⁴])"
)
SHARE_BEHIND = re.compile(r" ?\((\d+(?:\.\d+)?) ?%\)|(\d+(?:\.\d+)?)%")
_LANTHANIDES = "Ln|Ce|Pr|Nd|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb"
LANTHANIDE = re.compile(_LANTHANIDES)
#: The dopant before its host: ``Mn-doped ZnS`` within a stack; emitters also without "doped".
DOPED_HOST = re.compile(
    rf"(?:(?<=[/@])([A-Z][a-z]?)(?:\d?\+)?-doped[- ]|(Mn|{_LANTHANIDES})-)"
    r"(?=[A-Z][a-z]?\d?(?:[A-Z][a-z]?\d?)?(?:O\d?|Se?|Te|F\d)(?![a-z-]))"
)
#: The separator of dopants; a slash only before another ion, so ``ZnSe:Mn/ZnS`` stays a stack.
BESIDE_DOPANT = re.compile(
    rf",|/(?=(?:\d+(?:\.\d+)?%)?(?:[A-Z][a-z]?[1-4]?[+⁺]|[A-Z][a-z]?[²³⁴]⁺|(?:{_LANTHANIDES})(?![a-z\dA-Z])))"
)


def ascii_charge(text: str) -> str:
    """Return a superscript charge as plain text; a single charge loses its 1: ``²⁻`` is ``2-``."""
    plain = text.translate(FROM_SUPERSCRIPT)
    return plain[1:] if plain in ("1+", "1-") else plain


_MARKUP = re.compile(r"</?su[bp]>|\\(?:mathrm|text|rm|mathit|ce)\b ?|[${}]|_(?=[{\w(])")


def plain_text(text: str) -> str:
    """Return a formula without markup: HTML, LaTeX and Unicode subscripts become plain text.

    >>> plain_text("Zn<sub>x</sub>Cd<sub>1-x</sub>S") == plain_text("Zn_{x}Cd_{1-x}S")
    True
    """
    return _MARKUP.sub("", text).translate(SPELLING).strip()
