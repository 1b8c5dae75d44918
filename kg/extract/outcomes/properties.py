"""Find the properties that a sentence asserts, without those that are aims or suppositions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from kg.extract.chemicals.qualities_of_reagents import is_of_reagent
from kg.extract.context.modality import is_denied, is_hypothetical, is_necessity
from kg.extract.knowledge.property_kinds import CHANGE_LABELS, CHANGES, POSITIONS
from kg.extract.mentions import Mention
from kg.extract.outcomes.assertion import is_asserted
from kg.extract.outcomes.qualities_of_kinds import is_of_film
from kg.extract.outcomes.senses import meant
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: Words for a share of the initial value, not a value: "95% of their initial efficiency".
_SHARE = re.compile(r"\bof (?:the|its|their)? ?(?:initial|original|starting)\s+(?:\w+\s+)?$")
#: Text after "stoichiometric" for amounts of reagents instead of a film.
_OF_AMOUNTS = re.compile(
    r"(?<=stoichiometric)(?:ally|\s(?:amounts?|ratios?|quantit|excess|equivalen|proportion|reaction|condition))"
)
#: The grade of a reagent, not the purity of a film: "95% purity", "high-purity N2 gas".
_GRADE = re.compile(
    r"\bpurity(?::|\s?[=>≥~])?\s?(?:of\s)?(?:>|≥|~)?\s?9\d(?:\.\d+)?\s?%|"
    r"\bhigh[- ]purity\s[^.;]{0,30}"
    r"\b(?:powders?|gas|pellets?|metal|wire|target|source|chemicals|reagents|aldrich|strem|alfa)\b|"
    r"\b(?:aldrich|strem|alfa|merck|acros|inc|ltd)\b[^.;]{0,30}\bpurity\b|"
    r"\d\s?%,?\s(?:in\s|metals\s|trace\s|basis\s)*purity\b|"
    r"\bpurity\b[^.;]{0,25}?\b9\d(?:\.\d+)?\s?%[^.;]{0,40}\b(?:aldrich|strem|alfa|merck|acros|inc|ltd)\b",
    re.IGNORECASE,
)
#: The ratio of reagents in the feed, not the composition of the product.
_OF_FEED = re.compile(
    r"\bprecursors? (?:molar )?[^.;,]{0,20}ratios?\b|\bnominal (?:[\w:/-]+ ){0,2}ratios?\b|"
    r"\b(?:molar|feed|mole|volume) ratios?\b[^.;]{0,60}"
    r"\b(?:precursors?|used|added|mixed|dissolved|loaded|solution)\b",
    re.IGNORECASE,
)
#: Words before a property that is only a standard: "a higher gain regarding the threshold".
_MEASURE = re.compile(
    r"\b(?:regarding|with (?:respect|regard) to|relative to)\s(?:the|its|their)\s(?:\w+\s)?$"
)
#: Verbs of aim; a property that is measured or aimed at is not an outcome.
_AIM = Rare(
    r"\b(?:to|for|of|by)\s+(?:study|studying|follow(?:ing)?|track(?:ing)?|watch(?:ing)?|monitor|monitoring|investigat\w+|measur\w+|"
    r"determin\w+|evaluat\w+|characteri[sz]\w+|assess\w*|probe|probing|understand\w*|quantify\w*|"
    r"examin\w+|optimi[sz]\w+|highlight\w*)\b[^,;]{0,25}$|"
    r"\b(?:examin|evaluat|test|assess|monitor|prob)ed (?:by|via|using|for|in) (?:the )?$|"
    r"\bin order to\b[^,;]{0,40}$|"
    r"^\W*To (?:\w+ly )?[a-z]+\b(?:(?!\b(?:we|is|are|was|were|which)\b)[^,;])*$",
    re.IGNORECASE,
)


def find_properties(reading: Reading) -> Iterator[Mention]:
    """Yield the properties that a sentence is about, each once.

    Left out are an acronym after its name, a name with a separate word of change ("the PL maximum
    blue-shifts"), and properties that are only supposed, needed or aimed at.
    """
    if reading.text.rstrip().endswith("?"):
        return
    found = (m for m in meant(reading) if not _tells_sample(reading, m))
    mentions = list(_with_acronyms(reading, _one_label_each(reading, found)))
    for mention, following in zip(mentions, [*mentions[1:], None], strict=False):
        if not (
            _has_own_word(reading, mention, following)
            or is_hypothetical(reading, mention)
            or is_necessity(reading, mention)
            or not is_asserted(reading, mention)
            or _is_only_named(reading, mention)
            or _is_other_thing(reading, mention)
            or _is_grade(reading, mention)
            or is_of_reagent(reading, mention)
        ):
            yield mention


def _is_only_named(reading: Reading, mention: Mention) -> bool:
    """Return whether a property is only an aim, a standard, or the whole of a share."""
    ahead = reading.text[: mention.start]
    return bool(
        (mention.label == "bareLabel" and _SHARE.search(ahead))
        or _AIM.search(reading.text, 0, mention.start)
        or _MEASURE.search(ahead)
        or _is_of_shift(reading, mention)
    )


#: Text after a part of a longer word, unless that means a change: "yield-limiting".
_PART_OF_WORD = re.compile(r"-(?!(?:improv|enhanc|increas|boost|reduc|suppress|lower)ing\b)[a-z]")


def _is_other_thing(reading: Reading, mention: Mention) -> bool:
    """Return whether the words around a property's name make it the name of another thing.

    Examples are a unit ("3 Eg"), amounts of reagents, a ratio of the feed, a growth cycle.
    """
    text = reading.text
    return bool(
        (mention.text == "Eg" and re.search(r"\d\s$", text[: mention.start]))
        or _OF_AMOUNTS.match(text, mention.end)
        or (mention.id == "stoichiometry" and _OF_FEED.search(text))
        or (mention.text.endswith("growth") and text.startswith(" cycle", mention.end))
        or _PART_OF_WORD.match(text[mention.end :])
    )


#: Text between a preposition and a participle that identifies a sample: "on a roughened film".
_OF_SAMPLE = re.compile(r"\b(?:on|onto|of|for|from|than|between|in)\s+(?:the\s+|an?\s+)?$")
#: Text after a noun of change that only names a step: "the recrystallization process".
_STEP = re.compile(
    r"[ -](?:process(?:es)?|steps?|treatments?|procedures?|methods?|techniques?|routes?|agents?|"
    r"anneals?|approach(?:es)?|strateg(?:y|ies))\b"
)
#: Text after a participle used as an adjective, unlike "dots passivated by chloride".
_NOUN = re.compile(r" (?!(?:by|with|in|at|to|from|after|upon|on|via|and|or|using)\b)[a-zA-Z]")


def _tells_sample(reading: Reading, mention: Mention) -> bool:
    """Return whether a word of change only identifies a sample or a step."""
    if mention.label not in CHANGE_LABELS or mention.id in POSITIONS:
        return False
    if _COMPARED.match(mention.text) and (
        _THOSE.search(reading.text[: mention.start])
        or (
            _WITH.search(reading.text[: mention.start])
            and _ARE_MORE.match(reading.text, mention.end)
        )
    ):
        return True
    return _STEP.match(reading.text, mention.end) is not None or bool(
        mention.text.endswith("ed")
        and _NOUN.match(reading.text, mention.end)
        and _OF_SAMPLE.search(reading.text[: mention.start])
    )


#: A comparative and its noun that identify samples: "for the smaller dots".
_COMPARED = re.compile(r"(?:[a-z]+er|more|less) [a-z]")
_THOSE = re.compile(
    r"\b(?:(?:the|these|those)\s+(?:(?:\w+(?:ly|ed|ing)|much|far|even)\s+)?|(?:than|for|using)\s+(?:[\w-]+\s+)?)$",
    re.IGNORECASE,
)

#: Words around a feature of compared samples: "dots with larger cores are more stable".
_WITH = re.compile(r"\b(?:with|having|of) (?:an? |\w+ly )?$")
_ARE_MORE = re.compile(
    r"(?: sizes?| \([^()]*\))* (?:are|were|is|was|show\w*|exhibit\w*|display\w*|ha[sd]|have|"
    r"possess\w*|becomes?|became) (?:an? )?(?:\w+ly |much |far )?(?:more|less|higher|lower|"
    r"better|[a-z]+er)\b"
)

#: Text between the shift of a peak and the shifted property: "a blue shift of the absorption".
_OF = re.compile(r" (?:(?:of|in) (?:the |its |their |both )?|(?:the|its|their) )(?:[\w-]+ ){0,2}")


def _is_of_shift(reading: Reading, mention: Mention) -> bool:
    """Return whether a property is only the object of a shift that is an outcome itself."""
    return (
        mention.label not in CHANGE_LABELS
        and mention.id in _SHIFTED
        and any(
            shift.label in CHANGE_LABELS
            and shift.id == "exciton_peak_position"
            and _OF.fullmatch(reading.text, shift.end, mention.start)
            for shift in reading.of_kind("property")
            if shift.end < mention.start
        )
    )


def _is_grade(reading: Reading, mention: Mention) -> bool:
    """Return whether a purity is the grade of a reagent or gas, not of a film: "high-purity N2"."""
    if not mention.text.lower().endswith("purity"):
        return False
    of_gas = any(m.start - mention.end in (1, 2) and m.kind == "chemical" for m in reading.mentions)
    return of_gas or _GRADE.search(reading.text) is not None


#: Words in a sentence that settle the meaning of a bare word.
_CONTEXT = {
    "power_conversion_efficiency": re.compile(
        r"solar|photovolta|open-circuit|short-circuit|fill factor|V_?oc\b|J_?sc\b|\bcells?\b", re.I
    ),
    "photoluminescence_lifetime": re.compile(
        r"\bPL\b|luminescen|fluorescen|emission|exciton|quantum yield|\bQDs?\b|dots\b|"
        r"nanocrystals?\b",
        re.I,
    ),
    "photoluminescence_intensity": re.compile(
        r"\bPL\b|luminescen|fluorescen|exciton|\bQDs?\b|dots?\b|nanocrystals?\b|\bNCs?\b|"
        r"platelets?\b|\bNPLs?\b|phosphor|nanorods?\b|nanowires?\b|band[- ]edge|\bZnO\b",
        re.I,
    ),
    "superconducting_transition_temperature": re.compile(r"superconduct|critical field"),
    "device_lifetime": re.compile(
        r"\bdevices?\b|\bLEDs?\b|\b\w*LEDs?\b|diodes?\b|\bcells?\b|operational|backlight", re.I
    ),
    "gain_threshold": re.compile(r"lasing|\bASE\b|amplified spontaneous|optical gain", re.I),
    "specific_capacity": re.compile(r"batter|electrode|cathode|anode|discharg|lithi", re.I),
}


#: Properties that a text names as shifted.
_SHIFTED = frozenset(
    {"exciton_peak_position", "photoluminescence_intensity", "absorption", "absorbance"}
)
_SOLAR_CELL = re.compile(r"\bsolar[- ]cells?\b|\bphotovolta|\bDSSCs?\b|\bQDSSCs?\b", re.IGNORECASE)


def _is_performance(mention: Mention) -> bool:
    """Return whether a word is "performance", which may have a value in any unit."""
    return mention.text.lower().startswith("performance")


def is_vague(mention: Mention) -> bool:
    """Return whether no unit identifies the property of a bare word: "41% better performance"."""
    return mention.label == "bareLabel" and (
        _is_performance(mention) or mention.id == "photoluminescence_intensity"
    )


def is_meant(reading: Reading) -> bool:
    """Return whether this or the previous sentence is about solar cells, as for "performance"."""
    return _SOLAR_CELL.search(_sentence_before(reading) + reading.text) is not None


def is_plain_in_context(reading: Reading, mention: Mention, direction: str) -> bool:
    """Return whether a bare word ("efficiency") needs no unit in this sentence."""
    if mention.id == "particle_size":  # "the size of the dots", and of nothing else
        return direction in CHANGES and mention.text.endswith(" of")
    if direction not in CHANGES - {"change"} or _is_performance(mention):
        return False
    if mention.id == "density":
        return is_of_film(reading, mention)
    if mention.id == "power_conversion_efficiency" and is_meant(reading):
        return True
    context = _CONTEXT.get(mention.id)
    is_of_passage = mention.id == "gain_threshold"  # the passage mentions lasing only once
    text = reading.sentence.passage.text if is_of_passage else reading.text
    return context is not None and context.search(text) is not None


def _sentence_before(reading: Reading) -> str:
    before = reading.sentence.passage.text[: reading.sentence.start].rstrip()
    return before[max(before[:-1].rfind(". "), 0) :]


def _with_acronyms(reading: Reading, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield a name and the acronym after it ("fill factor (FF)") as one mention."""
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
    """Yield one label each: a presence label if the sentence denies it, else the name."""
    for _, same in groupby(mentions, key=lambda m: (m.start, m.end, m.id)):
        twins = list(same)
        denied = [m for m in twins if m.label == "presenceLabel" and is_denied(reading, m)]
        yield (denied or twins)[0]
