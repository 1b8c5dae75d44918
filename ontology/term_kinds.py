"""The kinds of vocabulary terms and their classes in the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ontology.iri import NAMESPACE, SCHEMES

#: Kind of term -> local name of its class in ``ald-kg.ttl``.
KIND_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "role_material": "MaterialRole",
        "form": "FormType",
        "architecture": "Architecture",
        "process": "ProcessType",
        "role_chemical": "ChemicalRole",
        "chemical": "ChemicalSubstance",
        "parameter": "Parameter",
        "technique": "TechniqueType",
        "property": "PropertyType",
        "direction": "Direction",
        "application": "ApplicationType",
        "material": "NamedMaterial",
        "unit": "Unit",
        "ligand_family": "LigandFamily",
    }
)

#: IRI of the class -> kind of term.
KIND_OF_CLASS: Mapping[str, str] = MappingProxyType(
    {NAMESPACE + name: kind for kind, name in KIND_CLASSES.items()}
)
if set(KIND_CLASSES) != set(SCHEMES):
    raise TypeError(
        "ontology.term_kinds.KIND_CLASSES and ontology.iri.SCHEMES differ in their kinds"
    )
