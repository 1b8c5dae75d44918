"""CURIEs: IRIs shortened by the prefixes of :mod:`ontology.iri`, and made whole again."""

from __future__ import annotations

from ontology.iri import PREFIXES


def to_curie(iri: str) -> str:
    """The IRI with its longest known prefix shortened; unchanged if none fits.

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
    """The IRI a CURIE stands for; a full ``http`` IRI is returned as it is.

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
