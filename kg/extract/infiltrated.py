"""Infiltration from the vapour: the polymer is a template, and the oxide in it the product."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.composition import composition_classes
from kg.extract.findings import Finding
from kg.extract.modality import is_hypothetical
from kg.extract.reading import Reading
from kg.extract.rules.families import is_oxide
from kg.model import Form, Material, Process, System

_INFILTRATION = "sequential_infiltration_synthesis"
#: Roles that a template and a product have by the words around them.
_GIVES_WAY = frozenset({"film", "matrix", "overlayer", "nanocrystal", "substrate", "core", "shell"})


def find_infiltrated(reading: Reading) -> Iterator[Finding]:
    """The template and the product of a sentence that names the infiltration."""
    if not any(process.id == _INFILTRATION for process in reading.of_kind("process")):
        return
    for mention in reading.of_kind("material"):
        if is_hypothetical(reading, mention):
            continue
        is_polymer = mention.id.startswith("P") and not composition_classes(mention.id)
        if is_polymer:
            role = "template"
        elif is_oxide(mention.id):
            role = "product"
        else:
            continue
        content = Material(role=role, formula=mention.id)
        yield Finding(content=content, at=mention.start, rule="infiltrated")


def with_templates(findings: Sequence[Finding]) -> list[Finding]:
    """The findings of a study, without other roles of its templates and of what fills them."""
    if not any(f.content == Process(process=_INFILTRATION) for f in findings):
        return list(findings)
    parts = [f.content for f in findings if f.rule == "infiltrated"]
    filled = {c.formula for c in parts if isinstance(c, Material)}
    templates = {c.formula for c in parts if isinstance(c, Material) and c.role == "template"}
    blocks = {block for name in templates if "-b-" in name for block in name.split("-b-")}
    return [f for f in findings if not _is_other(f, filled | blocks, templates | blocks, blocks)]


def _is_other(finding: Finding, filled: set[str], templates: set[str], blocks: set[str]) -> bool:
    match finding.content:
        case Material(role=role, formula=formula):
            return role in _GIVES_WAY and formula in filled
        case System(layers=layers):
            return bool(templates & set(layers))
        case Form(formula=formula):
            return formula in blocks
    return False
