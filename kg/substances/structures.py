"""Compute InChIKeys and formulas from the systematic names in chemicals.ttl, for curators.

usage: python -m kg.substances.structures [--check]

For each substance with an ``ald:systematicName`` OPSIN reads the structure from the name, and RDKit
reads it again from OPSIN's SMILES. If both give the same InChIKey and the elements are those of
``ald:formula``, the lines ``ald:inChIKey`` and ``ald:molecularFormula`` are written after the name;
otherwise the problem is reported and nothing is written. ``--check`` writes nothing and fails if
the file would change.

Needs ``pip install py2opsin rdkit`` and a Java runtime; nothing of ald-kg imports this at run time.
OPSIN reads some names wrongly without saying so (it makes "ammonium sulfide" a double bond to
sulfur): this script compares a new name with its formula, and the curator checks it.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path

import ontology
from kg.substances import molecule

TABLE = Path(ontology.__file__).parent / "vocab" / "chemicals.ttl"

_BLOCK = re.compile(r"^chem:.*?\.$\n", re.MULTILINE | re.DOTALL)
_NAME = re.compile(r'    ald:systematicName "([^"]+)" ;\n')
_COMPUTED = re.compile(r'    ald:(?:inChIKey|molecularFormula) "[^"]+" ;\n')
_FORMULA = re.compile(r'    ald:formula "([^"]+)" ;\n')
_SYMBOL = re.compile(r"([A-Z][a-z]?)(\d*)")


def main() -> int:
    """Compute, report and write; return 1 if there are errors or, with --check, changes."""
    options = argparse.ArgumentParser(description="structures of the substances from their names")
    options.add_argument("--check", action="store_true", help="write nothing, fail on a change")
    check = options.parse_args().check
    before = TABLE.read_text(encoding="utf-8")
    names = _NAME.findall(before)
    computed = structures(names)
    faults: list[str] = []
    after = _BLOCK.sub(lambda block: rewritten(block.group(), computed, faults), before)
    summary = f"{len(names)} names, {len(names) - len(faults)} structures"
    sys.stderr.writelines(line + "\n" for line in (*faults, summary))
    if not check:
        TABLE.write_text(after, encoding="utf-8")
    return 1 if faults or (check and after != before) else 0


def structures(names: list[str]) -> dict[str, tuple[str, str]]:
    """Return InChI and InChIKey of each name that OPSIN and RDKit read alike."""
    py2opsin = import_module("py2opsin").py2opsin
    chem, log = import_module("rdkit.Chem"), import_module("rdkit.RDLogger")
    log.DisableLog("rdApp.*")
    inchis, keys, smiles = (
        py2opsin(names, output_format=form) for form in ("StdInChI", "StdInChIKey", "SMILES")
    )
    found = {}
    for name, inchi, key, text in zip(names, inchis, keys, smiles, strict=True):
        read = chem.MolFromSmiles(text) if text else None
        if key and read is not None and chem.MolToInchiKey(read) == key:
            found[name] = (inchi, key)
    return found


def rewritten(block: str, computed: dict[str, tuple[str, str]], faults: list[str]) -> str:
    """Return the entry of one substance with its computed lines replaced."""
    block = _COMPUTED.sub("", block)
    named = _NAME.search(block)
    if named is None:
        return block
    if named[1] not in computed:
        faults.append(
            f"{named[1]}: OPSIN or RDKit cannot read the name, or their structures differ"
        )
        return block
    inchi, key = computed[named[1]]
    elements = elements_of(inchi)
    printed = _FORMULA.search(block)
    if printed and counts(printed[1]) != elements:
        faults.append(f"{named[1]}: the name gives {hill(elements)}, the formula {printed[1]}")
        return block
    lines = f'    ald:inChIKey "{key}" ;\n    ald:molecularFormula "{hill(elements)}" ;\n'
    return block[: named.end()] + lines + block[named.end() :]


def elements_of(inchi: str) -> Counter[str]:
    """Return the elements of a standard InChI, with the protons of its ``/p`` layer added."""
    layers = inchi.split("/")
    total: Counter[str] = Counter()
    for part in layers[1].split("."):
        times, formula = re.fullmatch(r"(\d*)(.*)", part).groups()  # type: ignore[union-attr]
        for symbol, count in _SYMBOL.findall(formula):
            total[symbol] += int(times or 1) * int(count or 1)
    protons = sum(int(layer[1:]) for layer in layers[2:] if re.fullmatch(r"p[+-]\d+", layer))
    total["H"] += protons
    return +total


def counts(formula: str) -> Counter[str]:
    """Return the elements of a condensed formula, by :func:`kg.substances.formulas.molecule`."""
    read = molecule(formula)
    return Counter(dict(read.elements)) if read else Counter()


def hill(elements: Counter[str]) -> str:
    """Return the formula in Hill order: carbon, hydrogen, then the others alphabetically."""
    first = ["C", "H"] if "C" in elements else []
    order = [s for s in first if elements[s]] + sorted(set(elements) - set(first))
    return "".join(s + (str(elements[s]) if elements[s] > 1 else "") for s in order)


if __name__ == "__main__":
    sys.exit(main())
