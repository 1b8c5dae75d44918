"""The terms by which claims and studies are filtered and counted, with all their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from typing import Any, Final

from kg.catalog.claims import REFS, make_ref
from kg.catalog.source import Resource, Source
from kg.catalog.text import name_key, word_starts
from kg.grounding import names_of
from kg.material_classes import material_classes
from ontology import vocabulary
from ontology.curie import to_curie
from ontology.iri import (
    BASE,
    NAMESPACE,
    PREFIXES,
    document_iri,
    material_iri,
    sample_layers,
    segments,
)

#: Fields whose terms are counted for a result; each has few enough terms to list them all.
FACETS: Final = ("process", "class", "property", "technique", "year", "voice", "kind")
#: Fields whose terms the API lists.
THINGS: Final = ("material", "process", "chemical")
#: The fields that the versioned API lists.
LISTED: Final = (*THINGS, "technique", "application", "system", "document")
#: Filters of terms: name -> the field of their bodies.
_TAGS: Final = {"role": "roles", "material_class": "classes", "layer": "layers"}

#: Separators that people write between the layers of a system.
_BETWEEN_LAYERS: Final = ("/", "@", " > ")
_SOLIDS: Final = f"{BASE}id/material/"
#: Names with more words than this are titles, which are not completed word by word.
_MAX_WORDS: Final = 6


@dataclass(slots=True, kw_only=True)
class Entry:
    """A term found in the graph; ``roles`` counts the claims that give it each role."""

    number: int
    field: str
    id: str
    label: str
    iri: str
    roles: Counter[str] = made(default_factory=Counter)

    @property
    def key(self) -> tuple[str, str]:
        """The unique key of the term: its field, and its IRI or, without one, its id."""
        return self.field, self.iri or self.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """The description of a term from graph and vocabulary: its body, and the rows of its names.

    A row has a key, the number of the word at which it begins, and the name as shown.
    """

    body: Mapping[str, Any]
    names: tuple[tuple[str, int, str], ...]


class Terms:
    """The terms of a graph: those already numbered, and others as they are found.

    Everything about a term except its number follows from the graph and the vocabulary, so the
    order in which terms are found does not matter.
    """

    def __init__(self, source: Source, known: Iterable[Entry] = ()) -> None:
        self._source = source
        self._class_names: dict[str, tuple[tuple[str, str], ...]] = {}
        self._entries = {entry.key: entry for entry in known}
        self._last = max((entry.number for entry in self._entries.values()), default=0)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries.values())

    def add(self, name: str, key: str, label: str = "", iri: str = "") -> Entry:
        """Return the term of a field with this id; it is made if there is none yet."""
        found = self._entries.get((name, iri or key))
        if found is None:
            self._last += 1
            found = Entry(number=self._last, field=name, id=key, label=label or key, iri=iri)
            self._entries[name, iri or key] = found
        return found

    def of_claim(self, claim: Mapping[str, Any]) -> set[int]:
        """Return the numbers of the terms of a claim."""
        found = {self.add("kind", claim["kind"]).number}
        if document := claim["evidence"]["document"]:  # a graph from elsewhere may lack it
            found.add(self.add("document", document).number)
        for name in REFS:
            if name in claim:
                entry = self.add(name, claim[name]["id"], claim[name]["label"], claim[name]["iri"])
                found.add(entry.number)
        for key, role in roles_of(claim):
            self._entries[key].roles[role] += 1
        solids = [claim["material"]["iri"]] if "material" in claim else []
        found |= self._of_solids(solids, ("material",))
        layers = map(material_iri, claim.get("layers", ()))
        return found | self._of_solids(layers, ("material", "layer"))

    def of_sample(self, iri: str) -> set[int]:
        """Return the numbers of the terms of a solid or sample: materials, layers, classes."""
        if not iri.startswith(PREFIXES["sample"]):
            return self._of_solids([iri], ("material",)) if iri.startswith(_SOLIDS) else set()
        layers = sample_layers(iri)
        fields = ("material", "layer") if len(layers) > 1 else ("material",)
        return self._of_solids(map(material_iri, layers), fields)

    def _of_solids(self, iris: Iterable[str], fields: Iterable[str]) -> set[int]:
        solids = [make_ref(self._source, iri) for iri in iris]
        found = {
            self.add(field, solid["id"], solid["label"], solid["iri"]).number
            for solid in solids
            for field in fields
        }
        classes = self._classes(solid["iri"] for solid in solids)
        return found | {self.add("class", key, label).number for key, label in classes}

    def drop_role(self, key: tuple[str, str], role: str) -> None:
        """Subtract one claim from the count of a term's role."""
        self._entries[key].roles[role] -= 1

    def _classes(self, solids: Iterable[str]) -> Iterator[tuple[str, str]]:
        for iri in solids:
            if iri not in self._class_names:
                self._class_names[iri] = tuple(self._named(classes_of(self._source, iri)))
            yield from self._class_names[iri]

    def _named(self, classes: Iterable[str]) -> Iterator[tuple[str, str]]:
        for name in classes:
            described = self._source.read_shared(NAMESPACE + name)
            yield name, described.text("rdfs:label") or name


class Descriptions:
    """Describes the terms of a graph."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def describe(self, entry: Entry) -> Described:
        """Return the body of a term and all its names."""
        body = self._body(entry) if entry.field in LISTED else {}
        return Described(body=body, names=tuple(_name_rows(self._names(entry))))

    def _body(self, entry: Entry) -> dict[str, Any]:
        """Return the API's fields of a material, process, document, ... without its counts."""
        if entry.field == "document":
            return document_body(self._source.read_shared(document_iri(entry.id)))
        term = vocabulary().by_iri(entry.iri)
        formula = ""
        if entry.field == "material":
            formula = self._source.read_shared(entry.iri).text("ald:formula")
        return {
            "definition": term.definition if term else "",
            "synonyms": [*term.alts, *term.symbols] if term else [],
            "formula": formula or (term.formula if term else ""),
            "classes": classes_of(self._source, entry.iri) if entry.field == "material" else [],
            "roles": sorted(role for role, count in entry.roles.items() if count > 0),
            **(self._layers(entry) if entry.field == "system" else {}),
        }

    def _layers(self, entry: Entry) -> dict[str, Any]:
        """Return the layers of a system from the inside out, and its architecture."""
        resource = self._source.read_shared(entry.iri)
        layers, architecture = resource.text("ald:layers"), resource.text("ald:architecture")
        return {
            "layers": layers.split(" > ") if layers else [],
            "architecture": make_ref(self._source, architecture) if architecture else None,
        }

    def _names(self, entry: Entry) -> tuple[str, ...]:
        """Return all names of a term, its label first.

        A solid also has the names of the other members of its family and of the formulas that stand
        for it: Al2O3 is found as AlOx, PbSe as PbX.
        """
        term = vocabulary().by_iri(entry.iri) or vocabulary().get(entry.field, entry.id)
        names = [entry.label, entry.id, entry.iri]
        if term is not None:
            names += (*names_of(term), *term.extra.get("quantitySymbol", ()))
        if entry.field == "class":
            names += _class_names(entry.id)
        if entry.field in ("material", "layer"):
            names += self._family(entry.iri)
        if entry.field == "system":
            layers = self._layers(entry)["layers"]
            names += (sign.join(layers) for sign in _BETWEEN_LAYERS)
        return tuple(dict.fromkeys(filter(None, names)))

    def _family(self, iri: str) -> Iterator[str]:
        own = self._source.read_shared(iri).all("ald:familyWith")
        for other in (*own, *self._source.pointing("ald:standsFor", iri)):
            formula = self._source.read_shared(other).text("ald:formula")
            yield formula
            named = vocabulary().get("material", formula)
            yield from names_of(named) if named else ()


def document_body(resource: Resource) -> dict[str, Any]:
    """Return the fields of a document in the API: its type, the study that it describes, ..."""
    own = resource.text("ald:describes")
    return {
        "title": resource.text("dcterms:title"),
        "genre": resource.text("ald:genre"),
        "sha256": resource.text("ald:sha256"),
        "describes": segments(own)[-1] if own else "",
        "written_from": resource.text("ald:writtenFrom"),
    }


def tags_of(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the filter values of a term from its body: name of the filter and key of the value."""
    for name, field in _TAGS.items():
        for value in body.get(field, ()):
            yield name, name_key(value)


def roles_of(claim: Mapping[str, Any]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the keys of the terms to which a claim gives a role, with the role."""
    if "role" in claim:
        for name in REFS:
            if name in claim and name != "role":
                yield (name, claim[name]["iri"]), claim["role"]["label"]


def classes_of(source: Source, iri: str) -> tuple[str, ...]:
    """Return the composition classes of a solid by their local names."""
    curies = map(to_curie, source.read_shared(iri).all("rdf:type"))
    names = (curie.removeprefix("ald:") for curie in curies if curie.startswith("ald:"))
    return tuple(name for name in names if name != "Material")


def _name_rows(names: Iterable[str]) -> Iterator[tuple[str, int, str]]:
    """Yield key, first word and name for each name of a term, from each of its words on."""
    for name in names:
        for start, rest in word_starts(name):
            if start and (start > _MAX_WORDS or name.startswith("http")):
                break
            if key := name_key(name if start == 0 else rest):
                yield key, start, name


def _class_names(local_name: str) -> tuple[str, ...]:
    """Return the names of a class: those of the ontology, and "mixed oxide" for ``MixedOxide``."""
    spaced = re.sub("(?=[A-Z])", " ", local_name).lower().strip()
    return (*material_classes().get(NAMESPACE + local_name, ()), spaced)
