"""What caused an outcome: the ``agent`` that the text credits.

A cause stands behind words of cause ("due to", "by", "after"), ahead of verbs that bring about
("leads to", "improves"), or as what sets a sample apart ("the annealed films had a lower gap").
A parameter is no agent, but the amount of a thing stands for the thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.model import Span
from kg.extract.findings import Finding
from kg.extract.links.account import Account, Part, within
from kg.extract.links.clauses import Clause, clause_at, first_verb
from kg.extract.links.comparison import comparisons
from kg.extract.links.things import things_in
from kg.extract.mentions import Mention
from kg.extract.rules.natures import LASTING
from kg.model import Outcome, Process, Thing

#: Words that stand between an effect and its cause.
_BEHIND = re.compile(
    r"\b(?:due (?:mainly |mostly |primarily |in part )?to|owing to|because of|thanks to|"
    r"(?:as )?an? (?:direct )?(?:result|consequence) of|on account of|"
    r"(?:result|aris|originat|stemm?)\w* from|(?:caused|induced|enabled|provided|offered|granted|"
    r"achieved|obtained|realized|realised) (?:by|through|via|with|from|using)|"
    r"(?:attribut|ascrib|assign)\w* (?:mainly |primarily |mostly )?to|by virtue of|"
    r"in the presence of|with the (?:help|aid|use|addition|introduction|incorporation) of|"
    r"by means of|depend\w* (?:\w+ly )?(?:up)?(?:on|from)|indicative of)\b",
    re.IGNORECASE,
)
#: Prepositions of means and time, which say as much where they open or close a clause.
_MEANS = re.compile(
    r"\b(?:by|via|through|using|upon|after|following|with|from|when)\b", re.IGNORECASE
)
#: What makes of such a preposition no cause: amounts, readings, circumstances.
_NO_MEANS = re.compile(
    r"\s*(?:(?:an?|the|up to|more than|about|over|almost|nearly|only|at least)\s+)*"
    r"(?:[\d~<>≈]|factor|order|respect|high|low|excellent|good|improved|enhanced|increas\w+|"
    r"decreas\w+|measur\w+|compar\w+|analy\w+|respect|no\b|an? (?:high|low))",
    re.IGNORECASE,
)
_TIME = re.compile(r"after|upon|following|when", re.IGNORECASE)
#: Where a phrase of cause ends.
_STOP = re.compile(
    r",(?!\s*(?:and|or|as well as)\s)|[;:]|\b(?:compared|than|relative to|versus|which|that|while|is|are|was|were|"
    r"has|have|had|can|could|may|leading|resulting|respectively|in order|instead|rather|"
    r"because|indicat\w+|suggest\w+)\b",
    re.IGNORECASE,
)
#: Verbs between a cause and its effect.
_AHEAD = re.compile(
    r"\b(?:lead(?:s|ing)? to|led to|result(?:s|ed|ing)? in|giv(?:es|e|ing) rise to|gave rise to|"
    r"caus(?:es?|ed|ing)|induc(?:es?|ed|ing)|enabl(?:es?|ed|ing)|allow(?:s|ed|ing)?(?: for)?|"
    r"yield(?:s|ed|ing)?|produc(?:es?|ed|ing)|provid(?:es?|ed|ing)|endow(?:s|ed|ing)?|"
    r"ensur(?:es?|ed|ing)|afford(?:s|ed|ing)?|facilitat(?:es?|ed|ing)|promot(?:es?|ed|ing)|"
    r"deliver(?:s|ed|ing)?|bring(?:s|ing)?|brought|confer(?:s|red|ring)?|render(?:s|ed|ing)?|"
    r"mak(?:es?|ing)|contribut(?:es?|ed|ing) to|serv(?:es?|ed|ing) (?:as|to|for)|"
    r"act(?:s|ed|ing)? as|useful (?:for|in)|effective (?:in|for|at)|achiev(?:es?|ed|ing)|"
    r"obtain(?:s|ing)?|grant(?:s|ed|ing)?|offer(?:s|ed|ing)?|give|gives|gave|help(?:s|ed)?|"
    r"governing|in order to|introduc(?:es?|ed|ing))\b",
    re.IGNORECASE,
)
#: A verb that goes on with what the whole clause before it tells.
_GOES_ON = re.compile(
    r"(?:,\s*(?:and\s+)?(?:thus|thereby|hence|therefore|also)?\s*|\bto\s+|\bthus\s+|\bthereby\s+)$"
)
#: Heads of phrases that name a parameter instead of a thing.
_PARAMETER = re.compile(
    r"\b(?:thickness(?:es)?|temperatures?|cycles?|numbers?|times?|durations?|sizes?|diameters?|"
    r"pressures?|power|ratios?|rates?|pH|doses?|length|concentrations?|lengths)\b",
    re.IGNORECASE,
)
#: Processes that change what is there; all others make it.
_TREATMENTS = frozenset(
    """annealing plasma_treatment surface_pretreatment ligand_exchange cation_exchange
    anion_exchange sulfurization selenization galvanic_replacement anodization
    mof_conversion solid_state_reaction""".split()
)
_GENERIC = re.compile(
    r"\b(?:this|these|the|such|both|our)\s(?:[\w-]+\s){0,2}?"
    r"(?:steps?|treatments?|process(?:es)?|procedures?|methods?|approach(?:es)?|"
    r"strateg(?:y|ies)|techniques?|modifications?|exchanges?)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\s*(?:and\s+|that\s+)?(?:it|they|this|these|which|that|both|such)\b", re.IGNORECASE
)
_AS_RESULT = re.compile(
    r"^\W*(?:as a (?:result|consequence)|consequently|therefore|hence|thus|thereby)\b",
    re.IGNORECASE,
)
#: An opening phrase that says when, where or how far.
_OPENING = re.compile(
    r"^\s*(?:(?:in|for|at|during|to|as|here|moreover|furthermore|however|therefore|additionally|"
    r"finally|specifically|indeed|also|besides|notably|in addition|thus|hence|consequently|"
    r"despite|although|while|under|on)\b[^,]{0,90},)+\s*",
    re.IGNORECASE,
)
_CHANGED = frozenset({"increase", "decrease", "change", "absent", "none"})
#: Qualities of a film that a deposition has or lacks.
_OF_DEPOSITION = frozenset(
    {"conformality", "uniformity", "self_limiting_growth", "deposition_selectivity"}
)
_ADSORBED = frozenset({"nucleation", "precursor_adsorption"})


@dataclass(frozen=True, slots=True)
class Said:
    """An outcome in its place: the part, its clause, the clause before, and its words."""

    part: Part
    finding: Finding
    clause: Clause
    before: Clause | None

    @property
    def outcome(self) -> Outcome:
        """The outcome itself."""
        assert isinstance(self.finding.content, Outcome)  # noqa: S101 # made by `said` only
        return self.finding.content

    @property
    def place(self) -> Span:
        """The first and last offset of the property and the word that says its change."""
        terms = self.finding.terms or ()
        starts = [self.finding.at, *(t.start for t in terms if t.kind != "quantity")]
        ends = [self.finding.at + 1, *(t.end for t in terms if t.kind != "quantity")]
        return min(starts), max(ends)

    @property
    def verb(self) -> Mention | None:
        """The word of change, where it is a verb ahead of the property."""
        for term in self.finding.terms:
            if term.kind == "direction" and term.start < self.finding.at:
                return term
        return None


def said(part: Part, finding: Finding) -> Said:
    """An outcome with the clause that it stands in."""
    clause, before = clause_at(part, finding.at)
    return Said(part, finding, clause, before)


def agents_of(account: Account, said: Said, last: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """The things that the text credits with an outcome.

    ``last`` is what the account credited last in this passage, for "this" and "as a result".
    """
    own = _of_its_kind(account, said)
    if own is not None:
        return own
    outside = comparisons(said.part, said.clause)
    causes = [
        *_behind(account, said, outside),
        *_ahead(account, said, outside, last),
    ]
    if not causes and said.outcome.direction in _CHANGED:
        causes = [*_means(account, said, outside), *_set_apart(account, said, outside)]
    if not causes and _AS_RESULT.match(said.part.text):
        causes = list(last)
    return tuple(dict.fromkeys(causes))


def _of_its_kind(account: Account, said: Said) -> tuple[Thing, ...] | None:
    """Agents that the kind of the property tells; ``None`` where the text has to say."""
    name = said.outcome.property
    if name == "infilling":
        return _deposition(account, said, anywhere=True)
    if name in _OF_DEPOSITION:
        return _deposition(account, said, anywhere=False)
    if name in _ADSORBED and said.outcome.direction == "present":
        return _adsorbed(account, said)
    return None


def _deposition(account: Account, said: Said, *, anywhere: bool) -> tuple[Thing, ...]:
    """The deposition that the clause names, else the sentence, else the account."""
    spans = [(said.clause.start, said.clause.end), said.part.stretch]
    named: list[str] = []
    for start, end in spans:
        named = named or [
            m.id
            for m in within(said.part.mentions, start, end)
            if m.kind == "process" and m.id not in _TREATMENTS
        ]
    if not named and anywhere:
        made = [p for p in account.processes if p.endswith("ald") or p == "cvd"]
        named = made if len(made) == 1 else []
    return tuple(Thing("process", name) for name in dict.fromkeys(named))


def _adsorbed(account: Account, said: Said) -> tuple[Thing, ...]:
    """The reagents that react with the surface: the first that the sentence names."""
    reagents = [m.id for m in said.part.mentions if m.kind == "chemical"]
    adsorbing = [
        name
        for name in reagents
        if account.reagents.get(name, frozenset()) & {"precursor", "coreactant"}
    ]
    return tuple(Thing("chemical", name) for name in adsorbing[:1])


def _behind(account: Account, said: Said, outside: Sequence[Span]) -> Iterator[Thing]:
    """Causes behind words of cause: "due to X", "as a result of X"."""
    for match in _BEHIND.finditer(said.part.text, *_reach(said)):
        yield from _phrase(account, said, match.end(), outside)


def _reach(said: Said) -> Span:
    return said.clause.start, said.clause.end


def _means(account: Account, said: Said, outside: Sequence[Span]) -> Iterator[Thing]:
    """Causes behind a preposition that opens the clause or follows the change."""
    text, (first, last) = said.part.text, said.place
    for match in _MEANS.finditer(text, said.clause.start, said.clause.end):
        is_open = not text[said.clause.start : match.start()].strip(" ,").strip()
        if not (is_open or match.start() >= first):
            continue
        word = match.group().lower()
        if _NO_MEANS.match(text, match.end()) or (word in ("with", "from") and not is_open):
            continue
        if _TIME.match(word) and said.outcome.property in LASTING and not is_open:
            continue  # "stable after exposure to ozone" is a test
        yield from _phrase(account, said, match.end(), outside)


def _phrase(account: Account, said: Said, start: int, outside: Sequence[Span]) -> list[Thing]:
    """The things of a phrase of cause that begins at an offset."""
    stop = _STOP.search(said.part.text, start + 1, said.clause.end)
    end = min(stop.start() if stop else said.clause.end, start + 120)
    if any(
        m.kind == "technique" and m.start - start < 12
        for m in within(said.part.mentions, start, end)
    ):
        return []
    return _things(account, said, start, end, outside)


def _things(
    account: Account, said: Said, start: int, end: int, outside: Sequence[Span]
) -> list[Thing]:
    """The things between two offsets that may be agents."""
    part = said.part
    found = things_in(account, part, start, end, outside)
    told = [
        Thing("process", f.content.process)
        for f in part.findings
        if isinstance(f.content, Process)
        and start <= f.at < end
        and not any(a <= f.at < b for a, b in outside)
        and f.content.process in _TREATMENTS
    ]
    found = tuple(dict.fromkeys((*found, *told)))
    if not found:
        generic = _GENERIC.search(part.text, start, end)
        found = _last_process(account, part, generic.start()) if generic else ()
    if _PARAMETER.search(part.text, start, end):
        found = tuple(t for t in found if t.kind != "process" or t.id in _TREATMENTS)
    return list(found)


def _last_process(account: Account, part: Part, at: int) -> tuple[Thing, ...]:
    """The process that "this step" goes back to: the last one named before it."""
    here = [m.id for m in part.mentions if m.kind == "process" and m.end <= at]
    if here:
        return (Thing("process", here[-1]),)
    for other in account.before(part, sentences=2):
        named = [m.id for m in other.mentions if m.kind == "process"]
        named += [f.content.process for f in other.findings if isinstance(f.content, Process)]
        if named:
            return (Thing("process", named[-1]),)
    return ()


def _ahead(
    account: Account, said: Said, outside: Sequence[Span], last: tuple[Thing, ...]
) -> list[Thing]:
    """Causes ahead of a verb that brings the outcome about."""
    at = _bringing(said)
    if at is None:
        return []
    text, clause = said.part.text, said.clause
    start = clause.start
    opening = _OPENING.match(text[start:at])
    subject = start + (opening.end() if opening else 0)
    is_whole = _GOES_ON.search(text[start:at]) is not None
    if not is_whole and clause.opener not in ("which", "that", "and", "where"):
        is_whole = False
    found = _things(account, said, subject, at, outside)
    lead = text[start:at]
    if (
        not found
        and said.before is not None
        and (len(lead.strip(" ,")) < 4 or _PRONOUN.match(lead) or is_whole)
    ):
        found = _before(account, said, outside)
    if not found and (_PRONOUN.match(lead) or _names_property(said, subject, at)):
        found = list(last)
    return found


def _bringing(said: Said) -> int | None:
    """Where the verb stands that brings an outcome about, nearest ahead of the property."""
    text, (first, _) = said.part.text, said.place
    found = [m.start() for m in _AHEAD.finditer(text, said.clause.start, said.finding.at)]
    verb = said.verb
    if verb is not None and _is_active(said.part, verb):
        found.append(verb.start)
    return min(found) if found else None


def _is_active(part: Part, verb: Mention) -> bool:
    """Whether a word of change is a verb with its cause ahead: "improves", not "was improved"."""
    if part.doc is None:
        return False
    for token, word in zip(part.reading.tokens, part.doc, strict=True):
        if token.start == verb.start:
            if not word.tag_.startswith("VB"):
                return False
            if word.tag_ in ("VBN", "VBD"):
                lead = part.text[max(0, verb.start - 25) : verb.start]
                return word.tag_ == "VBD" and not _PASSIVE.search(lead)
            return True
    return False


_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?$")


def _before(account: Account, said: Said, outside: Sequence[Span]) -> list[Thing]:
    """Things of the clause ahead: its subject for "it", else all that it names."""
    clause = said.before
    if clause is None:
        return []
    verb = first_verb(said.part, clause.start, clause.end)
    if verb is not None:
        found = _things(account, said, clause.start, verb, outside)
        if found:
            return found
    return _things(account, said, clause.start, clause.end, outside)


def _names_property(said: Said, start: int, end: int) -> bool:
    return any(m.kind == "property" for m in within(said.part.mentions, start, end))


#: A treatment or coat that sets a sample apart.
_APART = re.compile(
    r"\b(?:treated|annealed|coated|overcoated|passivated|capped|infilled|doped|modified|"
    r"encapsulated|exchanged|protected|covered|decorated|shelled|with)\b|-(?:coated|treated|passivated|doped|modified|capped)",
    re.IGNORECASE,
)


def _set_apart(account: Account, said: Said, outside: Sequence[Span]) -> Iterator[Thing]:
    """What the subject has and its like has not: "the annealed films showed a lower gap"."""
    if said.outcome.direction not in ("increase", "decrease"):
        return
    start = said.clause.start
    end = first_verb(said.part, start, said.clause.end) or said.place[0]
    if not _APART.search(said.part.text, start, end):
        return
    for thing in _things(account, said, start, end, outside):
        if thing.kind != "process" or thing.id in _TREATMENTS:
            yield thing
