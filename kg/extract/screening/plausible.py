"""Exclude values that a property cannot have, and words that mean another property.

A peak does not move tenfold, an absorption is not a path length, the spectral range of a detector
is not a shift, and a line at hundreds of electronvolts belongs to photoelectrons. Likewise, the
strain of a bacterium is not that of a lattice, and a number of particles per area is not a mass
density.
"""

from __future__ import annotations

import re
from typing import Final

from kg.extract.knowledge.measures import units_of
from kg.extract.knowledge.property_kinds import MORE_OR_LESS, POSITIONS
from kg.extract.knowledge.thresholds import LEAST_LIGHT, MOST_LIGHT, WIDEST_BAND
from kg.model import Outcome, Quantity

#: Units in which a property is never given: they belong to paths, samples and beams.
_NEVER: Final = {
    "absorption": frozenset({"nm", "um", "mm", "cm", "m", "Ao"}),
    "linewidth": frozenset({"um", "mm", "cm", "m"}),
    "photoluminescence_intensity": frozenset({"nm", "um", "mm", "cm", "m", "eV", "meV"}),
    "structure": frozenset({"nm", "um", "Ao"}),
    "accessible_surface": frozenset({"nm2", "Ao2"}),
}
_STABLE_PHASE: Final = r"\b(?:thermodynamic|energetic)(?:ally)? (?:more |most )?(?:un|meta)?stab"
#: What is fed to a process, in sentences without a sample: "no decomposition in the bubbler".
_FEED: Final = (
    r"^(?!.*\b(?:films?|layers?|coat\w*|shells?|nano\w+|dots?|QDs?|NCs?|NPs?|crystals?|devices?|"
    r"samples?|electrodes?|cells?|composites?|dispersions?)\b).*\b(?:precursors?|bubblers?|inks?|"
    r"neat liquids?)\b"
)
#: Living things, whose growth, uptake and optical density are not those of films or dots.
_LIVING: Final = (
    r"\b(?:bacteri\w+|E\. ?coli|microbes?|microbial|yeasts?|mutants?|enzym\w+|cell growth|"
    r"cancer|tumou?rs?|mice|liver|incubat\w+ (?:of |with )?(?:the )?cells?|in vivo)"
)
_OF_LIFE: Final = re.compile(_LIVING + r"\b", re.IGNORECASE)
#: Words that give a property's name another meaning.
_MEANT_ELSE: Final = {
    "nucleation": _OF_LIFE,
    "barrier_performance": _OF_LIFE,
    "absorption": re.compile(
        r"^(?=.*\b(?:growth|grew)\b).*\boptical densit|"
        r"\b(?:ambient|gas|water|moisture|oxygen|CO2) absorption\b|"
        r"\babsorption\s?[/–-]\s?desorption",
        re.IGNORECASE | re.DOTALL,
    ),
    "strain": re.compile(
        rf"(?:{_LIVING}|"
        r"\b(?:applied|appl(?:y|ies|ying)|impart\w*)\s(?:an?\s|the\s)?(?:\w+\s)?strain)",
        re.IGNORECASE,
    ),
    "precursor_adsorption": re.compile(
        r"\bvoltammo\w+|\bhydrogen evolution\b|\ba[db]sorption\s?[/–-]\s?desorption|"
        r"\blaser desorption|\bMALDI|\bdesorption ioni[sz]ation|"
        r"\boxygen (?:molecules? )?(?:adsorption|desorption)|\bisotherms?\b|"
        r"\bion(?:ic)? layer adsorption\b|"
        r"^(?!.*(?:precursor|ALD|atomic layer|puls|cycle|dos(?:e|ing)|react)).*"
        r"\b(?:(?:ad|de)sorption (?:energ(?:y|ies)|of (?:the )?(?:gas|CO2?|NO2?)\b)|"
        r"(?:water|moisture|[A-Z][a-z]?2|CO|OH\w*|ions?) (?:molecules? )?(?:ad|de)sorption)\b",
        re.IGNORECASE,
    ),
    "corrosion_resistance": re.compile(
        r"^(?!.*(?:corro|NaCl|immers|coat|protect|Tafel|steel)).*\bpolari[sz]ation resistance",
        re.IGNORECASE | re.DOTALL,
    ),
    "superconducting_transition_temperature": re.compile(
        r"\bCurie\b|\bN[eé]el\b|^(?!.*[Ss]upercond).*\b(?:ferr[io]|antiferro|para)?magnet",
        re.DOTALL,
    ),
    "accessible_surface": re.compile(
        r"\bcross[- ]section\w*(?: surface)? areas?\b|"
        r"\bactive areas?\b(?!.*(?:electrochem|ECSA|cataly|BET|Pt\b)).*?\b[cmµ]m\s?(?:\^?2|²)"
    ),
    "oxidation_resistance": re.compile(_STABLE_PHASE),
    "contact_angle": re.compile(r"\b(?:Gibbs|Ostwald|ripening)\b"),
    "sintering_resistance": re.compile(r"^(?:The |An? )?(?:as-)?[Ss]intered\s"),
    "doping": re.compile(
        r"\b[Cc]arbon[- ]doped (?:silicon )?oxides?\b|"
        r"\bdoping (?:diffusion|stud(?:y|ies)|technique|method|appropriate|elements?|strateg\w+)\b"
    ),
    "exciton_peak_position": re.compile(
        r"\b(?:stop[- ]?bands?|Raman|[DG] (?:and (?:the )?[DG] )?bands?|"
        r"2D (?:mode|peak|band)|diffraction|XRD|XPS|XAS|EELS|FTIR|infrared spectr\w+|"
        r"binding energ\w+|core[- ]level|vibration\w*|Fermi (?:level|energy)|plasm\w+|LSPR|"
        r"photonic crystals?|Bragg|cavit(?:y|ies)|lasing|ICP|atomic emission|NMR|"
        r"[Ee]mission (?:from|of) (?:the )?[A-Z][a-z]? (?:ions?|atoms?))\b|"
        r"\b[A-Z][a-z]? (?:ion )?emission (?:was|were) measured\b"
    ),
    "charge_separation": re.compile(r"\b(?:conductivity|dopants?|doped)\b.*\bcarrier generation"),
    "overpotential": re.compile(
        r"^(?!.*(?:overpotential|electroly|charging|oxygen evolution|OER|HER\b)).*"
        r"\bcell voltages?\b",
        re.DOTALL,
    ),
    "photoconductivity": re.compile(r"\b(?:width|breadth|range) of the spectral response"),
    "recombination": re.compile(
        r"\b(?:interstitials?|vacanc(?:y|ies)|point[- ]defects?)(?: \w+)? recombination|"
        r"\brecombination (?:with|of) (?:[\w-]+ ){0,2}(?:vacanc|interstitial|point defect)|"
        r"\brecombination velocit(?:y|ies) of (?:[\w-]+ ){0,2}(?:interstitial|vacanc)",
        re.IGNORECASE,
    ),
    "particle_size": re.compile(
        r"\b(?:grain|crystal|particle) growth (?:characteristics|behaviou?r|kinetics|mechanisms?|"
        r"process|modes?|is)\b"
    ),
    "catalytic_selectivity": re.compile(
        r"\bpassivation and selectivit|\b(?:contact|carrier|electron|hole) selectivit|"
        r"\bselective(?:ly)? (?:conver|etch|deposit|remov|gr[eo]w|dissol|precipitat|"
        r"area|contact|coat|absorb|nucleat)\w*",
        re.IGNORECASE,
    ),
    "catalytic_activity": re.compile(
        r"^(?=.*activation energ).*\b(?:drift|migrat|diffusion|hopping|conduct|transport|growth)",
        re.IGNORECASE | re.DOTALL,
    ),
    "thermal_stability": re.compile(_FEED, re.IGNORECASE | re.DOTALL),
    "stability": re.compile(
        rf"{_STABLE_PHASE}|{_FEED}|"
        r"\breliability of (?:the |our )?(?:[\w-]+ ){0,3}?(?:targeting|methods?|measurements?|"
        r"results?|data|analys[ie]s|models?|predictions?|approach)\b|"
        r"\bsurvival rates?\b.*\bcells?\b|\b(?:DSC|DTA|TGA?) (?:trace|curve|peak)",
        re.IGNORECASE | re.DOTALL,
    ),
    "specific_capacity": re.compile(
        r"^(?!.*(?:capacit(?:y|ies)|super-?capac|pseudo|electrode|"
        r"\b(?:specific|gravimetric|areal|volumetric) capacitance)).*\bcapacitances?\b",
        re.IGNORECASE | re.DOTALL,
    ),
}


def is_implausible(outcome: Outcome, text: str) -> bool:
    """Return whether the value of an outcome is impossible for its property.

    >>> from kg.model import Quantity
    >>> moved = Outcome(
    ...     property="exciton_peak_position",
    ...     direction="increase",
    ...     quantity=Quantity(value=10.0, unit="{fold}"),
    ... )
    >>> is_implausible(moved, "The peak emission was increased 10-fold.")
    True
    """
    meant = _MEANT_ELSE.get(outcome.property)
    if (meant is not None and meant.search(text)) or _is_misread(outcome, text):
        return True
    quantity = outcome.quantity
    if quantity is None:
        return False
    if quantity.value is None and quantity.value_max is None and quantity.start is None:
        return True  # the size of an image: "20 × 20 μm"
    if outcome.direction == "reported" and _is_difference(outcome.property, quantity, text):
        return True
    if outcome.direction == "reported" and _is_foreign_share(outcome.property, quantity):
        return True
    if outcome.property in POSITIONS:
        return _is_no_place(outcome, quantity)
    if outcome.property == "linewidth" and quantity.unit == "nm":
        return (quantity.value_max or quantity.value or 0.0) >= WIDEST_BAND.value
    return quantity.unit in _NEVER.get(outcome.property, ())


#: A change stated from its start: "turns polydisperse particles into monodisperse ones".
_SORTED: Final = re.compile(r"\bpolydisperse\b.*\bmonodisperse\b")
#: Text between a denial and a word of monotony: "does not decrease monotonously".
_UNEVENLY: Final = re.compile(r"\b(?:not|non)\b[^.;,]{0,40}\bmonoton\w+|\bnon-?monoton\w+")


#: Samples that are distinguished by size: "larger dots display", "a powder of larger grains had".
_COMPARED: Final = re.compile(
    r"(?:^|[,;:] |\bthat |\b(?:powder|film|layer|sample|solution)s? (?:of|with) )(?:the |an? )?"
    r"(?:larg|small|bigg|dens)(?:er|est)(?:[- ]sized?)? (?:[\w-]+ ){1,3}?(?:ha(?:ve|s|d)|show\w*|"
    r"display\w*|exhibit\w*|possess\w*|dissolve\w*|are more|emit\w*|(?:was|were) found)\b",
    re.IGNORECASE,
)
#: A band at a fixed position whose intensity changes: "emission at 650 nm rose".
_AT_PLACE: Final = re.compile(
    r"\b(?:emission|luminescence|PL|absor\w+|peaks?|bands?|features?|signals?|intensity)"
    r"(?: \w+)? (?:cent(?:er|re)d )?at (?:[^.;,\d]{0,15})[\d.]+(?:(?: and |[–-])[\d.]+)? ?"
    r"(?:nm|eV)\b"
)
_SHIFTED: Final = re.compile(r"\b(?:red|blue)?-?(?:shift|mov|tun|bathochrom|hypsochrom)\w*")


def _is_misread(outcome: Outcome, text: str) -> bool:
    """Return whether words of change mean no change of the property, or not this one."""
    is_size = outcome.property in ("particle_size", "density") and outcome.quantity is None
    if is_size and outcome.direction in MORE_OR_LESS and _COMPARED.search(text):
        return True
    if outcome.property == "size_dispersion" and outcome.direction == "increase":
        return _SORTED.search(text) is not None
    if outcome.property in POSITIONS and outcome.direction in MORE_OR_LESS:
        return _AT_PLACE.search(text) is not None and not _SHIFTED.search(text)
    if outcome.direction != "none":
        return False
    return _UNEVENLY.search(text) is not None


#: Text before a difference ("shifts by 2 meV", "a deficit of 0.4 V") or a factor of a formula.
_DIFFERENCE: Final = (
    r"(?:\b(?:by|(?:deficit|change|difference|variation|shift)s?(?: of| below)?)\s"
    r"(?:about |only |less than |~)*|[)\]\w]\s?[×x·*]\s?(?=100\s?%))"
)
#: Properties that are differences.
_DIFFERENCES: Final = frozenset({"band_offset", "strain", "stoichiometry"})


def _is_difference(notation: str, quantity: Quantity, text: str) -> bool:
    """Return whether a number is a difference of a property, or a factor, but not a value."""
    if notation in _DIFFERENCES or not quantity.raw:
        return False
    return re.search(_DIFFERENCE + re.escape(quantity.raw), text) is not None


def _is_foreign_share(notation: str, quantity: Quantity) -> bool:
    """Return whether a level in percent belongs to a property without that unit."""
    return quantity.unit == "percent" and "percent" not in units_of(notation)


def _is_no_place(outcome: Outcome, quantity: Quantity) -> bool:
    top = quantity.value_max or quantity.value or 0.0
    is_shift = (
        quantity.unit == "meV" and top < LEAST_LIGHT.value and outcome.direction == "reported"
    )
    return (
        quantity.unit == "{fold}" or (quantity.unit == "eV" and top > MOST_LIGHT.value) or is_shift
    )
