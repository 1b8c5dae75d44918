"""Factors relative to a value stated before: "... is 17%. This is twice as high"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.binding.assign import bind
from kg.extract.binding.results import numbers
from kg.extract.context.modality import is_hypothetical
from kg.extract.findings import Finding
from kg.extract.knowledge.measures import quantity_of
from kg.extract.knowledge.property_kinds import FLIPPED
from kg.extract.mentions import Mention
from kg.extract.outcomes.amount import outcome_of
from kg.extract.outcomes.find import find_predications
from kg.extract.outcomes.predication import Predication
from kg.extract.owners import Binding
from kg.extract.reading import Reading
from kg.extract.text.comparatives import LESS, MORE
from kg.extract.text.rare import Rare
from kg.model import Outcome, Quantity

_RELATIVE = frozenset({"{fold}", "percent"})
#: After the ratios: the word that compares, without a noun of its own ("a 5-fold larger density").
_BEHIND = re.compile(
    r"(?: times)? (?:\w+ly )?(?:that (?:of|in|for)|those of|(?P<same>with respect to)|"
    r"the (?:value|one|rate|yield|figure) (?:of|for|in|with)|"
    r"as (?:high|large|much|many|fast|long|active) as|"
    rf"(?:(?P<less>{LESS}|reduction|decrease|drop)|{MORE}|above|(?:relative )?(?:improvement|"
    r"increase|enhancement|gain|rise|boost)s?)(?= (?:than|as compared|compared|relative|over|"
    r"in comparison|with respect|versus|on)|[.,;)]|$))"
)
#: Before the ratios: the verb, the noun or the adjective of a comparison.
_AHEAD = re.compile(
    r"\b(?:(?:surpass|exceed|outperform|top)(?:s|es|ed|ing)?\b[^.;,]{0,60} by|"
    r"(?:improv|increas|enhance|gain|rise)\w* (?:of|by)|"
    rf"{MORE} by|(?P<less>(?:reduc|decreas|drop)\w* (?:of|by)|{LESS} by))"
    r" (?:about |nearly |at least |more than |over |up to |an? |factors? of |~)*$"
)
#: Openings of a sentence on the values of the one before.
_BACK = Rare(
    r"^\W*(?:This|That|These|Those|Both|They|It)\b"
    r"(?: \w+){0,3}? (?:is|are|was|were|represents?|corresponds?|means?|amounts?|surpass\w*|"
    r"exceed\w*|outperform\w*|constitutes?|marks?)\b"
)
#: Between a value and a ratio of it in the same sentence: ", which is", ", i.e. about".
_ASIDE = re.compile(
    r"[^;]{0,90}?(?:,|\(|,? (?:and|which|that)) (?:i\.e\.,? |thus |"
    r"hence )*(?:(?:is|are|was|were|being|representing|corresponding to|exceed(?:ing|s|ed)|"
    r"surpass(?:ing|es|ed)|outperform(?:ing|s|ed))\b[^;,]{0,60})?(?:an? )?(?:about |"
    r"approximately |nearly |almost |at least |more than |over |up to |~)*"
)
_LISTED = re.compile(r"-?(?: times)?,?(?: and| or)? ?(?:about |~)?")


def find_multiples(
    reading: Reading, predications: Sequence[Predication], binding: Binding
) -> Iterator[Finding]:
    """Yield the ratios that a sentence gives for values stated in it or in the sentence before."""
    for group, direction in _ratios(reading, binding):
        if is_hypothetical(reading, group[0]):
            continue
        meant = _meant(reading, predications, binding, group[0])
        for (mention, told, _), ratios in _paired(meant, group):
            if not direction and told not in FLIPPED:
                continue  # "sixfold with respect to": the direction is stated with the value
            said = direction or told
            said = FLIPPED[said] if direction and mention.label == "inverseLabel" else said
            for ratio in ratios:
                content = Outcome(property=mention.id, direction=said, quantity=ratio)
                yield Finding(content=content, at=group[0].start, rule="multiple", terms=group)


def _ratios(reading: Reading, binding: Binding) -> Iterator[tuple[tuple[Mention, ...], str]]:
    """Yield the lists of ratios that belong to no property, with their direction or ""."""
    held = {one.number.start for one in binding.owned if one.owner == "result"}
    group: list[Mention] = []
    for number in [*numbers(reading), None]:
        if group and (
            number is None
            or group[-1].start in held
            or not _LISTED.fullmatch(reading.between(group[-1], number))
        ):
            behind = _BEHIND.match(reading.text, group[-1].end)
            word = behind or _AHEAD.search(reading.text[: group[0].start])
            if word is not None and not held & {one.start for one in group}:
                same = behind is not None and behind["same"]
                yield tuple(group), "" if same else "decrease" if word["less"] else "increase"
            group = []
        value = quantity_of(number)
        if number is not None and value is not None and value.unit in _RELATIVE:
            group.append(number)


def _meant(
    reading: Reading, predications: Sequence[Predication], binding: Binding, ratio: Mention
) -> list[Predication]:
    """Return the properties with values to which the ratios refer."""
    here = [
        one for one in _valued(reading, predications, binding) if one.mention.end <= ratio.start
    ]
    if here:
        value = binding.value_of(here[-1].mention)
        is_aside = (
            value is not None
            and value.end <= ratio.start
            and _ASIDE.fullmatch(reading.text, value.end, ratio.start)
        )
        return here[-1:] if is_aside else []
    before = reading.before
    if before is None or not _BACK.search(reading.text):
        return []
    earlier = find_predications(before, before.parse)
    return _valued(before, earlier, bind(before, earlier))


def _valued(
    reading: Reading, predications: Sequence[Predication], binding: Binding
) -> list[Predication]:
    """Return the properties whose value is stated without comparison to another value."""
    found = []
    for one in predications:
        outcome = outcome_of(reading, one, binding.value_of(one.mention))
        if outcome and outcome.quantity and outcome.quantity.start is None:
            found.append(one)
    return found


def _paired(
    meant: Sequence[Predication], group: Sequence[Mention]
) -> Iterator[tuple[Predication, tuple[Quantity, ...]]]:
    """Yield each property with its ratio, or each with all ratios if the counts differ."""
    ratios = tuple(q for q in map(quantity_of, group) if q is not None)
    if len(meant) == len(ratios):
        yield from ((one, (ratio,)) for one, ratio in zip(meant, ratios, strict=True))
    elif len(meant) == 1 or len(ratios) == 1:
        yield from ((one, ratios) for one in meant)
