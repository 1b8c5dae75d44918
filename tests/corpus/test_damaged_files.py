"""Whatever a file holds, it is read or refused in one line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from corpus import Paper, ReadError, read_bytes
from tests.rows import each_row

FORMATS = Path(__file__).resolve().parents[1] / "data" / "formats"
SEEDS = ("shells.jats.xml", "shells.tei.xml", "shells.html", "shells.txt")
RUBBISH = (
    *(b"<", b">", b"&", b"</p>", b"<p>", b"<!--", b"]]>", b"<sup>", b"</sup>", b"<li>", b'"'),
    *(b"&#xD800;", b"&#1;", b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbf\xbe", b"\x01"),
)


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def _changed(data: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randrange(1, 60)):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _lacking(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + data[at + random.randrange(2_000) :]


def _repeated(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + data[at : at + random.randrange(900)] * random.randrange(2, 9) + data[at:]


def _strewn(data: bytes, random: Random) -> bytes:
    for _ in range(20):
        at = random.randrange(len(data))
        data = data[:at] + random.choice(RUBBISH) + data[at:]
    return data


def _encoded_otherwise(data: bytes, random: Random) -> bytes:
    name = random.choice(("utf-16", "utf-16-le", "latin-1", "cp1252", "utf-32"))
    return data.decode("utf-8").encode(name, "replace")


def _mislabelled(data: bytes, random: Random) -> bytes:
    name = random.choice((b"UTF-16", b"windows-1252", b"x-rubbish", b"UTF-7", b"UCS-4"))
    return data.replace(b"UTF-8", name, 1).replace(b"utf-8", name, 1)


DAMAGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    *(_cut, _changed, _lacking, _repeated, _strewn, _encoded_otherwise, _mislabelled),
)


@each_row("damage", DAMAGES, ids=lambda damage: damage.__name__.strip("_"))
@each_row("seed", SEEDS)
def test_a_damaged_file_is_read_or_refused(seed: str, damage: Callable[..., bytes]) -> None:
    random = Random(f"{seed} {damage.__name__}")  # noqa: S311 # the same damage each time
    data = (FORMATS / seed).read_bytes()
    for name in (seed, seed, "a.xml", "a.html", "a", "a.md"):
        damaged = damage(data, random)
        paper = _read(damaged, name)
        if isinstance(paper, ReadError):
            assert "\n" not in str(paper)
        else:
            assert paper.passages
            assert all(len(p.text) == len(p.origins) for p in paper.passages)


def _read(data: bytes, name: str) -> Paper | ReadError:
    try:
        return read_bytes(data, id="a", source=name)
    except ReadError as error:
        return error


@pytest.mark.parametrize("name", ["a.pdf", "a.xml", "a.html", "a.txt", "a"])
def test_noise_is_refused(name: str) -> None:
    noise = Random(name).randbytes(5_000)  # noqa: S311 # the same noise each time
    read = _read(noise, name)
    assert isinstance(read, ReadError) or name == "a.html"  # a browser makes something of anything
    assert "\n" not in str(read) or name == "a.html"
