"""Reader of literature notes: Markdown with the record of their study as YAML front matter."""

from __future__ import annotations

from corpus.frontmatter import FrontMatter
from corpus.hyphens import vocabulary
from corpus.layout import lay_out
from corpus.model import Paper
from corpus.passages import make_passages


def read_note(raw: str, head: FrontMatter, *, id: str, source: str, sha256: str) -> Paper:
    """Read a note; offsets count from the start of the file, front matter included."""
    layout = lay_out(raw, head.end)
    return Paper(
        id=id,
        raw=raw,
        passages=tuple(make_passages(raw, layout.blocks, vocabulary(raw))),
        record=head.record,
        genre="note",
        written_from=head.written_from,
        source=source,
        sha256=sha256,
    )
