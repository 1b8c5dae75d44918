"""Signs that a converter names by the glyph of an old font, or encodes by its code.

Sources of the codes: the encodings "Adobe Symbol" and "TeX math symbols" (CMSY, decimal codes,
which Elsevier's fonts follow), and the numbers and letters of the Pi fonts of the American
Institute of Physics as they occur in its files.
"""

from __future__ import annotations

import re

#: The Symbol font of Adobe from code 0x20, which Windows maps to U+F020; "\0" has no sign.
_ADOBE_SYMBOL = (
    " !∀#∃%&∋()*+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~"
)
_ADOBE_SYMBOL_HIGH = "ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…\0\0↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√·¬∧∨⇔⇐⇑⇒⇓"
SYMBOL_FONT: dict[str, str] = {
    chr(start + at): sign
    for start, signs in ((0xF020, _ADOBE_SYMBOL), (0xF0A1, _ADOBE_SYMBOL_HIGH))
    for at, sign in enumerate(signs)
    if sign != "\0"
}

#: Characters in older PDF files of the American Institute of Physics -> the signs printed.
AIP_SIGNS: dict[str, str] = {
    **dict(zip("\u0351\u0352\u0353\u0354\u0355\u0356", "()[]{}", strict=True)),
    **dict(zip("ϫϪϩϭϮϳϷϽϾՅՆϱ", "×−+=±~≈<>≤≥∞", strict=True)),
    **dict(zip("␣␤␥␦⑀␩␪␬␭␮␯␲␳␴␶␹␺␻", "αβγδεηθκλμνπρστχψω", strict=True)),
    **dict(zip("⌬⌽⍀⌫⌺", "ΔΦΩΓΣ", strict=True)),
}

#: Decimal codes of TeX's math symbols, and of Latin-1 and Windows-1252 above 127.
_CODES = {
    **{0: "−", 1: "·", 2: "×", 3: "*", 4: "÷", 6: "±", 14: "°", 15: "•", 20: "≤", 21: "≥"},
    **{24: "~", 25: "≈", 28: "≪", 29: "≫", 32: "←", 33: "→", 39: "≃", 47: "∝", 49: "∞"},
    **{150: "–", 151: "—", 176: "°", 177: "±", 181: "μ", 183: "·", 197: "Å", 215: "×"},
}
_AIP_NUMBERS = {
    **{11001: "+", 11002: "−", 11003: "×", 11005: "=", 11006: "±", 11011: "~", 11015: "≈"},
    **{11021: "<", 11022: ">", 11032: "′", 11033: "″", 11034: "°", 11349: "≤", 11350: "≥"},
    **{9004: "Δ", 9021: "Φ", 9024: "Ω", 9251: "α", 9252: "β", 9253: "γ", 9254: "δ", 9255: "ε"},
    **{9257: "η", 9258: "θ", 9260: "κ", 9261: "λ", 9262: "μ", 9266: "π", 9267: "ρ", 9268: "σ"},
    **{9270: "τ", 9273: "χ", 9274: "ψ", 9275: "ω", 9278: "φ", 20841: "|", 22107: "#"},
    **{20849: "(", 20850: ")", 20851: "[", 20852: "]", 20853: "{", 20854: "}"},
}
#: Names such as "/C14", "/C176", "/H11034", but not carbon: "Pt/C", "TiO2/C60", "C12/C14",
#: "CO/C2H4"; in "4/C210" the name is "/C2", and 10 is a number.
GLYPH_NAME = re.compile(
    r"/C(0)(?=\s?\d)|(?<![A-Za-z])(?<![A-Za-z]\d)(?<![A-Z]\d\d)"
    r"/C((?:14|176)(?=C\b)|2(?=10(?:\D|$))|(?<=[\s(]/C)2[0145](?=\d)|[1-9]\d{0,2}(?!\w))"
    r"|/H([12]\d{4}|9\d{3})"
)


def glyph_sign(match: re.Match[str]) -> str:
    """Return the sign for a match of :data:`GLYPH_NAME`, or the name itself if it is unknown.

    >>> glyph_sign(GLYPH_NAME.match("/C14")), glyph_sign(GLYPH_NAME.match("/H9262"))
    ('°', 'μ')
    """
    if match[3]:
        return _AIP_NUMBERS.get(int(match[3]), match[0])
    return _CODES.get(int(match[1] or match[2]), match[0])
