"""Drop properties that are not a subject of a whole paper, or that it names once in passing.

The activity of a solar cell is not a catalytic one, the T_C of a magnet is not that of a
superconductor. A paper on such a property names its subject often; otherwise the words have another
sense. And a property that is named only once, in the timeless present and without a number, only
explains another finding.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.extract.context.general import shows_here, tells_a_study
from kg.extract.credit.reports import shows_data
from kg.extract.reading import Reading
from kg.extract.screening.dropped import is_summary
from kg.extract.statements import Statement
from kg.model import THIS, Outcome

#: The reason, as ``aldkg explain`` prints it.
OFF_SUBJECT: Final = "a property of a subject that the paper is not about"
_CATALYSIS: Final = (
    r"cataly|enzym|electroly[sz]|electro-?reduc|photo-?reduc|hydrogenation|reforming|"
    r"\b(?:HER|OER|ORR|CO2RR|CO oxidation|CO2 reduction)\b"
)
_SOLAR: Final = r"solar|photovolt|\bPV\b|\bSCs\b|PSCs?\b|DSSCs?\b"
PASSING: Final = "a property that the paper names once, in passing"
#: Properties -> words for their subject.
_SUBJECTS: Final = {
    name: re.compile(words, re.IGNORECASE)
    for names, words in (
        ("catalytic_activity catalytic_selectivity turn_over_frequency", _CATALYSIS),
        ("superconducting_transition_temperature critical_current_density", r"supercond|SNSPD"),
        ("power_conversion_efficiency", rf"{_SOLAR}|thermoelectr|conversion efficiency"),
        ("photocatalytic_efficiency", r"photo-?(?:cataly|degrad|reduc|electro)|water[- ]splitting"),
        ("faradaic_efficiency overpotential", r"electro-?(?:cataly|chem|lys|lyt|reduc)|batter"),
    )
    for name in names.split()
}
#: The minimum number of sentences in which a paper names its subject.
_FEWEST: Final = 2


def without_other_subjects(
    readings: Sequence[Reading], statements: Sequence[Statement]
) -> list[Statement]:
    """Return the statements of a whole paper, with properties off its subject as dropped."""
    own = [outcome for statement in statements if (outcome := _own_outcome(statement)) is not None]
    told = {outcome.property for outcome in own}
    missing = {
        name
        for name in told & _SUBJECTS.keys()
        if sum(_SUBJECTS[name].search(r.text) is not None for r in readings) < _FEWEST
    }
    named = Counter(id for r in readings for id in {m.id for m in r.of_kind("property")})
    kept: list[Statement] = []
    for statement in statements:
        outcome = _own_outcome(statement)
        if outcome is not None and outcome.property in missing:
            statement = replace(statement, dropped=OFF_SUBJECT)
        elif outcome is not None and named[outcome.property] == 1:
            is_passing = outcome.quantity is None and _explains(readings[statement.sentence])
            statement = replace(statement, dropped=PASSING) if is_passing else statement
        kept.append(statement)
    return kept


def _own_outcome(statement: Statement) -> Outcome | None:
    """Return the outcome that a statement claims for the current paper, else ``None``."""
    content = statement.finding.content
    is_claimed = statement.studies == (THIS,) and not statement.dropped
    return content if is_claimed and isinstance(content, Outcome) else None


def _explains(reading: Reading) -> bool:
    """Return whether a sentence of the body reports no data and no action or finding."""
    passage, text = reading.sentence.passage, reading.text
    if passage.kind != "paragraph" or is_summary(passage):
        return False
    return not (tells_a_study(text) or shows_here(text) or shows_data(text))
