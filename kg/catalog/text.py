"""Normalisation of texts and names in the catalog: no mark-up, no accents, no Greek letters.

The writer of the catalog and its queries use the same functions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kg.grounding import loosen, singular

_TAG: Final = re.compile(r"</?(?:sub|sup|i|b|em|strong)>", re.IGNORECASE)
_COMMAND: Final = re.compile(r"\\(?:ce|mathrm|mathit|text|rm|textsubscript)(?![A-Za-z])")
_LOWERED: Final = re.compile(r"_(?=[\d{]|[a-z](?![a-z]))")
_SIGNS: Final = re.compile(r"[${}\\^]")
_GREEK: Final = re.compile(r"GREEK (?:SMALL|CAPITAL) LETTER (?:FINAL )?(?P<name>\w+)")
_LAST_WORD: Final = re.compile(r"[^\W_]+$")
_WORD: Final = re.compile(r"\w+")
#: Words of at most this length are abbreviations, which must match a whole word.
_SHORT: Final = 3


def plain(text: str) -> str:
    """Return the text for the index: no accents or compatibility forms, Greek letters by name.

    >>> plain("Al₂O₃ naïve"), plain("β-diketonate"), plain("thermal_ald")
    ('Al2O3 naive', 'beta-diketonate', 'thermal ald')
    """
    if text.isascii():
        return text.replace("_", " ")
    return "".join(map(_plain_letter, text)).replace("_", " ")


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    if letter.isascii():
        return letter
    decomposed = unicodedata.normalize("NFKD", letter)
    return "".join(_spelled(c) for c in decomposed if not unicodedata.combining(c))


def _spelled(letter: str) -> str:
    match = _GREEK.fullmatch(unicodedata.name(letter, ""))
    return match["name"].lower() if match else letter


def without_markup(text: str) -> str:
    r"""Return a typed text without the mark-up of formulas in TeX, mhchem and HTML.

    >>> [
    ...     without_markup(text)
    ...     for text in ("$Al_2O_3$", r"\ce{Al2O3}", "Al<sub>2</sub>O<sub>3</sub>")
    ... ]
    ['Al2O3', 'Al2O3', 'Al2O3']
    """
    bare = _LOWERED.sub("", _COMMAND.sub("", _TAG.sub("", text)))
    return _SIGNS.sub("", bare).strip()


def name_key(name: str) -> str:
    """Return the normal form of a name: without case, hyphens, plural and Greek letters.

    >>> name_key("Core–Shell") == name_key("core shells"), name_key("γ-Al₂O₃")
    (True, 'gammaal2o3')
    """
    singled = _LAST_WORD.sub(lambda match: singular(match[0]), plain(name).strip())
    return loosen(singled)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case."""
    return tuple(_WORD.findall(plain(text).casefold()))


def word_starts(name: str) -> Iterator[tuple[int, str]]:
    """Yield the number of each word of a name, with the rest of the name from there on.

    >>> list(word_starts("atomic layer"))
    [(0, 'atomic layer'), (1, 'layer')]
    """
    for number, match in enumerate(re.finditer(r"[^\s\-–/]+", name)):
        yield number, name[match.start() :]


def spellings(word: str) -> tuple[str, ...]:
    """Return the beginnings by which a typed word is found, in the singular and the plural.

    >>> spellings("perovskites"), spellings("battery"), spellings("films")
    (('perovskite',), ('battery', 'batterie'), ('film',))
    """
    single = singular(word)
    if single.endswith("y"):
        return (single, f"{single[:-1]}ie")
    return (single, word) if not word.startswith(single) else (single,)


def places(text: str, words: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return the spans of words with these beginnings in a text, in order, in code points.

    A word of up to three letters must match a whole word: "PL" is not in "place".

    >>> places("The naïve Al₂O₃ films", ("al2o3", "naiv", "th"))
    ((4, 9), (10, 15))
    """
    if not words:
        return ()
    letters: list[str] = []
    origins: list[int] = []
    for at, letter in enumerate(text):
        made = _plain_letter(letter).casefold()
        letters.append(made)
        origins += [at] * len(made)
    found = _any_of(words).finditer("".join(letters))
    return tuple((origins[m.start()], origins[m.end() - 1] + 1) for m in found)


@lru_cache(maxsize=64)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    tails = (re.escape(word) + (r"\w*" if len(word) > _SHORT else r"(?!\w)") for word in ordered)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(tails)})")
