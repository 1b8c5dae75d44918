"""Find what a reagent was used for and with which others: its ``used_for`` and ``used_with``.

A precursor makes a solid that contains its metal, a co-reactant one that contains its anion, if the
vocabulary gives their elements. Precursor and co-reactant are paired within a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from kg.composition import contained_elements
from kg.extract.links.account import Account, Part, solids_of, within
from kg.extract.links.making import deposition_in, made_solids, solids_in
from kg.extract.links.steps import given_by, synthesis_at, synthesised
from kg.extract.mentions import Mention
from kg.families import is_one_family
from kg.model import Thing, solid
from kg.notation.symbols import CHALCOGENS, HALOGENS, SYMBOL
from kg.substances import substance
from kg.substances.formulas import molecule, recased
from kg.substances.names import SYMBOLS

Run = list[Mention]
#: Roles in a deposition, and the roles of the reagents used with them.
_PARTNERS = {
    "precursor": frozenset({"coreactant", "plasma_gas"}),
    "coreactant": frozenset({"precursor"}),
    "plasma_gas": frozenset({"precursor"}),
}
_ANIONS = frozenset("O S Se Te N P As F Cl Br I".split())


def used_for(account: Account, part: Part, chemical: str, role: str, at: int) -> tuple[Thing, ...]:
    """Return the process and the solids that a reagent was used to make, ``()`` if unknown."""
    if role not in _PARTNERS or account.is_general:
        return ()
    synthesis = synthesis_at(account, part, at)
    if synthesis is not None:
        told = synthesised(account) or solids_in(part, made_solids(account))
        fitting = [f for f in told if _fits(chemical, role, f)]
        return things_made(synthesis, given_by(account, part, fitting, at)) if fitting else ()
    if role == "plasma_gas" and not _by_plasma(account):
        return ()  # the plasma only treats a surface
    deposited = _deposited(account, part, chemical, role)
    process = deposition_in(account, part) if deposited else ""
    if process == "atomic_layer_etching":
        return (Thing("process", process),)  # etching removes a solid
    return things_made(process, deposited)


def _deposited(account: Account, part: Part, chemical: str, role: str) -> tuple[str, ...]:
    """Return the solids that a reagent deposits: those in its sentence, or the one that fits."""
    elsewhere = _given_way(account, part, chemical)
    if None in elsewhere:
        return ()
    fitting = [f for f in made_solids(account) if _fits(chemical, role, f)]
    if role == "coreactant" and (partners := used_with(account, part, chemical, role)):
        # "Pd was deposited. TMA and water were dosed": the water gives no Pd
        fitting = [f for f in fitting if any(_fits(p.id, "precursor", f) for p in partners)]
    fitting = fitting or _unclaimed(account, chemical)
    here = tuple(f for f in solids_in(part, fitting) if f not in elsewhere)
    if not here and role == "coreactant":
        here = _of_partners(account, part, chemical, role)
    if not here and _is_one_solid(fitting):
        here = _told_before(account, part, fitting)
    return here or (tuple(fitting) if len(fitting) == 1 else ())


def things_made(process: str, formulas: Iterable[str]) -> tuple[Thing, ...]:
    """Return a process, if it has a name, and the solids that it made."""
    made = tuple(solid((formula,)) for formula in formulas)
    return (Thing("process", process), *made) if process else made


def used_with(account: Account, part: Part, chemical: str, role: str) -> tuple[Thing, ...]:
    """Return the partners of a reagent: those of the other role in its clause or sentence."""
    wanted = _PARTNERS.get(role, frozenset())
    if role == "precursor" and not any(own & wanted for own in account.reagents.values()):
        wanted = frozenset({"precursor"})  # two metal compounds that react with each other
    here = [account.name_of(m) for m in part.mentions if m.kind == "chemical"]
    partners = [
        c
        for c in here
        if c != chemical and _roles(account, c) & wanted and not _same_metal(c, chemical)
    ]
    rivals = [c for c in here if c != chemical and role in _roles(account, c)]
    if len(partners) > 1 or rivals:
        own = _in_clause(account, part, chemical, partners)
        partners = own if own or rivals else partners
    if len(partners) > 1 and rivals:
        told = _paired(account, part, chemical, wanted)
        partners = [name for name in partners if name in told]
    return tuple(Thing("chemical", name) for name in dict.fromkeys(partners))


def _unclaimed(account: Account, chemical: str) -> list[str]:
    """Return the compounds with a reagent's metal that have no role in the study's claims."""
    metals = _metals(chemical)
    if "molecular_layer_deposition" in account.processes:
        return []  # its films are not oxides
    named = [f for f in account.named if not {f, f.lower()} & {*account.roles, *account.reagents}]
    return [
        f for f in named if metals & set(contained_elements(f)) and len(contained_elements(f)) > 1
    ]


#: Words before a reagent that another replaces: "replacing H2O by H3PO4".
_GIVES_WAY = re.compile(
    r"\b(?:replac(?:ing|ed|es?)|substitut(?:ing|ed|es?)|instead of|in place of|rather than)\s"
    r"(?:the\s)?$",
    re.IGNORECASE,
)


def _given_way(account: Account, part: Part, chemical: str) -> set[str | None]:
    """Return the solids that, according to a part, another reagent gives in place of this one.

    They include ``None`` if the part names the reagent nowhere else.
    """
    named = [m for m in part.mentions if m.kind == "chemical" and account.name_of(m) == chemical]
    gone = [m for m in named if _GIVES_WAY.search(part.text[: m.start])]
    solids: list[str | None] = [None] if named and len(gone) == len(named) else []
    for mention in gone:
        last = max((m.end for m in named if m.end < mention.start), default=0)
        solids += [f for m in within(part.mentions, last, mention.start) for f in solids_of(m)]
    return set(solids)


def _by_plasma(account: Account) -> bool:
    """Return whether the study uses a plasma for a deposition, not only for a treatment."""
    return "plasma_treatment" not in account.processes or any(
        "plasma" in process for process in account.processes - {"plasma_treatment"}
    )


def _is_one_solid(formulas: Sequence[str]) -> bool:
    """Return whether formulas are spellings of one solid: alumina as Al2O3 and AlOx."""
    return len(formulas) > 1 and all(is_one_family(formulas[0], f) for f in formulas[1:])


def _told_before(account: Account, part: Part, fitting: Sequence[str]) -> tuple[str, ...]:
    """Return the last of these solids that the passage names before a part."""
    for other in account.before(part):
        told = solids_in(other, fitting)
        if told:
            return told[-1:]
    return ()


def _same_metal(first: str, second: str) -> bool:
    """Return whether two reagents supply the same metal, so that they are alternatives."""
    return bool(_metals(first) & _metals(second))


def _metals(chemical: str) -> frozenset[str]:
    term = substance(chemical)
    if term is not None:
        return frozenset(term.extra.get("metal", ()))
    salt = _SALT.match(chemical)
    named = [salt[1].title()] if salt else []
    return frozenset((*named, *(_SYMBOLS[w] for w in _WORD.findall(chemical) if w in _SYMBOLS)))


#: A salt by its formula, in the lower case of ids: "hgcl2", "haucl4", "ce(no3)3".
_SALT = re.compile(
    rf"h?({'|'.join((*SYMBOLS, 'Au', 'Pt', 'Pd', 'Ce', 'Zr', 'Mo', 'Nb', 'Ta')).lower()})"
    r"(?:o?cl\d|br\d|i\d|f\d|o?\(|no3|so4)"
)
#: The symbols of metals by their names, for salts that no vocabulary has: "copper bromide".
_SYMBOLS = {name: symbol for symbol, name in SYMBOLS.items()}
_WORD = re.compile(r"[a-z]+")


def _of_partners(account: Account, part: Part, chemical: str, role: str) -> tuple[str, ...]:
    """Return the solids made from the precursors in the sentence of a co-reactant."""
    found: list[str] = []
    for partner in used_with(account, part, chemical, role):
        fitting = [f for f in made_solids(account) if _fits(partner.id, "precursor", f)]
        fitting = fitting or _unclaimed(account, partner.id)
        found += fitting if len(fitting) == 1 else []
    return tuple(dict.fromkeys(found))


def _roles(account: Account, chemical: str) -> frozenset[str]:
    return account.reagents.get(chemical, frozenset())


def _in_clause(account: Account, part: Part, chemical: str, partners: Iterable[str]) -> list[str]:
    """Return the partners that are named in the same clause as the reagent."""
    known, found = set(partners), []
    for clause in part.clauses:
        named = [
            account.name_of(m)
            for m in part.mentions
            if m.kind == "chemical" and clause.start <= m.start < clause.end
        ]
        if chemical in named:
            found += [name for name in named if name in known]
    return found


def _paired(account: Account, part: Part, chemical: str, wanted: frozenset[str]) -> list[str]:
    """Return the reagents paired with one by their order: "TMA and water, TiCl4 and ozone".

    A run of precursors and the run of co-reactants after it belong together if one of the runs is a
    single reagent. Two longer lists do not pair their members, except those joined by a slash.
    """
    named = [m for m in part.mentions if m.kind == "chemical"]
    named = [m for m in named if _roles(account, account.name_of(m)) & _PARTNERS.keys()]
    found = []
    for first, second in _pairs_of_runs([(m, _is_precursor(account, m)) for m in named]):
        names = [[account.name_of(m) for m in run] for run in (first, second)]
        if min(len(set(run)) for run in names) == 1:
            found += [n for own, other in (names, names[::-1]) if chemical in own for n in other]
    for one, other in pairwise(named):
        pair = [account.name_of(one), account.name_of(other)]
        if chemical in pair and part.reading.between(one, other).strip() == "/":
            found += [name for name in pair if _roles(account, name) & wanted]
    return found


def _is_precursor(account: Account, mention: Mention) -> bool:
    return "precursor" in _roles(account, account.name_of(mention))


def _pairs_of_runs(named: Sequence[tuple[Mention, bool]]) -> Iterator[tuple[Run, Run]]:
    """Return runs of mentions that alternate between the two roles, in pairs."""
    runs = [[m for m, _ in group] for _, group in groupby(named, key=lambda pair: pair[1])]
    return zip(runs[::2], runs[1::2], strict=False)


@lru_cache(maxsize=4096)
def _fits(chemical: str, role: str, formula: str) -> bool:
    """Return whether a reagent can supply its part of a solid, as far as its elements are known."""
    elements = set(contained_elements(formula))
    metals, given_all = _metals(chemical) or _centres(chemical), _elements(chemical)
    if not elements or (role == "precursor" and metals & elements):
        return True
    if role == "precursor" and not metals:
        return _shares(given_all, elements)
    given = given_all & _ANIONS
    if given & CHALCOGENS:
        given -= {"P"}  # the carrier of the selenium in TOP-Se
    own = {e for e in elements if e in _ANIONS}
    if role == "precursor":
        # the fluorine of TiF4 in LiF, the sulfur of K2S in CdS
        is_salt = given_all & {"C", "O"}
        return bool(given & own & (HALOGENS if is_salt else HALOGENS | CHALCOGENS))
    return not given or not own or bool(given & own)


def _shares(given: set[str], elements: set[str]) -> bool:
    """Return whether a reagent without a metal supplies an element of a solid, if that is known.

    Carbon, nitrogen and oxygen count only if it supplies nothing else: those of urea in C3N4, but
    not those of an ammonium salt in a nitride.
    """
    telling = given - {*"CHNO"} or given - {"H"}
    return not given or bool(telling & elements)


def _centres(chemical: str) -> frozenset[str]:
    """Return the elements that an unknown formula may supply, in any reading of its letters."""
    if substance(chemical) is not None or not _COUNTS.search(chemical):
        return frozenset()
    read = filter(None, map(molecule, recased(chemical)))
    return frozenset(symbol for found in read for symbol, _ in found.elements) - {*"CHNO"}


#: Signs that distinguish a formula from a name.
_COUNTS = re.compile(r"[\d()]")


def _elements(chemical: str) -> set[str]:
    """Return the elements of a reagent; if it is unknown, those of the anion in its name."""
    term = substance(chemical)
    if term is None:
        return {symbol for stem, symbol in _STEMS.items() if stem in chemical}
    return set(
        SYMBOL.findall(" ".join((*term.extra.get("molecularFormula", ()), term.formula or "")))
    )


_STEMS = {"phosphine": "P", "arsine": "As", "sulfi": "S", "thi": "S", "selen": "Se", "tellur": "Te"}
