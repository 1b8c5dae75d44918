"""The content of a claim in words; imports no extractor, so that the service starts without it."""

from __future__ import annotations

from kg.model import Content, Quantity, System
from kg.statements.formatting import quantity_in_words
from ontology import vocabulary
from ontology.claim_kinds import term_fields


def content_in_words(content: Content) -> str:
    """A content in words.

    >>> from kg.model import Material
    >>> content_in_words(Material(role="shell", formula="ZnS"))
    'ZnS as shell'
    """
    if isinstance(content, System):
        return f"{_label('architecture', content.architecture)}: {'/'.join(content.layers)}"
    told = {name: _told(name, getattr(content, name)) for name in content.__dataclass_fields__}
    if "role" in told:
        return f"{told.get('formula') or told.get('chemical')} as {told['role']}"
    words = [*(told.get(name, "") for name in ("formula", "parameter", "property"))]
    rest = [told[name] for name in told if name not in ("formula", "parameter", "property")]
    return ": ".join(filter(None, (*words, ", ".join(filter(None, rest)))))


def _told(name: str, value: object) -> str:
    if isinstance(value, Quantity):
        return value.raw or quantity_in_words(_numbers(value))
    return "" if value is None else _label(name, str(value))


def _numbers(quantity: Quantity) -> dict[str, str]:
    numbers = {
        "startValue": quantity.start,
        "value": quantity.value,
        "valueMax": quantity.value_max,
        "bound": quantity.bound,
        "approximate": "true" if quantity.approximate else None,
        "unitCode": quantity.unit,
    }
    return {name: str(value) for name, value in numbers.items() if value is not None}


def _label(name: str, value: str) -> str:
    terms = (vocabulary().get(kind, value) for kind in term_fields().get(name, ()))
    return next((term.label for term in terms if term is not None), value)
