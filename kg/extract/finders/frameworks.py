"""Porous frameworks named by letters and a number that the vocabulary does not list: "ZIF-62".

A metal in brackets and a group after the number belong to the name: "MIL-101(Fe)", "UiO-66-SO3H".
"""

from __future__ import annotations

from typing import Final

from kg.extract.finders.components import settles
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare

#: The letters of laboratories and families, which a hyphen and a number follow.
_LETTERS: Final = (
    "ZIF|UiO|MIL|NU|PCN|CAU|DUT|NOTT|MFM|MUF|MOF|IRMOF|COF|CTF|PAF|HOF|PIM|ZSM|SSZ|SAPO|SBA|MCM|KIT"
)
_METAL: Final = "Al|Ti|V|Cr|Mn|Fe|Co|Ni|Cu|Zn|Zr|Hf|Ce|Mg|In|Ga|Eu|Tb|Y|Sc|Bi"
_GROUP: Final = r"NH2|NO2|SO3H|OH|\(OH\)2|COOH|\(COOH\)2|Br|Cl|F|SH|\(SH\)2|CH3|bpy|NDC|ABTC"
_NAME: Final = Rare(
    rf"(?<![\w/@–-])(?:(?:NH2|{_METAL})-(?=[UMNPCI]))?(?:[Bb]io-)?(?:{_LETTERS})-\d{{1,4}}"
    rf"(?:\((?:{_METAL})\))?(?:-(?:{_GROUP}|{_METAL}))?(?:\((?:{_METAL})\))?(?![\w/@(]|-\w)"
)


@settles("ald_frameworks")
def with_frameworks(mentions: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    """Return the mentions and the frameworks whose whole name the vocabulary does not have.

    >>> [m.id for m in with_frameworks((), "MIL-101(Fe) and UiO-68-NH2 beside MIL-STD-883")]
    ['MIL-101(Fe)', 'UiO-68-NH2']
    """
    known = {(m.start, m.end) for m in mentions if m.kind == "material"}
    return (
        *mentions,
        *(
            Mention(
                start=match.start(),
                end=match.end(),
                kind="material",
                id=match[0],
                text=match[0],
                label="symbol",
            )
            for match in _NAME.finditer(text)
            if match.span() not in known
        ),
    )
