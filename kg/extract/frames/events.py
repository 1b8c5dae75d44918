"""The events of the field: the words that name each, and the places of its parts.

A grammatical function names a place in any voice: ``object`` is the object of an active verb, the
subject of a passive one, the noun that a participle modifies, and the noun after "of"; ``subject``
is the agent. A ``layer`` is an object that only contains its filler: "a coat of ZnO". ``modified``
is the noun after a participle. Each group of prepositions has the name of one of them, see
:data:`kg.extract.frames.arguments.PREPOSITIONS`. ``joined`` is the word that a hyphen joins to a
participle: "ZnO-coated".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from kg.inflection import forms


@dataclass(frozen=True)
class Event:
    """A kind of event; ``verbs`` and ``nouns`` are the lemmas that name it.

    ``places`` are pairs ``function:part``, which assign a part to each place. ``needs`` are the
    parts that are required together, ``alone`` those any of which suffices by itself. ``emits`` is
    the word for the outer solid, if the event determines it. The subject of an ergative verb
    without an object is its object: "ZnO grows".
    """

    id: str
    verbs: str
    nouns: str
    places: str
    example: str
    counter: str
    emits: str = ""
    needs: str = "outer inner"
    alone: str = ""
    is_ergative: bool = False

    @cached_property
    def slots(self) -> Mapping[str, str]:
        """The part at each grammatical function."""
        return dict(place.split(":") for place in self.places.split())

    def is_told_by(self, parts: Collection[str]) -> bool:
        """Return whether these parts are enough for the event to state something."""
        return self._needed.issubset(parts) or not self._telling.isdisjoint(parts)

    @cached_property
    def _needed(self) -> frozenset[str]:
        return frozenset(self.needs.split())

    @cached_property
    def _telling(self) -> frozenset[str]:
        return frozenset(self.alone.split())


#: Verbs for putting another solid around or upon a solid.
_COVER = (
    "coat cover overcoat encapsulate passivate protect wrap enclose surround encase cap modify "
    "overgrow shell seal embed decorate line clad dress clothe envelop jacket sheathe armour armor "
    "bury"
)
EVENTS = (
    Event("deposited",
          "deposit grow lay nucleate accumulate", "",
          "object:outer on:inner around:inner bearer:inner by:means using:means with:means "
          "in:means",
          "ZnO was laid by ALD onto PbS quantum dots.", "ZnO was weighed on paper.",
          alone="outer inner", is_ergative=True),
    Event("as-deposited",
          "deposit grow", "",
          "modified:outer",
          "The as-grown HfO2 is amorphous.", "The as-received HfO2 is amorphous.",
          needs="outer"),
    Event("deposition",
          "", "deposition growth ald mld nucleation cvd peald pecvd mocvd",
          "object:outer on:inner around:inner bearer:inner by:means using:means with:means "
          "in:means during:dots",
          "The growth of ZnO on sapphire was slow.", "The price of ZnO on sapphire was low.",
          alone="outer inner"),
    Event("made",
          "form apply prepare synthesize fabricate make obtain realize give yield produce afford",
          "",
          "object:outer on:inner around:inner by:means using:means with:means in:means",
          "Rutile TiO2 prepared by thermal ALD was dense.", "TiO2 prepared by hand was dense.",
          alone="outer", is_ergative=True),
    Event("sputtered",
          "sputter evaporate sublime", "sputtering evaporation",
          "object:outer on:inner around:inner",
          "A Mo layer was sputtered on glass.", "A Mo layer was annealed on glass.",
          alone="outer"),
    Event("coated",
          _COVER,
          "passivation encapsulation overcoating protection encasement",
          "object:inner modified:inner subject:outer with:outer by:outer in:outer under:outer",
          "By coating the CdTe quantum dots with HfO2 we kept them bright.",
          "CdTe quantum dots and HfO2 were coated."),
    Event("coated",
          "", "coating",
          "object:inner modified:inner subject:outer with:outer by:outer",
          "The coating of CdTe quantum dots with HfO2 keeps them bright.",
          "The coating in CdTe quantum dots and HfO2 was thin."),
    Event("coated-onto",
          "coat", "",
          "object:outer on:inner",
          "Silica was coated onto the Au nanorods.", "Silica was coated with Au on both sides."),
    Event("worn",
          "bear carry wear receive having", "",
          "subject:inner object:outer",
          "Steel coupons bearing 40 nm of HfO2 were weighed.",
          "Steel coupons and HfO2 bear labels."),
    Event("given",
          "give lend grant", "",
          "recipient:inner object:outer",
          "The exchange of ions lent the CdTe quantum dots a ZnS skin.",
          "CdTe quantum dots and ZnS gave a hint."),
    Event("laid-around",
          "wrap drape put fold", "",
          "object:outer on:inner around:inner",
          "HfO2 was put down on sapphire.", "HfO2 was put beside sapphire."),
    Event("converted",
          "convert transform turn exchange sulfurize sulfidize sulfidate selenize reduce oxidize "
          "evolve",
          "conversion transformation exchange evolution",
          "object:inner modified:inner of:inner from:inner to:outer in:outer",
          "The ZnSe nanocrystals turned into CdSe.", "The ZnSe nanocrystals and CdSe turned green.",
          emits="converted", is_ergative=True),
    Event("process-for",
          "develop establish", "process chemistry route recipe precursor",
          "for:outer",
          "An ALD process for ZnO is shown.", "A wet process for ZnO is shown.",
          needs="outer"),
    Event("overcoated",
          "cap overcoat overgrow shell bury", "shelling overgrowth overcoating",
          "object:dots modified:dots with:outer by:outer of:outer under:outer",
          "The samples were capped with 5 nm of Al2O3.", "The samples of Al2O3 were capped.",
          needs="outer"),
    Event("etched",
          "etch", "etching ale",
          "object:outer",
          "The atomic layer etching of AlN was studied.", "The wet etching of AlN was studied.",
          needs="outer"),
    Event("joined",
          _COVER,
          "",
          "modified:inner object:inner joined:outer",
          "alumina-passivated PbS quantum dots", "well-passivated PbS quantum dots"),
    Event("lay-on",
          "",
          "film layer coating shell overlayer monolayer coat crown multilayer nanoparticle "
          "particle nanocrystal island cluster nanodot",
          "itself:outer on:inner around:inner",
          "The ZnO layers on sapphire were smooth.", "The ZnO layers and sapphire were smooth."),
    Event("tipped",
          "tip", "tip domain satellite",
          "itself:outer on:inner joined:outer modified:inner object:inner with:outer",
          "Au-tipped CdSe nanorods", "Au-tipped probes",
          emits="tips"),
    Event("seeded",
          "seed", "",
          "modified:outer joined:inner",
          "CdSe-seeded CdS nanorods", "well-seeded CdS nanorods",
          emits="seeded"),
    Event("started",
          "start initiate seed enable allow promote", "",
          "subject:dots layer:outer",
          "Hydroxyls on the CdTe quantum dots start the growth of HfO2.",
          "Hydroxyls on the CdTe quantum dots start to etch HfO2.",
          needs="outer dots"),
    Event("filled",
          "fill infill infiltrate penetrate", "infill infilling infiltration filling",
          "object:inner modified:inner subject:outer with:outer by:outer",
          "Alumina infiltrates the film of PbS quantum dots.",
          "Alumina boats hold the film of PbS quantum dots.",
          emits="matrix", alone="outer"),
    Event("embedded",
          "embed disperse incorporate immerse blend load", "embedding incorporation",
          "object:inner in:outer",
          "CdTe quantum dots were embedded in HfO2.", "CdTe quantum dots were stored in HfO2.",
          emits="matrix"),
)  # fmt: skip
#: Events of reagents; ``emits`` is a role, or the way in which
#: :func:`kg.extract.knowledge.usual_roles.part_of` finds it. Ions count only where they bind or are
#: exchanged.
REAGENT_EVENTS = (
    Event("dosed",
          "dose pulse expose", "pulse exposure dose dosing pulsing subcycle",
          "object:reagents to:reagents between:reagents with:reagents",
          "Exposures to TMA and water alternate.", "Bottles of TMA and water are full.",
          emits="dosed", needs="reagents"),
    Event("introduced",
          "introduce admit supply deliver inject feed carry transport convey",
          "admission supply delivery",
          "object:reagents",
          "The TMA vapour was admitted slowly.", "The TMA vapour was cooled slowly.",
          emits="reactive", needs="reagents"),
    Event("reacted",
          "react pair combine alternate follow meet use employ give yield produce",
          "reaction combination alternation use",
          "subject:reagents object:reagents between:reagents with:reagents by:reagents "
          "using:reagents",
          "TiCl4 was paired with water.", "TiCl4 was kept from water.",
          emits="paired", needs="reagents"),
    Event("purged",
          "purge flush sweep fluidize carry", "purge purging flushing carrier",
          "with:reagents by:reagents using:reagents in:reagents subject:reagents "
          "object:reagents",
          "The chamber was swept with argon.", "The chamber was filled with argon.",
          emits="purge_gas", needs="reagents"),
    Event("released",
          "release liberate evolve eliminate desorb",
          "release liberation evolution elimination desorption",
          "object:reagents",
          "Methane is released at the surface.", "Methane is burnt at the surface.",
          emits="byproduct_only", needs="reagents", is_ergative=True),
    Event("exchanged",
          "exchange replace substitute displace",
          "exchange replacement substitution displacement",
          "object:binders subject:binders for:binders from:binders to:binders with:binders "
          "by:binders using:binders",
          "Oleic acid was exchanged for pyridine.", "Oleic acid was preferred to pyridine.",
          emits="bound", needs="binders"),
    Event("treated",
          "treat pretreat soak dip immerse", "treatment soaking immersion",
          "in:reagents joined:reagents object:reagents with:reagents by:reagents using:reagents",
          "The films of quantum dots were soaked in ethylenediamine.",
          "The films of quantum dots were weighed in ethylenediamine.",
          emits="treated", needs="reagents"),
    Event("capped",
          "cap terminate functionalize stabilize passivate ligate link",
          "capping functionalization stabilization passivation termination",
          "joined:binders subject:binders with:binders by:binders using:binders",
          "The dots are capped with oleylamine.", "The dots are washed with oleylamine.",
          emits="capping", needs="binders"),
    Event("linked",
          "attach anchor tether graft immobilize couple",
          "attachment anchoring tethering grafting immobilization coupling",
          "by:binders using:binders with:binders",
          "The dots were attached to titania by cysteine.",
          "The dots were moved to titania by cysteine.",
          emits="linking", needs="binders"),
    Event("bound",
          "coat bind coordinate", "",
          "subject:binders",
          "Oleylamine binds to the CdTe dots.", "Oleylamine boils above the CdTe dots.",
          emits="bound", needs="binders"),
    Event("mixed",
          "mix load boil dissolve combine degas heat add place stir charge inject react take put "
          "reflux sonicate weigh grind",
          "mixture solution addition mixing",
          "object:reagents with:reagents to:reagents in:reagents",
          "Indium acetate, oleylamine and octane were heated.",
          "Indium acetate, oleylamine and octane were bought.",
          emits="in_mixture", needs="reagents"),
)  # fmt: skip
_ALL = (*EVENTS, *REAGENT_EVENTS)


@cache
def events_of(word: str, *, is_verbal: bool) -> tuple[Event, ...]:
    """Return the events that a form of a verb or of a noun names."""
    return (_verbs() if is_verbal else _nouns()).get(word, ())


@cache
def told_by(word: str) -> tuple[Event, ...]:
    """Return the events that a word in lower case may name, as a verb or as a noun."""
    return (*_verbs().get(word, ()), *_nouns().get(word, ()))


@cache
def telling_words() -> frozenset[str]:
    """Return the words in lower case that may name an event."""
    return frozenset((*_verbs(), *_nouns()))


def load_forms() -> None:
    """Load the forms of all verbs and nouns that name an event."""
    _verbs()
    _nouns()


@cache
def _verbs() -> dict[str, tuple[Event, ...]]:
    return _by_form(one for one in lemmas() if one[2] == "VERB")


@cache
def _nouns() -> dict[str, tuple[Event, ...]]:
    return _by_form(one for one in lemmas() if one[2] == "NOUN")


def lemmas() -> Iterator[tuple[Event, str, str]]:
    """Yield each event with the lemmas of its verbs and nouns, and their part of speech."""
    for event in _ALL:
        yield from ((event, lemma, "VERB") for lemma in event.verbs.split())
        yield from ((event, lemma, "NOUN") for lemma in event.nouns.split())


def _by_form(told_by: Iterable[tuple[Event, str, str]]) -> dict[str, tuple[Event, ...]]:
    told: dict[str, tuple[Event, ...]] = {}
    for event, lemma, part_of_speech in told_by:
        for form in forms(lemma, part_of_speech):
            told[form] = (*told.get(form, ()), event)
    return told
