"""Terms and names that a user adds to the vocabularies, in the user's own Turtle files.

A user's file may define new concepts, and add names to ours. A new concept is in one of our
schemes, and has ``skos:notation`` and ``skos:prefLabel``; its class follows from the scheme, and
its source is the file unless stated. To one of our concepts only names may be added: its meaning
stays as published.

The files are listed in the environment variable :data:`VARIABLE`, so that processes started later
use the same vocabulary.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from ontology import rdf
from ontology.curie import to_curie
from ontology.errors import OntologyError
from ontology.iri import BASE, NAMESPACE, PREFIXES, SCHEMES, concept_iri, scheme_iri
from ontology.rdf import text_of
from ontology.term_kinds import KIND_CLASSES

#: The environment variable that lists the files, with the separator of ``PATH``.
VARIABLE: Final = "ALDKG_VOCAB"

_TYPE: Final = PREFIXES["rdf"] + "type"
_SKOS: Final = PREFIXES["skos"]
_NOTATION, _LABEL, _SCHEME = (_SKOS + name for name in ("notation", "prefLabel", "inScheme"))
_SOURCE: Final = PREFIXES["dcterms"] + "source"
_CONCEPT: Final = rdf.NamedNode(_SKOS + "Concept")
#: The properties for names of a concept, which are matched in any case.
_NAMES: Final = frozenset({_LABEL, _SKOS + "altLabel", _SKOS + "hiddenLabel"})
_SYMBOL: Final = NAMESPACE + "symbol"
_OTHER_NAMES: Final = (*sorted(_NAMES - {_LABEL}), _SYMBOL)
#: Beginning and end of the properties for paraphrases of outcomes (``ald:inverseLabel``, ...).
_PARAPHRASE: Final = (NAMESPACE, "Label")
_KIND_OF_SCHEME: Final = {scheme_iri(kind): kind for kind in SCHEMES}

Triples = Sequence[rdf.Triple]
#: The triples of each subject of a file.
_Subjects = Mapping[str, list[rdf.Triple]]
#: (kind, what, text) -> the IRI of the concept that has it.
_Claimed = dict[tuple[str, str, str], str]


def added_files(environ: Mapping[str, str] | None = None) -> tuple[Path, ...]:
    """Return the paths of the user's files, in the order of the variable.

    >>> [path.name for path in added_files({VARIABLE: os.pathsep.join(("lab.ttl", "mine.ttl"))})]
    ['lab.ttl', 'mine.ttl']
    """
    named = (os.environ if environ is None else environ).get(VARIABLE, "")
    return tuple(Path(name) for name in named.split(os.pathsep) if name.strip())


def read_added(paths: Iterable[Path]) -> dict[str, bytes]:
    """Return the bytes of the user's files by name.

    Raises
    ------
    OntologyError
        If a file cannot be read; the message names it.
    """
    try:
        return {str(path): path.read_bytes() for path in paths}
    except OSError as error:
        cause = (error.strerror or str(error)).lower()
        raise OntologyError(f"{error.filename}: {cause} (listed in {VARIABLE})") from error


def completed(added: Mapping[str, Triples], packaged: Triples) -> dict[str, tuple[rdf.Triple, ...]]:
    """Return the user's files, completed with implied types and sources, if they fit.

    Parameters
    ----------
    added
        The triples of each file of the user, by its name.
    packaged
        All triples of the ontology that comes with ald-kg.

    Raises
    ------
    OntologyError
        At the first term that does not fit; the message names file, term and cause.
    """
    ours = _by_subject(packaged)
    claimed = _claims(ours)
    return {name: tuple(_completed(name, each, ours, claimed)) for name, each in added.items()}


def digest(added: Mapping[str, Triples]) -> str:
    """Return eight hexadecimal digits that identify a user's vocabulary; ``""`` for none.

    It does not depend on the order of files and of statements, or on blanks and comments.
    """
    lines = sorted({str(triple) for triples in added.values() for triple in triples})
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8] if lines else ""


def _by_subject(triples: Iterable[rdf.Triple]) -> _Subjects:
    found: dict[str, list[rdf.Triple]] = {}
    for triple in triples:
        if isinstance(triple.subject, rdf.NamedNode):
            found.setdefault(triple.subject.value, []).append(triple)
    return found


def _values(triples: Iterable[rdf.Triple], predicate: str) -> list[str]:
    return [text_of(triple.object) for triple in triples if triple.predicate.value == predicate]


def _claims(subjects: _Subjects) -> _Claimed:
    """Return every id, name and symbol of our concepts, each with its concept."""
    claimed: _Claimed = {}
    for iri, triples in subjects.items():
        for kind in map(_KIND_OF_SCHEME.get, _values(triples, _SCHEME)):
            for what, name in _named(triples) if kind else ():
                claimed.setdefault((str(kind), what, name), iri)
    return claimed


def _named(triples: Iterable[rdf.Triple]) -> Iterator[tuple[str, str]]:
    """Yield id, names and symbols of a concept, in the form in which they are compared."""
    for triple in triples:
        if triple.predicate.value == _NOTATION:
            yield "id", text_of(triple.object)
        elif triple.predicate.value == _SYMBOL:
            yield "symbol", text_of(triple.object)
        elif triple.predicate.value in _NAMES:
            yield "name", text_of(triple.object).casefold()


def _completed(
    name: str, triples: Triples, ours: _Subjects, claimed: _Claimed
) -> Iterator[rdf.Triple]:
    yield from triples
    for iri, stated in _by_subject(triples).items():
        known = ours.get(iri)
        try:
            if known is None:
                kind = _kind(iri, stated)
                yield from _implied(iri, stated, kind, name)
            else:
                kind = _kind_of_ours(stated, known)
            _claim(kind, iri, stated, claimed)
        except ValueError as error:
            raise OntologyError(f"{name}: {to_curie(iri)}: {error}") from error


def _kind_of_ours(stated: Iterable[rdf.Triple], known: Iterable[rdf.Triple]) -> str:
    """Return the kind of one of our concepts to which names are added.

    Raises
    ------
    ValueError
        If it is not a concept, or more than names is added.
    """
    kinds = [_KIND_OF_SCHEME[s] for s in _values(known, _SCHEME) if s in _KIND_OF_SCHEME]
    for triple in stated:
        predicate = triple.predicate.value
        start, end = _PARAPHRASE
        is_paraphrase = predicate.startswith(start) and predicate.endswith(end)
        if not kinds or not (predicate in _OTHER_NAMES or is_paraphrase):
            names = ", ".join(map(to_curie, _OTHER_NAMES))
            raise ValueError(
                f"a term of ald-kg cannot be redefined ({to_curie(predicate)}); "
                f"a concept may be given further names ({names})"
            )
    return kinds[0]


def _kind(iri: str, stated: Triples) -> str:
    """Return the kind of a user's concept, by its scheme.

    Raises
    ------
    ValueError
        If the concept is not valid.
    """
    schemes = _values(stated, _SCHEME)
    if not schemes:
        raise ValueError("no scheme (skos:inScheme)")
    unknown = [scheme for scheme in schemes if scheme not in _KIND_OF_SCHEME]
    if unknown or len(schemes) > 1:
        listed = ", ".join(SCHEMES.values())
        what = f"unknown scheme {unknown[0]}" if unknown else "more than one scheme"
        raise ValueError(f"{what}; the schemes below {BASE} are: {listed}")
    kind = _KIND_OF_SCHEME[schemes[0]]
    notations = _values(stated, _NOTATION)
    if len(notations) != 1 or not notations[0].strip():
        raise ValueError(f"{'more than one' if notations else 'no'} id (skos:notation)")
    if not any(label.strip() for label in _values(stated, _LABEL)):
        raise ValueError("no preferred label (skos:prefLabel)")
    minted = concept_iri(kind, notations[0])
    if iri.startswith(BASE) and iri != minted:
        raise ValueError(f"its id {notations[0]!r} belongs to {to_curie(minted)}")
    return kind


def _implied(iri: str, stated: Triples, kind: str, file: str) -> Iterator[rdf.Triple]:
    """Yield the implied triples of a concept: its types, and its file as source."""
    node = rdf.NamedNode(iri)
    for type_ in (_CONCEPT, rdf.NamedNode(NAMESPACE + KIND_CLASSES[kind])):
        yield rdf.Triple(node, rdf.NamedNode(_TYPE), type_)
    if not _values(stated, _SOURCE):
        yield rdf.Triple(node, rdf.NamedNode(_SOURCE), rdf.Literal(Path(file).name))


def _claim(kind: str, iri: str, stated: Iterable[rdf.Triple], claimed: _Claimed) -> None:
    """Register the names of a concept.

    Raises
    ------
    ValueError
        If another concept of the kind has one of them.
    """
    for what, name in _named(stated):
        owner = claimed.setdefault((kind, what, name), iri)
        if owner != iri:
            raise ValueError(f"the {what} {name!r} already belongs to {to_curie(owner)}")
