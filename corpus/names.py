"""Parser of lists of names in reference lists: ``Doe JA, Roe R``, ``J. A. Doe and R. Roe``.

A list ends at the first part that is not a name: the title, the journal or the year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import Author

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_LETTER = r"[^\W\d_]"
_DASH = r"[-‐‑–]"
_APOSTROPHE = r"['’ʼ`´]"
_PARTICLE = (
    r"(?:[Vv]an|[Vv]on|[Zz]u[mr]?|[Dd]e[rnlr]?|[Dd]e(?:lla|\sla)|[Dd]i|[Dd]a|[Dd]os|[Dd]u|[Ll]a|[Ll]e"
    r"|[Tt]e[nr]|[Ee]l|[Aa]l|[Bb]in|[Ss]t\.|['’]t|[Aa]f|[Yy])"
)
#: "Doe", "O'Doe", "MacDoe", "d'Oe", "Doe-Roe", "ROE".
_CAPITALISED = (
    rf"(?:[dlDL]{_APOSTROPHE}\s?)?{_UPPER}{_LETTER}*(?:{_APOSTROPHE}\s?{_LETTER}+)?"
    rf"(?:{_DASH}\s?{_LETTER}+(?:{_APOSTROPHE}{_LETTER}+)?)*"
)
#: Words of the abbreviated name of a journal up to its number: "Appl. Phys. Lett. 12".
_ABBREVIATED = r"[A-Z][\w-]*\.:?,?\s(?:(?:[A-Z][\w-]*[.:]*|of|and|in|&),?\s){0,8}[*_(]{0,3}\d"
_LONG_WORD = (
    rf"(?!(?:Jr|Sr|II|III|IV|AND|ET|In|IN)\b)(?={_LETTER}{_LETTER}|[dlDLO]{_APOSTROPHE})"
    rf"{_CAPITALISED}"
)
_MORE_WORDS = rf"(?:\s(?:(?:{_PARTICLE}|e|i)\s){{0,2}}(?!{_ABBREVIATED}){_LONG_WORD}){{0,2}}"
_FAMILY = rf"(?:{_PARTICLE}\s){{0,3}}{_LONG_WORD}{_MORE_WORDS}"
#: The name of a journal, which begins like an initial: "J. Films A 27", "Z. Phys. 3".
_JOURNAL = (
    r"(?:(?:[JZENB]|[A-Z][a-z]|C\.\s?R)\.\s?(?:[A-Z][\w-]+(?:\.|(?=\s[\d*A-Z]))[:,]?\s?)"
    r"(?:(?:[A-Z&][\w-]*\.?|of|and|für|in)[:,]?\s?){0,8}[\s,]*"
    r"(?:[*_(]{0,3}\d|\(?(?:to be|in press|submitted|accepted|unpubl))"
    r"|U\.\s?S\.\s?(?:Prov|Pat|App))"
)
#: "J. A.", "J.-P.", "Yu. V.", "J.A.", "Ch."
_INITIAL = rf"(?:{_UPPER}h|Y[aeou]|Ts|Dz|Fr|St|J[eu]|Vl|Al|{_UPPER})\s?\."
_DOTTED = rf"{_INITIAL}(?:(?:\s?{_DASH}\s?|\s)?(?!{_JOURNAL}){_INITIAL}){{0,4}}"
#: "JA", "J-P", "J A": initials without full stops.
_BARE = rf"{_UPPER}(?:[\s-]?{_UPPER}\b|{_DASH}?{_UPPER}){{0,3}}"
_SUFFIX = r"(?:,?\s(?:Jr|Sr|II|III|IV|2nd|3rd)\b\.?)?"
_DROPPED = rf"(?:\s?{_PARTICLE}(?=[,;.\s]))*"
_AND = r"(?:and|AND|und|y|&)"

_LAST_FIRST = re.compile(
    rf"(?P<family>{_FAMILY}),\s?(?P<given>{_DOTTED}(?:\s?{_UPPER}(?=[,;]))?|{_BARE}(?![\w.]))"
    rf"(?P<particle>{_DROPPED})(?P<suffix>{_SUFFIX})"
)
_FIRST_LAST = re.compile(
    rf"(?P<given>{_DOTTED})(?P<particle>)[\s-]?(?P<family>{_FAMILY})(?P<suffix>{_SUFFIX})"
    rf"(?=\s*(?:[,;:.()\[\"“”'‘&]|$|\d)|\s+(?:{_AND}|et|in)\b"
    rf"|\s(?:{_ABBREVIATED}|{_DOTTED}\s{_FAMILY}(?:[,;:]|\s{_AND}\s)))"
)
_VANCOUVER = re.compile(
    rf"(?P<family>{_FAMILY}|{_PARTICLE}\s{_LONG_WORD})\s(?P<given>{_BARE})(?P<particle>)"
    rf"(?P<suffix>{_SUFFIX})(?=[,;.&:\s(]|$)"
)
_LAST_DOTTED = re.compile(
    rf"(?P<family>{_FAMILY})\s(?P<given>{_DOTTED})(?P<particle>)(?P<suffix>{_SUFFIX})"
    rf"(?=\s*(?:[,;:(&]|$|(?:19|20)\d\d\b)|\s+(?:{_AND}|et)\b)"
)
#: "J B. Doe", "S-W Roe", "A G Poe": initials without full stops before the family name.
_BARE_FIRST = re.compile(
    rf"(?P<given>{_UPPER}(?:{_DASH}{_UPPER})?(?:\s{_UPPER}\.?){{0,2}})(?P<particle>)"
    rf"\s(?P<family>{_FAMILY})(?P<suffix>{_SUFFIX})(?=\s*[,;:(]|\s+(?:{_AND}|et)\b)"
)
#: Given names in full, which look like any capitalised words, so a single one is not enough.
_IN_FULL = rf"{_LONG_WORD}(?:\s{_UPPER}\.|\s{_UPPER}(?=\s)|\s{_LONG_WORD}){{0,2}}"
_FULL = re.compile(
    rf"(?P<given>{_IN_FULL})(?P<particle>)"
    rf"\s(?P<family>(?:{_PARTICLE}\s){{0,2}}{_LONG_WORD})(?P<suffix>{_SUFFIX})"
    rf"(?=\s*(?:[,;:.(\"“]|$|{_AND}\s))"
)
_LAST_FULL = re.compile(
    rf"(?P<family>{_FAMILY}),\s(?P<given>{_LONG_WORD}(?:\s{_UPPER}\.|\s{_UPPER}(?=[;.])){{0,2}})"
    rf"(?P<particle>)(?P<suffix>{_SUFFIX})(?=\s*(?:[;.(]|$|{_AND}\s|,\s{_AND}\s)|(?<=\.)\s)"
)
#: Styles of names, and the style of names after the first if they do not match it.
_STYLES = {
    _LAST_FIRST: _FIRST_LAST,
    _FIRST_LAST: None,
    _VANCOUVER: None,
    _LAST_DOTTED: re.compile(_LAST_DOTTED.pattern.rsplit("(?=", 1)[0]),
}
_FULL_STYLES = {_FULL: None, _LAST_FULL: _FULL, _BARE_FIRST: _FIRST_LAST}

_ET_AL = r"(?:\*{0,2}et\.?\s?al\b\.?\*{0,2}|ET AL\b\.?|(?:and|&)\s(?:co-?workers|others|coauthors))"
_SEPARATOR = re.compile(
    rf"(?:\s*[,;]\s*{_AND}\s|\s+{_AND}\s|\s*&\s*|\s*[,;]\s*(?:(?:\.\s?){{3}}|…\s?&?)?"
    rf"|(?<=\.)\s(?=(?:{_FAMILY}),\s{_UPPER}\.)|\s(?={_DOTTED}\s{_FAMILY}[,;:\s]))\s*(?![,;])"
)
_ENDING = re.compile(rf"[\s,;&]*{_ET_AL}")
_JOURNAL_AHEAD = re.compile(_JOURNAL)
_TITLE_WORDS = frozenset(
    "Atomic Chemistry Department Deposition Film Films Growth Handbook Institute"
    " Introduction Journal Layer Letters Materials Physics Principles Review Science Society"
    " Theory Thin University".split()
)


def read_names(text: str) -> tuple[Author, ...]:
    """Parse a list of names; return ``()`` if any part of it is not a name.

    >>> [author.family for author in read_names("Doe JA, van der Roe R, et al.")]
    ['Doe', 'van der Roe']
    >>> read_names("Thin films of oxides")
    ()
    """
    authors, end = names_ahead(text)
    return authors if not text[end:].strip(" ,;.&") else ()


def names_ahead(text: str, at: int = 0) -> tuple[tuple[Author, ...], int]:
    """Parse the names at the beginning of a text; return them and the offset where they end.

    >>> names_ahead("J.-P. Doe, R. de Roe, and A. Poe, J. Ex. 12, 340 (2009)")[1]
    32
    >>> [author.given for author in names_ahead("Doe, J. A.; Roe, R., Jr. Films of dots.")[0]]
    ['J. A.', 'R., Jr.']
    """
    matches = _best(text, at)
    if not matches:
        return (), at
    end = matches[-1].end()
    ending = _ENDING.match(text, end)
    return tuple(map(_author, matches)), ending.end() if ending else end


def begins_with_name(text: str, at: int = 0) -> bool:
    """Return whether a text begins with a name and its initials."""
    return bool(_best(text, at))


def _best(text: str, at: int) -> list[re.Match[str]]:
    """Return the longest list of names found with one of the styles."""
    found = [_listed(text, at, *style) for style in _STYLES.items()]
    in_full = (_listed(text, at, *style) for style in _FULL_STYLES.items())
    if not any(len(matches) > 1 for matches in found):
        found += [matches for matches in in_full if _are_names(text, matches)]
    return max(found, key=_end)


def _end(matches: Sequence[re.Match[str]]) -> int:
    return matches[-1].end() if matches else 0


def _are_names(text: str, matches: Sequence[re.Match[str]]) -> bool:
    """Return whether names without initials are certain: several, or before a bracket or quote."""
    words = {word for match in matches for word in match[0].split()}
    behind = text[_end(matches) :].lstrip(" ,")
    is_sure = (
        len(matches) > 1
        or behind.startswith(("(", "“", '"'))
        or any(len(match["given"]) > 2 and match.re is _BARE_FIRST for match in matches)
    )
    return is_sure and not words & _TITLE_WORDS


def _listed(
    text: str, at: int, first: re.Pattern[str], other: re.Pattern[str] | None
) -> list[re.Match[str]]:
    """Return the consecutive names; those after the first may have the ``other`` style."""
    found: list[re.Match[str]] = []
    match = None if _JOURNAL_AHEAD.match(text, at) else first.match(text, at)
    while match:
        found.append(match)
        between = _SEPARATOR.match(text, match.end())
        if between is None or _is_journal(text, between):
            break
        at = between.end()
        match = first.match(text, at) or (other.match(text, at) if other else None)
    return found


def _is_journal(text: str, separator: re.Match[str]) -> bool:
    """Return whether a journal, not a name, follows a comma or blank; it never follows "and"."""
    return separator[0].strip() in {"", ",", ";"} and bool(
        _JOURNAL_AHEAD.match(text, separator.end())
    )


def _author(match: re.Match[str]) -> Author:
    family = f"{match['particle']} {match['family']}"
    given = re.sub(rf"\s?({_DASH})\s?", r"\1", match["given"].strip())
    suffix = match["suffix"].strip(" ,")
    return Author(
        family=" ".join(family.split()),
        given=" ".join(given.split()) + (f", {suffix}" if suffix else ""),
    )
