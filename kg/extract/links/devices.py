"""The solid that makes a device work, and those that only serve it."""

from __future__ import annotations

import re

#: Roles of a solid that only serves the active part of a device.
SERVING = frozenset({"transport_layer", "blocking_layer"})
#: What semiconductor particles have, whatever film lies around them or below.
OF_PARTICLES = frozenset(
    """exciton_peak_position linewidth photoluminescence_quantum_yield photoluminescence_lifetime
    photoluminescence_intensity optical_gain gain_threshold size_dispersion
    electronic_coupling""".split()
)
#: Figures of a device, and of the charges in its active layer.
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
#: Devices of the study that are spoken of as such: "the solar cells were stable in air".
DEVICES = re.compile(
    rf"\b(?:the|these|our|all|both)\s(?:[\w-]+\s){{0,2}}?(?:devices|{_DEVICE})\b", re.IGNORECASE
)
#: Words of a solid's own phrase, ahead of the device that it makes.
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
#: What only serves the active part: its words, each of lower case so that no solid is among them.
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
    """What the words around a solid call it in a device: ``"active"``, ``"serving"`` or neither."""
    lead = text[max(0, start - 60) : start]
    if _SERVING_BEHIND.match(text, end) or _SERVING_AHEAD.search(lead):
        return "serving"
    if _ACTIVE_BEHIND.match(text, end) or _ACTIVE_AHEAD.search(lead):
        return "active"
    return ""
