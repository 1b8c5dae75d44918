"""The model of a claim: one typed statement of a study, with the sentence that supports it.

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

#: The study id of a document's own work.
THIS = "this"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A measured value, or an interval, with its UCUM unit.

    An exact value has only ``value``; a range ``value`` and ``value_max``; an upper bound only
    ``value_max``; a lower bound ``value`` with ``bound="min"``. ``start`` is the value before a
    change (the contract's ``from``). ``unit`` is ``None`` for pure numbers. ``raw`` is the text as
    printed.
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
    """A solid that the study made or used, with its role."""

    role: str
    formula: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """The shape in which a solid was used."""

    formula: str
    form: str


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """The whole object, with its layers from the inside out."""

    architecture: str
    layers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A process by which the study deposited or made something."""

    process: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chemical:
    """A reagent with its role: precursor, co-reactant, ligand, solvent, ..."""

    role: str
    chemical: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A quantity of a process or structure; ``quantity`` is ``None`` if there is no number."""

    parameter: str
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Technique:
    """A technique by which something was characterised."""

    technique: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A change of a property, with its direction and value."""

    property: str
    direction: str
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A device or use that was demonstrated or intended."""

    application: str


Content = (
    Material | Form | System | Process | Chemical | Condition | Technique | Outcome | Application
)


def _contents() -> Mapping[str, type[Content]]:
    """Return the content class of each kind of claim; check that it has the fields of the kind."""
    found: dict[str, type[Content]] = {one.__name__.lower(): one for one in get_args(Content)}
    same_kinds("kg.model.Content", found)
    for name, kind in CLAIM_KINDS.items():
        if {item.name for item in fields(found[name])} != set(kind.fields):
            raise TypeError(
                f"kg.model.{found[name].__name__} has other fields than {name!r} claims"
            )
    return {name: found[name] for name in CLAIM_KINDS}


#: Kind of claim -> class of its content, in the order in which claims are listed.
KINDS: Final = _contents()


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """The target of a link, with its kind: ``chemical:trimethylaluminum``, ``process:ald``.

    ``kind`` is one of :data:`THING_KINDS`. ``id`` is the notation of a term, or a formula; the id
    of a ``system`` lists its layers from the inside out, separated by slashes.
    """

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def layers(self) -> tuple[str, ...]:
        """The formulas of a material or system from the inside out; empty for other things."""
        return tuple(self.id.split("/")) if self.kind in ("material", "system") else ()


def solid(layers: tuple[str, ...]) -> Thing:
    """Return the solid that consists of these layers: a material for one layer, else a system.

    >>> str(solid(("PbSe",))), str(solid(("PbSe", "Al2O3")))
    ('material:PbSe', 'system:PbSe/Al2O3')
    """
    return Thing("material" if len(layers) == 1 else "system", "/".join(layers))


#: Kinds of things that a link may point at. The id of an ``outcome`` is its property.
THING_KINDS: Final = tuple(kind.name for kind in CLAIM_KINDS.values() if kind.thing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The links of a claim that the text states.

    Each kind of claim has its own links (with the contract's name in brackets where it differs):

    outcome
        ``of``: the object that has the property, its layers from the inside out; ``agent``: what
        caused it; ``against``: what it is compared with; ``under``: the conditions under which it
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


#: The links of a claim for which the text states none.
UNLINKED: Final = Links()
#: The fields of :class:`Links`.
_LINK_NAMES: Final = tuple(item.name for item in fields(Links))
#: The links that a claim of each kind may have; claims of other kinds have none.
LINKS_OF: Final[Mapping[type, tuple[str, ...]]] = {
    KINDS[kind.name]: kind.links for kind in CLAIM_KINDS.values() if kind.links
}


_BETWEEN_READERS: Final = "; "


def join_readers(readers: Iterable[str]) -> str:
    """Return the names of several readers as one text, as evidence stores them.

    >>> join_readers(["phrases/1", "ald-kg/0.2.0"])
    'ald-kg/0.2.0; phrases/1'
    """
    return _BETWEEN_READERS.join(sorted({*readers} - {""}))


def part_readers(extractor: str) -> tuple[str, ...]:
    """Return the readers that the ``extractor`` of evidence names.

    >>> part_readers("ald-kg/0.2.0; phrases/1"), part_readers("")
    (('ald-kg/0.2.0', 'phrases/1'), ())
    """
    return tuple(filter(None, extractor.split(_BETWEEN_READERS)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The receipt of a claim: its place in the text, the rule that read it, and the rule's version.

    ``spans`` are offsets in the document's raw text, in reading order, never empty. ``quote`` is
    the legible text there (:mod:`corpus.quotes`); it is ``""`` if the document's text may not be
    shipped. ``place`` describes the place in words (:mod:`corpus.places`). ``extractor`` is the
    name and version of the reader that found the claim, ``"ald-kg/0.2.0"``; several readers are
    listed in alphabetical order (:func:`join_readers`). ``rule`` is the rule of the first sentence.

    A claim entered by hand has a ``curator`` instead of an extractor. Its document is the curator's
    table, its spans are its row there, ``quote`` is the text that the curator copied and ``source``
    the work it was copied from.

    Raises
    ------
    ValueError
        If there are no spans.
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

    ``study`` is the reference number as the document prints it, or :data:`THIS`.

    Raises
    ------
    ValueError
        If it has a link that its kind may not have (:data:`LINKS_OF`).
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
    """A link of a claim: its key in the record of a claim, and its target as text.

    A condition is written as the JSON of its record, the layers of a sample with slashes.
    """

    key: str
    thing: str

    def __str__(self) -> str:
        return f"{self.key} {self.thing}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision on a claim or link: curator, verdict, time and reason.

    ``claim`` has no quote; ``quote_sha256`` is the hash of its quote, or ``""`` if it had none. A
    ``correction`` is the corrected content of the claim, or ``{"thing": ...}`` for a link. A
    decision that withdraws another has no claim, but the id of the other in ``undoes``.
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
    """A sentence in which a document states that reports disagree, or that a point is disputed.

    ``studies`` are the studies that it names, as the document prints them; only :data:`THIS` if it
    names none. ``cue`` are the first words that express the disagreement; ``about`` the solids,
    properties, processes and chemicals in the sentence.
    """

    studies: tuple[str, ...]
    cue: str
    evidence: Evidence
    about: tuple[Thing, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Everything that the graph needs of one document: its record, its reference list, its claims.

    ``sha256`` is the hash of the document's bytes; ``record`` its own bibliographic record.
    ``extractor`` names the readers of the document in the form of evidence, including readers that
    found no claim; it is ``""`` if none read it. ``written_from`` is the id of the document that a
    note was written from, if that is not the study itself. ``decided`` are claims that people
    decided on; ``claims`` include the results of these decisions. ``disagreements`` are those that
    the document states itself, in reading order.
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
