"""An explanation of a paper: each sentence, its terms, and the claims from it.

It shows the extractor's trace beside the text, so that a chemist can check every claim and see why
a sentence gave none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property

from corpus.model import Paper, Passage, Span
from kg.extract.confidence import sureness
from kg.extract.context.modality import is_hypothetical
from kg.extract.findings import Coating
from kg.extract.knowledge.property_kinds import FLIPPED
from kg.extract.links import link
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.settle.settling import settle
from kg.extract.statements import Statement, Trace
from kg.extract.tracing import trace
from kg.model import Claim, Content, Quantity
from ontology.claim_kinds import term_fields

#: Reasons why a statement or sentence gave no claim.
GAVE_WAY = "replaced by a more specific statement of the same study"
HEDGED = "hedged: only supposed, wished for or expected"
NO_RULE = "terms, but no rule finds a statement about them"
NO_TERM = "no term of the field"

#: Kinds of mentions that alone do not show that a sentence is about the field.
_PLAIN = frozenset({"quantity", "direction", "ion"})
#: Fields that no mention names; the rules find them from the words around it.
_UNNAMED = frozenset({"role", "architecture"})
#: The kind of mention by which each field of a claim's content is named in the text.
_NAMED_BY = {
    **{name: kinds[0] for name, kinds in term_fields().items() if name not in _UNNAMED},
    **dict.fromkeys(("formula", "inner", "outer"), "material"),
    "inner_form": "form",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedStatement:
    """What a rule found in a sentence, with its terms and the claims from it.

    ``reader`` is the name and version of the reader. ``terms`` are indices into the sentence's
    terms, ``claims`` into the explanation's claims. ``dropped`` is the reason why there is no
    claim, or ``""`` if there is one.
    """

    content: Content | Coating
    rule: str
    reader: str
    confidence: float
    studies: tuple[str, ...]
    terms: tuple[int, ...]
    claims: tuple[int, ...]
    dropped: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedSentence:
    """A cleaned sentence; offsets of ``terms`` refer to ``text``, ``spans`` to the raw text.

    ``silence`` is the reason why nothing was read in it, or ``""`` if something was.
    """

    text: str
    spans: tuple[Span, ...]
    terms: tuple[Mention, ...] = ()
    statements: tuple[ExplainedStatement, ...] = ()
    silence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedPassage:
    """A passage and its sentences; one that is not read, such as a heading, is one sentence."""

    kind: str
    section: tuple[str, ...]
    sentences: tuple[ExplainedSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedClaim:
    """A claim and where it was read: ``(passage, sentence, statement)`` indices, in order."""

    claim: Claim
    read_at: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, kw_only=True)
class Explanation:
    """A document with everything that was read in it."""

    paper: Paper
    passages: tuple[ExplainedPassage, ...]
    claims: tuple[ExplainedClaim, ...]
    #: Why the document has no claim at all; ``""`` if it has one.
    silence: str = ""

    @cached_property
    def studies(self) -> tuple[str, ...]:
        """The studies that claims are about, as the document prints their numbers."""
        return tuple(dict.fromkeys(explained.claim.study for explained in self.claims))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of the claims, in the order of the first of each."""
        return tuple(dict.fromkeys(kind_name(e.claim.content) for e in self.claims))

    def sentence(self, at: tuple[int, int, int]) -> ExplainedSentence:
        """Return the sentence at a place of ``read_at``."""
        return self.passages[at[0]].sentences[at[1]]

    def statement(self, at: tuple[int, int, int]) -> ExplainedStatement:
        """Return the statement at a place of ``read_at``."""
        return self.sentence(at).statements[at[2]]


def kind_name(content: Content | Coating) -> str:
    """Return the kind of a claim as in the contract; ``"coating"`` for an intermediate finding."""
    return type(content).__name__.lower()


def explain(paper: Paper) -> Explanation:
    """Return everything that was read in a paper: its sentences, terms, statements and claims.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    read = trace(paper)
    made = link(paper, read, settle(paper, read.statements))
    behind = _claims_behind(made)
    stated: list[list[Statement]] = [[] for _ in read.readings]
    for statement in read.statements:
        stated[statement.sentence].append(statement)
    passages: list[ExplainedPassage] = []
    places: dict[int, tuple[int, int, int]] = {}
    for passage, indices in _sentences_of(paper, read):
        sentences = [_sentence(read.readings[i], stated[i], behind) for i in indices]
        for position, index in enumerate(indices):
            for number, statement in enumerate(stated[index]):
                places[id(statement)] = (len(passages), position, number)
        passages.append(
            ExplainedPassage(
                kind=passage.kind,
                section=passage.section,
                sentences=tuple(sentences) or (_unread(passage),),
            )
        )
    return Explanation(
        paper=paper,
        passages=tuple(passages),
        claims=tuple(_claim(claim, statements, places) for claim, statements in made),
        silence=why_silent(read, len(made)),
    )


def _claims_behind(made: Sequence[tuple[Claim, tuple[Statement, ...]]]) -> dict[int, list[int]]:
    """Return the indices of the claims of each statement, by the ``id`` of the statement object."""
    behind: dict[int, list[int]] = {}
    for number, (_, statements) in enumerate(made):
        for statement in statements:
            numbers = behind.setdefault(id(statement), [])
            if number not in numbers:
                numbers.append(number)
    return behind


def _sentences_of(paper: Paper, read: Trace) -> list[tuple[Passage, list[int]]]:
    """Return every passage with text and the indices of its sentences; none if it was not read."""
    indices: dict[int, list[int]] = {id(p): [] for p in paper.passages if p.text.strip()}
    for index, reading in enumerate(read.readings):
        indices[id(reading.sentence.passage)].append(index)
    return [(p, indices[id(p)]) for p in paper.passages if id(p) in indices]


def _claim(
    claim: Claim, statements: Iterable[Statement], places: dict[int, tuple[int, int, int]]
) -> ExplainedClaim:
    return ExplainedClaim(claim=claim, read_at=tuple(sorted({places[id(s)] for s in statements})))


def _unread(passage: Passage) -> ExplainedSentence:
    spans = passage.raw_spans(0, len(passage.text))
    is_row = passage.row is not None
    silence = "no cell of the row is understood" if is_row else f"a {passage.kind} is not read"
    return ExplainedSentence(text=passage.text, spans=spans, silence=silence)


def _sentence(
    reading: Reading, stated: Sequence[Statement], behind: dict[int, list[int]]
) -> ExplainedSentence:
    sentence = reading.sentence
    return ExplainedSentence(
        text=reading.text,
        spans=sentence.passage.raw_spans(sentence.start, sentence.end),
        terms=reading.mentions,
        statements=tuple(_statement(reading, s, tuple(behind.get(id(s), ()))) for s in stated),
        silence="" if stated else why_sentence_silent(reading),
    )


def _statement(
    reading: Reading, statement: Statement, claims: tuple[int, ...]
) -> ExplainedStatement:
    finding = statement.finding
    return ExplainedStatement(
        content=finding.content,
        rule=finding.rule,
        reader=finding.reader,
        confidence=sureness(finding, in_report=statement.in_report),
        studies=statement.studies,
        terms=fired(reading, finding.content, finding.at),
        claims=claims,
        dropped=statement.dropped or ("" if claims else GAVE_WAY),
    )


def why_sentence_silent(reading: Reading) -> str:
    """Return the reason why no rule read anything in a sentence."""
    named = [m for m in reading.mentions if m.kind not in _PLAIN]
    if not named:
        return NO_TERM
    return HEDGED if all(is_hypothetical(reading, m) for m in named) else NO_RULE


def why_silent(read: Trace, claims: int) -> str:
    """Return the reason why a document has no claim, in one phrase; ``""`` if it has one."""
    if claims:
        return ""
    if not read.readings:
        return "no running text: only headings or tables"
    if read.statements:
        return _counted((s.dropped or GAVE_WAY for s in read.statements), "statement")
    causes = [why_sentence_silent(reading) for reading in read.readings]
    telling = [cause for cause in causes if cause != NO_TERM]
    return _counted(telling or causes, "sentence")


def _counted(causes: Iterable[str], noun: str) -> str:
    """Return the causes with their counts as text, the most frequent first."""
    counts = Counter(causes)
    ranked = sorted(counts, key=lambda cause: (-counts[cause], cause))
    return "; ".join(
        f"{cause} ({counts[cause]} {noun}{'s'[: counts[cause] > 1]})" for cause in ranked
    )


def fired(reading: Reading, content: Content | Coating, at: int) -> tuple[int, ...]:
    """Return the indices of the terms that name a part of a content found at an offset.

    Of several terms for the same part, the one closest to the offset is taken.
    """
    wanted = set(_parts(content))
    closest: dict[tuple[str, str], tuple[int, int]] = {}
    for index, mention in enumerate(reading.mentions):
        if mention.start == at or wanted & set(_says(mention)):
            key = (mention.kind, "" if mention.kind in ("direction", "quantity") else mention.id)
            apart = (abs(mention.start - at), index)
            closest[key] = min(apart, closest.get(key, apart))
    return tuple(sorted(index for _, index in closest.values()))


def _parts(content: Content | Coating) -> Iterator[tuple[str, str]]:
    """Yield the kinds and ids of the mentions that a content is made of."""
    for field in fields(content):
        value = getattr(content, field.name)
        if field.name == "layers":
            yield from (("material", layer) for layer in value)
        elif isinstance(value, Quantity):
            yield "quantity", value.raw
        elif value and field.name in _NAMED_BY:
            yield _NAMED_BY[field.name], value
            if value in FLIPPED:
                yield "direction", FLIPPED[value]


def _says(mention: Mention) -> Iterator[tuple[str, str]]:
    """Yield the kind and id of the thing that a mention names; a stack names each of its layers."""
    if mention.quantity is not None:
        yield "quantity", mention.quantity.quantity.raw
    elif mention.kind == "stack" and mention.stack is not None:
        yield from (("material", layer.formula.plain) for layer in mention.stack.flat)
    else:
        yield mention.kind, mention.id
