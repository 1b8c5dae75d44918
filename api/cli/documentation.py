"""Generates ``docs/cli.md`` and the tables of ``docs/api.md`` from the program itself.

Run ``python -m api.cli.documentation`` to write them.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import typer

from api.cli.app import make_app
from api.cli.output import write_whole
from api.cli.query import SEVERAL
from api.v1.documentation import with_resources

_HEAD = """# The `aldkg` command

Printed from the program: `python -m api.cli.documentation`; do not edit by hand.

"""
_REFERENCE = """## Exit codes

| code | meaning |
|---|---|
| 0 | success |
| 1 | the command failed; the error stream has one line `aldkg: FILE: CAUSE`. For files: none \
could be read |
| 2 | wrong usage |
| 3 | the command finished, but some files were rejected; each is named with the cause |
| 130 | the command was interrupted (Ctrl-C); the graph is unchanged |

## How files are read

ald-kg reads text, Markdown, PDF with a text layer, JATS, TEI, the XML of Elsevier's article API,
HTML, Word (`.docx`) and OpenDocument texts (`.odt`, [Word files](word.md)). A Markdown file may
begin with a front matter, between lines of `---`. If it has `key`, `number` or `written_from`, the
file is a note on one study, and `key`, `authors`, `title` and `year` are required. Anything that an
API has wrapped around an article is removed.

Other files are refused with one line that names their type: archives, other office documents,
EPUB, LaTeX source, images, JSON, claims written by `aldkg extract`, a PDF without text, and pages
that ask you to log in, to accept cookies or to pay, or that report an error. A file with several
articles is refused too: save each in a separate file.

Several processes read files (`--workers`): as many as the machine has processors, but at most one
for four files. The result is the same for any number of processes and any order of the files. A
file is rejected if its process crashes, or needs more than half an hour or 4 GB; the others are
read. On systems other than Linux one process reads, and questions have no time limit.

`aldkg build --report FILE` writes a report as JSON:

| key | content |
|---|---|
| `documents` | each with its `sha256`, number of `claims` and `repairs`; `silence` is the reason \
why it makes no claim, `doubt` why it seems to be of another field |
| `claims_by_kind` | numbers |
| `rejected` | `source` and `cause` |
| `unknown_chemicals` | well-formed names that are not in the vocabulary, by frequency, with an \
`example` |
| `unknown_units` | words after a number that are no known unit, likewise |
| `repairs` | by kind |
| `unchanged` | documents that were not read again, because the graph holds their claims |
| `run` | seconds and workers |

Only `run` differs between two builds of the same files from nothing. A document that names atomic
layer deposition, nanocrystals or similar terms less than once in a thousand words gets a `doubt`.
If hardly any of its sentences mention films, nanocrystals or their synthesis, it makes no claim,
and `silence` gives this reason.

## Variables

| variable | meaning |
|---|---|
| `ALDKG_STORE` | folder of the graph, if `--store` is not given; by default the user's data \
folder |
| `ALDKG_HOST`, `ALDKG_PORT`, `ALDKG_PROCESSES` | address, port and number of web processes |
| `ALDKG_BASE_URL` | public address of the service, with a slash at its end |
| `ALDKG_QUERY_SECONDS` | time limit of a query or question |
| `ALDKG_SHORT_SECONDS` | after this time a question counts as a long one |
| `ALDKG_WORKERS`, `ALDKG_QUESTION_WORKERS`, `ALDKG_LONG_WORKERS` | numbers of SPARQL \
queries, named questions and long questions that run at the same time |
| `ALDKG_WORKER_MEMORY_MB` | memory of each of these workers |
| `ALDKG_CLIENT_TASKS`, `ALDKG_CLIENT_SECONDS` | limits of one client: tasks at a time, and \
processor time |
| `ALDKG_CLIENT_HEADER` | header by which a proxy identifies clients |
| `ALDKG_HEADER_SECONDS`, `ALDKG_BODY_SECONDS`, `ALDKG_MAX_CONNECTIONS` | limits for slow \
clients |
| `ALDKG_ACCESS_LOG` | file that gets a line for each request |
| `ALDKG_MAX_ROWS`, `ALDKG_MAX_RESULT_BYTES` | largest number of rows on a page, and \
of bytes in an answer |
| `ALDKG_ANSWER_BYTES` | bytes of answers that are kept for repeated questions; 0 keeps none |
| `ALDKG_LICENSE` | address of the licence of the graph |
| `ALDKG_VOCAB` | Turtle files with terms of your own, separated by colons \
([vocabulary](vocabulary.md)) |
| `ALDKG_READERS` | readers of your own, separated by spaces ([readers](readers.md)) |
| `ALDKG_DECISIONS` | file of decisions on claims; by default beside the graph \
([curation](curation.md)) |
| `ALDKG_CURATORS`, `ALDKG_CURATOR` | file of the people who may decide in the browser; \
one line of such a file |
| `ALDKG_MAILTO`, `ALDKG_OPENALEX_KEY` | your mail address and your free key of OpenAlex, for \
`aldkg enrich` |
| `ALDKG_CROSSREF_URL`, `ALDKG_OPENALEX_URL` | addresses of these services |
| `ALDKG_CACHE` | folder of their answers; by default the user's cache folder |

[The service](service.md) explains the limits of the service.
"""


def render_cli() -> str:
    """Render the reference of every command as Markdown."""
    root: Any = typer.main.get_command(make_app())
    sections = [_HEAD, "\n".join(_contents(root.commands))]
    for name, command in root.commands.items():
        sections.append(_section(f"aldkg {name}", command))
        named = getattr(command, "commands", {})
        if named:
            sections.append("\n\n".join(_all_named(name, list(named.values()))))
    sections.append(_REFERENCE)
    return "\n\n".join(section.strip() for section in sections) + "\n"


def _contents(commands: Mapping[str, Any]) -> Iterator[str]:
    """Yield a table of the commands with links to their sections, and links to the rest."""
    yield from ("| command | what it does |", "|---|---|")
    for name, command in commands.items():
        first = _help_lines(command)[0].rstrip(".")
        yield f"| [`aldkg {name}`](#{_anchor(_usage(f'aldkg {name}', command))}) | {first} |"
    yield ""
    yield "Below the commands: [exit codes](#exit-codes),"
    yield "[how files are read](#how-files-are-read), [variables of the environment](#variables)."


def _anchor(heading: str) -> str:
    """Return the anchor that a site generates for a heading.

    >>> _anchor("aldkg build [PATH]... [OPTIONS]")
    'aldkg-build-path-options'
    """
    return re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-")


def _usage(title: str, command: Any) -> str:
    return " ".join((title, *_arguments(command), "[OPTIONS]"))


def _section(title: str, command: Any) -> str:
    return "\n".join(
        [f"## `{_usage(title, command)}`", "", *_help_lines(command), "", *_options(command)]
    )


#: Command -> the heading of its subcommands.
_HEADINGS = {"query": "Named queries", "analyse": "Analyses", "map": "Maps"}


def _all_named(name: str, commands: list[Any]) -> Iterator[str]:
    """Yield the shared options once, then each subcommand with its own options."""
    own = [param for param in commands[0].params if _OWN & set(param.opts)]
    yield f"### {_HEADINGS.get(name, 'Subcommands')}"
    if own:
        yield f"Each takes the options of `aldkg {name}` too, and:"
        yield "\n".join(f"- {_line(param)}" for param in own)
    if name == "query":
        yield SEVERAL
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
            name = param.metavar or param.name.upper()
            yield (name if param.required else f"[{name}]") + ("..." if param.nargs == -1 else "")


def _options(command: Any) -> list[str]:
    lines = [f"- {line}" for line in _parameters(command, shared=True)]
    return lines or ["No options."]


#: Options that every named query has; they are described once.
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
