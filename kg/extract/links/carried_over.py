"""Find the object of a clause that names none: the one named most recently before it."""

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
#: A pronoun that refers to the subject of the sentence before.
_PRONOUN = re.compile(
    r"\W*(?:they|it)\s(?!\w*(?:observ|found|find|show|report|demonstrat|stud|suggest|conclud|"
    r"propos|attribut|explain|also))",
    re.IGNORECASE,
)


def carried_over(account: Account, stated: StatedOutcome) -> Layers:
    """Return the object of a clause that names none: the one named most recently before it.

    If the last sentence with an object names several, the one that the study names most often;
    ``()`` if no object was named.
    """
    if tried := _tried_electrode(account, stated):
        return tried
    wanted = shape_in(stated)
    is_pronoun = _PRONOUN.match(stated.part.text, stated.clause.start) is not None
    # "the PL fell, but it recovered": the pronoun means the property, of the same object
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
    """Return the electrode under test in the sentence before the clause: "the NiO anode ..."."""
    ahead = within(stated.part.mentions, stated.part.stretch[0], stated.clause.start)
    solids = [m for m in ahead if solids_of(m)]
    if not solids or not is_electrode(account, stated, solids[-1]):
        return ()
    layers = solids_of(solids[-1])
    return object_with(account, stated.part, layers[0]) or layers


def _samples_in(
    account: Account, part: Part, end: int, wanted: str
) -> Iterator[tuple[Layers, str]]:
    """Yield the objects that a part names before an offset, last first, each with its first solid.

    ``wanted`` is the shape that the clause names, or "".
    """
    for mention in reversed(within(part.mentions, part.stretch[0], end)):
        layers = solids_of(mention)
        if not layers or not is_sample(account, part, mention, ()):
            continue
        whole = layers if len(layers) > 1 else object_with(account, part, layers[0]) or layers
        shaped = {layers[0], core_of(whole)}  # a matrix has the shape of the dots in it
        is_alone = len(layers) == 1
        if is_alone and wanted and not any(has_shape(account, f, wanted) for f in shaped):
            continue
        is_main = not account.subjects or not account.subjects.isdisjoint(whole)
        if is_main and (len(whole) > 1 or not is_only_outer(account, whole[0])):
            yield whole, layers[0]


def only_object(account: Account) -> Layers:
    """Return the object that all others of the study contain, ``()`` if there is none."""
    main = account.main
    if len(main) != 1:
        return account.objects[0] if len(account.objects) == 1 else ()
    found = [layers for layers in account.objects if main[0] in (layers[-1], core_of(layers))]
    shortest = min(found, key=len, default=main)
    is_in_all = all(layers[: len(shortest)] == shortest for layers in found)
    return shortest if is_in_all else main
