"""Parser of names on pages: family name first or last, one or several in a text."""

from __future__ import annotations

import re

from corpus.model import Author

_INITIALS = re.compile(r"(?:[A-ZÀ-Ž][a-z]?\.?[\s-]*){1,4}")
_BARE_INITIALS = re.compile(r"[A-Z]{1,3}|(?:[A-Z]\.-?)+")
_BETWEEN = re.compile(r"\s*(?:;|,?\s+and\s+|,?\s+&\s+)\s*")
_OTHERS = re.compile(r",?\s*\bet\s+al\b\.?|,?\s*\.\.\.")


def read_names(text: str) -> tuple[Author, ...]:
    """Parse one name or a list of names.

    >>> [a.family for a in read_names("A. Sassolas, L. J. Blum, B. D. Leca-Bouvier")]
    ['Sassolas', 'Blum', 'Leca-Bouvier']
    >>> [(a.family, a.given) for a in read_names("Roe, A. B.; Vik, S. and Ek, T. et al.")]
    [('Roe', 'A. B.'), ('Vik', 'S.'), ('Ek', 'T.')]
    """
    names: list[str] = []
    for part in _BETWEEN.split(_OTHERS.sub("", text).strip(" ,;:")):
        names += _apart(part)
    return tuple(read_name(name) for name in names if re.search(r"[^\W\d]", name))


def _apart(part: str) -> list[str]:
    """Split "A. Roe, B. Vik" and "Roe, A., Vik, B.", but not "Roe, A."."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    if len(pieces) < 2:
        return pieces
    are_given = [_INITIALS.fullmatch(piece) is not None for piece in pieces]
    if not any(are_given[1:]):
        is_one = len(pieces) == 2 and " " not in pieces[0]
        return [part] if is_one else pieces
    names: list[str] = []
    for piece, is_given in zip(pieces, are_given, strict=True):
        if is_given and names:
            names[-1] += f", {piece}"
        else:
            names.append(piece)
    return names


def read_name(name: str) -> Author:
    """Parse one name; without a comma its last word is the family name.

    >>> read_name("de Gan, B. J."), read_name("Maria van der Poel")
    (Author(family='de Gan', given='B. J.'), Author(family='van der Poel', given='Maria'))
    """
    family, comma, given = name.strip(" ,;").partition(",")
    if comma:
        return Author(family=family.strip(), given=given.strip())
    words = family.split()
    at = len(words) - 1
    if at > 0 and _BARE_INITIALS.fullmatch(words[-1]):
        return Author(family=" ".join(words[:-1]), given=words[-1])  # "Roe AB"
    while at > 1 and words[at - 1].islower():
        at -= 1
    return Author(family=" ".join(words[at:]), given=" ".join(words[:at]))
