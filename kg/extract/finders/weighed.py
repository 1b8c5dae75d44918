"""Solids that a synthesis weighs as reagents: ``CdO`` in "CdO (0.4 mmol), oleic acid and ODE".

The formula does not distinguish a reagent from a product: an oxide, a halide or a chalcogen is
either. A recipe does: it gives the solid in moles, or by mass beside a ligand, and does not call it
a powder, a film or particles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.composition import composition_classes
from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.grounding import reagent_id
from kg.notation.symbols import SYMBOL, is_metal
from ontology import vocabulary

MOLES = r"(?:[mμµu]|milli)?mol(?:es?)?"
_STATE = (
    r"(?:(?:the|dry|dried|pure|anhydrous|fresh|degassed|distilled|absolute|deionized|aqueous|cold|"
    r"hot|warm|glacial|concentrated)\s)?"
)
_PER_LITRE = r"[mμµ]?mol(?:/|[ ·]?(?=\S{1,2}[-−–⁻]))(?:L|dm3?|l)(?:[-−–⁻][13¹³])?"
_AMOUNT = rf"\d[\d.,]*\s?(?:{_PER_LITRE}|{MOLES}|(?:[mμµ]|k)?g|[mμµ]?M|equiv\.?)(?![\w/·⁻-])"
#: The amount right before a reagent: "0.4 mmol of", "0.047 g (0.6 mmol) of", "0.1 M".
_AHEAD = re.compile(rf"({_AMOUNT}(?:\s?\([^()]{{1,40}}\))?)\s(?:of\s)?{_STATE}$")
#: The amount right after it, in brackets.
_BEHIND = re.compile(
    rf"(?:\)|\s?\([A-Z]\w{{0,9}}\))?(?:\s(?:powder|pellets?|shots?|metal))?\s?\(([^()]{{0,40}}?{_AMOUNT}[^()]{{0,40}})\)"
)
#: Volumes, which only liquids have.
_VOLUME = re.compile(rf"\d[\d.,]*\s?(?:[mμµu]?[lL]|cm3|cm³)\s(?:of\s)?{_STATE}$")
_VOLUME_BEHIND = re.compile(
    r"\s?\([^()]{0,40}?\d\s?(?:[mμµu]?[lL]|cm3|cm³)(?![\w/·⁻-])[^()]{0,40}\)"
)
#: After a solid that is dispersed or coated and not dissolved.
_BODY = re.compile(
    r"\s(?:core\S*\s|shell\s)?(?:nano\w*|powders?|films?|particles?|substrates?|NCs?|NPs?|[QC]+Ds?|"
    r"Q-?dots?|quantum|dots?|microspheres?|colloid\w*|seeds?|cores?)\b",
    re.IGNORECASE,
)
_DISSOLVING = re.compile(r"\b[Dd]issolv(?:ing|ed)\s(?:the\s)?$")
_PRECURSOR = re.compile(r"\s(?:\w+\s)?precursors?\b")
#: The elements of chalcogenide anions, by symbol.
CHALCOGENS = {"S": "sulfur", "Se": "selenium", "Te": "tellurium"}
#: Classes of solids that dissolve in hot ligands or acids.
_SOLUBLE = frozenset({"Oxide", "Halide"})


def is_weighed(start: int, end: int, text: str) -> bool:
    """Return whether an amount of mass, moles or volume is right beside a stretch of text.

    Examples
    --------
    >>> text = "0.4 mmol of CdO and oleic acid (2 mL) were heated with ZnO films."
    >>> is_weighed(12, 15, text), is_weighed(20, 30, text), is_weighed(54, 57, text)
    (True, True, False)
    """
    ahead = text[:start]
    return any(
        (
            _AHEAD.search(ahead),
            _BEHIND.match(text, end),
            _VOLUME.search(ahead),
            _VOLUME_BEHIND.match(text, end),
        )
    )


@settles("ald_weighed")
def with_weighed(mentions: Iterable[Mention], text: str) -> tuple[Mention, ...]:
    """Return the mentions of a sentence, with the solids that it weighs read as reagents."""
    listed = tuple(mentions)
    return tuple(_reagent(m, text, listed) for m in listed)


def is_ligand(chemical: str) -> bool:
    """Return whether a substance is usually a ligand."""
    term = vocabulary().get("chemical", chemical)
    return term is not None and "ligand" in term.extra.get("defaultRole", ())


def _reagent(mention: Mention, text: str, listed: tuple[Mention, ...]) -> Mention:
    if mention.kind != "material" or not _is_dissolved(mention, text, listed):
        return mention
    name = CHALCOGENS.get(mention.id, mention.text)
    label = "name" if mention.stack is None else "symbol"
    return replace(mention, kind="chemical", id=reagent_id(name), label=label, stack=None)


#: Between a solid and the ligand with which it is listed, or the liquid in which it is.
_LISTED = re.compile(r"\s?(?:\([^()]{1,40}\)\s?)?(?:,|and|, and)\s(?:the\s)?")


def _is_among(mention: Mention, text: str, listed: tuple[Mention, ...]) -> bool:
    """Return whether a solid is listed with a ligand: "CdO, oleic acid and ODE were heated"."""
    return any(
        m.kind == "chemical"
        and m.start >= mention.end
        and is_ligand(m.id)
        and _LISTED.fullmatch(text, mention.end, m.start)
        for m in listed
    )


#: After the last of several solids that a synthesis takes together.
_TAKEN = re.compile(
    r"\s(?:were|was|are)\s(?:\w+ly\s|first\s|then\s)?(?:dissolved|ground|mixed|milled|ball-?milled|weighed|"
    r"sealed|melted|combined|stirred)\b"
)
_NEXT = re.compile(
    r"(?:\s?\([^()]{1,40}\))?(?:(?:,| and|"
    r", and)\s[A-Z][A-Za-z0-9]{1,9}(?:\s?\([^()]{1,40}\))?){0,4}"
)


def _is_taken(mention: Mention, text: str) -> bool:
    """Return whether a halide is used together with others: "CsBr, AgBr and BiBr3 were ground"."""
    listed = _NEXT.match(text, mention.end)
    is_halide = "Halide" in composition_classes(mention.id)
    return is_halide and listed is not None and _TAKEN.match(text, listed.end()) is not None


def _is_dissolved(mention: Mention, text: str, listed: tuple[Mention, ...]) -> bool:
    """Return whether a solid goes into solution: it is given in moles, or beside a ligand."""
    if mention.id not in CHALCOGENS and _is_soluble(mention) and _is_among(mention, text, listed):
        return True
    if _is_soluble(mention) and _is_taken(mention, text):
        return True
    is_named = _DISSOLVING.search(text[: mention.start]) and _PRECURSOR.match(text, mention.end)
    if is_named and _is_soluble(mention):
        return True
    found = _AHEAD.search(text[: mention.start]) or _BEHIND.match(text, mention.end)
    if found is None or (_BODY.match(text, mention.end) and mention.id not in CHALCOGENS):
        return False
    by_moles = re.search(rf"{MOLES}|[mμµ]?M\b", found[1]) is not None
    if not (by_moles or any(m.kind == "chemical" and is_ligand(m.id) for m in listed)):
        return False
    return mention.id in CHALCOGENS or _is_soluble(mention)


def _is_soluble(mention: Mention) -> bool:
    """Return whether a solid is soluble: the oxide or halide of one metal."""
    classes = set(composition_classes(mention.id))
    metals = [s for s in SYMBOL.findall(mention.id) if is_metal(s)]
    return bool(_SOLUBLE & classes) and len(metals) == 1
