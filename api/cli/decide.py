"""``aldkg curate``: records the same decisions on claims as the pages do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.errors import UsageError, complain
from api.cli.options import OutputOption, StoreOption, decision_log, store_place
from api.cli.output import TABLE_FORMATS, FormatOption, emit, print_table, require_format
from api.settings import Settings

if TYPE_CHECKING:
    from kg.model import Claim, Decision
    from kg.store import Location

ClaimArgument = Annotated[
    str,
    typer.Argument(metavar="CLAIM", help="Id of the claim, as shown on its page and in the API."),
]
NameOption = Annotated[str, typer.Option("--name", metavar="NAME", help="Name of the curator.")]
ReasonOption = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Reason for the decision.")
]
LinkOption = Annotated[
    str,
    typer.Option(
        "--link", metavar="LINK", help="Decide on a link: 'agent process:ald', as `show` lists it."
    ),
]


def make_curate_app() -> typer.Typer:
    """Make the command ``curate`` with its subcommands."""
    app = typer.Typer(
        help="Accept, reject or correct claims, and undo decisions.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    for command in (show, accept, reject, correct, undo, export, token):
        app.command(command.__name__)(command)
    app.command("list")(list_decisions)
    return app


def show(claim: ClaimArgument, store: StoreOption = None) -> None:
    """Show a claim with its cells, its links and the decisions on it."""
    from kg.claims import to_record
    from kg.curation.asking import cells_of
    from kg.curation.decision import links_of
    from kg.curation.formatting import claim_in_words
    from kg.curation.reading import decisions_on_claim
    from kg.store import open_graph

    place = store_place(store)
    found = _claim(place, claim)
    typer.echo(claim_in_words(found))
    for name, text in cells_of(found).items():
        typer.echo(f"  {name}={text}")
    for link in links_of(to_record(found)):
        typer.echo(f"  link: {link}")
    for one in decisions_on_claim(open_graph(place), claim):
        typer.echo(f"  {one.id}: {one.verdict} by {one.name}, {one.date[:10]}: {one.reason}")


def accept(
    claim: ClaimArgument,
    name: NameOption,
    reason: ReasonOption = "",
    link: LinkOption = "",
    store: StoreOption = None,
) -> None:
    """Accept a claim: you have read its sentence, and it supports the claim."""
    _decide(store, claim, "accept", name=name, reason=reason, link=link)


def reject(
    claim: ClaimArgument,
    name: NameOption,
    reason: ReasonOption,
    link: LinkOption = "",
    store: StoreOption = None,
) -> None:
    """Reject a claim: answers leave it out, and pages show it as rejected."""
    _decide(store, claim, "reject", name=name, reason=reason, link=link)


def correct(
    claim: ClaimArgument,
    name: NameOption,
    reason: ReasonOption,
    cells: Annotated[
        list[str] | None,
        typer.Argument(metavar="COLUMN=TEXT", help="Corrected cells, such as value=90."),
    ] = None,
    link: LinkOption = "",
    thing: Annotated[
        str, typer.Option("--thing", metavar="THING", help="Correct target of the link.")
    ] = "",
    store: StoreOption = None,
) -> None:
    """Correct a claim: the columns are those of docs/curation.md."""
    pairs = [cell.partition("=") for cell in cells or ()]
    if any(not sign for _, sign, _ in pairs):
        raise UsageError("curate correct: write COLUMN=TEXT, such as value=90")
    named = {column: text for column, _, text in pairs}
    _decide(store, claim, "correct", name=name, reason=reason, link=link, cells=named, thing=thing)


def undo(
    decision: Annotated[str, typer.Argument(metavar="DECISION", help="Id of the decision.")],
    name: NameOption,
    reason: ReasonOption = "",
    store: StoreOption = None,
) -> None:
    """Undo a decision; both rows stay in the file."""
    from kg.curation.decision import undo as undo_decision
    from kg.curation.log import read_log

    place = store_place(store)
    known = {one.id: one for one in read_log(_log(place)).decisions}
    if decision not in known:
        raise UsageError(f"curate undo: no decision {decision!r} (`aldkg curate list` lists them)")
    _record(place, undo_decision(known[decision], name=name, reason=reason))


def list_decisions(
    store: StoreOption = None, format: FormatOption = "table", output: OutputOption = None
) -> None:
    """List all decisions, and whether each is in force."""
    from kg.curation.export import decisions_table
    from kg.curation.log import read_log

    require_format(format, TABLE_FORMATS)
    print_table(decisions_table(read_log(_log(store_place(store)))), format, output)


def export(
    store: StoreOption = None,
    format: Annotated[
        str, typer.Option("--format", metavar="NAME", help="One of: csv, jsonl, import.")
    ] = "csv",
    output: OutputOption = None,
) -> None:
    """Export decisions as a table, as stored, or for `aldkg import`.

    `import` gives the claims that people accepted or corrected, with
    the record of each study, as a table of claims.
    """
    from kg.curation.export import FORMATS, render_decisions
    from kg.curation.log import read_log
    from kg.curation.studies import study_cells
    from kg.store import open_graph

    if format not in FORMATS:
        raise UsageError(f"curate export: no format {format!r}; there are: {', '.join(FORMATS)}")
    place = store_place(store)
    kept = read_log(_log(place))
    studies = study_cells(open_graph(place), kept) if format == "import" else {}
    emit(render_decisions(kept, format, studies), output)


def token(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the person who may decide.")],
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="File of curators. Default: ALDKG_CURATORS."),
    ] = None,
) -> None:
    """Make a token for decisions in the browser or by HTTP.

    The token is printed once; the file keeps its hash. The service
    reads the file when it starts.
    """
    from api.curation.curators import add_curator

    path = file or Settings.from_env().curators
    if path is None:
        raise UsageError("curate token: name a file with --file, or set ALDKG_CURATORS")
    typer.echo(add_curator(path, name))


def _decide(
    store: str | None,
    claim: str,
    verdict: str,
    *,
    name: str,
    reason: str,
    link: str = "",
    cells: dict[str, str] | None = None,
    thing: str = "",
) -> None:
    from kg.curation.asking import asked
    from kg.model import Link

    place = store_place(store)
    key, _, target = link.partition(" ")
    decision = asked(
        _claim(place, claim),
        verdict,
        name=name,
        reason=reason,
        link=Link(key=key, thing=target) if link else None,
        cells=cells,
        thing=thing,
    )
    _record(place, decision)


def _record(place: Location, decision: Decision) -> None:
    from kg.curation.formatting import decision_in_words
    from kg.curation.log import append
    from kg.curation.settling import settle_store

    log = _log(place)
    append(log, decision)
    typer.echo(f"{log}: {decision_in_words(decision)}", err=True)
    settled = settle_store(place, log)
    if any(one.id == decision.id for one in settled.unmatched):
        complain("the decision is kept, but matches no claim in the graph")


def _claim(place: Location, key: str) -> Claim:
    from kg.curation.reading import find_claim
    from kg.store import open_graph

    try:
        found = find_claim(open_graph(place), key)
    except ValueError:  # the text has no key
        found = None
    if found is None:
        raise UsageError(f"curate: no claim {key!r} in {place}")
    return found


def _log(place: Location) -> Path:
    log = decision_log(place)
    if log is None:
        raise UsageError("curate: set ALDKG_DECISIONS to the file of decisions on a remote store")
    return log
