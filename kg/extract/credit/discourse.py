"""How prose continues on one work, moves to the next, or turns to itself: tables of cue words.

Every table is a list of openings or phrases of the field; each function explains their meaning and
has a case for and a case against.
"""

from __future__ import annotations

import re

from kg.extract.text.comparatives import MORE_OR_LESS
from kg.extract.text.rare import Rare

_ADVERB = (
    r"(?:(?:Indeed|Moreover|Furthermore|However|Nevertheless|Finally|Particularly|In particular|"
    r"Specifically|Additionally|In addition|Later on|Subsequently|Then|Here|Overall|Also|Thus|"
    r"Therefore|Notably|Interestingly|Importantly|Nonetheless|Similarly|For example|For instance|"
    r"Instead)\s*,?\s+)?"
)
_TELL = (
    r"(?:observed|found|showed|shown|reported|demonstrated|noted|proposed|suggested|concluded|"
    r"observe|find|show|report|demonstrate|note|propose|suggest|conclude|attributed|attribute)"
)
_OBJECT = (
    r"(?:work|study|method|methodology|approach|process|procedure|strategy|technique|synthesis|"
    r"result|finding|discovery|phenomen|effect|device|material|film|layer|coating|structure|sample|"
    r"composite)\w*"
)
#: A phenomenon that was just defined, and whose observation is now reported.
_NAMED_AGAIN = re.compile(
    rf"^{_ADVERB}[Tt]h(?:is|ese) (?:phenomen(?:on|a)|effects?)\s+(?:was|were|is|are|has|have)\b"
)
_THEY_FOUND = re.compile(rf",\s+(?:they|the authors)\s+(?:also\s+)?{_TELL}\b")
_SAME_WORK = re.compile(
    rf"^{_ADVERB}(?:[Tt]hey|[Tt]he (?:same )?(?:authors?|group|team|researchers)|"
    rf"[Ii]n (?:this|that|their|the same) (?:paper|case|system|{_OBJECT})|[Tt]heir|"
    rf"[Tt]h(?:is|at|e same|ese|ose|eir) (?:new )?{_OBJECT}|"
    rf"(?:[Bb]y|[Ww]ith|[Uu]sing|[Tt]hrough) (?:this|that|the same|their) (?:new )?{_OBJECT}|"
    r"[Ww]ith this)\b"
)
#: A past event of definite things: "The films were rough."
_TELLS_MORE = re.compile(
    rf"^{_ADVERB}(?:[Tt]he|[Tt]hese|[Tt]hose|[Bb]oth|[Aa]ll)\s+[^,;]{{0,60}}?\b"
    r"(?:was|were|had|did|showed|gave|grew|contained|remained|became|exhibited|reached)\b"
)
#: References to another's work in a document that reports its own.
_OTHER_WORK = re.compile(
    rf"^{_ADVERB}(?:(?:[Ii]n|[Bb]y|[Ww]ith|[Uu]sing)\s+)?(?:[Tt]hat|[Tt]hose|[Tt]heir)\s+"
    r"(?:work|study|paper|process|method|approach|procedure|report|group|authors)\b"
)
_LATER = re.compile(r"^(?:Later(?: on)?|Subsequently|Afterwards|Some time later|Shortly after)\b")
_MEANS_ASIDE = re.compile(
    r"\b(?:this|that|such an?|these|those) (?:older? |former |latter )?"
    r"(?:approach(?:es)?|methods?|techniques?|process(?:es)?|procedures?|strateg(?:y|ies)|routes?)\b"
)
_HERE = re.compile(r"^(?:Here|Herein|Therein|In it)\b,?\s")
_AUTHORS_TELL = re.compile(
    rf"^{_ADVERB}(?:[Tt]hey|[Tt]he(?:se| same)? (?:authors?|group|team|researchers))\s+"
    rf"(?:(?:also|have|further|then|\w+ly)\s+)*{_TELL}\b"
)
_NEXT_PAPER = re.compile(
    r"\b(?:[Tt]he same (?:group|team|authors|researchers)|"
    r"(?:[Ii]n|[Ww]ith) (?:a|their|another) (?:later|subsequent|follow-up|following|second|"
    r"more recent|recent|previous|earlier|separate|related) (?:work|study|paper|report))\b"
)
_NEW_TOPIC = re.compile(
    r"^(?:In general|Generally|Overall|To date|Up to (?:date|now)|So far|Until now|"
    r"In the literature|Another|One (?:of|other|\w+ (?:is|was))|Finally,? (?:one|another|the)|"
    r"As (?:mentioned|discussed|explained|already)|In addition to|In (?:the )?(?:near )?future|"
    r"In this (?:section|review|contribution)|Nevertheless,? in general|"
    r"(?:Only |More )?(?:very )?[Rr]ecently|Most of the|Many (?:studies|examples)|First|Second|"
    r"As for)\b"
)
#: Studies of the field as a whole, which have no number.
_EVERYBODY = Rare(
    r"\b(?:many|several|numerous|most|various|other|following|subsequent|later|further|recent)\s+"
    r"(?:studies|works|reports|groups|researchers|authors|efforts|investigations)\b",
    re.IGNORECASE,
)
#: References of the document to its own sections.
_SIGNPOST = re.compile(
    r"\b(?:will be|are|is)\s+(?:described|discussed|reviewed|presented|summari[sz]ed|highlighted|"
    r"treated)\s+(?:here|below|above|later|next|in (?:this|the (?:following|next)) section)\b|"
    r"\b[Ww]e\s+(?:will\s+|now\s+|first\s+|then\s+|next\s+|here\s+)*(?:discuss|describe|review|"
    r"summari[sz]e|highlight|focus|conclude|elaborate|turn)\b"
)
_BACKGROUND = re.compile(
    r"^(?:Before (?:then|that|this)|Until (?:then|that time)|Previously|Historically|Formerly|"
    r"Traditionally|Conventionally|In the past|Prior to (?:this|that))\b"
)
_ANAPHOR = re.compile(r"^(?:This|These|That|Those|Such|It|Its|They|Their|The (?:same|latter))\b")
_ANNOUNCED = re.compile(
    r"\b(?:(?:has|have)\s+(?:(?:also|now|so far|\w+ly)\s+)*been|was|were)\s+"
    r"(?:(?:also|first|then|\w+ly)\s+)*(?:applied|proposed|introduced|developed|compared|reported|"
    r"demonstrated|extended|obtained|achieved|explored|investigated|studied|tested)\b|"
    r"\b(?:compared|introduced|explored|investigated|studied|tested)\s+(?:the|a|an|how|whether)\b"
)
_GENERAL = re.compile(
    r"\b(?:widely|mostly|most|commonly|often|typically|generally|usually|various|varied|many|"
    r"several|numerous|extensively|frequently|a variety|few|rarely)\b",
    re.IGNORECASE,
)
_EXAMPLE = re.compile(r"^(?:To (?:give|cite|mention|name)|For (?:example|instance)|As an? )\b")
_AGREES = re.compile(
    r"(?:[Ss]imilar(?:ly)? to|[Ll]ike|[Ii]n (?:good |close |full )?(?:agreement|line|accordance) "
    r"with|[Cc]onsistent(?:ly)? with|[Aa]s (?:was |has been |had been )?(?:also |first |already )?"
    r"(?:proposed|reported|shown|suggested|found|observed|demonstrated) (?:also |before |earlier )?"
    r"by)\s*(?:the \w+ (?:of|by)\s+|that (?:of|by)\s+)?$"
)
_DIFFERS = re.compile(
    r"(?:[Ii]n contrast (?:to|with)|[Cc]ompared (?:to|with)|[Uu]nlike|[Cc]ontrary to|than|"
    r"[Aa]s opposed to|[Rr]elative to|the same (?:\w+\s){1,3}as)\s*"
    r"(?:the \w+ (?:of|by)\s+|(?:that|those) (?:of|by)\s+)?$"
)
#: A reference to one of two works mentioned before.
_OF_TWO = Rare(r"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s+(?P<which>former|latter)\b(?!\s+(?:case|is true))")
_CONTRAST = re.compile(r"\b(?:but|while|whereas|although)\b|;")
_COMPARED = re.compile(
    rf"\b(?:(?:{MORE_OR_LESS}|rather|closer)\b[^,;]{{0,40}}?\bthan|compared (?:to|with)|"
    r"in comparison (?:to|with)|relative to|in (?:good |close |excellent |full )?(?:agreement|"
    r"line|accordance) with|consistent with|similar to|comparable (?:to|with)|"
    r"in contrast (?:to|with)|unlike|closer? to|identical to|agrees? (?:well )?with|"
    r"as opposed to|expected (?:from|based on|for)|based on (?:the )?(?:results|reports|"
    r"findings))\b",
    re.IGNORECASE,
)


def continues_work(sentence: str) -> bool:
    """Return whether a sentence continues on the work before ("The authors showed ...").

    >>> continues_work("They also found it."), continues_work("Ligands are crucial.")
    (True, False)
    """
    return bool(_SAME_WORK.match(sentence.lstrip()) or _THEY_FOUND.search(sentence))


def names_again(sentence: str) -> bool:
    """Return whether a sentence takes up the phenomenon of the sentence before.

    >>> names_again("This effect was seen in PbS."), names_again("Effects were seen in PbS.")
    (True, False)
    """
    return bool(_NAMED_AGAIN.match(sentence.lstrip()))


def details(sentence: str) -> bool:
    """Return whether a sentence gives the details of what was just introduced.

    >>> details("Here, the beads are dipped in turn."), details("The beads here are dipped.")
    (True, False)
    """
    return bool(_HERE.match(sentence.lstrip())) or continues_work(sentence)


def authors_tell(sentence: str) -> bool:
    """Return whether the authors of the work before are the subject, and their findings follow.

    >>> authors_tell("They also found pores."), authors_tell("They were washed.")
    (True, False)
    """
    return bool(_AUTHORS_TELL.match(sentence.lstrip()))


def is_next_paper(sentence: str) -> bool:
    """Return whether the authors stay and the paper is another one ("Later, the same group ...").

    >>> is_next_paper("The same group grew shells."), is_next_paper("The authors grew shells.")
    (True, False)
    """
    return bool(_NEXT_PAPER.search(sentence))


def opens_topic(sentence: str) -> bool:
    """Return whether a sentence leaves the work before and makes a general statement.

    >>> opens_topic("In general, ligands matter."), opens_topic("The mobility rose.")
    (True, False)
    """
    return bool(_NEW_TOPIC.match(sentence.lstrip()))


def is_general(sentence: str) -> bool:
    """Return whether a sentence is about the field as a whole, or about the document itself.

    >>> is_general("Many groups have followed."), is_general("They will be discussed below.")
    (True, True)
    >>> is_general("Many pores were filled.")
    False
    """
    return bool(_EVERYBODY.search(sentence) or _SIGNPOST.search(sentence))


def is_background(sentence: str) -> bool:
    """Return whether a sentence goes back to what was usual before the work that it interrupts.

    >>> is_background("Before then, dip coating was used."), is_background("Before use, it dried.")
    (True, False)
    """
    return bool(_BACKGROUND.match(sentence.lstrip()))


def means_aside(sentence: str) -> bool:
    """Return whether a sentence continues on the method of an aside.

    >>> means_aside("The thickness was hard to set by this approach."), means_aside("It lasts.")
    (True, False)
    """
    return bool(_MEANS_ASIDE.search(sentence)) and not authors_tell(sentence)


def opens_later(sentence: str) -> bool:
    """Return whether a sentence turns to what came after the work before.

    >>> opens_later("Later on, ice was used."), opens_later("The later films are thick.")
    (True, False)
    """
    return bool(_LATER.match(sentence.lstrip()))


def tells_more(sentence: str) -> bool:
    """Return whether a sentence reports on definite things, as of a work introduced before.

    >>> tells_more("However, the films were rough."), tells_more("Films are often rough.")
    (True, False)
    """
    return bool(_TELLS_MORE.match(sentence.lstrip()))


def points_to_others(sentence: str) -> bool:
    """Return whether a sentence of a document's own account refers to others' work before it.

    >>> points_to_others("In that work, ice was used."), points_to_others("In this work, I did.")
    (True, False)
    """
    return bool(_OTHER_WORK.match(sentence.lstrip()))


def points_back(sentence: str) -> bool:
    """Return whether the subject of a sentence is in the sentence before ("Such studies ...").

    >>> points_back("Those tests failed before."), points_back("Tests failed before.")
    (True, False)
    """
    return bool(_ANAPHOR.match(sentence.lstrip()))


def announces(sentence: str) -> bool:
    """Return whether a sentence announces a work that the next sentence will name or cite.

    >>> announces("Recently, ALD has been applied to fibres.")
    True
    >>> announces("ALD is conformal."), announces("ALD has been widely applied to fibres.")
    (False, False)
    """
    told = _ANNOUNCED.search(sentence)
    return bool(told) and not _GENERAL.search(sentence) and not points_back(sentence)


def gives_example(sentence: str) -> bool:
    """Return whether a sentence gives an example of the statement before.

    >>> gives_example("To give one example, pores were filled."), gives_example("Pores vanish.")
    (True, False)
    """
    return bool(_EXAMPLE.match(sentence.lstrip()))


def of_two(sentence: str) -> tuple[tuple[int, int], ...]:
    """Return the offset of each "the former" (0) and "the latter" (1), with that number.

    >>> of_two("The former used ice, the latter water."), of_two("In the latter case, it fell.")
    (((0, 0), (21, 1)), ())
    """
    found = _OF_TWO.finditer(sentence)
    return tuple((match.start(), int(match["which"] == "latter")) for match in found)


def is_likened(before: str) -> bool:
    """Return whether the words before a name mean that its work found the same.

    >>> is_likened("Similarly to "), is_likened("In contrast to ")
    (True, False)
    """
    return bool(_AGREES.search(before))


def is_contrasted(before: str) -> bool:
    """Return whether the words before a name only contrast its work with another.

    >>> is_contrasted("In contrast to "), is_contrasted("reported by ")
    (True, False)
    """
    return bool(_DIFFERS.search(before))


def contrast_at(sentence: str, start: int, end: int) -> int | None:
    """Return the start of a contrasting clause between two offsets ("..., while others ...")."""
    match = _CONTRAST.search(sentence, start, end)
    return match.start() if match else None


def comparison_at(sentence: str, start: int, end: int) -> int | None:
    """Return the start of the last comparison between two offsets ("... than reported for CdS").

    >>> comparison_at("The yield was higher than for CdS.", 0, 33)
    14
    """
    found = [match.start() for match in _COMPARED.finditer(sentence, start, end)]
    return found[-1] if found else None
