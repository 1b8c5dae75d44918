"""Water or an alcohol as the medium of a synthesis, by an adjective: "in aqueous solution"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import is_negated
from kg.extract.findings import Finding
from kg.extract.knowledge.usual_roles import usual_role
from kg.extract.knowledge.vapour import has_particles
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Chemical

_AQUEOUS = Rare(
    r"\baqueous\s(?:(?:colloidal|basic|alkaline|one-pot|phase)\s)?(?:solutions?|phases?|medi(?:a|um)|"
    r"dispersions?|suspensions?|synthes[ie]s|baths?|routes?|chemistry|processing|preparation|"
    r"environments?|systems?)\b",
    re.IGNORECASE,
)
_MAKING = re.compile(
    r"\b(?:synthe[st]i[sz]\w*|synthesis|prepar\w+|made|fabricat\w+|grown|growth|obtain\w*|"
    r"dispers\w+|react\w*|immers\w+|dipp\w+|form(?:ed|ing|ation))\b",
    re.IGNORECASE,
)
#: Words for a test in water, which is no synthesis.
_TRYING = re.compile(
    r"\b(?:degrad|photocat|catal|detect|sensing|sensors?|stab(?:le|ility)|immers|electroly|corro|"
    r"etch|rins|wash|storage|stored|soak|titrat)",
    re.IGNORECASE,
)
#: The distance within which such a word counts, in characters.
_NEAR = 60


#: The handling of a solution in a recipe.
_HANDLED = Rare(r"\b(?:added|injected|mixed|poured|dropped|dripped|combined|titrated|pumped|fed)\b")


#: A recipe's amount of a solution in water: "50 mL of an aqueous solution containing".
_VOLUME = Rare(
    r"\d\s?[mμµ]?[lL]\s(?:of\s)?(?:an?\s|the\s)?(?:freshly prepared\s|\d[\d.]*\s?m?M\s)?"
    r"(aqueous\ssolutions?)\s(?:containing|of)\b"
)


#: Processes in which a sample is dipped into solutions in turn.
_DIPS = frozenset({"silar", "colloidal_silar", "chemical_bath_deposition"})


def find_aqueous(reading: Reading) -> Iterator[Finding]:
    """Yield the solvent that an adjective names for a synthesis or dispersion.

    Water is found once a sentence.
    """
    yield from _in_alcohol(reading)
    volume = _VOLUME.search(reading.text) if reading.of_kind("chemical") else None
    if volume is not None:
        content = Chemical(role="solvent", chemical="water")
        yield Finding(content=content, at=volume.start(1), rule="aqueous")
        return
    match = _AQUEOUS.search(reading.text)
    if match is None or not _MAKING.search(reading.text):
        yield from _of_source(reading)
        return
    is_dip = any(process.id in _DIPS for process in reading.of_kind("process"))
    if is_dip:
        yield Finding(
            content=Chemical(role="solvent", chemical="water"), at=match.start(), rule="aqueous"
        )
        return
    if _TRYING.search(reading.text, max(0, match.start() - _NEAR), match.end() + _NEAR):
        return
    if is_negated(reading, max(0, match.start() - 25), match.start()):
        return
    if has_particles(reading):
        content = Chemical(role="solvent", chemical="water")
        yield Finding(content=content, at=match.start(), rule="aqueous")


#: Alcohols named by an adjective: "a methanolic solution of CuCl2".
_ALCOHOLIC = Rare(r"\b(m?)ethanolic\s(?:\w+\s)?(?:solutions?|bath|[A-Z])", re.IGNORECASE)


def _in_alcohol(reading: Reading) -> Iterator[Finding]:
    match = _ALCOHOLIC.search(reading.text)
    if match is not None and not is_negated(reading, max(0, match.start() - 25), match.start()):
        content = Chemical(role="solvent", chemical="methanol" if match[1] else "ethanol")
        yield Finding(content=content, at=match.start(), rule="aqueous")


def _of_source(reading: Reading) -> Iterator[Finding]:
    """Yield water as the solvent for the source of a metal: "aqueous AgNO3 was added"."""
    if not _HANDLED.search(reading.text):
        return
    for source in reading.of_kind("chemical"):
        at = source.start - len("aqueous ")
        is_source = usual_role(source) == "precursor"
        if is_source and at >= 0 and reading.text[at : source.start].lower() == "aqueous ":
            content = Chemical(role="solvent", chemical="water")
            yield Finding(content=content, at=at, rule="aqueous")
            return
