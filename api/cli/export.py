"""``aldkg export``: the graph, or the answer to a query, in a file format."""

from __future__ import annotations
