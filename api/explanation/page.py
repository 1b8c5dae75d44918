"""An explained document as one self-contained HTML page, without network or server."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from api import markup
from api.explanation.view import ShownClaim, View
from kg.extract.readers import read_by

_HERE = Path(__file__).parents[1]


def render_page(view: View) -> str:
    """Return the page: the marked text, and beside it the claims by study and kind."""
    environment = Environment(
        loader=FileSystemLoader([_HERE / "templates", _HERE / "static"]),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["formula"] = markup.formula
    template = environment.get_template("explanation.html")
    by_study: dict[str, list[ShownClaim]] = defaultdict(list)
    order = list(view.kinds)
    for claim in sorted(view.claims.values(), key=lambda c: (order.index(c.kind), c.number)):
        by_study[claim.study].append(claim)
    return template.render(
        view=view,
        paper=view.explanation.paper,
        passages=list(enumerate(view.explanation.passages)),
        by_study={study: by_study[study] for study in view.studies},
        extractor=read_by(),
    )
