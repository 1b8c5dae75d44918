"""The catalog: studies and claims, found by filter or by text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from api.catalog.claims import KINDS, REFS, read_claims
from api.catalog.resources import Resource, read_resources
from api.catalog.search import TextIndex
from api.catalog.studies import make_studies, read_study_resources, study_ref
from api.catalog.things import list_things
from api.schemas import ClaimShape, Ref, SearchHit, StudyDetail, StudyRef, StudyShape, ThingShape
from kg.grounding import loosen
from ontology import vocabulary

if TYPE_CHECKING:
    from kg.store import Graph

#: What claims are filtered by; a value is an id, label, synonym, formula or IRI.
FILTERS = (
    "study",
    "kind",
    "material",
    "process",
    "chemical",
    "property",
    "direction",
    "technique",
    "application",
    "role",
    "parameter",
    "document",
)


def read_catalog(store: Graph) -> Catalog:
    """Read the catalog from the graph."""
    resources = read_study_resources(store)
    refs = {iri: study_ref(resource) for iri, resource in resources.items()}
    claims = _in_order(read_claims(store, refs))
    return Catalog(
        studies=make_studies(resources.values(), claims),
        claims=claims,
        materials=read_resources(store, "ald:Material"),
    )


def _in_order(claims: Iterable[ClaimShape]) -> tuple[ClaimShape, ...]:
    """By study, kind, place in the text: as a reader would go through them."""
    return tuple(
        sorted(
            claims,
            key=lambda c: (
                c.study.label.casefold(),
                c.study.id,
                KINDS.index(c.kind),
                c.evidence.document,
                c.evidence.spans,
                c.id,
            ),
        )
    )


class Catalog:
    """Studies and claims in memory. Lists are in a fixed order; searches put the best first."""

    def __init__(
        self,
        *,
        studies: Sequence[StudyShape],
        claims: Sequence[ClaimShape],
        materials: Mapping[str, Resource],
    ) -> None:
        self.studies = tuple(studies)
        self.claims = tuple(claims)
        self._study_by_id = {study.id: study for study in self.studies}
        self._claim_by_id = {claim.id: claim for claim in self.claims}
        self._things = {
            name: list_things(self.claims, name, materials)
            for name in ("material", "process", "chemical")
        }
        self._postings = self._make_postings()
        self._index = TextIndex(self._texts())

    def close(self) -> None:
        """Let go of the search index."""
        self._index.close()

    def things(self, name: str) -> tuple[ThingShape, ...]:
        """Every ``"material"``, ``"process"`` or ``"chemical"`` that is claimed somewhere."""
        return self._things[name]

    def claim(self, claim_id: str) -> ClaimShape | None:
        """Return the claim with this id."""
        return self._claim_by_id.get(claim_id)

    def study(self, study_id: str) -> StudyDetail | None:
        """Return the study with this id, and its claims by kind."""
        study = self._study_by_id.get(study_id)
        if study is None:
            return None
        by_kind: dict[str, tuple[ClaimShape, ...]] = {}
        for claim in self.find_claims({"study": study_id}):
            by_kind[claim.kind] = (*by_kind.get(claim.kind, ()), claim)
        return StudyDetail(**study.model_dump(), claims=by_kind)

    def find_claims(self, filters: Mapping[str, str], text: str = "") -> tuple[ClaimShape, ...]:
        """Return the claims that pass every filter and hold every word of the text.

        Raises
        ------
        KeyError
            If there is no such filter.
        """
        found = self._matching(filters)
        if not text.strip():
            return tuple(self.claims[number] for number in sorted(found))
        return tuple(self.claims[n] for n in self._claim_numbers(text) if n in found)

    def find_studies(self, filters: Mapping[str, str], text: str = "") -> tuple[StudyShape, ...]:
        """Return the studies with a claim for each filter, that hold every word of the text.

        The text of a study is its record and all its claims.
        """
        wanted = {study.id for study in self.studies}
        for name, value in filters.items():
            wanted &= {self.claims[n].study.id for n in self._matching({name: value})}
        if text.strip():
            first = len(self.claims)
            ranked = (self.studies[n - first] for n in self._index.find(text) if n >= first)
            return tuple(study for study in ranked if study.id in wanted)
        return tuple(study for study in self.studies if study.id in wanted)

    def search(self, text: str) -> tuple[SearchHit, ...]:
        """Studies and claims that hold every word, the best first."""
        return tuple(self._hit(number) for number in self._index.find(text))

    def _hit(self, number: int) -> SearchHit:
        if number < len(self.claims):
            claim = self.claims[number]
            title = self._study_by_id[claim.study.id].title
            text = claim.evidence.quote or claim.statement
            return SearchHit(type="claim", study=claim.study, title=title, text=text, claim=claim)
        study = self.studies[number - len(self.claims)]
        ref = StudyRef(id=study.id, label=study.label, href=study.href)
        return SearchHit(type="study", study=ref, title=study.title, text=study.citation)

    def find_related(self, text: str) -> tuple[ClaimShape, ...]:
        """Return the claims that hold any word of the text, the best first."""
        numbers = self._index.find(text, any_word=True)
        return tuple(self.claims[n] for n in numbers if n < len(self.claims))

    def _claim_numbers(self, text: str) -> Iterator[int]:
        return (number for number in self._index.find(text) if number < len(self.claims))

    def _matching(self, filters: Mapping[str, str]) -> set[int]:
        found = set(range(len(self.claims)))
        for name, value in filters.items():
            found &= self._postings[name].get(loosen(value), set())
        return found

    def _make_postings(self) -> Mapping[str, Mapping[str, set[int]]]:
        """Filter -> loosened value -> numbers of the claims that pass."""
        postings: dict[str, defaultdict[str, set[int]]] = {
            name: defaultdict(set) for name in FILTERS
        }
        for number, claim in enumerate(self.claims):
            for name, value in _filter_values(claim):
                postings[name][loosen(value)].add(number)
        return postings

    def _texts(self) -> Iterator[tuple[int, str, str]]:
        """Yield the texts to search: claims by their number, studies behind the last of them."""
        by_study: defaultdict[str, list[str]] = defaultdict(list)
        for number, claim in enumerate(self.claims):
            names = " ".join(name for ref in _refs(claim) for name in _names(ref))
            body = f"{claim.evidence.quote or ''} {names}"
            by_study[claim.study.id].append(f"{claim.statement} {body}")
            yield number, f"{claim.statement} {claim.study.label}", body
        for number, study in enumerate(self.studies, start=len(self.claims)):
            head = f"{study.label} {study.title}"
            record = f"{study.authors} {study.container} {study.doi}"
            yield number, head, " ".join((record, *by_study[study.id]))


def _refs(claim: ClaimShape) -> Iterator[Ref]:
    return (ref for name in REFS if (ref := getattr(claim, name)))


def _filter_values(claim: ClaimShape) -> Iterator[tuple[str, str]]:
    yield "kind", claim.kind
    yield "document", claim.evidence.document
    for value in (claim.study.id, claim.study.label):
        yield "study", value
    for layer in claim.layers:
        yield "material", layer
    for name in FILTERS:
        ref: object = getattr(claim, name, None)
        if isinstance(ref, Ref):
            for value in _names(ref):
                yield name, value


@cache
def _names(ref: Ref) -> tuple[str, ...]:
    """Everything a concept or substance is called, also as a material of the vocabulary."""
    term = vocabulary().by_iri(ref.iri) or vocabulary().get("material", ref.id)
    words = (*term.alts, *term.symbols, *term.hidden, term.label) if term else ()
    return tuple(dict.fromkeys((ref.id, ref.label, ref.iri, *words)))
