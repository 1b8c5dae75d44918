"""How prose goes on about one work or moves to the next: cue words at a sentence's start."""

from __future__ import annotations

import re

_ADVERB = (
    r"(?:(?:Indeed|Moreover|Furthermore|However|Nevertheless|Finally|Particularly|In particular|"
    r"Specifically|Additionally|In addition|Later on|Then|Here|Overall|Also|Thus|Therefore|Notably|"
    r"Interestingly|Importantly|Nonetheless|Similarly|For example|For instance|Instead)\s*,?\s+)?"
)
_THEY_FOUND = re.compile(
    r",\s+(?:they|the authors)\s+(?:also\s+)?"
    r"(?:observed|found|showed|reported|demonstrated|noted)\b"
)
_SAME_WORK = re.compile(
    rf"^{_ADVERB}(?:[Tt]hey|[Tt]he (?:same )?(?:authors?|group|team|researchers)|"
    r"[Ii]n (?:this|their|the same) (?:work|study|paper|case|system)|[Tt]heir|"
    r"[Tt]h(?:is|e same|ese|eir) (?:new )?(?:work|study|method|methodology|approach|process|"
    r"procedure|strategy|technique|synthesis|result|finding|discovery|"
    r"device|material|hetero|oxide|step|pooled|set)\w*|[Hh]ere\s*,|[Ww]ith this)\b"
)
_NEW_TOPIC = re.compile(
    r"^(?:In general|Generally|Overall|To date|Up to (?:date|now)|So far|Until now|"
    r"In the literature|Another|One (?:of|other|interesting|doubt|solution)|"
    r"Finally,? (?:one|another|the)|From the discussion|"
    r"As (?:mentioned|discussed|explained|already)|In addition to|In (?:the )?(?:near )?future|"
    r"In this (?:section|review|contribution)|Nevertheless,? (?:in general|much)|However,? more|"
    r"More recently|Recently|Only very recently|Remaining in|The concept of|Most of the|"
    r"Many (?:studies|examples)|Also,? in general|A second|First|Second|As for|"
    r"[A-Z][\w -]{2,40} is (?:another|certainly|also)(?: a)? (?:standard|widely|common|most))\b"
)
_COMPARISON = re.compile(
    r"(?:[Ss]imilar(?:ly)? to|[Aa]s (?:also )?(?:proposed|reported|shown|suggested) (?:also )?by|"
    r"[Ii]n contrast (?:to|with)|[Cc]ompared (?:to|with)|[Uu]nlike|[Cc]ontrary to)\s*"
    r"(?:the \w+ of\s+)?$"
)


def continues_work(sentence: str) -> bool:
    """Whether a sentence says that it goes on about the work before ("The authors showed ...").

    >>> continues_work("They also found it."), continues_work("Ligands are crucial.")
    (True, False)
    """
    return bool(_SAME_WORK.match(sentence.lstrip()) or _THEY_FOUND.search(sentence))


def opens_topic(sentence: str) -> bool:
    """Whether a sentence leaves the work before and speaks in general.

    >>> opens_topic("In general, ligands matter."), opens_topic("The mobility rose.")
    (True, False)
    """
    return bool(_NEW_TOPIC.match(sentence.lstrip()))


def is_comparison(before: str) -> bool:
    """Whether the words right before a name only compare with it ("Similarly to Roe et al.").

    >>> is_comparison("Similarly to "), is_comparison("reported by ")
    (True, False)
    """
    return bool(_COMPARISON.search(before))
