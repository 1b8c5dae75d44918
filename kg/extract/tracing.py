"""Collect what the readers find in a paper, and credit each finding to its studies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from itertools import chain
from typing import Final

from corpus.errors import ReadError
from corpus.model import Paper, Passage, Span
from kg.extract.context.general import entries_among
from kg.extract.context.scope import is_of_field
from kg.extract.credit import Credit, Crediting
from kg.extract.document import parse_needed, read_passages
from kg.extract.finders.molecules import printed_names
from kg.extract.findings import Finding
from kg.extract.reader import Reader, signature
from kg.extract.readers import readers
from kg.extract.reading import Reading
from kg.extract.rules.reader import RuleReader
from kg.extract.screening.dropped import (
    BACKGROUND,
    FOREIGN,
    GENERAL,
    REFERENCE,
    UNLISTED,
    Setting,
    is_only_cited,
    told_works,
    why_dropped,
)
from kg.extract.screening.field import is_of_background, own_formulas
from kg.extract.screening.strays import without_stray_uses
from kg.extract.screening.subjects import without_other_subjects
from kg.extract.statements import Statement, Trace
from kg.extract.tables.read import Stated, find_in_tables
from kg.extract.text.sentences import Sentence
from kg.model import THIS, Chemical
from ontology.errors import AldkgError

#: The number of sentences from which a text counts as a whole paper, which explains its findings.
_WHOLE: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """A paper with its parsed sentences, and the credits of each."""

    paper: Paper
    crediting: Crediting
    readings: list[Reading]
    credits: list[tuple[Credit, ...]]


def parse_papers(papers: Iterable[Paper]) -> list[Parsed]:
    """Return papers with their sentences, all parsed at once.

    Parsing short papers one by one takes twice as long.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    parsed = [_unparsed(paper) for paper in papers]
    parse_needed(chain.from_iterable(one.readings for one in parsed))
    return parsed


def _unparsed(paper: Paper) -> Parsed:
    crediting = Crediting(paper)
    readings, credits = read_passages(paper.passages, crediting)
    return Parsed(paper=paper, crediting=crediting, readings=readings, credits=credits)


def trace(paper: Paper) -> Trace:
    """Read a paper and return everything that the readers find in it, see :func:`trace_parsed`.

    Raises
    ------
    ExtractionError
        If the language model is not installed or a reader cannot be loaded.
    ReadError
        If a reader that the user added fails; the message names it.
    """
    (parsed,) = parse_papers([paper])
    return trace_parsed(parsed)


def trace_parsed(parsed: Parsed) -> Trace:
    """Return what the readers find in a parsed paper, each finding credited to its studies.

    Raises
    ------
    ExtractionError
        If a reader cannot be loaded.
    ReadError
        If a reader that the user added fails; the message names it.
    """
    crediting, readings = parsed.crediting, parsed.readings
    setting = Setting(
        openings=crediting.openings,
        cites=crediting.cites,
        tells_own=crediting.is_own,
        is_foreign=not is_of_field(readings),
        is_whole=len(readings) >= _WHOLE,
    )
    statements = _in_context(readings, list(_of_sentences(parsed, setting)), setting)
    told = list(find_in_tables(parsed.paper, crediting, _named_properties(readings)))
    rows = list({id(one.row): one.row for one in told}.values())
    statements += _of_rows(told, rows, len(readings), setting)
    if crediting.reports_data:
        statements = [_of_unlisted(statement) for statement in statements]
    return Trace(
        readings=(*readings, *(Reading(_sentence(row), ()) for row in rows)),
        statements=tuple(statements),
        credits=(*parsed.credits, *(_credits_of_row(row, told) for row in rows)),
    )


def _of_sentences(parsed: Parsed, setting: Setting) -> Iterator[Statement]:
    """Yield the findings in the sentences as statements, each screened by its own sentence."""
    readings = parsed.readings
    names = printed_names(mention for reading in readings for mention in reading.mentions)
    entries = entries_among([reading.text for reading in readings])
    own = own_formulas(readings)
    is_note = parsed.paper.genre == "note"  # a note reports its own study in the present tense, too
    for index, (reading, credit) in enumerate(zip(readings, parsed.credits, strict=True)):
        findings = [f for reader in readers() for f in _found(reader, reading, parsed.paper)]
        raw_spans = cache(partial(_raw_spans, reading))  # most findings share their stretch
        for finding in findings:
            span, studies = _credit_at(credit, finding.at)
            dropped = REFERENCE if index in entries else ""
            dropped = dropped or why_dropped(finding, findings, reading, studies, setting)
            if not dropped and not is_note and is_of_background(finding, reading, own):
                dropped = BACKGROUND
            yield Statement(
                finding=_as_printed(finding, names),
                sentence=index,
                studies=studies,
                stretch=span,
                spans=raw_spans(span),
                dropped=dropped,
                in_report=setting.is_report,
            )


def _in_context(
    readings: Sequence[Reading], statements: list[Statement], setting: Setting
) -> list[Statement]:
    """Return the statements; those that the rest of the paper shows to be no claims are dropped."""
    if setting.cites and not setting.tells_own:
        statements = _without_mere_citations(readings, statements)
    if setting.is_whole:
        statements = without_stray_uses(readings, statements)
        statements = without_other_subjects(readings, statements)
    return statements


def _named_properties(readings: Iterable[Reading]) -> frozenset[str]:
    """Return the properties that a text names in words, not only by symbols."""
    named = (m for reading in readings for m in reading.of_kind("property"))
    return frozenset(mention.id for mention in named if mention.label != "symbol")


def _sentence(row: Passage) -> Sentence:
    """Return a row of a table as one sentence."""
    return Sentence(passage=row, start=0, end=len(row.text))


def _credits_of_row(row: Passage, told: Iterable[Stated]) -> tuple[Credit, ...]:
    studies = (study for one in told if one.row is row for study in one.studies)
    return (((0, len(row.text)), tuple(dict.fromkeys(studies))),)


def _of_rows(
    told: Iterable[Stated], rows: Sequence[Passage], first: int, setting: Setting
) -> list[Statement]:
    """Return the statements of table rows; the indices of their sentences start at ``first``."""
    places = {id(row): at for at, row in enumerate(rows, start=first)}
    return [
        Statement(
            finding=one.finding,
            sentence=places[id(one.row)],
            studies=one.studies,
            stretch=(0, len(one.row.text)),
            spans=one.spans,
            dropped=FOREIGN if setting.is_foreign else "",
            in_report=setting.is_report,
        )
        for one in told
    ]


def _found(reader: Reader, sentence: Reading, paper: Paper) -> list[Finding]:
    """Return the findings of one reader in one sentence, signed with the reader's name.

    If one reader fails, the whole document is refused: half of its claims would pass for all of
    them.

    Raises
    ------
    ReadError
        If a reader that the user added fails.
    """
    name = signature(reader)
    try:
        return [replace(finding, reader=name) for finding in reader.find(sentence)]
    except (AldkgError, MemoryError):
        raise
    except Exception as error:
        if isinstance(reader, RuleReader):
            raise
        cause = f"{type(error).__name__}: {' '.join(str(error).split())}"
        raise ReadError(paper.source, f"the reader {name} fails ({cause})") from error


def _without_mere_citations(
    readings: Sequence[Reading], statements: Sequence[Statement]
) -> list[Statement]:
    """Return the statements of a survey, dropping works cited only for general facts."""
    told = told_works((s.studies, readings[s.sentence].text) for s in statements)
    pictured = (
        s.studies for s in statements if readings[s.sentence].sentence.passage.kind == "caption"
    )
    told = told.union(*pictured)
    return [
        replace(s, dropped=GENERAL)
        if not s.dropped and is_only_cited(s.finding, s.studies, told)
        else s
        for s in statements
    ]


def _of_unlisted(statement: Statement) -> Statement:
    """Return a statement of an excerpt with data, dropped if only a number identifies its work.

    The excerpt cites that work beside its own findings and does not list it, so nobody could look
    it up.
    """
    is_own = THIS in statement.studies or bool(statement.dropped)
    return statement if is_own else replace(statement, dropped=UNLISTED)


def _as_printed(finding: Finding, names: Mapping[str, str]) -> Finding:
    """Return a finding with the document's own name for a reagent without an id."""
    content = finding.content
    if not isinstance(content, Chemical) or content.chemical not in names:
        return finding
    return replace(finding, content=replace(content, chemical=names[content.chemical]))


def _credit_at(credit: Sequence[Credit], at: int) -> Credit:
    return next((piece for piece in credit if piece[0][0] <= at < piece[0][1]), credit[-1])


def _raw_spans(reading: Reading, span: Span) -> tuple[Span, ...]:
    """Return the spans of a credited stretch of a sentence in the raw text, without blank ends."""
    text = reading.text[slice(*span)]
    start = reading.sentence.start + span[0] + len(text) - len(text.lstrip(" .,;"))
    end = reading.sentence.start + span[0] + len(text.rstrip())
    return reading.sentence.passage.raw_spans(start, max(end, start + 1))
