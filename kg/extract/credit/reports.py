"""References to others in a document's own account: to their findings or to their methods.

Each table is a list of wordings; the table of crediting cases has a case for and a case against
each. "Deposited as reported earlier [21]" is this study's deposition; "it has been reported that
bare films oxidize [87]" is a finding of others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.context.openings import WORK
from kg.extract.credit.authors import NamedWork
from kg.extract.credit.discourse import comparison_at, is_contrasted, is_likened
from kg.extract.text.rare import Rare

_OWN = re.compile(
    rf"\b(?:[Ww]e|[Oo]ur|[Ii]n (?:this|the present|the current) {WORK}|"
    r"[Hh]erein|[Tt]he present \w+)\b"
)
#: A phrase that limits a statement and does not refer to a study.
_KNOWLEDGE = re.compile(r"\b[Tt]o (?:the best of )?our (?:best )?knowledge\b")
#: The opening of a sentence that turns from others to the document's own study.
_HERE = re.compile(r"^Here,?\s")
_FIGURE = Rare(r"\b(?:Figures?|Figs?\.?|Tables?|Schemes?)\s?S?\d")
_SEEN = r"(?:seen|observed|noted|noticed|shown|found|inferred|concluded|deduced)"
_SHOW = r"(?:show|exhibit|reveal|indicate|display|confirm|demonstrate|suggest|present|contain)s?\b"
_PLOT = (
    r"(?:patterns?|spectr(?:a|um)|curves?|images?|micrographs?|scans?|profiles?|plots?|peaks?|"
    r"diffractograms?|isotherms?|traces?|measurements?|characteristics|results?)"
)
_THINGS = (
    r"(?:samples?|specimens?|films?|layers?|devices?|cells?|electrodes?|particles|nanocrystals|"
    r"dots|powders?|coatings?|catalysts?|transistors?|capacitors?)"
)
#: Statements on data that are shown, or on samples that were introduced before.
_DATA = Rare(
    rf"\b(?:(?:[Ii]t|[Aa]s) (?:can|could) (?:\w+ )?be (?:\w+ly )?{_SEEN}|"
    rf"[Aa]s {_SEEN} (?:in|from|by) the\b|(?:[Aa]s )?(?:presented|discussed|described|mentioned|"
    r"explained|stated|shown) (?:above|below|later|in the (?:following|next|previous|last) \w+)|"
    rf"[Tt]he (?:[\w-]+ ){{0,3}}{_PLOT} (?:of (?:[\w-]+ ){{1,6}}?)?(?:\w+ly )?{_SHOW}|"
    r"[Ff]or (?:these|the present) (?:stud(?:y|ies)|experiments?|measurements?|tests?)\b|"
    r"[Aa]s-(?:deposited|grown|prepared|synthesi[sz]ed|made|obtained)\b|"
    r"(?:[Aa]ll|[Bb]oth|[Ee]ach) (?:of )?(?:the |these |two |three |four |five |"
    rf"six )*(?:[\w-]+ ){{0,2}}{_THINGS}\b|(?:[Tt]he|[Tt]hese) (?:two|three|four|five|"
    rf"six) (?:[\w-]+ )?{_THINGS}\b|[Tt]he \d[\d.]*[ -]?(?:°C|K|nm|Å|cycles?|min|h|"
    rf"%)[ -](?:[\w-]+ ){{0,3}}{_THINGS}\b)"
)
#: References to a place with more details.
_POINTER = re.compile(
    r"\b(?:details?|descriptions?|information|account)\b[^.;]*\b(?:found|given|described|reported|"
    r"published|available|provided|presented)\b",
    re.IGNORECASE,
)
#: Verbs for what somebody did or found.
_REPORTS = (
    r"(?:report|show|demonstrat|found|find|observ|propos|suggest|develop|introduc|describ|"
    r"synthesi[sz]|prepar|gr[eo]w|deposit|fabricat|achiev|obtain|investigat|stud|us(?:ed|ing)|"
    r"determin|measur|calculat|attribut|conclud|establish|identif|employ|mention|publish|explor|"
    r"appl(?:y|ied))\w*"
)
#: References to an earlier paper of the same authors, which has a number of its own.
_EARLIER = re.compile(
    r"^(?:(?:\w+,?\s+)?(?:[Ii]n|[Ff]rom) (?:our|a) (?:previous|earlier|prior|recent|preceding) "
    r"(?:\w+ )?(?:work|study|paper|report|publication)s?\b|"
    r"(?:\w+,\s+)?(?:we|our group|our team|our laboratory|the authors) (?:have |has |had )?"
    r"(?:previously|recently|earlier|already) \w+|"
    r"(?:Previously|Recently|Earlier),? (?:we|our group)\b|"
    rf"our (?:group|team|laboratory)\b[^.;]{{0,40}}?\b(?:has|have) (?:\w+ly )?{_REPORTS}|"
    r"we have [^.;]*\b(?:before|previously|earlier)\W*$)",
    re.IGNORECASE,
)
_VERB_BEHIND = re.compile(rf"^\W*(?:\w+\s+){{0,3}}?{_REPORTS}\b")
_AGENT_BEFORE = re.compile(rf"\b{_REPORTS}(?:\s+\w+){{0,2}}\s+by\s+$")
_AS_TOLD = re.compile(
    r"^As (?:(?:was|has been|first|already|also|previously|recently)\s+)*(?:reported|shown|"
    r"demonstrated|observed|found|suggested|proposed)(?:\s+\w+ly)?\s+by\s+$|^According to\s+$"
)
#: A phrase before the subject: "In a study of films Roe et al. found".
_PHRASE = re.compile(r"^(?:In|At|For|During|From|On)\s(?!contrast|line|agreement)[^,;.]*(?<!of) $")
_TELLS_AT_ONCE = re.compile(rf"^\W*(?:\[[^\]]*\]\W*)?(?:have |has |also |\w+ly )*{_REPORTS}\b")
_LEAD = re.compile(
    r"^(?:(?:(?:(?:More |Only |Very )?[Rr]ecently|Previously|Earlier|Lately|First|Later|"
    r"In (?:19|20)\d\d),?|[A-Z][\w-]+(?:\s(?!of\s|by\s|to\s|with\s)[a-z][\w-]+){0,3})\s*)?$"
)
_PEOPLE = (
    r"(?:stud(?:y|ies)|research(?:es)?|works?|reports|groups|authors|researchers|attempts|efforts|teams|papers|"
    r"publications|laboratories)"
)
_OTHERS = r"(?:previous|earlier|prior|other|several|recent|some|many|numerous|various|former|later)"
#: One such account: "an earlier study", "Previous work on CoPt".
_ONE_OF_OTHERS = (
    r"(?:(?:\ban?|another|one)\s+(?:previous|earlier|prior|recent|former|later|different)|"
    r"(?:previous|earlier|prior)|an?\s+(?:previously|recently)\s+(?:published|reported))"
    r"\s+(?:\w+\s+)?(?:study|work|report|paper|investigation)"
)
_FOUND_BY_OTHERS = re.compile(
    r"\b(?:(?:has|have|had)\s+(?:(?:also|previously|recently|already|been|\w+ly)\s+)*been\s+"
    r"(?:(?:also|previously|recently|already|\w+ly)\s+)*(?:reported|shown|demonstrated|observed|"
    r"found|proposed|established|achieved|used|applied|investigated|studied|developed)|"
    rf"{_OTHERS}\s+(?:\w+\s+)?(?:{_PEOPLE}|investigations|experiments)|{_ONE_OF_OTHERS}|"
    r"(?:previous|earlier|prior)\s+(?:[\w-]+\s+){0,4}(?:measurements|observations|findings|results)"
    r"\s[^.;,]{0,60}?\b(?:show|prove|reveal|demonstrat|indicat|suggest|found)\w*|"
    r"(?:only )?(?:one|two|three|a few|few) (?:stud(?:y|ies)|reports?|papers?|groups?) "
    r"(?:have |has )?(?:reported|showed|shown|demonstrated|found|achieved)|"
    r"it (?:was|is) (?:\w+ly |also )?(?:reported|known|established|proposed) that|"
    r"(?:was|were|is|are) (?:\w+ly )?(?:shown|reported) to\b|"
    r"(?:was|were) (?:previously|earlier|recently) (?:observed|shown|found|demonstrated|reported)|"
    r"^these (?:works|stud(?:y|ies)|reports|papers)|in the literature|"
    r"literature values?)\b",
    re.IGNORECASE,
)
#: Findings of others without a number, which cannot be credited to a study.
_UNNUMBERED = Rare(
    rf"\b(?:it (?:has|had) (?:\w+ly |also )?been (?:\w+ly |also )?(?:reported|suggested|proposed|"
    r"established|(?:shown|demonstrated|observed|found) (?:before|earlier|elsewhere)) that|"
    r"(?:has|have|had|was|were)\s+(?:been\s+)?(?:previously|earlier|already)\s+(?:been\s+)?"
    r"(?:reported|shown|demonstrated|published|observed|noted)|"
    r"(?:is|are|was|were|has been|have been)\s+(?:\w+ly\s+)?reported\s+to\b|"
    rf"(?:{_OTHERS}\s+(?:\w+\s+)?{_PEOPLE}|{_ONE_OF_OTHERS})\s+"
    rf"(?:(?:have|has|had|also|\w+ly)\s+)*{_REPORTS}|{_ONE_OF_OTHERS}\s+(?:to|on|at|of|with)\b|"
    rf"(?:previous|earlier|prior|first)\s+{_PEOPLE}\s+(?:to|on|at|of|with)\b)",
    re.IGNORECASE,
)
#: The same, or the document's own: an abstract may report its findings in this way.
_UNNUMBERED_OR_OWN = re.compile(
    r"^(?:\w+, )?it (?:has|had) (?:\w+ly |also )?been (?:\w+ly |also )?"
    r"(?:shown|demonstrated) that\b",
    re.IGNORECASE,
)
#: An example that cites is one of others, unless it shows a figure.
_EXAMPLE = re.compile(r"(?:As an example|For (?:example|instance)),")
_METHOD = Rare(
    r"\b(?:following|according to|adapted from|modified from|analogous to|"
    r"(?:as|was|were|been|is|are)\s+(?:(?:previously|already|recently|fully|"
    r"\w+ly)\s+)*(?:reported|described|detailed|published|given|outlined)\s+(?:previously|"
    r"elsewhere|earlier|before|in detail|in (?:ref|our))|as (?:\w+ly )?(?:reported|described|"
    r"detailed|published|outlined)|(?:reported|described|detailed|published|outlined|"
    r"given) in (?:an?|our|the) (?:previous|earlier|prior|recent) (?:study|work|report|paper|"
    r"publication)|(?:previously|earlier) (?:reported|described|published|developed|"
    r"established)(?!\s(?:\w+\s)?(?:study|work|report|paper|investigation)\b)|"
    r"(?:reported|described|published) (?:method|procedure|protocol|recipe|route|synthesis)|"
    r"(?:method|procedure|protocol|recipe|route|synthesis|approach|set-?up|reactor|technique|"
    r"model|conditions)s? (?:of|by|from|reported|described|developed|published|proposed|used|"
    r"adopted|established|introduced)|(?:based|modell?ed|developed) (?:based )?(?:up)?(?:on|from) "
    r"(?:an?|the|our) (?:[\w-]+ ){0,4}(?:method|procedure|protocol|recipe|route)s?|"
    r"(?:our|the) (?:previous|earlier) (?:method|procedure|protocol|recipe|route|synthesis))\b",
    re.IGNORECASE,
)
#: Things that a study borrows: a mark right after one gives its source.
_BORROWED = re.compile(
    r"\b(?:methods?|procedures?|protocols?|recipes?|reactors?|set-?ups?|apparatus|programs?|"
    r"software|codes?|reduction)$",
    re.IGNORECASE,
)
_DONE = re.compile(r"\b(?:was|were)\s+(?:\w+ly\s+)?(?:\w+(?:ed|wn|en)|made|built)\b")
#: Words and signs after which a clause begins.
_OPENERS = (",", ";", "that", "while", "whereas", "because", "since", "as", "although")
#: The most characters between "than" or "close to" and the object of the comparison.
_NEAR = 40
#: A relative clause on what others found about the thing before it.
_WHICH_WAS_FOUND = (
    r"\bwhich (?:has been|have been|was|were) (?:\w+ly )?"
    r"(?:shown|found|observed|measured|reported)\b"
)
_FOUND_OF_IT = re.compile(rf"{_WHICH_WAS_FOUND}[^,;]*$")
_REPORTED = re.compile(
    r"\b(?:report|previous|earlier|literature|publish|et al|others|refs?\b|"
    r"obtained (?:by|for|with|from)|that of|those of|found (?:by|for|in))|" + _WHICH_WAS_FOUND,
    re.IGNORECASE,
)


def speaks_for_itself(text: str) -> bool:
    """Return whether the words of a sentence refer to the document's own study.

    >>> speaks_for_itself("We filled the pores."), speaks_for_itself("In our earlier work, X fell.")
    (True, False)
    """
    return bool(_OWN.search(_KNOWLEDGE.sub("", text))) and not is_earlier_work(text)


def turns_to_itself(text: str) -> bool:
    """Return whether a sentence without a mark turns from others to the document's own study.

    >>> turns_to_itself("Here rhodium is grown."), turns_to_itself("The films here are cut.")
    (True, False)
    """
    return bool(_HERE.match(text.lstrip())) or speaks_for_itself(text)


def shows_own_figure(text: str) -> bool:
    """Return whether a sentence refers to a figure or table, which in an own account is its own.

    >>> shows_own_figure("Figure 1c shows the cubic lattice."), shows_own_figure("Figures matter.")
    (True, False)
    """
    return bool(_FIGURE.search(text))


def shows_data(text: str) -> bool:
    """Return whether a sentence is on data that are shown, or on samples introduced before.

    >>> shows_data("The spectra show one peak."), shows_data("Spectra show one peak.")
    (True, False)
    >>> shows_data("Both films are smooth."), shows_data("Films are smooth.")
    (True, False)
    """
    return bool(_FIGURE.search(text) or _DATA.search(text))


def points_to_details(text: str) -> bool:
    """Return whether a sentence refers to further details of the work: "Details are given in"."""
    return bool(_POINTER.search(text))


def own_words_at(text: str) -> tuple[int, ...]:
    """Return the offsets of the words that refer to the document's own study.

    >>> own_words_at("As glass cracks, we use steel.")
    (17,)
    """
    return tuple(match.start() for match in _OWN.finditer(text))


def is_earlier_work(text: str) -> bool:
    """Return whether a sentence reports an earlier paper of the same authors, not just its method.

    >>> [is_earlier_work(text) for text in ("Our group has grown it before.", "Our method held.")]
    [True, False]
    """
    return bool(_EARLIER.match(text.strip()))


def borrows_method(text: str) -> bool:
    """Return whether a citation only gives the source of a method of this study.

    >>> borrows_method("Dots were made as reported by Roe et al."), borrows_method("Dots were made")
    (True, False)
    """
    return bool(_METHOD.search(text))


def does_with_borrowed(text: str, marks: Sequence[int]) -> bool:
    """Return whether a sentence reports own work, and cites only for its method or tool.

    >>> does_with_borrowed("Oxide was made by the Hummers method.", [36])
    True
    >>> does_with_borrowed("Oxide has been made by the Hummers method.", [41])
    False
    """
    is_borrowed = borrows_method(text) or any(
        _BORROWED.search(text[:at].rstrip(" .,;")) for at in marks
    )
    return is_borrowed and bool(_DONE.search(text))


def reports_others(text: str, works: Sequence[NamedWork], *, is_cited: bool) -> bool:
    """Return whether a sentence of a document's own account reports what others did.

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
    if is_cited and _EXAMPLE.match(text.lstrip()) and not shows_own_figure(text):
        return True
    found = _FOUND_BY_OTHERS.search(text) if is_cited or works else None
    return found is not None and not _is_compared(text, found)


def _is_compared(text: str, found: re.Match[str]) -> bool:
    """Return whether others' studies are only compared with this one ("than previous reports")."""
    cut = comparison_at(text, 0, found.end())
    is_verb = found.group().lower().startswith("ha")
    return cut is not None and not is_verb and found.start() - cut < _NEAR


def unnumbered_at(text: str, *, is_own_ahead: bool = False) -> int | None:
    """Return where a sentence turns to a finding of others without a number, or ``None``.

    "It has been shown" may be the document's own; it is others' if ``is_own_ahead``: then a later
    sentence turns from them to the document's own study.

    >>> unnumbered_at("It has been reported that glass cracks."), unnumbered_at("We reported it.")
    (0, None)
    >>> shown = "It has been shown that glass cracks."
    >>> unnumbered_at(shown), unnumbered_at(shown, is_own_ahead=True)
    (None, 0)
    """
    found = _UNNUMBERED.search(text) or (is_own_ahead and _UNNUMBERED_OR_OWN.search(text))
    if not found or speaks_for_itself(text) or borrows_method(text):
        return None
    return comparison_at(text, 0, found.end()) or 0


def _is_teller(text: str, work: NamedWork) -> bool:
    """Return whether a work reports: "Roe et al. showed that ...", "As shown by Roe et al."."""
    if _AS_TOLD.match(text[: work.start]):
        return True
    if _PHRASE.match(text[: work.start]) and _TELLS_AT_ONCE.match(text[work.end :]):
        return True
    return _is_subject(text, work) and bool(_VERB_BEHIND.match(text[work.end :]))


def _is_agent(text: str, work: NamedWork) -> bool:
    """Return whether a work is the agent, not just compared: "was first grown by Roe et al."."""
    is_compared = comparison_at(text, 0, work.start) is not None
    return not is_compared and bool(_AGENT_BEFORE.search(text[: work.start]))


def _is_subject(text: str, work: NamedWork) -> bool:
    before = text[: work.start]
    if is_likened(before) or is_contrasted(before) or borrows_method(before):
        return False
    is_clause = before.rstrip().endswith(_OPENERS)
    return is_clause or bool(_LEAD.match(before))


def found_of_it_at(text: str, mark: int) -> int | None:
    """Return where the clause before a mark begins that reports what others found of a thing.

    ``None`` if there is none.

    >>> found_of_it_at("It fills glass, which was found to crack.", 40)
    16
    """
    found = _FOUND_OF_IT.search(text[:mark])
    return found.start() if found else None


def is_reported(tail: str) -> bool:
    """Return whether a comparison is with a report of others ("than reported for CdS").

    >>> is_reported("than the 40 % reported for CdS"), is_reported("than at 80 °C")
    (True, False)
    """
    return bool(_REPORTED.search(tail))
