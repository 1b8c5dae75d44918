"""``aldkg evaluate``: compares extracted claims and their links with a gold standard."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.extract import read_papers
from api.cli.options import OutputOption, ReaderOption, VocabOption, WorkersOption, given_path
from api.cli.output import TABLE_FORMATS, FormatOption, print_table, require_format
from api.errors import EXIT_REJECTS
from kg.table import Table

if TYPE_CHECKING:
    from kg.evaluate import Evaluation, Score
    from kg.evaluate_links import LinkCounts


def evaluate(
    paths: Annotated[
        list[Path],
        typer.Argument(parser=given_path, metavar="PATH", help="Files or folders to read."),
    ],
    gold: Annotated[
        Path | None, typer.Option("--gold", metavar="FILE", help="Gold claims, as JSON Lines.")
    ] = None,
    links: Annotated[
        Path | None,
        typer.Option(
            "--links", metavar="FILE", help="Gold outcomes with their links, as JSON Lines."
        ),
    ] = None,
    form: FormatOption = "table",
    output: OutputOption = None,
    workers: WorkersOption = None,
    vocab: VocabOption = None,
    readers: ReaderOption = None,
) -> None:
    """Print precision, recall and F1 against gold claims, kind by kind.

    With --links instead of --gold: measure the links of outcomes.
    Only documents that the gold names are counted.
    """
    from kg.claims import to_record
    from kg.evaluate import evaluate as compare
    from kg.evaluate_links import evaluate_links

    require_format(form, TABLE_FORMATS)
    if (gold is None) == (links is None):
        raise typer.BadParameter("give one of the two", param_hint="'--gold' / '--links'")
    gold_records = read_gold(gold) if gold is not None else []
    linked_records = read_gold(links) if links is not None else []
    batch = read_papers(paths, workers)
    claims = [to_record(claim) for document in batch.documents for claim in document.claims]
    if links is None:
        table = score_table(compare(gold_records, claims))
    else:
        table = link_table(evaluate_links(linked_records, claims))
    print_table(table, form, output)
    if batch.rejected:
        raise typer.Exit(EXIT_REJECTS)


def read_gold(path: Path) -> list[Mapping[str, Any]]:
    """Read gold claims from a file with one JSON object per line.

    Raises
    ------
    ReadError
        If the file is not UTF-8 or empty.
    ExtractionError
        If a line is not a gold claim; the message names file and line.
    """
    from corpus import ReadError
    from kg.claims import parse_object
    from kg.errors import ExtractionError

    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise ReadError(str(path), f"not UTF-8 (byte {error.start})") from error
    records: list[Mapping[str, Any]] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                records.append(_gold_record(parse_object(line)))
            except ExtractionError as error:
                raise ExtractionError(f"{path}, line {number}: {error}") from error
    if not records:
        raise ReadError(str(path), "the file holds no gold claims")
    return records


def _gold_record(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the record after checking that it is a gold claim or the scope of a document.

    Raises
    ------
    ExtractionError
        If it is neither.
    """
    from kg.errors import ExtractionError
    from kg.evaluate import KINDS

    if not isinstance(record.get("doc"), str):
        raise ExtractionError("no 'doc' that names the document")
    if "scope" not in record and record.get("kind") not in KINDS:
        raise ExtractionError(f"unknown kind {record.get('kind')!r}; known are {', '.join(KINDS)}")
    return record


def score_table(result: Evaluation) -> Table:
    """Return the scores as a table: a row per reading and kind, and the share of evidence last."""
    rows = [
        (level, kind, *_numbers(score))
        for level, kinds in result.scores.items()
        for kind, score in kinds.items()
    ]
    if result.evidence_overlap is not None:
        rows.append(("evidence", "overlap", round(result.evidence_overlap, 3), *[None] * 5))
    columns = ("reading", "kind", "precision", "recall", "f1", "found", "missed", "spurious")
    return Table(columns=columns, rows=tuple(rows))


def link_table(counts: LinkCounts) -> Table:
    """Return the scores of links as a table: first the shares, then their counts."""
    shares = counts.figures().items()
    rows: list[tuple[str, float | int | None]] = [
        (name, None if share is None else round(share, 3)) for name, share in shares
    ]
    rows += asdict(counts).items()
    return Table(columns=("figure", "value"), rows=tuple(rows))


def _numbers(score: Score) -> tuple[float | int | None, ...]:
    shares = (score.precision, score.recall, score.f1)
    return (*(round(share, 3) for share in shares), score.found, score.missed, score.spurious)
