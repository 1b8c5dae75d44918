"""The view of an explained document: selected claims and marked sentences, both in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from api.explanation.wording import content_in_words
from corpus.model import Reference
from kg.explain import ExplainedSentence, ExplainedStatement, Explanation, kind_name
from kg.extract import extractor_version
from kg.extract.findings import Coating
from kg.model import KINDS, THIS, Content, part_readers


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A selection of claims by kind and by study; an empty set selects all."""

    kinds: frozenset[str] = frozenset()
    studies: frozenset[str] = frozenset()

    def __contains__(self, claim: tuple[str, str]) -> bool:
        kind, study = claim
        return (not self.kinds or kind in self.kinds) and (
            not self.studies or study in self.studies
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a sentence; a marked part has the numbers and kinds of its claims."""

    text: str
    claims: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownClaim:
    """A claim for display: ``says`` is its wording, ``rule`` the rule that read it.

    ``terms`` and ``sentences`` are those from which it was read. ``readers`` are the plugged-in
    readers that found it; the tuple is empty if only the built-in extractor did.
    """

    number: int
    kind: str
    study: str
    says: str
    rule: str
    readers: tuple[str, ...]
    confidence: float
    terms: tuple[str, ...]
    sentences: tuple[tuple[int, int], ...]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSentence:
    """A sentence in pieces, with the numbers of its claims and the statements without a claim."""

    key: str
    pieces: tuple[Piece, ...]
    claims: tuple[int, ...]
    dropped: tuple[tuple[str, str, str], ...]
    silence: str


class View:
    """An explanation with the selection of claims that is shown."""

    def __init__(self, explanation: Explanation, choice: Choice | None = None) -> None:
        self.explanation = explanation
        self._choice = choice or Choice()

    @cached_property
    def claims(self) -> dict[int, ShownClaim]:
        """The selected claims by number, in the order of the text."""
        shown = (self._claim(number) for number in range(len(self.explanation.claims)))
        return {claim.number: claim for claim in shown if (claim.kind, claim.study) in self._choice}

    def _claim(self, number: int) -> ShownClaim:
        explained = self.explanation.claims[number]
        claim = explained.claim
        return ShownClaim(
            number=number,
            kind=kind_name(claim.content),
            study=claim.study,
            says=statement_in_words(claim.content),
            rule=claim.evidence.rule,
            readers=_beside_ours(claim.evidence.extractor),
            confidence=claim.confidence,
            terms=tuple(dict.fromkeys(self._terms(explained.read_at))),
            sentences=tuple(dict.fromkeys((p, s) for p, s, _ in explained.read_at)),
            spans=claim.evidence.spans,
        )

    def _terms(self, places: Iterable[tuple[int, int, int]]) -> Iterator[str]:
        for place in places:
            terms = self.explanation.sentence(place).terms
            yield from (terms[i].text for i in self.explanation.statement(place).terms)

    @property
    def kinds(self) -> dict[str, int]:
        """The number of shown claims of each kind that occurs, in the order of :data:`KINDS`."""
        found = [claim.kind for claim in self.claims.values()]
        return {kind: found.count(kind) for kind in KINDS if kind in found}

    @cached_property
    def studies(self) -> dict[str, str]:
        """The studies with shown claims: key -> name."""
        records = {record.label: record for record in self.explanation.paper.references}
        keys = dict.fromkeys(claim.study for claim in self.claims.values())
        ordered = sorted(keys, key=lambda key: (key != THIS, not key.isdigit(), key.zfill(6)))
        return {key: _called(key, records.get(key)) for key in ordered}

    def sentences(self, passage: int) -> tuple[ShownSentence, ...]:
        """Return the sentences of a passage with their marks."""
        listed = self.explanation.passages[passage].sentences
        return tuple(self._sentence(passage, number, one) for number, one in enumerate(listed))

    def _sentence(self, passage: int, number: int, one: ExplainedSentence) -> ShownSentence:
        claims = dict.fromkeys(n for s in one.statements for n in s.claims if n in self.claims)
        return ShownSentence(
            key=f"{passage}-{number}",
            pieces=tuple(self._pieces(one)),
            claims=tuple(claims),
            dropped=tuple(
                (kind_name(s.content), statement_in_words(s.content), s.dropped)
                for s in one.statements
                if s.dropped
            ),
            silence=one.silence,
        )

    def _pieces(self, one: ExplainedSentence) -> Iterator[Piece]:
        """Cut a sentence at the terms from which the shown claims were read."""
        marked = self._marked(one.statements, one)
        at = 0
        for (start, end), numbers in sorted(marked.items()):
            if start > at:
                yield Piece(text=one.text[at:start])
            kinds = dict.fromkeys(self.claims[n].kind for n in numbers)
            yield Piece(text=one.text[start:end], claims=tuple(numbers), kinds=tuple(kinds))
            at = end
        if at < len(one.text):
            yield Piece(text=one.text[at:])

    def _marked(
        self, statements: Sequence[ExplainedStatement], one: ExplainedSentence
    ) -> dict[tuple[int, int], list[int]]:
        marked: dict[tuple[int, int], list[int]] = {}
        for statement in statements:
            numbers = [n for n in statement.claims if n in self.claims]
            for index in statement.terms if numbers else ():
                term = one.terms[index]
                held = marked.setdefault((term.start, term.end), [])
                held += [n for n in numbers if n not in held]
        return marked


def _beside_ours(extractor: str) -> tuple[str, ...]:
    return () if extractor == extractor_version() else part_readers(extractor)


def _called(key: str, record: Reference | None) -> str:
    if key == THIS:
        return "this document"
    if record is None:
        return f"reference {key}"
    name = record.authors[0].family if record.authors else record.title[:40]
    return " ".join(filter(None, (name, str(record.year or ""))))


def statement_in_words(content: Content | Coating) -> str:
    """Return a content in words, including the content of a finding that is not yet a claim."""
    if isinstance(content, Coating):
        return f"{content.outer} on {content.inner}"
    return content_in_words(content)


def counted(number: int, word: str) -> str:
    """Return a number with its noun.

    >>> counted(1, "study"), counted(2, "study"), counted(0, "claim")
    ('1 study', '2 studies', '0 claims')
    """
    if number == 1:
        return f"1 {word}"
    return f"{number} {word[:-1]}ies" if word.endswith("y") else f"{number} {word}s"
