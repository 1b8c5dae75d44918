"""The model of a claim: one typed statement of a study, with the sentence it rests on.

The kinds and their keys are those of :mod:`ontology.claim_kinds` (``docs/claims.md``). Coded values
are ``skos:notation`` ids of the ontology; formulas are plain text (``Al2O3``, ``ZnxCd1-xS``); units
are UCUM codes. A missing value is ``None``, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, get_args

from corpus.model import Reference, Span
from ontology.claim_kinds import CLAIM_KINDS, same_kinds

#: The study id of what a document says on its own account.
THIS = "this"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A measured value with its UCUM unit, as an interval.

    An exact value has ``value`` alone; a range ``value`` and ``value_max``; an upper bound
    ``value_max`` alone; a lower bound ``value`` with ``bound="min"``. ``start`` is the value before
    a change (the contract's ``from``). ``unit`` is ``None`` for pure numbers. ``raw`` is the text
    as printed.
    """

    value: float | None = None
    value_max: float | None = None
    unit: str | None = None
    bound: str | None = None
    start: float | None = None
    approximate: bool = False
    raw: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """The study made or used this solid in this role."""

    role: str
    formula: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The shape in which a solid was used."""

    formula: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """The whole object, its layers listed from the inside out."""

    architecture: str
    layers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """The study deposited or made it this way."""

    process: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chemical:
    """A reagent with its role: precursor, co-reactant, ligand, solvent, ..."""

    role: str
    chemical: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A process or structure quantity; ``quantity`` is ``None`` for numberless conditions."""

    parameter: str
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique:
    """Characterised by."""

    technique: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A change of a property, with its direction and value."""

    property: str
    direction: str
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """The device or use demonstrated or aimed at."""

    application: str


Content = (
    Material | Form | System | Process | Chemical | Condition | Technique | Outcome | Application
)


def _contents() -> Mapping[str, type[Content]]:
    """The class of contents of each kind of claim, which has the fields of the kind."""
    found: dict[str, type[Content]] = {one.__name__.lower(): one for one in get_args(Content)}
    same_kinds("kg.model.Content", found)
    for name, kind in CLAIM_KINDS.items():
        if {item.name for item in fields(found[name])} != set(kind.fields):
            raise TypeError(
                f"kg.model.{found[name].__name__} has other fields than {name!r} claims"
            )
    return {name: found[name] for name in CLAIM_KINDS}


#: Kind of claim -> what such a claim says, in the order in which claims are listed.
KINDS: Final = _contents()


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """The target of a link, with its kind: ``chemical:trimethylaluminum``, ``process:ald``.

    ``kind`` is one of :data:`THING_KINDS`. ``id`` is the notation of a term, or a formula; that of
    a ``system`` lists its layers from the inside out, with a slash between two.
    """

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def layers(self) -> tuple[str, ...]:
        """The formulas of a material or system from the inside out; of another thing none."""
        return tuple(self.id.split("/")) if self.kind in ("material", "system") else ()


def solid(layers: tuple[str, ...]) -> Thing:
    """Name the solid that consists of these layers: a material, or of several a system.

    >>> str(solid(("PbSe",))), str(solid(("PbSe", "Al2O3")))
    ('material:PbSe', 'system:PbSe/Al2O3')
    """
    return Thing("material" if len(layers) == 1 else "system", "/".join(layers))


#: What a link may point at. An ``outcome`` is named by its property.
THING_KINDS: Final = tuple(kind.name for kind in CLAIM_KINDS.values() if kind.thing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The links of a claim that the text states.

    Each kind of claim has links of its own (the contract's name in brackets where it differs):

    outcome
        ``of``: the object that has the property, its layers from the inside out; ``agent``: what
        caused it; ``against``: what it is compared with; ``under``: the conditions at which it
        holds.
    condition
        ``owner`` (``of``): the process step, chemical or sample that it belongs to.
    chemical
        ``used_for`` (``for``): the process and the solid that it was used to make; ``used_with``
        (``with``): the reagents that it was used with.
    process
        ``makes``: the material or system that it makes.
    technique
        ``shows``: the outcome or object that it proved.
    """

    of: tuple[str, ...] = ()
    agent: tuple[Thing, ...] = ()
    against: tuple[Thing, ...] = ()
    under: tuple[Condition, ...] = ()
    owner: tuple[Thing, ...] = ()
    used_for: tuple[Thing, ...] = ()
    used_with: tuple[Thing, ...] = ()
    makes: tuple[Thing, ...] = ()
    shows: tuple[Thing, ...] = ()


#: The links of a claim of which the text states none.
UNLINKED: Final = Links()
#: The fields of :class:`Links`.
_LINK_NAMES: Final = tuple(item.name for item in fields(Links))
#: The links that a claim of each kind may have; claims of other kinds have none.
LINKS_OF: Final[Mapping[type, tuple[str, ...]]] = {
    KINDS[kind.name]: kind.links for kind in CLAIM_KINDS.values() if kind.links
}


_BETWEEN_READERS: Final = "; "


def join_readers(readers: Iterable[str]) -> str:
    """Name several readers as evidence does.

    >>> join_readers(["phrases/1", "ald-kg/0.2.0"])
    'ald-kg/0.2.0; phrases/1'
    """
    return _BETWEEN_READERS.join(sorted({*readers} - {""}))


def part_readers(extractor: str) -> tuple[str, ...]:
    """The readers that evidence names.

    >>> part_readers("ald-kg/0.2.0; phrases/1"), part_readers("")
    (('ald-kg/0.2.0', 'phrases/1'), ())
    """
    return tuple(filter(None, extractor.split(_BETWEEN_READERS)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The receipt of a claim: its place, which rule read it, with which version.

    ``spans`` are offsets in the document's raw text, in reading order, never empty. ``quote`` is
    what a person reads there (:mod:`corpus.quotes`); it is ``""`` where a document's text may not
    be shipped (offsets only). ``place`` says in words where that is (:mod:`corpus.places`).

    ``extractor`` is the name and version of the reader that found it, ``"ald-kg/0.2.0"``; several
    that found the same stand in alphabetical order (:func:`join_readers`). ``rule`` is that of the
    first sentence.

    A claim entered by hand has no extractor but a ``curator``. Its document is the curator's table,
    its spans are the row there, ``quote`` is what the curator copied and ``source`` where from.
    """

    spans: tuple[Span, ...]
    rule: str
    extractor: str
    quote: str = ""
    place: str = ""
    curator: str = ""
    source: str = ""

    def __post_init__(self) -> None:
        if not self.spans:
            raise ValueError("a claim without evidence is not a claim")


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One statement credited to one study, found in one document.

    ``study`` is the reference number as the document prints it, or :data:`THIS`. ``links`` are
    those that a claim of its kind may have (:data:`LINKS_OF`).
    """

    doc: str
    study: str
    content: Content
    evidence: Evidence
    confidence: float = 1.0
    links: Links = UNLINKED

    def __post_init__(self) -> None:
        allowed = LINKS_OF.get(type(self.content), ())
        for name in _LINK_NAMES:
            if getattr(self.links, name) and name not in allowed:
                raise ValueError(f"{type(self.content).__name__} has no link {name!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of a claim: its key in the record of a claim, and what it points at, as text.

    A condition is written as the JSON of its record, the layers of a sample with slashes.
    """

    key: str
    thing: str

    def __str__(self) -> str:
        return f"{self.key} {self.thing}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision on a claim or link: curator, verdict, time and reason.

    ``claim`` has no quote; ``quote_sha256`` is the hash of its quote, ``""`` where it had none. A
    ``correction`` is the content of the claim as it should be, or ``{"thing": ...}`` for a link. An
    undoing has no claim but the id of the decision that it ``undoes``.
    """

    id: str
    verdict: str
    name: str
    date: str
    reason: str = ""
    claim: Claim | None = None
    quote_sha256: str = ""
    link: Link | None = None
    correction: Mapping[str, Any] = field(default_factory=dict)
    undoes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedClaim:
    """A claim as read, the claim after decisions (``None`` if rejected), and the decisions."""

    original: Claim
    claim: Claim | None
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A sentence in which a document says that reports disagree, or that a point is disputed.

    ``studies`` are those that it names, as the document prints them; :data:`THIS` alone where it
    names none. ``cue`` are the words that say so, the first few; ``about`` the solids, properties,
    processes and chemicals in the sentence.
    """

    studies: tuple[str, ...]
    cue: str
    evidence: Evidence
    about: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything the graph needs of one document: its record, its reference list, its claims.

    ``sha256`` is the hash of the document's bytes; ``record`` its own bibliographic record.
    ``extractor`` names the readers that read it as in evidence, also those that found no claim;
    ``""`` if none read it.
    ``written_from`` is the id of the document that a note was written from, if not from the study.
    ``decided`` are claims that people decided on; ``claims`` are what came of that.
    ``disagreements`` are those that the document names itself, in reading order.
    """

    id: str
    sha256: str
    claims: tuple[Claim, ...] = ()
    references: tuple[Reference, ...] = ()
    record: Reference | None = None
    genre: str = "article"
    source: str = ""
    extractor: str = ""
    written_from: str = ""
    decided: tuple[DecidedClaim, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
