"""Outcomes with the clause that states each, and the verb that brings it about."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from corpus.model import Span
from kg.extract.findings import Finding
from kg.extract.knowledge.property_kinds import CHANGES
from kg.extract.links.account import Part, within
from kg.extract.links.clauses import Clause
from kg.extract.links.comparison import comparisons
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.model import Outcome

#: How many characters after the start of an outcome its property noun may begin.
_WORDS = 30
#: Verbs between a cause and its effect.
_AHEAD = Rare(
    r"\b(?:lead(?:s|ing)? to|led to|result(?:s|ed|ing)? in|giv(?:es|e|ing) rise to|gave rise to|"
    r"caus(?:es?|ed|ing)|induc(?:es?|ed|ing)|enabl(?:es?|ed|ing)|allow(?:s|ed|ing)?(?: for)?|"
    r"yield(?:s|ed|ing)?|produc(?:es?|ed|ing)|provid(?:es?|ed|ing)|endow(?:s|ed|ing)?|"
    r"ensur(?:es?|ed|ing)|afford(?:s|ed|ing)?|facilitat(?:es?|ed|ing)|promot(?:es?|ed|ing)|"
    r"deliver(?:s|ed|ing)?|bring(?:s|ing)?|brought|confer(?:s|red|ring)?|render(?:s|ed|ing)?|"
    r"mak(?:es?|ing)|contribut(?:es?|ed|ing) to|serv(?:es?|ed|ing) (?:as|to|for)|"
    r"act(?:s|ed|ing)? as|useful (?:for|in)|effective (?:in|for|at)|achiev(?:es?|ed|ing)|"
    r"obtain(?:s|ing)?|grant(?:s|ed|ing)?|offer(?:s|ed|ing)?|give|gives|gave|help(?:s|ed)?|"
    r"governing|in order to|(?:crucial|essential|vital|indispensable|critical) (?:for|to|in)"
    r"|leav(?:es|ing)|introduc(?:es?|ed|ing)|"
    r"as an? (?:\w+ )?(?:method|means|way|route|strategy|approach|tool) (?:for|to|of))\b",
    re.IGNORECASE,
)
#: Words directly before a property in a name: "as a stability-improving approach".
_AS = Rare(r"\bas an?\s(?:\w+\s)?$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s(?:\w+ly\s)?$")
#: Text between two properties of a list.
_LISTED = re.compile(r"(?:\s?,)?\s(?:and|or|as well as)\s(?:\w+\s){0,4}?|\s?,\s(?:\w+\s){0,2}?")


@dataclass(frozen=True)
class StatedOutcome:
    """An outcome with the clause that states it.

    ``earlier`` are the clauses before it in the sentence, nearest first; ``following`` those after
    it.
    """

    part: Part
    finding: Finding
    outcome: Outcome
    clause: Clause
    earlier: tuple[Clause, ...] = ()
    following: tuple[Clause, ...] = ()

    @property
    def reach(self) -> Span:
        """The start and end of the clause."""
        return self.clause.start, self.clause.end

    @cached_property
    def outside(self) -> tuple[Span, ...]:
        """The stretches that name no agent: the standard of comparison and the properties."""
        told = [f.terms[0] for f in self.part.findings if f.terms]
        properties = [(t.start, t.end) for t in told if t.kind == "property"]
        return (*self.compared, *properties, (self.finding.at, self.end))

    @cached_property
    def compared(self) -> tuple[Span, ...]:
        """The stretches of the clause that name what something is compared with."""
        return comparisons(self.part, self.clause)

    @cached_property
    def place(self) -> Span:
        """The start and end of the words for the property and its change."""
        terms = [t for t in self.finding.terms if t.kind != "quantity"]
        at = self.finding.at
        return min(at, *(t.start for t in terms), at), max(at + 1, *(t.end for t in terms), at)

    @cached_property
    def end(self) -> int:
        """The end of the property, or of the list of properties that it opens: "gap and yield"."""
        at = self.finding.at
        near = [m for m in self._properties if at <= m.start <= at + _WORDS]
        end = max((m.end for m in near if m.start == near[0].start), default=at)
        for mention in self._properties:
            if mention.start >= end and _LISTED.fullmatch(self.part.text, end, mention.start):
                end = mention.end
        return end

    @cached_property
    def _properties(self) -> list[Mention]:
        return [m for m in self.part.reading.mentions if m.kind == "property"]

    def properties(self, start: int, end: int) -> list[str]:
        """Return the properties that a stretch of the sentence names."""
        return [m.id for m in within(self._properties, start, end)]

    def things_start(self, start: int) -> bool:
        """Return whether only blanks and commas separate the start of the clause from an offset."""
        return not self.part.text[self.clause.start : start].strip(" ,")

    @cached_property
    def brought_at(self) -> int | None:
        """The offset of the first verb before the property that brings the outcome about."""
        part, at = self.part, self.finding.at
        found = [m.start() for m in _AHEAD.finditer(part.text, self.clause.start, at)]
        found += [m.start() for m in _AS.finditer(part.text, self.clause.start, at)]
        found += [v.start for v in self._verbs if is_active(part, v.start)]
        if is_active(part, at) and _has_object(part, at):
            found.append(at)  # "passivates the surface" is verb and property in one
        return min(found) if found else None

    @cached_property
    def _verbs(self) -> list[Mention]:
        """Words of change before the property: "reduce the losses", "shows an increased gap"."""
        if self.outcome.direction not in CHANGES:
            return []
        start, at = self.clause.start, self.finding.at
        told = self.part.reading.of_kind("direction")
        return [
            t
            for t in told
            if t.id in CHANGES and start <= t.start < at and not t.text.startswith("depend")
        ]

    def with_next_clause(self) -> StatedOutcome | None:
        """Return a copy extended by the next clause, or ``None`` if "and" opens none.

        Both clauses may share the circumstances that one of them states.
        """
        if not self.following or self.following[0].opener != "and":
            return None
        added = Clause(self.clause.start, self.following[0].end, self.clause.opener)
        return replace(self, clause=added, following=self.following[1:])


def stated_outcome(part: Part, finding: Finding, outcome: Outcome) -> StatedOutcome:
    """Return an outcome with the clause that contains it."""
    found = part.clauses
    inside = [n for n, c in enumerate(found) if c.start <= finding.at < c.end]
    number = inside[0] if inside else len(found) - 1
    earlier, following = tuple(reversed(found[:number])), found[number + 1 :]
    return StatedOutcome(part, finding, outcome, found[number], earlier, following)


def is_active(part: Part, at: int) -> bool:
    """Return whether the word at an offset is a verb whose subject is the cause.

    "Improves" and "improved the yield", but not "is improved" and "improved yield".
    """
    if part.doc is None and _ACTIVE.match(part.text, at):
        return not _PASSIVE.search(part.text[max(0, at - 25) : at])
    for token, word in zip(part.reading.tokens, part.doc or (), strict=False):
        if token.start == at:
            is_verb = word.tag_.startswith("VB") and word.tag_ != "VBN"
            following = part.doc[word.i + 1].tag_ if part.doc and word.i + 1 < len(part.doc) else ""
            is_verb = is_verb or (word.tag_ in _MISREAD and following in ("DT", "PRP$"))
            return is_verb and not _PASSIVE.search(part.text[max(0, at - 25) : at])
    return False


#: A verb and the article of its object, for sentences without a parse.
_ACTIVE = re.compile(r"\w+(?:s|ed)\s(?:the|its|their|these|an?)\b")
#: Tags that the tagger wrongly gives to a verb before its object: "quench the emission".
_MISREAD = frozenset({"NN", "NNS", "NNP", "JJ", "VBN"})


def _has_object(part: Part, at: int) -> bool:
    """Return whether an object follows a verb: "passivates the surface"; "roughens" has none."""
    if part.doc is None:
        return _ACTIVE.match(part.text, at) is not None
    tokens = zip(part.reading.tokens, part.doc, strict=False)
    following = [word for token, word in tokens if token.start > at]
    return bool(following) and following[0].tag_[:2] in ("DT", "NN", "JJ", "PR", "CD", "VB")
