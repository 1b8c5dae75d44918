"""Text among the sentences of a paper that states nothing about a study.

The layout leaves the labels of axes and the notes of tables in the running text, and some magazines
print biographies of the authors there.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from kg.extract.text.rare import Rare

#: The ticks of an axis: "0.0 0 10 20".
_TICKS: Final = re.compile(
    r"(?:(?<![\w.])[-−]?\d[\d.]*\s+){4,}|"
    r"(?:(?<![\w.])\d[\d.]*\s?(?P<unit>h|min|s|nm|K|°C|V|eV|mA|Pa)\s+)(?:\d[\d.]*\s?(?P=unit)\s+){3,}"
)
#: A list of explained abbreviations: "GC: glassy carbon; AFM: ...".
_SHORT_NAMES: Final = Rare(r"(?:\b[\w/-]{1,12}: [\w\s,()-]{3,60}[;.]\s*){3,}")
#: Phrases that only a biography of an author holds.
_LIFE: Final = Rare(
    r"\b(?:(?:his|her|their) (?:\w+ )?research (?:interests?|activit|focus)|"
    r"(?:received|obtained|earned|completed) (?:his|her|their|an?) (?:\S+ ){0,3}"
    r"(?:degree|Ph\.? ?D|doctorate|M\.? ?Sc|B\.? ?Sc)|postdoctoral (?:fellow|researcher|scholar)|"
    r"(?:is|was) (?:currently |now )?an? (?:\w+ ){0,2}(?:professor|lecturer|PhD student|"
    r"Ph\.D\. (?:student|candidate)))\b",
    re.IGNORECASE,
)
#: The affiliation of an author; a sentence of prose may hold one.
_ADDRESS: Final = re.compile(
    r"\b(?:University|Institute|Laborator(?:y|ies)|Department|School|College|Faculty|Academy)\b"
    r"(?: of| for|,)|@[\w-]+\.\w"
)
_ADDRESSES: Final = 3
#: A link of a web page: "Download high-quality image (338 K)".
_LINK: Final = re.compile(
    r"^\W*(?:Download|View|Open|Export|Save)\b[^.]{0,40}\b(?:image|figure|table|slide|PowerPoint|"
    r"article|PDF|citation|large|full[- ]size)\b[^.]{0,30}$",
    re.IGNORECASE,
)
#: Entries of a reference list that lost their blanks: "Acta Mater2000484709", "RoeAB Growth of".
_GLUED_ENTRY: Final = re.compile(
    r"[A-Za-z](?:19|20)\d{5,}|^\W*(?:[A-Z][a-zà-ÿ]{2,}[A-Z]{1,2})+(?:\s[A-Z]|\.)|"
    r"^\W*[A-Z][a-zà-ÿ]+[A-Z]\.(?:\s?-?[A-Z]\.)*,?\set al\."
)
#: LaTeX markup left over from a formula.
_MARKUP: Final = Rare(r"\\(?:documentclass|usepackage|setlength)\b")
#: Thanks to persons and funds.
_THANKS: Final = Rare(
    r"\b(?:(?:gratefully|kindly) (?:acknowledge|thank)\w*|(?:would like to|wish(?:es)? to) thank|"
    r"hospitality|sabbatical|financial(?:ly)? support\w*|grants? (?:no|number|agreement)\b)",
    re.IGNORECASE,
)
#: Headings of sections that report nothing of the work.
_BESIDE: Final = re.compile(
    r"^\W*(?:acknowledge?ments?|funding|(?:author|credit)\b.*\bcontributions?|"
    r"(?:conflicts?|declarations?|competing)\b.*\binterests?|author information|biograph\w+|"
    r"about the authors?|data availability\b.*|(?:most[ -])?(?:viewed|read|cited|downloaded)|"
    r"(?:related|recommended|similar|citing) (?:articles?|content|papers?|documents?|reading)|"
    r"(?:this article|you may also like|see also|classifications?|subject areas?))\W*$",
    re.IGNORECASE,
)


#: Numbers and units without a word: the labels of the curves of a figure.
_NUMBERS: Final = re.compile(r"^(?=.*\d.*\d)(?!.*(?!\band\b)[A-Za-z]{3})", re.DOTALL)


_ASIDES: Final = (_TICKS, _SHORT_NAMES, _LIFE, _LINK, _GLUED_ENTRY, _MARKUP, _THANKS)


#: Headings of the back matter in the paragraph of a paper that lost its headings: thanks, then
#: references.
_BACK_MATTER: Final = re.compile(
    r"^\W*(?:Acknowledge?ments?|References|Literature Cited|Bibliography)[:.]?\s(?=[A-Z\d\[(])"
)


def opens_back_matter(paragraph: str) -> bool:
    """Return whether a paragraph begins with the heading of the thanks or the reference list.

    >>> opens_back_matter("Acknowledgments The authors thank Roe. (1) Doe, A. Growth of ZnO.")
    True
    >>> opens_back_matter("References to zinc are rare.")
    False
    """
    return _BACK_MATTER.match(paragraph) is not None


@lru_cache(maxsize=1024)  # called for each finding of a sentence
def is_aside(text: str) -> bool:
    """Return whether a sentence is no prose: tick labels, short names, a link, a biography, thanks.

    >>> [is_aside(text) for text in ("0.0 0 10 20 20 h 24 h", "It was kept for 20 h.")]
    [True, False]
    >>> is_aside("Her research interests are catalysis and sensors.")
    True
    >>> is_aside("1.64, 1.69, 1.83, and 3.10 s."), is_aside("At 5 to 10 nm it was cut.")
    (True, False)
    >>> is_aside("RoeAB PoeC Growth of ZnO filmsActa Mater2000484709")
    True
    """
    if any(words.search(text) for words in (*_ASIDES, _NUMBERS)):
        return True
    return len(_ADDRESS.findall(text)) >= _ADDRESSES


def is_beside_work(section: tuple[str, ...]) -> bool:
    """Return whether a passage is in a section with a heading such as "Acknowledgments".

    >>> is_beside_work(("Acknowledgments",)), is_beside_work(("Acknowledgments", "Appendix"))
    (True, False)
    """
    return bool(section) and _BESIDE.match(section[-1]) is not None
