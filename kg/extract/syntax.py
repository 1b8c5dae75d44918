"""The relation of two mentions in the dependency tree of their sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Token as Word

from corpus.model import Span
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.lemmas import is_one_of
from kg.extract.text.tags import SUBJECTS

#: Prepositions that introduce the cause or circumstance of a change rather than what changes.
CIRCUMSTANCE = frozenset(
    """by due because via through upon after during despite without than before under
    like as per at with among across throughout within above below beyond versus until since
    around""".split()
)
#: Verbs that make their subject that of a noun of change: "exhibits a decrease".
_LINKING = frozenset("show exhibit display undergo experience see have suffer present".split())
#: Verbs that equate or compare their subject with their object.
_EQUALS = frozenset("match equal exceed surpass outperform outlast outlive".split())
_MODIFIER = frozenset(
    {"amod", "acl", "relcl", "compound", "nmod", "advmod", "nummod", "poss", "npadvmod"}
)
_ARGUMENT = frozenset(
    """dobj nsubj nsubjpass attr acomp oprd pobj prep xcomp ccomp conj appos dative
    pcomp compound nmod amod npadvmod poss advcl acl relcl""".split()
)
#: Participles that introduce a result of their own: "the voltage rises, leading to an efficiency
#: of".
_RESULTING = frozenset(
    """leading resulting yielding giving reaching delivering providing achieving""".split()
)
#: Participles that add a value to a change: "rises, corresponding to a rate of 1 nm/h".
_EQUATING = frozenset({"corresponding", "equivalent", "equal", "equivalently"})
#: Participles that introduce the means: "keeping the pressure constant, using a rate of 1 nm/s".
_USING = frozenset({"using", "employing", "utilizing", "utilising", "applying", "considering"})
#: Verbs of becoming, whose comparative the parser may take for an adverb: "grew longer".
_BECOMING = frozenset("grow become turn get last live decay".split())
#: Verbs that only describe the course of another verb.
_RAISING = frozenset("tend start begin continue keep".split())
#: Directions that state how something changed.
_TELLING = frozenset({"increase", "decrease", "none"})
_MAX_STEPS = 5
_MAX_DISTANCE = 18

#: After a property: a value or a verb of its own.
_HAS_VALUE = re.compile(r"\s?[=≈:]\s?[~≈<>-]?\d|\s(?:being|is|was|are|were)\s(?:\w+\s)?[~≈<>]?\d")


class Tree:
    """The parsed sentence of a reading, addressed by mention."""

    def __init__(self, reading: Reading, doc: Doc) -> None:
        self.reading = reading
        self.doc = doc
        self._heads: dict[Span, Word | None] = {}

    def words(self, mention: Mention) -> list[Word]:
        """Return the words of a mention."""
        return list(self.doc[self.reading.words_of(mention)])

    def head(self, mention: Mention) -> Word | None:
        """Return the word of a mention on which its other words depend."""
        span = mention.start, mention.end
        if span not in self._heads:
            self._heads[span] = _head(self.words(mention))
        return self._heads[span]

    def names_another(self, mention: Mention) -> bool:
        """Return whether a property only specifies another noun: "recombination barrier layers"."""
        word = self.head(mention)
        if _HAS_VALUE.match(self.reading.text, mention.end):
            return False  # "(Voc = 0.6 V, ...)", "the lifetime being 40 ps"
        if word is None or not _names_another(word) or self._is_amount(word.head):
            return False  # an amount is no noun to specify: "a lifetime 40% longer than"
        heads = self.reading.tokens[word.head.i]
        cues = self.reading.of_kind("direction")
        return not any(cue.start < heads.end and heads.start < cue.end for cue in cues)

    def is_level(self, cue: Mention) -> bool:
        """Return whether a verb of the vocabulary is an adjective here: "a narrow peak", "slow"."""
        word = self.head(cue)
        return word is not None and word.tag_ == "JJ" and word.lower_ in ("narrow", "slow", "cut")

    def is_attributive(self, cue: Mention) -> bool:
        """Return whether a cue is an adjective before its noun: "the tunable band gap"."""
        word = self.head(cue)
        return word is not None and word.tag_.startswith("JJ") and word.dep_ == "amod"

    def is_participle(self, cue: Mention, behind: bool = False) -> bool:
        """Return whether a verb only modifies a noun: "the controlled doping", "traps caused by".

        With ``behind``, only a participle after its noun counts.
        """
        word = self.head(cue)
        places = ("acl",) if behind else ("acl", "amod")
        return word is not None and word.tag_ == "VBN" and word.dep_ in places

    def is_of_compound(self, cue: Mention, mention: Mention) -> bool:
        """Return whether a noun of change is joined to its theme: "thickness control and X".

        The words of ``mention`` itself do not count as the theme.
        """
        words = self.words(mention)
        word, own = self.head(cue), {w.i for one in words for w in (one, *one.conjuncts)}
        return (
            word is not None
            and word.tag_.startswith("NN")
            and any(c.dep_ == "compound" and c.i not in own for c in word.children)
            and not any(c.dep_ == "prep" and c.i == word.i + 1 for c in word.children)
        )

    def is_before_noun(self, cue: Mention) -> bool:
        """Return whether an adjective belongs to the noun after it: "and an enhanced lifetime"."""
        word = self.head(cue)
        return (
            word is not None
            and word.tag_.startswith(("JJ", "VBN"))
            and word.dep_ == "amod"
            and word.head.i > word.i
            and word.head.tag_.startswith("NN")
            and not is_one_of(word.head, _PARTS)
            and not self._is_amount(word.head)
        )

    def has_object(self, cue: Mention) -> bool:
        """Return whether a verb acts on an object of its own: "passivation removes the traps"."""
        words = self.words(cue)
        return len(words) == 1 and is_transitive(words[0], reach=4)

    def _is_amount(self, word: Word) -> bool:
        """Return whether a word is part of a quantity, taken for a noun: "rose fourfold"."""
        at = self.reading.tokens[word.i]
        return any(q.start < at.end and at.start < q.end for q in self.reading.of_kind("quantity"))

    def distance(self, cue: Mention, target: Mention) -> float | None:
        """Return the distance from a cue to its target: steps in the tree, plus 0.05 for each word.

        ``None`` if the cue does not describe the target, or is too far away.
        """
        a, b = self.head(cue), self.head(target)
        if a is None or b is None or abs(a.i - b.i) > _MAX_DISTANCE:
            return None
        steps = governs(a, b)
        if steps is not None and cue.id in _TELLING and _is_in_relative(a, b):
            steps = None
        if steps is None:
            steps = modifies(a, b)
        is_said = _is_dependence(a) or a.dep_ == "xcomp" or (a.dep_, a.tag_) == ("acomp", "VBN")
        if steps is None and (cue.id != "change" or is_said):
            steps = predicates(a, b)
        return None if steps is None else steps + 0.05 * abs(a.i - b.i)


#: Nouns that state the amount of the property before them: "had a higher value".
_PARTS = frozenset(
    """value level degree extent number amount rate magnitude intensity efficiency
    performance""".split()
)
#: Nouns that add nothing to the property before them: "the doping level", "the PL decay rate".
_CARRIERS = frozenset(
    """level density rate process value efficiency content concentration degree performance
    behavior behaviour property characteristic capability ability intensity yield time lifetime
    peak loss gain coefficient measurement data constant kinetics dynamics probability strength
    quality curve signal spectrum mechanism pathway channel step""".split()
)

#: Nouns that open a comparison and that the parser attaches to the noun before them ("the yield
#: respect to the bare one").
_COMPARING = frozenset({"respect", "regard", "comparison", "contrast"})


def _head(words: Sequence[Word]) -> Word | None:
    """Return the first of some neighbouring words that depends on none of the others."""
    inside = {word.i for word in words}
    return next((w for w in words if w.head.i not in inside or w.head.i == w.i), None)


def _names_another(word: Word) -> bool:
    """Return whether a noun only specifies the noun after it: "recombination barrier layers"."""
    return (
        word.dep_ == "compound"
        and word.head.tag_.startswith("NN")
        and not is_one_of(word.head, _CARRIERS | _COMPARING)
        and word.head.norm_ not in ("property", "properties")  # the surrogate of another property
        and word.head.lower_ != "results"  # a verb that the tagger took for a noun
        and word.head.i == word.i + 1
    )


def _is_dependence(word: Word) -> bool:
    """Return whether a word states a dependence of its subject ("is dependent on")."""
    is_noun = word.dep_ == "dobj" and word.lower_ in ("dependence", "dependency", "variation")
    return is_noun or (
        word.dep_ == "acomp"
        and word.lower_.endswith(("dependent", "sensitive", "tunable", "tuneable", "different"))
    )


def governs(cue: Word, target: Word) -> float | None:
    """Return the steps from ``target`` up to ``cue`` if the target is an argument of the cue.

    ``None`` if it is not. Conjunctions, prepositions and compounds count as half a step.
    """
    steps, word, through = 0.0, target, ""
    while word.i != cue.i:
        if word.dep_ == "ROOT" or word.dep_ not in _ARGUMENT or steps > _MAX_STEPS:
            return None
        if word.dep_ == "prep" and (
            word.lower_ in CIRCUMSTANCE or word.head.lower_ in ("thanks", "owing")
        ):
            return None
        if through in SUBJECTS and word.dep_ in ("acl", "relcl", "advcl"):
            return None  # the subject of a clause of its own
        if _opens_another(word, through):
            return None
        steps += 0.5 if word.dep_ in ("conj", "prep", "compound") else 1
        through, word = word.dep_, word.head
    if through == "nsubj" and is_transitive(cue) and not is_one_of(cue, _EQUALS):
        return None
    return steps


def _opens_another(word: Word, through: str) -> bool:
    """Return whether a participle or a second verb opens a statement of its own."""
    if word.lower_ in _EQUATING | _RESULTING and word.dep_ in ("acl", "advcl", "amod", "prep"):
        return True
    if word.lower_ in _USING and word.dep_ in ("acl", "advcl"):
        return True
    # the object of a second verb: "lowers the gap and tests the stability"
    return word.dep_ == "conj" and through == "dobj" and is_transitive(word.head)


def _is_in_relative(cue: Word, target: Word) -> bool:
    """Return whether a target is in a clause on another noun: "fewer traps that limit the X"."""
    word, through = target, ""
    while word.i != cue.i and word.dep_ != "ROOT":
        is_clause = word.dep_ == "relcl" or (word.dep_ == "acl" and word.tag_ == "VBG")
        if is_clause and through and through not in SUBJECTS:
            return True
        through, word = word.dep_, word.head
    return False


def is_verb(word: Word) -> bool:
    """Return whether the tagger labelled a word as a verb or an auxiliary."""
    return word.tag_.startswith("VB") or word.tag_ == "MD"


def is_transitive(verb: Word, reach: int = _MAX_DISTANCE) -> bool:
    """Return whether an active verb has an object, so that its subject is not its theme."""
    return is_verb(verb) and any(
        child.dep_ == "dobj"
        and not _is_amount(child)
        and child.lower_ != "place"  # to take place is to happen
        and child.i - verb.i <= reach
        for child in verb.children
    )


def _is_amount(word: Word) -> bool:
    """Return whether a word only states an amount of change: "rose tenfold", "fell 12 %"."""
    return word.text[0].isdigit() or word.lower_.endswith("fold")


def modifies(cue: Word, target: Word) -> float | None:
    """Return the steps from ``cue`` up to ``target`` if it modifies the target, else ``None``."""
    if cue.dep_ in ("relcl", "acl") and (is_transitive(cue) or _has_own_subject(cue)):
        return None  # "defects which lower the yield", "stress, as the ligands were removed"
    steps, word = 0.0, cue
    while word.i != target.i:
        if word.dep_ not in _MODIFIER | {"conj"} or word.dep_ == "ROOT" or steps > 2:
            return None
        if word.dep_ == "conj" and word.i != cue.i and word.tag_.startswith("NN"):
            return None  # "a high stability, low cost and fast ligand removal steps"
        steps += 0.5
        word = word.head
    return steps


def _has_own_subject(verb: Word) -> bool:
    """Return whether a passive verb has a subject other than a relative pronoun."""
    return any(c.dep_ == "nsubjpass" and c.tag_ not in ("WDT", "WP") for c in verb.children)


def predicates(cue: Word, target: Word) -> float | None:
    """Return the steps from ``target`` to ``cue`` if a linking verb joins them, else ``None``.

    "The resistivity is lower", "the mobility showed a strong increase".
    """
    verb = cue.head
    if cue.dep_ == "conj" and is_verb(cue):
        return _shared_subject(cue, target)
    if cue.dep_ == "xcomp" and is_verb(cue):
        return _raised_subject(cue, target)
    becomes = cue.tag_ in ("JJR", "RBR") and is_one_of(verb, _BECOMING)
    if (
        cue.dep_ in ("acomp", "attr", "oprd")
        or becomes
        or (cue.dep_ == "dobj" and is_one_of(verb, _LINKING) and cue.tag_.startswith("NN"))
    ):
        reached = (governs(_meant_by(subject, cue), target) for subject in subjects_of(verb))
        return next((steps + 1 for steps in reached if steps is not None), None)
    return None


def _meant_by(subject: Word, cue: Word) -> Word:
    """Return the noun that a relative pronoun stands for: "the index, which is independent of".

    A comparative after the pronoun only judges a value stated before, so the pronoun is kept.
    """
    is_relative = subject.tag_ == "WDT" and subject.head.dep_ == "relcl" and cue.tag_ == "JJ"
    return subject.head.head if is_relative else subject


def subjects_of(verb: Word) -> list[Word]:
    """Return the subjects of a verb, or of the verb that it completes: "was found to be higher"."""
    for _ in range(3):
        subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
        if subjects or verb.dep_ not in ("xcomp", "conj") or verb.head.i == verb.i:
            return subjects
        verb = verb.head
    return []


def _shared_subject(verb: Word, target: Word) -> float | None:
    """Return the steps if a second verb shares the first one's subject: "falls and recovers"."""
    if any(child.dep_ in SUBJECTS | {"dobj"} for child in verb.children):
        return None
    subjects = [c for c in verb.head.children if c.dep_ in SUBJECTS]
    steps = governs(subjects[0], target) if subjects else None
    return None if steps is None else steps + 1.5


def _raised_subject(verb: Word, target: Word) -> float | None:
    """Return the steps if a verb has the subject of the verb before it: "tends to rise"."""
    if is_transitive(verb) or not (verb.head.tag_ == "VBN" or is_one_of(verb.head, _RAISING)):
        return None
    subjects = [c for c in verb.head.children if c.dep_ in SUBJECTS]
    steps = governs(subjects[0], target) if subjects else None
    return None if steps is None else steps + 1


@dataclass(frozen=True, slots=True)
class Link:
    """A cue that describes a target, with their distance in the tree."""

    cue: Mention
    distance: float


def negated(tree: Tree, cue: Mention, target: Mention) -> bool:
    """Return whether the cue or the target is negated ("does not alter", "no shelling")."""
    for mention in (cue, target):
        word = tree.head(mention)
        if word is None:
            continue
        verb = word if is_verb(word) else word.head
        for child in (*word.children, *(verb.children if is_verb(verb) else ())):
            if child.dep_ == "neg" or (
                child.lower_ in ("no", "neither")
                and child.head.i == word.i
                and not (child.i + 1 < len(tree.doc) and child.nbor().text == ".")  # "no. 2"
            ):
                return True
    return False
