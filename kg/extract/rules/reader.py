"""The reader that is part of ald-kg: it applies all rules to each sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.binding.assign import bind
from kg.extract.binding.multiples import find_multiples
from kg.extract.chemicals.find import find_chemicals
from kg.extract.conditions import find_conditions
from kg.extract.context.asides import is_aside
from kg.extract.context.modality import is_supposed
from kg.extract.findings import Finding
from kg.extract.frames.conversions import find_conversions
from kg.extract.frames.reader import find_frames
from kg.extract.frames.solids import find_event_solids
from kg.extract.links.clauses import clauses_of
from kg.extract.methods.named import find_named
from kg.extract.methods.referred import find_referred
from kg.extract.outcomes.anaphora import find_again
from kg.extract.outcomes.dopings import find_noted
from kg.extract.outcomes.find import find_outcomes, find_predications, needs_parse
from kg.extract.outcomes.grown_sizes import find_grown_sizes
from kg.extract.outcomes.impurities import find_impurities
from kg.extract.outcomes.rate_factors import find_paced
from kg.extract.outcomes.stability import find_stabilities
from kg.extract.outcomes.survivals import find_survivals
from kg.extract.reading import Reading
from kg.extract.solids.carriers import find_carriers
from kg.extract.solids.coatings import find_coatings
from kg.extract.solids.cycled import find_cycled
from kg.extract.solids.device_stacks import find_device_stacks
from kg.extract.solids.forms import find_forms
from kg.extract.solids.infiltrated import find_infiltrated
from kg.extract.solids.roles import find_roles
from kg.extract.solids.systems import find_systems
from kg.extract.version import NAME, extractor_version
from kg.model import Outcome


class RuleReader:
    """The rules of ald-kg as a :class:`kg.extract.reader.Reader`."""

    name = NAME

    @property
    def version(self) -> str:
        """The version of the rules, with that of the user's vocabulary.

        Raises
        ------
        OntologyError
            If the vocabulary cannot be read.
        """
        return extractor_version().removeprefix(f"{NAME}/")

    def find(self, sentence: Reading) -> Iterator[Finding]:
        """Yield all findings of the rules in a sentence."""
        if not is_aside(sentence.text):
            yield from _find(sentence)
        yield from find_referred(sentence)
        yield from find_again(sentence)


def _find(sentence: Reading) -> Iterator[Finding]:
    frames = tuple(find_frames(sentence, sentence.parse))
    parse = sentence.parse if needs_parse(sentence) else None
    predications = find_predications(sentence, parse)
    clauses = clauses_of(sentence, parse, (0, len(sentence.text)))
    binding = bind(sentence, predications, [(clause.start, clause.end) for clause in clauses])
    against = [*find_stabilities(sentence), *find_survivals(sentence)]
    yield from against
    for finding in find_outcomes(sentence, predications, binding):
        if not _is_told_better(finding, against):
            yield finding
    yield from find_multiples(sentence, predications, binding)
    yield from find_paced(sentence, binding)
    yield from find_grown_sizes(sentence, binding)
    yield from find_impurities(sentence)
    for finding in (
        *find_systems(sentence),
        *find_coatings(sentence),
        *find_event_solids(sentence, frames),
        *find_device_stacks(sentence),
        *find_roles(sentence),
        *find_carriers(sentence),
        *find_conversions(sentence, frames),
        *find_forms(sentence),
        *find_noted(sentence),
        *find_infiltrated(sentence),
        *find_cycled(sentence),
    ):
        if not is_supposed(sentence, finding.at):
            yield finding
    yield from find_named(sentence)
    yield from find_chemicals(sentence, frames)
    yield from find_conditions(sentence, binding)


def _is_told_better(finding: Finding, against: Sequence[Finding]) -> bool:
    """Return whether another finding is more specific: a stability by agent, a kept share."""
    outcome = finding.content
    if not against or not isinstance(outcome, Outcome):
        return False
    shares = (f.content for f in against if isinstance(f.content, Outcome))
    is_capacity = (outcome.property, outcome.direction) == ("specific_capacity", "none")
    return outcome.property == "stability" or (
        is_capacity and any(share.property == "capacity_retention" for share in shares)
    )
