"""Distinction of running text from names, addresses, dates and notices.

In doubt a line counts as prose: a line kept by mistake adds no claims, a dropped one is lost.
"""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
#: Lines of a publisher: dates, rights, email addresses, keywords. A date must follow "Received".
_NOTICE = re.compile(
    r"\(?(?:(?:Manuscript )?"
    r"(?:Received|RECEIVED|received|Revised|Accepted|Published|Submitted|Available)"
    rf"(?: online| in (?:final|revised) form)*[\s:,]*(?:\d|{_MONTH})|Article history"
    r"|(?:Keywords?|KEYWORDS?|Key words|Index [Tt]erms|PACS|E-?[Mm]ails?|DOI|doi)\b|Copyright|©"
    r"|Corresponding author|Present address|Cite this|Downloaded|To whom correspondence"
    r"|\*?Author to whom)"
)
#: Notes of a repository on the file: "This version was deposited by ..., see https://...".
_OF_THE_FILE = re.compile(
    r"This (?:document|version|article|manuscript|is (?:an?|the))\b.*"
    r"(?:https?://|copyright|©|licen[cs]ed?)",
    re.DOTALL,
)
#: A line that is nothing but a date or counts of readers: "Friday, May 3, 2019", "12 downloads".
_DATE_OR_COUNTS = re.compile(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?:\d{{1,2}}\s+)?{_MONTH}[a-z]*\.?"
    r"(?:\s+\d{1,2})?,?\s+(?:19|20)\d\d"
    r"|(?:\d[\d.,]*[kKM]?\s+(?:\w+\s+)?(?:downloads?|views?|reads?|shares?|citations?)[\s,;|·•]*)+"
    r"(?:\d[\d.,]*\s?[kKM]B(?:\s+size)?)?",
    re.IGNORECASE,
)
_ELECTRONIC = re.compile(r"\S@\S+\.\w|https?://|\bORCID\b")
#: Function words, which are frequent in sentences and rare in addresses.
_BETWEEN = frozenset(
    (
        "a an are as at by can for from has have in is it its on that the their these this to was"
        " we were which with"
    ).split()
)
_FEWEST_WORDS = 3
_UNSTOPPED_WORDS = 6


def is_notice(text: str) -> bool:
    """Return whether a line is a publisher's notice: a date, rights, keywords, an email address.

    >>> is_notice("Friday, May 3, 2019"), is_notice("12 downloads 3 Views 1.2MB Size")
    (True, True)
    >>> is_notice("May 2019 was warm"), is_notice("12 downloads of films")
    (False, False)
    """
    text = text.strip()
    found = _NOTICE.match(text) or _OF_THE_FILE.match(text) or _DATE_OR_COUNTS.fullmatch(text)
    return found is not None


def is_prose(text: str) -> bool:
    """Return whether a text is sentences rather than names, addresses, mastheads or notices.

    >>> is_prose("Films were grown at 225 °C.")
    True
    >>> is_prose("Department of Materials, Northern College, Northern, Ohio 44000")
    False
    """
    text = text.strip()
    words = _WORD.findall(text)
    if len(words) < _FEWEST_WORDS or is_notice(text):
        return False
    if _ELECTRONIC.search(text) and len(words) < 3 * _UNSTOPPED_WORDS:
        return False
    small = sum(word[0].islower() for word in words)
    between = sum(word.lower() in _BETWEEN for word in words)
    is_stopped = text.endswith((".", "!", "?", ".”", ".)")) or len(words) >= _UNSTOPPED_WORDS
    is_sentence = 4 * small >= 3 * len(words) or (between > 0 and 2 * small >= len(words))
    return is_stopped and is_sentence
