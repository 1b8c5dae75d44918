"""Gases that do not become part of a film: they carry, purge or etch, or leave as by-products.

A rule's ``emits`` is explained in :mod:`kg.extract.chemicals.reagents`.
"""

from __future__ import annotations

import re

from kg.extract.patterns import Found, Rule
from kg.extract.reading import Reading

_BYPRODUCTS = (
    r"(byproducts?|by\s-\sproducts?|(?:gaseous|volatile|released|gas\s-\sphase)\s(?:reaction\s)?"
    r"(?:products?|species))"
)
#: Words for the steps of a deposition or of atomic layer etching.
_CYCLE = re.compile(
    r"\b(?:pulses?|dos(?:e|es|ing)|exposures?|half-?(?:cycles?|reactions?)|ligand exchange|"
    r"precursors?|ALD|atomic layer)\b"
)


def is_set_free(reading: Reading, found: Found) -> bool:
    """Return whether a gas is called a by-product, or the sentence is on the steps of a cycle."""
    return found.rule == "by-products-are" or is_of_cycle(reading)


def is_of_cycle(reading: Reading) -> bool:
    """Return whether a sentence is on the steps of a cycle, and on no application."""
    return _CYCLE.search(reading.text) is not None and not reading.of_kind("application")


RULES = (
    Rule(
        "stream-of",
        "(flow|stream|flowing) [rate] [of] [Q] [of] [dry] [pure] {C:x}",
        "purge_gas",
        "carried in a flow of argon",
        "the flow near argon",
    ),
    Rule(
        "carrier",
        "{C:x} ~2 (carrier|purge|purging|flow|bubbling|stream)",
        "purge_gas",
        "an Ar flow of 20 sccm",
        "Ar ions",
    ),
    Rule(
        "carried-by",
        r"(transported|delivered|entrained|conveyed|fed) ^4 (by|with|in|"
        r"using) "
        "[a] [an] [Q] [of] [dry] [flowing] [pure] {C:x}",
        "purge_gas",
        "The vapours were transported by 50 sccm of argon.",
        "The vapours were transported by truck.",
    ),
    Rule(
        "serves-throughout",
        r"{C:x} ^2 (serving|used|served|serves) (throughout|to\s(?:purge|carry)|for\s(?:purging|"
        r"carrying))",
        "purge_gas",
        "argon serving throughout",
        "argon serving as a laser",
    ),
    Rule(
        "leaves-with",
        "{C*:x} ^2 (leave|leaves|leaving|left) (with|in|through) the",
        "left",
        "Pyridine and propene leave with the stream.",
        "Pyridine and propene stay with the stream.",
    ),
    Rule(
        "serves-as-purge",
        "{C:x} ^9 as ^3 (purge|purging|carrier|sweep)",
        "purge_gas",
        "N2, which served as the purge gas",
        "N2 was used up",
    ),
    Rule(
        "by-product",
        "{C*:x} ~3 (as|among) ~2 " + _BYPRODUCTS,
        "byproduct",
        "Pyridine formed as the only by-product.",
        "Pyridine formed by chance.",
    ),
    Rule(
        "by-products-are",
        _BYPRODUCTS + " (such\\sas|were\\sfound\\sto\\sbe|are|were|like|:|,|\\() {C*:x}",
        "freed",
        "by-products such as CO2 and pyridine",
        "by-products from CO2 and pyridine",
    ),
    Rule(
        "gas-set-free",
        "(detection|formation|production|release|evolution|liberation) of {C*:x}",
        *("freed", "formation of CO2 in the TMA pulse", "removal of CO2 in the TMA pulse"),
    ),
    Rule(
        "product-of",
        "{C:x} =4 as? =3 (byproducts?|products?)",
        "byproduct",
        "pyridine is a byproduct",
        "pyridine gas",
    ),
    Rule(
        "reactive-gas",
        "{C*:x} ^4 as [the] [a] (reactive|reaction|nitriding|oxidizing) gas(?:es)?",
        "coreactant",
        "sputtered with CH4 as the reactive gas",
        "sputtered with CH4 as the gas",
    ),
    Rule(
        "etch-gas",
        "(etchants?|etch(?:ing)?\\sgas(?:es)?) (is|was|are|were|:|of) ~4 {C*:x}",
        "etch_gas",
        "The etching gas was a mixture of CHF3 and O2.",
        "The carrier gas was a mixture of N2 and O2.",
    ),
)
