"""The catalog of a generation: lists, filters, facets and full text in one SQLite file.

It is derived from the graph alone and written with each generation, before readers see it. A
service reads it instead of the graph for everything except SPARQL, so that starting and answering
take the same time for a thousand claims and for a million.

References
----------
Full text: https://www.sqlite.org/fts5.html
"""

from __future__ import annotations

from kg.catalog.composites import COMPOSITES
from kg.catalog.finding import studies_named, study_labels
from kg.catalog.measures import CONFIDENCE, in_base_unit
from kg.catalog.rows import ReadStudy, read_study
from kg.catalog.source import Source
from kg.catalog.terms import FACETS, LISTED, THINGS, Described, Descriptions, Entry
from kg.catalog.text import name_key, places, plain, spellings, without_markup, words_of
from kg.catalog.writer import CATALOG_FILE, VERSION, Reader, keep_catalog, write_catalog

__all__ = [
    "CATALOG_FILE",
    "COMPOSITES",
    "CONFIDENCE",
    "FACETS",
    "LISTED",
    "THINGS",
    "VERSION",
    "Described",
    "Descriptions",
    "Entry",
    "ReadStudy",
    "Reader",
    "Source",
    "in_base_unit",
    "keep_catalog",
    "name_key",
    "places",
    "plain",
    "read_study",
    "spellings",
    "studies_named",
    "study_labels",
    "without_markup",
    "words_of",
    "write_catalog",
]
