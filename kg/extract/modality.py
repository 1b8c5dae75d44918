"""What the words take back: hedges, hypotheses, wishes and negations make no claim."""

from __future__ import annotations

import re

from kg.extract.mentions import Mention
from kg.extract.reading import Reading

#: "can" is no hedge here: the field writes "can be tuned by" for what was tuned.
_HYPOTHETICAL = re.compile(
    r"\b(?:could|might|may|should|would|will|shall|ought|if|whether|possibl[ey]|potentially|"
    r"presumably|perhaps|likely|expected|anticipated|desirable|future|promising|"
    r"in principle|in order for|in case|cannot|challenge|challenging|remains? unclear|"
    r"remain to be)\b",
    re.IGNORECASE,
)
#: Words that say what has to be done: what it is done for is an aim, no outcome.
_NECESSARY = re.compile(r"\b(?:must|mandatory|necessary|has to|have to|required|sought|desired)\b", re.IGNORECASE)
#: Words that make the whole sentence a supposition.
_SUPPOSED = re.compile(r"\b(?:envision(?:ed)?|[Ww]e hypothesi[sz]e)\b")
_CLAUSE_BREAK = re.compile(
    r"[;:]|,\s+(?:and|but|while|whereas|which|thus|thereby|however|nevertheless|so)\b|"
    r"\b(?:but|while|whereas|although|though|because|since|however)\b"
)
_NEGATION = re.compile(
    r"\b(?:not|no|without|never|neither|nor|none|absence|lack|free of|hardly|absent|avoid\w*|"
    r"cannot|n['’]t|unable|fail(?:s|ed)? to)\b",
    re.IGNORECASE,
)


def clause(reading: Reading, at: int) -> tuple[int, int]:
    """The clause of the sentence around an offset: between semicolons, "while", ", which", ..."""
    start, end = 0, len(reading.text)
    for match in _CLAUSE_BREAK.finditer(reading.text):
        if match.end() <= at:
            start = match.end()
        elif match.start() > at:
            end = match.start()
            break
    return start, end


def is_hypothetical(reading: Reading, mention: Mention) -> bool:
    """Whether the clause of a mention only supposes ("could", "might", "should be", "if")."""
    if _SUPPOSED.search(reading.text):
        return True
    start, end = clause(reading, mention.start)
    return bool(_HYPOTHETICAL.search(reading.text, start, end))


def is_necessity(reading: Reading, mention: Mention) -> bool:
    """Whether the clause of a mention says what is needed ("must", "mandatory")."""
    start, end = clause(reading, mention.start)
    return bool(_NECESSARY.search(reading.text, start, end))


def is_negated(reading: Reading, start: int, end: int) -> bool:
    """Whether a negation stands between two offsets of the sentence."""
    return bool(_NEGATION.search(reading.text, start, end))


def is_denied(reading: Reading, mention: Mention) -> bool:
    """Whether a mention is denied by the words right before it ("without annealing").

    "Without the use of a fullerene" denies over four words; "not only" denies nothing.
    """
    before = reading.text[max(0, mention.start - 40) : mention.start]
    negations = list(_NEGATION.finditer(before))
    if not negations:
        return False
    after = before[negations[-1].end() :]
    if after.lstrip().startswith("only"):
        return False
    return len(after.split()) <= 4 and not re.search(r"[,;:]", after)
