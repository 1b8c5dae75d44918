"""Schemas of the items of the resources: the schemas of the API with labels and links."""

from __future__ import annotations

from pydantic import Field

from api.schemas import (
    ClaimShape,
    EvidenceShape,
    Kind,
    Ref,
    Shape,
    StudyDetail,
    StudyRef,
    StudyShape,
    ThingShape,
)
from ontology.iri import BASE, document_iri, recipe_iri, statement_iri, system_iri


class ItemLinks(Shape):
    """Addresses of an item, of its subject, and of its supporting sentences."""

    self_: str = Field(serialization_alias="self", examples=["/api/v1/outcomes/0f3a6c1e9b2d4857"])
    study: str | None = Field(
        default=None,
        description="its study, or the list of its studies",
        examples=["/api/v1/studies/liu-2011-1a2b3c4d"],
    )
    evidence: str = Field(examples=["/api/v1/evidence/0f3a6c1e9b2d4857"])


class StudyItem(StudyShape):
    """A study: its bibliographic record and the number of its claims."""

    links: ItemLinks


class StudyWhole(StudyDetail):
    """A study with all its claims, by kind."""

    links: ItemLinks


class ClaimItem(ClaimShape):
    """One statement credited to one study; its terms depend on its kind."""

    label: str = Field(examples=["precursor: trimethylaluminum"], description="what it states")
    links: ItemLinks


class ThingItem(ThingShape):
    """A material, process, chemical, technique or application that studies mention."""

    links: ItemLinks


class SystemItem(Shape):
    """A layered object, with its numbers of studies and claims."""

    id: str = Field(examples=["core_shell/CdSe,CdS"])
    label: str = Field(examples=["CdSe > CdS"])
    iri: str = Field(examples=[system_iri("core_shell", ("CdSe", "CdS"))])
    layers: tuple[str, ...] = Field(default=(), examples=[["CdSe", "CdS"]])
    architecture: Ref | None = None
    study_count: int = Field(default=0, examples=[12])
    claim_count: int = Field(default=0, examples=[15])
    links: ItemLinks


class DocumentItem(Shape):
    """A document that was read, with the number of its claims."""

    id: str = Field(examples=["review"])
    label: str = Field(
        examples=["An overview"], description="the title, or the id if there is none"
    )
    iri: str = Field(examples=[document_iri("review")])
    title: str = ""
    genre: str = Field(default="", examples=["review"])
    sha256: str = Field(default="", description="hash of its text")
    describes: str = Field(default="", description="id of the study that the document reports")
    written_from: str = ""
    study_count: int = Field(default=0, examples=[12])
    claim_count: int = Field(default=0, examples=[15])
    links: ItemLinks


class ClaimRef(Shape):
    """A claim in short, with its address."""

    id: str = Field(examples=["0f3a6c1e9b2d4857"])
    kind: Kind = Field(examples=["chemical"])
    label: str = Field(examples=["precursor: trimethylaluminum"])
    href: str = Field(examples=["/api/v1/claims/0f3a6c1e9b2d4857"])


class EvidenceItem(EvidenceShape):
    """The evidence of a claim, with its sentence."""

    id: str = Field(examples=["0f3a6c1e9b2d4857"], description="the id of its claim")
    label: str = Field(examples=["review, section 3.2, paragraph 2"])
    iri: str = Field(examples=[f"{BASE}id/claim/0f3a6c1e9b2d4857/evidence"])
    claim: ClaimRef
    study: StudyRef
    links: ItemLinks


class Composite(Shape):
    """A statement: equal claims about a study, with all their sentences."""

    study: StudyRef
    claims: tuple[ClaimRef, ...]
    evidence: tuple[EvidenceShape, ...]
    links: ItemLinks


class RecipeItem(Composite):
    """The recipe by which a study made a solid, as far as its text states it."""

    id: str = Field(examples=["0f3a6c1e9b2d4857"])
    label: str = Field(examples=["Al2O3 from trimethylaluminum + water by thermal ALD"])
    iri: str = Field(examples=[recipe_iri("0f3a6c1e9b2d4857")])
    made: Ref | None = None
    processes: tuple[Ref, ...] = ()
    precursors: tuple[Ref, ...] = ()
    coreactants: tuple[Ref, ...] = ()


class ObservationItem(Composite):
    """An observation: a change of a property, its sample, agent, baseline and technique."""

    id: str = Field(examples=["0f3a6c1e9b2d4857"])
    label: str = Field(examples=["electron mobility: increased, 7 cm² V⁻¹ s⁻¹ (PbSe)"])
    iri: str = Field(examples=[statement_iri("0f3a6c1e9b2d4857")])
    sample: Ref | None = None
    causes: tuple[Ref, ...] = ()
    baselines: tuple[Ref, ...] = ()
    techniques: tuple[Ref, ...] = ()
    before: str = ""
    after: str = ""
    unit: str = ""
    conditions: str = ""
    voice: str = ""
    belief: float = Field(
        default=0.0, description="belief that the statement was made, from 0 to 1"
    )
