"""Foreign elements that were looked for, and found or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Outcome

#: Names of elements and residues that a film should not contain.
FOREIGN = (
    r"(?:carbon|nitrogen|hydrogen|chlorine|fluorine|oxygen|iodine|bromine|sul(?:f|ph)ur|"
    r"phosphorus|sodium|potassium|halogens?|chloride|fluoride|ligand residues?|impurit(?:y|ies)|"
    r"contaminants?|organic (?:residues?|species|ligands?)|residual (?:ligands?|solvents?))"
)
#: Symbols of such elements, and metals of precursors and ligands.
_SYMBOL = r"(?-i:C|N|H|Cl|F|Br|I|S|P|Na|K|Si|Zn|Fe)"
_METAL = r"(?:zinc|copper|iron|silicon|alumini?um|magnesium|lithium|tin|titanium)"
_LOOKED = r"(?:detectable|measurable|observable|noticeable|significant|apparent|residual)"
#: Words after an element for the amount or signal that is looked for.
CONTENT = (
    r"(?:\s+(?:content|signal|impurit\w+|residues?|contamination|concentration|level|peak)s?)?"
)
#: "No carbon was detected", "carbon could not be found", "nitrogen is below the detection limit".
_NOT_FOUND = Rare(
    rf"\bno\s+(?:\w+\s+)?{FOREIGN}{CONTENT}[^.;,]{{0,40}}?\b(?:detect|found|observ|seen|visible|"
    r"remain|left)|"
    rf"\b{FOREIGN}{CONTENT}\s+(?:could|can|was|were|is|are)\s*(?:not|n't|never)\s+(?:be\s+)?"
    rf"(?:detect|found|observ|seen)|"
    rf"\b{FOREIGN}{CONTENT} (?:(?:did|do|was|were|is) )?not (?:remain|stay|left|incorporated)|"
    rf"\b{FOREIGN}{CONTENT}(?:[^.;]|\.(?=\d)){{0,40}}?\b"
    r"(?:below|beneath|under|at|(?:lower|less|smaller) than)\s+"
    r"(?:\d\S*\s?(?:at\.\s?)?%,?\s+)?(?:the\s+|its\s+)?"
    r"(?:\w+\s+){0,2}(?:detection limits?|limits? of detection|sensitivity)|"
    rf"\b(?:contain\w*|show\w*|with|had|have|has)\s+no\s+"
    rf"(?:measurable|detectable|observable|noticeable|significant)\s+{FOREIGN}|"
    rf"\b{FOREIGN}{CONTENT}(?:\s+and\s+\w+)?\s+(?:is|was|are|were)\s+"
    r"(?:absent|missing|lacking|undetectable|not detectable|negligible)\b|"
    rf"\b(?:free (?:of|from)|devoid of|void of|(?:without|no) (?:any )?(?:signs?|"
    rf"traces?) of) (?:any )?(?:\w+ (?:and|or) )?(?:{FOREIGN}|{_METAL}|{_SYMBOL}\b)|"
    rf"\b{FOREIGN}-free\b(?! (?:[\w-]+ ){{0,3}}?(?:etch\w*|process\w*|routes?|precursors?|"
    r"chemistr\w+|synthes[ei]s|methods?|approach\w*|reactants?|strateg\w+|fuels?|gas(?:es)?|"
    r"feeds?|flows?|argon|nitrogen|helium|N2|Ar|He|water|solvents?|air|glove\s?box\w*|atmospheres?|medi(?:um|a)|environments?|conditions?|electrolytes?|solutions?))|"
    rf"\bno\s+{_LOOKED}\s+(?:{FOREIGN}|{_SYMBOL})\b|"
    rf"\bno\s+(?:\w+\s+)?(?:{FOREIGN}|{_SYMBOL})\s+(?:or \w+ )?"
    r"(?:impurit|incorporat|contamina|residu|inclusion)\w*|"
    rf"\bneither\s+{FOREIGN}{CONTENT}\s+nor\s+{FOREIGN}|"
    r"\b(?:(?:did|does|do|could|can)\s*(?:not|n't)|fail(?:ed|s)?\s+to)\s+(?:reveal|show|detect|"
    r"find|"
    rf"disclose|contain)\s+(?:any\s+|the\s+|traces\s+of\s+)*{FOREIGN}|"
    rf"\bwithout\s+(?:a\s+|any\s+)?traces?\s+of\s+(?:any\s+)?{FOREIGN}|"
    rf"\bno\s+residual\s+(?:{FOREIGN}|{_METAL})\b|"
    r"\bno\s+(?:\w+\s+)?(?:secondary|impurity|foreign|parasitic)\s+(?:crystal\w*\s+)?phases?\s+"
    r"(?:was|were|is|are|could\s+be|can\s+be)\s+(?:detect|found|observ|seen|visible|identif|present)",
    re.IGNORECASE,
)

#: A clause with "until": a wash that continues until nothing is found is no analysis of the
#: product.
_UNTIL = re.compile(r"\buntil\b[^,;]*$")

#: Words for an amount without a number.
_LEVEL = (
    r"(?:high|low|considerable|significant|large|small|noticeable|appreciable|trace)\s+"
    r"(?:levels?|amounts?|concentrations?|quantit\w+|contents?)"
)
#: Statements that a film contains foreign elements, without a number.
_SOME = Rare(
    r"\b(?:films?|coatings?|layers?|coats?|oxides?|they)\b[^.;]{0,90}\b(?:contain|hold|held|"
    r"retain|include)"
    r"(?:s|ed|d)?\s+(?:some|traces\s+of|residual|small\s+amounts\s+of|minor\s+amounts\s+of|"
    rf"a\s+(?:little|small\s+amount\s+of))\s+{FOREIGN}\b|"
    rf"\b(?:{FOREIGN}|{_SYMBOL}) (?:as|(?:was|were|is|are)) (?:the )?"
    r"(?:main|major|only|sole|primary|dominant|largest) (?:foreign |film )?(?:impurit|contaminant)|"
    r"\bpresence of (?:[^\s.;,]+ ){0,3}?(?:impurit\w+|contamina\w+|residues?)[^.;,]{0,30}\b"
    r"(?:observed|detected|found|confirmed|revealed|seen)\b|"
    rf"\b(?:contain\w*|found|detected|observed|reveal\w*|show\w*)\s[^.;,]{{0,30}}?{_LEVEL}\s+of\s+"
    rf"(?:residual\s+)?(?:{FOREIGN}|{_SYMBOL})\b(?!\s+(?:vacanc|atoms?\b|defect))(?![^.;]*\d\s?(?:at\.?\s?)?%)|"
    rf"\b(?:{_LEVEL}\s+of|residual)\s+(?:{FOREIGN}|{_SYMBOL})(?:\s+and\s+\w+)?\s+(?:\w+\s+)?"
    r"(?:was|were|is|are)\s+(?:\w+ly\s+|also\s+|still\s+)?(?:detect|found|observ|seen|present)"
    r"(?![^.;]*\d\s?(?:at\.?\s?)?%)",
    re.IGNORECASE,
)


def find_impurities(reading: Reading) -> Iterator[Finding]:
    """Yield an impurity that a sentence says was seen or was not seen."""
    if some := _SOME.search(reading.text):
        content = Outcome(property="impurity_content", direction="present")
        yield Finding(content=content, at=some.start(), rule="impurity-present")
        return
    match = _NOT_FOUND.search(reading.text)
    if match is not None and not _UNTIL.search(reading.text[: match.start()]):
        content = Outcome(property="impurity_content", direction="absent")
        yield Finding(content=content, at=match.start(), rule="impurity-absent")
