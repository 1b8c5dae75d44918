"""The stage that links the claims of a document, run after all of its claims are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace

from corpus.model import Paper
from kg.extract.context.bought import BOUGHT
from kg.extract.credit.account import tells_own_work
from kg.extract.findings import Finding
from kg.extract.links.account import Account, Part
from kg.extract.links.causes import Credited, agents_of
from kg.extract.links.circumstances import conditions_under
from kg.extract.links.comparison import compared_with
from kg.extract.links.making import makes
from kg.extract.links.owners import owner_of
from kg.extract.links.proofs import shown_by
from kg.extract.links.reagents import used_for, used_with
from kg.extract.links.samples import sample_of
from kg.extract.links.stated_outcomes import StatedOutcome, stated_outcome
from kg.extract.outcomes.find import needs_parse
from kg.extract.statements import Statement, Trace
from kg.model import (
    THIS,
    UNLINKED,
    Chemical,
    Claim,
    Condition,
    Links,
    Outcome,
    Process,
    Technique,
)

#: The key of a finding: index of its sentence, offset in the sentence, content.
Place = tuple[int, int, object]
#: A claim with the statements that it rests on.
Made = tuple[Claim, tuple[Statement, ...]]


def link(paper: Paper, trace: Trace, made: Sequence[Made]) -> list[Made]:
    """Return the claims of a paper with their links, in the same order.

    Parameters
    ----------
    trace
        The readings, credits and statements of the paper.
    made
        Its claims, each with the statements that support it.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    accounts = _accounts(paper, trace, made)
    found = {study: _links(account) for study, account in accounts.items()}
    return [
        (_linked(claim, statements, found[claim.study]), statements) for claim, statements in made
    ]


def _linked(claim: Claim, statements: Iterable[Statement], found: dict[Place, Links]) -> Claim:
    """Return a claim with the links that its statements give.

    An outcome takes each link from its first statement that has it; other claims collect the links
    of all their statements.
    """
    stated = [
        links
        for s in statements
        if (links := found.get(_place(s.sentence, s.finding), s.finding.links)) != UNLINKED
    ]
    if not stated:
        return claim
    told: dict[str, tuple[object, ...]] = {}
    for item in fields(Links):
        values = [v for links in stated if (v := getattr(links, item.name))]
        kept = values[:1] if isinstance(claim.content, Outcome) else values
        told[item.name] = tuple(dict.fromkeys(value for every in kept for value in every))
        if item.name == "of":
            told["of"] = values[0] if values else ()  # layers may repeat
    links = Links(**told)  # type: ignore[arg-type] # each value comes from the field of its name
    return replace(claim, links=links) if links != UNLINKED else claim


def _place(index: int, finding: Finding) -> Place:
    return index, finding.at, finding.content


def _accounts(paper: Paper, trace: Trace, made: Sequence[Made]) -> dict[str, Account]:
    """Return the account of each study that has a claim in a paper."""
    contents = defaultdict(list)
    for claim, _ in made:
        contents[claim.study].append(claim.content)
    parts: dict[str, list[Part]] = defaultdict(list)
    for study, part in _parts(trace):
        parts[study].append(part)
    is_survey = not tells_own_work(paper)
    return {
        study: Account(
            study=study,
            parts=tuple(parts[study]),
            contents=tuple(own),
            is_general=is_survey and study == THIS,
        )
        for study, own in contents.items()
    }


def _parts(trace: Trace) -> Iterator[tuple[str, Part]]:
    """Yield each stretch of text credited to a study, with the findings of the study in it."""
    found: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for statement in trace.statements:
        for study in statement.studies if not statement.dropped else ():
            found[study, statement.sentence].append(statement.finding)
    for index, (reading, credit) in enumerate(zip(trace.readings, trace.credits, strict=True)):
        if reading.sentence.passage.kind == "table":
            continue  # claims from rows have their links already
        doc = reading.parse if needs_parse(reading) else None
        for (start, end), studies in credit:
            for study in studies:
                inside = tuple(f for f in found.get((study, index), ()) if start <= f.at < end)
                yield (
                    study,
                    Part(
                        index=index,
                        reading=reading,
                        doc=doc,
                        stretch=(start, end),
                        findings=inside,
                    ),
                )


def _links(account: Account) -> dict[Place, Links]:
    """Return the links of each finding of an account that has any."""
    found = _links_of_outcomes(account)
    for part in account.parts:
        for finding in part.findings:
            links = _own_links(account, part, finding)
            if links is not UNLINKED and links != UNLINKED:
                found[_place(part.index, finding)] = links
    return found


def _own_links(account: Account, part: Part, finding: Finding) -> Links:
    """Return the links of a condition, chemical, process or technique."""
    content, at = finding.content, finding.at
    match content:
        case Condition():
            return Links(owner=owner_of(account, part, content.parameter, finding))
        case Process():
            return Links(makes=makes(account, part, content.process, at))
        case Chemical() if not BOUGHT.search(part.text):  # a list of bought chemicals
            about = (account, part, content.chemical, content.role)
            return Links(used_for=used_for(*about, at), used_with=used_with(*about))
        case Technique():
            return Links(shows=shown_by(part, at))
        case _:
            return UNLINKED


def _links_of_outcomes(account: Account) -> dict[Place, Links]:
    found: dict[Place, Links] = {}
    credited, passage = Credited(), None
    for part in account.parts:
        if part.reading.sentence.passage is not passage:
            credited, passage = Credited(), part.reading.sentence.passage
        for finding in sorted(part.findings, key=lambda f: f.at):
            if isinstance(finding.content, Outcome):
                told = stated_outcome(part, finding, finding.content)
                links = _outcome_links(account, told, credited)
                credited = credited.and_(told, links.agent)
                found[_place(part.index, finding)] = links
    return found


def _outcome_links(account: Account, told: StatedOutcome, credited: Credited) -> Links:
    agents = agents_of(account, told, credited)
    return Links(
        of=sample_of(account, told, agents),
        agent=agents,
        against=compared_with(told.part, told.clause),
        under=conditions_under(told),
    )
