"""The claims as JSON Lines, in the form of the claims contract."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, BinaryIO

from kg.claims import write_claims
from kg.rdf import claims_from_quads

if TYPE_CHECKING:
    from kg.store import Graph


def write(store: Graph, out: BinaryIO) -> None:
    """Write every claim as a line in the form of ``aldkg extract``, one document at a time."""
    for document in store.documents():
        stream = io.StringIO()
        write_claims(claims_from_quads(store.quads(document)), stream)
        out.write(stream.getvalue().encode())
