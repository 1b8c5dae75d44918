"""The owner of a number: what it is a value of, and whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kg.extract.mentions import Mention

#: Whose a number is. A process has a temperature and a pulse, a sample a thickness, a test a
#: duration, an instrument the wavelength of its lamp; a result is the value of a property.
Owner = Literal["process", "sample", "test", "instrument", "result", "none"]
#: Those whose numbers are settings.
SETTINGS = frozenset({"process", "sample", "test"})
#: What a number is to its attribute: the value, one more of a list, the value that a change began
#: at or that a value is compared with, a step of a cycle, or one of two settings.
Role = Literal["value", "listed", "from", "step"]


@dataclass(frozen=True, slots=True)
class Owned:
    """A number with its one owner.

    ``attribute`` is a parameter or property of the vocabulary, and empty where nobody set the
    number. ``rule`` is that which told the owner, or says what such a number is ("difference").
    ``by`` is the property whose value the number is; ``whose`` are the reagent, solid or processes
    that have a setting, where the clause names them.
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
        """The numbers that a process, a sample or a test has."""
        return (one for one in self.owned if one.owner in SETTINGS and one.attribute)

    def of(self, named: Mention) -> tuple[Owned, ...]:
        """The numbers of a property that a sentence names, in their order."""
        return tuple(o for o in self.owned if o.by is not None and o.by.start == named.start)

    def value_of(self, named: Mention) -> Mention | None:
        """The number that a property amounts to, if it has one."""
        return next((one.number for one in self.of(named) if one.role == "value"), None)
