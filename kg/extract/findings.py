"""What a rule reads in one sentence, before the finding is credited to a study."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kg.extract.mentions import Mention
from kg.model import UNLINKED, Content, Form, Links, Material

#: The formula of a solid that its sentence does not name ("the films", "the dots").
UNSAID = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coating:
    """One solid on another; the rest of the study decides whether it is a shell, matrix or film.

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
    """Content that ``rule`` reads at offset ``at`` of the sentence.

    A ``weak`` finding states only that something is present or changes; on its own it may be common
    knowledge, see :mod:`kg.extract.screening.dropped`. ``terms`` are the mentions on which it
    rests, if the rule lists them: for an outcome the property, the word for its change, and its
    value. ``reader`` is the name and version of the reader that found it, which
    :func:`kg.extract.tracing.trace` fills in. ``confidence``, 0 to 1, is given by readers that
    estimate it themselves; if left out, it is that of the rule. ``links`` are stated by a row of a
    table, which has no grammar from which to find them.
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
    """Return the finding of a solid in a role; ``formula`` replaces that of the mention."""
    content = Material(role=role, formula=formula or mention.id)
    return Finding(content=content, at=mention.start, rule=rule)


def role_of(finding: Finding) -> str:
    """Return the role of the solid of a finding; ``""`` for a finding of another kind."""
    return finding.content.role if isinstance(finding.content, Material) else ""


def formula_of(finding: Finding) -> str:
    """Return the formula of a finding on a material or a form; ``""`` for one of another kind."""
    return finding.content.formula if isinstance(finding.content, Form | Material) else ""


def formulas_in_role(findings: Iterable[Finding], role: str) -> frozenset[str]:
    """Return the formulas of the solids that findings put in a role, without :data:`UNSAID`."""
    solids = (f.content for f in findings if isinstance(f.content, Material))
    return frozenset(solid.formula for solid in solids if solid.role == role) - {UNSAID}
