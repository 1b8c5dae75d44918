"""Usual oxidation states, to judge whether a formula with its printed counts can be neutral.

The states are those that occur in compounds of the field, after N. N. Greenwood and A. Earnshaw,
*Chemistry of the Elements* (1997), table of oxidation states; groups of organometallic formulas
count as anions with a single charge.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

_TABLE = """
+1: MA FA Li Na K Rb Cs Ag Tl Cu Hg H Au
+2: Be Mg Ca Sr Ba Zn Cd Hg Cu Fe Co Ni Mn Cr V Ti Sn Pb Ge Pd Pt Eu Sm Yb
+3: Al Ga In Sc Y La Ce Pr Nd Sm Eu Gd Tb Dy Ho Er Tm Yb Lu B Bi Sb As Fe Co Cr Mn Ni V Ti Mo Ru Rh
+3: Ir Au Tl P N Nb Ta W
+4: C Si Ge Sn Ti Zr Hf Ce Th U V Nb Ta Mo W Mn Re Ru Ir Pt Os Pd S Se Te N Tb Pr
+5: V Nb Ta P As Sb N I Br Cl Bi Mo W U
+6: Cr Mo W S Se Te Re U
+7: Mn Re Cl I
+8: Ru Os
-1: H F Cl Br I Cp MeCp EtCp Me Et Bu Ph iPr tBu acac thd tmhd hfac
-2: O S Se Te
-3: N P As Sb
-4: C Si
"""


def _states() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for line in _TABLE.strip().splitlines():
        charge, names = line.split(":")
        for name in names.split():
            found[name] = (*found.get(name, ()), int(charge))
    return found


STATES = _states()
_GROUPS = frozenset(
    ("Cp", "MeCp", "EtCp", "Me", "Et", "Bu", "Ph", "iPr", "tBu", "acac", "thd", "tmhd", "hfac")
)
_FEW = 5


def is_neutral(atoms: Sequence[str], counts: Sequence[float]) -> bool:
    """Return whether some combination of usual oxidation states of the atoms sums to zero.

    An element that is named twice may have two states, as nitrogen in NH4NO3. For a formula of one
    element, or with more than five atoms, the result is false.

    >>> is_neutral(["Cs", "Pb", "Br"], [1, 1, 3]), is_neutral(["Pb", "Se"], [1, 2])
    (True, False)
    """
    if not 1 < len(atoms) <= _FEW or len(set(atoms)) < 2 or not set(atoms) <= STATES.keys():
        return False
    return any(
        abs(sum(state * count for state, count in zip(states, counts, strict=True))) < 0.02
        for states in _usual(atoms)
    )


def _usual(atoms: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Yield the combinations of states that match the printed order of the atoms.

    Cations come first and anions last, with hydrogen possibly after its oxygen ("NH4OH"); or the
    organic groups precede the metal.
    """
    for states in product(*(STATES[atom] for atom in atoms)):
        is_salt = states[0] > 0 > min(states[-2:])
        if is_salt or (atoms[0] in _GROUPS and states[0] < 0 < max(states)):
            yield states
