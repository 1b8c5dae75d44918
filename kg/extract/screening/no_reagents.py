"""Exclude substances that a sentence names but that are no reagents of the work.

Rules for reagents go by their places, and so also find the salt of an electrolyte, a fuel gas, ions
of a beam, an ambient, and products of a decomposition.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.context.general import tells_a_study
from kg.extract.context.openings import is_before_turn
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Chemical

#: The reasons, as ``aldkg explain`` prints them.
ELECTROLYTE: Final = "a salt of an electrolyte, not a precursor"
ION: Final = "ions of an implantation or a beam, not a process gas"
FUEL: Final = "a gas that a cell burns or a catalyst converts, not a reagent of the synthesis"
USUAL: Final = "a general statement about no study"
AMBIENT: Final = "an ambient, not a flowing gas"
PART: Final = "a part of a formula that was split in conversion"
MEDIUM: Final = "a component of a test medium, not a reagent"
PRODUCT: Final = "a by-product or decomposition product, not a reagent"

#: Sentences about electrolytes: "The electrolyte was 1 M LiPF6", "LiPF6 in a carbonate as the
#: electrolyte".
_ELECTROLYTE: Final = Rare(
    r"\b(?:[Ee]lectrolytes? (?:(?:was|were|is)\b(?! (?:\w+ly )?(?:deposit|grown|"
    r"synthesi))|consist)|as (?:the )?electrolytes?\b)"
)
#: Right before the gas under which a sample is heated: "annealed in flowing ".
_HEATED_IN: Final = re.compile(
    r"\banneal\w*\b(?:[^.;,]|\.\d){0,60}\b(?:in|under) "
    r"(?:(?:a |an |the )?(?:\w+ )?(?:flow|stream|flux) of |flowing )$"
)
_INERT: Final = frozenset({"argon", "nitrogen", "helium"})
#: Right before what harms a solid: "it oxidizes when exposed to air and ".
_WHEN_EXPOSED: Final = re.compile(
    r"(?<!was )(?<!were )\b(?:when|if|once|upon being|whenever) "
    r"(?:they (?:are|were) |it (?:is|was) )?exposed to (?:[^.;,]{1,25} (?:and|or) )?"
    r"(?:an? |the )?(?:[\w-]+ ){0,2}$"
)
#: Samples that are taken apart to be analysed: "digested in HNO3 for ICP-MS".
_DIGESTED: Final = re.compile(
    r"(?s)(?=.*\b(?:dissol|digest)\w+).*\b(?:ICP[- ](?:MS|OES|AES|analys|measure|spectro)|AAS\b|"
    r"atomic absorption|inductively coupled plasma[- ](?:mass|optical|atomic|emission))"
)
#: Right before what a sample is tried in: "the films were stable in 0.1 M ".
_IN_MOLAR: Final = re.compile(
    r"\bin (?:an? |the )?(?:aqueous |aerated |\w+-saturated )?[\d.]+ ?[mμ]?"
    r"(?:M|mol[ /·]?(?:L|dm)\S*) (?:aqueous )?$"
)
#: What is made, cleaned or changed in a solution.
_WET: Final = Rare(
    r"\b(?:dissol|immers|dipp|soak|wash|rins|etch|clean|mix|add|synthe|treat|anodi|deposit|plat|"
    r"hydroly|sonicat|stir|grow|grew|prepar|made|obtain|adjust|dispers|suspend|suspension|reduc|"
    r"precipit|exchang|form|load|neutral|activat|leach|remov|heat|boil|reflux|convert|react)\w*",
    re.IGNORECASE,
)
#: Formulas with blanks, or with a zero for an O, from page recognition: "Al 2 O3", "H2 0".
_METAL_AHEAD: Final = re.compile(r"[A-Z][a-z]?\s2\s$")
_IS_WATER: Final = re.compile(r"H2 0\b")
#: Salts in electrolytes of batteries, which are not precursors.
_BATTERY_SALTS: Final = frozenset(
    {"lipf6", "libf4", "litfsi", "lifsi", "liclo4", "napf6", "naclo4"}
)
#: Openings of general statements: "Usually, the decomposition of carboxylates gives water".
_USUALLY: Final = re.compile(r"(?:Usually|Generally|In general|Normally|Commonly),?\s")
#: Text after a gas that is an ion or the medium of a laser.
_CHARGE: Final = re.compile(r"(?:\d?\+|[⁺²]⁺?)(?!\w)|[- ]?(?:ion )?laser\b")
#: Text after an element that a solid contains, but that could also be a gas.
_HELD: Final = re.compile(
    r"\s(?:dose loss|implant\w*|profiles?|diffusion|(?:gas )?cluster|beam|"
    r"(?:(?:ad|ab|de)?sorption|physisorption)\b(?! step)|isotherms?)\b"
)
_AMBIENT: Final = re.compile(r"\s(?:\([^()]{1,12}\)\s)?(?:ambient|atmosphere|environment)\b")
#: Analyses in which a sample is heated, which is not part of its making.
_WEIGHED: Final = Rare(r"\b(?:[Tt]hermogravimetr\w+|TGA|DTA|DSC|TPD|TPO|TPR)\b")
_FUELLED: Final = Rare(
    r"\b(?:fuel(?:ed|led)?(?: gas| cells?)?|humidified|"
    r"(?:supplied|fed|exposed|introduced) to (?:the )?(?:anode|cathode)|(?:dry|steam) reforming)\b",
    re.IGNORECASE,
)
_GROWING: Final = Rare(r"\b(?:deposit\w*|grow\w*|grew|ALD|CVD|precursors?|puls\w+|etch\w*)\b")
_GROWN: Final = Rare(r"\b(?:deposit\w*|grow\w*|grew|ALD|CVD|synthes\w+|precursors?)\b")
#: Words for tests of a catalyst, in sentences about no synthesis.
_TRIED: Final = Rare(
    r"\b(?:photo-?cataly\w+|electro-?cataly\w+|cataly[sz]\w+|decolou?r\w+|degrad\w+|nitrophenol|"
    r"turnover)\b",
    re.IGNORECASE,
)
_DOSED: Final = Rare(
    r"\b(?:precursors?|puls\w+|dos(?:e|ed|ing)|cycles?|ALD|MLD|half-?reactions?)\b"
)
_MADE: Final = Rare(
    r"\b(?:deposit\w*|grow\w*|grew|ALD|CVD|synthe\w+|precursors?|prepar\w+|obtain\w+|pulse\w*|"
    r"dos(?:e|ed|ing)|plasmas?|etch\w*|treat\w*|added|anneal\w*|nucleat\w+|fabricat\w+|oxidi[sz]ed)\b"
)
#: Media in which a sample is tested; their components are not reagents.
_MEDIA: Final = Rare(
    r"\b(?:[Bb]uffers?(?! (?:layers?|films?|gas))|[Bb]uffered|PBS|Tris|EDTA|[Ss]aline|[Ss]eawater|"
    r"[Pp]ermeate|[Ff]eed (?:solutions?|streams?|water)|[Mm]embrane distillation|DCMD|"
    r"[Ff]oul(?:ed|ing|ants?))\b"
)
_BOUND: Final = Rare(
    r"\b(?:ligands?|exchang\w+|capp\w+|conjugat\w+|coat\w*|modif\w+|functionali\w+|synthes\w+|"
    r"deposit\w*|ALD|precursors?)\b"
)
_FUELS: Final = frozenset({"hydrogen", "oxygen", "water", "methane", "co", "co2", "air"})
_DECOMPOSED: Final = Rare(r"\bdecompos\w+", re.IGNORECASE)
_REMOVED: Final = Rare(
    r"\b(?:photo\w*|cataly\w+|degrad\w+|sens\w+|detect\w*|dyes?|pollut\w+)\b", re.IGNORECASE
)
#: A plasma that removes a solid, and words for the products of etching.
_DRY_ETCH: Final = Rare(
    r"\b(?:[Rr]eactive[- ][Ii]on[- ][Ee]tch\w*|(?:DR|ICP-?)?RIE\b|(?:plasma|dry)[- ]etch\w*)"
)
_ETCH_PRODUCTS: Final = Rare(
    r"\b(?:etch(?:ing)?|volatile|gaseous) (?:by-?)?products? (?:of|are|is|were|was|such as|like|"
    r"\() ?(?:(?!\b(?:using|from|with|by)\b)[^.;]){0,60}$",
    re.IGNORECASE,
)
#: Words for cells in which MEA is the membrane electrode assembly.
_ASSEMBLY: Final = Rare(
    r"\b(?:anodes?|cathodes?|electrolytes?|fuel cells?|SOFCs?|electroly[sz]er)\b"
)


_OF_MAKING: Final = frozenset({"precursor", "coreactant", "ligand"})


def why_no_reagent(content: Chemical, reading: Reading, at: int) -> str:
    """Return the reason why a substance is not a reagent of the work; ``""`` if it is one.

    ``at`` is the offset of its name in the sentence.
    """
    text = reading.text
    if content.role in ("precursor", "coreactant") and (
        content.chemical in _BATTERY_SALTS
        or (content.role == "precursor" and _ELECTROLYTE.search(text))
    ):
        return ELECTROLYTE
    if content.role == "precursor" and (
        _ETCH_PRODUCTS.search(text, 0, at) or (_DRY_ETCH.search(text) and not _GROWN.search(text))
    ):
        return PRODUCT
    if _USUALLY.match(text.lstrip()) or (content.role in _OF_MAKING and _is_of_field(reading)):
        return USUAL
    if tried := _why_only_tried(content, text, at):
        return tried
    if _is_around(content, text, at):
        return AMBIENT
    if content.chemical in _FUELS and _is_fuel(content, text):
        return FUEL
    if content.role == "analyte" and _DECOMPOSED.search(text) and not _REMOVED.search(text):
        return PRODUCT
    named = next((m for m in reading.of_kind("chemical") if m.start == at), None)
    return _by_its_place(content, text, named) if named is not None else ""


def _is_around(content: Chemical, text: str, at: int) -> bool:
    """Return whether a gas is only the ambient of a weighing or an anneal."""
    is_annealed = content.role == "purge_gas" and content.chemical in _INERT
    if is_annealed and _HEATED_IN.search(text[:at]):
        return True
    is_gas = content.role in ("coreactant", "purge_gas")
    return is_gas and bool(_WEIGHED.search(text)) and not _GROWING.search(text)


def _is_of_field(reading: Reading) -> bool:
    """Return whether an abstract describes, before its own work, what others use."""
    return is_before_turn(reading) and not tells_a_study(reading.text)


def _why_only_tried(content: Chemical, text: str, at: int) -> str:
    """Return the reason if a sentence only tests a sample and makes none, else ``""``."""
    if _DIGESTED.match(text) and not _GROWN.search(text):
        return MEDIUM
    if content.role == "coreactant" and _WHEN_EXPOSED.search(text[:at]) and not _DOSED.search(text):
        return AMBIENT
    if _IN_MOLAR.search(text[:at]) and not _WET.search(text):
        return ELECTROLYTE
    if content.role == "coreactant" and _TRIED.search(text) and not _MADE.search(text):
        return FUEL
    is_in_medium = content.role in _OF_MAKING and _MEDIA.search(text) is not None
    return MEDIUM if is_in_medium and not _BOUND.search(text) else ""


def _is_fuel(content: Chemical, text: str) -> bool:
    is_gas = content.role in ("coreactant", "byproduct", "analyte")
    return is_gas and _FUELLED.search(text) is not None and _GROWING.search(text) is None


def _by_its_place(content: Chemical, text: str, named: Mention) -> str:
    """Return the reason that follows from the words around a name, else ``""``."""
    is_split = named.text in ("O2", "O3") and _METAL_AHEAD.search(text[: named.start])
    if is_split or _IS_WATER.match(text, named.start):
        return PART
    if named.text == "MEA" and _ASSEMBLY.search(text):
        return PRODUCT
    is_purge = content.role == "purge_gas"
    if _CHARGE.match(text, named.end) or (is_purge and _HELD.match(text, named.end)):
        return ION
    if is_purge and _AMBIENT.match(text, named.end):
        return AMBIENT
    return ""
