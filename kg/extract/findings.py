"""What a rule read in one sentence, before it is known for which study."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.mentions import Mention
from kg.model import UNLINKED, Content, Form, Links, Material

#: The formula of a solid that its sentence does not name: "the films", "the dots".
UNSAID = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coating:
    """One solid put on another; the study decides what that makes: shell, matrix or film.

    ``inner`` and ``outer`` are formulas (``inner`` may be :data:`UNSAID`), ``inner_form`` and
    ``outer_form`` their forms where they are named; ``inside`` and ``outside`` list their layers
    from the inside out where they are stacks. ``hint`` is the word that the sentence uses for the
    outer one ("shell", "matrix", "overlayer").
    """

    inner: str
    outer: str
    inner_form: str = ""
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    outer_form: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Content read at offset ``at`` of the sentence by ``rule``.

    A ``weak`` finding says no more than that something is there or changes; on its own it may be
    common knowledge, see :mod:`kg.extract.screening.dropped`. ``terms`` are the mentions that it
    rests on, where the rule says so: for an outcome the property, the word that says its change,
    and its value. ``reader`` is the name and version of the reader that it comes from, which
    :func:`kg.extract.tracing.trace` fills in. ``confidence``, 0 to 1, is for readers that know it
    themselves; left out, it is that of the rule. ``links`` are those that a row of a table states,
    which has no grammar to find them by.
    """

    content: Content | Coating
    at: int
    rule: str
    weak: bool = False
    terms: tuple[Mention, ...] = ()
    reader: str = ""
    confidence: float | None = None
    links: Links = UNLINKED


def solid_finding(role: str, mention: Mention, rule: str, *, formula: str = "") -> Finding:
    """A solid in its role, as a mention names it or by the formula that it stands for."""
    content = Material(role=role, formula=formula or mention.id)
    return Finding(content=content, at=mention.start, rule=rule)


def role_of(finding: Finding) -> str:
    """The role of the solid of a finding; ``""`` for a finding of another kind."""
    return finding.content.role if isinstance(finding.content, Material) else ""


def formula_of(finding: Finding) -> str:
    """The solid of a finding on a material or its form; ``""`` for one of another kind."""
    return finding.content.formula if isinstance(finding.content, Form | Material) else ""


def formulas_in_role(findings: Iterable[Finding], role: str) -> frozenset[str]:
    """The solids that findings give a role; the unsaid one does not count."""
    solids = (f.content for f in findings if isinstance(f.content, Material))
    return frozenset(solid.formula for solid in solids if solid.role == role) - {UNSAID}
