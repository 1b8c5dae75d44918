"""Trusty URIs: they contain a hash of the resource, so that any change is detected.

The code of an RDF graph (module RA) is the SHA-256 of its quads in a fixed order and spelling, with
a blank in place of the code itself in every IRI.

References
----------
Kuhn and Dumontier, Trusty URIs (2014): https://trustyuri.net/
Specification of the module RA: https://arxiv.org/abs/1401.5775
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from typing import Final

from ontology import rdf

#: The placeholder for a code that is not yet known; it has the same form.
PLACEHOLDER: Final = "RA" + "A" * 43


def artifact_code(quads: Iterable[rdf.Quad], code: str = PLACEHOLDER) -> str:
    """Return the code of these quads: ``RA`` and 43 characters.

    Parameters
    ----------
    quads
        The quads, without blank nodes, each in a named graph.
    code
        The text in place of the code in their IRIs: a placeholder, or the code to check.
    """
    keyed = {_key(quad, code) for quad in quads}
    text = "".join(f"{graph}\n{s}\n{p}\n{_spelled(o)}\n" for graph, s, p, o in sorted(keyed))
    digest = hashlib.sha256(text.encode()).digest()
    return "RA" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


#: Sort key of an object: IRIs before literals, literals by text, type and language.
_Object = tuple[int, bytes, bytes, bytes]
_Key = tuple[str, str, str, _Object]


def _key(quad: rdf.Quad, code: str) -> _Key:
    graph, subject = quad.graph_name, quad.subject
    if not isinstance(graph, rdf.NamedNode) or not isinstance(subject, rdf.NamedNode):
        raise TypeError(f"{quad} has a blank node or no named graph")
    names = (node.value.replace(code, " ") for node in (graph, subject, quad.predicate))
    return *names, _object(quad.object, code)  # type: ignore[return-value] # three names


def _object(value: object, code: str) -> _Object:
    if isinstance(value, rdf.NamedNode):
        return 0, value.value.replace(code, " ").encode(), b"", b""
    if not isinstance(value, rdf.Literal):
        raise TypeError(f"{value} is neither an IRI nor a literal")
    language = (value.language or "").lower()
    datatype = "" if language else value.datatype.value
    return 1, value.value.encode(), datatype.encode(), language.encode()


def _spelled(value: _Object) -> str:
    is_literal, text, datatype, language = value
    if not is_literal:
        return text.decode()
    escaped = text.decode().replace("\\", "\\\\").replace("\n", "\\n")
    return f"@{language.decode()} {escaped}" if language else f"^{datatype.decode()} {escaped}"
