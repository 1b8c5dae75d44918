"""What a rule read in one sentence, before it is known for which study."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.mentions import Mention
from kg.model import Content


@dataclass(frozen=True, slots=True, kw_only=True)
class Coating:
    """One solid put on another; the study decides what that makes: shell, matrix or film.

    ``inner`` and ``outer`` are formulas, ``inner_form`` and ``outer_form`` their forms where they
    are named; ``inside`` and ``outside`` list their layers from the inside out where they are
    stacks. ``hint`` is the word that the sentence uses for the outer one ("shell", "matrix",
    "overlayer").
    """

    inner: str
    outer: str
    inner_form: str = ""
    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    outer_form: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Content read at offset ``at`` of the sentence by ``rule``; ``certain`` is its confidence.

    ``terms`` are the mentions that it rests on, where the rule says so: for an outcome the
    property, the word that says its change, and its value.
    """

    content: Content | Coating
    at: int
    rule: str
    certain: float = 0.9
    terms: tuple[Mention, ...] = ()
