"""The file of decisions: nothing is lost, whoever writes at the same time or is killed."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
from pathlib import Path

import pytest

from kg.curation import log as file_of_decisions
from kg.curation.decision import MAX_REASON, decide, from_row, to_row, undo
from kg.curation.log import append, read_log
from kg.errors import CurationError
from kg.model import Claim, Evidence, Link, Links, Outcome, Process, Thing
from tests.rows import each_row

WHERE = Evidence(spans=((5, 30),), rule="r", extractor="x", quote="ZnO grew by ALD on the dots.")
CLAIM = Claim(doc="roth", study="this", content=Process(process="ald"), evidence=WHERE)
GAIN = Claim(
    doc="roth",
    study="this",
    content=Outcome(property="stability", direction="increase"),
    evidence=WHERE,
    links=Links(of=("ZnO",), agent=(Thing("process", "ald"),)),
)


def rejected(reason: str = "It was sputtered."):
    return decide(CLAIM, "reject", name="Doe, J.", reason=reason)


def _write_many(path: Path, who: int) -> None:
    for number in range(15):
        append(path, decide(CLAIM, "accept", name=f"P{who}", reason=str(number) * 500))


def _die_on_the_way(path: Path) -> None:
    with file_of_decisions._locked(path) as file:
        file.write(json.dumps(to_row(rejected())).encode()[:100])
        file.flush()
        os.kill(os.getpid(), signal.SIGKILL)


def _in_processes(target, *arguments) -> None:
    fork = multiprocessing.get_context("fork")
    made = [fork.Process(target=target, args=one) for one in arguments]
    for process in made:
        process.start()
    for process in made:
        process.join()


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_two_writers_at_once_and_one_that_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "log"
    _in_processes(_write_many, (path, 1), (path, 2))
    kept = read_log(path)
    assert kept.damaged == ()
    by_name = {n: [d.reason[0] for d in kept.decisions if d.name == n] for n in ("P1", "P2")}
    assert len(by_name["P1"]) == len(by_name["P2"]) == 15
    _in_processes(_die_on_the_way, (path,))
    last = rejected()
    assert append(path, last)
    after = read_log(path)
    assert [*kept.decisions, last] == list(after.decisions)
    assert [number for number, _ in after.damaged] == [31]


def test_a_row_says_all_but_the_sentence() -> None:
    made = [
        rejected('</script>"\n\x00, =cmd()'),
        decide(GAIN, "accept", name="N", reason="", link=Link(key="agent", thing="process:ald")),
        decide(CLAIM, "correct", name="N", reason="r", correction={"process": "thermal_ald"}),
    ]
    for one in made:
        row = json.loads(json.dumps(to_row(one)))
        assert from_row(row) == one
        assert "grew by ALD" not in json.dumps(row)
    assert made[0].reason == '</script>"\n, =cmd()'
    assert made[0].quote_sha256
    assert from_row(to_row(undo(made[0], name="N"))).undoes == made[0].id


def test_an_undoing_is_a_row_of_its_own(tmp_path: Path) -> None:
    path, one = tmp_path / "log", rejected()
    assert append(path, one)
    assert not append(path, one)  # the same request, sent twice
    assert append(path, undo(one, name="Roe"))
    with pytest.raises(CurationError, match="in force"):
        append(path, undo(one, name="Roe"))
    kept = read_log(path)
    assert len(kept.decisions) == 2
    assert kept.in_force == ()
    with pytest.raises(CurationError, match="cannot be written"):
        append(tmp_path / "none" / "log", one)


@each_row(
    ("given", "cause"),
    [
        ({"reason": ""}, "give a reason"),
        ({"reason": "x" * (MAX_REASON + 1)}, "at most"),
        ({"name": " "}, "a name has"),
        ({"verdict": "doubt"}, "not a verdict"),
        ({"verdict": "correct"}, "a correction needs"),
        ({"verdict": "correct", "correction": {"process": "ald"}}, "changes nothing"),
        ({"verdict": "correct", "correction": {"role": "x"}}, "not a claim: no process"),
        ({"correction": {"process": "x"}}, "other decisions take none"),
        ({"link": Link(key="rule", thing="x")}, "is not a link"),
    ],
)
def test_what_is_no_decision(given: dict, cause: str) -> None:
    chosen = {"verdict": "reject", "name": "N", "reason": "r", **given}
    with pytest.raises(CurationError, match=cause):
        decide(CLAIM, chosen.pop("verdict"), **chosen)


@each_row("row", [7, {}, {"id": "1"}, {**to_row(rejected()), "name": 5}, {"verdict": "undo"}])
def test_what_is_no_row(row: object) -> None:
    with pytest.raises(CurationError):
        from_row(row)
