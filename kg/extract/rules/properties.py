"""Which properties a sentence speaks of: not what is aimed at, needed, supposed or named twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from kg.extract.mentions import Mention
from kg.extract.modality import is_denied, is_hypothetical, is_necessity
from kg.extract.reading import Reading
from kg.extract.rules.assertion import is_asserted
from kg.extract.rules.natures import CHANGE_LABELS, LABEL_DIRECTIONS
from kg.extract.rules.of_reagents import is_of_reagent

#: A share of what was there at first is no value of it: "95% of their initial efficiency".
_SHARE = re.compile(r"\bof (?:the|its|their)? ?(?:initial|original|starting)\s+(?:\w+\s+)?$")
#: What adsorbs to probe a surface is no precursor: "CO chemisorption".
_OF_PROBE = re.compile(r"\b(?:CO2?|N2|H2|Ar|argon|nitrogen|krypton|dye)\s$")
#: Where growth is selective, "selectivity" is not that of a catalyst.
_OF_GROWTH = re.compile(r"\b(?:area|growth|grow|deposit|ALD|nucleat|inhibit|block)", re.IGNORECASE)
#: Behind "stoichiometric": amounts of reagents, no film.
_OF_AMOUNTS = re.compile(
    r"(?<=stoichiometric)(?:ally|\s(?:amounts?|ratios?|quantit|excess|equivalen|proportion|reaction|condition))"
)
#: The grade of a reagent is no purity of a film: "95% purity", "a purity of 99.99%, metals basis".
_GRADE = re.compile(
    r"\d\s?%,?\s(?:in\s|metals\s|trace\s|basis\s)*purity\b|"
    r"\bpurity\b[^.;]{0,25}?\b9\d(?:\.\d+)?\s?%[^.;]{0,40}\b(?:aldrich|strem|alfa|merck|acros|inc|ltd)\b",
    re.IGNORECASE,
)
#: The ratio in which reagents were given, no composition of what came out.
_OF_FEED = re.compile(
    r"\bprecursors? (?:molar )?[^.;,]{0,20}ratios?\b|"
    r"\b(?:molar|feed|mole|volume) ratios?\b[^.;]{0,60}"
    r"\b(?:precursors?|used|added|mixed|dissolved|loaded|solution)\b",
    re.IGNORECASE,
)
#: What is uniform then is the size.
_OF_SIZES = re.compile(r"\bsize distributions?\b[^.;,]*$", re.IGNORECASE)
#: An etch by a liquid.
_IN_LIQUID = re.compile(
    r"\b(?:BOE|BHF|DHF|buffered (?:oxide|HF)|diluted? HF|KOH|H3PO4|wet etch\w*|"
    r"in (?:HF|acid|water))\b"
)
#: "Serves as a gas diffusion barrier": a barrier that is named so without doing it is a layer.
_SERVES = re.compile(r"\b(?:as|provid\w*|form\w*|is|are|was|were)\s+(?:an?\s+)?(?:[\w-]+\s+){0,3}$")
#: Where a photocurrent is that of a cell or of an electrode.
_IN_CELL = re.compile(
    r"photocurrents?\b.*(?:mA\s?(?:/|cm)|solar|photovolt|zero bias|open-circuit|efficienc|"
    r"photo(?:anode|cathode|electrode))|"
    r"(?:solar|photovolt|open-circuit|efficienc|photo(?:anode|cathode|electrode)|zero bias).*"
    r"photocurrents?\b",
    re.IGNORECASE,
)
#: Verbs of aim: what is measured or aimed at is no outcome.
_AIM = re.compile(
    r"\b(?:to|for|of)\s+(?:study|studying|monitor|monitoring|investigat\w+|measur\w+|"
    r"determin\w+|evaluat\w+|characteri[sz]\w+|assess\w*|probe|probing|understand\w*|quantify\w*|"
    r"examin\w+|optimi[sz]\w+)\b[^,;]{0,25}$|\bin order to\b[^,;]{0,40}$|"
    r"^\W*To (?:reali[sz]e|achieve|obtain|improve|enhance|increase|reduce|avoid|prevent|overcome|"
    r"ensure|suppress|minimi[sz]e|reach|raise|lower)\b[^,;]*$",
    re.IGNORECASE,
)


def find_properties(reading: Reading) -> Iterator[Mention]:
    """The properties that the sentence speaks of, each named once.

    Left out are an acronym behind its name, a name whose change has a word of its own ("the PL
    maximum blue-shifts"), what is only supposed, needed or aimed at.
    """
    if reading.text.rstrip().endswith("?"):
        return
    mentions = list(_with_acronyms(reading, _one_label_each(reading, _disambiguated(reading))))
    for mention, following in zip(mentions, [*mentions[1:], None], strict=False):
        if not (
            _has_own_word(reading, mention, following)
            or is_hypothetical(reading, mention)
            or is_necessity(reading, mention)
            or not is_asserted(reading, mention)
            or (mention.label == "bareLabel" and _SHARE.search(reading.text[: mention.start]))
            or _AIM.search(reading.text[: mention.start])
            or (re.search(r"\d\s$", reading.text[: mention.start]) and mention.text == "Eg")
            or _OF_AMOUNTS.match(reading.text, mention.end)
            or _is_grade(reading, mention)
            or is_of_reagent(reading, mention)
            or (mention.id == "stoichiometry" and _OF_FEED.search(reading.text))
            or (mention.text.endswith("growth") and reading.text.startswith(" cycle", mention.end))
            or re.match(
                r"-(?!(?:improv|enhanc|increas|boost|reduc|suppress|lower)ing\b)[a-z]",
                reading.text[mention.end :],
            )  # "vacancy-assisted"
            or (
                mention.id == "precursor_adsorption"
                and _OF_PROBE.search(reading.text[: mention.start])
            )
        ):
            yield mention


def _is_grade(reading: Reading, mention: Mention) -> bool:
    """The grade of a reagent or gas, no purity of a film: "high-purity N2"."""
    if not mention.text.lower().endswith("purity"):
        return False
    of_gas = any(m.start - mention.end in (1, 2) and m.kind == "chemical" for m in reading.mentions)
    return of_gas or (mention.text == "purity" and _GRADE.search(reading.text) is not None)


#: What a bare word means where the sentence speaks of such things.
_CONTEXT = {
    "power_conversion_efficiency": re.compile(
        r"solar|photovolta|open-circuit|short-circuit|fill factor|V_?oc\b|J_?sc\b|\bcells?\b", re.I
    ),
    "photoluminescence_lifetime": re.compile(
        r"\bPL\b|luminescen|fluorescen|emission|exciton|\bQDs?\b|dots\b|nanocrystals?\b", re.I
    ),
    "device_lifetime": re.compile(
        r"\bdevices?\b|\bLEDs?\b|\b\w*LEDs?\b|diodes?\b|\bcells?\b|operational|backlight", re.I
    ),
    "gain_threshold": re.compile(r"lasing|\bASE\b|amplified spontaneous|optical gain", re.I),
    "specific_capacity": re.compile(r"batter|electrode|cathode|anode|discharg|lithi", re.I),
}


#: A word for whatever a device is good at: its value may be in any unit.
_VAGUE = frozenset({"performance"})
_SOLAR_CELL = re.compile(r"\bsolar[- ]cells?\b|\bphotovolta|\bDSSCs?\b|\bQDSSCs?\b", re.IGNORECASE)


def is_vague(mention: Mention) -> bool:
    """Whether no unit tells what a bare word is of ("41% better performance")."""
    return mention.label == "bareLabel" and mention.text.lower() in _VAGUE


def is_meant(reading: Reading) -> bool:
    """Whether "the performance" is that of a solar cell, named here or in the sentence before."""
    return _SOLAR_CELL.search(_sentence_before(reading) + reading.text) is not None


def is_plain_in_context(reading: Reading, mention: Mention, direction: str) -> bool:
    """Whether a bare word ("efficiency") needs no unit, for the sentence says of what it is."""
    if direction not in ("increase", "decrease", "none") or is_vague(mention):
        return False
    context = _CONTEXT.get(mention.id)
    return context is not None and context.search(reading.text) is not None


def _sentence_before(reading: Reading) -> str:
    before = reading.sentence.passage.text[: reading.sentence.start].rstrip()
    return before[max(before[:-1].rfind(". "), 0) :]


def _is_mere_barrier(reading: Reading, mention: Mention) -> bool:
    """Whether a barrier is only named, so that it says nothing by itself."""
    return (
        mention.id == "barrier_performance"
        and mention.label == "presenceLabel"
        and not _SERVES.search(reading.text[: mention.start])
    )


def _with_acronyms(reading: Reading, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """A name and the acronym behind it ("fill factor (FF)", "voltages Voc") as one mention."""
    held: Mention | None = None
    for mention in mentions:
        if held is not None and _repeats(reading, mention, held):
            closed = reading.text.startswith(")", mention.end)
            end = mention.end + closed
            held = replace(held, end=end, text=reading.text[held.start : end])
            continue
        if held is not None:
            yield held
        held = mention
    if held is not None:
        yield held


def _repeats(reading: Reading, mention: Mention, previous: Mention) -> bool:
    if previous.id != mention.id or mention.label in CHANGE_LABELS:
        return False
    return reading.text[previous.end : mention.start].strip() in ("(", "")


def _has_own_word(reading: Reading, mention: Mention, following: Mention | None) -> bool:
    if following is None or following.id != mention.id or mention.label not in ("name", "symbol"):
        return False
    gap = reading.text[mention.end : following.start]
    return following.label in CHANGE_LABELS and not re.search(r"[,;:(]", gap)


def _one_label_each(reading: Reading, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Of a name that is also a presence label: the label where the words deny it, else the name."""
    for _, same in groupby(mentions, key=lambda m: (m.start, m.end, m.id)):
        twins = list(same)
        denied = [m for m in twins if m.label == "presenceLabel" and is_denied(reading, m)]
        yield (denied or twins)[0]


#: What a word of a property means beside other words: light that is trapped, lead that leaks.
_OTHERS = {
    "photoluminescence_intensity": re.compile(
        r"\b(?:optical|atomic|plasma|field|thermal|electron|secondary|gas|CO2?)[ -]$", re.IGNORECASE
    ),
    "trap_states": re.compile(
        r"\b(?:light|photon|optical|charge)[ -](?:\S{0,3} )?$", re.IGNORECASE
    ),
    "thermal_stability": re.compile(r"\b(?:by|via|through|from)\s(?:the\s)?$"),
    "power_conversion_efficiency": re.compile(
        r"\b(?:Shockley\S*|theoretical|limiting|detailed[- ]balance|Carnot|ideal)\b[^.;]{0,60}$",
        re.IGNORECASE,
    ),
}
#: A gap that tells a kind of solid: "wide-bandgap perovskites".
_KIND_OF_GAP = re.compile(r"\b(?:wide|narrow|large|small|low|high|direct|indirect|ideal)-$")
_OTHERS_BEHIND = {
    "oxidation_resistance": re.compile(
        r"\s(?:peaks?|currents?|potentials?|waves?|states?|numbers?|reactions?|steps?|events?)\b"
    ),
    "leakage_current": re.compile(r"\s(?:of|from)\s(?:the\s)?(?:lead|Pb|water|gas|toxic|solvent)"),
    "power_conversion_efficiency": re.compile(r"\s(?:limit|ceiling)|[^.;]{0,30}Shockley"),
    "exciton_peak_position": re.compile(r"s?\sbinding"),
    "dielectric_breakdown": re.compile(
        r"\sof\s(?:the\s)?(?!voltage|oxide|dielectric|film|insulat)"
    ),
    "plasmon_resonance_position": re.compile(r"s?\s(?:absorption|enhancement|field|mode)"),
}


def _is_other(reading: Reading, mention: Mention) -> bool:
    """Whether the words beside a property's name make it another thing: "light trapping"."""
    if mention.id == "band_gap" and _KIND_OF_GAP.search(reading.text[: mention.start]):
        return True
    ahead, behind = _OTHERS.get(mention.id), _OTHERS_BEHIND.get(mention.id)
    return bool(
        (ahead and ahead.search(reading.text[: mention.start]))
        or (behind and behind.match(reading.text, mention.end))
    )


#: An adjective that only tells of which kind a known material is: "polycrystalline samples".
_KIND = re.compile(
    r"(?:(?:poly|single-|nano|micro|mono|poly-)?crystalline|amorphous|glassy|stoichiometric)",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"[ -](?:[\w-]+ ){0,4}?(?:samples?|powders?|targets?|alloys?|metals?|glass(?:es)?|"
    r"silicon|Si\b|ceramics?|semiconductors?|materials?|wafers?|substrates?|electrodes?|state\b|"
    r"counterparts?|solar|organic|oxides?\b|bulk|perovskites?)"
)


def _is_named_kind(reading: Reading, mention: Mention) -> bool:
    """Whether crystallinity only names a kind of material: "amorphous silicon cells"."""
    return (
        mention.id in ("crystallinity", "stoichiometry")
        and mention.label in ("presenceLabel", "absenceLabel")
        and _KIND.fullmatch(mention.text) is not None
        and _NOUN.match(reading.text, mention.end) is not None
    )


def _disambiguated(reading: Reading) -> Iterator[Mention]:
    """The properties named; a shift near the word plasmon is one of the plasmon resonance."""
    for mention in reading.of_kind("property"):
        if mention.id == "catalytic_selectivity" and _OF_GROWTH.search(reading.text):
            continue
        if mention.id == "uniformity" and _OF_SIZES.search(reading.text[: mention.start]):
            continue
        if mention.id == "etch_rate" and _IN_LIQUID.search(reading.text):
            yield replace(mention, id="wet_etch_rate")
            continue
        if mention.id == "photoconductivity" and _IN_CELL.search(reading.text):
            yield replace(mention, id="short_circuit_current")
            continue
        if _is_other(reading, mention) or _is_named_kind(reading, mention):
            continue
        if _is_mere_barrier(reading, mention):
            yield replace(mention, label="name")
            continue
        shifts = mention.id == "exciton_peak_position" and mention.label in LABEL_DIRECTIONS
        around = reading.text[max(0, mention.start - 60) : mention.end + 60].lower()
        yield (
            replace(mention, id="plasmon_resonance_position")
            if (shifts and "plasmon" in around)
            else mention
        )
