"""The object of a clause that names none: the one that the text named before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.knowledge.families import core_of
from kg.extract.links.account import Account, Part, solids_of, within
from kg.extract.links.candidates import is_electrode, is_only_outer, is_sample
from kg.extract.links.objects import object_with
from kg.extract.links.shapes import has_shape, shape_in
from kg.extract.links.stated_outcomes import StatedOutcome

Layers = tuple[str, ...]
#: A subject that goes back to the one of the sentence before.
_PRONOUN = re.compile(
    r"\W*(?:they|it)\s(?!\w*(?:observ|found|find|show|report|demonstrat|stud|suggest|conclud|"
    r"propos|attribut|explain|also))",
    re.IGNORECASE,
)


def carried_over(account: Account, stated: StatedOutcome) -> Layers:
    """The object that the clause goes on about: what was named last before it.

    Where a sentence names several, it is the one that the account names most often.
    """
    if tried := _tried_electrode(account, stated):
        return tried
    wanted = shape_in(stated)
    is_pronoun = _PRONOUN.match(stated.part.text, stated.clause.start) is not None
    # "the PL fell, but it recovered": what goes on is the property, of the same object
    goes_on = len(stated.part.text[stated.part.stretch[0] : stated.clause.start].split()) > 1
    for part in (stated.part, *account.before(stated.part)):
        end = stated.clause.start if part is stated.part else part.stretch[1]
        found = list(_samples_in(account, part, end, wanted))
        subjects = [whole for whole, solid in found if not is_only_outer(account, solid)]
        if subjects and is_pronoun and (part is stated.part or not goes_on):
            return subjects[-1]
        if found:
            wholes = dict.fromkeys(whole for whole, _ in found)
            return max(wholes, key=lambda layers: account.named[layers[0]])
    return ()


def _tried_electrode(account: Account, stated: StatedOutcome) -> Layers:
    """The electrode that the sentence of a clause began with: "the NiO electrode ...,"."""
    ahead = within(stated.part.mentions, stated.part.stretch[0], stated.clause.start)
    solids = [m for m in ahead if solids_of(m)]
    if not solids or not is_electrode(account, stated, solids[-1]):
        return ()
    layers = solids_of(solids[-1])
    return object_with(account, stated.part, layers[0]) or layers


def _samples_in(
    account: Account, part: Part, end: int, wanted: str
) -> Iterator[tuple[Layers, str]]:
    """The objects that a part names ahead of an offset, the last first, each with its first solid.

    ``wanted`` is the shape that the clause asks for, if any.
    """
    for mention in reversed(within(part.mentions, part.stretch[0], end)):
        layers = solids_of(mention)
        if not layers or not is_sample(account, part, mention, ()):
            continue
        whole = layers if len(layers) > 1 else object_with(account, part, layers[0]) or layers
        shaped = {layers[0], core_of(whole)}  # the matrix of dots stands for the dots in it
        is_alone = len(layers) == 1
        if is_alone and wanted and not any(has_shape(account, f, wanted) for f in shaped):
            continue
        is_main = not account.subjects or not account.subjects.isdisjoint(whole)
        if is_main and (len(whole) > 1 or not is_only_outer(account, whole[0])):
            yield whole, layers[0]


def only_object(account: Account) -> Layers:
    """The object that all others of the account contain, ``()`` where there is none."""
    main = account.main
    if len(main) != 1:
        return account.objects[0] if len(account.objects) == 1 else ()
    found = [layers for layers in account.objects if main[0] in (layers[-1], core_of(layers))]
    shortest = min(found, key=len, default=main)
    is_in_all = all(layers[: len(shortest)] == shortest for layers in found)
    return shortest if is_in_all else main
