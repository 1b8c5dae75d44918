"""An explained document as JSON."""

from __future__ import annotations

from typing import Any

from api.explanation.view import View, statement_in_words
from kg.claims import to_record
from kg.explain import ExplainedSentence, ExplainedStatement, kind_name


def to_data(view: View) -> dict[str, Any]:
    """Return the document, its chosen claims and their places, and its sentences with terms.

    Offsets of a term refer to the sentence's ``text``, and ``spans`` to the document as read. The
    numbers in ``read_at`` are those of the passage, the sentence and the statement.
    """
    explanation = view.explanation
    paper = explanation.paper
    claims = [
        {
            "number": number,
            **to_record(explanation.claims[number].claim),
            "says": claim.says,
            "terms": list(claim.terms),
            "read_at": [list(place) for place in explanation.claims[number].read_at],
        }
        for number, claim in view.claims.items()
    ]
    return {
        "document": {"id": paper.id, "genre": paper.genre, "sha256": paper.sha256},
        "silence": explanation.silence,
        "claims": claims,
        "passages": [
            {
                "kind": passage.kind,
                "section": list(passage.section),
                "sentences": [_sentence(sentence) for sentence in passage.sentences],
            }
            for passage in explanation.passages
        ],
    }


def _sentence(sentence: ExplainedSentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "spans": [list(span) for span in sentence.spans],
        "terms": [
            {"start": m.start, "end": m.end, "kind": m.kind, "id": m.id, "label": m.label}
            for m in sentence.terms
        ],
        "statements": [_statement(statement) for statement in sentence.statements],
        "silence": sentence.silence,
    }


def _statement(statement: ExplainedStatement) -> dict[str, Any]:
    return {
        "kind": kind_name(statement.content),
        "says": statement_in_words(statement.content),
        "rule": statement.rule,
        "reader": statement.reader,
        "confidence": statement.confidence,
        "studies": list(statement.studies),
        "terms": list(statement.terms),
        "claims": list(statement.claims),
        "dropped": statement.dropped,
    }
