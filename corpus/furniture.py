"""Recognition of text that publishers, sites and converters put around an article, in any format.

Examples are banners ("RESEARCH ARTICLE | MAY 3 2019"), buttons ("Check for updates"), marks of
pictures, and lists of other articles ("You may also like"), whose titles must not be read as
statements of this article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from corpus.model import Span
from corpus.prose import is_notice

#: Headings of lists of other articles: patterns of the whole heading, to match in any case.
OTHER_ARTICLES = (
    r"articles? (?:that )?you (?:may|might) (?:also )?be interested in"
    r"|(?:you|readers) (?:may|might|who read this) (?:also )?(?:like|be interested in|read).{0,20}"
    r"|people also read|more by .{0,30}|most (?:read|cited|downloaded).{0,20}"
    r"|cited by.{0,20}|citing articles?.{0,20}|recent citations"
    r"|(?:recommended|related|similar|suggested|further)"
    r"(?: (?:articles?|content|reading|papers?|articles in .*))?"
)
#: Texts of buttons that never make up a whole sentence.
BUTTONS = (
    r"(?:click|check) for updates|cross ?mark"
    r"|(?:view|read|see) (?:the )?(?:article )?online(?: for updates(?: and enhancements)?)?"
    r"|view (?:larger|large|full-?size|full size|all|more|in article|(?:the )?article|pdf|figure)"
    r"(?: (?:version|image|table|figure))?:?"
    r"|(?:export|get|view/?save) citation|cite this(?: article)?"
    r"|(?:get|check|purchase|buy|request|reprints? and) (?:access|permissions?|article)"
    r"|open access|free access|full access|track citations|add to (?:favorites|favourites)"
    r"|search for more papers by this author|back to top|turn (?:on|off) mathjax"
    r"|author links open overlay panel|full publication history|explore this journal ?>?"
)
_KIND = r"(?:article|paper|letter|communication|review|report|perspective|feature)"
_DATE = r"(?:\d{1,2} )?[A-Za-z]{3,9}\.?(?: \d{1,2},?)? (?:19|20)\d\d"
_BANNER = re.compile(
    rf"(?:(?:full|original|regular|review|invited|short|rapid|research|featured?|topical|mini"
    rf"|scientific|open access)[ -]){{0,2}}{_KIND}(?:\s*[|•·]\s*{_DATE})?"
    rf"|article info(?:rmation)?|(?:{BUTTONS})[.»>]?",
    re.IGNORECASE,
)
_OTHERS = re.compile(rf"(?:{OTHER_ARTICLES})[.:»>]*", re.IGNORECASE)
#: A mark of emphasis or of a heading around a whole line.
_MARKS = " \t#*_"
_PICTURE = re.compile(r"\s*(?:<!--[^<>]{0,80}-->\s*|!\[[^\]]{0,12}\]\([^()\s]{1,300}\)\s*)+")
#: The letter of a panel, which converters set below the picture: "(a)", "b".
_PART = re.compile(r"\s*[(（]?[A-Za-z][)）]?\s*")
#: The end of a sentence; "Doe et al." is a line of a list.
_ENDED = re.compile(r"(?:[a-z)\]]{2}|\d\d)(?<!\bet al)[.!?][\"'”’)]*\s*$")
_LONGEST_BANNER = 60
_LONGEST_TEXT_OF_OTHERS = 400
#: The most lines of a list of other articles.
_MOST_LINES = 40


def is_banner(line: str) -> bool:
    """Return whether a line is a button or only names the kind of an article.

    >>> is_banner("## RESEARCH ARTICLE | MAY 3 2019"), is_banner("Article on shells")
    (True, False)
    """
    plain = line.strip(_MARKS)
    is_set_apart = plain[:1].isupper() and len(plain) <= _LONGEST_BANNER
    return is_set_apart and _BANNER.fullmatch(plain) is not None


#: A line across the page, or below a heading.
_RULE = re.compile(r"\s*(?:-{3,}|={3,}|\*{3,}|_{3,}|\*(?: \*){2,}|-(?: -){2,}|_(?: _){2,})\s*")


def text_lines(raw: str, lines: Sequence[Span]) -> list[Span]:
    """Return the lines except banners, buttons, pictures and rules.

    A picture or a rule is replaced by a blank line.
    """
    kept: list[Span] = []
    is_below_picture = False
    for line in lines:
        text = raw[slice(*line)]
        is_picture = _PICTURE.fullmatch(text) is not None
        is_below_picture = is_picture or (is_below_picture and _PART.fullmatch(text) is not None)
        is_rule = _RULE.fullmatch(text) is not None
        if not (is_below_picture or is_rule or is_banner(text)):
            kept.append(line)
        elif is_picture or is_rule:
            kept.append((line[0], line[0]))
    return kept


def without_others(raw: str, lines: Sequence[Span], level: Callable[[str], int]) -> list[Span]:
    """Return the lines outside lists of other articles; ``level`` gives a heading's depth or 0."""
    others = set(_of_others(raw, lines, level))
    return [line for line in lines if line not in others]


def _of_others(raw: str, lines: Sequence[Span], level: Callable[[str], int]) -> Iterator[Span]:
    """Yield the lines of lists of other articles; a list ends at a heading, a notice or a sentence.

    A sentence may span the lines of a paragraph, except in the paragraph where the list begins.
    """
    left = 0
    for is_printed, group in groupby(lines, lambda line: bool(raw[slice(*line)].strip())):
        spans = list(group)
        texts = [raw[slice(*line)].strip() for line in spans]
        begins_here = False
        for at, text in enumerate(texts if is_printed else ()):
            if _is_heading_of_others(text):
                left, begins_here = _MOST_LINES, True
            elif left:
                following = text if begins_here else " ".join(texts[at:])
                is_over = level(text) or is_notice(text) or _is_text(following)
                left = 0 if is_over else left - 1
            if left:
                yield spans[at]


def _is_heading_of_others(text: str) -> bool:
    plain = text.strip(_MARKS)
    return " " in plain and plain[:1].isupper() and _OTHERS.fullmatch(plain) is not None


def _is_text(text: str) -> bool:
    return len(text) > _LONGEST_TEXT_OF_OTHERS or _ENDED.search(text) is not None
