"""The text around claims: the sentences of a document in order, with the terms of each claim.

It is stored beside a graph (``STORE/texts``), never in it. A user who built a graph from documents
can read a claim in its context there, and can pass the graph on without the text.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpus.legible import legible
from corpus.model import Paper, Passage, Span
from kg.claims import claim_key
from kg.files import write_whole
from kg.model import Claim

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.extract.text.sentences import Sentence

_FOLDER: Final = "texts"
#: Greatest number of sentences before and after those of a claim.
_AROUND: Final = 2

#: Start and end of a term in a sentence, and its kind.
Mark = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextSentence:
    """A sentence in clean text; ``cited`` are its citation marks, each with its offset.

    ``spans`` are its places, as in the evidence of claims. ``marks`` are the terms of the claim in
    question if ``is_read``, that is, if the claim was read in this sentence.
    """

    text: str
    spans: tuple[Span, ...] = ()
    cited: tuple[tuple[int, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    is_read: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The sentences around one claim, by passage, with the headings above them."""

    section: tuple[str, ...]
    passages: tuple[tuple[ContextSentence, ...], ...]


def describe(
    paper: Paper,
    claims: Iterable[Claim],
    readings: Iterable[Reading] = (),
    places: Mapping[tuple[Span, ...], tuple[Span, ...]] | None = None,
) -> bytes:
    """Return the text of a paper in the form in which it is stored: compressed JSON.

    Parameters
    ----------
    paper
        The document.
    claims
        Its claims.
    readings
        Sentences that were already read.
    places
        The spans of claims in this text, by their spans in the text that was read, if it is another
        copy.
    """
    known = {(id(r.sentence.passage), r.sentence.start): r for r in readings}
    listed = [
        (claim, (places or {}).get(claim.evidence.spans, claim.evidence.spans)) for claim in claims
    ]
    passages = [_passage(paper, passage, listed, known, bool(places)) for passage in paper.passages]
    kept = {"passages": [one for one in passages if one["sentences"]]}
    return zlib.compress(json.dumps(kept, ensure_ascii=False).encode())


def _passage(
    paper: Paper,
    passage: Passage,
    claims: Sequence[tuple[Claim, tuple[Span, ...]]],
    known: Mapping[tuple[int, int], Reading],
    is_copy: bool,
) -> dict[str, Any]:
    # imported here, because showing a stored text needs neither
    from corpus.quotes import marks
    from kg.extract.text.sentences import split_sentences

    first, last = (passage.origins[0], passage.origins[-1]) if passage.text else (0, -1)
    here = [(c, at) for c, at in claims if any(first <= e and s <= last for s, e in at)]
    sentences = []
    for sentence in split_sentences(passage) if passage.text.strip() else ():
        spans = passage.raw_spans(sentence.start, sentence.end)
        told = [claim for claim, at in here if _meet(spans, at)]
        cited = marks(paper.raw, passage, sentence.start, sentence.end)
        sentences.append(
            {
                "text": legible(sentence.text),
                "spans": [list(s) for c in told[:1] for s in c.evidence.spans]
                if is_copy
                else spans,
                "cited": [[at - sentence.start, mark] for at, mark in cited],
                "marks": _marks(sentence, told, known) if told else {},
            }
        )
    return {"section": list(passage.section), "kind": passage.kind, "sentences": sentences}


def _marks(
    sentence: Sentence, claims: Iterable[Claim], known: Mapping[tuple[int, int], Reading]
) -> dict[str, list[Mark]]:
    """Return the terms of each claim in a sentence, by the claim's key."""
    from kg.explain import fired
    from kg.extract.reading import read_sentence

    reading = known.get((id(sentence.passage), sentence.start)) or read_sentence(sentence)
    found = {}
    for claim in claims:
        terms = (reading.mentions[i] for i in fired(reading, claim.content, -1))
        found[claim_key(claim)] = [(m.start, m.end, m.kind) for m in terms]
    return found


def _meet(one: Iterable[Span], other: Iterable[Span]) -> bool:
    listed = list(other)
    return any(a < d and c < b for a, b in one for c, d in listed)


def write_text(store: Path, document: str, data: bytes) -> None:
    """Store the text of a document beside a graph.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    path = _path(store, document)
    path.parent.mkdir(exist_ok=True)
    write_whole(path, data)


def forget_texts(store: Path, documents: Iterable[str]) -> None:
    """Remove the stored texts of all other documents."""
    kept = {_path(store, name).name for name in documents}
    for path in (store / _FOLDER).glob("*.z"):
        if path.name not in kept:
            path.unlink(missing_ok=True)


def around(
    store: Path, document: str, spans: Sequence[Span], keys: Sequence[str]
) -> Surroundings | None:
    """Return the sentences around a claim; ``None`` if the text is not stored or lacks the place.

    Parameters
    ----------
    store
        The folder of the graph.
    document
        The id of the document.
    spans
        The places of the claim.
    keys
        The keys of the claim: its own and that of the claim before its correction.
    """
    try:
        kept = json.loads(zlib.decompress(_path(store, document).read_bytes()))
        return _around(kept["passages"], spans, keys)
    except (OSError, ValueError, KeyError, zlib.error):
        return None


def _around(
    passages: Sequence[Mapping[str, Any]], spans: Sequence[Span], keys: Sequence[str]
) -> Surroundings | None:
    shown, section = [], None
    for passage in passages:
        sentences = [_sentence(one, spans, keys) for one in passage["sentences"]]
        at = [number for number, one in enumerate(sentences) if one.is_read]
        if at:
            section = section if section is not None else tuple(passage["section"])
            shown.append(tuple(sentences[max(at[0] - _AROUND, 0) : at[-1] + _AROUND + 1]))
    return Surroundings(section=section or (), passages=tuple(shown)) if shown else None


def _sentence(
    one: Mapping[str, Any], spans: Sequence[Span], keys: Sequence[str]
) -> ContextSentence:
    own = tuple((start, end) for start, end in one["spans"])
    marked = next((one["marks"][key] for key in keys if key in one["marks"]), ())
    is_read = _meet(own, spans)
    return ContextSentence(
        text=one["text"],
        spans=own,
        cited=tuple((at, mark) for at, mark in one["cited"]),
        marks=tuple((start, end, kind) for start, end, kind in marked) if is_read else (),
        is_read=is_read,
    )


def _path(store: Path, document: str) -> Path:
    name = hashlib.sha256(document.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    return store / _FOLDER / f"{name}.z"
