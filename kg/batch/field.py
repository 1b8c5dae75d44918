"""Decide whether a document belongs to the field: ALD and colloidal nanocrystals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.claims import kind_of
from kg.extract.reading import Reading
from kg.model import Claim

#: Terms that only the field uses often, by kind of mention: layer-by-layer depositions and related
#: processes, and nanocrystals and their treatments.
_SIGNS = {
    "process": frozenset(
        "ald thermal_ald plasma_enhanced_ald atmospheric_pressure_ald spatial_ald exposure_mode_ald"
        " photo_assisted_ald area_selective_ald molecular_layer_deposition atomic_layer_etching"
        " colloidal_ald biphasic_colloidal_ald stationary_phase_colloidal_ald liquid_phase_ald"
        " silar colloidal_silar colloidal_synthesis ligand_exchange cation_exchange"
        " anion_exchange".split()
    ),
    "form": frozenset(
        "quantum_dot nanocrystal nanoplatelet dot_in_rod quantum_dot_film nanoplatelet_film".split()
    ),
}
#: Terms per word below which a paper is doubtful. Papers of the field have four or more such terms
#: per thousand words; 35 of 38 papers on other solids, batteries, medicine or computing had fewer
#: than one.
_RARE = 1 / 1000
#: Number of words below which an excerpt may lack such terms by chance; then its claims decide.
_SHORT = 500
_SOLIDS = frozenset({"material", "form", "system", "process"})


def doubt_of(readings: Sequence[Reading], claims: Iterable[Claim]) -> str:
    """Return why a document seems not to belong to the field, in one phrase; ``""`` if it does.

    A doubt has no consequence for the graph: the document is read and its claims are kept.
    """
    words = sum(len(reading.text.split()) for reading in readings)
    signs = sum(m.id in _SIGNS.get(m.kind, ()) for r in readings for m in r.mentions)
    if not words or signs >= words * _RARE:
        return ""
    if words < _SHORT and any(kind_of(claim.content) in _SOLIDS for claim in claims):
        return ""
    if not signs:
        return f"never names atomic layer deposition or nanocrystals ({words:,} words)"
    times = "once" if signs == 1 else f"{signs} times"
    return f"names atomic layer deposition or nanocrystals {times} in {words:,} words"
