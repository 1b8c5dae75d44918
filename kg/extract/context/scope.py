"""Whether a paper belongs to this field at all.

A folder of papers may hold some of other fields: a clinical trial doses in "cycles", an astronomer
measures "growth" in km/s, a theorist of superconductors lists critical temperatures. Read with the
vocabulary of this field, they would give claims that nobody made. A paper of the field mentions
films, nanocrystals or their synthesis throughout, and names its solids; or its title says that such
solids were made.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from kg.extract.knowledge.families import broader
from kg.extract.reading import Reading

#: A text of fewer sentences always counts as one of the field.
_FEWEST: Final = 40
#: The least shares of sentences that mention films, nanocrystals or their synthesis, and of those
#: that name solids. Of 103 public papers of many fields, 38 reach all; papers on deposition or
#: nanocrystals have 0.2 and more.
_LEAST_MADE: Final = 0.06
_LEAST_SOLID: Final = 0.1
#: The least share of sentences that name a compound by its formula; papers on optical waveguides
#: have none.
_LEAST_COMPOUND: Final = 0.02
#: The least share of sentences that name a vapour deposition, for graphene and carbon films without
#: a compound.
_LEAST_VAPOUR: Final = 0.03
#: Processes that are also common in other fields.
_COMMON_PROCESSES: Final = frozenset({"annealing", "precipitation", "printing", "electrophoresis"})
#: Shapes that are also common in other fields: the octahedra of a lattice, the spheres of a model.
_COMMON_FORMS: Final = frozenset(
    {"bulk", "cluster", "nano_octahedron", "nanocube", "nanosphere", "particle", "powder"}
)
_CAPITAL = re.compile(r"[A-Z]")


def is_of_field(readings: Sequence[Reading]) -> bool:
    """Return whether a document is on films or nanocrystals, or too short to decide."""
    if len(readings) < _FEWEST or any(map(_is_title_of_making, readings)):
        return True
    if _share(readings, _names_vapour_deposition) >= _LEAST_VAPOUR or _is_on_elements(readings):
        return True
    titles = [r for r in readings if r.sentence.passage.kind == "title"] or readings[:1]
    is_titled = any(_OF_FIELD.search(title.text) for title in titles)
    least = _TITLED if is_titled else 1.0
    is_own = sum(map(_names_ald, readings)) >= _FEWEST_OF_ALD or (
        _share(readings, _speaks_of_making) >= _LEAST_MADE * least
        and _share(readings, _names_a_solid) >= _LEAST_SOLID * least
    )
    return is_own and _share(readings, _names_a_compound) >= _LEAST_COMPOUND


#: The least shares for a paper on nanocrystals of an element, which names no compound: half of the
#: sentences of a paper on gold particles mention particles, and as many name gold.
_MADE_OF_ELEMENTS: Final = 0.3


def _is_on_elements(readings: Sequence[Reading]) -> bool:
    """Return whether a paper mentions films or nanocrystals, and names their solid, throughout."""
    return (
        _share(readings, _speaks_of_making) >= _MADE_OF_ELEMENTS
        and _share(readings, _names_a_material) >= _MADE_OF_ELEMENTS
    )


def _names_a_material(reading: Reading) -> bool:
    return bool(reading.of_kind("material", "stack"))


#: The number of sentences on atomic layer deposition that suffices, and the factor by which a title
#: of the field lowers the other shares.
_FEWEST_OF_ALD: Final = 2
_TITLED: Final = 0.5
_OF_FIELD: Final = re.compile(
    r"\b(?:perovskites?|nanocrystals?|quantum dots?|thin films?|core[-–/@ ]shell|"
    r"nano(?:cube|rod|wire|sheet|platelet)s?)\b",
    re.IGNORECASE,
)


def _names_ald(reading: Reading) -> bool:
    return _names_process(reading, "ald")


def _names_vapour_deposition(reading: Reading) -> bool:
    return _names_process(reading, "ald", "cvd")


def _names_process(reading: Reading, *ids: str) -> bool:
    """Return whether a sentence names one of these processes or a narrower one."""
    named = {id for m in reading.of_kind("process") for id in (m.id, *broader("process", m.id))}
    return not named.isdisjoint(ids)


#: Words of a title for making something, in addition to those of the ontology.
_MADE: Final = re.compile(
    r"\b(?:synthes[ie]s\w*|prepar\w+|growth|grown|deposit\w+|fabricat\w+|coat\w+)\b", re.IGNORECASE
)
_SHAPED: Final = re.compile(
    r"\bnano(?:crystal|particle|rod|wire|sheet|tube|powder|platelet)\w*|\bcoat(?:ed|ings?)\b",
    re.IGNORECASE,
)


def _is_title_of_making(reading: Reading) -> bool:
    """Return whether a title names a compound made as nanocrystals or as a film, or coated."""
    if reading.sentence.passage.kind != "title" or not _names_a_compound(reading):
        return False
    is_shaped = _SHAPED.search(reading.text) is not None or _speaks_of_making(reading)
    return is_shaped and _MADE.search(reading.text) is not None


def _share(readings: Sequence[Reading], holds: Callable[[Reading], bool]) -> float:
    return sum(map(holds, readings)) / len(readings)


def _speaks_of_making(reading: Reading) -> bool:
    """Return whether a sentence names a film, a nanocrystal or a process of the field."""
    return any(m.id not in _COMMON_FORMS for m in reading.of_kind("form")) or any(
        m.id not in _COMMON_PROCESSES for m in reading.of_kind("process")
    )


def _names_a_solid(reading: Reading) -> bool:
    """Return whether a sentence names a compound or a form."""
    return bool(reading.of_kind("form")) or _names_a_compound(reading)


def _names_a_compound(reading: Reading) -> bool:
    """Return whether a sentence names a solid of two elements or more."""
    return any(len(_CAPITAL.findall(m.id)) > 1 for m in reading.of_kind("material", "stack"))
