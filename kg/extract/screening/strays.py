"""Drop uses that the body of a whole paper names only once, in passing.

A paper on fuel cells may also mention batteries, or that solar cells are made in the same way:
these are no uses of the study. Source: the conventions of the claims contract for ``application``,
which require a use to be named in the title, the aim, the result or the closing sentence.
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
    """Return the statements of a whole paper, with uses named once in passing as dropped."""
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
    """Return the use that a statement claims for the current paper, else ``None``."""
    content = statement.finding.content
    is_claimed = statement.studies == (THIS,) and not statement.dropped
    return content if is_claimed and isinstance(content, Application) else None


def _may_tell_use(reading: Reading) -> bool:
    """Return whether a sentence, by its place or its words, states what the work is good for."""
    passage = reading.sentence.passage
    is_body = passage.kind != "title" and not is_summary(passage)
    return not is_body or speaks_of_itself(reading.text) or is_closing_use(reading)
