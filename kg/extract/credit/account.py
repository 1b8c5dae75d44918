"""Whether a document reports its own work, and which of its passages report that of others.

A review reports the work of its references. A paper, an experimental section or an abstract reports
its own; the introduction of a paper reports the work of others. In a text without a reference list,
each passage is judged by its marks: one that cites reports others' work, unless it is a procedure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.model import Paper, Passage
from kg.extract.credit.authors import cites_by_year
from kg.extract.credit.discourse import points_back
from kg.extract.credit.figures import is_borrowed
from kg.extract.credit.reports import shows_data
from kg.extract.text.sentences import Sentence, split_sentences

_SURVEY = re.compile(
    r"\b(?:(?:[Tt]his|present|brief|short|critical|comprehensive) (?:mini-?)?"
    r"(?:review|perspective|overview|survey|feature article|progress report)|"
    r"[Ww]e (?:here )?(?:review|survey|summari[sz]e|give an overview))\b"
)
_SURVEY_TITLE = re.compile(r"\b(?:review|perspective|overview|progress|survey)s?\b", re.IGNORECASE)
#: The number of a heading: "2.1", "IV.".
_NUMBER = r"(?:(?:\d+(?:\.\d+)*|[IVX]+)\.?\s*)?"
_METHODS = re.compile(
    rf"\W*{_NUMBER}(?:experiments?(?: and results)?|"
    r"experimental(?: (?:section|details?|part|procedures?|methods?|"
    r"methodology|set-?up|conditions))?|(?:materials? and )?methods?(?: and materials?)?|"
    r"results?(?: and discussions?)?)\W*",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(
    rf"^\W*{_NUMBER}(?:introduction|background|related work|state of the art)\b", re.IGNORECASE
)
#: Verbs for what a study does and a survey does not; "we show", "we present", "we describe" may be
#: either.
_DOING = re.compile(
    r"\b[Ww]e\s+(?:(?:have|had|can|then|also|first|here|now|next|further|therefore|\w+ly)\s+)*"
    r"(?:synthesi[sz]ed?|prepared?|fabricated?|deposit(?:ed)?|grew|grow|grown|measured?|"
    r"characteri[sz]ed?|performed?|annealed|coated|employ(?:ed)?|investigated?|observed?|found|"
    r"used?|report(?:ed)?|demonstrated?|proposed?|develop(?:ed)?|stud(?:y|ied)|calculated?|"
    r"simulated?|estimated?|determined?|obtain(?:ed)?|achieved?|built|explored?|transferred)\b"
)
_WAS = r"\b(?:was|were)\s+(?:(?:then|also|first|further|\w+ly)\s+)*"
#: Work at the bench, which only procedures report.
_BENCH = re.compile(
    rf"{_WAS}(?:added|stirred|dissolved|washed|dried|centrifuged|heated|cooled|purchased|rinsed|cleaned|"
    r"evacuated|purged|mixed|degassed|sonicated|ultrasonicated|filtered|injected|placed|immersed|"
    r"kept|collected|recorded|loaded|mounted|transferred|redispersed|precipitated|refluxed|sealed|"
    r"degreased|maintained|supplied|sputtered|polished|calibrated|performed|carried out)\b"
)
#: Verbs of making, in procedures and elsewhere.
_MADE = re.compile(
    rf"{_WAS}(?:deposited|grown|annealed|etched|patterned|evaporated|spin-coated|prepared|synthesi[sz]ed|"
    r"fabricated|soaked|diluted|calcined|activated|exposed|measured|acquired|analy[sz]ed|examined|"
    r"estimated|determined|investigated|evaluated)\b"
)


#: The number of sentences on work at the bench that make a procedure, under any heading.
_MUCH_DONE = 4


def tells_own_work(paper: Paper) -> bool:
    """Return whether a document reports its own study rather than surveying others.

    That is so for an excerpt, which cites few works and has no list; a paper with a methods
    section; a paper that neither calls itself a review nor cites as much as one, and whose authors
    state more than once what they did or found, or report a procedure at length; a letter without
    headings that reports in the passive voice what was made.
    """
    return not cites_throughout(paper) or _tells_a_study(paper) or _measures(paper)


def _measures(paper: Paper) -> bool:
    """Return whether a text reports at length, uncited, what was made or measured.

    Unlike a survey, its reference list is short and it borrows no figure.
    """
    if len(paper.references) >= _LONG_LIST or _is_survey(paper) or _borrows_figures(paper):
        return False
    sentences = (s for p in paper.passages for s in split_sentences(p) if not s.citations)
    return sum(bool(_MADE.search(s.text)) for s in sentences) > _MUCH_DONE


def _borrows_figures(paper: Paper) -> bool:
    return any(p.kind == "caption" and is_borrowed(p.text) for p in paper.passages)


def _tells_a_study(paper: Paper) -> bool:
    if any(_is_methods(p) for p in paper.passages):
        return True
    texts = [p.text for p in paper.passages]
    bench = sum(len(_BENCH.findall(text)) for text in texts)
    if _is_survey(paper) or (bench < _MUCH_DONE and _cites_like_a_review(paper)):
        return False
    doing = sum(len(_DOING.findall(text)) for text in texts)
    return doing > 1 or doing + bench >= _MUCH_DONE


#: The length of a reference list and the share of citing paragraphs from which a paper cites like a
#: review; the length of a shorter paragraph that is only a label.
_LONG_LIST, _MOST, _SHORT = 60, 0.7, 80


def _cites_like_a_review(paper: Paper) -> bool:
    paragraphs = [p for p in paper.passages if p.kind == "paragraph" and len(p.text) > _SHORT]
    citing = sum(bool(p.citations) for p in paragraphs)
    return len(paper.references) >= _LONG_LIST and citing >= _MOST * len(paragraphs)


#: The number of cited works from which a text cites throughout, and a lower one for a text that
#: cites in its introduction.
_MANY_CITED, _SOME_CITED = 10, 4


def cites_throughout(paper: Paper) -> bool:
    """Return whether a document cites others throughout, as papers do.

    It has a reference list, or it lost that list and still cites many works by their numbers, or
    some in its introduction.
    """
    cited = {n for p in paper.passages for citation in p.citations for n in citation.numbers}
    opens = any(p.citations and is_introduction(p) for p in paper.passages)
    return bool(paper.references) or len(cited) >= (_SOME_CITED if opens else _MANY_CITED)


def _is_methods(passage: Passage) -> bool:
    return any(_METHODS.fullmatch(heading) for heading in _chapter(passage))


def _is_survey(paper: Paper) -> bool:
    titles = " ".join(p.text for p in paper.passages if p.kind == "title")
    opening = " ".join([p.text for p in paper.passages if p.kind == "paragraph"][:6])
    return bool(_SURVEY_TITLE.search(titles) or _SURVEY.search(opening))


def is_introduction(passage: Passage) -> bool:
    """Return whether a passage is in the introduction, where a paper reports the work of others."""
    return any(_INTRODUCTION.match(heading) for heading in _chapter(passage))


#: A heading with the number of a chapter, not of a part of one.
_CHAPTER = re.compile(r"\W*(?:\d{1,2}|[IVX]+)\.?\s+(?!\d)\S")


def _chapter(passage: Passage) -> Sequence[str]:
    """Return the headings above a passage, from the heading of its chapter on.

    If a conversion mistook the heading of chapter 1 for the title, chapter 2 is nested in it.
    """
    at = [i for i, heading in enumerate(passage.section) if _CHAPTER.match(heading)]
    return passage.section[at[-1] if at else 0 :]


def reports_data(paper: Paper) -> bool:
    """Return whether a text without a list shows data or reports what was made, and seldom cites.

    So does a page from the results of a paper. A page from a review cites in most sentences.
    """
    sentences = [s for p in paper.passages for s in split_sentences(p)]
    own = [s.text for s in sentences if not (s.citations or cites_by_year(s.text))]
    return 2 * len(own) >= len(sentences) and any(
        shows_data(text) or _MADE.search(text) or _BENCH.search(text) for text in own
    )


def tells_others(sentences: Sequence[Sentence]) -> bool:
    """Return whether a passage of a text without a list cites and is no procedure.

    Such a passage reports the work of others. A procedure has one sentence without a citation on
    work at the bench, or two on what was made.
    """
    is_cited = any(s.citations or cites_by_year(s.text) for s in sentences)
    return is_cited and not _is_methods(sentences[0].passage) and not is_procedure(sentences)


#: Work at the bench in the present tense, and the amounts, times or temperatures of it.
_DONE_NOW = re.compile(
    r"\b(?:is|are)\s+(?:(?:then|also|first|further|and|\w+ly)\s+)*(?:added|stirred|dissolved|washed|"
    r"dried|centrifuged|heated|baked|rinsed|cleaned|degassed|sonicated|filtered|injected|immersed|"
    r"dipped|loaded|transferred|precipitated|spin-coated|annealed|soaked|blown|evaporated)\b"
)
_MEASURED = re.compile(r"\d\s?(?:°\s?C|◦\s?C|K|s|min|h|m[lL]|μ[lL]|rpm|%|nm|M|mM|mg|g)\b|\d\s?%")


def is_procedure(sentences: Sequence[Sentence]) -> bool:
    """Return whether the sentences of a passage without citations report work at the bench.

    A text in the present tense may explain a method in general, unless two sentences state a time,
    a temperature or an amount.
    """
    own = [s.text for s in sentences if not (s.citations or points_back(s.text))]
    made = sum(bool(_MADE.search(text)) for text in own)
    now = sum(bool(_DONE_NOW.search(text) and _MEASURED.search(text)) for text in own)
    return made > 1 or now > 1 or any(_BENCH.search(text) for text in own)
