"""Tests that the list of faults matches the code in which they are planted."""

from __future__ import annotations

import pytest

from tests.tools.plant_faults import ROOT, Fault, faults, planted


def test_every_fault_can_be_planted() -> None:
    lost = {
        fault.breaks: count
        for fault in faults()
        if (count := (ROOT / fault.file).read_text(encoding="utf-8").count(fault.old)) != 1
    }
    assert lost == {}, "the text that each fault replaces stands exactly once in its file"


def test_there_are_faults_enough_and_their_tests_exist() -> None:
    assert len(faults()) >= 30
    named = {name for fault in faults() for name in fault.tests.split()}
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []
    assert all(fault.old != fault.new for fault in faults())


def test_a_fault_is_taken_out_again(tmp_path) -> None:
    (tmp_path / "a.py").write_text("x = 1\n", encoding="utf-8")
    fault = Fault(breaks="x", file="a.py", old="= 1", new="= 2", tests="")
    with planted(fault, tmp_path):
        assert (tmp_path / "a.py").read_text(encoding="utf-8") == "x = 2\n"
    assert (tmp_path / "a.py").read_text(encoding="utf-8") == "x = 1\n"
    lost = Fault(breaks="x", file="a.py", old="= 3", new="= 2", tests="")
    with pytest.raises(ValueError, match="0 times"), planted(lost, tmp_path):
        pass
