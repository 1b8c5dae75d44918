"""The response schemas of the JSON API, with an example of each.

The catalog stores studies and claims as JSON with the same keys.
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field

from ontology.claim_kinds import same_kinds
from ontology.iri import claim_iri, concept_iri, study_iri

Kind = Literal[
    "material",
    "form",
    "system",
    "process",
    "chemical",
    "condition",
    "technique",
    "outcome",
    "application",
]
same_kinds("api.schemas.Kind", get_args(Kind))


class Shape(BaseModel):
    """The base of all schemas: frozen; fields can also be set by their Python names."""

    model_config = ConfigDict(frozen=True, populate_by_name=True, serialize_by_alias=True)


class Ref(Shape):
    """A term of the vocabulary or a substance: its id, label and IRI."""

    id: str = Field(examples=["trimethylaluminum"])
    label: str = Field(examples=["trimethylaluminum"])
    iri: str = Field(examples=[concept_iri("chemical", "trimethylaluminum")])


class StudyRef(Shape):
    """A study in short, with the address to read more."""

    id: str = Field(examples=["liu-2011-1a2b3c4d"])
    label: str = Field(examples=["Liu 2011"])
    href: str = Field(examples=["/api/v1/studies/liu-2011-1a2b3c4d"])


class QuantityShape(Shape):
    """A measured value; ``lower`` and ``upper`` are its bounds in the printed unit."""

    text: str = Field(examples=["70 °C"], description="as printed")
    value: float | None = Field(default=None, examples=[70.0])
    value_max: float | None = Field(default=None, description="upper end of a range")
    start: float | None = Field(
        default=None, description="the value before a change", serialization_alias="from"
    )
    unit: str | None = Field(default=None, examples=["Cel"], description="UCUM code")
    bound: str | None = Field(default=None, description="'min': the value is a lower bound")
    approximate: bool = False
    lower: float | None = Field(default=None, examples=[70.0])
    upper: float | None = Field(default=None, examples=[70.0])


class EvidenceShape(Shape):
    """The evidence of a claim; spans count code points of the document's text, end excluded."""

    document: str = Field(examples=["review"])
    spans: tuple[tuple[int, int], ...] = Field(examples=[[[1042, 1180]]])
    place: str = Field(default="", examples=["section 3.2, paragraph 2"], description="in words")
    quote: str | None = Field(default=None, description="the text, if it may be distributed")
    rule: str = Field(default="", examples=["chemical/precursor"])
    extractor: str = Field(default="", examples=["1"])
    voice: str = Field(
        default="", examples=["a review about it"], description="source of the statement"
    )


class ClaimShape(Shape):
    """One statement credited to one study; its terms depend on its kind."""

    id: str = Field(examples=["0f3a6c1e9b2d4857"])
    iri: str = Field(examples=[claim_iri("0f3a6c1e9b2d4857")])
    kind: Kind = Field(examples=["chemical"])
    statement: str = Field(examples=["precursor: trimethylaluminum"])
    study: StudyRef
    study_key: str = Field(examples=["88"], description="the study as the document prints it")
    confidence: float = Field(examples=[1.0])
    role: Ref | None = None
    material: Ref | None = None
    form: Ref | None = None
    architecture: Ref | None = None
    system: Ref | None = None
    layers: tuple[str, ...] = ()
    process: Ref | None = None
    chemical: Ref | None = None
    parameter: Ref | None = None
    technique: Ref | None = None
    property: Ref | None = None
    direction: Ref | None = None
    application: Ref | None = None
    quantity: QuantityShape | None = None
    evidence: EvidenceShape


class StudyShape(Shape):
    """A study: its bibliographic record and the number of its claims."""

    id: str = Field(examples=["liu-2011-1a2b3c4d"])
    iri: str = Field(examples=[study_iri("liu-2011-1a2b3c4d")])
    href: str = Field(examples=["/api/v1/studies/liu-2011-1a2b3c4d"])
    label: str = Field(examples=["Liu 2011"])
    title: str = Field(default="", examples=["Infilled nanocrystal solids"])
    authors: str = Field(default="", examples=["Liu, Y.; Gibbs, M."])
    year: int | None = Field(default=None, examples=[2011])
    container: str = Field(default="", examples=["Nano Lett."])
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    type: str = Field(default="", examples=["article-journal"])
    citation: str = ""
    documents: tuple[str, ...] = Field(
        default=(), description="documents with claims about the study"
    )
    claim_count: int = Field(default=0, examples=[31])


class StudyDetail(StudyShape):
    """A study with all its claims, by kind."""

    claims: dict[str, tuple[ClaimShape, ...]] = Field(default_factory=dict)


class ThingShape(Shape):
    """A material, process or chemical, with its numbers of studies and claims."""

    id: str = Field(examples=["thermal_ald"])
    label: str = Field(examples=["thermal ALD"])
    iri: str = Field(examples=[concept_iri("process", "thermal_ald")])
    definition: str = ""
    synonyms: tuple[str, ...] = ()
    formula: str = ""
    classes: tuple[str, ...] = Field(default=(), description="composition classes of a material")
    roles: tuple[str, ...] = Field(default=(), description="roles that claims give it")
    study_count: int = Field(default=0, examples=[12])
    claim_count: int = Field(default=0, examples=[15])


Item = TypeVar("Item")


class Links(Shape):
    """Addresses of this page and its neighbours; ``null`` where there is none."""

    self_: str = Field(serialization_alias="self", examples=["/api/v1/studies?limit=50&offset=50"])
    next: str | None = Field(default=None, examples=["/api/v1/studies?cursor=50.71.5f3a9c01"])
    prev: str | None = Field(default=None, examples=["/api/v1/studies?limit=50&offset=0"])


class Page(Shape, Generic[Item]):
    """One page of the items that answer a request, and the total number."""

    items: tuple[Item, ...]
    total: Annotated[int, Field(examples=[154])]
    limit: Annotated[int, Field(examples=[50])]
    offset: Annotated[int, Field(examples=[0])]
    links: Links


class FoundClaim(Shape):
    """A claim that a search found, in short."""

    id: str = Field(examples=["0f3a6c1e9b2d4857"])
    kind: Kind = Field(examples=["chemical"])
    statement: str = Field(examples=["precursor: trimethylaluminum"])


class FoundSentence(Shape):
    """A sentence that a search found; ``marks`` are the places of the words in it.

    If the text may not be distributed, the sentence is ``""``.
    """

    sentence: str = Field(default="", examples=["The films were grown from TMA and water."])
    marks: tuple[tuple[int, int], ...] = Field(default=(), examples=[[[26, 29]]])
    claims: tuple[FoundClaim, ...] = ()


class SearchHit(Shape):
    """A study that a search found, with the sentences for which it was found."""

    study: StudyRef
    title: str
    text: str = Field(default="", description="its citation")
    container: str = Field(default="", examples=["Nano Lett."])
    year: int | None = Field(default=None, examples=[2011])
    claim_count: int = Field(default=0, examples=[31])
    sentences: tuple[FoundSentence, ...] = ()


class FacetValue(Shape):
    """One value of a facet, and the number of found studies that have it."""

    id: str = Field(examples=["thermal_ald"])
    label: str = Field(examples=["thermal ALD"])
    count: int = Field(examples=[12])


class FacetShape(Shape):
    """The values by which the found studies can be narrowed; ``name`` is the filter."""

    name: str = Field(examples=["process"])
    values: tuple[FacetValue, ...]
    more: int = Field(default=0, description="number of values that are not listed")


class Meant(Shape):
    """A name in a search, and its interpretation."""

    text: str = Field(examples=["TMA"])
    field: str = Field(examples=["chemical"])
    id: str = Field(examples=["trimethylaluminum"])
    label: str = Field(examples=["trimethylaluminum"])


class NamedTerm(Shape):
    """A name in a search, and the term of the vocabulary or the class that it stands for."""

    text: str = Field(examples=["zirconia"])
    label: str = Field(examples=["ZrO2"])
    iri: str


class NearQuestion(Shape):
    """A named question that is similar to the words of a search, with the values they give."""

    name: str = Field(examples=["studies-of-material"])
    title: str = Field(examples=["Studies of a material"])
    question: str
    values: dict[str, str] = Field(examples=[{"material": "PbSe"}])
    score: float = Field(examples=[0.8], description="1 if the question explains all words")
    href: str = Field(examples=["/queries/studies-of-material?ask=1&material=PbSe"])


class SearchPage(Page[SearchHit]):
    """Studies that a search found, the best first, and suggestions.

    ``corrected`` is the text that was searched instead if nothing was found for the typed words.
    ``is_partial`` is true if no study contains all the words and these contain most of them.
    ``absent`` lists terms of the vocabulary that the search names but no study here mentions.
    """

    meant: tuple[Meant, ...] = ()
    absent: tuple[NamedTerm, ...] = ()
    corrected: str = ""
    is_partial: bool = False
    facets: tuple[FacetShape, ...] = ()
    questions: tuple[NearQuestion, ...] = Field(
        default=(), description="named questions that were tried, the nearest first"
    )


class Completion(Shape):
    """A completion of typed text, and the number of studies that have it."""

    text: str = Field(examples=["thermal ALD"])
    field: str = Field(examples=["process"])
    id: str = Field(examples=["thermal_ald"])
    studies: int = Field(examples=[12])


class Completions(Shape):
    """Completions of a typed beginning, those with the most studies first."""

    items: tuple[Completion, ...]


class ParamShape(Shape):
    """A parameter of a named query; an empty default means any value.

    A parameter that takes ``several`` values may be repeated, or list them: "mobility or PL".
    """

    name: str = Field(examples=["formula"])
    type: str = Field(examples=["formula"])
    required: bool = False
    default: str | None = None
    description: str = ""
    several: bool = False


class QueryShape(Shape):
    """A named question."""

    name: str = Field(examples=["studies-of-material"])
    title: str
    question: str
    params: tuple[ParamShape, ...] = ()
    example: dict[str, str] = Field(default_factory=dict)
    sparql: str
    href: str = Field(examples=["/api/v1/queries/studies-of-material"])


class AnswerShape(Shape):
    """The answer to a named query; each row is an object with one value per column.

    If there are no rows, ``notes`` gives the reason and similar names.
    """

    query: str
    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    notes: tuple[str, ...] = ()


class Health(Shape):
    """The state of the graph, and its numbers of items."""

    status: Literal["ok"]
    version: str = Field(examples=["0.1.0"])
    studies: int = Field(examples=[154])
    claims: int = Field(examples=[2000])


class Ready(Shape):
    """Whether requests may be sent here."""

    status: Literal["ready"]
