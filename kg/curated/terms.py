"""The value of a cell: a term of the vocabulary, a formula, a chemical, a unit, a number."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

from kg.curated.layout import meant
from kg.curated.rows import CellError
from kg.grounding import ground
from kg.notation import NotationError, parse_formula
from kg.substances import is_reagent_name, is_structure, molecule
from ontology import vocabulary
from ontology.terms import Term
from ontology.ucum import parse_ucum
from ontology.units import conversions, ucum_code

_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
_TRUE, _FALSE = ("yes", "true", "1", "x"), ("", "no", "false", "0")


def read_term(kind: str, text: str) -> str:
    """Return the id of the term with this id, label, synonym or symbol.

    Raises
    ------
    CellError
        If there is no such term, or more than one.

    Examples
    --------
    >>> read_term("process", "Thermal ALD"), read_term("technique", "TEM")
    ('thermal_ald', 'tem')
    """
    found = ground(kind, text)
    if found.term is not None:
        return found.term.notation
    name = kind.removeprefix("role_").replace("_", " ")
    if found.terms:
        listed = " or ".join(term.notation for term in found.terms)
        raise CellError(f"{text!r} may be {listed}; write one of them")
    known = [word for term in vocabulary().of_kind(kind) for word in (term.notation, term.label)]
    article = "an" if name[0] in "aeiou" else "a"
    raise CellError(f"{text!r} is not {article} {name} of the vocabulary{meant(text, known)}")


def read_formula(text: str) -> str:
    """Return a formula in its normal spelling, or the id of a solid given by name.

    Raises
    ------
    CellError
        If it is neither.

    Examples
    --------
    >>> read_formula("Zn_{x}Cd_{1-x}S"), read_formula("zinc oxide")
    ('ZnxCd1-xS', 'ZnO')
    """
    try:
        return read_term("material", text)
    except CellError:
        pass
    try:
        return str(parse_formula(text))
    except NotationError:
        raise CellError(f"{text!r} is neither a formula nor a material of the vocabulary") from None


_BETWEEN_LAYERS = re.compile("[>/@]")


def read_layers(text: str) -> tuple[str, ...]:
    """Return the formulas of a stack, from the inside out.

    Raises
    ------
    CellError
        If one of them is not a formula.

    Examples
    --------
    >>> read_layers("CdSe > CdS > ZnS"), read_layers("PbSe/Al2O3")
    (('CdSe', 'CdS', 'ZnS'), ('PbSe', 'Al2O3'))
    """
    parts = [part.strip() for part in _BETWEEN_LAYERS.split(text)]
    if not all(parts):
        raise CellError(f"{text!r} has an empty layer")
    return tuple(map(read_formula, parts))


def read_chemical(text: str) -> str:
    """Return the id of a chemical, or its name as given if that is a systematic name.

    Raises
    ------
    CellError
        If it is neither in the vocabulary nor a systematic name or formula.

    Examples
    --------
    >>> read_chemical("TMA"), read_chemical("tris(dimethylamido)rhenium")
    ('trimethylaluminum', 'tris(dimethylamido)rhenium')
    """
    known = ground("chemical", text).term
    if known is not None:
        return known.notation
    if is_reagent_name(text) or is_structure(text) or molecule(text) is not None:
        return text
    names = [term.label for term in vocabulary().of_kind("chemical")]
    cause = "is neither a chemical of the vocabulary nor a systematic name"
    raise CellError(f"{text!r} {cause}{meant(text, names)}")


def read_unit(text: str) -> str:
    """Return the id of a unit, or a UCUM code that the vocabulary lacks.

    Raises
    ------
    CellError
        If it is neither.

    Examples
    --------
    >>> read_unit("°C"), read_unit("m2/mol")
    ('Cel', 'm2/mol')
    """
    by_code = {ucum_code(term): term.notation for term in vocabulary().of_kind("unit")}
    try:
        return by_code.get(text) or read_term("unit", text)
    except CellError:
        pass
    try:
        parse_ucum(text)
    except ValueError:
        raise CellError(f"{text!r} is neither a UCUM code nor a known symbol") from None
    return text


def check_unit(term: Term | None, unit: str) -> None:
    """Raise an error if a unit cannot measure a term.

    Raises
    ------
    CellError
        If the term has units, and none of them can be converted to this one.
    """
    codes: Sequence[str] = term.extra.get("unitCode", ()) if term is not None else ()
    bases = {_base(code) for code in codes}
    if term is None or not codes or "" in bases or _base(unit) in ("", *bases):
        return
    raise CellError(f"{unit} is not a unit of {term.label} ({', '.join(codes)})")


def _base(code: str) -> str:
    """Return the base unit that comparable units are converted to; ``""`` if there is none."""
    unit = vocabulary().get("unit", code)
    conversion = conversions().get(unit.iri) if unit is not None else None
    return conversion.base if conversion is not None else ""


def read_number(text: str) -> float | None:
    """Return a number with a decimal point; ``None`` for an empty cell.

    Raises
    ------
    CellError
        If it is not a finite number.
    """
    if not text:
        return None
    if not _NUMBER.fullmatch(text.replace("−", "-")):
        raise CellError(f"{text!r} is not a number (write 0.5, or 1e-7)")
    number = float(text.replace("−", "-"))
    if not math.isfinite(number):
        raise CellError(f"{text!r} is not a finite number")
    return number


def read_flag(text: str) -> bool:
    """Return whether a cell says yes; an empty one means no.

    Raises
    ------
    CellError
        If it is neither yes nor no.
    """
    if text.casefold() in _TRUE:
        return True
    if text.casefold() in _FALSE:
        return False
    raise CellError(f"{text!r} is neither yes nor no")


def read_whole(text: str) -> int | None:
    """Return a whole number that is not negative; ``None`` for an empty cell.

    Raises
    ------
    CellError
        If it is not such a number.
    """
    if not text:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise CellError(f"{text!r} is not a whole number")
    return int(text)
