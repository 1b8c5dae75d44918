"""Signs of the fonts Symbol and Wingdings, whose codes have a meaning only in these fonts.

Word stores such a sign as a character of the private use area: its code in the font plus F000.
"""

from __future__ import annotations

import re

from corpus.repairs.glyphs import SYMBOL_FONT

_ADDED = 0xF000
#: Arrows; Word replaces "-->" by an arrow of Wingdings.
_WINGDINGS = {
    chr(_ADDED + code): sign
    for code, sign in zip((0xDF, 0xE0, 0xE1, 0xE2, 0xE8, 0xF3), "←→↑↓→↔", strict=True)
}
_PRIVATE = re.compile("[\uf020-\uf0ff]")


def sign(code: int, font: str) -> str:
    """Return the sign for a code of a font, ``""`` if it is unknown.

    >>> sign(0xF06D, "Symbol"), sign(0xE0, "Wingdings"), sign(0x41, "Webdings")
    ('μ', '→', '')
    """
    name = font.lower()
    signs = SYMBOL_FONT if name.startswith("symbol") else _WINGDINGS if name == "wingdings" else {}
    return signs.get(chr(code if code >= _ADDED else code + _ADDED), "")


def in_font(text: str, font: str) -> str:
    r"""Return a text with the signs that its font prints.

    >>> in_font("5 m", "Symbol"), in_font("β", "Symbol"), in_font("20 \uf0b0C", "Times New Roman")
    ('5 μ', 'β', '20 °C')
    """
    if font.lower() == "symbol":
        return "".join(sign(ord(character), font) or character for character in text)
    signs = _WINGDINGS if font.lower() == "wingdings" else SYMBOL_FONT
    return _PRIVATE.sub(lambda match: signs.get(match[0], ""), text)
