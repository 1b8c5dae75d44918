"""Distinguish the solid in the active part of a device from those in its auxiliary layers."""

from __future__ import annotations

import re

#: Roles of solids in auxiliary layers of a device.
SERVING = frozenset({"transport_layer", "blocking_layer"})
#: Properties that belong to semiconductor particles, whatever film surrounds or carries them.
OF_PARTICLES = frozenset(
    """exciton_peak_position linewidth photoluminescence_quantum_yield photoluminescence_lifetime
    photoluminescence_intensity optical_gain gain_threshold size_dispersion
    electronic_coupling""".split()
)
#: Figures of merit of a device, and properties of the charges in its active layer.
FIGURES = frozenset(
    """power_conversion_efficiency open_circuit_voltage short_circuit_current fill_factor
    external_quantum_efficiency current_efficiency device_lifetime luminance responsivity
    detectivity
    dark_current threshold_voltage on_off_ratio subthreshold_swing modulation_bandwidth
    carrier_mobility electron_mobility""".split()
)
_DEVICE = (
    r"(?:(?:solar |photovoltaic |tandem )?cells?|photovoltaics|photodiodes?|(?:photo)?detectors?|"
    r"(?:photo)?transistors?|(?:MIS|MOS)?FETs?|TFTs?|(?:QD?)?LEDs?|diodes?|lasers?|photoconductors?)"
)
#: References to the devices of the study: "the solar cells were stable in air".
DEVICES = re.compile(
    rf"\b(?:the|these|our|all|both)\s(?:[\w-]+\s){{0,2}}?(?:devices|{_DEVICE})\b", re.IGNORECASE
)
#: Words between a solid and the device that is made of it.
_OWN = (
    r"(?:[\s-](?:colloidal|quantum|perovskite|core/shell|(?:thin|nanocrystal|dot|QD)[- ]films?|"
    r"films?|dots?|[QC]?QDs?|NCs?|nano\w+|light[- ]emitting|field[- ]effect|thin[- ]film|infrared|"
    r"tandem|sensiti[sz]ed|heterojunction|planar)){0,4}?"
)
_ACTIVE_BEHIND = re.compile(
    rf"(?:[- ]based)?{_OWN}[\s-](?:{_DEVICE}|channels?|absorbers?|emitters?|active|emissive|"
    r"sensiti[sz]ers?)\b"
)
_ACTIVE_AHEAD = re.compile(
    rf"\b(?:{_DEVICE}|channels?|absorbers?|emitters?|active layers?|emissive layers?)\s"
    r"(?:(?:was|were|are)\s)?(?:(?:made|built|fabricated|prepared|consisting)\s)?"
    r"(?:of|from|based on)\s(?:the\s)?(?:[\w-]+\s){0,2}$"
)
#: Words for an auxiliary layer; all are in lower case, so that none of them can be a formula.
_SERVING_BEHIND = re.compile(
    r"[\s-](?:(?:(?:is|was|were|used|serv\w+|acts?|acted)\s){0,2}as\s(?:an?\s|the\s)?)?"
    r"(?:(?:top|bottom|thin|compact|mesoporous|electron|hole|charge|carrier|gate|film|layer)[\s-]){0,3}"
    r"(?:dielectrics?|insulators?|buffers?|interlayers?|barriers?|windows?|contacts?|"
    r"(?:transport|inject|extract|block)\w*|passivation layers?|encapsul\w+)\b"
)
_SERVING_AHEAD = re.compile(
    r"\b(?:dielectrics?|insulators?|buffers?|(?:transport|injection|blocking|extraction) layers?)"
    r"(?:\s(?:of|from|made of))?\s$"
)


def part_in_device(text: str, start: int, end: int) -> str:
    """Return the part of a solid in a device by the words around it: "active", "serving" or ""."""
    lead = text[max(0, start - 60) : start]
    if _SERVING_BEHIND.match(text, end) or _SERVING_AHEAD.search(lead):
        return "serving"
    if _ACTIVE_BEHIND.match(text, end) or _ACTIVE_AHEAD.search(lead):
        return "active"
    return ""
