"""Documents drawn at random from the vocabularies, similar to real ones; always the same.

Their content is made up, and no real result is among it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from itertools import count

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
from ontology import vocabulary

SOLIDS = ("PbSe", "PbS", "CdSe", "CdS", "ZnO", "ZnS", "Al2O3", "TiO2", "HfO2", "SnO2", "InAs", "Pt")


def made_up(
    seed: int, *, claims: int = 40, references: int = 25, works: int = 20_000
) -> Iterator[Document]:
    """Yield an endless series of documents, the same for each seed.

    Each has ``claims`` claims and ``references`` references. The documents and the works that they
    cite are drawn from a set of ``works``.
    """
    chance = random.Random(seed)
    for number in count():
        name = f"made-up-{number:06}"
        cited = tuple(_reference(chance, n, works) for n in range(1, references + 1))
        said = tuple(_claim(chance, name, position, references) for position in range(claims))
        yield Document(
            id=name,
            sha256=f"{chance.getrandbits(256):064x}",
            claims=said,
            references=cited,
            record=_reference(chance, 0, works),
            extractor="ald-kg/benchmark",
        )


def _reference(chance: random.Random, number: int, works: int) -> Reference:
    work = chance.randrange(works)
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


def _claim(chance: random.Random, doc: str, position: int, references: int) -> Claim:
    start = 200 * position
    evidence = Evidence(
        spans=((start, start + 150),),
        rule="made-up",
        extractor="ald-kg/benchmark",
        quote=f"Sentence {position} of {doc}.",
    )
    return Claim(
        doc=doc,
        study=chance.choice(["this", str(chance.randint(1, references))]),
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
