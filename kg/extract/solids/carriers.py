"""Metal particles and their supports: "Pt clusters on CeO2", "Pd NPs/CNTs", "C-supported Ru".

Source: the conventions of the claims contract for supported catalysts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import is_denied, is_hypothetical
from kg.extract.findings import Finding
from kg.extract.knowledge.families import PLATES, is_catalyst_metal, is_oxide, is_particle
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.solids.architectures import CATALYTIC
from kg.extract.solids.forms import form_of
from kg.model import Material

#: Words for particles of a metal.
_PARTICLES = (
    r"(?:N[PC]s?|nano-?(?:particles?|crystals?|clusters?|catalysts?)|(?:sub-?)?clusters?|particles?|"
    r"(?:single[- ])?atoms?|dimers?|trimers?|catalysts?|islands?)(?: \(\w+\))?"
)
_SAID = (
    r"(?:supported|load(?:ed|ing)|immobili[sz]ed|anchored|dispersed|distributed|decorated|"
    r"stabili[sz]ed)"
)
#: Text between the metal and its carrier, with a word for the support.
_CARRIED = re.compile(
    rf"[ -](?:\w+ ){{0,2}}?{_PARTICLES}(?: ?/ ?| (?:[\w-]+ ){{0,3}}?{_SAID} (?:on|onto|in|over) "
    rf"(?:[\w-]+ ){{0,3}}?)"
)
_SUPPORTED = re.compile(r"[- ]supported (?:[\w-]+ ){0,2}?")
#: The same without such a word, for texts about catalysts or carriers of carbon.
_ON = re.compile(
    rf"[ -](?:\w+ )?{_PARTICLES}(?: (?:\w+ ){{0,3}}?(?:on|onto|over)) (?:[\w-]+ ){{0,3}}?"
)
#: Words after a substrate, which is not a carrier.
_PLATE = re.compile(r"\s?(?:\(\d+\)|wafers?|substrates?|electrodes?|films?\b)")
_ELECTRODE = re.compile(r"electrodes?$")
#: Carriers of particles of any solid.
_CARBONS = frozenset({"C", "GO", "rGO"})
_PLATES = PLATES | {"Si", "ITO", "FTO"}


def find_carriers(reading: Reading) -> Iterator[Finding]:
    """Yield the roles of metal particles and of the solid that carries them."""
    solids = reading.of_kind("material")
    for metal in (m for m in solids if is_catalyst_metal(m.id) or form_of(reading, m)):
        for carrier in solids:
            if not is_catalyst_metal(metal.id) and carrier.id not in _CARBONS:
                continue
            if _may_carry(reading, carrier, metal) and _carries(reading, carrier, metal):
                for role, solid in (("nanocrystal", metal), ("support", carrier)):
                    content = Material(role=role, formula=solid.id)
                    yield Finding(content=content, at=metal.start, rule="carried")
                break


def _may_carry(reading: Reading, carrier: Mention, metal: Mention) -> bool:
    if carrier.id in _PLATES or is_catalyst_metal(carrier.id):
        return False
    if _ELECTRODE.search(carrier.text):
        return False
    if _PLATE.match(reading.text, carrier.end) or is_denied(reading, metal):
        return False
    return not is_hypothetical(reading, metal)


def _carries(reading: Reading, carrier: Mention, metal: Mention) -> bool:
    if carrier.end <= metal.start:
        return _SUPPORTED.fullmatch(reading.between(carrier, metal)) is not None
    between = reading.between(metal, carrier)
    if _CARRIED.fullmatch(between):
        # in "Ag NPs/MOF", the MOF may also cover the metal
        return "/" not in between or carrier.id == "C" or is_oxide(carrier.id)
    is_loose = is_oxide(carrier.id) and is_particle(form_of(reading, carrier))
    is_told = carrier.id == "C" or is_loose or CATALYTIC.search(reading.sentence.passage.text)
    return bool(is_told and _ON.fullmatch(between))
