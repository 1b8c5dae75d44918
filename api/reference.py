"""The reference of the ontology as one self-contained HTML page, without network or server.

Run ``python -m api.reference FILE`` to write it.
"""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from api import markup
from ontology.curie import to_curie
from ontology.drawing import draw
from ontology.reference import Reference, reference

_HERE = Path(__file__).parent


def render_reference(found: Reference | None = None) -> str:
    """Return the page: the drawing, every module and every vocabulary; links stay on the page.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    shown = found or reference()
    environment = Environment(
        loader=FileSystemLoader([_HERE / "templates", _HERE / "static"]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["cell"] = markup.cell

    def link(iri: str) -> str:
        """Return the anchor of a term on this page, or the address of anything else."""
        if iri in shown.by_iri:
            return "#" + anchor(iri)
        return iri if iri.startswith(("http://", "https://")) else ""

    template = environment.get_template("reference-file.html")
    drawing = draw(base="#ald:")
    return template.render(reference=shown, local=link, anchor=anchor, drawing=drawing)


def anchor(iri: str) -> str:
    """Return the anchor of a term on the page: its CURIE, which is as unique as its IRI."""
    return to_curie(iri)


if __name__ == "__main__":
    import sys

    from api.cli.output import write_whole

    write_whole(Path(sys.argv[1]), render_reference())
