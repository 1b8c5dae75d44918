"""The kinds of term that the vocabularies have, and the class of each in the ontology."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ontology.iri import NAMESPACE, SCHEMES

#: The class in ``ald-kg.ttl`` of each kind of term; the keys are those of the claims vocabulary.
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
    raise TypeError("ontology.kinds.KIND_CLASSES and ontology.iri.SCHEMES differ in their kinds")
