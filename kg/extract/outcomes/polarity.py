"""What a cue says of the property that it belongs to: its direction, flipped, kept or denied."""

from __future__ import annotations

import re

from kg.extract.knowledge.property_kinds import FLIPPED, LASTING, is_flaw, is_phenomenon
from kg.extract.mentions import Mention
from kg.extract.syntax import Link, Tree, negated
from kg.extract.text.rare import Rare

#: A cue that says its own negation: "does not alter", "no effect", "without loss of".
_NEGATIVE = re.compile(r"\b(?:not|no|without|little|minimal|negligible)\b", re.IGNORECASE)
#: Before a noun of change: "no evidence of changes in", "without any change of".
_DENYING = Rare(
    r"\b(?:no|without(?: any)?)\s+(?:\w+\s+){0,2}(?:of\s+)?(?:any\s+)?$|"
    r"\b(?:no|without(?: any)?)\s+(?:\w+\s+){1,3}(?:that|which)\s+(?:would\s+|could\s+)?$|"
    r"\bnor\s+(?:an?\s+|any\s+|\w+ly\s+)?$|\bneither\s+(?:\w+ly\s+)?$|"
    r"\b(?:no|without)\s+(?:\w+\s+){0,2}[^.;,]{3,50}\s(?:or|and)\s+(?:\w+\s+){0,2}$|"
    r"\bneither\b[^.;,]{1,80}\bnor\b[^.;,]{1,60}$|"
    r"\b(?:ineffective|not effective|inefficient|unsuccessful) (?:in|at|for)\s+(?:further\s+)?$|"
    r"\b(?:unable|fails?|failed|insufficient|not (?:able|sufficient)) to\s+(?:further\s+)?$|"
    r"\b(?:hardly|barely|scarcely|negligibl[ye]|insignificant(?:ly)?)\s+(?:any\s+)?$",
    re.IGNORECASE,
)
#: Verbs whose object comes about, or grows, through their subject.
CAUSING = Rare(r"caus|induc|generat|introduc|creat", re.IGNORECASE)
#: To keep a quality is to have it: "the stability was preserved over 25 days".
_KEPT = re.compile(r"maintain|retain|preserv|persist|keep|kept|sustain|surviv", re.IGNORECASE)
#: Words that judge: of what should be small, the improvement is a decrease.
_JUDGING = re.compile(
    r"improv|better|best|superior|ameliorat|worse|deteriorat|inferior|favou?rable", re.IGNORECASE
)
#: Neither high nor low is better: to improve what an inverse name calls is to have more of that.
_NEUTRAL = frozenset({"contact_angle"})
#: Verbs that say that a harm came about.
_OCCURRING = re.compile(
    r"occur(?!ring)|happen|trigger|t[ao]\w+ place|set[s]? in|lead|led\b|result|suffer|underg", re.I
)
#: Properties of which the harm has a name of its own: bleaching, aggregation.
HARMED = LASTING - {"surface_passivation", "electronic_coupling"} | {"colloidal_stability"}
#: Properties whose inverse names are of such a harm, and of no quantity that is measured.
_BY_HARM = HARMED | {"corrosion_resistance"}
#: What was not done by others before is no finding.
_SO_FAR = re.compile(r"\b(?:previously|before|yet|so far|to date|until now)\b", re.IGNORECASE)
#: Verbs that say to what more an event is applied, and not how fast it runs.
_WIDENING = re.compile(r"exten|expan|broaden|widen", re.IGNORECASE)
#: Ahead of traps that something else comes from, goes to or lies at.
_IN_PASSING = re.compile(
    r"(?<!lead )(?<!leads )(?<!led )(?<! rise )\b(?:from|into|via|through|with|by|between|at|to) "
    r"(?:the |an? |its |their )?(?:[\w-]+ ){0,3}$"
)
#: Behind a passive its agent; between traps and the verb of what they do.
_BY = re.compile(r" by\b")
_ACTS = re.compile(
    r"(?!.*\b(?:is|are|was|were|been|be)\b)(?: (?:levels?|states?|density))?"
    r"(?: (?:at|in|near|within|close to|of)\s[^.;,]{1,50})? "
)
#: Verbs of keeping away.
_PREVENTING = re.compile(r"suppress|prevent|inhibit|hinder|imped|avoid|block|retard|delay")
_CHANGING = Rare(r"chang|transform|transition|perturb|distort|rearrang", re.IGNORECASE)


def direction_of(link: Link, mention: Mention, tree: Tree) -> str:
    """The direction of a property by its cue; ``""`` where the cue says nothing of it."""
    direction = _kept(link, mention, _brought_about(link, mention, tree))
    if mention.id == "structure" and _PREVENTING.match(link.cue.text):
        return "none" if _CHANGING.search(mention.text) else direction
    is_paced = direction in FLIPPED and not _WIDENING.match(link.cue.text)
    if mention.label == "rateLabel" and not is_paced:
        return ""
    judged = _JUDGING.match(link.cue.text) is not None and mention.id not in _NEUTRAL
    if judged and direction in FLIPPED:
        direction = FLIPPED[direction] if is_flaw(mention.id) else direction
    elif mention.label == "inverseLabel":
        if mention.id == "nucleation" and direction == "present":  # a delay that was seen
            return "" if _is_denied(link, mention, tree) else "decrease"
        direction = _inverted(link, mention, direction)
    if direction and _is_denied(link, mention, tree):
        return _denied(direction, link.cue, tree.reading.text)
    return direction


def _denied(direction: str, cue: Mention, text: str) -> str:
    """What is left of a direction whose cue is denied."""
    if CAUSING.match(cue.text) and text.startswith(" by ", cue.end):
        return ""  # "the ripening was not caused by the heating": only this cause is denied
    if direction == "reported":
        return "" if _SO_FAR.search(text) else "absent"
    return {"present": "absent", "reported": "", "none": ""}.get(direction, "none")


def _inverted(link: Link, mention: Mention, direction: str) -> str:
    """The direction of a property that is named by its opposite or its harm: "corrosion fell".

    If a transmission rate varies, so does the barrier; dissolution that varies is only harm.
    """
    is_level = direction in ("none", "change") and not _KEPT.match(link.cue.text)
    if is_level and mention.id not in _BY_HARM:
        return direction
    if direction == "absent" and mention.id in LASTING:
        return "increase"
    is_harmed = mention.id in HARMED and _OCCURRING.match(link.cue.text) is not None
    return FLIPPED.get(direction, "decrease" if is_harmed else "")


def _brought_about(link: Link, mention: Mention, tree: Tree) -> str:
    """What "shows", "causes" or "induces" says: that it is there, changed, or has grown."""
    direction = link.cue.id
    if direction != "present":
        return direction
    if _CHANGING.search(mention.text):
        return "change"
    if mention.id == "trap_states" and _IN_PASSING.search(tree.reading.text[: mention.start]):
        return ""
    if not CAUSING.match(link.cue.text):
        return direction
    if _is_mere_reason(link, mention, tree.reading.text):
        return ""
    if _is_kept_from(link, tree):
        return "decrease"
    if mention.id == "trap_states" and tree.is_participle(link.cue, behind=True):
        return ""  # "the defects induced by strain": which ones are meant
    is_made = mention.id == "trap_states" and not link.cue.text.endswith("ed")
    is_there = mention.label != "inverseLabel" and is_phenomenon(mention.id)
    return "present" if is_there and not is_made else "increase"


def _is_mere_reason(link: Link, mention: Mention, text: str) -> bool:
    """Whether a verb of causing tells why something is so, or what traps do.

    "The low mobility is caused by grain boundaries", "the traps cause a loss".
    """
    if mention.end >= link.cue.start:
        return False
    is_event = is_phenomenon(mention.id) or is_flaw(mention.id)
    is_harm = mention.label == "inverseLabel"  # a degradation that something caused came about
    if _BY.match(text, link.cue.end) and not (is_event or is_harm):
        return True
    is_doer = _ACTS.fullmatch(text, mention.end, link.cue.start) is not None
    return mention.id == "trap_states" and is_doer


def _kept(link: Link, mention: Mention, direction: str) -> str:
    """To keep a quality is to have it, to keep a phenomenon that it is there."""
    if direction != "none" or not _KEPT.match(link.cue.text):
        return direction
    if is_phenomenon(mention.id):
        return "present"
    return "increase" if mention.id in LASTING else direction


def _is_denied(link: Link, mention: Mention, tree: Tree) -> bool:
    return not _NEGATIVE.search(link.cue.text) and bool(
        negated(tree, link.cue, mention) or _DENYING.search(tree.reading.text, 0, link.cue.start)
    )


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
