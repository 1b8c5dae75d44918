"""Statements: equal claims on a study in groups, with their voices and one sentence as evidence."""

from __future__ import annotations

from kg.statements.claims import studies_spoken_of
from kg.statements.labels import document_labels, study_label
from kg.statements.quads import statement_quads
from kg.statements.solids import family_quads
from kg.statements.studies import study_quads
from kg.statements.voices import SourceDocuments

__all__ = [
    "SourceDocuments",
    "document_labels",
    "family_quads",
    "statement_quads",
    "studies_spoken_of",
    "study_label",
    "study_quads",
]
