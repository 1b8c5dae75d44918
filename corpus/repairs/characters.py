"""The table of repairs of single characters: ligatures, control codes, symbols of private fonts."""

from __future__ import annotations

import re
import unicodedata

from corpus.legible import NO_CHARACTERS
from corpus.repairs.glyphs import AIP_SIGNS, GLYPH_NAME, SYMBOL_FONT, glyph_sign
from corpus.repairs.model import Repair

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

#: The characters of Windows-1252 for the bytes 0x80 to 0xBF, the continuation bytes of UTF-8.
_TRAILING = "".join(
    bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xC0)
)
_TAIL = "[" + re.escape(_TRAILING) + "\u0080-\u009f]"
#: Misread UTF-8 sequences. The lead bytes are those of the field's signs, without Å as in "Å²".
_MISREAD = re.compile(rf"[ÂÃÎÏË]{_TAIL}|[âï]{_TAIL}{{2}}")
_BYTE_OF = {character: 0x80 + at for at, character in enumerate(_TRAILING)}

#: Signs of Windows-1252 at the code points of control characters.
_WINDOWS_SIGNS = dict(
    zip("\u0085\u0091\u0092\u0093\u0094\u0095\u0096\u0097", "…‘’“”•–—", strict=True)
)


def _decoded(match: re.Match[str]) -> str:
    """Decode the bytes of a match as UTF-8; return the match unchanged if they are not UTF-8.

    >>> _decoded(_MISREAD.match("Â°"))
    '°'
    """
    data = bytes(_BYTE_OF.get(character, ord(character) & 0xFF) for character in match[0])
    try:
        return data.decode()
    except UnicodeDecodeError:
        return match[0]


def _class(characters: str) -> re.Pattern[str]:
    return re.compile("[" + re.escape(characters) + "]")


_UNICODE_NAME = re.compile(r"/uni([0-9A-F]{4})")

#: The order matters: misread sequences are decoded before single characters are dropped.
CHARACTERS: tuple[Repair, ...] = (
    Repair(
        name="UTF-8 read as Windows-1252",  # "25 Â°C", "2 Î¼m", "5â€“7"
        pattern=_MISREAD,
        replacement=_decoded,
        signs=tuple("ÂÃÎÏËâï"),
    ),
    Repair(
        name="Windows-1252 read as Latin-1",  # "200\x96300"
        pattern=_class("".join(_WINDOWS_SIGNS)),
        replacement=lambda match: _WINDOWS_SIGNS[match[0]],
    ),
    Repair(
        name="minus sign read as control character",  # "100 mW cm\x012", "PbI3\x01xClx"
        pattern=re.compile(
            "(?:(?<=[cmnμ]m)|(?<= [msVKgLh]))(\\^?\\{?)\u0001(?=[1-4](?!\\d))|"
            "(?<=10)(\\^?\\{?)\u0001(?=\\d)|(?<=\\d)\u0001(?=[xyδ])"
        ),
        replacement=lambda match: (match[1] or match[2] or "") + "−",
        signs=("\u0001",),
    ),
    Repair(
        name="plus-minus sign read as control character",  # "13.5 \x05 0.8 mA"
        pattern=re.compile("(?<=\\d)\\s?\u0005\\s?(?=\\d)"),
        replacement=" ± ",
        signs=("\u0005",),
    ),
    Repair(
        name="tilde read as control character",  # "a \x04300 nm thick layer"
        pattern=re.compile("(?<![^\\s(])\u0004(?=\\d)(?![^\\s\u0005]{1,12}\u0005)"),
        replacement="~",
        signs=("\u0004",),
    ),
    Repair(
        name="brackets read as control characters",
        pattern=re.compile("\u0001([^\u0001\u0002\n]{1,120})\u0002"),
        replacement=r"(\1)",
    ),
    Repair(
        name="hyphen read as not sign",  # "enhance¬ ment"
        pattern=re.compile(r"(?<=[a-z]{2})¬\s?(?=[a-z]{2})"),
        replacement="",
    ),
    Repair(name="soft hyphen", pattern=re.compile("[\u00ad\u0002\ufffe]"), replacement=""),
    Repair(
        name="control character",
        pattern=re.compile("[\u0000\u0001\u0003-\u0008\u000e-\u001f\u007f-\u009f]"),
        replacement="",
    ),
    Repair(name="code that is not a character", pattern=NO_CHARACTERS, replacement=""),
    Repair(
        name="invisible character",
        pattern=re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"),
        replacement="",
    ),
    Repair(
        name="symbol of a private font",
        pattern=re.compile("[\uf020-\uf0fe]"),
        replacement=lambda match: SYMBOL_FONT.get(match[0], match[0]),
    ),
    Repair(
        name="symbol of an AIP font",  # "͑100͒", "2 ϫ 3 ␮m"
        pattern=re.compile("(?<=\\d)\\s?Њ|" + _class("".join(AIP_SIGNS)).pattern),
        replacement=lambda match: AIP_SIGNS.get(match[0]) or match[0].replace("Њ", "°"),
    ),
    Repair(
        name="name of a glyph",  # "210/C14C", "5 /H9262m"
        pattern=GLYPH_NAME,
        replacement=glyph_sign,
        signs=("/C", "/H"),
    ),
    Repair(
        name="name of a character",  # "/uniFB01 lms"
        pattern=_UNICODE_NAME,
        replacement=lambda match: chr(int(match[1], 16)),
        signs=("/uni",),
    ),
    Repair(
        name="full-width character",  # "（１００）"
        pattern=re.compile("[\uff01-\uff5e\uffe5]"),
        replacement=lambda match: unicodedata.normalize("NFKC", match[0]),
    ),
    Repair(
        name="letter of a mathematical alphabet",
        pattern=re.compile("[\U0001d400-\U0001d7ff]"),
        replacement=lambda match: unicodedata.normalize("NFKC", match[0]),
    ),
    Repair(
        name="accent apart from its letter",
        pattern=re.compile("[A-Za-z][\u0300-\u036f]+"),
        replacement=lambda match: unicodedata.normalize("NFC", match[0]),
    ),
    Repair(
        name="ligature",
        pattern=_class("".join(_LIGATURES)),
        replacement=lambda match: _LIGATURES[match[0]],
    ),
)

#: Every character that a row of the table begins with or, for accents, ends with.
_SUSPECT = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u0300-\u036f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\ufe00-\ufe0f\ufeff\ufffe\uf020-\uf0fe\uff01-\uff5e\uffe5\U0001d400-\U0001d7ff"
    "ÂÃÎÏËâïЊ¬" + "".join((*AIP_SIGNS, *_LIGATURES)) + "]|/(?:[CH]\\d|uni)"
)


def may_be_damaged(text: str) -> bool:
    """Return whether any row of the table can apply."""
    return _SUSPECT.search(text) is not None
