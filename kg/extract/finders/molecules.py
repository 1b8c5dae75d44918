"""Reagents in a sentence: formulas of molecules, systematic names, and their names in claims.

All aliases of a substance have the same id: its notation in the vocabulary, or the name as printed,
in lower case, if the vocabulary has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.grounding import reagent_id
from kg.notation import Formula
from kg.substances import is_name_word, is_reagent_name, is_structure, molecule
from kg.substances.names import SYMBOLS
from ontology import vocabulary

#: Elements whose compounds with one another are molecules at the temperatures of this field.
NONMETALS = frozenset("H C N O F P S Cl Br I He Ne Ar Kr Xe".split())
#: Exceptions: solids made of such elements only.
COVALENT_SOLIDS = frozenset({"C", "S", "P", "I2"})

_WORD = re.compile(
    rf"(?:(?:{'|'.join(SYMBOLS)})(?:\(I{{1,3}}V?\))?[ -](?=[a-z]{{3,}}))?"
    r"(?=[^\s]{0,80}[a-z]{3}|Tin\b)[(\[]?(?:[α-ω]\d?[-–])?[A-Za-z0-9][\w,'’′()\[\]*-]*"
)
_TAIL = re.compile(
    r"-(?:cap|coat|terminat|passivat|stabili[sz]|functionali[sz]|treat|bas|assist|contain|deriv"
    r"|ligat|free|rich|mediat|induc)[a-z]*$"
)
_MOST_WORDS = 6
#: The most characters of a word; a longer one is a broken conversion.
_LONGEST_WORD = 150


#: An organic cation with a metal halide is a solid: CH3NH3PbI3, HC(NH2)2SnI3.
_HYBRID_PEROVSKITE = re.compile(
    r"\(?(?:CH3NH3|HC\(NH2\)2|CH\(NH2\)2|C\w{1,6}NH3)\)?\d?(?:Pb|Sn|Ge|Bi|Sb)(?=[\w()]*(?:Cl|Br|I|X))"
)


def is_molecular(formula: Formula) -> bool:
    """Return whether the elements of a formula make it a reagent: organics, metal organics, gases.

    A compound of carbon with hydrogen is organic or metal organic; one of nonmetals alone is a
    molecule (H2O, CO2, NH3), except for a few solids. In a nitrate the oxygen comes right after the
    nitrogen, in an oxynitride (AlOxNy, TiNxOy) it does not.
    """
    present = set(formula.symbols)
    if formula.plain in COVALENT_SOLIDS or _HYBRID_PEROVSKITE.match(formula.plain):
        return False
    if {"C", "H"} <= present or _is_nitrate(formula):
        return True
    return present <= NONMETALS or is_structure(formula.plain)


_NITRATE = re.compile(r"NO[23](?![\d.])")


def _is_nitrate(formula: Formula) -> bool:
    has_metal = not set(formula.symbols) <= NONMETALS
    return has_metal and _NITRATE.search(formula.plain) is not None


def find_names(text: str) -> Iterator[Mention]:
    """Yield systematic names of reagents, in the vocabulary or not, the longest at each place.

    Examples
    --------
    >>> [m.id for m in find_names("tris(dimethylamido)rhenium and zinc diethyl, at 90 °C")]
    ['tris(dimethylamido)rhenium', 'diethylzinc']
    """
    for run in _runs(text):
        at = 0
        while at < len(run):
            size = _longest(text, run[at : at + _MOST_WORDS])
            if size:
                start, end = run[at][0], run[at + size - 1][1]
                yield with_water(text, start, end)
            at += size or 1


#: After the name of a salt: its water of crystallisation.
_HYDRATE = re.compile(
    r" (?:mono|hemi|di|tri|tetra|penta|hexa|hepta|octa|nona|deca|sesqui)?-?hydrate\b"
)


def with_water(text: str, start: int, end: int) -> Mention:
    """Return the mention of a reagent with its water as printed; the id is that without water."""
    known = reagent_id(_one(text[start:end]))
    hydrate = _HYDRATE.match(text, end)
    end = hydrate.end() if hydrate is not None else end
    name = _one(text[start:end])
    return Mention(start=start, end=end, kind="chemical", id=known, text=name)


def _one(name: str) -> str:
    """Return the name of one salt for the plural: "iron stearates", "lead(II) chlorides"."""
    return name[:-1] if name.endswith(("ates", "ides")) else name


#: Acids and salts of organic cations, which the last words identify regardless of the first.
_ACID = re.compile(r"(?<![\w-])(?:(?:[\w']+[,-])*\w+-)?(?P<stem>[A-Za-z]?[a-z]{3,}ic) acids?(?!\w)")
_SALT = re.compile(
    r"(?<![\w-])[\w-]*(?:ammonium|amidinium|guanidinium|phosphonium|imidazolium|"
    r"pyridinium|sodium|potassium) "
    r"(?:iodide|bromide|chloride|fluoride|acetate|formate|nitrate|thiocyanate|hydroxide|"
    r"tetrafluoroborate|hexafluorophosphate)(?!\w)"
)
_DERIVATIVE = Rare(
    r"(?<![\w-])[\w',-]*[a-z](?:oyl (?:di|tri)?chloride|yl(?:ene)? (?:di)?isocyanate|"
    r"ic (?:di)?anhydride)(?!\w)|"
    r"(?<![\w-])\d[\d,'′’]*-di(?:amino|hydroxy|isocyanato|mercapto)[a-z]+"
    r"(?: (?:ether|sulfone))?(?!\w)"
)
#: An acid with its class as a separate word: "tetracene carboxylic acid".
_RING_ACID = re.compile(
    r"(?<![\w-])[\w,'-]*[a-z](?:ene|ane|ine|yl|ole|ophen|an) (?:mono|di|tri|tetra)?"
    r"(?:carboxylic|phosphonic|sulfonic|boronic|propionic|butyric|acetic) acids?(?!\w)"
)
#: Classes of acids, which are no single acid.
_ACID_CLASSES = frozenset(
    "organic inorganic aliphatic aromatic carboxylic dicarboxylic phosphonic sulfonic nucleic "
    "thiocarboxylic alkylphosphonic monocarboxylic polycarboxylic".split()
)


def find_acids_and_salts(text: str) -> Iterator[Mention]:
    """Yield acids, their derivatives and salts of organic cations by the form of their names.

    Examples
    --------
    >>> [m.id for m in find_acids_and_salts("with pimelic acid, an organic acid, and MA bromide")]
    ['pimelic acid']
    """
    acids = _ACID.finditer(text) if " acid" in text else ()
    salts = _SALT.finditer(text) if "ium " in text else ()
    of_rings = _RING_ACID.finditer(text) if " acid" in text else ()
    for match in (*of_rings, *acids, *salts, *_DERIVATIVE.finditer(text)):
        if match.re is _ACID and match["stem"].lower() in _ACID_CLASSES:
            continue
        yield with_water(text, match.start(), match.end())


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Yield stretches of neighbouring words that may be part of a systematic name."""
    run: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        bounds = _name_part(match[0])
        if bounds is None:
            continue
        start, end = (match.start() + place for place in bounds)
        if run and not _goes_on(text, run, start):
            yield run
            run = []
        run.append((start, end))
    if run:
        yield run


_MULTIPLIER = re.compile(r"(?:bis|tris|tetrakis|pentakis|hexakis)$", re.IGNORECASE)


def _goes_on(text: str, run: list[tuple[int, int]], start: int) -> bool:
    """Return whether a word at ``start`` continues the name: "bis (ethyl) zinc"."""
    gap = text[run[-1][1] : start]
    if gap == " (":
        return _MULTIPLIER.search(text, *run[-1]) is not None
    return gap in (" ", "-", "") or (gap == ") " and " (" in text[run[0][0] : start])


@lru_cache(maxsize=16384)
def _name_part(printed: str) -> tuple[int, int] | None:
    """Return the bounds of the part of a word that may be in a systematic name, or ``None``."""
    if len(printed) > _LONGEST_WORD:
        return None
    start, end = _trimmed(printed)
    return (start, end) if is_name_word(printed[start:end]) else None


def _trimmed(word: str) -> tuple[int, int]:
    """Return the bounds of a word without punctuation, loose brackets and a tail (``-capped``)."""
    start, word = 0, word.rstrip(",'’′-")
    if word[0] in "([" and (_ends(word) or not _is_balanced(word)):
        start, word = 1, word[1:]
    while word and word[-1] in ")]" and _is_loose(word):
        word = word[:-1].rstrip(",'’′-")
    return start, start + len(_TAIL.sub("", word))


def _ends(word: str) -> bool:
    """Return whether the bracket that opens a word closes at its end."""
    depth = 0
    for at, sign in enumerate(word):
        depth += (sign in "([") - (sign in ")]")
        if depth == 0:
            return at == len(word) - 1
    return False


def _is_loose(word: str) -> bool:
    """Return whether the bracket at the end of a word closes no bracket of the word."""
    depth = 0
    for sign in reversed(word):
        depth += (sign in ")]") - (sign in "([")
        if depth == 0:
            return False
    return True


def _is_balanced(word: str) -> bool:
    return all(word.count(a) == word.count(b) for a, b in ("()", "[]"))


def _longest(text: str, words: list[tuple[int, int]]) -> int:
    """Return how many of the words, from the first on, form one name; 0 if none do."""
    for size in range(len(words), 0, -1):
        if is_reagent_name(text[words[0][0] : words[size - 1][1]]):
            return size
    return 0


#: Kinds of mention that the document's own acronym replaces.
_REPLACED = frozenset({"chemical", "material", "ion"})


def with_definitions(
    mentions: Iterable[Mention], text: str, shorts: Mapping[str, str]
) -> list[Mention]:
    """Return the mentions of a sentence, with the document's own acronyms read as it defines them.

    ``shorts`` maps each acronym to the reagent's id, or to ``""`` if it is no reagent here.
    """
    own = [
        Mention(start=at.start(), end=at.end(), kind="chemical", id=id_, text=short, label="symbol")
        for short, id_ in shorts.items()
        for at in re.finditer(rf"(?<![\w-]){re.escape(short)}(?!\w)", text)
    ]
    meant = {(m.start, m.end): m.id for m in own}
    kept = [m for m in mentions if not _is_replaced(m, meant.get((m.start, m.end)))]
    return [*kept, *(m for m in own if m.id)]


def _is_replaced(mention: Mention, meaning: str | None) -> bool:
    """Return whether the document's definition of an acronym replaces or removes this mention."""
    if meaning is None:
        return False
    if not meaning:  # a formula keeps its meaning
        return mention.kind == "chemical" and mention.label == "symbol"
    return mention.kind in _REPLACED or mention.label == "symbol"  # "thioglycolic acid (TGA)"


#: After a name: the state in which a substance is bought, or its use.
_STATE = re.compile(r"\s(?:powders?|pellets?|shots?|granules|ligands?)$")
#: Square brackets around the whole formula of a complex, which its name leaves out.
_COMPLEX = re.compile(r"\[([^\[\]]+)\]")


def printed_names(mentions: Iterable[Mention]) -> Mapping[str, str]:
    """Return the name that a document gives each substance without an id in the claims contract.

    It is the first name that it prints, else the first formula, else its acronym, in lower case.
    """
    names: dict[str, str] = {}
    formulas: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    for mention in mentions:
        if mention.kind == "chemical" and not (is_exchanged(mention.id) or _is_ion_of(mention)):
            named = names if mention.label == "name" else acronyms
            kept = formulas if _is_formula(mention) else named
            name = _THIOLATE.sub("", _STATE.sub("", mention.text.lower()))
            name = mention.id if name == f"{mention.id} gas" else name
            whole = _COMPLEX.fullmatch(name)
            name = whole[1] if whole is not None else name
            kept.setdefault(mention.id, " ".join(name.split()))
    return acronyms | formulas | names


#: An ion by its name, and the endings of the names of its acid or amine.
_ION = re.compile(
    r"\S+(?:ate|ium)s?(?:[ -](?:ligands?|capped|passivated|terminated))?", re.IGNORECASE
)
_OF_ION = ("acid", "amine")
_THIOLATE = re.compile(r"(?<=thiol)ates?$")


def _is_ion_of(mention: Mention) -> bool:
    """Return whether a ligand is printed as its ion, while claims name its acid or amine."""
    return mention.id.endswith(_OF_ION) and _ION.fullmatch(mention.text) is not None


def _is_formula(mention: Mention) -> bool:
    """Return whether a reagent is printed as a formula rather than by a name or an acronym."""
    if mention.stack is not None:
        return True
    text = mention.text
    return (
        mention.label == "symbol"
        and not (text.isupper() and text.isalpha())
        and molecule(text) is not None
    )


def is_exchanged(notation: str) -> bool:
    """Return whether the claims contract has an id for a substance."""
    term = vocabulary().get("chemical", notation)
    return term is not None and "exchanged" in term.extra
