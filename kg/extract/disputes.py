"""The constructions by which a text says that reports disagree: a table, each with its examples.

"In contrast to bulk PbS" compares two samples and "in contrast to earlier reports" two reports;
only the second is a disagreement. So a construction must itself name reports, or the same sentence
must hold a word for reports or a citation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

#: What else a construction needs in the sentence: nothing, a word for reports, or either such a
#: word or a citation.
Need = Literal["nothing", "reports", "reports or citation"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A construction; ``example`` is a sentence that it reads, ``counter`` one that it does not."""

    name: str
    pattern: re.Pattern[str]
    needs: Need
    example: str
    counter: str


_EARLIER: Final = (
    r"(?:previous(?:ly)?|earlier|prior|former|recent(?:ly)?|published|other|many|most)"
)
_WHO: Final = r"(?:stud(?:y|ies)|groups?|authors?|reports?|researchers?|investigators?|workers)"
_TOLD: Final = (
    r"(?:reports?|reported|literature|findings?|observations?|results?|conclusions?|claims?|"
    r"stud(?:y|ies)|works?|publications?|papers?|interpretations?)"
)
#: Others' reports as a noun phrase: "what Roe et al. found", "the earlier results", "the report".
_OTHERS: Final = (
    r"(?:(?:what|that|those|the|an?|some|several|our|their|these|all|of|was|is|has been) ){0,4}"
    rf"(?:{_EARLIER} (?:[\w-]+ ){{0,3}}{_TOLD}|reports?\b|reported|literature|published|"
    rf"(?:[\w-]+ ){{0,2}}(?:findings?|results?|observations?|conclusions?|claims?|values?|trends?) "
    r"(?:[\w-]+ ){0,2}(?:reported|published|in (?:the )?literature|"
    r"(?:of|by) (?:[\w-]+ ){1,4}et al)|"
    r"(?:[\w-]+ ){0,3}(?:[\w-]+ )et al|(?:findings|conclusions|claims) of)"
)
_FOUND: Final = (
    r"(?:f(?:ou|i)nds?|observed?|concluded?|claim(?:ed|s)?|argued?|attributed?|ascribed?|"
    r"suggest(?:ed|s)?|proposed?|report(?:ed|s)? (?:that|no|an? |higher|lower)|saw|showed|shown|"
    r"demonstrated?|raised)"
)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{text})", re.IGNORECASE)


DISPUTES: Final = (
    Dispute(
        name="disputed",
        pattern=_pattern(
            r"controvers(?:y|ies|ial)|(?:under|of|still|highly|hotly|heavily|much|widely|being|"
            r"been|is|are|remains?|ongoing|continuing|considerable|intense|"
            r"lively) (?:\w+ ){0,2}debate[ds]?\b|open to debate|"
            r"(?:is|are|was|were|been|remains?|still) (?:(?!not\b)\w+ )?(?:disputed|contested)|"
            r"(?:no|lack of|without) (?:\w+ )?consensus(?! sequence| motif| site)|"
            r"consensus (?:has|is|was) (?:not|yet)|no (?:general |clear |"
            r"common )?agreement (?:in the literature|among|on|about|as to)"
        ),
        needs="nothing",
        example="Whether the ligands stay on the dots remains controversial.",
        counter="The benefit of a thin oxide is not disputed.",
    ),
    Dispute(
        name="conflicting",
        pattern=_pattern(
            r"(?:contradict(?:ory|ing)|conflicting|inconsistent|divergent|diverging|discrepant|"
            r"discordant|incompatible) (?:[\w-]+ ){0,2}(?:results?|reports?|findings?|claims?|"
            r"conclusions?|views?|evidence|opinions?|observations?|stud(?:y|ies)|statements?|"
            r"explanations?|interpretations?|trends?|data|values|hypotheses|models)\b"
        ),
        needs="reports",
        example="Contradictory results have been reported for the mobility of infilled PbSe films.",
        counter="The two contacts of one device gave inconsistent values of the mobility.",
    ),
    Dispute(
        name="contrasting",
        pattern=_pattern(
            r"(?:contrasting|opposing|opposite|mixed|very different|quite different|ambiguous) "
            r"(?:\w+ )?(?:results|reports|findings|claims|conclusions|views|opinions|trends)\b"
        ),
        needs="reports",
        example="Contrasting trends of the emission are reported in the literature.",
        counter="The two band edges of CdSe follow opposite trends.",
    ),
    Dispute(
        name="discrepancy",
        pattern=_pattern(
            r"(?:discrepanc(?:y|ies)|disagreements?|inconsistenc(?:y|ies)|contradictions?) "
            r"(?:[^\s.;]+ ){0,8}?"
            rf"(?:literature|reports\b|reported|{_EARLIER} {_TOLD}|et al|{_WHO}\b)|"
            r"(?:literature|reports|reported values|published values) (?:[\w-]+ ){0,4}"
            r"(?:discrepanc(?:y|ies)|disagree\b|contradict\b|inconsistenc(?:y|ies))"
        ),
        needs="nothing",
        example="The discrepancy between the values reported for ZnO shells has several causes.",
        counter="The discrepancy between the two thicknesses comes from the model of the layer.",
    ),
    Dispute(
        name="against-reports",
        pattern=_pattern(
            r"(?:in (?:\w+ )?(?:contrast|contradiction|disagreement|conflict|opposition) "
            r"(?:to|with)|contrary to|opposite to|opposed to|at (?:odds|variance) with|"
            r"contradict(?:s|ed|ing|ory to)?|disagree(?:s|d)? with|contrasts? with|conflicts? with|"
            r"(?:inconsistent|incompatible|not consistent|not in agreement|not in line) with|"
            r"(?:does|do|did) not (?:agree|accord) with|(?:differs?|differed) (?:\w+ )?from) "
            rf"{_OTHERS}"
        ),
        needs="nothing",
        example="In contrast to earlier reports, the emission of the dots rose with each cycle.",
        counter="In contrast to bulk PbS, the dots emit in the near infrared.",
    ),
    Dispute(
        name="sides",
        pattern=_pattern(
            rf"(?:some|several|many|certain|a few) (?:[\w-]+ ){{0,3}}{_WHO}\b[^.;]*?\b{_FOUND}\b"
            r".*?\b(?:while|whereas|but|yet) (?:\w+ ){0,2}(?:others?|some)\b|"
            rf"et al\b[^;]{{0,60}}?\b{_FOUND}\b[^;]*?\b(?:whereas|while|but)\b[^;]{{0,60}}?\b"
            rf"(?:et al|others|other {_WHO})\b[^;]{{0,60}}?\b{_FOUND}\b"
        ),
        needs="nothing",
        example="Some groups observed a loss of ligands, whereas others found them intact.",
        counter="Some studies used ozone, whereas others used water.",
    ),
    Dispute(
        name="questioned",
        pattern=_pattern(
            r"(?:has|have|had) (?:\w+ )?been (?:\w+ )?(?:questioned|disputed|contested|refuted|"
            r"called into question)(?! about)|"
            r"(?:raise[ds]?|casts?) (?:\w+ ){0,2}doubts? (?:on|about|of|as to|over)"
        ),
        needs="nothing",
        example="The role of water in this reaction has been questioned.",
        counter="The volunteers were questioned about their work with nanocrystals.",
    ),
    Dispute(
        name="challenged",
        pattern=_pattern(
            r"(?:has|have|had) (?:\w+ )?been (?:\w+ )?(?:challenged|criti[cs]i[sz]ed)"
        ),
        needs="reports",
        example="This mechanism has been challenged by recent studies.",
        counter="The method has been challenged by the preparation of samples.",
    ),
    Dispute(
        name="open",
        pattern=_pattern(
            r"(?:unclear|not (?:\w+ ){0,2}(?:clear|settled|resolved)|open question|unresolved|"
            r"no agreement|in doubt) (?:\w+ ){0,3}(?:whether|if)\b.{3,200}?\bor\b"
        ),
        needs="reports or citation",
        example="From the reports it is still unclear whether ligands leave the dots or stay.",
        counter="It is unclear whether this sample had been dried.",
    ),
)

#: Words for reports of others.
REPORTS: Final = re.compile(
    rf"\b(?:literature|reports?|reported|published|{_WHO}|claims?|publications?|et al|views|"
    rf"opinions|{_EARLIER} {_TOLD})\b",
    re.IGNORECASE,
)
#: Directly before a construction: words that deny the disagreement.
_DENIED: Final = re.compile(
    r"(?:\b(?:not|no|never|without|nor|neither|cannot|hardly|any|little|non)|n[’']t)[\s-]"
    r"(?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
#: A method that differs from that of others is no disagreement about facts.
_METHOD: Final = re.compile(
    r"\b(?:we|our|here|this|present)\b[^.;]{0,40}\b(?:us(?:e[ds]?|ing)|employ\w*|focus\w*|"
    r"consider\w*|assum\w+|appl(?:y|ied)|methods?|approach\w*|techniques?|routes?|strateg\w+|"
    r"procedures?|require\w*)\b",
    re.IGNORECASE,
)


def find_dispute(text: str, *, is_cited: bool) -> tuple[Dispute, str] | None:
    """Return the construction by which a sentence says that reports disagree, and its words.

    ``None`` if there is none.

    Parameters
    ----------
    text
        The sentence.
    is_cited
        Whether the sentence cites a work.
    """
    for dispute in DISPUTES:
        for match in dispute.pattern.finditer(text):
            if _holds(dispute, match, text, is_cited=is_cited):
                return dispute, match.group()
    return None


def _holds(dispute: Dispute, match: re.Match[str], text: str, *, is_cited: bool) -> bool:
    if _DENIED.search(text[: match.start()]):
        return False
    if dispute.name == "against-reports" and _METHOD.search(text):
        return False
    if dispute.needs == "nothing" or (dispute.needs != "reports" and is_cited):
        return True
    return REPORTS.search(text) is not None
