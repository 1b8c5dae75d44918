"""Numbers of tools and goods: settings of a tube or camera, the thickness of a bought layer."""

from __future__ import annotations

import re

from kg.extract.binding.rows import Row
from kg.extract.knowledge.measures import in_unit, quantity_of, top_of
from kg.extract.knowledge.thresholds import LEAST_THERMAL_OXIDE
from kg.extract.mentions import Mention
from kg.extract.reading import Reading


def _is_brief(_: Reading, number: Mention) -> bool:
    """Return whether a time is in seconds or milliseconds, as for a picture or a step of a scan."""
    quantity = quantity_of(number)
    return quantity is not None and quantity.unit in ("s", "ms")


def _is_thermal_oxide(_: Reading, number: Mention) -> bool:
    """Return whether an oxide is as thick as that with which silicon wafers are sold."""
    quantity, top = quantity_of(number), top_of(number)
    thick = in_unit(top, quantity.unit, LEAST_THERMAL_OXIDE.unit) if quantity and top else None
    return thick is not None and thick >= LEAST_THERMAL_OXIDE.value


#: Where an oxide is a part of a device, not only of the wafer.
_OF_DEVICE = re.compile(r"\b(?:gates?|dielectrics?|insulators?|capacitors?)\b", re.IGNORECASE)


def _is_idle_oxide(reading: Reading, number: Mention) -> bool:
    """So thick an oxide on silicon as a wafer is sold with, which no device uses."""
    return _is_thermal_oxide(reading, number) and _OF_DEVICE.search(reading.text) is None


_PORE = re.compile(r"\bpores?\b")


def _is_of_no_pore(reading: Reading, number: Mention) -> bool:
    """Return whether a length is not that of a template's pore, which shapes what grows in it."""
    return _PORE.search(reading.text, max(0, number.start - 30), number.end + 30) is None


_FROM_MAKER = (
    r"\b(?:(?:as[- ])?(?:supplied|delivered|provided) by|"
    r"(?:purchased|bought) from)\s(?:the\s)?[A-Z]|"
    r"\((?:obtained|acquired|received) from [A-Z][a-z]{2,}|"
    r"\b(?:substrate|wafer|glass|glasse|slide|membrane|foil|powder)s? (?:was|were) "
    r"(?:obtained|acquired|received) from [A-Z][a-z]{2,}"
)
#: Settings of an instrument.
TOOLS = (
    Row(
        "instrument",
        "X-ray source",
        "power",
        near=r"X-ray (?:source|tube|gun|beam|generator|radiation)|\bK ?α|\bK-?alpha",
        reach=50,
    ),
    Row(
        "instrument",
        "picture or step of a scan",
        "time",
        said=r"\b(?i:cameras?|EM-?CCD|CCD|photomultipliers?|step size|divergence slit)\b|2 ?θ",
        only=_is_brief,
    ),
    Row(
        "instrument",
        "vapour pressure",
        "temperature time pressure",
        said=r"\b(?i:vapou?r[- ]pressure (?:measurement|data|curve|analys)\w*|"
        r"Knudsen(?! (?:diff|number|flow|regime)))",
    ),
    Row(
        "instrument",
        "detector",
        "length",
        behind=r"\s(?:on|by|with|using|in)\s(?:an?|the)\s(?:[\w/–-]+\s){0,3}"
        r"(?:detector|(?:spectro)?photometer|plate reader)\b",
    ),
    Row(
        "instrument",
        "area of a map",
        "area",
        said=r"\b(?:EDX|EDS|EDXS|XPS|Raman|AFM|SEM|EELS|ToF-SIMS)\b",
        ahead=r"\b(?:maps?|images?|spectra|scans?|analy[sz]\w+) [^.;]{0,40}\barea of (?:about |~)?",
    ),
    Row("instrument", "heat sink", "temperature", near=r"\b[Hh]eat[- ]sinks?\b", reach=30),
)
_MAKERS = (
    r"(?:Sigma|Aldrich|Merck|Alfa|TCI|Fluka|Acros|Strem|Pilkington|Corning|Degussa|Evonik|Ossila|"
    r"NSG)\b"
)
#: A value that a maker states for a product.
SOLD = Row(
    "none",
    "value of a maker",
    ahead=r"\bmanufacturer(?:['’]s|s)?\s(?:specifi\w+|data\w*)\b[^.;]{0,40}",
    behind=rf"[^.;]{{0,60}}(?:{_FROM_MAKER})|[^()]{{0,40}}\b{_MAKERS}[^()]*\)",
)
#: Sizes that a product has when it is bought.
GOODS = (
    Row(
        "none",
        "bought",
        "length",
        behind=rf"(?:(?!\b(?:deposit|grown|grew))[^.;]|\.\d){{0,100}}(?:{_FROM_MAKER})",
        only=_is_of_no_pore,
    ),
    Row(  # "on 300 nm SiO2/n-Si"
        "none",
        "oxide of a wafer",
        "length",
        behind=r"[ -](?:thick\s|of\s)?(?:thermal(?:ly[ -]grown)?\s|dry\s|wet\s)*"
        r"(?:SiO2|SiOx|silicon (?:di)?oxide)(?:\s(?:layer|film|dielectric)s?)?"
        r"(?:\s?/\s?|\son\s(?:top\sof\s)?|[- ](?:coated|covered|capped|terminated)\s)"
        r"(?:an?\s|the\s|heavily\s|highly\s|doped\s|[np]\+*[- ]?(?:type\s|doped\s)?)*"
        r"(?:Si|silicon)\b",
        only=_is_thermal_oxide,
    ),
    Row(  # "a Si wafer with a 300 nm thermal SiO2 layer"
        "none",
        "thermal oxide",
        "length",
        behind=r"[ -](?:thick\s|of\s)?(?:(?:dry|wet)\s)?therm(?:al|ally[ -](?:grown|oxidi[sz]ed))\s"
        r"(?:SiO2|(?:silicon\s(?:di)?)?oxide)\b",
        only=_is_idle_oxide,
    ),
)
