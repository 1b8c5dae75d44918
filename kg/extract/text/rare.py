"""Regular expressions that match few sentences, and run only if one of their words occurs.

An Aho-Corasick automaton finds the words of all expressions in a text at once, in less time than a
few expressions need to scan it in vain. The words are derived from the expression itself, so no
match is missed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from importlib import import_module
from operator import itemgetter
from string import ascii_lowercase, digits
from typing import Any, Final, Generic, TypeVar

from ahocorasick import Automaton

Row = TypeVar("Row")

_parser: Any = import_module("re._parser")  # the parser of `re`, which has no type stubs
_OPS: Any = import_module("re._constants")

#: The parsed parts of an expression: operation and arguments of each.
_Parts = Iterable[tuple[Any, Any]]
_Words = frozenset[str]
_EMPTY: Final[_Words] = frozenset({""})
#: The maximum number of combined words for successive parts of an expression.
_MOST: Final = 60
#: The number of tries after which words are derived; that takes as long as some tries in vain.
_WORTH: Final = 20
#: A word with this many letters is rare; longer words are hardly rarer.
_LONG: Final = 6
#: Letters, and words, that occur in most texts; a search for a single letter is useless.
_LETTERS: Final = frozenset(ascii_lowercase + digits + "?AIST")
_USUAL: Final = frozenset(
    """a an and are as at be by can film films for from has have in is it its layer layers not of on
    or that the their this to was we were with""".split()
)
#: An automaton is built after this many expressions wait for it, or after this many tries.
_WAITING: Final = 16
_LONGEST: Final = 200
#: Operations that consume no letters and need none next to them.
_WIDTHLESS: Final = frozenset({_OPS.AT, _OPS.ASSERT_NOT})
_REPEATS: Final = frozenset({_OPS.MAX_REPEAT, _OPS.MIN_REPEAT})


class Rare:
    r"""A compiled expression that runs only on texts with one of the words that it needs.

    Examples
    --------
    >>> swelling = Rare(r"\b(?:swells?|swollen)\b", re.IGNORECASE)
    >>> swelling.search("The film grows."), swelling.search("Swollen films")[0]
    (None, 'Swollen')
    """

    __slots__ = ("_tries", "folds", "number", "pattern")

    def __init__(self, expression: str, flags: int = 0) -> None:
        self.pattern: Final = re.compile(expression, flags)
        #: The number of the expression in the automaton, once its words are included.
        self.number: int | None = None
        #: Whether the expression ignores case.
        self.folds: Final = bool(self.pattern.flags & re.IGNORECASE)
        self._tries = 0

    def may_match(self, text: str) -> bool:
        """Return whether a text may match: it has a needed word, or the words are not yet known."""
        if self.number is not None:
            return self.number in _standing(text, self.folds)
        self._tries += 1
        if self._tries == _WORTH:
            _SIEVES[self.folds].take(self, needed_words(self.pattern))
        elif self._tries == _LONGEST:
            _SIEVES[self.folds].take_all()
        return True

    def search(self, text: str, *within: int) -> re.Match[str] | None:
        """Search like :meth:`re.Pattern.search`."""
        return self.pattern.search(text, *within) if self.may_match(text) else None

    def match(self, text: str, *within: int) -> re.Match[str] | None:
        """Match like :meth:`re.Pattern.match`."""
        return self.pattern.match(text, *within) if self.may_match(text) else None

    def finditer(self, text: str, *within: int) -> Iterator[re.Match[str]]:
        """Find all matches like :meth:`re.Pattern.finditer`."""
        return self.pattern.finditer(text, *within) if self.may_match(text) else iter(())

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Substitute like :meth:`re.Pattern.sub`."""
        return self.pattern.sub(replacement, text) if self.may_match(text) else text


class Table(Generic[Row]):
    """The rows of a table, each with an expression that selects it.

    Examples
    --------
    >>> table = Table(["rinsed", "swollen"], expression=Rare)
    >>> len(table.fitting("Swollen films"))  # the words that the expressions need are not known yet
    2
    """

    def __init__(self, rows: Iterable[Row], expression: Callable[[Row], Rare]) -> None:
        self._rows = tuple(rows)
        #: The places of rows without a number so far, and the places of the others by number.
        self._unknown = {place: expression(row) for place, row in enumerate(self._rows)}
        self._known: dict[bool, dict[int, list[int]]] = {}

    def fitting(self, text: str) -> list[Row]:
        """Return the rows whose expression may match a text, in their order."""
        self._learn(text)
        places = [*self._unknown]
        for folds, known in self._known.items():
            places += [
                at for number in known.keys() & _standing(text, folds) for at in known[number]
            ]
        return [self._rows[place] for place in sorted(places)]

    def _learn(self, text: str) -> None:
        """Sort in the rows whose expressions got a number since the last text."""
        for place, rare in tuple(self._unknown.items()):
            if rare.number is None:
                rare.may_match(text)  # the call counts as a try
            else:
                del self._unknown[place]
                self._known.setdefault(rare.folds, {}).setdefault(rare.number, []).append(place)


class _Sieve:
    """An automaton for the words of many expressions."""

    def __init__(self) -> None:
        self._taken: list[tuple[Rare, tuple[str, ...]]] = []
        self._waiting: list[tuple[Rare, tuple[str, ...]]] = []
        self._automaton: Any = None

    def take(self, rare: Rare, words: tuple[str, ...]) -> None:
        """Register the words of an expression; build the automaton once enough others wait."""
        if words:
            self._waiting.append((rare, words))
        if len(self._waiting) > _WAITING + len(self._taken) // 4:
            self.take_all()

    def take_all(self) -> None:
        """Build an automaton from the words of all registered expressions."""
        if not self._waiting:
            return
        self._taken += self._waiting
        self._waiting = []
        numbers: dict[str, set[int]] = {}
        for number, (_, words) in enumerate(self._taken):
            for word in words:
                numbers.setdefault(word, set()).add(number)
        automaton = Automaton()
        for word, of in numbers.items():
            automaton.add_word(word, frozenset(of))
        automaton.make_automaton()
        self._automaton = automaton
        _standing.cache_clear()
        for number, (rare, _) in enumerate(self._taken):
            rare.number = number

    def numbers_in(self, text: str) -> frozenset[int]:
        """Return the numbers of the expressions with a word in a text."""
        found = self._automaton.iter(text) if self._automaton is not None else ()
        return frozenset().union(*map(_NUMBERS, found))


#: Gets the payload from a match of the automaton, which comes after the end offset.
_NUMBERS: Final = itemgetter(1)
#: One sieve for expressions that ignore case, and one for the others.
_SIEVES: Final = {True: _Sieve(), False: _Sieve()}


@lru_cache(maxsize=2048)
def _standing(text: str, folds: bool) -> frozenset[int]:
    return _SIEVES[folds].numbers_in(_as_looked_for(text, folds))


def _as_looked_for(text: str, folds: bool) -> str:
    """Return a text or word in ASCII, as in the automata; all other letters become "?"."""
    if text.isascii():
        return text.lower() if folds else text
    if folds:
        text = text.replace("İ", "i").replace("ı", "i").casefold()  # `re` treats these as an i
    return text.encode("ascii", "replace").decode("ascii")


def needed_words(pattern: re.Pattern[str]) -> tuple[str, ...]:
    r"""Return words of which one occurs in every match of an expression, () if unknown.

    The words have the form of the automata. Sets with a single letter or digit, which occurs in
    most texts, are excluded.

    Examples
    --------
    >>> needed_words(re.compile(r"\b(?:grow(?:n|th)|deposit\w*) (?:of|on) \d+"))
    ('deposit', 'grown', 'growth')
    """
    parsed = _parser.parse(pattern.pattern, pattern.flags)
    sets = (_shortest(words, pattern.flags) for words in _sets(parsed))
    return max(sets, key=_rarity, default=())


def _sets(parts: _Parts) -> Iterator[_Words]:
    """Yield sets of words; every match of the parts contains a word of each set."""
    run = _EMPTY
    for operation, argument in parts:
        words = _literals(operation, argument)
        if words is not None and len(run) * len(words) <= _MOST:
            run = frozenset(a + b for a in run for b in words)
            continue
        yield run
        run = words or _EMPTY
        if words is None:
            yield from _inner(operation, argument)
    yield run


def _inner(operation: Any, argument: Any) -> Iterator[_Words]:
    """Yield the same sets for a part that is not a few fixed words, or a look-ahead."""
    if operation is _OPS.ASSERT:
        yield from _sets(argument[1])
    elif operation is _OPS.SUBPATTERN and not argument[1]:
        yield from _sets(argument[3])
    elif operation in _REPEATS and argument[0] > 0:
        yield from _sets(argument[2])
    elif operation is _OPS.BRANCH:
        each = [max(_sets(branch), key=_rarity) for branch in argument[1]]
        yield _EMPTY if any("" in words for words in each) else frozenset().union(*each)


def _literals(operation: Any, argument: Any) -> _Words | None:
    """Return everything that a part matches if that is a few words, else ``None``."""
    if operation is _OPS.LITERAL:
        return frozenset({chr(argument)})
    if operation in _WIDTHLESS:
        return _EMPTY
    if operation is _OPS.IN and all(kind is _OPS.LITERAL for kind, _ in argument):
        return frozenset(chr(letter) for _, letter in argument)
    if operation is _OPS.SUBPATTERN and not argument[1]:
        return _spelled(argument[3])
    if operation is _OPS.BRANCH:
        branches = [_spelled(branch) for branch in argument[1]]
        known = [words for words in branches if words is not None]
        return frozenset().union(*known) if len(known) == len(branches) else None
    if operation in _REPEATS and argument[:2] == (0, 1):
        words = _spelled(argument[2])
        return words if words is None else words | _EMPTY
    return None


def _spelled(parts: _Parts) -> _Words | None:
    whole = _EMPTY
    for operation, argument in parts:
        words = _literals(operation, argument)
        if words is None or len(whole) * len(words) > _MOST:
            return None
        whole = frozenset(a + b for a in whole for b in words)
    return whole


def _shortest(words: _Words, flags: int) -> tuple[str, ...]:
    """Return words without those that contain another; () if one is empty or one letter."""
    words = frozenset(_as_looked_for(word, bool(flags & re.IGNORECASE)) for word in words)
    if "" in words or not _LETTERS.isdisjoint(words):
        return ()
    return tuple(sorted(w for w in words if not any(o in w for o in words - {w})))


def _rarity(words: Collection[str]) -> tuple[float, int]:
    """Return how rarely these words occur in texts, by their lengths and then their number."""
    lengths = (0.5 if w.strip() in _USUAL else min(_LONG, len(w.strip())) for w in words)
    return min(lengths, default=0), -len(words)
