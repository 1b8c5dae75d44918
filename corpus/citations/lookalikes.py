"""Numbers that look like citation marks: quantities, powers, crystal faces, numbered things."""

from __future__ import annotations

import re

from corpus.citations.numbers import DASH

#: A superscript after one of these is a power of the unit or of the function, or the p of "sp²".
_UNIT_NAMES = (
    "m cm mm nm km dm pm μm s ms ns ps h min g kg mg mol mmol K V mV eV meV Hz J mJ μJ W mW A mA N"
    " C L Å in ft sr cd Pa Torr M mbar sccm atm sin cos tan log ln exp sp"
)
UNITS = frozenset(_UNIT_NAMES.split())
#: A number in front of one of these is a quantity.
_MEASURED = re.compile(
    r"\s?(?:[nμmckpf]?m|[mnμ]?[sgLlM]|min|hours?|h|[km]?Hz|[km]?Pa|m?bar|[mT]?orr|Torr|sccm|°|℃|K"
    r"|%|[mk]?eV|[mk]?[VWA]|wt|at|vol|mol|mmol|ppm|times|fold|cycles?|days?|weeks?|months?|years?"
    r"|ML|monolayers?|minutes?|seconds?|Å|×|[±+/=<>≤≥]|x\s?10)(?![A-Za-z])"
)
#: Nouns whose numbers may be in square brackets too: "Eq. [3]".
_LABELLED = frozenset(
    "fig figs figure figures table tables scheme schemes chart eq eqs sec sect no nos".split()
)
_NUMBERED_NAMES = (
    "step steps sample samples specimen entry entries compound compounds claim claims example"
    " examples item items run trial equation equations formula formulas formulae expression"
    " relation relations form forms structure structures"
    " section sections chapter chapters appendix number vol volume part parts"
    " page pages pp stage version type class group phase case model day cycle cycles"
    " layer level mode state zone point line column row experiment series grade nylon vitamin"
    " position site"
)
#: Nouns that are followed by a number of their own: "sample (2)", "step2".
_NUMBERED = _LABELLED | frozenset(_NUMBERED_NAMES.split())
_FUNCTION_NAMES = (
    "a an the of in on at to by for from with within without into onto over under above below about"
    " around near nearly between than then and or but not only just each every all both some after"
    " before until during per via as is are was were be been has have had can could may might will"
    " approximately approx almost roughly exactly first next last up down these those that this"
    " least most more less when where while if so such its their our"
)
#: Words after which a number counts something.
_FUNCTION = frozenset(_FUNCTION_NAMES.split())
_LAST_WORD = re.compile(r"([A-Za-z]+)\.?\s?$")
_MILLER = re.compile(r"[0-4]{3}")
#: Four indices of a hexagonal crystal with one overbar printed as a dash: "11-20", "1-100".
_MILLER_BRAVAIS = re.compile(rf"(\d)(\d)[{DASH}](\d)\d|(\d)[{DASH}](\d)(\d)\d")
#: Two usual directions side by side: "FeSe [100][110] MgO".
_MILLER_PAIR = re.compile(r"(1[01]0|111)\]\s?\[(?!\1)(?:1[01]0|111)")
_AND = re.compile(r"\b(?:and|to)\b")
#: Marks of parallel faces and directions: "(001)[100]//MgO(001)[110]".
_PARALLEL = r"(?://|\|\||∥|‖)"
_CRYSTAL_BEFORE = re.compile(
    r"(?:(?:Si|Ge|GaN|GaAs|InP|Au|Pt|along|towards?|directions?|ax[ie]s|planes?|faces?|the|wafers?"
    rf"|silicon|sapphire)\s?|\(\d{{3,4}}\)\s?|{_PARALLEL}\s?(?:[A-Z]\w{{0,9}})?\s?)$"
)
_CRYSTAL_BEHIND = re.compile(
    r"\W{0,2}(?:and\s\W?[0-4]{3}\W\s)?(?:directions?|axis|axes|orient|zone|facets?|planes?|faces?"
    r"|projections?|surfaces?|substrates?|wafers?|reflections?|peaks?|texture|sapphire)"
    rf"|\s?{_PARALLEL}"
)


def is_measured(text: str, end: int) -> bool:
    """Return whether the number that ends here is a quantity: a unit follows it.

    >>> is_measured("a thickness of10 nm", 16), is_measured("ammonia14 and", 9)
    (True, False)
    """
    return _MEASURED.match(text, end) is not None


def is_numbered(word: str) -> bool:
    """Return whether a noun takes a number of its own, so that a number after it cites nothing.

    This holds for a number glued to the noun and for one in round brackets after it.

    >>> is_numbered("Figure"), is_numbered("layer"), is_numbered("films")
    (True, True, False)
    """
    return word.lower() in _NUMBERED


def is_labelled(word: str) -> bool:
    """Return whether a noun takes a number even in square brackets, so that it cites nothing.

    >>> is_labelled("Eq"), is_labelled("layer")
    (True, False)
    """
    return word.lower() in _LABELLED


def is_function(word: str) -> bool:
    """Return whether a word is followed by a count rather than by a mark.

    >>> is_function("about"), is_function("films")
    (True, False)
    """
    return word.lower() in _FUNCTION


def word_before(text: str, start: int) -> str:
    """Return the word before a bracket, without its full stop; "" if there is no word.

    >>> word_before("as Eq. (3)", 7), word_before("it grew, (3)", 9)
    ('Eq', '')
    """
    found = _LAST_WORD.search(text, max(0, start - 30), start)
    return found[1] if found else ""


def is_face(text: str, start: int, end: int, printed: str) -> bool:
    """Return whether a bracket holds the indices of a crystal face or direction.

    >>> is_face("along [110] it", 6, 11, "110"), is_face("grown before [110] it", 13, 18, "110")
    (True, False)
    >>> is_face("8° towards [11-20].", 11, 18, "11-20"), is_face("grown [11-20].", 6, 13, "11-20")
    (True, False)
    """
    cubic = all(_MILLER.fullmatch(part) for part in re.findall(r"\w+", _AND.sub(" ", printed)))
    if not (cubic or _is_hexagonal(printed)):
        return False
    before = _CRYSTAL_BEFORE.search(text, max(0, start - 20), start)
    return bool(_MILLER_PAIR.fullmatch(printed) or before or _CRYSTAL_BEHIND.match(text, end))


def _is_hexagonal(printed: str) -> bool:
    """Return whether a dash may be the overbar of four indices, the first three with the sum 0.

    >>> _is_hexagonal("11-20"), _is_hexagonal("1–102"), _is_hexagonal("11-19")
    (True, True, False)
    """
    found = _MILLER_BRAVAIS.fullmatch(printed)
    if found is None:
        return False
    h, k, i, lone_h, barred_k, lone_i = (int(digit or 0) for digit in found.groups())
    return h + k == i and lone_h + lone_i == barred_k


def is_miller(printed: str) -> bool:
    """Return whether a text may be three Miller indices: three digits up to 4.

    >>> is_miller("002"), is_miller("153")
    (True, False)
    """
    return _MILLER.fullmatch(printed) is not None
