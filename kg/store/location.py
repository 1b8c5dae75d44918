"""The location of a graph: a folder on this machine, or a SPARQL 1.1 service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from kg.errors import StoreError

#: Schemes of the address of a service.
SCHEMES = ("sparql+http", "sparql+https")
#: The parameters after the question mark of an address.
_PARTS = frozenset({"query", "update", "triples"})


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A SPARQL 1.1 service: its address as given, and its addresses for queries and updates.

    ``triples`` is the greatest number of triples in one request.
    """

    address: str
    query: str
    update: str
    triples: int = 20_000

    def __str__(self) -> str:
        return self.address


#: The folder of an embedded store, or a remote one.
Location = Path | Endpoint


def locate(text: str | Path) -> Location:
    """Return the place that the text of ``--store`` denotes.

    ``sparql+http://host/path`` takes queries at ``path/query`` and updates at ``path/update``, as
    Oxigraph and Fuseki do. Other paths are given after a question mark, relative to the path, as is
    the number of ``triples`` that the service takes in one request, if it is less than usual.

    Raises
    ------
    StoreError
        If it looks like the address of a service but is not valid.

    Examples
    --------
    >>> found = locate("sparql+http://127.0.0.1:3030/ald")
    >>> found.query, found.update
    ('http://127.0.0.1:3030/ald/query', 'http://127.0.0.1:3030/ald/update')
    >>> locate("sparql+https://db.example/repositories/ald?query=&update=statements").update
    'https://db.example/repositories/ald/statements'
    >>> locate("graphs/ald")
    PosixPath('graphs/ald')
    """
    if isinstance(text, Path):
        return text
    if "://" not in text:
        return Path(text)
    parts = urlsplit(text)
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise StoreError(f"{text}: not the address of a store; write {SCHEMES[0]}://host/path")
    if parts.username or parts.password:
        raise StoreError(
            f"{parts.scheme}://{parts.hostname}: the address must not contain a password; "
            "set ALDKG_STORE_USER and ALDKG_STORE_PASSWORD"
        )
    named = dict(parse_qsl(parts.query, keep_blank_values=True))
    triples = named.get("triples", "20000")
    if unknown := named.keys() - _PARTS:
        known = ", ".join(sorted(_PARTS))
        raise StoreError(
            f"{text}: no part {min(unknown)!r}; allowed after the question mark: {known}"
        )
    if not triples.isdecimal() or int(triples) < 1:
        raise StoreError(f"{text}: triples={triples} is not a number above 0")
    scheme = parts.scheme.removeprefix("sparql+")
    base = urlunsplit((scheme, parts.netloc, parts.path.rstrip("/"), "", ""))

    def below(name: str) -> str:
        return "/".join(filter(None, (base, named.get(name, name).strip("/"))))

    return Endpoint(
        address=text, query=below("query"), update=below("update"), triples=int(triples)
    )
