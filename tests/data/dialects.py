"""Clean text in the markup of archives: how each prints indices and signs in plain text.

A dialect is what one kind of source writes: databases of reports, of engineers, of a publisher,
converters of pages, and manuscripts. :data:`DIALECTS` gives the text of each by its name; they are
kinds of damage (``tests/data/damage.py``), tried by the same law.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_POWER = re.compile(r"(?<=\w)(?:\^\{?([-−]?\d+)\}?|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))")
_PLAIN = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")
_DEGREE = re.compile(r"(?<=\d) ?°(?=C)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How indices (``%s`` stands for the number) and signs are written.

    ``degree`` has its blank before it, where there is one; ``signs`` are further ones.
    """

    sub: str = "%s"
    sup: str = "^%s"
    degree: str = " °"
    signs: tuple[tuple[str, str], ...] = ()


def written(text: str, dialect: Dialect, formulas: re.Pattern[str], index: re.Pattern[str]) -> str:
    """Give a text in a dialect; ``index`` finds the indices of what ``formulas`` finds."""

    def power(match: re.Match[str]) -> str:
        return dialect.sup % (match[1] or match[2]).translate(_PLAIN)

    kept: list[str] = []

    def formula(match: re.Match[str]) -> str:
        kept.append(index.sub(lambda i: dialect.sub % i[0], match[0]))
        return f"\x00{len(kept) - 1}\x00"

    text = formulas.sub(formula, text)
    text = _POWER.sub(power, text)
    text = _DEGREE.sub(lambda _: dialect.degree, text)
    for sign, name in dialect.signs:
        text = text.replace(sign, name)
    return re.sub("\x00(\\d+)\x00", lambda match: kept[int(match[1])], text)


#: Every dialect by its name.
DIALECTS: dict[str, Dialect] = {
    "index in braces": Dialect(
        sub="{sub %s}",
        sup="{sup %s}",
        degree=" {degree}",
        signs=(("μ", "{mu}"), ("Å", "{angstrom}"), ("×", "{times}"), ("Ω", "{Omega}")),
    ),
    "index in slashes": Dialect(
        sub="/sub %s/",
        sup="/sup %s/",
        degree="/spl deg/",
        signs=(
            ("μ", "/spl mu/"),
            ("Å", "/spl Aring/"),
            ("×", "/spl times/"),
            ("Ω", "/spl Omega/"),
            ("±", "/spl plusmn/"),
            ("~", "/spl sim/"),
        ),
    ),
    "index in slashes, degree as a power": Dialect(
        sub="/sub %s/", sup="/sup %s/", degree="/sup 0/"
    ),
    "index in square brackets": Dialect(
        sub="[sub %s]",
        sup="[sup %s]",
        degree=" [degree]",
        signs=(("μ", "[mu]"), ("Å", "[A-ring]"), ("×", "[times]"), ("~", "[approximately]")),
    ),
    "index in round brackets": Dialect(sub="(sub %s)", sup="(exp %s)", degree=" deg "),
    "subscript written as 'sub'": Dialect(sub=" sub %s", sup=" sup %s", degree=" deg "),
    "index between tildes": Dialect(sub="~%s~", sup="^%s^"),
    "index behind a low line": Dialect(sub="_(%s)", sup="^(%s)", degree="°"),
    "index in italics": Dialect(sub="*%s*", sup="^*%s*^"),
    "signs of a manuscript": Dialect(
        sub=r"\textsubscript{%s}",
        sup=r"\textsuperscript{%s}",
        degree=r"~\textdegree{}",
        signs=(("μ", r"\textmu{}"), ("Å", r"{\AA}"), ("×", r"$\times$")),
    ),
    "formula without its own braces": Dialect(
        sub=r"\({}_{%s}\)",
        sup=r"\({}^{%s}\)",
        degree=r" \({}^{\circ}\)",
        signs=(("μ", r"\(\mu\)"), ("Å", r"\(\mathrm{\AA}\)"), ("×", r"\(\times\)")),
    ),
}
