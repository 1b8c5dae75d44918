"""The account of one study in a document: its sentences in order, and what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from corpus.model import Span
from kg.composition import contained_elements
from kg.extract.findings import Coating, Finding
from kg.extract.knowledge.families import broader, is_dot_material
from kg.extract.links.clauses import Clause, clauses_of, first_verb
from kg.extract.links.devices import SERVING, part_in_device
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.solids.systems import layers_of
from kg.model import Chemical, Content, Form, Material, Process, System

#: Roles of a solid that only carries others or conducts current to them.
BYSTANDERS = frozenset({"substrate", "support", "electrode", "template"})
#: Roles of a solid that is put on or around another.
OUTER = frozenset({"shell", "matrix", "overlayer", "spacer", "blocking_layer"})
#: Roles of the solids that a study is about, the most decisive first.
MAIN = (
    ("core", "nanocrystal"),
    ("film", "product"),
    ("absorber",),
    ("electrode",),
    ("matrix", "shell", "overlayer"),
)
#: An account with this many sentences is about the solid that it names most, if it names it this
#: many times as often as the solids that rank first by role. A solid that is only a substrate needs
#: the larger lead.
_LONG, _LEAD, _LEAD_OF_SUBSTRATE = 40, 2, 8
#: Elements that are the active material of devices.
_ACTIVE_ELEMENTS = frozenset("B C Si Ge P As Se Te".split())
#: Systems that are one object, not a film on a substrate.
_OBJECTS = frozenset(
    {"core_shell", "core_crown", "nanocomposite", "nanolaminate", "heterostructure", "hybrid"}
)


@dataclass(frozen=True, eq=False, kw_only=True)
class Part:
    """A sentence of an account, with the stretch of it that is credited to the study.

    ``index`` is that of the reading in the document, ``doc`` its parse if it has one. ``findings``
    are those in the stretch that are credited to the study.
    """

    index: int
    reading: Reading
    doc: Doc | None
    stretch: Span
    findings: tuple[Finding, ...] = ()

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions in the stretch, one for each span and kind."""
        start, end = self.stretch
        seen: dict[tuple[int, int, str], Mention] = {}
        for mention in self.reading.mentions:
            if start <= mention.start < end:
                seen.setdefault((mention.start, mention.end, mention.kind), mention)
        return tuple(seen.values())

    @cached_property
    def processes(self) -> tuple[Mention, ...]:
        """The processes that the stretch names."""
        return tuple(m for m in self.mentions if m.kind == "process")

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the stretch, in order."""
        return clauses_of(self.reading, self.doc, self.stretch)

    def verb_in(self, start: int, end: int) -> int | None:
        """Return the offset of the first finite verb between two offsets, if there is one."""
        return first_verb(self.reading, self.doc, start, end)

    @property
    def text(self) -> str:
        """The whole sentence; offsets of mentions and stretches count from its start."""
        return self.reading.text

    @property
    def coatings(self) -> tuple[Coating, ...]:
        """The coatings that the sentence states: what was put on what."""
        return tuple(f.content for f in self.findings if isinstance(f.content, Coating))


@dataclass(frozen=True, kw_only=True)
class Account:
    """The account of one study; ``contents`` are those of its claims.

    ``is_general`` is true if the document describes the field here, not one piece of work.
    """

    study: str
    parts: tuple[Part, ...]
    contents: tuple[Content, ...]
    is_general: bool = False

    def before(self, part: Part, *, sentences: int = 0) -> Iterator[Part]:
        """Yield the parts before this one in its own passage, nearest first.

        ``sentences`` limits how many; 0 means all.
        """
        at = self._places[id(part)]
        passage = part.reading.sentence.passage
        start = max(0, at - sentences) if sentences else 0
        for other in reversed(self.parts[start:at]):
            if other.reading.sentence.passage is passage:
                yield other

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(part): at for at, part in enumerate(self.parts)}

    @cached_property
    def named(self) -> Counter[str]:
        """How often the account names each solid."""
        return Counter(f for p in self.parts for m in p.mentions for f in solids_of(m)[:1])

    @cached_property
    def roles(self) -> dict[str, frozenset[str]]:
        """The roles of each solid of the study."""
        found: dict[str, frozenset[str]] = {}
        for content in self.contents:
            if isinstance(content, Material):
                found[content.formula] = found.get(content.formula, frozenset()) | {content.role}
        return found

    @cached_property
    def forms(self) -> dict[str, frozenset[str]]:
        """The forms of each solid of the study."""
        found: dict[str, frozenset[str]] = {}
        for content in self.contents:
            if isinstance(content, Form):
                found[content.formula] = found.get(content.formula, frozenset()) | {content.form}
        return found

    @cached_property
    def objects(self) -> tuple[tuple[str, ...], ...]:
        """The layered objects of the study, each by its layers from the inside out."""
        found = [
            c.layers for c in self.contents if isinstance(c, System) and c.architecture in _OBJECTS
        ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def processes(self) -> frozenset[str]:
        """The processes of the study."""
        return frozenset(c.process for c in self.contents if isinstance(c, Process))

    @cached_property
    def _names(self) -> dict[str, str]:
        """The name of each reagent in the claims, by the id of its mentions."""
        found: dict[str, str] = {}
        for part in self.parts:
            claimed = {f.at: f.content for f in part.findings if isinstance(f.content, Chemical)}
            for mention in part.mentions:
                if mention.kind == "chemical" and mention.start in claimed:
                    found.setdefault(mention.id, claimed[mention.start].chemical)
        return found

    def name_of(self, mention: Mention) -> str:
        """Return the name that the claims use for the process or reagent of a mention.

        A process that the study has only as one narrower kind gets the name of that kind.
        """
        if mention.kind == "chemical":
            return self._names.get(mention.id, mention.id)
        if mention.kind == "process" and mention.id not in self.processes:
            kinds = [p for p in self.processes if mention.id in broader("process", p)]
            return kinds[0] if len(kinds) == 1 else mention.id
        return mention.id

    @cached_property
    def reagents(self) -> dict[str, frozenset[str]]:
        """The roles of each reagent of the study."""
        found: dict[str, frozenset[str]] = {}
        for c in self.contents:
            if isinstance(c, Chemical):
                found[c.chemical] = found.get(c.chemical, frozenset()) | {c.role}
        return found

    @cached_property
    def outer(self) -> tuple[str, ...]:
        """The solids that the study puts on or around another."""
        named = [f for f, roles in self.roles.items() if roles & OUTER]
        last = [layers[-1] for layers in self.objects]
        return tuple(dict.fromkeys((*named, *last)))

    def coats(self, roles: frozenset[str]) -> tuple[str, ...]:
        """Return the outer solids with one of these roles, or all outer solids if none has one."""
        named = [f for f in self.outer if self.roles.get(f, frozenset()) & roles]
        return tuple(named) or self.outer

    @cached_property
    def main(self) -> tuple[str, ...]:
        """The solids that the study is about; several if the text does not rank them."""
        most = max((self.named[f] for f in self._ranked), default=1)
        first = max(filter(self._may_lead, self.roles), key=lambda f: self.named[f], default="")
        if len(self.parts) < _LONG or not first:
            return self._ranked
        is_under = self.roles[first] <= BYSTANDERS - {"electrode"}
        lead = _LEAD_OF_SUBSTRATE if is_under else _LEAD
        return (first,) if self.named[first] >= lead * most else self._ranked

    def _may_lead(self, formula: str) -> bool:
        """Return whether a study may be about a solid: not about a dopant or a transport layer."""
        roles = self.roles[formula]
        return roles <= BYSTANDERS or any(not roles.isdisjoint(main) for main in MAIN)

    @cached_property
    def _ranked(self) -> tuple[str, ...]:
        """The solids whose roles make them what the study is about."""
        for roles in MAIN:
            found = [f for f, own in self.roles.items() if own & set(roles)]
            if found:
                return tuple(found)
        return ()

    @cached_property
    def subjects(self) -> frozenset[str]:
        """The particles and films of the study, without those that only surround them."""
        wanted = {*MAIN[0], *MAIN[1]}
        leading = set(self.main) - set(self._ranked)
        return frozenset(leading | {f for f, roles in self.roles.items() if roles & wanted})

    @cached_property
    def particles(self) -> frozenset[str]:
        """The solids that the study has as particles."""
        return frozenset(f for f, roles in self.roles.items() if roles & set(MAIN[0]))

    @cached_property
    def _in_devices(self) -> Counter[tuple[str, str]]:
        """How often the account calls each solid the active or an auxiliary part of a device."""
        return Counter(
            (part_in_device(p.text, m.start, m.end), f)
            for p in self.parts
            for m in p.mentions
            for f in solids_of(m)
        )

    @cached_property
    def active(self) -> frozenset[str]:
        """The active solids of the study's devices, else its semiconductor particles."""
        called = {f for (part, f) in self._in_devices if part == "active" and not self.serves(f)}
        called |= {f for f, roles in self.roles.items() if "absorber" in roles}
        dots = {f for f in self.particles if is_dot_material(f) and not self.serves(f)}
        return frozenset(f for f in called or dots if not _is_lone_metal(f))

    def serves(self, formula: str) -> bool:
        """Return whether a solid is only an auxiliary part of a device, such as a dielectric."""
        called = [self._in_devices[part, formula] for part in ("serving", "active")]
        is_put_by = bool(self.roles.get(formula, frozenset()) & SERVING)
        return is_put_by or called[0] > called[1]

    def is_around(self, layers: tuple[str, ...]) -> bool:
        """Return whether layers surround the particles of the study and contain none of them."""
        return bool(self.particles) and self.particles.isdisjoint(layers)

    @cached_property
    def coated(self) -> frozenset[str]:
        """The solids on which the text says something was put."""
        return frozenset(c.inner for part in self.parts for c in part.coatings)

    def own_name(self, formula: str) -> str:
        """Return the solid of the study that a short name means: "the MOF" for its Al-PMOF.

        A name that the study itself uses, or that fits several solids, is returned unchanged.
        """
        own = {*self.roles, *(f for layers in self.objects for f in layers)}
        named = [f for f in own if f.endswith(formula) and "-" in f]
        return named[0] if formula not in own and len(named) == 1 else formula

    def is_bystander(self, formula: str) -> bool:
        """Return whether a solid only carries others."""
        roles = self.roles.get(formula, frozenset())
        return bool(roles) and roles <= BYSTANDERS | {"dopant"} and formula not in self.main


def _is_lone_metal(formula: str) -> bool:
    """Return whether a metal alone makes no device work: a contact, the Cd of a He-Cd laser."""
    held = set(contained_elements(formula))
    return len(held) == 1 and held.isdisjoint(_ACTIVE_ELEMENTS)


def solids_of(mention: Mention) -> tuple[str, ...]:
    """Return the layers that a mention names; ``()`` if it names no solid."""
    if mention.kind == "stack":
        return layers_of(mention)
    return (mention.id,) if mention.kind == "material" else ()


def within(mentions: Iterable[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions that lie in a stretch."""
    return [m for m in mentions if start <= m.start and m.end <= end]
