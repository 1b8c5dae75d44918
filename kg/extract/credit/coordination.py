"""Several marks in one sentence: shared text belongs to all of them, the rest to one mark each.

"ALD has given films of MoN [3] and of AlN [5]" credits ALD to both works, MoN to 3 and AlN to 5. A
stretch after a mark that has a subject and a verb of its own is a separate clause and shares
nothing ("A used water [3] and B used ozone [5]").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.model import Span
from kg.extract.credit.authors import find_named_works
from kg.extract.credit.grammar import finite_verb, last_preposition, opens_predicate, preposition_at
from kg.extract.credit.marks import Credit, Mark, union

_JOIN = re.compile(
    r"[\s,]*(?P<and>(?:and|or|as well as|but also|followed by)\b\s*)?"
    r"(?:(?:also|then|later|finally|(?:more |most )?recently)\b,?\s*)*"
)
_SUBORDINATE = re.compile(
    r"(?:but|while|whereas|although|though|because|since|so|which|that|where|when|however|yet|if|"
    r"whose|who|we|it|they|this|these|there)\b"
)


def by_marks(text: str, marks: Sequence[Mark]) -> tuple[Credit, ...]:
    """Credit each stretch of a sentence to the mark at its end, shared text to all marks of a list.

    The text after the last mark belongs to the last clause.
    """
    marks = _with_joint_subjects(text, marks)
    pieces: list[Credit] = []
    for group in _groups(text, marks):
        start = pieces[-1][0][1] if pieces else 0
        pieces += _credits(text, start, group)
    return _to_the_end(text, pieces, group)


def _to_the_end(text: str, pieces: list[Credit], group: Sequence[Mark]) -> tuple[Credit, ...]:
    if not pieces:  # the sentence begins with its mark
        return (((0, len(text)), _all_numbers(group)),)
    (start, end), studies = pieces[-1]
    if len(group) > 1 and re.search(r"\w", text[end:]):
        return (*pieces, ((end, len(text)), _all_numbers(group)))
    return (*pieces[:-1], ((start, len(text)), studies))


def _with_joint_subjects(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks, those of joint subjects as one: "Roe et al. [9] and Doe et al. [12]"."""
    works = find_named_works(text)
    joined: list[Mark] = []
    for mark in marks:
        last = joined[-1] if joined else None
        if last and any(_is_only(text, last.at, mark.at, work.start, work.end) for work in works):
            joined[-1] = Mark(at=mark.at, numbers=union(last.numbers, mark.numbers))
        else:
            joined.append(mark)
    return joined


def _is_only(text: str, start: int, end: int, name: int, name_end: int) -> bool:
    """Return whether only a conjunction and the name are between two marks."""
    is_between = start <= name and name_end <= end
    rest = text[start:name] + text[name_end:end]
    return is_between and re.fullmatch(r"[\s,;&]*(?:and|as well as|by)?[\s,;by]*", rest) is not None


def _groups(text: str, marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Yield the marks of each list together; a list needs an "and", commas alone make none."""
    group = [marks[0]]
    for last, mark in pairwise(marks):
        if _is_coordinate(text, last.at, mark.at) and _has_and(text, last, marks):
            group.append(mark)
        else:
            yield group
            group = [mark]
    yield group


def _has_and(text: str, last: Mark, marks: Sequence[Mark]) -> bool:
    """Return whether the list that continues after ``last`` has an "and"."""
    for before, mark in pairwise(marks[marks.index(last) :]):
        if not _is_coordinate(text, before.at, mark.at):
            return False
        join = _JOIN.match(text, before.at)
        if join and join["and"]:
            return True
    return False


def _is_coordinate(text: str, start: int, end: int) -> bool:
    """Return whether a stretch after a mark continues the clause of the stretch before it."""
    join = _JOIN.match(text, start)
    opening = join.end() if join else start
    is_listed = text[start - 1 : start] == "," or bool(join and join.group().strip())
    if not is_listed or _SUBORDINATE.match(text, opening):
        return False
    return opens_predicate(text, opening) or finite_verb(text, opening, end) is None


def _credits(text: str, start: int, group: Sequence[Mark]) -> Iterator[Credit]:
    if len(group) > 1:
        shared = _shared_end(text, (start, group[0].at), group[0].at)
        if shared > start:
            yield (start, shared), _all_numbers(group)
            start = shared
    for mark in group:
        if mark.at > start:
            yield (start, mark.at), mark.numbers
            start = mark.at


def _shared_end(text: str, first: Span, at: int) -> int:
    """Return the end of the part of the first stretch that the next one shares."""
    join = _JOIN.match(text, at)
    opening = join.end() if join else at
    if word := preposition_at(text, opening):
        said = re.compile(rf"\b{word}\b").search(text, *first)
        if said:
            return said.start()
    if verb := finite_verb(text, *first):
        return verb.start() if opens_predicate(text, opening) else verb.end()
    listed = last_preposition(text, *first)
    return first[0] if listed is None else listed


def _all_numbers(marks: Sequence[Mark]) -> tuple[str, ...]:
    numbers: tuple[str, ...] = ()
    for mark in marks:
        numbers = union(numbers, mark.numbers)
    return numbers
