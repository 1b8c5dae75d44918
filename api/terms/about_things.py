"""Data of a material, reagent or system in a graph, for its page, JSON and CSV."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote

from fastapi import Request, Response

from api.addresses import address
from api.representations import JSON, csv_text
from api.terms.about import MOST_SHOWN, About, read_about, read_part
from ontology.iri import material_iri, segments

#: Segments in the path of a system's IRI: the kind is followed by an architecture and the layers.
_SYSTEM_PARTS: Final = 4


async def about_thing(
    request: Request, iri: str, *, most: int = MOST_SHOWN
) -> tuple[str, About | None]:
    """Return the name of a thing with this IRI, and its data in the graph.

    The data are ``None`` for things other than materials, reagents and systems.
    """
    _, kind, *rest = segments(iri)
    name = unquote(rest[-1]) if rest else ""
    if kind in ("material", "chemical"):
        return name, await read_about(request, kind, iri, name, most=most)
    if kind == "system":
        return name, await _about_system(request, iri)
    return name, None


async def _about_system(request: Request, iri: str) -> About:
    labels = [label for label, _ in layers_of(iri)]
    architecture = segments(iri)[2]
    given = {"inner": labels[0], "outer": labels[-1]} if labels else {}
    part = await read_part(request, "studies-of-system", {**given, "architecture": architecture})
    tellings = part.tellings if part else ()
    total = len({one.study_iri for one in tellings})
    ids = dict.fromkeys(segments(one.study_iri)[-1] for one in tellings if one.study_iri)
    catalog = request.app.state.graph.catalog()
    studies = tuple(study for name in ids if (study := catalog.study(name)) is not None)
    parts = (part,) if part and part.total else ()
    return About(thing=None, total=total, studies=studies, search="", neighbours={}, parts=parts)


def layers_of(iri: str) -> tuple[tuple[str, str], ...]:
    """Return the layers of a system from the inside out, each with the address of its material.

    >>> from ontology.iri import BASE
    >>> layers_of(BASE + "id/system/core_shell/CdSe,CdS")[0]
    ('CdSe', '/data/material/CdSe')
    """
    parts = iri.rsplit("/id/", 1)[-1].split("/")
    if parts[0] != "system" or len(parts) < _SYSTEM_PARTS - 1:
        return ()
    labels = tuple(unquote(layer) for layer in parts[2].split(","))
    return tuple((label, address(material_iri(label))) for label in labels)


def twin(about: About | None, media: str, *, iri: str, label: str, definition: str) -> Response:
    """Return the studies of a term as JSON or CSV."""
    make: Callable[..., str] = _as_json if media == JSON else _as_csv
    body = make(about, iri=iri, label=label, definition=definition)
    return Response(body, media_type=media, headers={"Vary": "Accept"})


def _as_json(about: About | None, *, iri: str, label: str, definition: str) -> str:
    studies = about.studies if about else ()
    found = {
        "iri": iri,
        "label": label,
        "definition": definition,
        "study_count": about.total if about else 0,
        "studies": [study.model_dump(by_alias=True, exclude={"claims"}) for study in studies],
        "answers": {
            part.title: [{"study": one.study, "text": one.text} for one in part.tellings]
            for part in (about.parts if about else ())
        },
        "all_studies": f"/api/v1/studies{about.search[1:]}" if about and about.search else None,
    }
    return json.dumps(found, ensure_ascii=False)


def _as_csv(about: About | None, **_: str) -> str:
    studies = about.studies if about else ()
    rows = ((one.label, one.year or "", one.title, one.doi, one.iri) for one in studies)
    return csv_text(("study", "year", "title", "doi", "iri"), rows)
