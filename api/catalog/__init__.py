"""What lists, filters and text search are answered from: the graph's studies and claims in memory.

Read once a generation of the graph. Questions that join things belong to SPARQL.
"""

from __future__ import annotations

from api.catalog.catalog import FILTERS, Catalog, read_catalog

__all__ = ["FILTERS", "Catalog", "read_catalog"]
