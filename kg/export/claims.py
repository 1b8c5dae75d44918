"""The claims as JSON Lines, in the form of the claims contract."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from kg.claims import write_claims
from kg.rdf import claims_from_quads

if TYPE_CHECKING:
    from kg.store import Graph


def render(store: Graph) -> str:
    """Every claim of the store, one a line, as ``aldkg extract`` would write it."""
    stream = io.StringIO()
    write_claims(claims_from_quads(store.quads()), stream)
    return stream.getvalue()
