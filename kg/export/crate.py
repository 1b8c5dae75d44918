"""Export of a graph as an RO-Crate: a folder of files with machine-readable metadata.

The files are exports of the graph; ``ro-crate-metadata.json`` names each with its type, size and
hash, and gives their publisher and licence.

References
----------
RO-Crate Metadata Specification 1.1: https://doi.org/10.5281/zenodo.4541002
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from kg.export import bibtex, claims, dataset, jsonld, nanopub, rdf
from kg.export.publication import Publication, ontology_header
from kg.export.records import read_records
from kg.queries import run
from kg.table import render_csv
from ontology import source
from ontology.context import context
from ontology.iri import DATASET_IRI, ONTOLOGY_IRI, PREFIXES, RO_CRATE
from ontology.mappings import TABLE, table_text

if TYPE_CHECKING:
    from kg.store import Graph

METADATA: Final = "ro-crate-metadata.json"
#: Ids of the authors of the graph and of its publisher; without a publisher, the authors.
_AUTHOR: Final = "#author"
_PUBLISHER: Final = "#publisher"
#: The time of every file in a zip, so that the same graph gives the same bytes.
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file of the crate, with its description and its media type."""

    name: str
    title: str
    description: str
    media_type: str
    text: str


def crate_files(store: Graph, publication: Publication) -> Mapping[str, str]:
    """Return the files of a crate by name; ``ro-crate-metadata.json`` is the first.

    Parameters
    ----------
    store
        The graph.
    publication
        The publication metadata; an RO-Crate needs a date.

    Raises
    ------
    ValueError
        If the publication has no date.
    """
    if not publication.date:
        raise ValueError("an RO-Crate needs the day on which it is published")
    parts = _parts(store, publication)
    metadata = json.dumps(crate_metadata(parts, publication), ensure_ascii=False, indent=1) + "\n"
    return {METADATA: metadata, **{part.name: part.text for part in parts}}


def render_zip(files: Mapping[str, str]) -> bytes:
    """Return the files of a crate as a zip archive; the same files give the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
    return stream.getvalue()


def _parts(store: Graph, publication: Publication) -> tuple[Part, ...]:
    exported = (
        _part("claims.csv", "Claims as a table", "text/csv", render_csv(run(store, "all-claims"))),
        _part("claims.jsonl", "Claims", "application/jsonl", _text_of(store, claims.write)),
        _part("studies.bib", "Studies", "application/x-bibtex", bibtex.render(read_records(store))),
        _part("graph.nq", "Graph", "application/n-quads", _text_of(store, rdf.write_nquads)),
        _part("graph.jsonld", "Graph", "application/ld+json", _text_of(store, jsonld.write)),
        _part(
            "nanopublications.trig",
            "Nanopublications",
            "application/trig",
            _text_of(store, partial(nanopub.write, publication=publication)),
        ),
        _part("ontology.nt", "Ontology", "application/n-triples", _ontology()),
        _part(TABLE, "Mappings", "text/tab-separated-values", table_text()),
        _part("context.jsonld", "Context", "application/ld+json", _context()),
    )
    described = dataset.render_turtle(dataset.describe(dataset.count(store), publication))
    return *exported, _part("void.ttl", "Description", "text/turtle", described)


def _text_of(store: Graph, write: Callable[[Graph, BinaryIO], None]) -> str:
    out = io.BytesIO()
    write(store, out)
    return out.getvalue().decode()


_SAYS: Final = {
    "claims.csv": "One claim per row, with its study, document and sentence.",
    "claims.jsonl": "One claim per line, in the form that ald-kg reads back.",
    "studies.bib": "The bibliographic record of every study.",
    "graph.nq": "What each document says, a named graph each.",
    "graph.jsonld": "The same as JSON-LD.",
    "nanopublications.trig": "Each claim with its provenance and publication info, TriG.",
    "ontology.nt": "The classes, properties and vocabularies that the graph uses.",
    TABLE: "Matches of its terms with other vocabularies, an SSSOM table.",
    "context.jsonld": "How JSON-LD of ald-kg is read.",
    "void.ttl": "What the graph holds, in VoID and DCAT.",
}


def _part(name: str, title: str, media_type: str, text: str) -> Part:
    return Part(name=name, title=title, description=_SAYS[name], media_type=media_type, text=text)


def _ontology() -> str:
    return "".join(sorted({f"{triple} .\n" for triple in source.triples()}))


def _context() -> str:
    return json.dumps({"@context": context()}, indent=1) + "\n"


def crate_metadata(parts: tuple[Part, ...], publication: Publication) -> dict[str, Any]:
    """Return the content of ``ro-crate-metadata.json``: flat JSON-LD in terms of schema.org."""
    graph = [
        {
            "@id": METADATA,
            "@type": "CreativeWork",
            "conformsTo": {"@id": RO_CRATE},
            "about": {"@id": "./"},
        },
        _root(parts, publication),
        *map(_file, parts),
        _license(publication),
        *_contextual(publication),
    ]
    return {"@context": f"{RO_CRATE}/context", "@graph": graph}


def _root(parts: tuple[Part, ...], publication: Publication) -> dict[str, Any]:
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": DATASET_IRI,
        "name": publication.title,
        "description": publication.description,
        "datePublished": publication.date,
        "license": {"@id": publication.license},
        "keywords": "atomic layer deposition, colloidal nanocrystals, literature",
        "author": {"@id": _AUTHOR},
        "publisher": {"@id": _PUBLISHER if publication.publisher else _AUTHOR},
        "hasPart": [{"@id": part.name} for part in parts],
        "mentions": {"@id": ONTOLOGY_IRI},
    }
    if publication.base_url:
        root["url"] = publication.base_url
    return root


def _file(part: Part) -> dict[str, Any]:
    data = part.text.encode()
    return {
        "@id": part.name,
        "@type": "File",
        "name": part.title,
        "description": part.description,
        "encodingFormat": part.media_type,
        "contentSize": str(len(data)),
        "sha256": hashlib.sha256(data).hexdigest(),
    }


def _license(publication: Publication) -> dict[str, Any]:
    return {"@id": publication.license, "@type": "CreativeWork", "name": publication.license}


def _contextual(publication: Publication) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {
            "@id": ONTOLOGY_IRI,
            "@type": "CreativeWork",
            "name": ontology_header(PREFIXES["dcterms"] + "title"),
            "version": ontology_header(PREFIXES["owl"] + "versionInfo"),
            "license": {"@id": ontology_header(PREFIXES["dcterms"] + "license")},
        },
        _organization(_AUTHOR, ontology_header(PREFIXES["dcterms"] + "creator")),
    ]
    if publication.publisher:
        found.append(_organization(_PUBLISHER, publication.publisher))
    return found


def _organization(id_: str, name: str) -> dict[str, Any]:
    return {"@id": id_, "@type": "Organization", "name": name}
