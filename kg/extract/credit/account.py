"""Whether a document tells its own work, and where it turns to the work of others.

A review speaks for its references. A paper, an experimental section or an abstract speaks for
itself also where it cites: "deposited as reported earlier [21]" is this study's deposition. Only
a sentence that reports what others did is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import Paper, Passage
from kg.extract.credit.authors import NamedWork
from kg.extract.credit.discourse import comparison_at, is_contrasted, is_likened

_SURVEY = re.compile(
    r"\b(?:(?:[Tt]his|present|brief|short|critical|comprehensive) (?:mini-?)?"
    r"(?:review|perspective|overview|survey|feature article|progress report)|"
    r"[Ww]e (?:here )?(?:review|survey|summari[sz]e|give an overview))\b"
)
_SURVEY_TITLE = re.compile(r"\b(?:review|perspective|overview|progress|survey)s?\b", re.IGNORECASE)
_METHODS = re.compile(
    r"\W*(?:\d+(?:\.\d+)*\.?\s*)?(?:experimental(?: (?:section|details?|part|procedures?|methods?|"
    r"methodology|set-?up|conditions))?|(?:materials? and )?methods?(?: and materials?)?|"
    r"results?(?: and discussions?)?)\W*",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*\.?\s*)?(?:introduction|background|related work|state of the art)\b",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b[Ww]e\s+(?:(?:have|then|also|first|\w+ly)\s+)*(?:synthesi[sz]ed?|prepared?|fabricated?|"
    r"deposit(?:ed)?|grew|grow|measured?|characteri[sz]ed?|performed?|annealed|coated|employ(?:ed)?|"
    r"investigated?|observed?|found|used?)\b"
)
_OWN = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Ii]n (?:this|the present|the current) (?:work|study|paper|contribution)|"
    r"[Hh]erein|[Tt]he present (?:work|study))\b"
)
#: An earlier paper of the same people, which has a number of its own.
_EARLIER = re.compile(
    r"^(?:(?:\w+,\s+)?(?:[Ii]n|[Ff]rom) (?:our|a) (?:previous|earlier|prior|recent|preceding) "
    r"(?:work|study|paper|report|publication)s?\b|"
    r"(?:\w+,\s+)?we (?:have )?(?:previously|recently|earlier|already) (?:reported|showed|shown|"
    r"demonstrated|found)|(?:Previously|Recently|Earlier),? we\b)",
    re.IGNORECASE,
)
_REPORTS = (
    r"(?:report|show|demonstrat|found|find|observ|propos|suggest|develop|introduc|describ|"
    r"synthesi[sz]|prepar|gr[eo]w|deposit|fabricat|achiev|obtain|investigat|stud|us(?:ed|ing)|"
    r"determin|measur|calculat|attribut|conclud|establish|identif|employ)\w*"
)
_VERB_BEHIND = re.compile(rf"^\W*(?:\w+\s+){{0,3}}?{_REPORTS}\b")
_AGENT_BEFORE = re.compile(rf"\b{_REPORTS}(?:\s+\w+){{0,2}}\s+by\s+$")
_AS_TOLD = re.compile(
    r"^As (?:(?:was|has been|first|already|also|previously|recently)\s+)*(?:reported|shown|"
    r"demonstrated|observed|found|suggested|proposed)(?:\s+\w+ly)?\s+by\s+$"
)
_LEAD = re.compile(
    r"^(?:(?:(?:More |Only |Very )?[Rr]ecently|Previously|Earlier|Lately|First|Later|"
    r"In (?:19|20)\d\d),?\s*)?$"
)
_FOUND_BY_OTHERS = re.compile(
    r"\b(?:(?:has|have|had)\s+(?:(?:also|previously|recently|already|been|\w+ly)\s+)*been\s+"
    r"(?:(?:also|previously|recently|already|\w+ly)\s+)*(?:reported|shown|demonstrated|observed|"
    r"found|proposed|established|achieved|used|applied|investigated|studied|developed)|"
    r"(?:previous|earlier|prior|other|several|recent|some)\s+(?:studies|works?|reports?|groups|"
    r"authors|investigations|experiments)|in the literature|literature values?)\b",
    re.IGNORECASE,
)
_METHOD = re.compile(
    r"\b(?:following|according to|adapted from|modified from|analogous to|"
    r"(?:as|was|were|been|is|are)\s+(?:(?:previously|already|recently|fully|\w+ly)\s+)*"
    r"(?:reported|described|detailed|published|given|outlined)\s+"
    r"(?:previously|elsewhere|earlier|before|in detail|in (?:ref|our))|"
    r"as (?:\w+ly )?(?:reported|described|detailed|published|outlined)|"
    r"(?:previously|earlier) (?:reported|described|published|developed|established)|"
    r"(?:reported|described|published) (?:method|procedure|protocol|recipe|route|synthesis)|"
    r"(?:method|procedure|protocol|recipe|route|synthesis|approach|set-?up|reactor|technique|"
    r"model|conditions)s? (?:of|by|from|reported|described|developed|published|proposed|used)|"
    r"(?:our|the) (?:previous|earlier) (?:method|procedure|protocol|recipe|route|synthesis))\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:report|previous|earlier|literature|publish|et al|others|obtained (?:by|for|with|from)|"
    r"that of|those of|found (?:by|for|in))",
    re.IGNORECASE,
)


def tells_own_work(paper: Paper) -> bool:
    """Whether a document is an account of its own study rather than a survey of others.

    A text without a list; a paper with a methods section; one that does not call itself a review
    and whose authors say more than once what they did in the laboratory.
    """
    if not paper.references or any(
        _METHODS.fullmatch(heading) for p in paper.passages for heading in p.section
    ):
        return True
    if _is_survey(paper):
        return False
    return sum(len(_DOING.findall(p.text)) for p in paper.passages) > 1


def _is_survey(paper: Paper) -> bool:
    titles = " ".join(p.text for p in paper.passages if p.kind == "title")
    opening = " ".join([p.text for p in paper.passages if p.kind == "paragraph"][:6])
    return bool(_SURVEY_TITLE.search(titles) or _SURVEY.search(opening))


def is_introduction(passage: Passage) -> bool:
    """Whether a passage stands where a paper tells what others did."""
    return any(_INTRODUCTION.match(heading) for heading in passage.section)


def speaks_for_itself(text: str) -> bool:
    """Whether the words of a sentence say that it is about the document's own study.

    >>> speaks_for_itself("We filled the pores."), speaks_for_itself("In our earlier work, X fell.")
    (True, False)
    """
    return bool(_OWN.search(text)) and not is_earlier_work(text)


def is_earlier_work(text: str) -> bool:
    """Whether a sentence tells an earlier paper of the same people, not just its method.

    >>> (
    ...     is_earlier_work("In our earlier work, it fell."),
    ...     is_earlier_work("Our earlier method held."),
    ... )
    (True, False)
    """
    return bool(_EARLIER.match(text.strip()))


def borrows_method(text: str) -> bool:
    """Whether a citation only says where a method of this study comes from.

    >>> borrows_method("Dots were made as reported by Roe et al."), borrows_method("Dots were made")
    (True, False)
    """
    return bool(_METHOD.search(text))


def reports_others(text: str, works: Sequence[NamedWork], *, is_cited: bool) -> bool:
    """Whether a sentence of a document's own account reports what others did.

    >>> from kg.extract.credit.authors import find_named_works as names
    >>> told = "Roe et al. reported films of AlN."
    >>> reports_others(told, names(told), is_cited=False)
    True
    >>> used = "Films were grown following the recipe of Roe et al."
    >>> reports_others(used, names(used), is_cited=True)
    False
    """
    if is_earlier_work(text):
        return is_cited
    if any(_is_teller(text, work) for work in works):
        return True
    if speaks_for_itself(text) or borrows_method(text):
        return False
    if any(_is_agent(text, work) for work in works):
        return True
    return (is_cited or bool(works)) and bool(_FOUND_BY_OTHERS.search(text))


def _is_teller(text: str, work: NamedWork) -> bool:
    """ "Roe et al. showed that ...", "As shown by Roe et al., ..."."""
    if _AS_TOLD.match(text[: work.start]):
        return True
    return _is_subject(text, work) and bool(_VERB_BEHIND.match(text[work.end :]))


def _is_agent(text: str, work: NamedWork) -> bool:
    """ "... was first grown by Roe et al.", unless it is only compared with."""
    is_compared = comparison_at(text, 0, work.start) is not None
    return not is_compared and bool(_AGENT_BEFORE.search(text[: work.start]))


def _is_subject(text: str, work: NamedWork) -> bool:
    before = text[: work.start]
    if is_likened(before) or is_contrasted(before) or borrows_method(before):
        return False
    is_clause = before.rstrip().endswith((",", "that", "while", "whereas", ";"))
    return is_clause or bool(_LEAD.match(before))


def is_reported(tail: str) -> bool:
    """Whether a comparison is with what others reported ("than reported for CdS").

    >>> is_reported("than the 40 % reported for CdS"), is_reported("than at 80 °C")
    (True, False)
    """
    return bool(_REPORTED.search(tail))
