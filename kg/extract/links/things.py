"""Find the things in a noun phrase, each once: reagents, processes and solids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from corpus.model import Span
from kg.extract.knowledge.families import is_oxide
from kg.extract.links.account import OUTER, Account, Part, solids_of, within
from kg.extract.mentions import Mention
from kg.extract.text.rare import Rare
from kg.model import Thing

#: Words for a coating.
COAT = (
    r"(?:over)?coat(?:ing)?s?|(?:over)?coated|caps?|shells?|shelling|matri(?:x|ces)|overlayers?|infill(?:ing|ed)?s?|"
    r"encapsulat(?:ion|ed)|encapsulants?|capping layers?|capping|barrier layers?|interlayers?|"
    r"passivation layers?|protect(?:ive|ion) layers?|"
    r"(?<=the )oxide(?![\s-](?:film|surface|semiconduct|shell|matri|coat|layer|growth|thick|ald))"
)
_COAT_NOUN = re.compile(rf"\b(?:{COAT})\b", re.IGNORECASE)
#: Words for a solid that is added, or for how it is added, before or after the solid.
_BRINGING = "|".join(
    r"""layers? films? buffers? additions? presence introduc\w+ incorporat\w+ inser\w+ doping doped
    deposit\w* growth grown coat\w* deposited use using nanoparticles? nanocrystals? clusters?
    islands? decorat\w+ modif\w+ loading treat\w+ passivat\w+ spacers?""".split()
)
_BROUGHT = re.compile(rf"\b(?:{COAT}|{_BRINGING})\b", re.IGNORECASE)
#: Prepositions before the place or the object of an action.
_PLACE = re.compile(
    r"\b(?:on|onto|around|over|in|into|within|inside|at|for|between|under|among|upon|from|"
    r"prior to|without|than|against|across|of)\b",
    re.IGNORECASE,
)
#: Nouns whose "of" introduces the thing itself: "a layer of ZnO", "the addition of water".
_NOUNS = "|".join(
    """coats? coatings? overcoats? overcoatings? caps? shells? matrix matrices overlayers? infills?
    interlayers? layers? monolayers? nanolaminates? laminates? bilayers? films? islands? clusters?
    nanoparticles amounts? additions? presence absence lack loss removal supply introduction
    insertion injection incorporation replacement intercalation adsorption diffusion deposition
    growth formation ald cycles pulses? doses? number concentrations? content loading
    thickness thicknesses species interactions? reactions? combinations? coexistence effects?
    use help aid means
    advantage result
    because both""".split()
)
_MADE_OF = re.compile(rf"\b(?:{_NOUNS})\s+of\s*(?:[\w-]+\s|\(){{0,6}}$", re.IGNORECASE)
#: Words before something that is added to the sample: "exposure to ozone".
_BROUGHT_TO = Rare(
    r"\b(?:expos\w+(?:\s(?:of|the)\b[^,;]{0,40})?|due|owing|thanks|subject\w*)\s+to\s+"
    r"(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_TOWARDS = re.compile(r"\b(?:to|towards?)\s(?:the\s|an?\s|these\s)?$", re.IGNORECASE)
#: Words before something that is replaced: "replacing water with ozone".
_REPLACED = re.compile(
    r"\b(?:replac|substitut|exchang)\w*\s(?:of\s)?(?:the\s)?(?:(?!with|by|for)\w+\s){0,2}$",
    re.IGNORECASE,
)


def things_in(
    account: Account,
    part: Part,
    start: int,
    end: int,
    outside: Sequence[Span] = (),
    *,
    acts: bool = False,
) -> tuple[Thing, ...]:
    """Return the things that a cause or subject names between two offsets, in order.

    Solids count if they are added to the sample, not if they are the sample. Things after a
    preposition of place and things in a stretch of ``outside`` are left out. ``acts`` is true if
    the phrase is the subject of a verb that changes another thing.
    """
    found: list[Thing] = []
    for mention in within(part.mentions, start, end):
        lead = part.text[start : mention.start]
        if not (_is_placed(lead) or any(a <= mention.start < b for a, b in outside)):
            found += _things_of(account, part, mention, (start, end), acts)
    return tuple(dict.fromkeys(_coats_named_only(found, account, part, start, end)))


#: Words that begin a new phrase.
_NEW_START = re.compile(r"\b(?:that|which|whereas|while)\b|,\s(?=(?:the|this|these|our|an?)\s)")


def _is_placed(lead: str) -> bool:
    """Return whether the words before a thing make it a place or something replaced."""
    lead = _NEW_START.split(lead)[-1]
    if _BROUGHT_TO.search(lead):
        return False
    if _REPLACED.search(lead) or _TOWARDS.search(lead):
        return True
    places = list(_PLACE.finditer(lead))
    if not places:
        return False
    last = places[-1]
    after = lead[last.end() :]
    if re.search(r"\b(?:with|by|using|via|through)\b", after):
        return False
    word = last.group().lower()
    if word == "of":
        return _MADE_OF.search(lead) is None
    return True


def _things_of(
    account: Account, part: Part, mention: Mention, span: Span, acts: bool
) -> Iterator[Thing]:
    if mention.kind == "process":
        if mention.id == "plasma_treatment" and mention.id not in account.processes:
            return  # the plasma step of a deposition
        yield Thing("process", account.name_of(mention))
    elif mention.kind == "chemical":
        yield Thing("chemical", account.name_of(mention))
    elif mention.kind in ("material", "stack"):
        yield from _solid(account, part, mention, span, acts)


#: Words before a solid that was treated or coated.
_COATED = re.compile(r"\b(?:\w*coated|infilled|passivated|treated|doped|capped)\s(?:[\w-]+[\s-])?$")
_LAMINATE = re.compile(rf"\b(?:{COAT}|(?:nano)?laminates?|bilayers?|multilayers?)\b", re.IGNORECASE)
_LAYER = re.compile(r"[\s-](?:[\w-]+\s){0,2}?(?:layers?|films?|buffers?|interlayers?|coatings?)\b")


def _solid(
    account: Account, part: Part, mention: Mention, span: Span, acts: bool
) -> Iterator[Thing]:
    """Yield a solid that is added to the sample, or the sample itself where its layer acts."""
    layers = tuple(map(account.own_name, solids_of(mention)))
    if mention.text.lower() in account.reagents and layers[0] not in account.roles:
        yield Thing("chemical", mention.text.lower())  # a salt: "ligand exchange with HgCl2"
        return
    if len(layers) > 1 and (account.is_around(layers) or account.subjects.isdisjoint(layers)):
        if is_laminate(part, mention, span[0]):
            yield from (Thing("material", formula) for formula in dict.fromkeys(layers))
        return
    if len(layers) != 1 or not _is_told(account, layers[0]):
        return
    roles = account.roles.get(layers[0], frozenset())
    near = part.text[max(span[0], mention.start - 40) : min(span[1], mention.end + 25)]
    is_coated = _COATED.search(part.text[max(span[0], mention.start - 40) : mention.start])
    is_brought = _BROUGHT.search(near) is not None and not is_coated
    is_sample = bool(roles & {"core", "nanocrystal", "film", "product", "substrate"})
    acts = acts and (not roles or _LAYER.match(part.text, mention.end) is not None)
    if roles & OUTER or acts or (is_brought and not (is_sample and not _COAT_NOUN.search(near))):
        yield Thing("material", layers[0])


def is_laminate(part: Part, mention: Mention, start: int = 0) -> bool:
    """Return whether the words around a printed stack call it a laminate or a coat."""
    return (
        _LAMINATE.search(part.text[max(start, mention.start - 40) : mention.end + 25]) is not None
    )


def _is_told(account: Account, formula: str) -> bool:
    """Return whether a solid is one of the study or at least a compound."""
    known = formula in account.roles or formula in account.forms or formula in account.outer
    return known or sum(letter.isupper() for letter in formula) > 1


def _coats_named_only(
    found: Iterable[Thing], account: Account, part: Part, start: int, end: int
) -> Iterator[Thing]:
    """Yield the things, and the one coat of the study for "the coating" without a solid."""
    listed = list(found)
    yield from listed
    if any(thing.kind == "material" for thing in listed):
        return
    for noun in _COAT_NOUN.finditer(part.text, start, end):
        if not _is_placed(part.text[start : noun.start()]):
            coat = nearest_coat(account, part, noun)
            if coat:
                yield from (Thing("material", layer) for layer in _laminate_with(account, coat))
            return


def _laminate_with(account: Account, coat: str) -> tuple[str, ...]:
    """Return the layers of the laminate that contains a coat; else the coat alone."""
    for layers in account.objects:
        if coat in layers and account.is_around(layers):
            return tuple(dict.fromkeys(layers))
    return (coat,)


def _is_put_on(part: Part, noun: re.Match[str], inner: str) -> bool:
    """Return whether "coated" directly precedes a solid: "coated palladium particles"."""
    return any(
        inner in solids_of(m) and not part.text[noun.end() : m.start].strip(" -")
        for m in part.mentions
        if m.start > noun.start()
    )


#: The roles of a coat by the start of its noun; any other noun fits every coat.
_ROLES = {
    "shell": frozenset({"shell"}),
    "matri": frozenset({"matrix"}),
    "infil": frozenset({"matrix"}),
    "overc": frozenset({"matrix", "overlayer"}),
    "overl": frozenset({"overlayer", "matrix"}),
}
_OXIDE = re.compile(r"\boxides?[ -]$|^oxide$", re.IGNORECASE)


def nearest_coat(account: Account, part: Part, noun: re.Match[str]) -> str:
    """Return the coat meant by "the shell" or "the oxide": the only one, or the latest named."""
    if account.is_general:
        return ""
    coated = {c.outer for p in account.parts for c in p.coatings if _is_put_on(part, noun, c.inner)}
    if len(coated) == 1:
        return coated.pop()
    ahead, word = part.text[max(0, noun.start() - 20) : noun.start()], noun.group()
    coats = account.coats(_ROLES.get(word[:5].lower(), frozenset()))
    if _OXIDE.search(ahead) or _OXIDE.search(word):
        coats = tuple(formula for formula in coats if is_oxide(formula))
    if len(coats) == 1:
        return coats[0]
    for other in (part, *account.before(part, sentences=3)):
        named = [f for m in other.mentions for f in solids_of(m)[-1:] if f in coats]
        if named:
            return named[-1]
    return ""
