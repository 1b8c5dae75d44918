"""CURIEs: IRIs shortened with the prefixes of :mod:`ontology.iri`, and expanded again."""

from __future__ import annotations

from ontology.iri import PREFIXES


def to_curie(iri: str) -> str:
    """Return an IRI shortened by its longest known prefix; unchanged if none fits.

    Examples
    --------
    >>> to_curie(PREFIXES["chem"] + "trimethylaluminum")
    'chem:trimethylaluminum'
    """
    fitting = [(space, prefix) for prefix, space in PREFIXES.items() if iri.startswith(space)]
    if not fitting:
        return iri
    space, prefix = max(fitting)
    return f"{prefix}:{iri.removeprefix(space)}"


def from_curie(curie: str) -> str:
    """Return the IRI of a CURIE; a full ``http`` IRI is returned unchanged.

    Raises
    ------
    ValueError
        If there is no prefix or an unknown one.
    """
    if curie.startswith(("http://", "https://")):
        return curie
    prefix, colon, local = curie.partition(":")
    if not colon or prefix not in PREFIXES:
        raise ValueError(f"{curie!r} has no known prefix ({', '.join(PREFIXES)})")
    return PREFIXES[prefix] + local
