"""Find formulas and stacks in running text."""

from __future__ import annotations

import re
from typing import Final, Literal

from kg.notation import tokens
from kg.notation.model import (
    Atom,
    Formula,
    Group,
    Layer,
    Node,
    NotationMatch,
    Repeat,
    Stack,
)
from kg.notation.parse import read_stack
from kg.notation.plausible import CAPITALS, is_bond, is_gas, is_label
from kg.notation.symbols import NAMED, is_metal, words

Reading = Literal["single", "stack", "list", "open"]

_START: Final = re.compile(
    rf"(?<![A-Za-zÀ-ž0-9_′⁰¹²³⁴-⁹⁺⁻])(?<!\d\.){tokens.PHASE_START}"
    r"(?:(?:\d{1,2}|[xyn])?(?:[A-Z][a-z]?(?:[xyzδn](?![a-z]))?(?![a-z])"
    r"|[(\[](?=[A-Z(\[]|[nist]-?Bu|[ni]-?Pr|tAm|\d-?[A-Z]))"
    r"|\d{1,3} ?[×*x] ?(?=\()"
    r"|(?:glass|quartz|sapphire|graphene|graphite|silica|alumina|titania|spiro-OMeTAD)(?=[/|@])"
    r"|(?:hBN|rGO)(?=[-/|@]))"
)
#: A word in capitals without any sign of a formula, which is skipped.
_ACRONYM: Final = re.compile(r"[A-Z]{2,}s?(?![A-Za-z0-9(\[/@|:*+⁺⁻⁰¹²³⁴-⁹-])")
_SOLIDS: Final = NAMED | CAPITALS
#: ``AgNCs``, ``CdSeQDs``: a form written together with the formula, which ends before it.
GLUED_FORM: Final = re.compile(
    r"(?:N(?:C|P|W|R|S|T|PL)s(?:(?<=[a-z0-9OSNP]N[CPWRST]s)|(?<=[a-z0-9OSNP]NPLs))"
    r"|QDs?(?:(?<=[a-z0-9OSNP]QD)|(?<=[a-z0-9OSNP]QDs))"
    r"|N[CPWR](?:(?<=[A-Z][a-z]N[CPWR])|(?<=[a-z0-9]ON[CPWR])|(?<=[a-z]O[0-9]N[CPWR])))"
    r"(?![A-Za-z0-9])"
)
#: ``SnO x /Ag``: a subscript separated by a faulty conversion of the text.
_APART: Final = re.compile(r"(?<=[a-z][ON]) x(?=[ ,.;)/])")
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.|doi\.org/)\S+|\b10\.\d{4,9}/\S+|\b[a-z][\w.+-]*@[\w.-]+\.[a-z]{2,4}\b"
)
#: Symbols that are also words, names or units.
_WORDS: Final = words("In As He Be No At Am I La Re Ho Li Er Os Tc Pr Co Sc Tm Cs Ne Kr Th")
_SENTENCE_WORDS: Final = words("In As He Be No At Am")
_NOUN: Final = re.compile(
    r"[- ](?:atom|ion|cation|anion|vacanc|interstitial|site|dop|precursor|source|film|layer|nano|NC"
    r"|NP|QD|electrode|substrate|foil|contact|content|concentration|metal|cluster|core|shell|signal"
    r"|species|surface|particle|[KLM](?:-edge|α|β)? )"
)
_INITIAL: Final = re.compile(r"(?:^|[ .-])[A-Z]\. $")
_NAME: Final = re.compile(r" et al|,? [A-Z]\.|-?(?: and )?co-?workers|-[a-z]")
#: After these words a symbol is no solid: X-ray lines, core levels, the ion of a battery.
_NO_SOLID: Final = re.compile(
    r"[ -](?:ion[ -](?:batter|cell|capacitor|conduct|diffusion|insertion|intercalat|storage)"
    r"|(?:TEM )?grids?\b|[1-6][spdf](?:[1-7]/2)?(?![a-z0-9])|LMM|KLL"
    r"|[KLM][ -]?(?:α|β|alpha|beta|edge|line|shell|I{1,3}(?![A-Za-z])|[1-5](?![0-9])))"
)
#: Reference electrodes and couples.
_ELECTRODES: Final = words("Ag/AgCl Hg/HgO Hg/Hg2Cl2 Hg/Hg2SO4 Hg/HgSO4 Li/Li+ Na/Na+ Ag/Ag+")
_NANO: Final = re.compile(r"[ -](?:nano|hetero|photo|compos|plasmon|NP)")
_LIST: Final = re.compile(
    r" ?(?:-based )?(?:\(?(?:catalyst|ratio|mixture|mol|atomic|at\.|weight|intensity|bond"
    r"|stoichiometr|proportion|gas(?:es)?\b|feed|flow|pulses)|[=≈] ?\d)"
)
_ORDERED: Final = re.compile(
    r"[ -]?(?:\w+[ -]){0,2}(?:core|shell|nanolaminate|laminate|heterostructure|hetero|bilayer"
    r"|multilayer|superlattice|stack|nanocomposite|composite|nanocryst|NC|QD|NPL|NP|NW|quantum|junction"
    r"|interface|structure|hybrid|antenna|device|film|wafer|particle|nanowire|nanoplatelet|sample"
    r"|cermet|electrode|cathode|anode|coating)"
)


def find_notation(text: str) -> tuple[NotationMatch, ...]:
    """Return the formulas and stacks in cleaned text, the longest reading at each place.

    >>> [m.stack.formulas for m in find_notation("PbSe dots in Al2O3/ZnO, by PL and/or XPS")]
    [('PbSe',), ('Al2O3', 'ZnO')]
    """
    work = _prepare(text)
    found: list[NotationMatch] = []
    pos = 0
    while (mark := _START.search(work, pos)) is not None:
        acronym = _ACRONYM.match(work, mark.start())
        if acronym is not None and acronym[0] not in _SOLIDS:
            pos = acronym.end()
            continue
        read = read_stack(work, mark.start())
        if read is None:
            pos = max(mark.end(), mark.start() + 1)
            continue
        end = read[1] + (text[read[1] - 1 : read[1] + 1] == " x")
        match = _judge(_opened(read[0]), work, mark.start(), end)
        pos = mark.end() if match is None and not _is_whole(read[0]) else end
        if match is not None:
            found.append(match)
    return tuple(found)


#: Anions of the compounds of a core or shell.
_ANIONS: Final = words("S Se Te P As Sb")


def _opened(stack: Stack) -> Stack:
    """Return core and shell of ``(CdSe)ZnS`` or ``CdSe(ZnS)``, two compounds in one token.

    >>> _opened(read_stack("(CdSe)ZnS", 0)[0]).formulas
    ('CdSe', 'ZnS')
    """
    nodes = stack.flat[0].formula.nodes if len(stack.layers) == 1 else ()
    groups = [node for node in nodes if isinstance(node, Group)]
    if len(groups) != 1 or groups[0].amount or len(groups[0].alternatives) != 1:
        return stack
    if groups[0].bracket != "(":  # square brackets hold an anion: Nd3ClS2[SiS4]
        return stack
    at, inner = nodes.index(groups[0]), groups[0].alternatives[0]
    outer = (*nodes[:at], *nodes[at + 1 :])
    if at not in (0, len(nodes) - 1) or not (_is_compound(inner) and _is_compound(outer)):
        return stack
    layers = tuple(
        Layer(formula=Formula(nodes=part)) for part in ((outer, inner) if at else (inner, outer))
    )
    return Stack(layers=layers, separators=("@",))


def _is_compound(nodes: tuple[Node, ...]) -> bool:
    """Return whether nodes are metals followed by one anion: CdSe, ZnxCd1-xS."""
    symbols = [node.symbol for node in nodes if isinstance(node, Atom)]
    closed = len(symbols) == len(nodes) > 1 and symbols[-1] in _ANIONS
    return closed and any(map(is_metal, symbols[:-1]))


def _prepare(text: str) -> str:
    """Blank out text that is no notation and repair spellings, without changing any offset."""
    work = text.translate(tokens.SPELLING)
    if "@" in work or "://" in work or "10." in work or "www." in work:
        work = _ADDRESS.sub(lambda m: " " * len(m[0]), work)
    if " x" in work:
        work = _APART.sub("x ", work)
    return GLUED_FORM.sub(lambda m: " " * len(m[0]), work)


def _judge(stack: Stack, text: str, start: int, end: int) -> NotationMatch | None:
    """Return the match of a reading if its context allows it, otherwise ``None``."""
    ambiguous = False
    if len(stack.layers) == 1 and isinstance(stack.layers[0], Layer):
        accepted = _judge_single(stack.layers[0], text, start, end)
        if accepted is None:
            return None
        ambiguous = accepted
    elif not _is_stack(stack, text[end : end + 48]) or (
        str(stack) in _ELECTRODES and not _NANO.match(text, end)
    ):
        return None
    return NotationMatch(
        start=start,
        end=end,
        stack=stack,
        reading=_reading(stack, text[end : end + 48]),
        ambiguous=ambiguous,
    )


def _judge_single(layer: Layer, text: str, start: int, end: int) -> bool | None:
    """Return whether a single formula is ambiguous; ``None`` if it is refused."""
    formula = layer.formula
    if not formula.nodes:
        return False if formula.dopants else None
    symbol = _bare_element(formula)
    if symbol is None:
        return None if formula.is_system and is_bond(formula.symbols) else is_label(formula)
    if layer.count is not None or (formula.phase and len(symbol) == 1):
        return None
    if formula.dopants:
        return None if _is_ratio(formula) else False
    if formula.charge:
        return False
    return _judge_element(symbol, text, start, end)


def _is_ratio(formula: Formula) -> bool:
    """Return whether ``Cu:Se`` is a ratio of two elements, unlike hydrogenated ``Si:H``."""
    return any(dopant.symbols != ("H",) and not dopant.charge for dopant in formula.dopants)


def _judge_element(symbol: str, text: str, start: int, end: int) -> bool | None:
    if _NO_SOLID.match(text, end) is not None:
        return None
    supported = _NOUN.match(text, end) is not None
    if len(symbol) == 1 and text[end : end + 1] == "-":
        return None
    if len(symbol) == 1 or symbol in _SENTENCE_WORDS:
        return True if supported else None
    if not supported and _INITIAL.search(text, max(0, start - 4), start):
        return None
    if text[max(0, start - 3) : start] == "et " or (_NAME.match(text, end) and not supported):
        return None if symbol in _WORDS or symbol == "Al" or text[end : end + 1] != "-" else False
    return symbol in _WORDS and not supported


def _is_whole(stack: Stack) -> bool:
    """Return whether a refused reading is skipped as a whole: ``Si-O-Si``, ``MIL-101(Cr)``."""
    first = stack.layers[0]
    if not isinstance(first, Layer) or len(stack.layers) > 1:
        return str(stack) in _ELECTRODES
    formula = first.formula
    return formula.is_system or not formula.nodes or bool(formula.dopants and _is_ratio(formula))


def _bare_element(formula: Formula) -> str | None:
    """Return the symbol of a formula that is one element without amount."""
    only = formula.nodes[0]
    single = len(formula.nodes) == 1 and isinstance(only, Atom) and not only.amount
    return only.symbol if single and isinstance(only, Atom) and not formula.name else None


def _is_stack(stack: Stack, after: str) -> bool:
    """Return whether joined layers are materials: not ``I/O``, not ``Si-O-Si``.

    Abbreviations are materials if the words after them show it: ``LSM/YSZ electrodes``.
    """
    formulas = [layer.formula for layer in stack.flat if layer.formula.nodes]
    if not formulas:
        return _ORDERED.match(after) is not None
    bare = [_bare_element(f) for f in formulas]
    if None in bare or len(formulas) < len(stack.flat):
        return True
    symbols = tuple(s for s in bare if s is not None)
    if "-" in stack.separators:
        return not is_bond(symbols)
    return any(len(s) > 1 for s in symbols)


def _reading(stack: Stack, after: str) -> Reading:
    layers = stack.flat
    if len(layers) == 1:
        return "single"
    if any(is_gas(layer.formula) for layer in layers) or _LIST.match(after):
        return "list"
    told = any(isinstance(layer, Repeat) for layer in stack.layers) or any(
        layer.count is not None or layer.thickness for layer in layers
    )
    return "stack" if told or "@" in stack.separators or _ORDERED.match(after) else "open"
