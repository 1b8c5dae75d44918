"""Techniques by the instruments that methods sections name: the models of makers.

Sources: the product lines that the makers advertise; the maker alone does not identify a technique.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import itemgetter

from kg.extract.context.modality import is_supposed
from kg.extract.findings import Finding
from kg.extract.knowledge.families import broader
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare, Table
from kg.model import Technique

#: Technique -> the names of instruments that have no other use.
MODELS = {
    "tem": (
        r"JEM[- ]?\d{3,4}\w*|JEOL[- ]?2[01]\d0\w*|Tecnai|Talos(?: F?\d+\w*)?|"
        r"(?:FEI|Thermo\w*) Titan|Hitachi H[TF]?-?[7-9]\d{3}|Libra 120|"
        r"CM[- ]?(?:20|200|300)\b(?= microscope)"
    ),
    "sem": (
        r"JSM[- ]?\d{4}\w*|"
        r"(?:Zeiss|ZEISS) (?:Ultra|Supra|Merlin|Sigma|Gemini\w*|Auriga|Leo|Crossbeam)|"
        r"Hitachi SU?-?\d{4}\w*|"
        r"(?:FEI )?(?:Quanta|NanoSEM|Nova Nano\w*|Helios|Sirion|Verios|Magellan)\b|Ultra ?55|"
        r"Supra ?\d\d\w*"
    ),
    "xrd": (
        r"D8 (?:Advance|Discover|Venture)|D2 Phaser|Empyrean|X[’']?Pert|SmartLab|MiniFlex|"
        r"Ultima IV|Rigaku D/?[Mm]ax"
    ),
    "xps": (
        r"(?:Kratos )?Axis (?:Ultra|Supra|Nova)\w*|K[- ]Alpha|ESCALAB|Quantera|VersaProbe|"
        r"Theta Probe"
    ),
    "ellipsometry": (
        r"(?:Woollam )?(?:M-2000\w*|[αa](?:lpha)?-SE|VASE\b|RC2\b)|UVISEL|Auto SE|SE-?850|"
        r"SENpro|SENresearch"
    ),
    "afm": r"Dimension (?:Icon|3100|FastScan|Edge)|MultiMode (?:8|V)|Cypher|NX-?10|NTEGRA|MFP-3D",
    "photoluminescence": (
        r"FLS ?-?(?:9[28]0|1000)|Fluoro(?:log|max)(?:-?\d)?|FluoroMax-?\d?|Cary Eclipse|"
        r"QuantaMaster|FP-[68]\d00|FS5\b|Quantaurus"
    ),
    "uv_vis_absorption": (
        r"Cary[- ](?:[3-6]0{1,3}0?|100|300|4000|5000\w?|6000\w?|7000)|Lambda[- ](?:\d{2,4})|"
        r"UV-?[123][678]\d0\w*|V-?[67][57]0\b(?= )|Evolution 220"
    ),
    "raman": r"inVia|LabR[Aa][Mm](?: HR)?\w*|Alpha300|DXR\d?\b|XploRA",
    "ftir": (
        r"Vertex \d\d\w*|Nicolet(?: i[S\w]\d+| \d+)?|Tensor 27|Spectrum (?:One|Two|100)|"
        r"IRAffinity"
    ),
    "electrical_measurement": r"Keithley|B15(?:00|05)A?|4200-?(?:A-)?SCS|B2900\w*|4156C|E4980A",
    "electrochemical_measurement": (
        r"(?:Bio-?[Ll]ogic )?VSP|VMP-?3|Autolab|CHI ?-?[67]\d\d\w|Gamry|Interface 1000|"
        r"Solartron|PARSTAT|LAND CT\w+|Neware"
    ),
    "gas_physisorption": r"ASAP[- ]?20[12]0|TriStar(?: II)?|Autosorb\w*|BELSORP\w*|3Flex",
    "dls": r"Zetasizer|DynaPro|NanoBrook",
    "tga": r"STA ?-?449\w*|TGA ?-?[Q/]?\d+\w*|Q5[05]0?\b|TG ?209",
    "quartz_crystal_microbalance": r"Inficon|QCM200",
    "nmr": r"Avance(?: III)?|Ascend \d{3}",
    "profilometry": r"Dektak\w*|Alpha-Step|DektakXT",
}
_MODELS = Table(
    (
        (technique, Rare(rf"(?<![\w-])(?:{models})(?![a-z])"))
        for technique, models in MODELS.items()
    ),
    itemgetter(1),
)
#: Words for the use of an instrument, or around it.
_MEASURED = re.compile(
    r"\b(?:us(?:ed|ing)|record|measur|acquir|tak(?:en|ing)|took|collect|perform|carried|obtain|stud|examin|"
    r"characteri[sz]|determin|investigat|analy[sz]|operat|monitor|prob|equipped|image|spectr|follow|inspect|"
    r"microscop|diffractomet|\()\w*"
)


#: Words for the use of a dual-beam microscope to cut a sample for another one.
_CUTTING = Rare(r"\b(?:FIB|lamella[es]?|lift-?out|extracted|ion mill\w+)\b")


def find_instruments(reading: Reading) -> Iterator[Finding]:
    """Yield the techniques of the instruments that a sentence names."""
    for technique, models in _MODELS.fitting(reading.text):
        found = models.search(reading.text)
        named = reading.of_kind("technique") if found is not None else ()
        if any(technique in broader("technique", other.id) for other in named):
            continue  # it is the instrument for a narrower technique: "high-resolution TEM"
        if found is None or is_supposed(reading, found.start()):
            continue
        if technique == "sem" and _CUTTING.search(reading.text) is not None:
            continue
        if _MEASURED.search(reading.text) is not None:
            content = Technique(technique=technique)
            yield Finding(content=content, at=found.start(), rule="instrument-named")
