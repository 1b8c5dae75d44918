"""Lists, filters, facets and search, answered from the file that :mod:`kg.catalog` wrote.

Nothing of it is read before it is asked for. Questions that join things belong to SPARQL.
"""

from __future__ import annotations

from api.catalog.catalog import FILTERS, Catalog, Search

__all__ = ["FILTERS", "Catalog", "Search"]
