"""A made-up graph of about a million triples: what each step takes, against bulk loading it.

    python benchmarks/million.py [--triples 1000000] [--seed 1] [--folder F] [--output F]

The documents are drawn at random from the vocabularies, with the shape of real ones: a reference
list, claims of every kind, evidence. Each step runs in a process of its own, so that its peak
memory is its own; nothing else should run beside it. Prints seconds, the ratio to bulk loading, and
peak memory in MB. The time of making the documents up is not part of any figure.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import count
from pathlib import Path

from results import write_results

from corpus.model import Author, Reference
from kg.model import (
    Application,
    Chemical,
    Claim,
    Condition,
    Content,
    Document,
    Evidence,
    Form,
    Material,
    Outcome,
    Process,
    Quantity,
    System,
    Technique,
)
from kg.queries import run
from kg.rdf import document_quads, study_iris
from kg.reason import materialise
from kg.statements import statement_quads
from kg.store import EmbeddedGraph, ontology_quads, render_quads
from ontology import embedded, rdf, vocabulary
from ontology.iri import ONTOLOGY_GRAPH
from ontology.validation import validate_store

QUERIES = ("graph-summary", "applications", "colloidal-ald-systems")
SOLIDS = ("PbSe", "PbS", "CdSe", "CdS", "ZnO", "ZnS", "Al2O3", "TiO2", "HfO2", "SnO2", "InAs", "Pt")
CLAIMS, REFERENCES = 40, 25
_LOAD_BYTES = 16_000_000

Found = dict[str, float]


def made_up(seed: int) -> Iterator[Document]:
    """Documents without end, always the same ones for a seed."""
    chance = random.Random(seed)
    for number in count():
        name = f"made-up-{number:06}"
        references = tuple(_reference(chance, n) for n in range(1, REFERENCES + 1))
        claims = tuple(_claim(chance, name, position) for position in range(CLAIMS))
        yield Document(
            id=name,
            sha256=f"{chance.getrandbits(256):064x}",
            claims=claims,
            references=references,
            record=_reference(chance, 0),
            extractor="ald-kg/benchmark",
        )


def _reference(chance: random.Random, number: int) -> Reference:
    work = chance.randrange(20_000)
    return Reference(
        number=str(number),
        authors=(Author(family=f"Author {work % 997}"),),
        title=f"Made-up work {work}",
        container=f"Journal {work % 50}",
        year=1990 + work % 35,
        volume=str(work % 90),
        pages=str(work),
        type="article-journal",
    )


def _claim(chance: random.Random, doc: str, position: int) -> Claim:
    start = 200 * position
    evidence = Evidence(
        spans=((start, start + 150),),
        rule="made-up",
        extractor="ald-kg/benchmark",
        quote=f"Sentence {position} of {doc}.",
    )
    return Claim(
        doc=doc,
        study=chance.choice(["this", str(chance.randint(1, REFERENCES))]),
        content=_content(chance),
        evidence=evidence,
        confidence=chance.choice([0.6, 0.75, 0.9]),
    )


def _content(chance: random.Random) -> Content:
    def term(kind: str) -> str:
        return chance.choice(vocabulary().of_kind(kind)).notation

    solid = chance.choice(SOLIDS)
    value = Quantity(value=float(chance.randint(1, 400)), unit="Cel", raw="made up")
    makers: tuple[Callable[[], Content], ...] = (
        lambda: Material(role=term("role_material"), formula=solid),
        lambda: Form(formula=solid, form=term("form")),
        lambda: System(architecture="core_shell", layers=(solid, chance.choice(SOLIDS))),
        lambda: Process(process=term("process")),
        lambda: Chemical(role=term("role_chemical"), chemical=term("chemical")),
        lambda: Condition(parameter="temperature", quantity=value),
        lambda: Technique(technique=term("technique")),
        lambda: Outcome(property=term("property"), direction=term("direction")),
        lambda: Application(application=term("application")),
    )
    return chance.choice(makers)()


def write_files(folder: Path, triples: int, seed: int) -> Found:
    """N-Quads as a build makes them, some megabytes each, until there are so many triples."""
    waiting, made, documents = bytearray(render_quads(ontology_quads())), 0, 0
    files = count()

    def put() -> None:
        (folder / f"{next(files):04}.nq").write_bytes(waiting)
        waiting.clear()

    for document in made_up(seed):
        quads = list(document_quads(document, study_iris([document])))
        waiting += render_quads(quads)
        made, documents = made + len(quads), documents + 1
        if len(waiting) > _LOAD_BYTES:
            put()
        if made >= triples:
            break
    put()
    return {"documents": documents, "claims": CLAIMS * documents}


def load(files: Path, directory: Path) -> Found:
    store = embedded.Store(str(directory))
    for file in sorted(files.iterdir()):
        store.bulk_load(path=str(file), format=rdf.RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    return {"triples": _triples(store)}


def _triples(store: embedded.Store) -> int:
    """The different triples of the default graph, the ontology's apart."""
    all_of_them = sum(1 for _ in store.quads_for_pattern(None, None, None, rdf.DefaultGraph()))
    ontology = rdf.NamedNode(ONTOLOGY_GRAPH)
    return all_of_them - sum(1 for _ in store.quads_for_pattern(None, None, None, ontology))


def believe(directory: Path) -> Found:
    store = embedded.Store(str(directory))
    believed = list(statement_quads(store))
    store.bulk_extend(believed)
    store.bulk_extend(rdf.Quad(q.subject, q.predicate, q.object) for q in believed)
    store.flush()
    return {"triples": len(believed)}


def infer(directory: Path) -> Found:
    store = embedded.Store(str(directory))
    added = materialise(store)
    store.flush()
    return {"triples": added}


def check(directory: Path) -> Found:
    found = validate_store(embedded.Store.read_only(str(directory)), limit=10)
    if found:
        raise SystemExit(f"the made-up graph is not sound: {found[0]}")
    return {}


def ask(directory: Path, name: str) -> Found:
    store = EmbeddedGraph(embedded.Store.read_only(str(directory)), directory)
    return {"rows": len(run(store, name))}


def _timed(work: Callable[..., Found], arguments: tuple[object, ...]) -> Found:
    started = time.perf_counter()
    found = work(*arguments)
    seconds = time.perf_counter() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {**found, "seconds": seconds, "peak_mb": peak}


def step(work: Callable[..., Found], *arguments: object) -> Found:
    """Do one step in a process of its own; what it found, its seconds and its peak memory."""
    fresh = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(max_workers=1, mp_context=fresh) as pool:
        return pool.submit(_timed, work, arguments).result()


def measure(folder: Path, triples: int, seed: int) -> dict[str, float]:
    files, directory = folder / "files", folder / "store"
    files.mkdir()
    results = step(write_files, files, triples, seed)
    results = {name: results[name] for name in ("documents", "claims")}
    loading = step(load, files, directory)
    shutil.rmtree(files)
    results |= {f"load_{name}": value for name, value in loading.items()}
    steps = {
        "belief": (believe, directory),
        "rules": (infer, directory),
        "shapes": (check, directory),
        **{f"query_{name}": (ask, directory, name) for name in QUERIES},
    }
    for name, (work, *arguments) in steps.items():
        found = step(work, *arguments)
        found["ratio"] = found["seconds"] / loading["seconds"]
        results |= {f"{name}_{key}": value for key, value in found.items()}
    return results


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to work, on a disk with 2 GB free")
    parser.add_argument("--output", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as folder:
        write_results(measure(Path(folder), arguments.triples, arguments.seed), arguments.output)


if __name__ == "__main__":
    main()
