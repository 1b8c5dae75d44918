"""Converts the path of a request to an IRI of the graph, and an IRI to an address. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from ontology.iri import BASE, encode


def candidates(path: str) -> Iterator[str]:
    """Yield the IRIs that a path may stand for, the literal one first.

    Clients encode more or fewer characters of the same path. Names in the IRIs of the graph are
    fully encoded, except for the commas between the layers of a system.

    >>> [iri.removeprefix(BASE) for iri in candidates("/unit/nm%2f{cycle}")]
    ['unit/nm%2f{cycle}', 'unit/nm%2F%7Bcycle%7D']
    """
    plain = path.removeprefix("/")
    segments = plain.split("/")
    spellings = (
        plain,
        "/".join(map(_encoded, segments)),
        "/".join(",".join(map(_encoded, segment.split(","))) for segment in segments),
        _last_joined(segments),
    )
    yield from dict.fromkeys(BASE + spelling for spelling in spellings)


def _last_joined(segments: list[str]) -> str:
    """Return the encoded spelling of a name whose slash a proxy or client has decoded."""
    kept = 2 if segments[0] == "id" else 1
    name = "/".join(segments[kept:])
    return "/".join((*segments[:kept], _encoded(name))) if name else "/".join(segments)


def _encoded(segment: str) -> str:
    name = unquote(segment)
    return encode(name) if name and "\ufffd" not in name else segment


def raw_path(scope: Mapping[str, object]) -> str:
    """Return the path of a request as the client spelled it, in ASCII."""
    raw = scope.get("raw_path")
    return raw.decode("ascii", "replace").partition("?")[0] if isinstance(raw, bytes) else ""


def local(iri: str) -> str:
    """Return the link target of an IRI: a path for IRIs of the graph; of others only http(s).

    >>> local(BASE + "ontology#Study"), local("http://example.org/x"), local("javascript:alert(1)")
    ('/ontology#Study', 'http://example.org/x', '')
    """
    if iri.startswith(BASE):
        return "/" + iri.removeprefix(BASE)
    return iri if iri.startswith(("http://", "https://")) else ""
