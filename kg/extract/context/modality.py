"""Hedges, hypotheses, wishes and negations: text in their scope makes no claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.inflection import forms
from ontology.claim_kinds import CLAIM_KINDS

#: Words for a hypothesis. "Can" is no hedge here: the field writes "can be tuned by" for what was
#: tuned.
_HYPOTHETICAL = Rare(
    r"\b(?:could|might|may|should|would|will|shall|ought|if|whether|possibl[ey]|possibility|"
    r"potentially|presumably|perhaps|probably|supposedly|likely|(?<!as )(?:expected|anticipated)|"
    r"hypothetical(?:ly)?|(?:is|was|were) hypothesi[sz]ed|speculat(?:ed|es?)|"
    r"postulat(?:ed?|es)|desirable|future|"
    r"can be further (?:improved|enhanced|optimi[sz]ed|increased|reduced|lowered|raised|tuned)|"
    r"(?:the|our|one|an?) (?:working )?hypothesis (?:is|was)|not necessarily|"
    r"wish(?:ed|es)?|(?:point|aim|goal|idea|purpose|objective|intention) (?:is|was|being) to|"
    r"in principle|in order for|in case(?! of)|cannot|challenge|challenging|remains? unclear|"
    r"remain to be|yet to be|we (?:expect|anticipate)|within reach|seems?|appear(?:s|ed)? to|"
    r"(?:we|is|are|was|were) (?:believe|believed|"
    r"thought)|we (?:\w+ )?(?:think|suspect|speculate)|"
    r"(?:plan|hope|intend|propose)(?:s|d|ed|ned)? to|suggesting (?:that )?(?:they|it|the)|"
    r"imagin(?:e|able)|conceivabl[ey]|"
    r"further (?:stud(?:y|ies)|work|research|investigations?|experiments?)"
    r"(?=[^.;]{0,40} (?:needed|required|warranted|necessary)))\b",
    re.IGNORECASE,
)
#: Words for a necessity: its purpose is an aim and no outcome.
_NECESSARY = Rare(
    r"\b(?:must|mandatory|necessary|has to|have to|sought|desired|wanted|"
    r"required(?! (?:only|just|no|little|mild|neither)\b)|"
    r"(?:is|are) (?:\w+ly |still )?needed|(?:is|are|be) (?:\w+ly )?(?:crucial|vital|essential|"
    r"imperative|indispensable)|"
    r"(?:is|are|remains?) (?:\w+ly |still )*(?:the |an? |one of the )?(?:\w+ ){0,2}"
    r"(?:issues?|bottlenecks?|priorit(?:y|ies)|prerequisites?|concerns?)|"
    r"in high demand)\b",
    re.IGNORECASE,
)
#: Words that make the whole sentence a supposition.
_SUPPOSED = Rare(
    r"\b(?:envision(?:ed)?|[Ww]e hypothesi[sz]e|(?:hypothesis|assumption|idea) is that)\b|"
    r"^(?:Presumably|Perhaps|Possibly|Probably|Maybe|Most likely|Likely),?\s"
)
#: Verbs of finding, making, reaching, setting and handling: with them, "could be" means that it was
#: done.
_DONE = frozenset(
    """observe see detect measure resolve identify confirm demonstrate show find determine discern
    trace notice recognize distinguish discover establish prove perceive record verify follow
    attribute assign exclude rule
    make produce prepare synthesize fabricate grow deposit
    realize achieve obtain get reach recover
    control tune set adjust vary modulate tailor dial switch bias heat cool evacuate rotate
    move remove transfer exchange load lift open close repeat separate store keep disperse
    redisperse re-disperse reuse""".split()
)
#: Verb phrases for what was done: "a rate of 10⁻³ could be realised", "a tube that could be heated
#: to 240 °C".
_COULD_BE = re.compile(r"\bcould (?:also |even |thus |only |\w+ly )?be (?:\w+ly |well )?([\w-]+)")
#: Words before "possible" with which it means that something was done: "it was possible to obtain
#: films".
_WAS_POSSIBLE = re.compile(
    r"\b(?:is|was|were|been|became|becomes|ma(?:kes?|de|king) it) "
    r"(?:\w+ly |also |thus |thereby |therefore )?$"
)
_TO_DO = re.compile(r" (?:for \w+ )?to (?:\w+ly )?([\w-]+)")
#: Right after "could": words for a limit set by nature.
_IN_THEORY = re.compile(r" (?:theoretical|ideal|ultimate|eventual)ly\b")
_COULD_NOT = re.compile(r" not (?!only)")
_CHANGE = frozenset("coat form reduce increase improve".split())
#: "We could" means that it was done, unless it is negated or only considered.
_WE = re.compile(r"\b[Ww]e\s(?:also\s|thus\s|then\s|\w+ly\s)?$")
_NOT = re.compile(
    r"\s(?:not|in principle|further|also (?:consider|imagine)|consider|expect|imagine)\b"
)
#: After a hedge that concerns only a reason: "better stability, possibly due to the passivation".
_REASON = re.compile(
    r"\s(?:due to|because|owing to|as a result|caused by|resulting from|from the|"
    r"be (?:\w+ly )?(?:related|due|attributed|ascribed|caused|associated|linked|traced|assigned)|"
    r"(?:originate|arise|stem|result) from)\b"
)
#: A hedge that governs only the text after it: "amorphous if not annealed", but not "if necessary".
_OF_REST = re.compile(r"(?i:whether|suggesting|if\b(?! (?:necessary|needed|required|possible)))")
#: Verbs after which "could" is the past of "can": "showed that it could be recovered".
_ABLE = re.compile(
    r"\b(?:demonstrat\w+|show(?:ed|n|s)?|found|prov(?:ed|en|es)|observ\w+|confirm\w+|succeed\w+)\s+"
    r"(?:that|how)\s+[^,;]{0,60}$"
)
#: After "expected": the ground of the expectation, which is itself no expectation: "expected from
#: the films grown by CVD".
_GROUND = re.compile(r"\s+(?:based on|from|by|according to|for)\b")
#: Before a participle that belongs to a verb: "is expected"; else it belongs to its noun.
_IS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|we|as)\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE
)
_PAST_OF_CAN = frozenset({"could", "would"})
_RELATIVE = re.compile(r"\b(?:that|which|who)\s+(?:\w+ly\s+)?(?:can\s+)?$")
_SECOND_VERB = re.compile(r"\b(?:and|or)\s+(?:then\s+|thus\s+|also\s+|even\s+)?(?:can\s+)?$")
_CLAUSE_BREAK = re.compile(
    r";|:(?=\s)|,\s+(?:and|but|while|whereas|which|thus|thereby|however|nevertheless|so)\b|"
    r"\b(?:but|while|whereas|although|though|because|since|however)\b"
)
#: Values with the names of their samples, which do not end a clause: "(TaN: 380 µΩ cm; TiN: 150)".
_LABELLED = re.compile(r"\((?:[^():;]{1,25}: ?[~≈<>]?\d[^():;]{0,25}[;,]? ?)+\)")
_NEGATION = Rare(
    r"\b(?:not|(?-i:[Nn]o)(?!\.\s?\d)|(?<!with and )(?<!with or )without|never|neither|"
    r"nor|none|absence|lack|free of|hardly|absent|"
    r"avoid\w*|negligible|cannot|n['’]t|unable|fail(?:s|ed)? to|except(?:ing)?)\b",
    re.IGNORECASE,
)
#: Words for something that is no longer used: "eliminates the use of NaBH4", "does away with the
#: need for annealing".
_UNUSED = Rare(
    r"\b(?:eliminat\w+|avoid\w*|without|obviat\w+|do(?:es|ing)? away with)\s(?:\w+\s)?"
    r"(?:use|usage|need|employment)\s(?:of|for)\s[^.;,]{0,80}$"
)
#: Words for something with which the work is only contrasted: "O2 instead of water", "unlike CVD".
_SET_ASIDE = Rare(
    r"\b(?:instead of|rather than|in place of|in lieu of|as opposed to|"
    r"in contrast to the use of|unlike|as an? alternative to|alternatives? to|"
    r"following the (?:development|success) of)\s+"
    r"(?:(?:the|a|an|using|by|with|conventional|traditional|standard|usual|typical|classical)\s+)*"
    r"(?:[\w-]+\s+)?(?:[\w()-]+\s+(?:or|and)\s+)?$",
    re.IGNORECASE,
)
#: After a name: words that it was not done or used: "annealing was not needed".
_NOT_DONE = Rare(
    r"\W*(?:(?:of|between) (?:[\w-]+ ){1,4}?)?(?:\w+\s+){0,2}?"
    r"(?:is|are|was|were|has been|have been)\s+"
    r"(?:\w+ly\s+)?(?:(?:not|never)\s+(?:\w+ly\s+)?"
    r"(?:used|studied|attempted|investigated|tried|performed|applied|carried out|employed|needed|"
    r"required|necessary|done|conducted|"
    r"possible|available)|ignored|neglected|disregarded|hindered|suppressed|prevented|"
    r"inhibited|avoided|excluded|ruled out|"
    r"circumvented|omitted|skipped)\b"
)
_NAMES = frozenset(kind.name for kind in CLAIM_KINDS.values() if kind.is_named) | {"chemical"}


def clause(reading: Reading, at: int) -> tuple[int, int]:
    """Return the start and end of the clause around an offset: between semicolons, "while", etc."""
    start, end = 0, len(reading.text)
    for before, behind in _breaks(reading.text):
        if _is_in_list(reading, before, behind):
            continue
        if behind <= at:
            start = behind
        elif before > at:
            end = before
            break
    return start, end


#: From an item of a list to the comma after it, and from a comma or "and" to an item.
_ITEM_END, _TO_ITEM = re.compile(r"(?:\s?\([^()]{1,20}\))?"), re.compile(r"\s(?:[\w-]+\s){0,3}")


def _is_in_list(reading: Reading, before: int, behind: int) -> bool:
    """Return whether ", and" precedes the last item of a list: "the A, B, and C"."""
    text = reading.text
    if text[before:behind] != ", and":
        return False
    if _VALUE.match(text, behind) and _VALUE_END.search(text, 0, before):
        return True
    if _LAST_SAMPLE.match(text, behind) and _SAMPLE.search(text, 0, before):
        return True
    named = reading.of_kind("property")
    at_end = [p for p in named if _ITEM_END.fullmatch(text, p.end, before)]
    follows = any(_TO_ITEM.fullmatch(text, behind, p.start) for p in named)
    return follows and any(_FURTHER_ITEM.search(text, 0, p.start) for p in at_end)


#: Between the last values of a list: "0.6 V, 0.63, and 8%".
_VALUE = re.compile(r"\s(?:(?:about|only|up to)\s|[~≈<>≤≥]\s?)*\d")
_VALUE_END = re.compile(r"\d[^,;\d]{0,12}$")
#: Between samples whose values follow: "of the A, B, and C films is 1, 2, and 3, respectively".
_SAMPLE = re.compile(r",\s[\w/@-]+(?:\s[\w/@-]+)?$")
_LAST_SAMPLE = Rare(
    r"(?:\s[\w/@-]+){1,4}?\s(?:is|are|was|were|reach(?:ed)?)\s[^.;a-z]{0,5}\d.*\brespectively\b"
)
#: An earlier item before an item of the list: "the luminance, the "; "the voltage (Voc), ".
_FURTHER_ITEM = re.compile(r"\w\)?,(?:\s(?:the|its|their|a|an|high|low|peak|maximum|average))*\s$")


@lru_cache(maxsize=512)  # called for each mention of a sentence
def _breaks(text: str) -> tuple[tuple[int, int], ...]:
    asides = [aside.span() for aside in _LABELLED.finditer(text)]
    breaks = (match.span() for match in _CLAUSE_BREAK.finditer(text))
    return tuple(b for b in breaks if not any(a < b[0] < e for a, e in asides))


#: Right before a participle for the consequence of the clause before: "..., thus reducing".
_RESULTING = re.compile(r",\s(?:thus|thereby)$")
_PARTICIPLE = re.compile(r"\s(?:\w+ly\s)?\w+ing\b")


def is_hypothetical(reading: Reading, mention: Mention) -> bool:
    """Return whether the clause of a mention is hypothetical ("could", "might", "should be", "if").

    A hedge governs its clause; the hedge of a relative clause governs only that clause ("tubes that
    might break, filled with sand"), that of a second verb the text after it ("lasts and might
    glow").
    """
    if _SUPPOSED.search(reading.text):
        return True
    start, end = clause(reading, mention.start)
    ahead = _RESULTING.search(reading.text[:start])
    if ahead is not None and _PARTICIPLE.match(reading.text, start):
        start = clause(reading, ahead.start())[0]
    measures = tuple(m.start for m in reading.of_kind("quantity") if start < m.start < end)
    supposed = _supposed(_HYPOTHETICAL, reading.text, start, end, measures)
    return any(a <= mention.start < b for a, b in supposed) or _is_of_supposed(reading, start)


#: After a statement: its consequence ("might break, thus lowering X", "could form, which Y").
_FOLLOWS = re.compile(r",\s+(?:(?:thus|thereby)(?=\s(?:\w+ly\s)?[a-z]+ing\b)|which\b)")
#: After "which": a verb for what happened, or for a property of the thing.
_HAPPENED = re.compile(
    r"\s(?:\w+ly\s|also\s|in turn\s)?(?:is|are|ha[sd]|have|was|were|did|led|gave|"
    r"rose|fell|became|[a-z]+ed)\b"
)


def _is_of_supposed(reading: Reading, start: int) -> bool:
    """Return whether a clause only continues a supposition of the clause before it."""
    text = reading.text
    follows = next((b for b in _breaks(text) if b[1] == start), None)
    if follows is None or not _FOLLOWS.match(text, follows[0]) or _HAPPENED.match(text, start):
        return False
    ahead = clause(reading, follows[0] - 1)[0]
    supposed = _supposed(_HYPOTHETICAL, text, ahead, follows[0])
    return any(b >= follows[0] for _, b in supposed)


@lru_cache(maxsize=1024)
def _supposed(
    hedges: Rare, text: str, start: int, end: int, measures: tuple[int, ...] = ()
) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a clause that its hedges govern.

    ``measures`` are the starts of the quantities of the clause.
    """
    return tuple(_governed(hedges, text, start, end, measures))


def _governed(
    hedges: Rare, text: str, start: int, end: int, measures: tuple[int, ...]
) -> Iterator[tuple[int, int]]:
    for hedge in hedges.finditer(text, start, end):
        before = text[start : hedge.start()]
        if _is_done(hedge, text, before) or _is_measured(hedge, text, measures):
            continue
        # the finding holds, its reason or condition does not
        if _OF_REST.match(text, hedge.start()) or _REASON.match(text, hedge.end()):
            yield hedge.start(), _end_of_condition(hedge, text, before, end)
        elif hedge[0].lower() == "expected" and not _IS.search(before):
            yield hedge.start() - len(before) + max(0, len(before) - 25), end
        elif hedge[0].lower() == "expected" and _GROUND.match(text, hedge.end()):
            yield start, hedge.end()
        elif relative := _RELATIVE.search(before):
            comma = text.find(",", hedge.end(), end)
            yield start + relative.start(), comma if comma >= 0 else end
        elif second := _SECOND_VERB.search(before):
            yield start + second.start(), end
        else:
            yield start, end


#: Words that make the statement under a condition one of what might happen, instead of what
#: happens.
_UNTOLD = re.compile(
    r"\b(?:could|might|may|would|should|will|shall|must|can|needs?|were|expected|assum\w+|likely)\b"
)


def _end_of_condition(hedge: re.Match[str], text: str, before: str, end: int) -> int:
    """Return the end of a hedge's scope: the comma in "If it exceeds 300 °C, the rate rises"."""
    comma = text.find(", ", hedge.end(), end)
    is_condition = hedge[0].lower() == "if" and not before.strip() and comma >= 0
    return comma if is_condition and not _UNTOLD.search(text, hedge.end(), end) else end


def _is_done(hedge: re.Match[str], text: str, before: str) -> bool:
    """Return whether what a hedge seems to suppose was done: "could be achieved"."""
    word = hedge[0].lower()
    return bool(
        _tells(_COULD_BE.match(text, hedge.start()))
        or (word in _PAST_OF_CAN and _ABLE.search(before))
        or (word == "could" and _WE.search(before) and not _NOT.match(text, hedge.end()))
        or (
            word == "possible"
            and _WAS_POSSIBLE.search(before)
            and _tells(_TO_DO.match(text, hedge.end()), _CHANGE)
        )
    )


def _is_measured(hedge: re.Match[str], text: str, measures: tuple[int, ...]) -> bool:
    """Return whether "could" is a past tense: it was measured, or it failed ("could not")."""
    if hedge[0].lower() != "could":
        return False
    is_told = any(hedge.end() < at for at in measures) and not _IN_THEORY.match(text, hedge.end())
    return is_told or _COULD_NOT.match(text, hedge.end()) is not None


def _tells(found: re.Match[str] | None, others: frozenset[str] = frozenset()) -> bool:
    """Return whether the verb that was found is one for what was done, or one of the others."""
    return found is not None and found[1] in _forms(_DONE | others)


@cache
def _forms(verbs: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(forms(verb, "VERB") for verb in verbs))


#: Words that place the making of something in the future or make it merely possible.
_UNREAL = re.compile(
    r"\b(?:could|might|may|would|should|will|shall|in (?:the )?future|future work|imagine|"
    r"conceivabl[ey]|(?:plan|intend|hope|propose|aim)(?:s|ed|ned)? to|next step (?:is|was))\b",
    re.IGNORECASE,
)


def is_supposed(reading: Reading, at: int) -> bool:
    """Return whether the clause at an offset only says what might be made: "will be coated"."""
    start, end = clause(reading, at)
    return any(a <= at < b for a, b in _supposed(_UNREAL, reading.text, start, end))


#: Properties whose value is the amount that is needed: "an overpotential of 270 mV is required".
_REQUIRED = frozenset({"overpotential"})


def is_necessity(reading: Reading, mention: Mention) -> bool:
    """Return whether the clause of a mention states a necessity ("must", "mandatory")."""
    start, end = clause(reading, mention.start)
    told = _NECESSARY.search(reading.text, start, end)
    return told is not None and not (mention.id in _REQUIRED and told[0] == "required")


#: Before an infinitive for what is to be done: "had to withstand".
_TO = re.compile(
    r"\b(?:ha[sd]|have|need\w*|ought|expected|designed|required|meant|supposed|order)"
    r"(?: \w+ly)? to (?:\w+ly )?$"
)


def is_needed(reading: Reading, at: int) -> bool:
    """Return whether the verb at an offset states a requirement: "had to withstand"."""
    return _TO.search(reading.text[:at]) is not None


def is_negated(reading: Reading, start: int, end: int) -> bool:
    """Return whether there is a negation between two offsets of the sentence."""
    return bool(_NEGATION.search(reading.text, start, end))


def is_denied(reading: Reading, mention: Mention) -> bool:
    """Return whether the words around a mention deny it ("without annealing").

    The negation may precede it by up to four words ("without any prior or later annealing"); "not
    only" is none. Mentions of alternatives are denied too ("O2 instead of water", "unlike CVD"),
    and mentions of what was not done.
    """
    before = reading.text[max(0, mention.start - 40) : mention.start]
    if mention.kind in _NAMES and (
        _SET_ASIDE.search(reading.text, 0, mention.start)
        or _UNUSED.search(reading.text, clause(reading, mention.start)[0], mention.start)
        or _NOT_DONE.match(reading.text, mention.end)
    ):
        return True
    cut = _NEGATION.pattern.finditer(before) if _NEGATION.may_match(reading.text) else ()
    negations = list(cut)
    if not negations:
        return False
    after = before[negations[-1].end() :]
    if after.lstrip().startswith("only"):
        return False
    return len(after.split()) <= 4 and not re.search(r"[,;:]", after)
