"""The arguments of a verb or a noun of action in the parse, in any voice.

"X was coated with Y", "coating X with Y", "X coated with Y", "X that Y coats", "Y-coated X" and
"the coating of X with Y" have the same two arguments.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token as Word

from kg.extract.text.tags import SUBJECTS

Argument = tuple[str, Word]

#: Each preposition -> the one that represents its group.
PREPOSITIONS = {
    "onto": "on", "upon": "on", "over": "on", "atop": "on", "into": "in", "inside": "in",
    "within": "in", "throughout": "in", "via": "by", "through": "by", "beneath": "under",
    "below": "under", "underneath": "under",
}  # fmt: skip
USING = frozenset({"using", "employing", "utilizing", "utilising"})
#: Verbs with two objects: "gave the dots a shell", "the dots were given a shell".
_GIVE = frozenset({"give", "lend", "grant", "provide"})
#: "Deposited on copper lines by ALD": the object of such a preposition lies below and was not made.
_GROUNDS = frozenset({"on", "onto", "over", "upon", "atop"})
_WHILE = frozenset({"during", "upon", "after", "following"})
_RELATIVE = frozenset({"which", "that", "who"})
#: Light verbs, whose phrases belong to their noun of action: "the growth was carried out on Si".
_LIGHT = frozenset(
    "carried performed conducted done achieved made used accomplished realized started began run "
    "took takes proceeds proceeded occurs occurred starts begins studied investigated".split()
)


def is_verbal(word: Word) -> bool:
    """Return whether a word is a verb, or a participle that the tagger took for an adjective.

    A gerund before "of" is a noun: "the etching of ZnO".
    """
    if word.tag_ == "VBG" and any(c.lower_ == "of" and c.i == word.i + 1 for c in word.children):
        return False
    is_participle = word.tag_ in ("JJ", "NNP") and word.lower_.endswith("ed")
    return is_participle or word.tag_.startswith("VB")


def arguments_of(word: Word, is_ergative: bool = False) -> list[Argument]:
    """Return the arguments of a predicate, as pairs of grammatical function and word.

    With ``is_ergative``, the subject of an intransitive use counts as its object: "ZnO grows".
    """
    found = list(_of_verb(word, is_ergative) if is_verbal(word) else _of_noun(word))
    taken = {function for function, _ in found}
    level = found
    while level:  # phrases that the parser attached to an argument
        deeper = [
            (function, other)
            for _, argument in level
            for member in (argument, *argument.conjuncts)
            for function, other in _phrases(member)
            if function not in taken and function != "of" and other.i > word.i
        ]
        taken |= {function for function, _ in deeper}
        found += deeper
        level = deeper
    return found


def _of_verb(verb: Word, is_ergative: bool) -> Iterator[Argument]:
    own = list(_around_verb(verb))
    functions = {function for function, _ in own}
    has_object = "object" in functions
    for function, word in own:
        is_theme = function == "subject" and not has_object and _is_undergone(verb, is_ergative)
        yield ("object" if is_theme else function), word


def _is_undergone(verb: Word, is_ergative: bool) -> bool:
    """Return whether the subject of a verb without an object undergoes the event."""
    has_auxiliary = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return is_ergative or (verb.tag_ in ("VBN", "VBD", "JJ") and not has_auxiliary)


def _around_verb(verb: Word) -> Iterator[Argument]:
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    objects = [child for child in verb.children if child.dep_ in ("dobj", "dative")]
    is_given = verb.lemma_ in _GIVE and len(objects) > (0 if passive else 1)
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            function = "recipient" if is_given and passive else "object" if passive else "subject"
            yield function, _antecedent(child, verb)
        elif is_given and not passive and child == objects[0]:
            yield "recipient", child
        elif child in objects and child.tag_ not in ("IN", "TO"):
            yield "object", _antecedent(child, verb)
        elif child.dep_ in ("npadvmod", "compound", "nmod") and child.i < verb.i:
            yield "joined", child
    yield from _phrases(verb)
    yield from _shared(verb)


def _antecedent(word: Word, verb: Word) -> Word:
    """Return the word that "which" or "that" stands for, or the word itself."""
    is_relative = word.lower_ in _RELATIVE and verb.dep_ == "relcl"
    return verb.head if is_relative else word


def _shared(verb: Word) -> Iterator[Argument]:
    """Yield the arguments of a verb that belong to the word on which it depends."""
    head = verb.head
    if head.i == verb.i:
        return
    if verb.dep_ == "acl":
        yield ("subject" if verb.tag_ == "VBG" else "object"), head
        yield from _bearer(head)
    elif verb.dep_ == "amod":  # "Infilling films" at the beginning of a title
        yield ("object" if verb.tag_ == "VBG" and verb.i == 0 else "modified"), head
    elif not any(child.dep_ in SUBJECTS for child in verb.children):
        yield from _subjects_of_head(verb)


def _bearer(word: Word) -> Iterator[Argument]:
    """Yield what carries something: the plates of "plates with 5 nm of ZnO grown by ALD"."""
    while word.dep_ == "pobj" and word.head.lower_ == "of":
        word = word.head.head
    is_borne = word.dep_ == "pobj" and word.head.lower_ == "with"
    if is_borne and not is_verbal(held := word.head.head):
        yield "bearer", held


def _subjects_of_head(verb: Word) -> Iterator[Argument]:
    """Yield the subject of "was coated and annealed" and of "were spin-coated"."""
    head = verb.head
    subjects = [(c.dep_, _antecedent(c, head)) for c in head.children if c.dep_ in SUBJECTS]
    if verb.dep_ in ("acomp", "attr"):
        yield from (("object", word) for _, word in subjects)
    elif verb.dep_ in ("conj", "xcomp", "dep") and is_verbal(head):
        if head.dep_ in ("acl", "amod"):
            yield "object", head.head
        is_passive = any(child.dep_ == "auxpass" for child in verb.children)
        for dependency, word in subjects:
            yield ("object" if is_passive or dependency == "nsubjpass" else "subject"), word


def _of_noun(noun: Word) -> Iterator[Argument]:
    yield "itself", noun
    yield from _made_by(noun)
    for child in noun.children:
        if child.dep_ in ("compound", "nmod") and child.i < noun.i:
            yield "object", child
    for function, word in _phrases(noun):
        yield ("object" if function == "of" else function), word
    verb = noun.head
    if noun.dep_ in SUBJECTS and verb.lower_ in _LIGHT:
        yield from _phrases(verb)


def _made_by(noun: Word) -> Iterator[Argument]:
    """Yield the product of a noun of action: "ALD TiO2", "TiO2 by ALD"."""
    head = noun.head
    if noun.dep_ in ("compound", "nmod", "amod") and head.i > noun.i:
        yield "object", head
    if head.dep_ != "prep" or head.head.i == head.i:
        return
    held = head.head
    if head.lower_ in ("by", "via", "through"):
        yield from _made_through(held, head)
    elif head.lower_ in _WHILE:
        verbs = [c for c in held.children if c.dep_ in (*SUBJECTS, "dobj")]
        yield from (("during", word) for word in (verbs if is_verbal(held) else [held]))


def _made_through(held: Word, preposition: Word) -> Iterator[Argument]:
    """Yield the product of "by ALD": the noun before it, or what that noun carries."""
    is_ground = held.dep_ == "pobj" and held.head.lower_ in _GROUNDS
    if is_ground or is_verbal(held):
        return
    borne = [c for c in held.children if c.lower_ == "with" and held.i < c.i < preposition.i]
    if not borne:
        yield "object", held
        return
    yield "bearer", held  # "cathodes with 2 nm of ZnO by ALD"
    yield from (("object", g) for c in borne for g in c.children if g.dep_ == "pobj")


def _phrases(word: Word) -> Iterator[Argument]:
    """Yield the prepositional phrases of a word, and the means that it is said to use."""
    for child in word.children:
        if child.dep_ in ("prep", "agent"):
            yield from _of_preposition(child)
        elif child.lower_ in USING:
            yield from (("using", g) for g in child.children if g.dep_ in ("dobj", "pobj"))


def _of_preposition(preposition: Word) -> Iterator[Argument]:
    name = preposition.lower_
    if name in USING:
        yield from (("using", g) for g in preposition.children if g.dep_ in ("dobj", "pobj"))
        return
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield PREPOSITIONS.get(name, name), _antecedent(child, preposition.head)
        elif child.dep_ in ("conj", "prep") and child.tag_ in ("IN", "TO"):
            yield from _of_preposition(child)
