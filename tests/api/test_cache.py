from __future__ import annotations

from pathlib import Path

from api.cache import AnswerCache, ByteCache, place_of
from api.workers.pool import Task


def test_the_least_recently_used_goes_first() -> None:
    cache: ByteCache[str] = ByteCache(100)
    for key in "abcd":
        cache.put(key, key.upper(), 25)
    assert cache.get("a") == "A"
    cache.put("e", "E", 25)
    assert [cache.get(key) for key in "abcde"] == ["A", None, "C", "D", "E"]
    assert cache.put("big", "BIG", 26) == "BIG"  # more than a quarter
    assert cache.get("big") is None


def test_no_more_bytes_are_kept_than_allowed() -> None:
    cache: ByteCache[int] = ByteCache(1000)
    sizes: dict[int, int] = {}
    for number in range(2000):
        key, size = number * 7 % 40, number * 37 % 299 + 1
        cache.put(key, key, size)
        sizes[key] = size if size * 4 <= 1000 else sizes.get(key, 0)
        assert 0 <= cache.bytes <= 1000
    kept = [key for key in range(40) if cache.get(key) is not None]
    assert len(cache) == len(kept) > 3
    assert cache.bytes == sum(sizes[key] for key in kept)


def test_an_answer_holds_for_its_generation_alone(tmp_path: Path) -> None:
    old, new = tmp_path / "generation-0001", tmp_path / "generation-0002"
    old.mkdir()
    new.mkdir()
    cache: AnswerCache[bytes] = AnswerCache(10_000)
    asked, same, format_, name = (
        Task(name=name, arguments=arguments).key
        for name, arguments in (
            ("sparql", {"query": "ASK {}", "format": "json"}),
            ("sparql", {"format": "json", "query": "ASK {}"}),
            ("sparql", {"query": "ASK {}", "format": "xml"}),
            ("question", {"query": "ASK {}", "format": "json"}),
        )
    )
    cache.keep(place_of(old), asked, b"true", 4)
    assert cache.find(place_of(old), same) == b"true"
    assert cache.find(place_of(old), format_) is None
    assert cache.find(place_of(old), name) is None
    assert cache.find(place_of(new), asked) is None
    old.rename(tmp_path / "aside")
    old.mkdir()  # a store made anew
    assert cache.find(place_of(old), asked) is None
    old.rmdir()
    cache.keep(place_of(old), asked, b"", 0)
    assert cache.find(place_of(old), asked) is None
