"""Properties that outlast a test: "still glowed after a day in water", "no fatigue in a year".

A survival needs words for what was left (most of a property, an activity that continued, a harm
that did not occur) and a test (a medium, light, heat, months, cycles). The test determines the kind
of stability.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import clause, is_hypothetical, is_necessity, is_needed, is_negated
from kg.extract.findings import Finding
from kg.extract.knowledge.measures import as_reported, quantity_of
from kg.extract.knowledge.property_kinds import NAMED
from kg.extract.mentions import Mention
from kg.extract.outcomes.assertion import is_asserted
from kg.extract.outcomes.unnamed_properties import is_kept_against_another
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Outcome, Quantity

#: Nouns and verbs of harm that do not name the agent of the harm.
_HARM_NOUN = (
    r"(?:loss(?:es)?|decay|degradation|deterioration|decline|decrease|drop|fading|fatigue|damage|"
    r"failures?|cracks?|cracking|delamination|peeling|leaks?|leaching|bleaching|darkening|dimming|"
    r"discolou?ration|deactivation|wear|weakening|coking|breakdown|dissolution|decomposition)"
)
_HARM_VERB = (
    r"(?:degrad|deteriorat|fad|fail|crack|peel|delaminat|bleach|decay|deactivat|darken|dimm?|"
    r"diminish|weaken|declin|los|lost|suffer|leach|tarnish|wear|dissolv|decompos|harm|damag|"
    r"impair|destroy|attack)(?:e[sd]?|s|ed|es)?"
)
_LIVES = (
    r"(?:emitt?|glow|shin|luminesc|fluoresc|las|work|function|operat|conduct|perform|switch|"
    r"respond|deliver|light)"
)
#: Words for a small part, so that the rest was kept.
_LITTLE = (
    r"(?:nothing|none of|no\b|only|merely|just|hardly|barely|scarcely|little|less than|under|at "
    r"most|no more than|not more than|as little as)"
)
_NOT = r"(?:not|never|hardly|barely|scarcely|neither|nor)"
_WITH_SHARE = re.compile(r"(\d+(?:\.\d+)?)\s?%$")
_OF_FIRST = re.compile(r" of (?:its|their|the)\b")
#: If less than this percentage of the initial value is left, a test was not survived.
_MOST = 50.0

#: Statements about what a test left; each begins with a word, so that few places are tried.
_LEFT = Rare(
    # most of a property, or a small loss of it
    r"\b(?:retain|preserv|maintain|keep|kept|held|holds?)(?!\w* only)\w*[^.;]{0,25}?"
    r"\d+(?:\.\d+)?\s?%|\bremain(?:s|ed)? (?:at |about |above |approximately |over |~)*"
    r"\d+(?:\.\d+)?\s?%(?= of (?:its|their|the) (?:initial|original)\b)|"
    r"\b\d+(?:\.\d+)?\s?%(?= of (?:its|their|the) (?:initial|original|starting|first|as-\w+) "
    r"(?:[\w-]+ ){1,4}?(?:(?:was|were|is|are|could be) (?:still )?(?:retain|preserv|maintain|"
    r"kept|left)|(?:still )?remain(?:s|ed)?\b))|"
    rf"\b(?:lost|loses?|losing|shed|sheds) {_LITTLE}(?! (?:weight|mass|water|solvent))"
    r"|\b(?:decay|decreas|drop|fell|fall|declin|diminish|fad)(?:ed|es|s|d)? by "
    r"(?:only|merely|just|less than|under|at most|no more than)\b|"
    # an activity that continues
    r"\bstable (?:\w+ )?(?:output|operation|performance|emission|response|capacit\w+|currents?|"
    r"photocurrents?|luminescence|switching)\b|"
    r"\b(?:went on|goes? on|continued?s?|kept on|keeps? on|kept|keeps?) (?:to )?"
    rf"{_LIVES}(?:e|ing|s)?\b"
    r"|\bwithout (?:ever )?(?:degrad|fad|fail|los|break|crack|peel|bleach|delaminat|fall)ing\b|"
    # harm that did not occur
    r"\b(?:without|with no|no|neither|nor|negligible|minimal|little|hardly any)(?: any| a)? "
    r"(?:[\w-]+ (?!of\b)){0,2}?"
    rf"(?:signs? of |traces? of |evidence of )?(?:[\w-]+ )?{_HARM_NOUN}\b|"
    rf"\b{_NOT} (?:\w+ly )?{_HARM_VERB}\b|"
    r"\bwithout (?:any |noticeable |significant |measurable )*(?:\w+ )?changes?\b|"
    r"\b(?:unharmed|undamaged|unscathed|unimpaired|undiminished)\b|"
    # a test that was survived
    r"\b(?:surviv(?:es?|ed)|withst(?:ands?|ood)|endur(?:es?|ed)|tolerat(?:es?|ed)|persist(?:s|ed)?|"
    r"c[ao]mes? through|outliv(?:es?|ed)|passed (?=[\d~]))\b|"
    r"\b(?:(?:remain|stay)(?:s|ed)?) (?:\w+ly )?(?:luminescent|emissive|"
    r"bright|fluorescent|intact|"
    r"unchanged|functional|operational|stable|active|conductive|crystalline|unaffected)\b|"
    r"\bremain(?:s|ed)? (?:nearly |almost |virtually |practically )?the same\b|"
    r"\b(?:retain(?:s|ed)?|preserv(?:es?|ed)|maintain(?:s|ed|ing)?|keeps?|kept) "
    r"(?:(?:most|all|much|nearly|almost|of) )*(?:(?:its|their|the (?!samples?|temperature)) ?)?"
    r"(?:[\w-]+ ){0,2}(?:emission|photoluminescence|PL|fluorescence|luminescence|brightness|"
    r"structure|shape|phase|morphology|integrity|colou?r|crystallinity|performance|efficienc\w+|"
    r"activity|mobility|conductivity|threshold|properties|characteristics|capacity|output)\b",
    re.IGNORECASE,
)
#: Treatments that test a sample.
_TREATED = re.compile(
    r"\b(?:immers|expos|stor(?:ed|age|ing)|boil|soak|ag(?:ed|e?ing)\b|heat|anneal|calcin|irradiat|"
    r"illuminat|bend|operat|excit|wash|shak|flex|twist|switching|cycling|charging|use\b|on stream|"
    r"tests?\b)",
    re.IGNORECASE,
)
_SPANS = frozenset({"h", "d", "wk", "mo", "a", "min", "{cycle}", "{pulse}"})
#: Durations, also in words, of a test that names no agent.
_LONG = re.compile(
    r"\b(?:hours?|days?|weeks?|months?|years?|h|cycles?|times|bends?|operations)\b|\b(?:washing|"
    r"bending|flexing|"
    r"twisting|cycling|switching|operation|storage|charging|abrasion|use)\b|\bon stream\b",
    re.IGNORECASE,
)
#: Words for cycles that grow a film, and for a synthesis.
_OF_GROWTH = re.compile(
    r"\b(?:ALD|c-ALD|MLD|deposition|SILAR|growth|supercycles?|purg\w+|precursor|synthesis|"
    r"reaction|nucleat\w+|etch\w*)\b"
)
_CAPACITY = re.compile(r"\b(?:capacity|capacitance)\b")
#: Words for the agent of a test, which determine the kind of stability.
_AGENTS = tuple(
    (
        notation,
        re.compile(
            r"\b(?:in|to|with|under|by|at|of|on|after|upon|during|against|withst\w+|surviv\w+|"
            r"tolerat\w+|endur\w+)\s+"
            rf"(?:(?!from\b)[\w-]+\s+){{0,2}}{words}"
        ),
    )
    for notation, words in (
        ("photostability", r"(?:UV|light|lamp|illumination|irradiation|sunlight|excitation)\b"),
        (
            "corrosion_resistance",
            r"(?:acids?|brine|seawater|NSS|NaCl|KOH|NaOH|alkali)\b",
        ),
        ("water_stability", r"(?:water|moisture|humidity|RH)\b"),
        ("thermal_stability", r"(?:(?<!damp )(?<!damp-)heat(?:ing)?|anneal(?:ing)?|calcination)\b"),
        ("air_stability", r"(?:air|ambient|atmospheric)\b"),
    )
)
#: Verbs of surviving, before a number of cycles.
_OUTLIVED = re.compile(r"(?:withst|surviv|endur|tolerat)\w*", re.IGNORECASE)


def find_survivals(reading: Reading) -> Iterator[Finding]:
    """Yield the stability against the agent of a test that did not change a sample."""
    left = _left(reading)
    if left is None:
        return
    start, end = clause(reading, left.start())
    text = reading.text[start:end]
    tested = _is_timed(reading, start, end) or _TREATED.search(text) is not None
    agent = _agent(text) or _agent_of_test(reading)
    if agent is not None and tested:
        yield _finding(agent, left)
    elif agent is None and _is_long(text, left) and not _OF_GROWTH.search(reading.text):
        share = _share(left) if _CAPACITY.search(text) else None
        if share is not None and is_kept_against_another(reading.text, left.end()):
            return  # both shares make an outcome with its reference
        if share is not None:
            yield _finding("capacity_retention", left, share)
        elif _share(left) is not None or not _is_of_property(reading, left):
            yield _finding("stability", left, _outlived(reading, left))


#: Tests whose names imply a strain on the sample.
_OF_USE = re.compile(
    r"\b(?:tape|scotch|peel\w*|scratch|damp[- ]heat|wash\w*|bend\w*|cycl\w*|stress|ag(?:e)?ing|"
    r"endurance)[- ]tests?\b"
)


def _is_long(text: str, left: re.Match[str]) -> bool:
    """Return whether a test without an agent is stated: months, cycles, or a survived test."""
    is_passed = _OUTLIVED.fullmatch(left[0]) and re.search(r"\btests?\b", text)
    is_passed = is_passed or _OF_USE.search(text)
    return _LONG.search(text) is not None or bool(is_passed)


def _agent(text: str) -> str | None:
    """Return the stability against the agent that a clause names, ``None`` without one."""
    return next((notation for notation, words in _AGENTS if words.search(text)), None)


#: A test in another clause, or in the sentence before a pronoun: "were immersed in water".
_TEST = re.compile(
    r"\b(?:[Ii]mmersed|[Ee]xposed|[Ss]tored|[Ss]oaked|[Bb]oiled|[Dd]ipped|[Pp]laced|[Dd]ropped|"
    r"[Aa]ged|[Ii]rradiated|[Ii]lluminated|[Kk]ept)\b[^.;]{0,60}"
)
_PRONOUN = re.compile(r"(?:They|It|These|Those|Then)\b")


def _agent_of_test(reading: Reading) -> str | None:
    before = reading.before.text if reading.before and _PRONOUN.match(reading.text) else ""
    tests = (*_TEST.findall(reading.text), *_TEST.findall(before))
    return next((agent for agent in map(_agent, tests) if agent is not None), None)


#: Text between words of keeping, or of a harm that did not occur, and their property.
_OF = re.compile(
    r"(?: (?:of|in))?(?: (?:the|its|their|any|all|two|both|most|much))*(?: \w+){0,2} ?"
)


def _is_of_property(reading: Reading, left: re.Match[str]) -> bool:
    """Return whether the words belong to a property with its own finding: "no loss of X"."""
    if re.match(r"persist|changes?$", left[0]) or left[0].endswith(("change", "changes")):
        return True
    return any(
        p.start >= left.start()
        and (p.start < left.end() or _OF.fullmatch(reading.text, left.end(), p.start))
        for p in reading.of_kind("property")
        if p.label in NAMED and p.id != "specific_capacity"
    )


def _left(reading: Reading) -> re.Match[str] | None:
    """Return the words for what a test left, if the sentence asserts them."""
    for left in _LEFT.finditer(reading.text):
        share = _share(left)
        place = Mention(
            start=left.start(), end=left.end(), kind="property", id="stability", text=left[0]
        )
        if (
            (share is None or (share.value or 0.0) >= _MOST)
            and not is_negated(reading, max(0, left.start() - 15), left.start())
            and not is_hypothetical(reading, place)
            and not is_necessity(reading, place)
            and not is_needed(reading, left.start())
            and is_asserted(reading, place)
        ):
            return left
    return None


def _share(left: re.Match[str]) -> Quantity | None:
    """Return the share of the initial value, if the words give it in percent."""
    share = _WITH_SHARE.search(left[0])
    if share is None or not _OF_FIRST.match(left.string, left.end()):
        return None
    return Quantity(value=float(share[1]), unit="percent", raw=share[0])


def _is_timed(reading: Reading, start: int, end: int) -> bool:
    spans = (m for m in reading.of_kind("quantity") if start <= m.start < end)
    return any(m.quantity is not None and m.quantity.quantity.unit in _SPANS for m in spans) or (
        re.search(
            r"\b(?:an?|one|two|three|four|five|six|several|many) (?:hour|day|week|month|year)s?\b",
            reading.text[start:end],
        )
        is not None
    )


def _outlived(reading: Reading, left: re.Match[str]) -> Quantity | None:
    """Return the number of cycles that a sample withstood, if it is the object of that verb."""
    if not _OUTLIVED.fullmatch(left[0]):
        return None
    for number in reading.of_kind("quantity"):
        quantity = quantity_of(number)
        if number.start - left.end() in range(15) and quantity and quantity.unit == "{cycle}":
            return as_reported(quantity)
    return None


def _finding(notation: str, left: re.Match[str], quantity: Quantity | None = None) -> Finding:
    said = "reported" if quantity is not None else "increase"
    content = Outcome(property=notation, direction=said, quantity=quantity)
    return Finding(content=content, at=left.start(), rule="survived")
