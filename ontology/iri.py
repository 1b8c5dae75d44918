"""The IRIs of ald-kg: minting, reading back, and the prefix table.

Other modules do not build IRIs from strings; those of named graphs are in :mod:`ontology.graphs`.

Names that come from a text (formulas, chemicals, document ids) are percent-encoded, so different
names never share an IRI. Vocabulary concepts have readable IRIs: ``process/thermal-ald`` is the
concept whose ``skos:notation`` is ``thermal_ald``.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from urllib.parse import quote, unquote

#: The base of every IRI that we mint.
BASE = "https://w3id.org/ald-kg/"

#: Namespace of our classes and properties (prefix ``ald``).
NAMESPACE = BASE + "ontology#"

#: The ontology itself.
ONTOLOGY_IRI = BASE + "ontology"

#: The IRI of the JSON Schema of document files, without the version at its end.
DOCUMENT_SCHEMA = BASE + "schema/document-"

#: The data set as a whole (the subject of its VoID description), and this program.
DATASET_IRI = BASE + "graph"
SOFTWARE_IRI = BASE + "software"

#: The version of the RO-Crate specification that exported packages conform to.
RO_CRATE = "https://w3id.org/ro/crate/1.1"

#: Path segment of the concept scheme of each kind of term.
SCHEMES = MappingProxyType(
    {
        "role_material": "material-role",
        "form": "form",
        "architecture": "architecture",
        "process": "process",
        "role_chemical": "chemical-role",
        "chemical": "chemical",
        "parameter": "parameter",
        "technique": "technique",
        "property": "property",
        "direction": "direction",
        "application": "application",
        "material": "material",
        "unit": "unit",
        "ligand_family": "ligand-family",
    }
)

#: Kinds whose notation is printed text (a formula, a UCUM code) instead of an id in lower case.
FREE_KINDS = frozenset({"material", "unit"})

_ID = BASE + "id/"

#: Prefix -> namespace, for CURIEs, Turtle and SPARQL.
PREFIXES = MappingProxyType(
    {
        "ald": NAMESPACE,
        "role": BASE + "material-role/",
        "form": BASE + "form/",
        "arch": BASE + "architecture/",
        "process": BASE + "process/",
        "crole": BASE + "chemical-role/",
        "chem": BASE + "chemical/",
        "param": BASE + "parameter/",
        "tech": BASE + "technique/",
        "prop": BASE + "property/",
        "dir": BASE + "direction/",
        "app": BASE + "application/",
        "mat": BASE + "material/",
        "unit": BASE + "unit/",
        "ligand": BASE + "ligand-family/",
        "study": _ID + "study/",
        "doc": _ID + "document/",
        "claim": _ID + "claim/",
        "solid": _ID + "material/",
        "system": _ID + "system/",
        "substance": _ID + "chemical/",
        "component": _ID + "component/",
        "sample": _ID + "sample/",
        "statement": _ID + "statement/",
        "recipe": _ID + "recipe/",
        "run": _ID + "extraction/",
        "graph": BASE + "graph/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "owl": "http://www.w3.org/2002/07/owl#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
        "prov": "http://www.w3.org/ns/prov#",
        "oa": "http://www.w3.org/ns/oa#",
        "sh": "http://www.w3.org/ns/shacl#",
        "schema": "https://schema.org/",
        "qudt": "http://qudt.org/schema/qudt/",
        "qudt-unit": "http://qudt.org/vocab/unit/",
        "cito": "http://purl.org/spar/cito/",
        "vann": "http://purl.org/vocab/vann/",
    }
)

_NOTATION = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_SIGNS = re.compile(r"[^a-z0-9]+")
_HASH_ID = re.compile(r"[0-9a-f]{16}")


def encode(part: str) -> str:
    """Return a name as one percent-encoded path segment; different names give different segments.

    Raises
    ------
    ValueError
        If ``part`` is empty or not valid Unicode.

    Examples
    --------
    >>> encode("Zn(Cd)S/ZnS")
    'Zn%28Cd%29S%2FZnS'
    """
    if not part:
        raise ValueError("an IRI cannot be minted from an empty name")
    if part in (".", ".."):  # dot segments would be resolved away
        return part.replace(".", "%2E")
    return quote(part, safe="")


def scheme_iri(kind: str) -> str:
    """Return the IRI of the concept scheme of a kind of term.

    Raises
    ------
    KeyError
        If there is no such kind.
    """
    return BASE + SCHEMES[kind]


def concept_iri(kind: str, notation: str) -> str:
    """Return the IRI of the concept of a kind with this notation, whether or not it is defined.

    Printed text (materials, units) is percent-encoded, so it can be read back. In the systematic
    names of chemicals each run of other characters becomes one hyphen, so two names may share an
    IRI: look the chemical up in the vocabulary first.

    Raises
    ------
    KeyError
        If there is no such kind.
    ValueError
        If the notation is empty or, except for these three kinds, not an id of lower-case letters,
        digits and single underscores.

    Examples
    --------
    >>> concept_iri("role_material", "blocking_layer").removeprefix(BASE)
    'material-role/blocking-layer'
    """
    scheme = scheme_iri(kind)
    if kind in FREE_KINDS:
        return f"{scheme}/{encode(notation)}"
    slug = _SIGNS.sub("-", notation.lower()).strip("-")
    if not slug or (kind != "chemical" and not _NOTATION.fullmatch(notation)):
        raise ValueError(f"{notation!r} is not an id of kind {kind}")
    return f"{scheme}/{slug}"


def study_iri(slug: str) -> str:
    """Return the IRI of a study, by its slug (``liu-2011-1a2b3c4d``).

    Raises
    ------
    ValueError
        If the slug is empty.
    """
    return _ID + "study/" + encode(slug)


def document_iri(doc_id: str) -> str:
    """Return the IRI of a document.

    Raises
    ------
    ValueError
        If the id is empty.
    """
    return _ID + "document/" + encode(doc_id)


def claim_iri(hex16: str) -> str:
    """Return the IRI of a claim, by the 16 hexadecimal digits of its hash.

    Raises
    ------
    ValueError
        If ``hex16`` is anything else.
    """
    return _hash_iri("claim", hex16)


def nanopublication_iri(claim: str, code: str) -> str:
    """Return the IRI of a claim's nanopublication, by the claim's IRI and its content's code.

    Raises
    ------
    ValueError
        If the code is empty.
    """
    return sub_iri(claim, "nanopublication", code)


def statement_iri(hex16: str) -> str:
    """Return the IRI of a statement, by the 16 hexadecimal digits of its hash.

    Raises
    ------
    ValueError
        If ``hex16`` is anything else.
    """
    return _hash_iri("statement", hex16)


def recipe_iri(hex16: str) -> str:
    """Return the IRI of a recipe, by the 16 hexadecimal digits of its hash.

    Raises
    ------
    ValueError
        If ``hex16`` is anything else.
    """
    return _hash_iri("recipe", hex16)


def _hash_iri(kind: str, hex16: str) -> str:
    if not _HASH_ID.fullmatch(hex16):
        raise ValueError(f"{hex16!r} is not a {kind} id of 16 hexadecimal digits")
    return f"{_ID}{kind}/{hex16}"


def component_iri(form: str, formula: str) -> str:
    """Return the IRI of a solid in one form, by the form's notation and the formula.

    Raises
    ------
    ValueError
        If the form or the formula is empty.

    Examples
    --------
    >>> component_iri("quantum_dot", "CdSe").removeprefix(BASE)
    'id/component/quantum_dot/CdSe'
    """
    return f"{_ID}component/{encode(form)}/{encode(formula)}"


def extraction_iri(version: str) -> str:
    """Return the IRI of the activity (``prov:Activity``) of one version of the extractor.

    Raises
    ------
    ValueError
        If the version is empty.
    """
    return _ID + "extraction/" + encode(version)


def curation_iri(curator: str) -> str:
    """Return the IRI of the activity (``prov:Activity``) of one curator who entered claims.

    Raises
    ------
    ValueError
        If the curator is empty.
    """
    return _ID + "curation/" + encode(curator)


def material_iri(formula: str) -> str:
    """Return the IRI of a solid by its printed formula: ``AlOx`` and ``Al2O3`` are two solids.

    Raises
    ------
    ValueError
        If the formula is empty.
    """
    return _ID + "material/" + encode(formula)


def system_iri(architecture: str, layers: tuple[str, ...]) -> str:
    """Return the IRI of a layered object, by architecture and layers from the inside out.

    Raises
    ------
    ValueError
        If the architecture or a layer is empty.

    Examples
    --------
    >>> system_iri("core_shell", ("CdSe", "CdS")).removeprefix(BASE)
    'id/system/core_shell/CdSe,CdS'
    """
    stack = ",".join(encode(layer) for layer in layers)
    return f"{_ID}system/{encode(architecture)}" + (f"/{stack}" if stack else "")


def sample_iri(layers: tuple[str, ...]) -> str:
    """Return the IRI of the object of an outcome, by its layers from the inside out.

    Raises
    ------
    ValueError
        If there is no layer, or one is empty.
    """
    if not layers:
        raise ValueError("a sample has at least one layer")
    return f"{_ID}sample/" + ",".join(map(encode, layers))


def sample_layers(iri: str) -> tuple[str, ...]:
    """Return the formulas from which :func:`sample_iri` made an IRI.

    >>> sample_layers(sample_iri(("CuInS2", "Zn(O,S)")))
    ('CuInS2', 'Zn(O,S)')
    """
    return tuple(map(unquote, iri.rsplit("/", maxsplit=1)[1].split(",")))


def substance_iri(name: str) -> str:
    """Return the IRI of a chemical outside the vocabulary; see ``terms.chemical_iri``.

    Raises
    ------
    ValueError
        If the name is empty.
    """
    return _ID + "chemical/" + encode(name)


def sub_iri(parent: str, *parts: str) -> str:
    """Return the IRI of a part of another resource, such as ``<claim>/evidence/1``.

    Raises
    ------
    ValueError
        If a part is empty.
    """
    return "/".join((parent, *map(encode, parts)))


def segments(iri: str) -> tuple[str, ...]:
    """Return the decoded path segments of one of our IRIs below :data:`BASE`.

    Raises
    ------
    ValueError
        If the IRI is not ours.

    Examples
    --------
    >>> segments(document_iri("notes/liu 2011"))
    ('id', 'document', 'notes/liu 2011')
    """
    if not iri.startswith(BASE):
        raise ValueError(f"{iri} does not lie below {BASE}")
    return tuple(map(unquote, iri.removeprefix(BASE).split("/")))


def local_name(iri: str) -> str:
    """Return the last path segment or fragment of any IRI, decoded.

    >>> local_name("https://example.org/lab#bubble-count"), local_name(material_iri("Al2O3"))
    ('bubble-count', 'Al2O3')
    """
    return unquote(re.split("[/#]", iri)[-1])


def concept_notation(iri: str) -> str:
    """Return the notation from which :func:`concept_iri` made a concept's IRI.

    Raises
    ------
    ValueError
        If the IRI is not a concept of one of our schemes, or is a chemical, whose IRI does not
        determine its notation.
    """
    scheme, *rest = segments(iri)
    if scheme not in SCHEMES.values() or scheme == "chemical" or len(rest) != 1:
        raise ValueError(f"{iri} is not a vocabulary concept with a readable notation")
    return rest[0] if scheme in FREE_KINDS else rest[0].replace("-", "_")
