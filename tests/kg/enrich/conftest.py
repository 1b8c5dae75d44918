"""Works as Crossref and OpenAlex describe them; people, titles and numbers are made up."""

from __future__ import annotations

from typing import Any

import pytest

Json = dict[str, Any]


@pytest.fixture
def crossref_work() -> Json:
    return {
        "DOI": "10.5555/films.2015.7",
        "type": "journal-article",
        "title": ["Oxide <i>coats</i> on PbSe dots: Al<sub>2</sub>O<sub>3</sub> by ALD"],
        "container-title": ["Journal of Films &amp; Coats"],
        "short-container-title": ["J. Films Coats"],
        "author": [
            {"given": "Anna", "family": "Meyer", "sequence": "first", "affiliation": []},
            {"given": "Bo", "family": "van der Roe", "sequence": "additional", "suffix": "Jr."},
            {"name": "The Coating Group", "sequence": "additional"},
        ],
        "issued": {"date-parts": [[2014, 12, 20]]},
        "published-online": {"date-parts": [[2014, 12, 20]]},
        "published-print": {"date-parts": [[2015, 1]]},
        "volume": "12",
        "issue": "3",
        "page": "101-109",
        "publisher": "Example Press (EP)",
        "URL": "https://doi.org/10.5555/films.2015.7",
        "score": 41.5,
    }


@pytest.fixture
def openalex_work() -> Json:
    return {
        "id": "https://openalex.org/W1",
        "doi": "https://doi.org/10.5555/films.2015.7",
        "title": "Oxide coats on PbSe dots: Al2O3 by ALD",
        "display_name": "Oxide coats on PbSe dots: Al2O3 by ALD",
        "publication_year": 2014,
        "type": "article",
        "is_retracted": False,
        "authorships": [
            {"raw_author_name": "Anna Meyer", "author": {"display_name": "A. Meyer"}},
            {"raw_author_name": None, "author": {"display_name": "Bo van der Roe"}},
        ],
        "primary_location": {
            "source": {
                "display_name": "Journal of Films & Coats",
                "host_organization_name": "Example Press",
            }
        },
        "biblio": {"volume": "12", "issue": "3", "first_page": "101", "last_page": "109"},
    }
