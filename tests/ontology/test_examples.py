"""Every ok.ttl passes, every bad-<why>.ttl fails with its own message and no other."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from rdflib import Graph
from rdflib.namespace import SH
from rdflib.term import Node

import ontology
from ontology.validation import Violation, checks, parse_turtle
from tests.rows import each_row

EXAMPLES = Path(ontology.__file__).parent / "examples"
BACKGROUND = EXAMPLES / "background.ttl"
GOOD = sorted(EXAMPLES.glob("*/ok.ttl"))
BAD = sorted(EXAMPLES.glob("*/bad-*.ttl"))
EXAMPLE_FILES = [*GOOD, *BAD]


def name(path: Path) -> str:
    return path.relative_to(EXAMPLES).with_suffix("").as_posix()


def header(path: Path, key: str) -> list[str]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(f"# {key}: ") for line in lines if line.startswith(f"# {key}: ")]


def read(path: Path) -> Graph:
    """The example, its claims and statements numbered apart from those of every other one."""
    number = f"{EXAMPLE_FILES.index(path):012x}"
    text = path.read_text(encoding="utf-8").replace("0" * 12, number)
    return parse_turtle(text.encode(), name(path))


def batches() -> list[dict[Path, Graph]]:
    """The examples in as few groups as keep those apart that speak of the same node."""
    groups: list[tuple[dict[Path, Graph], set[Node]]] = []
    for path in EXAMPLE_FILES:
        graph = read(path)
        nodes = set(graph.subjects())
        for members, taken in groups:
            if taken.isdisjoint(nodes):
                members[path] = graph
                taken |= nodes
                break
        else:
            groups.append(({path: graph}, nodes))
    return [members for members, _ in groups]


def concerns(violation: Violation, graph: Graph) -> bool:
    """Whether an example has the node or the term that is wrong, or the message names its own."""
    used = {str(node) for node in (*graph.all_nodes(), *graph.predicates())}
    own = {str(node) for node in graph.subjects()}
    return violation.focus in used or any(node in violation.message for node in own)


@cache
def violations() -> dict[Path, tuple[Violation, ...]]:
    """What is wrong with each example, a batch at a time: loading the ontology is the dear part."""
    background = parse_turtle(BACKGROUND.read_bytes(), "background")
    found: dict[Path, tuple[Violation, ...]] = {}
    for batch in batches():
        wrong = ontology.validate_data(sum(batch.values(), background))
        for path, graph in batch.items():
            found[path] = tuple(violation for violation in wrong if concerns(violation, graph))
    return found


@each_row("path", GOOD, ids=name)
def test_a_good_example_passes(path):
    assert violations()[path] == ()


def test_each_bad_example_fails_with_its_own_message_and_every_check_has_one():
    wrong, seen = [], set()
    for path in BAD:
        (expected,) = header(path, "expects")
        allowed = [expected, *header(path, "also")]
        found = violations()[path]
        seen |= {violation.check for violation in found}
        messages = [violation.message for violation in found]
        others = [m for m in messages if not any(part in m for part in allowed)]
        if others or not any(expected in message for message in messages):
            wrong.append((name(path), expected, messages))
    assert wrong == []
    assert set(checks()) - seen == set()


def test_every_pattern_has_a_good_and_a_bad_example():
    patterns = {path for path in EXAMPLES.iterdir() if path.is_dir()}
    assert patterns == {path.parent for path in GOOD} == {path.parent for path in BAD}


def test_every_shape_has_a_bad_example():
    messages = {str(message) for message in ontology.graph().objects(None, SH.message)}
    expected = [text for path in BAD for text in header(path, "expects")]
    assert [m for m in messages if not any(text in m for text in expected)] == []


def test_every_property_shape_has_a_message_of_its_own():
    graph = ontology.graph()
    shapes = list(graph.objects(None, SH.property))
    messages = [str(graph.value(shape, SH.message)) for shape in shapes]
    assert len(set(messages)) == len(shapes)
