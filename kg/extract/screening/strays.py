"""Uses that the body of a whole paper names once, in passing.

A paper on fuel cells lists batteries beside them, or says that solar cells are made that way too:
no uses of the study. Source: the conventions of the claims contract for ``application``, by which a
use stands in the title, the aim, the result or the closing sentence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.context.general import speaks_of_itself
from kg.extract.context.openings import is_closing_use
from kg.extract.reading import Reading
from kg.extract.screening.dropped import GENERAL, is_summary
from kg.extract.statements import Statement
from kg.model import THIS, Application


def without_stray_uses(
    readings: Sequence[Reading], statements: Sequence[Statement]
) -> list[Statement]:
    """The statements of a whole paper, those dropped of a use that it names once in passing."""
    named: dict[Application, set[int]] = defaultdict(set)
    for statement in statements:
        if (use := _own_use(statement)) is not None:
            named[use].add(statement.sentence)
    strays = {
        use
        for use, (first, *others) in named.items()
        if not others and not _may_tell_use(readings[first])
    }
    return [
        replace(statement, dropped=GENERAL) if _own_use(statement) in strays else statement
        for statement in statements
    ]


def _own_use(statement: Statement) -> Application | None:
    """The use that a statement claims for the paper at hand."""
    content = statement.finding.content
    is_claimed = statement.studies == (THIS,) and not statement.dropped
    return content if is_claimed and isinstance(content, Application) else None


def _may_tell_use(reading: Reading) -> bool:
    """Whether a sentence stands where, or speaks as, a paper tells what its work is good for."""
    passage = reading.sentence.passage
    is_body = passage.kind != "title" and not is_summary(passage)
    return not is_body or speaks_of_itself(reading.text) or is_closing_use(reading)
