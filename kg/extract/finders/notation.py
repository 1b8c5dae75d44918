"""Formulas and stacks by their notation: solids, ions, reagents, surface species."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extract.finders.components import finds
from kg.extract.finders.molecules import is_molecular
from kg.extract.mentions import Mention
from kg.grounding import ground, reagent_id
from kg.notation import Formula, NotationMatch, Stack, find_notation
from ontology import vocabulary

#: The thickness after a single layer, which is a quantity of its own: "Al2O3 (5 nm)".
_THICKNESS = re.compile(r"\s*\(\s*~?[\d.][^()]*\s(?:nm|Å|μm|um|MLs?|cycles?|monolayers?)\s*\)$")
#: An element with an unspecified amount.
_UNCOUNTED = re.compile(r"[CHNO][xyn](?![A-Za-z(])")
#: After the part of a stack that ends before an alias of a layer: "(HZO)/TiN".
_CUT_SHORT = re.compile(r"\([A-Z]{3,5}\)/")
#: Letters that are a count of cycles, a sample or a ligand, not the last layer: "SnO2/N", "PbS-I".
_COUNTS = frozenset({"N", "O", "H", "I", "Br", "Cl"})
#: Two elements with a dash, and the words around them that make them a core and a shell.
_PAIR = re.compile(r"[A-Z][a-z]?[-‐–][A-Z][a-z]?")
_SHELLED = re.compile(r"\score\W{1,3}shell\b")
_SHELLED_AHEAD = re.compile(r"\bcore\W{1,3}shell\s(?:structured\s|bimetallic\s)?$", re.IGNORECASE)
#: Gases that flow together: "N2:H2".
_MIXED_GASES = re.compile(r"(?:Ar|He|N2|H2|O2|NH3|CF4)(?::(?:Ar|He|N2|H2|O2|NH3|CF4))+")


@finds("ald_notation")
def find_formulas(text: str) -> Iterator[Mention]:
    """Yield every formula of a text that is more than an acronym."""
    for match in find_notation(text):
        yield from _as_mentions(match, text)


def _as_mentions(match: NotationMatch, text: str) -> Iterator[Mention]:
    layers = match.stack.flat
    if match.ambiguous:
        return
    if len(layers) > 1:
        yield from _stack_mentions(match, text)
        return
    printed = _THICKNESS.sub("", text[match.start : match.end])
    if _MIXED_GASES.fullmatch(printed):
        for gas in re.finditer(r"[^:]+", printed):
            start, end = match.start + gas.start(), match.start + gas.end()
            yield Mention(start=start, end=end, kind="chemical", id=reagent_id(gas[0]), text=gas[0])
        return
    end = match.start + len(printed)
    if layers[0].formula.joined and _is_core_shell(text, match.start, end):
        (both,) = find_notation(re.sub(r"[-‐–]", "/", printed))
        yield Mention(
            start=match.start,
            end=end,
            kind="stack",
            id=str(both.stack),
            text=printed,
            stack=both.stack,
        )
        return
    yield _formula_mention(layers[0].formula, match.start, end, printed, match.stack)


def _is_core_shell(text: str, start: int, end: int) -> bool:
    """Return whether two metals are a core and a shell and no alloy: "Au–Ag core–shell"."""
    is_pair = _PAIR.fullmatch(text, start, end) is not None
    return is_pair and bool(_SHELLED.match(text, end) or _SHELLED_AHEAD.search(text[:start]))


def _stack_mentions(match: NotationMatch, text: str) -> Iterator[Mention]:
    """Yield a stack as one mention, and each member of a list with slashes or of joined gases."""
    printed = text[match.start : match.end]
    if _CUT_SHORT.match(text, match.end):  # see kg.extract.solids.device_stacks
        return
    if match.stack.flat[-1].formula.plain in _COUNTS:
        for inner in find_notation(printed[: printed.rfind(match.stack.separators[-1])]):
            moved = replace(inner, start=match.start + inner.start, end=match.start + inner.end)
            yield from _as_mentions(moved, text)
        return
    formulas = [layer.formula for layer in match.stack.flat]
    molecular = [bool(formula.nodes) and is_molecular(formula) for formula in formulas]
    charged = any(formula.charge and not formula.dopants for formula in formulas)
    is_list = match.reading == "list" and "@" not in match.stack.separators
    if all(molecular) or charged or is_list:
        yield from _members(match, printed)
        return
    yield Mention(
        start=match.start,
        end=match.end,
        kind="stack",
        id=str(match.stack),
        text=printed,
        stack=match.stack,
    )


def _members(match: NotationMatch, printed: str) -> Iterator[Mention]:
    at = 0
    for layer in match.stack.flat:
        formula = layer.formula.plain
        found = printed.find(formula, at)
        start = max(found, at)
        at = start + len(formula)
        span = (match.start + start, min(match.start + at, match.end))
        yield _formula_mention(layer.formula, *span, formula, Stack(layers=(layer,)))


def _formula_mention(formula: Formula, start: int, end: int, printed: str, stack: Stack) -> Mention:
    plain = formula.plain
    kind = "material"
    if formula.name and not formula.nodes:  # "LuAG:Ce"
        known = ground("material", plain).term
        plain = known.notation if known is not None else plain
    if formula.charge and not formula.dopants:
        kind = "ion"
    elif vocabulary().get("material", plain):
        pass  # "LiPON" has the elements of a molecule
    elif vocabulary().get("chemical", plain.lower()) or is_molecular(formula):
        is_surface_species = _UNCOUNTED.search(plain) is not None  # NHx, CHx
        kind, plain = "species" if is_surface_species else "chemical", reagent_id(printed)
    return Mention(start=start, end=end, kind=kind, id=plain, text=printed, stack=stack)
