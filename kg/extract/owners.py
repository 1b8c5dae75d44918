"""The owner of a number: the attribute whose value it is, and the process or thing that has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.extract.mentions import Mention

#: The kinds of owner. A process has a temperature and a pulse, a sample a thickness, a test a
#: duration, an instrument the wavelength of its lamp; a result is the value of a property.
Owner = Literal["process", "sample", "test", "instrument", "result", "none"]
#: The owners whose numbers are settings.
SETTINGS = frozenset({"process", "sample", "test"})
#: The role of a number for its attribute: the value, a further value of a list, the value at which
#: a change began or with which a value is compared, a step of a cycle.
Role = Literal["value", "listed", "from", "step"]


@dataclass(frozen=True, slots=True)
class Owned:
    """A number with its one owner.

    ``attribute`` is a parameter or property of the vocabulary, and empty where nobody set the
    number. ``rule`` is the rule that found the owner, or a name for such a number ("difference").
    ``by`` is the property whose value the number is; ``whose`` are the reagent, solid or processes
    to which a setting belongs, where the clause names them.
    """

    number: Mention
    owner: Owner
    attribute: str
    rule: str
    role: Role = "value"
    by: Mention | None = None
    whose: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Binding:
    """The owner of every number of a sentence, in the order of the numbers."""

    owned: tuple[Owned, ...] = ()

    def settings(self) -> Iterator[Owned]:
        """Yield the numbers that are settings of a process, a sample or a test."""
        return (one for one in self.owned if one.owner in SETTINGS and one.attribute)

    def of(self, named: Mention) -> tuple[Owned, ...]:
        """Return the numbers bound to a property mention, in their order."""
        return tuple(o for o in self.owned if o.by is not None and o.by.start == named.start)

    def value_of(self, named: Mention) -> Mention | None:
        """Return the number that is the value of a property mention, or ``None``."""
        return next((one.number for one in self.of(named) if one.role == "value"), None)
