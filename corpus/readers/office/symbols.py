"""Signs of the fonts Symbol and Wingdings, whose codes have a meaning only in these fonts.

Word keeps such a sign as a character of the private use area (its code in the font plus F000).
The codes of Symbol are those of Adobe's encoding of the font (PostScript Language Reference, E.13).
"""

from __future__ import annotations

import re

_ADDED = 0xF000
_SYMBOL = {
    **dict(
        zip(
            range(0x41, 0x5B),
            "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
            strict=True,
        )
    ),
    **dict(
        zip(
            range(0x61, 0x7B),
            "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
            strict=True,
        )
    ),
    **{code: chr(code) for code in (*range(0x20, 0x41), 0x5B, 0x5D, 0x7B, 0x7C, 0x7D)},
    **{0x22: "∀", 0x24: "∃", 0x27: "∋", 0x2A: "∗", 0x2D: "−", 0x40: "≅", 0x5C: "∴", 0x5E: "⊥"},
    **{0x7E: "~", 0xA2: "′", 0xA3: "≤", 0xA4: "/", 0xA5: "∞", 0xAC: "←", 0xAD: "↑", 0xAE: "→"},
    **{0xAF: "↓", 0xAB: "↔", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB5: "∝"},
    **{0xB6: "∂", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xC4: "⊗"},
    **{0xC5: "⊕", 0xC6: "∅", 0xC7: "∩", 0xC8: "∪", 0xCE: "∈", 0xD0: "∠", 0xD1: "∇", 0xD5: "∏"},
    **{0xD6: "√", 0xD7: "·", 0xD9: "∧", 0xDA: "∨", 0xDB: "⇔", 0xDC: "⇐", 0xDE: "⇒", 0xE5: "∑"},
    **{0xF2: "∫", 0xE1: "⟨", 0xF1: "⟩", 0xD2: "®", 0xD3: "©", 0xD4: "™"},
}
#: Word makes "-->" an arrow of Wingdings.
_WINGDINGS = {0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xF3: "↔", 0xE8: "→"}
_PRIVATE = re.compile("[\uf020-\uf0ff]")


def sign(code: int, font: str) -> str:
    """Return the sign that a code of a font prints, ``""`` if that is not known.

    >>> sign(0xF06D, "Symbol"), sign(0xE0, "Wingdings"), sign(0x41, "Webdings")
    ('μ', '→', '')
    """
    code = code - _ADDED if code >= _ADDED else code
    name = font.lower()
    signs = _SYMBOL if name.startswith("symbol") else _WINGDINGS if name == "wingdings" else {}
    return signs.get(code, "")


def in_font(text: str, font: str) -> str:
    r"""Return a text as its font prints it.

    >>> in_font("5 m", "Symbol"), in_font("200 \uf0b0C", "Times New Roman")
    ('5 μ', '200 °C')
    """
    if font.lower() == "symbol":
        return "".join(sign(ord(character), font) or character for character in text)
    found = "Wingdings" if font.lower() == "wingdings" else "Symbol"
    return _PRIVATE.sub(lambda match: sign(ord(match[0]), found), text)
