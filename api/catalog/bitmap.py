"""Sets of numbers from 1 on as integers: bit ``n`` is set if ``n`` is a member. Pure.

For a million studies such a set takes 125 kB, and counting the common members of two sets takes
well below a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_CHUNK = 1024


def bitmap(numbers: Iterable[int], size: int) -> int:
    """Return the set of these numbers, none above ``size``.

    >>> bitmap([1, 3], 3)
    10
    """
    bits = bytearray(size // 8 + 1)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def span(first: int, count: int) -> int:
    """Return the set of ``count`` numbers from ``first`` on.

    >>> bin(span(2, 3))
    '0b11100'
    """
    return ((1 << count) - 1) << first


def members(bits: int, *, skip: int = 0, above: int = 0) -> Iterator[int]:
    """Yield the members above a number in order, without the first ``skip`` of them.

    >>> list(members(0b101110, skip=1)), list(members(0b101110, above=2))
    ([2, 3, 5], [3, 5])
    """
    data = (bits >> (above + 1) << (above + 1)).to_bytes((bits.bit_length() + 7) // 8, "little")
    for at in range((above // 8 // _CHUNK) * _CHUNK, len(data), _CHUNK):
        chunk = int.from_bytes(data[at : at + _CHUNK], "little")
        if (count := chunk.bit_count()) <= skip:
            skip -= count
            continue
        yield from _members_of_chunk(data[at : at + _CHUNK], at * 8, skip)
        skip = 0


def _members_of_chunk(data: bytes, base: int, skip: int) -> Iterator[int]:
    for index, byte in enumerate(data):
        while byte:
            low = byte & -byte
            byte ^= low
            if skip:
                skip -= 1
            else:
                yield base + index * 8 + low.bit_length() - 1


def among(numbers: Iterable[int], bits: int) -> list[int]:
    """Return those of the given numbers that are members, in the given order.

    >>> among([3, 2, 9], 0b1110)
    [3, 2]
    """
    data = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    return [n for n in numbers if n >> 3 < len(data) and data[n >> 3] >> (n & 7) & 1]


def by_count(within: int, sets: Iterable[int]) -> list[int]:
    """Split a set by the number of ``sets`` that hold each member; those held by most come first.

    >>> by_count(0b1110, [0b0110, 0b0100])
    [4, 2, 8]
    """
    tiers = [within]
    for bits in sets:
        kept = [tier & ~bits for tier in tiers]
        raised = [tier & bits for tier in tiers]
        tiers = [low | high for low, high in zip([*kept, 0], [0, *raised], strict=True)]
    return tiers[::-1]
