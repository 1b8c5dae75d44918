"""Each kind of SPARQL service with an empty store."""

from __future__ import annotations

import pytest

from kg.store import Endpoint
from kg.store.remote import Client
from tests.services import oxigraph, rdflib_endpoint

__all__ = ["oxigraph", "rdflib_endpoint"]


@pytest.fixture(params=["oxigraph", "rdflib_endpoint"])
def service(request: pytest.FixtureRequest) -> Endpoint:
    """An empty store in each kind of service."""
    endpoint: Endpoint = request.getfixturevalue(request.param)
    Client(endpoint).update("DROP ALL")
    return endpoint
