"""From papers to a graph: read, extract, join studies, write, report."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import corpus
from corpus import Paper, ReadError
from kg.bundled import read_shipped
from kg.claims import kind_of
from kg.errors import BuildError
from kg.identity import work_key
from kg.model import Claim, Document
from kg.rdf import (
    STUDY_PREDICATES,
    document_quads,
    studies_from_quads,
    study_iris,
    study_records,
)
from kg.store import Writer, writing
from ontology.iri import study_iri

Extract = Callable[[Paper], tuple[Claim, ...]]
#: Called after each document with how many are done and how many there are.
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did.

    ``rejected`` lists files with the cause; ``empty`` documents that were read and gave no claim.
    """

    documents: int
    studies: int
    claims_by_kind: dict[str, int] = field(default_factory=dict)
    triples: int = 0
    rejected: tuple[tuple[str, str], ...] = ()
    empty: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def claims(self) -> int:
        """The number of claims of all kinds."""
        return sum(self.claims_by_kind.values())


def read_documents(
    paths: Sequence[Path], extract: Extract | None = None, on_progress: Progress | None = None
) -> tuple[list[Document], list[tuple[str, str]]]:
    """Every document of some files and folders with its claims, and the files that were rejected.

    Raises
    ------
    ReadError
        If a path does not exist, or a folder holds no paper.
    ExtractionError
        If the language model is not installed.
    """
    if extract is None:
        from kg.extract import extract as by_rules  # the model loads only when it is needed

        extract = by_rules
    documents: list[Document] = []
    rejected: list[tuple[str, str]] = []
    total = len(corpus.find_papers(paths))
    for number, paper in enumerate(corpus.read_papers(paths), start=1):
        if isinstance(paper, ReadError):
            rejected.append((paper.source, paper.cause))
        else:
            documents.append(as_document(paper, extract(paper)))
        if on_progress is not None:
            on_progress(number, total)
    return documents, rejected


def as_document(paper: Paper, claims: tuple[Claim, ...]) -> Document:
    """A paper with its claims, without its text."""
    return Document(
        id=paper.id,
        sha256=paper.sha256,
        claims=claims,
        references=paper.references,
        record=paper.record,
        genre=paper.genre,
        source=paper.source,
    )


def bundled_documents(
    extract: Extract | None = None, on_progress: Progress | None = None
) -> list[Document]:
    """The corpus that ships: the claims of the review, and a note on each study it discusses.

    Raises
    ------
    BuildError
        If a shipped note cannot be read.
    """
    notes, rejected = read_documents(corpus.bundled_notes(), extract, on_progress)
    if rejected:
        raise BuildError(f"{rejected[0][0]}: {rejected[0][1]}")
    review = corpus.bundled_review()
    return [read_shipped(review.claims, review.references), *notes]


def build(
    paths: Sequence[Path],
    store: Path,
    *,
    bundled: bool = False,
    extract: Extract | None = None,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Read papers, extract their claims and write them into the store.

    Each document's graph is replaced as a whole; documents of the store that were not read again
    stay. A file that cannot be read is reported and does not stop the rest.

    Raises
    ------
    BuildError
        If nothing could be read; the store is left as it was.
    ReadError
        If a path does not exist.
    StoreError
        If the store cannot be written.
    """
    started = time.perf_counter()
    with writing(store) as writer:  # taken first: who cannot write need not read
        documents, rejected = read_documents(paths, extract, on_progress) if paths else ([], [])
        if bundled:
            documents = [*bundled_documents(extract, on_progress), *documents]
        if not documents:
            causes = "; ".join(f"{source}: {cause}" for source, cause in rejected)
            raise BuildError(causes or "nothing to build: name files or folders, or use --bundled")
        unique = {document.id: document for document in documents}  # a named file beats the bundled
        triples, studies = _write(writer, unique)
    return _report(unique.values(), rejected, triples, studies, time.perf_counter() - started)


def _write(writer: Writer, documents: Mapping[str, Document]) -> tuple[int, int]:
    """Write the documents' graphs; the number of their triples and of the studies they name.

    Records of new documents may join studies that stand in the store already: those are renamed, so
    that building in several steps gives the graph of building at once.
    """
    known = tuple(studies_from_quads(writer.carried(documents, *STUDY_PREDICATES)))
    slugs = study_iris(documents.values(), (record for _, record in known))
    rename = {iri: study_iri(slugs[work_key(record)]) for iri, record in known}
    graphs = {name: tuple(document_quads(d, slugs)) for name, d in documents.items()}
    writer.replace(graphs, rename={old: new for old, new in rename.items() if old != new})
    records = chain.from_iterable(study_records(d).values() for d in documents.values())
    studies = {slugs[work_key(record)] for record in records}
    return sum(map(len, graphs.values())), len(studies)


def _report(
    documents: Iterable[Document],
    rejected: Iterable[tuple[str, str]],
    triples: int,
    studies: int,
    seconds: float,
) -> BuildReport:
    listed = list(documents)
    claims = chain.from_iterable(d.claims for d in listed)
    return BuildReport(
        documents=len(listed),
        studies=studies,
        claims_by_kind=dict(sorted(Counter(kind_of(c.content) for c in claims).items())),
        triples=triples,
        rejected=tuple(rejected),
        empty=tuple(d.id for d in listed if not d.claims),
        seconds=seconds,
    )
