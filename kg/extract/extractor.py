"""The recipe: sentences, mentions, findings, credit, claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from corpus.model import Paper, Passage, Span
from corpus.places import Places
from corpus.quotes import quoted
from kg.extract.abbreviations import defined_reagents, foreign_acronyms
from kg.extract.asides import is_aside, is_beside_work
from kg.extract.binding.assign import bind
from kg.extract.confidence import confidence_of
from kg.extract.credit import Credit, Crediting
from kg.extract.dropped import (
    BACKGROUND,
    GENERAL,
    Setting,
    is_only_cited,
    told_works,
    why_dropped,
)
from kg.extract.field import is_of_background, own_formulas
from kg.extract.findings import Coating, Finding
from kg.extract.frames.reader import find_frames, may_tell_event
from kg.extract.frames.solids import find_event_solids
from kg.extract.gazetteer import gazetteer
from kg.extract.initialisms import printed_solids, with_initials
from kg.extract.language import parse
from kg.extract.links import link
from kg.extract.links.clauses import clauses_of
from kg.extract.modality import is_supposed
from kg.extract.molecules import printed_names
from kg.extract.reading import Reading, read_sentence
from kg.extract.reconcile import reconcile
from kg.extract.rules.anaphora import find_again, latest_property
from kg.extract.rules.chemicals import find_chemicals
from kg.extract.rules.coatings import find_coatings
from kg.extract.rules.conditions import find_conditions
from kg.extract.rules.device_stacks import find_device_stacks
from kg.extract.rules.dopings import find_noted
from kg.extract.rules.forms import find_forms
from kg.extract.rules.impurities import find_impurities
from kg.extract.rules.named import find_named
from kg.extract.rules.outcomes import find_outcomes, needs_parse, speak
from kg.extract.rules.referred import find_referred, latest_naming
from kg.extract.rules.roles import find_roles
from kg.extract.rules.stability import find_stabilities, find_survivals
from kg.extract.rules.systems import find_systems
from kg.extract.scope import is_of_field
from kg.extract.sentences import split_sentences
from kg.extract.statements import Statement, Trace
from kg.extract.superseded import without_vaguer
from kg.model import (
    Chemical,
    Claim,
    Content,
    Evidence,
    Outcome,
)
from ontology.source import added_digest

#: Name and version of the extractor; moves whenever the same text may give other claims.
EXTRACTOR = "ald-kg/0.2.0"
_READ = frozenset({"title", "paragraph", "caption", "list_item"})


@cache
def extractor_version() -> str:
    """What evidence names as its extractor: ours, and which vocabulary of the user's it knew.

    Raises
    ------
    OntologyError
        If the vocabulary cannot be read.
    """
    added = added_digest()
    return f"{EXTRACTOR}+vocab.{added}" if added else EXTRACTOR


def extract(paper: Paper) -> tuple[Claim, ...]:
    """Every claim of a paper, each once, with all the sentences it rests on.

    Returns
    -------
    Claims in the order in which their first evidence stands in the text.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    return linked_claims(paper, trace(paper))


def linked_claims(paper: Paper, read: Trace) -> tuple[Claim, ...]:
    """The claims that a paper's statements make, with their links."""
    return tuple(claim for claim, _ in link(paper, read, settle(paper, read.statements)))


def trace(paper: Paper) -> Trace:
    """What the rules read in a paper, sentence by sentence, and to which studies it is credited.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    crediting = Crediting(paper)
    passages = [p for p in paper.passages if p.kind in _READ and _may_tell(p)]
    readings, credits = _read(passages, crediting)
    docs = _parsed(readings)
    names = printed_names(mention for reading in readings for mention in reading.mentions)
    statements: list[Statement] = []
    own = own_formulas(readings)
    tells = paper.genre != "note"  # a note speaks of its own study in the present, too
    before: Reading | None = None
    topic: Reading | None = None
    setting = Setting(
        cites=bool(paper.references) and paper.genre != "note",
        tells_own=crediting.is_own,
        is_foreign=not is_of_field(readings),
    )
    for index, (reading, credit, doc) in enumerate(zip(readings, credits, docs, strict=True)):
        findings = [
            *find(reading, doc),
            *find_referred(reading, before),
            *find_again(reading, topic),
        ]
        before = latest_naming(reading, before)
        topic = latest_property(reading, topic)
        for finding in findings:
            span, studies = _credit_at(credit, finding.at)
            statements.append(
                Statement(
                    finding=_as_printed(finding, names),
                    sentence=index,
                    studies=studies,
                    stretch=span,
                    spans=_raw_spans(reading, span),
                    dropped=why_dropped(finding, findings, reading, studies, setting)
                    or (BACKGROUND if tells and is_of_background(finding, reading, own) else ""),
                )
            )
    if setting.cites and not setting.tells_own:
        statements = _without_mere_citations(readings, statements)
    return Trace(
        readings=tuple(readings),
        statements=tuple(statements),
        docs=tuple(d if needs_parse(r) else None for r, d in zip(readings, docs, strict=True)),
        credits=tuple(credits),
    )


def _without_mere_citations(
    readings: Sequence[Reading], statements: Sequence[Statement]
) -> list[Statement]:
    """The statements of a survey, those dropped of works that it only cites for what is so."""
    told = told_works((s.studies, readings[s.sentence].text) for s in statements)
    return [
        replace(s, dropped=GENERAL)
        if not s.dropped and is_only_cited(s.finding, s.studies, told)
        else s
        for s in statements
    ]


def _may_tell(passage: Passage) -> bool:
    return bool(passage.text.strip()) and not is_beside_work(passage.section)


def settle(
    paper: Paper, statements: Iterable[Statement]
) -> list[tuple[Claim, tuple[Statement, ...]]]:
    """The claims that statements make, each with the statements that it rests on.

    A statement that stands behind no claim gave way to another of the same study.
    """
    by_study: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        for study in statement.studies if not statement.dropped else ():
            by_study[study].append(statement)
    places = Places(paper)
    made = [
        (_placed(claim, places), behind)
        for study, stated in by_study.items()
        for claim, behind in _claims(paper, study, stated)
    ]
    return sorted(
        made, key=lambda pair: (pair[0].evidence.spans, pair[0].study, repr(pair[0].content))
    )


def _placed(claim: Claim, places: Places) -> Claim:
    evidence = replace(claim.evidence, place=places.describe(claim.evidence.spans))
    return replace(claim, evidence=evidence)


def _read(
    passages: Iterable[Passage], crediting: Crediting
) -> tuple[list[Reading], list[tuple[Credit, ...]]]:
    readings: list[Reading] = []
    credits: list[tuple[Credit, ...]] = []
    for passage in passages:
        sentences = split_sentences(passage)
        readings += [read_sentence(sentence, gazetteer()) for sentence in sentences]
        credits += crediting.credit(sentences)
    return _with_own_acronyms(readings), credits


def _with_own_acronyms(readings: Sequence[Reading]) -> list[Reading]:
    """The sentences again, with the acronyms of the document's own reagents and solids."""
    shorts = defined_reagents(readings)
    foreign = foreign_acronyms(readings)
    readings = [_without(reading, foreign) if foreign else reading for reading in readings]
    readings = [
        read_sentence(reading.sentence, gazetteer(), shorts)
        if any(_concerns(short, meaning, reading) for short, meaning in shorts.items())
        else reading
        for reading in readings
    ]
    solids = printed_solids(readings)
    return [with_initials(reading, solids) for reading in readings]


def _without(reading: Reading, foreign: frozenset[str]) -> Reading:
    """A sentence without the terms that it names by acronyms of something else."""
    kept = tuple(m for m in reading.mentions if m.label != "symbol" or m.text not in foreign)
    return Reading(reading.sentence, kept) if len(kept) < len(reading.mentions) else reading


def _concerns(short: str, meaning: str, reading: Reading) -> bool:
    """Whether a definition can change what was read: it names a reagent, or takes one back."""
    if short not in reading.text:
        return False
    return bool(meaning) or any(m.text.startswith(short) for m in reading.of_kind("chemical"))


def _as_printed(finding: Finding, names: Mapping[str, str]) -> Finding:
    """A reagent without an id in the contract goes by the name that the document gives it."""
    content = finding.content
    if not isinstance(content, Chemical) or content.chemical not in names:
        return finding
    return replace(finding, content=replace(content, chemical=names[content.chemical]))


def _parsed(readings: Sequence[Reading]) -> list[Doc | None]:
    """The parse of those sentences that need one."""
    wanted = [
        index
        for index, reading in enumerate(readings)
        if needs_parse(reading) or may_tell_event(reading)
    ]
    docs: list[Doc | None] = [None] * len(readings)
    for index, doc in zip(wanted, parse(readings[i] for i in wanted), strict=True):
        docs[index] = doc
    return docs


def find(reading: Reading, doc: Doc | None) -> Iterator[Finding]:
    """Everything the rules read in one sentence."""
    if is_aside(reading.text):
        return
    frames = tuple(find_frames(reading, doc))
    told = doc if needs_parse(reading) else None
    spoken = speak(reading, told)
    clauses = clauses_of(reading, told, (0, len(reading.text)))
    binding = bind(reading, spoken, [(clause.start, clause.end) for clause in clauses])
    against = [*find_stabilities(reading), *find_survivals(reading)]
    yield from against
    for finding in find_outcomes(reading, spoken, binding):
        if not (
            against
            and isinstance(finding.content, Outcome)
            and finding.content.property == "stability"
        ):
            yield finding
    yield from find_impurities(reading)
    for finding in (
        *find_systems(reading),
        *find_coatings(reading),
        *find_event_solids(reading, frames),
        *find_device_stacks(reading),
        *find_roles(reading),
        *find_forms(reading),
        *find_noted(reading),
    ):
        if not is_supposed(reading, finding.at):
            yield finding
    yield from find_named(reading)
    yield from find_chemicals(reading, frames)
    yield from find_conditions(reading, binding)


def _credit_at(credit: Sequence[Credit], at: int) -> Credit:
    return next((piece for piece in credit if piece[0][0] <= at < piece[0][1]), credit[-1])


def _raw_spans(reading: Reading, span: Span) -> tuple[Span, ...]:
    """Where the credited stretch of a sentence stands in the raw text, without blank ends."""
    text = reading.text[slice(*span)]
    start = reading.sentence.start + span[0] + len(text) - len(text.lstrip(" .,;"))
    end = reading.sentence.start + span[0] + len(text.rstrip())
    return reading.sentence.passage.raw_spans(start, max(end, start + 1))


def _claims(
    paper: Paper, study: str, stated: Sequence[Statement]
) -> Iterator[tuple[Claim, tuple[Statement, ...]]]:
    """One claim per content; repeated statements add their sentence to the evidence."""
    merged: dict[Content, tuple[Finding, list[Statement]]] = {}
    for settled, statement in _settled(stated):
        if not isinstance(settled.content, Coating):
            merged.setdefault(settled.content, (settled, []))[1].append(statement)
    for content, (finding, behind) in merged.items():
        spans = {span for statement in behind for span in statement.spans}
        claim = Claim(
            doc=paper.id,
            study=study,
            content=content,
            evidence=_evidence(paper, spans, finding.rule),
            confidence=confidence_of(finding.rule),
        )
        yield claim, tuple(behind)


def _settled(stated: Sequence[Statement]) -> Iterator[tuple[Finding, Statement]]:
    """Reconcile a study's findings and find the statement of each again by its place."""
    tagged = [replace(statement.finding, at=index) for index, statement in enumerate(stated)]
    for finding in without_vaguer(reconcile(tagged)):
        yield finding, stated[finding.at]


def _evidence(paper: Paper, spans: Iterable[Span], rule: str) -> Evidence:
    ordered = tuple(sorted(spans))
    quote = quoted(paper, ordered)
    return Evidence(spans=ordered, rule=rule, extractor=extractor_version(), quote=quote)
