"""A small pattern language over the shorthand of a sentence, and rules written in it.

A pattern is words separated by blanks:

=============  ==================================================================================
``{M:core}``   a mention of kind M under a name; M, S, F, P, C, T, Q, A as in the shorthand, or
               several letters for either (``{MS:x}``)
``{M*:core}``  a list of such mentions: "A, B and C"
``~3``         up to three words of any kind, not across a semicolon or a colon
``=3``         the same, not across a preposition nor "coated" either
``^3``         the same, not across another reagent nor another "as"
``word``       the word itself; a regular expression without blanks, so ``shells?`` or ``(on|over)``
``word?``      with a question mark after a bracket or word: see regular expressions
``[word]``     an optional word
``[Q]``        an optional mention of a kind
=============  ==================================================================================

Every rule carries an example that it must read and a counter-example that it must leave alone; the
tests run both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter

from kg.extract.mentions import Mention
from kg.extract.reading import LETTERS, Reading
from kg.extract.text.rare import Rare, Table

_SLOT = re.compile(r"\{([A-Z]+)(\*?)(?::(\w+))?\}")
#: The words and signs between the members of a list; a hyphen may end a member: "Mg- and Al-doped
#: ZnO".
_BETWEEN = (
    r"(?:- (?=,|and|or))?"
    r"(?:(?:, |and |or |nor |/ |: (?=<[CM])|& |as |well |as |then |both |either |, and |, or ))+"
    r"(?:(?:molecular|dry|gaseous|liquid|pure|aqueous|anhydrous) )?"
)
#: Amounts and thicknesses of the members of a list: "10 nm Ti and 50 nm Au", "Ti (10 nm), Au".
_AMOUNT_AHEAD = r"(?:<Q\d+> (?:of )?(?:- )?(?:thick )?)?"
_AMOUNT_BEHIND = (
    r"(?:(?:(?:compound|complex|precursor|vapou?r|gas|pulses?|powder) )?"
    r"(?:\( (?:(?:held|kept|heated|maintained|evaporated|sublimed|[~≈∼]|to|"
    r"at) )*<Q\d+> (?:, <Q\d+> )?\) "
    r"|, (?:held|kept|heated|maintained|evaporated|sublimed) (?:at|to) <Q\d+> (?=,)|\) )?)"
)
_KINDS = frozenset(LETTERS.values())
_NO_PREPOSITION = (
    "(?!(?:on|onto|into|over|by|using|with|from|in|at|via|around|after|before|and|,"
    "|coated|covered|modified|treated|decorated) )[^\\s;:]+ "
)
#: The words that a gap may hold, by the sign that opens it.
_GAPS = {"~": r"[^\s;:]+ ", "=": _NO_PREPOSITION, "^": r"(?!as |<C)[^\s;:]+ "}
_QUANTITY = re.compile(r"<Q\d+> ")
_NO_QUANTITY = re.compile(r"<[A-PR-Z]\d")
#: The index of a mention in the shorthand.
INDEX = re.compile(r"<\w(\d+)>")


def compile_pattern(pattern: str) -> Rare:
    """Return a pattern as a regular expression over the shorthand.

    Raises
    ------
    ValueError
        If a slot or word of the pattern is no regular expression.

    Examples
    --------
    >>> compile_pattern("{M:shell} shells?").search("a <M0> shell ")["shell"]
    '<M0> '
    """
    try:
        return Rare(r"(?<!\S)" + "".join(_element(part) for part in pattern.split()))
    except re.error as error:
        raise ValueError(f"{pattern!r}: {error}") from error


def _element(part: str) -> str:
    if part[0] in _GAPS:
        return rf"(?:{_GAPS[part[0]]}){{0,{int(part[1:])}}}?"
    slot = _SLOT.fullmatch(part)
    if slot is None:
        if part[0] == "[" and part[-1] == "]":
            word = part[1:-1]
            if word in _KINDS:
                return rf"(?:<{word}\d+> )?"
            return f"(?:{re.escape(word) if not word.isalnum() else word} )?"
        return f"(?:{part}) "
    one = rf"<[{slot[1]}]\d+> "
    body = rf"{one}(?:{_AMOUNT_BEHIND}{_BETWEEN}{_AMOUNT_AHEAD}{one})*" if slot[2] else one
    return f"(?P<{slot[3]}>{body})" if slot[3] else f"(?:{body})"


def _named(listed: str) -> str:
    """Return a list of mentions without their amounts."""
    return _QUANTITY.sub("", listed) if _NO_QUANTITY.search(listed) else listed


@dataclass(frozen=True, slots=True)
class Found:
    """One match of a rule: the mentions of each slot."""

    rule: str
    slots: dict[str, tuple[Mention, ...]]

    def __getitem__(self, slot: str) -> tuple[Mention, ...]:
        return self.slots.get(slot, ())


@dataclass(frozen=True, eq=False)  # rules are compared by identity, which is quick to hash
class Rule:
    """A named pattern; ``emits`` is the meaning of its slots for the caller."""

    id: str
    pattern: str
    emits: str
    example: str
    counter_example: str

    @cached_property
    def regex(self) -> Rare:
        """The compiled pattern."""
        return compile_pattern(self.pattern)

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """The kinds of mention that every match contains, each a set of alternative letters."""
        return tuple({frozenset(slot[1]) for slot in _SLOT.finditer(self.pattern)})

    @cached_property
    def _needs_all(self) -> frozenset[str]:
        """The letters that every match contains."""
        return frozenset().union(*(letters for letters in self.needs if len(letters) == 1))

    def may_read(self, there: frozenset[str]) -> bool:
        """Return whether the mentions that the rule needs are present, by their letters."""
        return self._needs_all <= there and not any(map(there.isdisjoint, self.needs))

    def find(self, reading: Reading) -> Iterator[Found]:
        """Yield every match of the rule in a sentence."""
        for match in self.regex.finditer(reading.shorthand):
            yield Found(
                self.id,
                {
                    name: tuple(reading.mentions[int(i)] for i in INDEX.findall(_named(text)))
                    for name, text in match.groupdict().items()
                    if text
                },
            )


def find_all(rules: tuple[Rule, ...], reading: Reading) -> Iterator[tuple[Rule, Found]]:
    """Yield each match of the rules of a table in a sentence with its rule, in table order."""
    for rule in _fitting(rules, reading.letters).fitting(reading.shorthand):
        for found in rule.find(reading):
            yield rule, found


@lru_cache(maxsize=4096)
def _fitting(rules: tuple[Rule, ...], there: frozenset[str]) -> Table[Rule]:
    """Return the few rules that can match a sentence with mentions of these letters."""
    return Table((rule for rule in rules if rule.may_read(there)), attrgetter("regex"))
