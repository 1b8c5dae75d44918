"""The list of published IRIs: it only grows, and a test reports any IRI that disappears.

``python -m ontology.published`` appends new IRIs to ``ontology/published.txt``. An IRI in that list
must stay defined: a term that is no longer wanted becomes ``owl:deprecated true`` and names its
successor by ``dcterms:isReplacedBy``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from ontology.iri import BASE
from ontology.reference import Reference, published_iris, reference

LIST = "published.txt"


def read_published() -> tuple[str, ...]:
    """Return the IRIs that have been published."""
    lines = (files("ontology") / LIST).read_text(encoding="utf-8").splitlines()
    return tuple(BASE + line for line in lines if line and not line.startswith("#"))


def vanished(published: Iterable[str], found: Reference | None = None) -> tuple[str, ...]:
    """Return the published IRIs that the ontology no longer defines."""
    defined = set(published_iris(found))
    return tuple(iri for iri in published if iri not in defined)


def faulty_replacements(found: Reference | None = None) -> Iterator[str]:
    """Yield the faults of replaced terms, one line each.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    shown = found or reference()
    for entry in shown.by_iri.values():
        if entry.replaced_by and not entry.deprecated:
            yield f"{entry.curie}: replaced (dcterms:isReplacedBy) but not owl:deprecated"
        for iri in entry.replaced_by:
            target = shown.by_iri.get(iri)
            if target is None:
                yield f"{entry.curie}: replaced by {iri}, which is not defined"
            elif target.deprecated:
                yield f"{entry.curie}: replaced by {target.curie}, which is deprecated itself"


def with_new(listed: Iterable[str], defined: Iterable[str]) -> list[str]:
    """Return the list with the new IRIs appended; nothing is removed or moved."""
    return list(dict.fromkeys([*listed, *sorted(set(defined))]))


if __name__ == "__main__":
    from pathlib import Path

    path = Path(__file__).with_name(LIST)
    old = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    names = (iri.removeprefix(BASE) for iri in published_iris())
    path.write_text("".join(f"{line}\n" for line in with_new(old, names)), encoding="utf-8")
