"""What changed, and how: properties with the words, and values, that say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from spacy.tokens import Doc

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import clause, is_denied, is_hypothetical, is_necessity
from kg.extract.reading import Reading
from kg.extract.rules.conditions import as_reported
from kg.extract.rules.impurities import find_shares
from kg.extract.rules.plain import plain_value
from kg.extract.rules.values import (
    Spoken,
    assign_values,
    compared,
    next_quantity,
    quantity_of,
    units_of,
)
from kg.extract.syntax import Link, Tree, negated
from kg.model import Outcome, Quantity
from ontology import vocabulary

_FLIPPED = {"increase": "decrease", "decrease": "increase"}
_LABEL_DIRECTIONS = {
    "presenceLabel": "present",
    "absenceLabel": "absent",
    "increaseLabel": "increase",
    "decreaseLabel": "decrease",
}
_FLIPPED_LABELS = ("increaseLabel", "decreaseLabel")
#: Directions from the telling to the weak; a weak cue counts only where no stronger one is near.
_STRENGTH = {
    "increase": 0.0,
    "decrease": 0.0,
    "none": 0.2,
    "change": 0.8,
    "absent": 0.5,
    "present": 1.5,
    "reported": 2.0,
}
#: Properties whose plain value is a condition of the contract, not an outcome.
_CONDITIONS = frozenset({"growth_rate", "particle_size"})
#: Qualities that only better matter: to have them is to have more of them.
_LASTING = frozenset(
    "air_stability oxidation_resistance water_stability thermal_stability photostability stability "
    "sintering_resistance surface_passivation electronic_coupling".split()
)
#: A solid in front of "-doped" or "doping".
_DOPED = re.compile(r"(?<!\S)<M(\d+)> (?:- )?(?:doped|doping) ")
#: A cue that says its own negation: "does not alter", "no effect", "without loss of".
_NEGATIVE = re.compile(r"\b(?:not|no|without|little|minimal|negligible)\b", re.IGNORECASE)
#: Before a noun of change: "no evidence of changes in", "without any change of".
_DENYING = re.compile(
    r"\b(?:no|without(?: any)?)\s+(?:\w+\s+){0,2}(?:of\s+)?(?:any\s+)?$|"
    r"\b(?:hardly|barely|scarcely|negligibly)\s+$"
)
#: A share of what was there at first is no value of it: "95% of their initial efficiency".
_SHARE = re.compile(r"\bof (?:the|its|their)? ?(?:initial|original|starting)\s+(?:\w+\s+)?$")
#: Behind an adjective: the noun that only names what is looked at.
_ASPECT = re.compile(r" (?:phases?|facets?|domain size|sizes?|planes?|lattices?) of\b")
#: What stands in such a clause is when or whereby something happened, not what happened.
_CIRCUMSTANCE = re.compile(
    r"\b(?:once|until|non|un)[ -](?:[^,;]{0,30} )?$|(?:^|[,;] )[Aa]s the [^,;]{0,30}$"
)
#: What adsorbs to probe a surface is no precursor: "CO chemisorption".
_OF_PROBE = re.compile(r"\b(?:CO2?|N2|H2|Ar|argon|nitrogen|krypton|dye)\s$")
#: Between values of one property that several samples have: " for EDT, ", " at 50 °C and ".
_EACH = re.compile(
    r"\s*(?:for|in|on|at|with)\s[^.;()]{2,45}?(?:,|,? and|,? or)\s+(?:[^.;,()]{2,25}\s)?~?"
)
_FOLDS = {"doubl": 2.0, "tripl": 3.0, "quadrupl": 4.0, "halv": 2.0}
#: Where growth is selective, "selectivity" is not that of a catalyst.
_OF_GROWTH = re.compile(r"\b(?:area|growth|grow|deposit|ALD|nucleat|inhibit|block)", re.IGNORECASE)
#: Behind a comparative that only bounds a number: "less than 1 %".
_BOUND = re.compile(r" than [~<>]?\d")
#: Behind a comparative that sets a value against the books: "lower than the bulk value".
_IDEAL = re.compile(
    r" than (?:that of |those of |the |its )*(?:bulk|theoretical|literature|tabulated|ideal|"
    r"crystalline|single[- ]crystal|expected)\b"
)
#: Verbs whose object comes about, or grows, through their subject.
_CAUSE = re.compile(r"caus|induc|generat|introduc", re.IGNORECASE)
#: Verbs that keep agents away, never a quality: "protects from moisture".
_SHIELDING = re.compile(r"protect|shield|guard", re.IGNORECASE)
_EFFECT = re.compile(r"effects?|influences?|impacts?|roles?|interplay", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:how|why|to link|to correlate)\b", re.IGNORECASE)
#: Verbs of aim: what is measured or aimed at is no outcome.
_AIM = re.compile(
    r"\b(?:to|for|of)\s+(?:study|studying|monitor|monitoring|investigat\w+|measur\w+|"
    r"determin\w+|evaluat\w+|characteri[sz]\w+|assess\w*|probe|probing|understand\w*|quantify\w*|"
    r"examin\w+|optimi[sz]\w+)\b[^,;]{0,25}$",
    re.IGNORECASE,
)


def needs_parse(reading: Reading) -> bool:
    """Whether a sentence can hold an outcome that only its syntax tells."""
    properties = [m for m in reading.of_kind("property") if m.label not in _LABEL_DIRECTIONS]
    return bool(properties) and bool(reading.of_kind("direction"))


def find_outcomes(reading: Reading, doc: Doc | None) -> Iterator[tuple[Finding, Mention | None]]:
    """The outcomes of a sentence, each with the quantity that it took as its value."""
    tree = Tree(reading, doc) if doc is not None else None
    spoken = [_speak(reading, m, tree) for m in _properties(reading)]
    values = assign_values(reading, spoken)
    for mention, direction, cue in spoken:
        value = values.get(mention.start)
        quantity = (
            compared(reading, mention, value, direction)
            or plain_value(reading, mention)
            or _implied(cue)
        )
        outcome = _outcome(mention, direction, quantity)
        if outcome is not None and (mention.label != "bareLabel" or _has_unit(mention, quantity)):
            is_kept = outcome.quantity is not None and (
                mention.id not in _CONDITIONS
                or (mention.id == "particle_size" and outcome.quantity.start is not None)
            )
            yield _finding(outcome, mention), value if is_kept else None
            yield from _compared_with(reading, mention, outcome, value)
            yield from _further(reading, mention, outcome, value, values)
    held = {value.start for value in values.values()}
    yield from (pair for pair in find_shares(reading) if pair[1].start not in held)
    yield from ((finding, None) for finding in _dopings(reading))


def _compared_with(
    reading: Reading, mention: Mention, outcome: Outcome, value: Mention | None
) -> Iterator[tuple[Finding, Mention | None]]:
    """The value of the reference is the outcome's too, and no condition."""
    start = outcome.quantity.start if outcome.quantity is not None else None
    if value is None or start is None or outcome.quantity is None:
        return
    other = next_quantity(reading, value, outcome.quantity.unit)
    inner = quantity_of(other)
    if inner is not None and start in (inner.value, inner.value_max):
        yield _finding(outcome, mention), other


def _further(
    reading: Reading,
    mention: Mention,
    outcome: Outcome,
    value: Mention | None,
    values: dict[int, Mention],
) -> Iterator[tuple[Finding, Mention | None]]:
    """The other values of "74% and 68%", "12 ns on ZnO and 27 ns on glass"."""
    if value is None or outcome.quantity is None or outcome.quantity.start is not None:
        return
    last = value
    for second in reading.of_kind("quantity"):
        quantity = quantity_of(second)
        if second.start < last.end or quantity is None or second in values.values():
            continue
        if quantity.unit != outcome.quantity.unit:
            continue
        between = reading.between(last, second)
        is_listed = outcome.direction == "reported" and _EACH.fullmatch(between)
        if between.strip() != "and" and not is_listed:
            return
        yield _finding(replace(outcome, quantity=as_reported(quantity)), mention), second
        last = second


def _dopings(reading: Reading) -> Iterator[Finding]:
    """ "Nb-doped WS2", "silver doping": the solid was doped."""
    match = _DOPED.search(reading.shorthand)
    if match is not None:
        at = reading.mentions[int(match[1])].start
        content = Outcome(property="doping", direction="present")
        yield Finding(content=content, at=at, rule="doped-with", certain=0.8)


def _properties(reading: Reading) -> Iterator[Mention]:
    """The properties that the sentence speaks of, each named once.

    Left out are an acronym behind its name, a name whose change has a word of its own ("the PL
    maximum blue-shifts"), what is only supposed, needed or aimed at.
    """
    if reading.text.rstrip().endswith("?"):
        return
    mentions = list(_one_label_each(reading, _disambiguated(reading)))
    for mention, previous, following in zip(
        mentions, [None, *mentions], [*mentions[1:], None], strict=False
    ):
        if not (
            _repeats(reading, mention, previous)
            or _has_own_word(reading, mention, following)
            or is_hypothetical(reading, mention)
            or is_necessity(reading, mention)
            or (mention.label == "bareLabel" and _SHARE.search(reading.text[: mention.start]))
            or _AIM.search(reading.text[: mention.start])
            or re.match(r"-[a-z]", reading.text[mention.end :])  # "vacancy-assisted"
            or (
                mention.id == "precursor_adsorption"
                and _OF_PROBE.search(reading.text[: mention.start])
            )
        ):
            yield mention


def _repeats(reading: Reading, mention: Mention, previous: Mention | None) -> bool:
    if previous is None or previous.id != mention.id or mention.label in _FLIPPED_LABELS:
        return False
    return reading.text[previous.end : mention.start].strip() in ("(", "")


def _has_own_word(reading: Reading, mention: Mention, following: Mention | None) -> bool:
    if following is None or following.id != mention.id or mention.label not in ("name", "symbol"):
        return False
    gap = reading.text[mention.end : following.start]
    return following.label in _FLIPPED_LABELS and not re.search(r"[,;:(]", gap)


def _one_label_each(reading: Reading, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Of a name that is also a presence label: the label where the words deny it, else the name."""
    for _, same in groupby(mentions, key=lambda m: (m.start, m.end, m.id)):
        twins = list(same)
        denied = [m for m in twins if m.label == "presenceLabel" and is_denied(reading, m)]
        yield (denied or twins)[0]


def _disambiguated(reading: Reading) -> Iterator[Mention]:
    """The properties named; a shift near the word plasmon is one of the plasmon resonance."""
    for mention in reading.of_kind("property"):
        if mention.id == "catalytic_selectivity" and _OF_GROWTH.search(reading.text):
            continue
        shifts = mention.id == "exciton_peak_position" and mention.label in _LABEL_DIRECTIONS
        around = reading.text[max(0, mention.start - 60) : mention.end + 60].lower()
        yield (
            replace(mention, id="plasmon_resonance_position")
            if (shifts and "plasmon" in around)
            else mention
        )


def _speak(reading: Reading, mention: Mention, tree: Tree | None) -> Spoken:
    if _CIRCUMSTANCE.search(reading.text[: mention.start]):
        return mention, "", None
    if mention.label in _LABEL_DIRECTIONS:
        if _is_attribute(reading, mention):
            return mention, "", None
        said = _LABEL_DIRECTIONS[mention.label]
        if is_denied(reading, mention):
            said = {"present": "absent", "absent": "present"}.get(said, "none")
        return mention, said, None
    if mention.label == "inverseLabel" and mention.id in _LASTING and is_denied(reading, mention):
        return mention, "increase", None  # "the cubes do not sinter", "without aggregation"
    link = _nearest_cue(reading, mention, tree) if tree is not None else None
    if link is None or tree is None:
        return mention, "", None
    return mention, _direction(link, mention, tree), link.cue


def _is_attribute(reading: Reading, mention: Mention) -> bool:
    """ "The crystalline phase of the core", "when the shell is amorphous": no report of it."""
    before = reading.text[: mention.start]
    circumstance = re.search(r"\b(?:when|if|once)\b[^,;]*$", before) is not None
    behind = reading.text[mention.end : mention.end + 1]
    of_substrate = re.search(r"\b(?:on|onto)\s+(?:the\s+)?$", before) is not None
    solid = any(m.kind == "material" and m.start == mention.end + 1 for m in reading.mentions)
    if solid and behind == " " and (of_substrate or mention.id == "doping"):
        return True
    return circumstance or _ASPECT.match(reading.text, mention.end) is not None


def _direction(link: Link, mention: Mention, tree: Tree) -> str:
    direction = link.cue.id
    if direction == "present" and _is_caused(link, tree):
        direction = "decrease" if _is_kept_from(link, tree) else "increase"
        if (
            mention.label != "inverseLabel"
            and direction == "increase"
            and _is_phenomenon(mention.id)
        ):
            direction = "present"
    if direction == "decrease" and _SHIELDING.match(link.cue.text) and mention.id in _LASTING:
        direction = "" if mention.label != "inverseLabel" else direction
    if mention.label == "rateLabel" and direction not in _FLIPPED:
        return ""
    if mention.label == "inverseLabel":
        direction = _FLIPPED.get(direction, "")
    if (
        direction
        and not _NEGATIVE.search(link.cue.text)
        and (
            negated(tree, link.cue, mention) or _DENYING.search(tree.reading.text[: link.cue.start])
        )
    ):
        return {"present": "absent", "reported": "", "none": ""}.get(direction, "none")
    return direction


def _is_caused(link: Link, tree: Tree) -> bool:
    return _CAUSE.match(link.cue.text) is not None


def _is_kept_from(link: Link, tree: Tree) -> bool:
    """ "Inhibits the diffusion that causes X": what would cause it is kept away."""
    cause = tree.head(link.cue)
    if cause is None or cause.dep_ not in ("relcl", "acl"):
        return False
    inhibitor = cause.head.head
    return any(
        inhibitor in tree.words(cue)
        for cue in tree.reading.of_kind("direction")
        if cue.id == "decrease"
    )


def _finding(outcome: Outcome, mention: Mention) -> Finding:
    weak = outcome.quantity is None and outcome.direction in ("present", "change", "absent")
    return Finding(
        content=outcome,
        at=mention.start,
        rule=f"outcome-{mention.label}",
        certain=0.5 if weak else 0.8,
    )


def _nearest_cue(reading: Reading, mention: Mention, tree: Tree) -> Link | None:
    """The cue whose tree path to the property is shortest, the telling before the weak."""
    links = []
    for cue in reading.of_kind("direction"):
        overlapping = cue.start < mention.end and mention.start < cue.end
        if overlapping or _bounds_number(reading, cue) or ";" in reading.between(cue, mention):
            continue
        if cue.id == "change" and _is_topic(reading, cue, mention):
            continue
        distance = tree.distance(cue, mention)
        if distance is not None:
            links.append(Link(cue, distance + _STRENGTH.get(cue.id, 1.0)))
    return min(links, key=lambda link: (link.distance, link.cue.start), default=None)


def _bounds_number(reading: Reading, cue: Mention) -> bool:
    """ "Less than 1 %", "better than 95%": a comparative that only bounds a number."""
    at = cue.end - len(" than") if cue.text.endswith(" than") else cue.end
    return bool(_BOUND.match(reading.text, at) or _IDEAL.match(reading.text, at))


def _is_topic(reading: Reading, cue: Mention, mention: Mention) -> bool:
    """ "The effect of X", "how X is affected", "Tailoring X led to": looked at, or a means."""
    of_effect = _EFFECT.match(cue.text) and reading.text.startswith(" of ", cue.end)
    start, _ = clause(reading, min(cue.start, mention.start))
    ahead = reading.text[start : max(cue.start, mention.start)]
    opens = not reading.text[start : cue.start].strip() and cue.text.endswith("ing")
    return bool(of_effect or opens or _ASKED.search(ahead))


def _implied(cue: Mention | None) -> Quantity | None:
    """ "Is doubled", "was halved": a verb that says by how much."""
    if cue is None:
        return None
    for stem, times in _FOLDS.items():
        if cue.text.lower().startswith(stem):
            return Quantity(value=times, unit="{fold}", raw=cue.text)
    return None


def _has_unit(mention: Mention, quantity: Quantity | None) -> bool:
    return quantity is not None and (quantity.unit or "1") in units_of(mention.id)


def _is_phenomenon(notation: str) -> bool:
    """Whether a property is something that happens or exists, rather than a quality."""
    term = vocabulary().get("property", notation)
    return term is not None and "phenomenon" in term.extra.get("aspect", ())


def _outcome(mention: Mention, direction: str, quantity: Quantity | None) -> Outcome | None:
    direction = _settled_direction(mention, direction, quantity)
    if not direction or _says_nothing(mention, direction, quantity):
        return None
    if direction == "absent" or (direction == "none" and not _has_unit(mention, quantity)):
        quantity = None
    if direction in ("reported", "none") and quantity is not None:
        quantity = as_reported(quantity)
    return Outcome(property=mention.id, direction=direction, quantity=quantity)


def _settled_direction(mention: Mention, direction: str, quantity: Quantity | None) -> str:
    """The direction in the light of the value and of what kind of property it is."""
    if not direction or direction == "present":
        direction = "reported" if quantity is not None else direction
    if direction == "reported" and quantity is None and _is_phenomenon(mention.id):
        direction = "present"  # "self-limiting growth was achieved"
    if quantity is not None and quantity.start is not None:
        direction = _of_change(mention, direction, quantity)
    return "increase" if direction == "present" and mention.id in _LASTING else direction


def _says_nothing(mention: Mention, direction: str, quantity: Quantity | None) -> bool:
    """A report without a value, a condition's value, the "presence" of a measured quantity."""
    if direction == "reported":
        return quantity is None or mention.id in _CONDITIONS
    named = mention.label in ("name", "symbol")
    return direction == "present" and named and not _is_phenomenon(mention.id)


def _of_change(mention: Mention, direction: str, quantity: Quantity) -> str:
    """ "From 1 to 7" says the direction by itself, and better than a far word.

    A label that says its own direction keeps it, and so does a position given as an energy.
    """
    if quantity.start is None or quantity.value is None or quantity.value == quantity.start:
        return direction
    told = mention.label in (*_FLIPPED_LABELS, "inverseLabel") or quantity.unit in ("eV", "meV")
    if told and direction in _FLIPPED:
        return direction
    return "increase" if quantity.value > quantity.start else "decrease"
