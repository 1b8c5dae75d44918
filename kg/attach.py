"""Fill the quotes of a document whose text does not ship, from a user's own copy of the text.

The shipped claims give their places as offsets in the text that was read, and also as counts of
non-blank characters. So a copy with other line ends or other spacing can be aligned exactly; a copy
with other words is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from corpus.model import Paper, Span
from corpus.quotes import quoted
from kg.documents.form import DocumentFile
from kg.documents.nonblank import NonBlanks
from kg.errors import ExtractionError
from kg.model import Claim, Disagreement, Document

_Quoted = TypeVar("_Quoted", Claim, Disagreement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A shipped document with its quotes filled in.

    ``is_exact`` is true if the copy is byte for byte the text that was read. Otherwise ``places``
    maps the spans of each claim in that text to its spans in the copy.
    """

    document: Document
    is_exact: bool
    places: Mapping[tuple[Span, ...], tuple[Span, ...]] = field(default_factory=dict)


def attach(file: DocumentFile, copy: Paper) -> Attached:
    """Return the document of a file without sentences, with the sentences of a user's copy.

    Parameters
    ----------
    file
        The file as it ships: claims without quotes, each with its places as counts of non-blank
        characters.
    copy
        The user's copy; its file may have any name.

    Raises
    ------
    ExtractionError
        If the copy is another text: it differs in more than line ends and blanks.
    """
    document = file.document
    is_exact = copy.sha256 == document.sha256
    nonblank = NonBlanks(copy.raw)
    if not is_exact and nonblank.sha256 != file.nonblank_sha256:
        raise ExtractionError(
            f"{copy.source or copy.id}: not the text of {document.id!r}, as its words differ "
            f"(SHA-256 {copy.sha256[:12]}..., expected {document.sha256[:12]}...)"
        )
    places = {spans: nonblank.find(counted) for spans, counted in file.places.items()}

    def with_quotes(listed: Iterable[_Quoted]) -> tuple[_Quoted, ...]:
        return tuple(_quoted(one, places, copy, is_exact=is_exact) for one in listed)

    return Attached(
        document=replace(
            document,
            claims=with_quotes(document.claims),
            disagreements=with_quotes(document.disagreements),
        ),
        is_exact=is_exact,
        places={} if is_exact else places,
    )


def _quoted(
    one: _Quoted,
    places: Mapping[tuple[Span, ...], tuple[Span, ...]],
    copy: Paper,
    *,
    is_exact: bool,
) -> _Quoted:
    """Return the claim or disagreement with its quote; its offsets are still those as read."""
    spans = one.evidence.spans if is_exact else places.get(one.evidence.spans, ())
    quote = quoted(copy, spans) if spans else one.evidence.quote
    return replace(one, evidence=replace(one.evidence, quote=quote))
