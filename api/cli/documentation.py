"""``docs/cli.md`` and the tables of ``docs/api.md``, printed from the program itself.

``python -m api.cli.documentation`` writes them.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from api.cli.app import make_app
from api.cli.output import write_whole
from api.v1.documentation import with_resources

_INTRODUCTION = """# The `aldkg` command

Printed from the program: `python -m api.cli.documentation`; do not edit by hand.

Exit codes: 0 clean; 1 failed, with one line `aldkg: FILE: CAUSE` on the error stream (for files:
nothing at all could be read); 2 used wrongly; 3 done, but some files were rejected, each named with
its cause; 130 interrupted (Ctrl-C), the graph being as it was.

Files are read by several processes (`--workers`; as many as the machine has processors, but at
most one for four files). The result is the same for any number of them and any order of the files.
A file that takes its process down, or more than half an hour, or more than 4 GB, is rejected like
one that cannot be read; the rest goes on. Elsewhere than on Linux one process reads, and questions
have no limit of time.

`aldkg build --report FILE` writes what a build met as JSON: `documents` (each with its `sha256`,
its number of `claims`, its `repairs`, in `silence` why it makes no claim, and in `doubt` why it
seems not to be of this field), `claims_by_kind`, `rejected` (`source` and `cause`),
`unknown_chemicals` (well-formed, not in the vocabulary) and `unknown_units` (behind a number), both
by frequency with an `example`, `repairs` by kind, and in `unchanged` the documents that were not
read again because the graph holds what they would give. All else is of the documents that were
read; only `run` (seconds and workers) differs between two builds of the same files from nothing. A
document that seems not to be of this field is read all the same: it names atomic layer deposition,
nanocrystals or similar terms less than once in a thousand words.

What is read: text and Markdown, PDF with a text layer, JATS, TEI, the XML of Elsevier's article
API, and HTML; an article is read out of whatever an API wraps around it. What is not an article is
refused with one line that says what it is: archives, office documents, EPUB, LaTeX source, images,
JSON, claims written by `aldkg extract`, a PDF without text, a page that asks to log in, for cookies
or for money, or that reports an error. A file with several articles is refused too, since a file is
a document here: give each article a file of its own.

The graph lies in the folder given by `--store`, else by the variable `ALDKG_STORE`, else in the
user's data folder. Other variables: `ALDKG_HOST`, `ALDKG_PORT`, `ALDKG_PROCESSES` (web processes),
`ALDKG_QUERY_SECONDS` (time of a query or question), `ALDKG_SHORT_SECONDS` (after so long it counts
as a long one), `ALDKG_WORKERS`,
`ALDKG_QUESTION_WORKERS` and `ALDKG_LONG_WORKERS` (SPARQL queries, named questions and long ones
that the service answers at once), `ALDKG_WORKER_MEMORY_MB` (memory of each), `ALDKG_CLIENT_TASKS`,
`ALDKG_CLIENT_SECONDS` and `ALDKG_CLIENT_HEADER` (what one client may have at work and use, and the
header in which a proxy tells clients apart), `ALDKG_HEADER_SECONDS`, `ALDKG_BODY_SECONDS` and
`ALDKG_MAX_CONNECTIONS` (slow clients), `ALDKG_ACCESS_LOG` (a file that gets a line for each
request; for all of these see docs/service.md), `ALDKG_MAX_ROWS` (rows shown on a page),
`ALDKG_MAX_RESULT_BYTES` (bytes of an answer), `ALDKG_ANSWER_BYTES` (bytes of answers that are kept
for the next who asks the same; 0 keeps none), `ALDKG_BASE_URL` (the address at which others reach
the service, with a slash at its end), `ALDKG_LICENSE` (the licence of the graph, an address),
`ALDKG_VOCAB` (Turtle files with terms of your own, separated by colons; see docs/vocabulary.md),
`ALDKG_READERS` (readers of your own, separated by blanks; see docs/readers.md).
`ALDKG_DECISIONS` is the file of decisions on claims, else it lies beside the graph;
`ALDKG_CURATORS` the file of those who may decide in the browser and `ALDKG_CURATOR` one such line
(see docs/curation.md).
`aldkg enrich` reads `ALDKG_MAILTO` (your mail address), `ALDKG_OPENALEX_KEY` (a free key of
OpenAlex),
`ALDKG_CROSSREF_URL` and `ALDKG_OPENALEX_URL` (the addresses of the services) and `ALDKG_CACHE` (the
folder that keeps their answers; else the user's cache folder).
"""


def render_cli() -> str:
    """Render the reference of every command as Markdown."""
    root: Any = typer.main.get_command(make_app())
    sections = [_INTRODUCTION]
    for name, command in root.commands.items():
        sections.append(_section(f"aldkg {name}", command))
        named = getattr(command, "commands", {})
        if named:
            sections.append("\n\n".join(_all_named(list(named.values()))))
    return "\n\n".join(section.strip() for section in sections) + "\n"


def _section(title: str, command: Any) -> str:
    usage = " ".join((title, *_arguments(command), "[OPTIONS]"))
    return "\n".join([f"## `{usage}`", "", *_help_lines(command), "", *_options(command)])


def _all_named(commands: list[Any]) -> Iterator[str]:
    """The options that all share, once, and then each query with those of its own."""
    own = [param for param in commands[0].params if _OWN & set(param.opts)]
    yield "### Named queries"
    yield "Each takes the options of `aldkg query` too, and:"
    yield "\n".join(f"- {_line(param)}" for param in own)
    yield from map(_question_item, commands)


def _question_item(command: Any) -> str:
    options = [f"  - {line}" for line in _parameters(command)]
    question = inspect.cleandoc(command.help or "").splitlines()[0]
    return "\n".join([f"- **`{command.name}`**: {question}", *options])


def _help_lines(command: Any) -> list[str]:
    return inspect.cleandoc(command.help or "").splitlines()


def _arguments(command: Any) -> Iterator[str]:
    for param in command.params:
        if param.param_type_name == "argument":
            yield param.metavar or param.name.upper()


def _options(command: Any) -> list[str]:
    lines = [f"- {line}" for line in _parameters(command, shared=True)]
    return lines or ["No options."]


#: Options of every named query, described once.
_OWN = {"--raw", "--only"}
_SHARED = (
    _OWN
    | {"--store", "--format", "--output", "--timeout", "--vocab", "--help"}
    | {
        "--columns",
        "--bom",
    }
)


def _parameters(command: Any, *, shared: bool = False) -> Iterator[str]:
    for param in command.params:
        is_shown = param.param_type_name == "option" and "--help" not in param.opts
        if is_shown and (shared or not _SHARED & set(param.opts)):
            yield _line(param)


def _line(param: Any) -> str:
    value = "" if param.is_flag else f" {param.metavar or 'TEXT'}"
    return f"`{', '.join(param.opts)}{value}`: {param.help}"


if __name__ == "__main__":
    write_whole(Path("docs/cli.md"), render_cli())
    api = Path("docs/api.md")
    write_whole(api, with_resources(api.read_text(encoding="utf-8")))
