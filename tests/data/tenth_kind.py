"""Plants a tenth kind of claim and tells which places forget it, and what works without a change.

Run as a program of its own: it changes the registry for good. ``tests/kg/test_claim_kinds.py``
reads what it prints.
"""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import ontology.claim_kinds as registry

HUE = registry.ClaimKind(
    name="hue",
    heading="Hues",
    fields={"direction": "direction", "formula": registry.FORMULA},
    aspect="direction",
    thing="direction",
    links=("shows",),
    letter="H",
)
CONTENT = """
@dataclass(frozen=True, slots=True, kw_only=True)
class Hue:
    direction: str
    formula: str


Content = (Hue |"""


def tell(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def tell_if_forgotten(module: str) -> None:
    try:
        importlib.import_module(module)
    except TypeError as error:
        tell(error)


def import_model_with_content() -> ModuleType:
    """kg.model with a class for the contents of the tenth kind."""
    found = find_spec("kg.model")
    assert found is not None
    path = str(found.origin)
    source = Path(path).read_text(encoding="utf-8").replace("Content = (", CONTENT, 1)
    model = sys.modules["kg.model"] = ModuleType("kg.model")
    exec(compile(source, path, "exec"), model.__dict__)  # noqa: S102 - our own source
    return model


def main() -> None:
    registry.CLAIM_KINDS = {**registry.CLAIM_KINDS, "hue": HUE}
    tell_if_forgotten("kg.model")
    model = import_model_with_content()
    for module in ("kg.evaluate", "api.schemas", "api.explanation.terminal"):
        tell_if_forgotten(module)

    from kg.claims import from_record, to_record
    from kg.documents.schema import schema
    from kg.extract.reading import LETTERS
    from kg.rdf import claims_from_quads, document_quads

    claim = model.Claim(
        doc="d",
        study="this",
        content=model.Hue(direction="increase", formula="CdSe"),
        evidence=model.Evidence(spans=((0, 9),), rule="r", extractor="x"),
        links=model.Links(shows=(model.Thing("hue", "decrease"),)),
    )
    document = model.Document(id="d", sha256="0" * 64, claims=(claim,))
    tell("as JSON and back:", from_record(to_record(claim)) == claim)
    tell("as RDF and back:", claims_from_quads(document_quads(document)) == (claim,))
    tell("in the schema:", "hue" in schema()["$defs"])
    tell("its letter:", LETTERS["hue"])


if __name__ == "__main__":
    main()
