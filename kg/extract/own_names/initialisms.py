"""Solids that a document names by their initials: ``CIS`` for CuInS2, ``AIS`` in ``AIS/ZnS``.

A claim holds the formula as printed. If the document never prints the formula, the claim holds the
initials; if it defines them ("AgInS2 (AIS)"), they stand for the formula.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from kg.extract.mentions import Mention
from kg.extract.own_names.abbreviations import abbreviates
from kg.extract.reading import Reading
from kg.notation import find_notation
from kg.notation.symbols import SYMBOL
from kg.substances import substance
from kg.substances.names import SYMBOLS
from ontology import vocabulary

_INITIALS = re.compile(r"[A-Z]{3,6}e?(?:\d{3})?")
#: The initials after a solid, or after its shape: "ZnO nanoparticles (ZMO NPs)".
_BRACKET = re.compile(
    rf"(?P<apart>(?: (?:thin )?[a-z]+)?)\s?\(({_INITIALS.pattern})(?: N[A-Z]+s)?\)"
)
#: Before a host whose initials include the dopant.
_DOPED = re.compile(r"\bdoped\s$")


def printed_solids(readings: Iterable[Reading]) -> Mapping[str, str]:
    """Return initials -> the formula that a document's claims use for them.

    Initials are those of the elements of a solid of the vocabulary (CIS, STO), or any capitals that
    the document prints as a layer of a core/shell particle.
    """
    listed = list(readings)
    solids = [m for reading in listed for m in reading.of_kind("material", "stack")]
    formulas = {formula for m in solids if m.text != m.id or m.stack for formula in _formulas(m)}
    found: dict[str, str] = {}
    for reading in listed:
        for short, formula in _defined(reading):
            found.setdefault(short, formula)
    for name, meant in _explained(listed).items():
        if len(meant) == 1:
            names = (name, name.replace("sulph", "sulf"), name.replace("sulf", "sulph"))
            found |= dict.fromkeys((*names, *map(str.capitalize, names)), *meant)
    for mention in solids:
        for short, formula in _shortened(mention):
            found.setdefault(short, formula if formula in formulas else short)
    return found


def _formulas(mention: Mention) -> tuple[str, ...]:
    """Return the formulas that a mention prints; initials do not count."""
    if mention.stack is None:
        return ()
    return tuple(f for f in mention.stack.formulas if not _INITIALS.fullmatch(f))


def _shortened(mention: Mention) -> Iterator[tuple[str, str]]:
    """Yield the initials in a mention, each with the formula that the vocabulary has for it."""
    if mention.stack is None and mention.label == "name":  # "SILICA" in the capitals of a title
        return
    printed = mention.stack.formulas if mention.stack is not None else (mention.text,)
    for short in printed:
        if _INITIALS.fullmatch(short) and substance(short) is None:
            known = _solid(short)
            if known is None:
                yield short, ""
            elif known != short and _are_initials(short, known):
                yield short, known


def _solid(short: str) -> str | None:
    """Return the formula of the vocabulary's solid with this name or symbol."""
    names = {
        name: term.notation
        for term in vocabulary().of_kind("material")
        for name in (term.notation, *term.symbols)
    }
    return names.get(short)


def _are_initials(short: str, formula: str, *, by_name: bool = False) -> bool:
    """Return whether capitals are those of the elements, by symbol or name: CIS, ITZO with tin."""
    names = SYMBOLS if by_name else {}
    heads = [{x[0], names.get(x, x)[0].upper()} for x in SYMBOL.findall(formula)]
    letters = short.rstrip("e0123456789")
    is_long = len(letters) == len(heads)
    return is_long and all(x in head for x, head in zip(letters, heads, strict=True))


def _defined(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield initials with the formula right before their bracket: "AgInS2 (AIS)".

    Also of a doped host: "Al-doped ZnO (AZO)".
    """
    for mention in reading.of_kind("material"):
        bracket = _BRACKET.match(reading.text, mention.end)
        if bracket is None:
            continue
        short = bracket[2]
        is_host = _DOPED.search(reading.text[: mention.start]) is not None
        is_named = mention.label == "name" and abbreviates(short, mention.text)
        is_formula = mention.stack is not None
        if is_host or is_named or (is_formula and _are_initials(short, mention.id, by_name=True)):
            yield short, mention.id


def _explained(readings: Iterable[Reading]) -> Mapping[str, set[str]]:
    """Return names, each with the formulas in brackets after it: "nickel oxide (NiOx)"."""
    found: dict[str, set[str]] = {}
    for reading in readings:
        solids = reading.of_kind("material")
        for name, formula in pairwise(solids):
            is_behind = _OPENING.fullmatch(reading.between(name, formula)) is not None
            if is_behind and name.stack is None and formula.stack is not None:
                parts = _elements(name.id)
                if parts == _elements(formula.id) and len(parts) > 1:
                    found.setdefault(name.text.lower(), set()).add(formula.id)
    return found


def _elements(formula: str) -> set[str]:
    return set(SYMBOL.findall(formula.replace("x", "")))


_OPENING = re.compile(r"\s?[(\[]\s?")


def with_initials(reading: Reading, solids: Mapping[str, str]) -> Reading:
    """Return a sentence with its initials read as the document defines them."""
    shorts = {short for short in solids if short in reading.text}
    if not shorts:
        return reading
    stacks = list(_stacks(reading.text, {s: solids[s] for s in shorts if solids[s] != s}))
    mentions = [
        replace(m, id=solids[m.text]) if m.kind == "material" and m.text in shorts else m
        for m in reading.mentions
        if not any(stack.start <= m.start and m.end <= stack.end for stack in stacks)
    ]
    mentions += stacks
    taken = [(m.start, m.end) for m in mentions]
    for short in sorted(shorts):
        for at in re.finditer(rf"(?<![\w/@-]){short}(?![\w/@])", reading.text):
            if not any(start < at.end() and at.start() < end for start, end in taken):
                mentions.append(
                    Mention(
                        start=at.start(),
                        end=at.end(),
                        kind="material",
                        id=solids[short],
                        text=short,
                        label="symbol",
                    )
                )
    return Reading(reading.sentence, tuple(sorted(mentions, key=lambda m: (m.start, m.end))))


def _stacks(text: str, solids: Mapping[str, str]) -> Iterator[Mention]:
    """Yield particles and layers that are printed with initials: the "CIS/ZnS" of CuInS2."""
    if not solids:
        return
    short = re.compile(rf"(?<![\w.-])(?:{'|'.join(map(re.escape, solids))})(?![\w.-])")
    for token in _STACKED.finditer(text):
        whole = short.sub(lambda match: solids[match[0]], token[0])
        match = next(iter(find_notation(whole)), None) if whole != token[0] else None
        if match is not None and (match.start, match.end) == (0, len(whole)):
            yield Mention(
                start=token.start(),
                end=token.end(),
                kind="stack",
                id=str(match.stack),
                text=token[0],
                stack=match.stack,
            )


#: Layers with a sign between them.
_STACKED = re.compile(r"(?<![\w/@])[\w.-]+(?:[/@][\w.-]*\w)+(?![\w/@])")
