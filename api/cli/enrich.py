"""``aldkg enrich``: completes bibliographic records from Crossref and OpenAlex."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.errors import UsageError, complain
from api.cli.options import OutputOption, StoreOption, WorkersOption, given_path, store_place
from api.cli.output import TABLE_FORMATS, print_table, progress, require_format, write_whole
from api.errors import EXIT_FAILED, EXIT_REJECTS
from api.settings import Settings, package_version
from corpus.records.joining import ENRICHED
from kg.table import Table

if TYPE_CHECKING:
    from kg.csl import Item
    from kg.enrich.lookup import Lookup, Outcome
    from kg.enrich.works import Work

#: Mail addresses that are safe in a header and in an address; delivery is not checked.
_MAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
#: The most works that are named among those not found.
_SHOWN = 8
_COLUMNS = ("study", "field", "now", "proposed", "kind", "source", "found_by", "similarity")


def enrich(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            parser=given_path,
            metavar="PATH",
            help="Papers, notes and records, and folders to search for them.",
        ),
    ] = None,
    store: StoreOption = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Write new values into the file of records.")
    ] = False,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="With --apply: also replace values that differ.")
    ] = False,
    records: Annotated[
        Path | None,
        typer.Option(
            "--records",
            metavar="FILE",
            help="File of records to write, as CSL-JSON; by default enriched.json beside"
            " the papers.",
        ),
    ] = None,
    similarity: Annotated[
        float,
        typer.Option(
            "--similarity",
            metavar="NUMBER",
            min=50,
            max=100,
            help="Minimum similarity of titles, in percent.",
        ),
    ] = 95.0,
    mailto: Annotated[
        str | None,
        typer.Option(
            "--mailto",
            metavar="ADDRESS",
            help="Your mail address, which is sent to the services. Default: ALDKG_MAILTO.",
        ),
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Ignore the answers cached in the last 30 days.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="One of: table, csv, json.")
    ] = "table",
    output: OutputOption = None,
    workers: WorkersOption = None,
) -> None:
    """Complete bibliographic records from Crossref and OpenAlex.

    Shows the records that the two services have for your papers,
    notes and records (or for the studies of the graph, if no PATH
    is named). A record is found by DOI, or else by title with first
    author and year. Nothing is written unless --apply is given; then
    missing values are filled in, in a file of records that the next
    build reads. A value that differs is listed as a conflict and kept,
    unless --overwrite is given. Retracted works are listed as warnings.

    No other command asks a service on the network. It needs the
    extra: pip install 'ald-kg[enrich]'. See docs/records.md.
    """
    require_format(form, TABLE_FORMATS)
    from kg.enrich.file import read_items

    settings = Settings.from_env().with_flags(mailto=mailto)
    target = records or _beside(paths or ())
    if paths and store is not None:
        raise UsageError("enrich: name papers or a graph with --store, not both")
    _check_use(settings, target, apply=apply, overwrite=overwrite)
    items = read_items(target) if target is not None else []  # fails before any request
    works, rejected = _works(paths, store, target, workers)
    for source, cause in rejected:
        complain(f"{source}: {cause}")
    if rejected and not works:
        raise typer.Exit(EXIT_FAILED)
    outcomes = _look_up(works, settings, similarity, is_fresh=fresh)
    print_table(_table(works, outcomes), form, output)
    _tell(works, outcomes)
    if apply and target is not None and any(outcome.matches for outcome in outcomes):
        _write(target, items, works, outcomes, overwrite=overwrite)
    _end(outcomes, is_rejected=bool(rejected))


def _check_use(settings: Settings, target: Path | None, *, apply: bool, overwrite: bool) -> None:
    if not settings.mailto:
        raise UsageError(
            "enrich: name your mail address with --mailto or ALDKG_MAILTO; Crossref and OpenAlex"
            " ask for one, to write to you if something goes wrong"
        )
    if not _MAIL.fullmatch(settings.mailto):
        raise UsageError(f"enrich: {settings.mailto!r} is not a mail address")
    if overwrite and not apply:
        raise UsageError("enrich: --overwrite goes with --apply")
    if apply and target is None:
        raise UsageError("enrich: name the file of records to write with --records")
    if target is not None and target.suffix.lower() != ".json":
        raise UsageError(f"enrich: {target} is not a .json file; records are written as CSL-JSON")


def _beside(paths: Sequence[Path]) -> Path | None:
    """Return the file of records in the first folder named, or in the folder of the first file."""
    if not paths:
        return None
    return (paths[0] if paths[0].is_dir() else paths[0].parent) / ENRICHED


def _works(
    paths: Sequence[Path] | None, store: str | None, target: Path | None, workers: int | None
) -> tuple[list[Work], list[tuple[str, str]]]:
    from kg.enrich.works import works_of_paths, works_of_store

    if paths:
        return works_of_paths(paths, beside=target, workers=workers)
    from kg.store import open_graph

    return works_of_store(open_graph(store_place(store))), []


def _look_up(
    works: Sequence[Work], settings: Settings, similarity: float, *, is_fresh: bool
) -> list[Outcome]:
    with ExitStack() as stack, progress("asking") as tell:
        lookup = _open(settings, similarity, stack, is_fresh=is_fresh)
        outcomes = []
        for number, work in enumerate(works, start=1):
            outcomes.append(lookup.look_up(work.record))
            tell(number, len(works))
    return outcomes


def _open(settings: Settings, similarity: float, stack: ExitStack, *, is_fresh: bool) -> Lookup:
    try:
        from kg.enrich.http import Service
    except ModuleNotFoundError as error:
        raise UsageError(
            f"enrich: {error.name} is not installed: pip install 'ald-kg[enrich]'"
        ) from error
    from kg.enrich import crossref, openalex
    from kg.enrich.lookup import Lookup

    sender = {"mailto": settings.mailto}
    key = {"api_key": settings.openalex_key} if settings.openalex_key else {}
    services = {
        name: stack.enter_context(
            Service(
                name,
                address,
                agent=f"ald-kg/{package_version()} (mailto:{settings.mailto})",
                cache=settings.cache,
                parameters=parameters,
                is_fresh=is_fresh,
            )
        )
        for name, address, parameters in (
            (crossref.NAME, settings.crossref_url, sender),
            (openalex.NAME, settings.openalex_url, {**sender, **key}),
        )
    }
    return Lookup(lambda name, question: services[name].ask(question), limit=similarity)


def _table(works: Sequence[Work], outcomes: Sequence[Outcome]) -> Table:
    from kg.enrich.changes import in_words

    rows = tuple(
        (
            work.name,
            change.field,
            in_words(change.now) or None,
            in_words(change.proposed),
            change.kind,
            change.source,
            change.way,
            change.similarity,
        )
        for work, outcome in zip(works, outcomes, strict=True)
        for change in outcome.changes
    )
    return Table(columns=_COLUMNS, rows=rows)


def _tell(works: Sequence[Work], outcomes: Sequence[Outcome]) -> None:
    """Print warnings, failures and works not found, and the counts, on the error stream."""
    pairs = list(zip(works, outcomes, strict=True))
    for work, outcome in pairs:
        for warning in outcome.warnings:
            complain(f"{work.name}: warning: {warning}")
    for failure, count in _counted(failure for outcome in outcomes for failure in outcome.failures):
        complain(f"{failure} ({count} times)" if count > 1 else failure)
    missed = [work.name for work, outcome in pairs if not outcome.matches]
    kinds = [change.kind for outcome in outcomes for change in outcome.changes]
    if missed:
        more = f" and {len(missed) - _SHOWN} more" if len(missed) > _SHOWN else ""
        typer.echo(f"not found: {', '.join(missed[:_SHOWN])}{more}", err=True)
    typer.echo(
        f"{len(works) - len(missed)} of {len(works)} works found; {kinds.count('new')} values new, "
        f"{kinds.count('conflict')} in conflict",
        err=True,
    )


def _counted(texts: Iterable[str]) -> Iterator[tuple[str, int]]:
    counts: dict[str, int] = {}
    for text in texts:
        counts[text] = counts.get(text, 0) + 1
    yield from counts.items()


def _write(
    target: Path,
    items: Sequence[Item],
    works: Sequence[Work],
    outcomes: Sequence[Outcome],
    *,
    overwrite: bool,
) -> None:
    from kg.enrich.file import with_changes, write_items

    changed = ((work, outcome.changes) for work, outcome in zip(works, outcomes, strict=True))
    result = with_changes(items, changed, overwrite=overwrite)
    if result == list(items):
        typer.echo(f"{target}: nothing to write", err=True)
        return
    write_whole(target, write_items(result))
    typer.echo(f"{target}: written, {len(result)} in all", err=True)


def _end(outcomes: Sequence[Outcome], *, is_rejected: bool) -> None:
    has_failed = any(outcome.failures for outcome in outcomes)
    if has_failed and not any(outcome.matches for outcome in outcomes):
        raise typer.Exit(EXIT_FAILED)
    if has_failed or is_rejected:
        raise typer.Exit(EXIT_REJECTS)
