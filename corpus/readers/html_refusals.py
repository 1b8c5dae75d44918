"""Recognition of pages that a publisher sends instead of the article, by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import Paper, Passage
from corpus.readers.markup.tree import Element, descendants, text_of

#: Causes and the words of their pages; the first match counts.
_CAUSES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "checks for robots (CAPTCHA)",
        re.compile(
            r"just a moment|checking (?:if|your browser|the site connection)"
            r"|are you a (?:robot|human)"
            r"|captcha|verify(?:ing)? (?:that )?you are (?:a |not a )?(?:human|robot)|robot check"
            r"|unusual traffic|security check|human verification|ddos protection|automated access",
            re.IGNORECASE,
        ),
    ),
    (
        "asks for cookies",
        re.compile(
            r"(?:enable|accept|allow|requires?|support) (?:\w+ ){0,3}cookies|cookies? (?:\w+ ){0,3}"
            r"(?:disabled|not (?:enabled|supported)|required|absent|must be)|cookieabsent",
            re.IGNORECASE,
        ),
    ),
    (
        "needs JavaScript to show anything",
        re.compile(
            r"(?:enable|requires?|without|turn on|need to enable) javascript"
            r"|javascript (?:is|must be|has been) (?:disabled|required|enabled|not)",
            re.IGNORECASE,
        ),
    ),
    (
        "reports an error",
        re.compile(
            r"(?:\b|error )(?:400|401|403|404|410|429|500|502|503|504)\b[\s:–|-]{0,4}(?:\w+ ){0,2}"
            r"(?:error|not found|forbidden|denied|unavailable|gateway|unauthorized|request|gone)"
            r"|page (?:\w+ ){0,4}not (?:be )?found|(?:cannot|can't|could not|couldn't)"
            r" (?:be found|find)"
            r"|an error (?:has )?occurred|access (?:is |was )?denied|internal server error"
            r"|service (?:temporarily )?unavailable|object moved|bad gateway|too many requests"
            r"|problem providing the content|session (?:has )?expired|forbidden",
            re.IGNORECASE,
        ),
    ),
    (
        "asks to log in",
        re.compile(
            r"(?:sign|log) ?in (?:to|with|via|using|through|below|for)|please (?:sign|log) ?in"
            r"|shibboleth|openathens|institutional (?:login|sign ?in)"
            r"|forgot(?:ten)? (?:your )?password"
            r"|user ?name or (?:e-?mail|password)|single sign-on|access through your institution",
            re.IGNORECASE,
        ),
    ),
    (
        "offers the article for sale",
        re.compile(
            r"(?:purchase|buy|rent) (?:\w+ ){0,3}(?:article|access|pdf|chapter|paper|subscription)"
            r"|(?:get|check|request|purchase|full) access|subscri(?:be|ption) (?:\w+ ){0,4}"
            r"(?:required|content|access|read|continue)|do(?:es)? not have (?:\w+ ){0,3}access"
            r"|pay[- ]per[- ]view|add to cart|preview of subscription",
            re.IGNORECASE,
        ),
    ),
    (
        "only redirects to another page",
        re.compile(r"redirecting|you (?:are|will) be(?:ing)? redirected", re.I),
    ),
)
#: The fewest words of an article; pages of these kinds have fewer.
_FEW_WORDS = 300
#: The fewest words of an abstract.
_ABSTRACT_WORDS = 40
_OPENING = 3_000


def why_no_article(root: Element, paper: Paper) -> str:
    """Return why a page is not an article; ``""`` if it may be one.

    A page with at least the abstract or references is accepted.
    """
    prose = [p for p in paper.passages if p.kind in {"paragraph", "list_item", "caption"}]
    if sum(len(p.text.split()) for p in prose) >= _FEW_WORDS or paper.references:
        return ""
    if _has_abstract(prose):
        return ""
    titles = " | ".join(map(text_of, descendants(root, "title", "h1", "h2")))
    text = f"{titles} | {text_of(next(descendants(root, 'body'), root))[:_OPENING]}"
    refreshed = any(
        (meta.get("http-equiv") or "").lower() == "refresh" for meta in descendants(root, "meta")
    )
    found = next((cause for cause, words in _CAUSES if words.search(text)), "")
    cause = found or ("only redirects to another page" if refreshed and not prose else "")
    title = text_of(next(descendants(root, "title"), None))[:80]
    told = f" ({title})" if title else ""
    return f"a page that {cause}{told}, not the article" if cause else ""


def _has_abstract(prose: Sequence[Passage]) -> bool:
    return any(
        any(heading.lower().startswith(("abstract", "summary")) for heading in p.section)
        and len(p.text.split()) >= _ABSTRACT_WORDS
        for p in prose
    )
