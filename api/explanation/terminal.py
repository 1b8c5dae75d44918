"""An explained document on a terminal, marked by colour, or in a file, marked by guillemets."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from api.explanation.view import Piece, ShownClaim, ShownSentence, View, counted
from ontology.claim_kinds import each_kind

STYLES = each_kind(
    "api.explanation.terminal.STYLES",
    {
        "material": "green",
        "form": "bright_green",
        "system": "bright_blue",
        "process": "magenta",
        "chemical": "yellow",
        "condition": "bright_magenta",
        "technique": "cyan",
        "outcome": "bright_red",
        "application": "bright_cyan",
    },
)
_INDENT = 4


def print_view(view: View, console: Console, *, only_chosen: bool, everything: bool) -> None:
    """Print a document sentence by sentence, each with its claims below.

    Parameters
    ----------
    view
        The view of the document.
    console
        The output; without a terminal there is no colour, and marks are written as ``«...»``.
    only_chosen
        Leave out sentences without a shown claim.
    everything
        Also print statements that became no claim, and why a sentence states nothing.
    """
    _print(console, _head(view))
    _print(console, _legend(view))
    section: tuple[str, ...] = ()
    for number, passage in enumerate(view.explanation.passages):
        shown = [s for s in view.sentences(number) if s.claims or not only_chosen]
        if shown and passage.section != section and passage.section:
            _print(console, Text(" / ".join(passage.section), style="dim bold"))
            section = passage.section
        for sentence in shown:
            _print(console, _sentence(sentence, console.is_terminal))
            for line in _lines(view, sentence, everything):
                _print(console, line, indent=_INDENT)
        if shown:
            console.print()


def _print(console: Console, line: Text, *, indent: int = 0) -> None:
    """Print a line, wrapped on a terminal, unwrapped in a file so that it can be searched."""
    if console.is_terminal:
        console.print(Padding(line, (0, 0, 0, indent), expand=False))
    else:
        console.print(Text(" " * indent).append_text(line), soft_wrap=True)


def _head(view: View) -> Text:
    paper = view.explanation.paper
    title = paper.record.title if paper.record is not None else ""
    head = Text(title or paper.id, style="bold")
    count = f"{counted(len(view.claims), 'claim')} about {counted(len(view.studies), 'study')}"
    head.append(f"\n{paper.id}, {paper.genre}: {view.explanation.silence or count}", style="dim")
    return head


def _legend(view: View) -> Text:
    legend = Text()
    for kind, count in view.kinds.items():
        legend.append(f"{kind} {count}", style=STYLES[kind]).append("  ")
    return legend.append("\n")


def _sentence(sentence: ShownSentence, is_coloured: bool) -> Text:
    text = Text(style="" if sentence.claims else "dim")
    for piece in sentence.pieces:
        _append(text, piece, is_coloured)
    return text


def _append(text: Text, piece: Piece, is_coloured: bool) -> None:
    if not piece.kinds:
        text.append(piece.text)
    elif is_coloured:
        text.append(piece.text, style=f"{STYLES[piece.kinds[0]]} underline")
    else:
        text.append(f"«{piece.text}»")


def _lines(view: View, sentence: ShownSentence, everything: bool) -> Iterator[Text]:
    for number in sentence.claims:
        yield _line(view, view.claims[number])
    if not everything:
        return
    for kind, says, why in sentence.dropped:
        yield Text(f"× {kind}  {says}: {why}", style="dim")
    if sentence.silence:
        yield Text(f"× {sentence.silence}", style="dim")


def _line(view: View, claim: ShownClaim) -> Text:
    line = Text()
    line.append(f"{claim.kind:<12}", style=STYLES[claim.kind])
    line.append(claim.says)
    told = [view.studies[claim.study]] if claim.study != "this" else []
    told += [f"read by {', '.join(claim.readers)}"] if claim.readers else []
    told += [f"rule {claim.rule}", f"{claim.confidence:g}"]
    told += [f"from {', '.join(claim.terms)}"] if claim.terms else []
    return line.append("  (" + "; ".join(told) + ")", style="dim")
