r"""Numbers with units as commands of ``siunitx``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from ontology.units import spellings

#: Units that ``siunitx`` prints only by a command.
_COMMANDS = {
    "%": r"\percent",
    "°C": r"\degreeCelsius",
    "℃": r"\degreeCelsius",
    "Å": r"\angstrom",
    "°": r"\degree",
}
#: Characters in a product of units -> their form in ``siunitx``.
_TYPED = {
    " ": ".",
    "·": ".",
    "µ": r"\text{\textmu}",
    "μ": r"\text{\textmu}",
    "Ω": r"\text{\textohm}",
    "Å": r"\text{\AA}",
    "°": r"\text{\textdegree}",
    "%": r"\text{\%}",
    "_": r"\_",
    "#": r"\#",
    "&": r"\&",
    "{": "",
    "}": "",
}
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+")
_LEVEL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−", "0123456789+--")
_SYMBOL = "[A-Za-zµμΩÅ°℃]+"
_NUMBER = r"[-−]?\d+(?:\.\d+)?"


def with_quantities(text: str, set_rest: Callable[[str], str]) -> str:
    r"""Return the text with each number with a unit in ``\qty``; ``set_rest`` converts the rest.

    >>> print(with_quantities("annealing temperature 60 °C", str.upper))
    ANNEALING TEMPERATURE \qty{60}{\degreeCelsius}
    >>> print(with_quantities("1 to 7 cm² V⁻¹ s⁻¹", str))
    \num{1} to \qty{7}{cm^{2}.V^{-1}.s^{-1}}
    """
    return "".join(_pieces(text, set_rest))


def _pieces(text: str, set_rest: Callable[[str], str]) -> Iterator[str]:
    done = 0
    for match in _quantity().finditer(text):
        yield set_rest(text[done : match.start()])
        yield _set(match)
        done = match.end()
    yield set_rest(text[done:])


def _set(match: re.Match[str]) -> str:
    number, last = (_plain(match[name]) for name in ("number", "last"))
    unit = _unit(match["unit"])
    if not last:
        return rf"\qty{{{number}}}{{{unit}}}"
    if match["link"] == "→":
        return rf"$\num{{{number}}} \rightarrow \qty{{{last}}}{{{unit}}}$"
    return rf"\num{{{number}}} to \qty{{{last}}}{{{unit}}}"  # allows a line break, unlike \qtyrange


def _plain(number: str | None) -> str:
    return (number or "").translate(_LEVEL)


def _unit(text: str) -> str:
    if text in _COMMANDS:
        return _COMMANDS[text]
    raised = _RAISED.sub(lambda m: f"^{{{m[0].translate(_LEVEL)}}}", text)
    return re.sub(r"[^\w.^{}/+\-]|[µμΩÅ_]", lambda m: _TYPED.get(m[0], ""), raised)


@cache
def _quantity() -> re.Pattern[str]:
    """Return the pattern of one or two numbers before a known unit or a product of units.

    The longest spelling is tried first. A unit of one letter needs a blank before it, because it
    could also be the beginning of a formula.
    """
    units = sorted(spellings(), key=lambda text: (-len(text), text))
    listed = "|".join(map(re.escape, units))
    longer = "|".join(re.escape(text) for text in units if len(text) > 1 or not text.isalnum())
    factor = rf"/{_SYMBOL}|[ ·]{_SYMBOL}[⁻⁰¹²³⁴-⁹]+"
    return re.compile(
        rf"(?<![\w.−-])(?P<number>{_NUMBER})(?: ?(?P<link>to|–|→) ?(?P<last>{_NUMBER}))?"
        rf"(?:[ \u00a0\u202f](?={listed})|(?={longer}))"
        rf"(?P<unit>(?:{listed})[⁻⁰¹²³⁴-⁹]*(?:{factor})*)(?![\w⁻⁰¹²³⁴-⁹])"
    )
