"""Hydrocarbons that are sources of carbon: methane for graphene, ethylene for nanotubes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.extract.chemicals.reagents_of_processes import reagent_findings
from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: Gases and vapours that are sources of carbon, by their names and formulas.
_HYDROCARBONS: Final = frozenset(
    """methane ethane ethylene ethene acetylene propane propylene propene benzene
    ch4 c2h2 c2h4 c2h6 c3h6 c3h8 c6h6""".split()
)
_GROWN: Final = Rare(r"\b(?:gr[eo]w\w*|deposit\w*|synthesi[sz]\w*|nucleat\w*|\w*CVD)\b")
#: Carbon that does not come from the growth of a tube, sheet or film.
_BESIDE: Final = Rare(
    r"\b[Cc]arbon (?:cloth|paper|fib(?:er|re)s?|black|felt|contents?|contamination|impurit\w+)\b"
)
_TRIED: Final = Rare(
    r"\b(?:sens(?:or|ing|e[sd]?)|detect\w*|oxidation|hydrogenat\w*|conversion|selectiv\w+|reform\w*|"
    r"combustion|adsor\w+|separat\w+|faradaic)\b"
)


def find_carbon_sources(reading: Reading) -> Iterator[Finding]:
    """Yield the hydrocarbons of a sentence on the growth of carbon, and hydrogen beside them."""
    sources = [m for m in reading.of_kind("chemical") if _is_hydrocarbon(m)]
    if not sources or not _grows_carbon(reading):
        return
    for source in sources:
        yield from reagent_findings(reading, "precursor", source, "carbon-source")
    for gas in reading.of_kind("chemical"):
        if gas.id == "hydrogen":
            yield from reagent_findings(reading, "coreactant", gas, "carbon-source")


def _is_hydrocarbon(mention: Mention) -> bool:
    return mention.id.lower() in _HYDROCARBONS


def _grows_carbon(reading: Reading) -> bool:
    """Return whether a sentence is on the growth of carbon, and not on a test of a hydrocarbon."""
    text = reading.text
    named = any(m.id == "C" for m in reading.of_kind("material"))
    return (
        named
        and _GROWN.search(text) is not None
        and _BESIDE.search(text) is None
        and _TRIED.search(text) is None
    )
