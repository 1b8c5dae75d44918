"""Read vapour infiltration: the polymer is a template, and the oxide in it the product."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.composition import contained_elements
from kg.extract.context.modality import is_hypothetical
from kg.extract.findings import Finding
from kg.extract.knowledge.families import is_oxide, is_polymer
from kg.extract.knowledge.usual_roles import usual_role
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Form, Material, Process, System

_INFILTRATION = "sequential_infiltration_synthesis"
#: Roles that a template or product loses; the words around it suggest them wrongly.
_GIVES_WAY = frozenset({"film", "matrix", "overlayer", "nanocrystal", "substrate", "core", "shell"})


def find_infiltrated(reading: Reading) -> Iterator[Finding]:
    """Yield the roles of template and product in a sentence that names the infiltration."""
    is_named = any(process.id == _INFILTRATION for process in reading.of_kind("process"))
    if not is_named and not _is_told_by_precursor(reading):
        return
    for mention in reading.of_kind("material"):
        if is_hypothetical(reading, mention):
            continue
        if _is_polymer(mention.id):
            is_block_copolymer = "-b-" in mention.id  # the copolymer is removed in the end
            role = "template" if is_block_copolymer else "substrate"
            if not is_named:
                process = Process(process=_INFILTRATION)
                yield Finding(content=process, at=mention.start, rule="infiltrated")
        elif is_oxide(mention.id):
            role = "product"
        else:
            continue
        content = Material(role=role, formula=mention.id)
        yield Finding(content=content, at=mention.start, rule="infiltrated")


def _is_polymer(solid: str) -> bool:
    """Return whether a solid is a polymer; any abbreviation with a P is one here."""
    return is_polymer(solid) or (solid.startswith("P") and not contained_elements(solid))


def _is_told_by_precursor(reading: Reading) -> bool:
    """Return whether a sentence describes the infiltration by naming its precursor."""
    precursors = (usual_role(m) == "precursor" for m in reading.of_kind("chemical"))
    return _INFILTRATED.search(reading.text) is not None and any(precursors)


_INFILTRATED = Rare(r"\binfiltrat(?:ion|ed|ing|es)\b", re.IGNORECASE)


def with_templates(findings: Sequence[Finding]) -> list[Finding]:
    """Return a study's findings without other roles of its templates and their fillings."""
    parts = [f.content for f in findings if f.rule == "infiltrated"]
    if not parts and Process(process=_INFILTRATION) not in (f.content for f in findings):
        return list(findings)
    filled = {c.formula for c in parts if isinstance(c, Material)}
    roles = ("template", "substrate")
    templates = {c.formula for c in parts if isinstance(c, Material) and c.role in roles}
    blocks = {block for name in templates if "-b-" in name for block in name.split("-b-")}
    return [
        f
        for f in findings
        if f.rule == "infiltrated" or not _is_other(f, filled | blocks, templates | blocks, blocks)
    ]


def _is_other(finding: Finding, filled: set[str], templates: set[str], blocks: set[str]) -> bool:
    match finding.content:
        case Material(role=role, formula=formula):
            return role in _GIVES_WAY and formula in filled
        case System(layers=layers):
            return bool(templates & set(layers))
        case Form(formula=formula):
            return formula in blocks
    return False
