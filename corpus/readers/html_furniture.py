"""Parts of a publisher's page outside the article: menus, buttons, banners, other papers.

They are recognised by the kind of an element, its role, its class or id, its whole text, and by the
heading of a section. The names are those of the publishers' platforms (Atypon, Silverchair,
HighWire, ScienceDirect, SpringerLink, IOPscience, RSC, MDPI, PubMed Central).
"""

from __future__ import annotations

import re
from itertools import islice

from corpus.furniture import BUTTONS, OTHER_ARTICLES
from corpus.readers.markup.tree import Element, descendants, name_of, text_of

_ELEMENTS = frozenset(
    "script style noscript template svg nav footer button input select textarea iframe object"
    " canvas img audio video head annotation annotation-xml map dialog".split()
)
#: Elements outside the article unless they contain it: some sites put the whole page into a form.
_BOXES = frozenset({"form", "aside"})
_WHOLE = frozenset({"html", "body", "main", "article"})
_INLINE = frozenset("a span strong b em i sup sub small u font".split())
_WORD = re.compile(r"\w")
#: The fewest paragraphs of an article, and their fewest characters.
_MANY, _LONG_PARAGRAPH = 3, 300
_ROLES = frozenset(
    "navigation complementary search banner contentinfo dialog alertdialog menu menubar"
    " toolbar tooltip tablist".split()
)
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)

#: Parts of classes and ids that occur only outside the article, each at word boundaries.
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:"
    r"(?:cookies?|consent|gdpr|onetrust)[\w-]*"
    r"|(?:newsletter|paywall|altmetric|breadcrumb|sidebar)s?"
    r"|(?:social|share|sharing)(?:[_-]?(?:links?|buttons?|bar|this|tools?|block|icons?|menu))?"
    r"|article[_-]?(?:tools?|toolbar|metrics|nav|navigation|actions?)"
    r"|cited[_-]?by(?:[_-]\w+)?|citing[_-]articles?"
    r"|(?:recommended|related|suggested|further|trending|popular|similar)[_-]?"
    r"(?:articles?|content|reading|literature|papers?|links?|products?|stories)"
    r"|recommend(?:ations?|er)|advert(?:s|isement|ising)?|skip[_-]?links?|jump[_-]?(?:links?|to)"
    r"|(?:author|contributor|affiliation|contrib)[_-]?(?:info|information|notes?|list|group|s)"
    r"|author[_-]?(?:name|names|xref|affiliations?|affils?)|aff(?:iliation)?s?(?:[_-]list)?"
    r"|corresp(?:ondence)?(?:[_-]\w+)?|loa(?:[_-]\w+)?|accordion[_-]tabbed"
    r"|article[_-]?history|pub[_-]?history|publication[_-]?history|copyright"
    r"|download(?:s|[_-]\w+)?|figure[_-]?(?:links?|viewer|tools?|download)|fig[_-]?links?"
    r"|(?:powerpoint|ppt)[_-]?\w*|slide[_-]?\w+|pdf[_-]?links?|modal|popup|popover|tooltip"
    r"|(?:ref|reference|citation|bib)[_-]?(?:overlay|popup|preview|tooltip)"
    r"|visually[_-]?hidden|screen[_-]?reader[_-]?(?:only|text)|sr[_-]?only|u[_-]hide"
    r")(?=$|\s)",
    re.IGNORECASE,
)
#: Whole texts of links and buttons that are not marked as such.
_LABELS = re.compile(
    rf"(?:{BUTTONS}|open (?:in )?(?:a )?(?:new (?:tab|window)|figure(?: viewer)?)"
    r"|(?:download|save)(?: (?:as )?(?:power ?point|ppt|figure|image|slide|original|hi-?res"
    r"|high-res|full-size|csv|pdf|references?|citations?)(?: (?:slide|image|as .{3,12}))?)?"
    r"|power ?point|ppt|high-?resolution"
    r"|(?:full[- ]size|large|high-res(?:olution)?)(?: (?:image|table|figure|version).{0,24})?"
    r"|(?:enhanced|standard|full[- ]text) pdf(?: \([\d.]+ [kmg]b\))?|pdf"
    r"|sign in|log ?in|register"
    r"|cited by:? ?\d*(?: articles?)?|corresponding author|show (?:more|all|less)|top"
    r"|go to:?|jump to.{0,30}|next|previous|share|tweet|cite"
    r"|funding information|supporting info(?:rmation)? ?>?>?"
    r"|this article references \d+ other publications?\.?"
    r"|figures? options|table options"
    r"|article views|altmetric|citations|metrics|collapse|expand|close|loading\.*|menu)[\s.|»>]*",
    re.IGNORECASE,
)
_LABELLED = frozenset("a span li p div ul strong b em i h4 h5 h6 figcaption".split())
_LONGEST_LABEL = 60
#: Headings of parts about the article, or about other articles.
_OTHER_PARTS = re.compile(
    rf"{OTHER_ARTICLES}"
    r"|(?:recommended|related|similar|suggested|further) (?:literature|links?|information|products?"
    r"|topics?|searches)"
    r"|articles? (?:metrics|information|history|views|options|outline|tools|recommendations)"
    r"|(?:metrics|altmetric|copyright|subscribe|sign (?:in|up)|log ?in|share).{0,30}"
    r"|author(?:s|'s)?(?: (?:information|affiliations?|notes?|details?|biograph(?:y|ies)"
    r"|contributions?|footnotes))?|affiliations?|authors and affiliations|about the authors?"
    r"|about this article|cite this(?: article| paper)?|how to cite.{0,20}|downloads?"
    r"|rights and permissions?|reprints? and permissions?|permissions?|publisher'?s note"
    r"|navigation|main navigation|extra navigation|search|menu|outline|table of contents"
    r"|in this (?:article|issue|page)|on this page|links?|resources|actions|tools|information"
    r"|figures?(?: (?:and|&) tables?)?|tables?|media|at a glance|editor'?s summary|comments?"
    r"|your (?:privacy|cart|account).{0,20}|(?:we value your|cookie|privacy).{0,40}"
    r"|change history|journals? (?:home|info).{0,20}|advertisement"
    r"|corresponding authors?|author details|competing (?:financial )?interests?",
    re.IGNORECASE,
)


def is_furniture(element: Element) -> bool:
    """Return whether an element of a page is not part of the article's text."""
    name = name_of(element)
    if name in _ELEMENTS or element.get("role") in _ROLES or _is_hidden(element):
        return True
    if name in _LABELLED and _is_label(element):
        return True
    called = f"{element.get('class') or ''} {element.get('id') or ''}"
    is_called = name not in _WHOLE and _NAMES.search(called.strip()) is not None
    return (is_called or name in _BOXES) and not _is_article_text(element)


def is_other_part(heading: str) -> bool:
    """Return whether a heading is that of a part outside the article.

    >>> is_other_part("Cited By (12)"), is_other_part("Related work on shells")
    (True, False)
    """
    return _OTHER_PARTS.fullmatch(heading.strip(" .:»>")) is not None


def _is_hidden(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or _HIDDEN.search(element.get("style") or "") is not None
    )


def _is_article_text(element: Element) -> bool:
    """Return whether a box contains long paragraphs, which no menu does, whatever its name."""
    long = (p for p in descendants(element, "p") if len(text_of(p)) >= _LONG_PARAGRAPH)
    return sum(1 for _ in islice(long, _MANY)) == _MANY


def _is_label(element: Element) -> bool:
    """Return whether an element is a button and not a link within a sentence."""
    text = ""
    for piece in element.itertext():
        text += str(piece)
        if len(text) > 4 * _LONGEST_LABEL:  # room for the blanks of the layout
            return False
    text = " ".join(text.split())
    is_worded = 0 < len(text) <= _LONGEST_LABEL and _LABELS.fullmatch(text) is not None
    return is_worded and _stands_alone(element)


def _stands_alone(element: Element) -> bool:
    """Return whether no words are directly before or after an element in its line."""
    at: Element | None = element
    while at is not None and name_of(at) in _INLINE:
        parent, before = at.getparent(), at.getprevious()
        ahead = before.tail if before is not None else parent.text if parent is not None else ""
        if _WORD.search(f"{ahead or ''} {at.tail or ''}"):
            return False
        at = parent
    return True
