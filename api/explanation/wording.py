"""The content of a claim in words; imports no extractor, so that the service starts without it."""

from __future__ import annotations

from typing import Final

from kg.model import Condition, Content, Links, Quantity, System, Thing
from kg.statements.formatting import quantity_in_words
from ontology import vocabulary
from ontology.claim_kinds import term_fields


def content_in_words(content: Content) -> str:
    """Return the content of a claim in words.

    >>> from kg.model import Material
    >>> content_in_words(Material(role="shell", formula="ZnS"))
    'ZnS as shell'
    """
    if isinstance(content, System):
        return f"{_label('architecture', content.architecture)}: {'/'.join(content.layers)}"
    told = {
        name: _field_in_words(name, getattr(content, name)) for name in content.__dataclass_fields__
    }
    if "role" in told:
        return f"{told.get('formula') or told.get('chemical')} as {told['role']}"
    words = [*(told.get(name, "") for name in ("formula", "parameter", "property"))]
    rest = [told[name] for name in told if name not in ("formula", "parameter", "property")]
    return ": ".join(filter(None, (*words, ", ".join(filter(None, rest)))))


#: Link of a claim -> the words before its target.
_LINKS: Final = {
    "of": "of",
    "owner": "of",
    "agent": "caused by",
    "against": "compared with",
    "under": "at",
    "used_for": "for",
    "used_with": "with",
    "makes": "makes",
    "shows": "shows",
}


def links_in_words(links: Links) -> list[str]:
    """Return the links of a claim in words.

    >>> links_in_words(Links(of=("PbSe", "Al2O3"), agent=(Thing("process", "ald"),)))
    ['of PbSe/Al2O3', 'caused by atomic layer deposition']
    """
    whole = {**{name: getattr(links, name) for name in _LINKS}, "of": ["/".join(links.of)]}
    return [
        f"{_LINKS[name]} {', '.join(map(_pointed_at, things))}"
        for name, things in whole.items()
        if any(things)
    ]


def _pointed_at(thing: Thing | Condition | str) -> str:
    if isinstance(thing, Condition):
        return content_in_words(thing)
    if isinstance(thing, str):
        return thing
    term = vocabulary().get(thing.kind, thing.id)
    return term.label if term is not None and thing.kind != "material" else thing.id


def _field_in_words(name: str, value: object) -> str:
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
