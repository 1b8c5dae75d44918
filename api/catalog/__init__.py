"""Lists, filters, facets and search, answered from the file that :mod:`kg.catalog` wrote.

Rows are read from the file only when a request needs them. Questions that join things use SPARQL.
"""

from __future__ import annotations

from api.catalog.catalog import FILTERS, Catalog, Search

__all__ = ["FILTERS", "Catalog", "Search"]
