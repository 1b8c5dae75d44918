"""The grammar of BibTeX: parser of a text into entries with fields, whatever their meaning.

It follows BibTeX itself: braces count even after a backslash, quotes end a value only outside
braces, ``#`` joins strings, names of fields and strings are case-insensitive, text between entries
is ignored. It also accepts what BibTeX refuses: entries without a key, fields without a comma
between them, and entries with unbalanced braces, as far as their lines separate the fields.

References
----------
O. Patashnik, "BibTeXing" (1988); N. Markey, "Tame the BeaST" (2009).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

_OPEN: Final = "is not closed (a brace or quotation mark is missing)"
_START = re.compile(r"(?<!%)(?<!% )@[ \t]*([^\W\d][\w-]*)\s*([{(])")
_NEXT = re.compile(r"^[ \t]*@[ \t]*[^\W\d][\w-]*[ \t]*[{(]", re.MULTILINE)
_BLANK = re.compile(r"(?:[\s,]|%[^\n]*)*")
_SPACE = re.compile(r"\s*")
_KEY = {"}": re.compile(r"[^,={}\"]*"), ")": re.compile(r"[^,={}()\"]*")}
_NAME = re.compile(r"[^\s,={}()\"#%]+")
_BARE = re.compile(r"[^\s,#{}\"]+")
_UP_TO_FIELD = re.compile(r"[^,{}]*")
#: The end of a value with unbalanced braces: the next line is a field or closes the entry.
_LAST_OF_FIELD = re.compile(r"[}\"](?=\s*,?[ \t]*\n\s*(?:[^\W\d][\w+-]*\s*=|[})]\s*(?:\n|\Z)))")
_CLOSING = {"{": "}", "(": ")"}


class _Way(NamedTuple):
    """A rule that finds the end of a value."""

    braces: re.Pattern[str]
    quotes: re.Pattern[str]
    by_lines: bool = False


#: The rule of BibTeX; that of programs which do not count ``\\{`` and ``\\}``; and one by lines.
_WAYS = (
    _Way(re.compile(r"[{}]"), re.compile(r"\\\"|[{}\"]")),
    _Way(re.compile(r"\\.|[{}]", re.DOTALL), re.compile(r"\\.|[{}\"]", re.DOTALL)),
    _Way(re.compile(r"[{}]"), re.compile(r"\\\"|[{}\"]"), by_lines=True),
)

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


@dataclass(slots=True, kw_only=True)
class RawEntry:
    """An entry as written: type and field names in lower case, values without their delimiters.

    A repeated field has several values. ``problems`` describes the parts that were not read.
    """

    kind: str
    key: str = ""
    line: int = 0
    fields: dict[str, list[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


class _DamageError(Exception):
    """The rest of the entry cannot be read."""


def split_entries(text: str) -> list[RawEntry]:
    """Return the entries of a BibTeX file in order, with their strings expanded.

    >>> (entry,) = split_entries(
    ...     '@string{j = "J. Ex."} @ARTICLE{doe, Journal = j # { A}, year=2011'
    ... )
    >>> entry.kind, entry.key, entry.fields
    ('article', 'doe', {'journal': ['J. Ex. A'], 'year': ['2011']})
    >>> entry.problems
    ['is not closed (a brace or quotation mark is missing)']
    """
    strings = {month: month for month in _MONTHS}
    return list(_entries(text, strings))


def _entries(text: str, strings: dict[str, str]) -> Iterator[RawEntry]:
    at, line, counted = 0, 1, 0
    while match := _START.search(text, at):
        kind, body = match[1].lower(), match.end()
        line += text.count("\n", counted, match.start())
        counted = match.start()
        if kind in ("comment", "preamble"):
            at = _behind_group(text, body)
            continue
        entry, at = _read(text, body, _CLOSING[match[2]], strings)
        entry.kind, entry.line = kind, line
        if kind == "string":
            strings.update((name, values[-1]) for name, values in entry.fields.items())
        else:
            yield entry


def _behind_group(text: str, at: int) -> int:
    """Return the end of a comment; an unclosed one ends at its opening."""
    return _closed(_WAYS[0].braces, text, at, len(text)) or at


def _read(text: str, start: int, closing: str, strings: Mapping[str, str]) -> tuple[RawEntry, int]:
    """Parse one entry by the first rule for braces that reads it whole, or else the best one."""
    found = _NEXT.search(text, start)
    limit = found.start() if found else len(text)
    tried: list[tuple[RawEntry, int | None]] = []
    for way in _WAYS:
        entry, end = _Body(text, start, limit, closing, strings, way).read()
        if end is not None and not entry.problems:
            return entry, end
        tried.append((entry, end))
    entry, end = max(tried, key=lambda item: (item[1] is not None, len(item[0].fields)))
    return entry, limit if end is None else end


class _Body:
    """Parser of the text of one entry after its opening delimiter, up to the next entry."""

    def __init__(
        self, text: str, at: int, limit: int, closing: str, strings: Mapping[str, str], way: _Way
    ) -> None:
        self._text = text
        self._at = at
        self._limit = limit
        self._closing = closing
        self._strings = strings
        self._way = way
        self._is_guessed = False

    def read(self) -> tuple[RawEntry, int | None]:
        """Return the entry and the offset after it, or ``None`` if the entry has no end."""
        entry = RawEntry(kind="")
        try:
            entry.key = self._key()
            while self._skip_to_field():
                self._read_field(entry)
        except _DamageError as damage:
            entry.problems.append(str(damage))
            return entry, None
        return entry, self._at + 1

    def _key(self) -> str:
        """Parse the key up to its comma; the key or the comma may be missing."""
        end = _end(_KEY[self._closing], self._text, self._at, self._limit)
        words = self._text[self._at : end].split()
        if self._text[end : end + 1] != "=":
            self._at = end
            return " ".join(words)
        if len(words) > 1:  # the last word is the name of the first field
            self._at = self._text.index(words[0], self._at) + len(words[0])
            return words[0]
        return ""

    def _skip_to_field(self) -> bool:
        """Move to the next field; return false at the end of the entry."""
        self._at = _end(_BLANK, self._text, self._at, self._limit)
        if self._at >= self._limit:
            raise _DamageError(_OPEN)
        return self._text[self._at] != self._closing

    def _read_field(self, entry: RawEntry) -> None:
        match = _NAME.match(self._text, self._at, self._limit)
        if match is None:
            raise _DamageError(f"found {self._text[self._at]!r} where a field should begin")
        self._at = _end(_SPACE, self._text, match.end(), self._limit)
        if self._text[self._at : self._at + 1] != "=":
            entry.problems.append(f"{match[0]!r} is not a field: no '=' follows it")
            self._at = _end(_UP_TO_FIELD, self._text, self._at, self._limit)
            return
        self._at += 1
        value = self._value()
        entry.fields.setdefault(match[0].lower(), []).append(value)
        if self._is_guessed:
            entry.problems.append(f"the delimiters of {match[0]!r} do not balance")
            self._is_guessed = False

    def _value(self) -> str:
        """Parse a value: strings and numbers joined by ``#``, or groups in braces."""
        parts: list[str] = []
        is_joined = True
        while True:
            self._at = _end(_SPACE, self._text, self._at, self._limit)
            sign = self._text[self._at : self._at + 1]
            if sign == "#":
                self._at += 1
                is_joined = True
                continue
            part = self._part(sign, is_joined=is_joined)
            if part is None:
                return "".join(parts)
            parts.append(part)
            is_joined = False

    def _part(self, sign: str, *, is_joined: bool) -> str | None:
        """Parse the string or number at the current offset if it is part of the value."""
        if sign in ("{", '"'):
            return self._enclosed(sign)
        word = _BARE.match(self._text, self._at, self._limit) if is_joined else None
        if word is None:
            return None
        text = word[0].rstrip(")") if self._closing == ")" else word[0]
        self._at += len(text)
        return self._strings.get(text.lower(), text)

    def _enclosed(self, sign: str) -> str:
        start = self._at + 1
        pattern = self._way.braces if sign == "{" else self._way.quotes
        last = _LAST_OF_FIELD.search(self._text, start, self._limit) if self._way.by_lines else None
        limit = last.end() if last else self._limit
        end = _closed(pattern, self._text, start, limit, "}" if sign == "{" else sign)
        if end is None:
            if last is None:
                raise _DamageError(_OPEN)
            end, self._is_guessed = last.end(), True
        self._at = end
        return self._text[start : end - 1]


def _closed(
    pattern: re.Pattern[str], text: str, at: int, limit: int, closing: str = "}"
) -> int | None:
    """Return the offset after the delimiter that ends the value around ``at``, or ``None``."""
    depth = 0
    for match in pattern.finditer(text, at, limit):
        sign = match[0]
        if depth <= 0 and sign == closing:
            return match.end()
        depth += (sign == "{") - (sign == "}")
    return None


def _end(pattern: re.Pattern[str], text: str, at: int, limit: int) -> int:
    match = pattern.match(text, at, limit)
    return match.end() if match else at
