"""Find doped solids: "Nb-doped WS2", "doping of ZnTe with Ni2+", "heavily doped dots".

The notation of a solid shows dopants as well: ``Mn:ZnSe``, ``NaYF4:Yb,Er``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.context.modality import is_denied, is_hypothetical
from kg.extract.finders.dopants import DOPANT, ELEMENT
from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.outcomes.assertion import is_asserted
from kg.extract.patterns import Rule, find_all
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Material, Outcome
from kg.notation.symbols import SYMBOL

#: Excludes elements that a precursor leaves in a film.
_NO_IMPURITY = r"(?!(?:oxygen|hydrogen|nitrogen|chlorine|fluorine|sulfur|[HNOCF])\b)"
_OXIDE = (
    r"(?i:alumina|gallia|yttria|ceria|gadolinia|scandia|samaria|magnesia|calcia|titania|zirconia|"
    r"niobia|lanthana|ytterbia|hafnia|silica)"
)
#: A solid with the sign of its carriers, except a wafer that is bought with it.
_CARRIERS = (
    r"(?:[np]- (?:or|and|to) )?[np][- ]?type\b(?! (?:\w+[ -])?(?:Si\b|silicon|Ge\b|germanium|GaAs|"
    r"GaN|wafer|substrate|contact|material|channel|layer|oxide|window))"
)
#: A dopant before or after the word, or a degree that only a doped sample has.
_DOPED = Rare(
    rf"(?<![\w@-])(?:{ELEMENT}|{_OXIDE})\)?\??\s?[-‐–]?\s?(?:co-?)?dop(?:ed|ing)\b|"
    rf"\b(?:[Cc]o-?)?[Dd]op(?:ed|ing) (?:[^.,;()]{{1,60}} )?(?:with|by|of) "
    rf"(?:[\w%.]+ ){{0,3}}{ELEMENT}|"
    r"\b(?:heavily|highly|heavy|degenerately|[np]-type|n-|p-)\s?(?:doped|doping)\b|"
    r"\b(?:was|were|is|are) (?:successfully )?doped\b|"
    r"(?<!of )(?<!to )\bdop(?:es|ed) (?:the|its|their)\b|"
    rf"\bincorporation of {_NO_IMPURITY}{ELEMENT}"
    r"(?: (?:ions?|atoms?|dopants?))?(?= (?:in|into|within|was|were|has been)\b)|"
    r"\bmajority (?:charge )?carriers (?:are|were) (?:electrons|holes)\b|"
    # a part of an element is replaced by another
    r"\b(?:[Rr]eplac|[Ss]ubstitut|[Ee]xchang)(?:es?|ed|ing|ement of|ion of)? "
    r"(?:(?:about|only|just|up to|~)\s?)*(?:some|a few percent|part|"
    r"[\d.]+\s?(?:at\.?\s?|mol\.?\s?)?%) of (?:the |its )?"
    rf"{ELEMENT}(?: \w+){{0,2}}? (?:with|by|for) {ELEMENT}"
    # an ion on the site of another
    rf"|(?<![\w@-]){_NO_IMPURITY}{ELEMENT}(?: (?:ions?|atoms?|dopants?))? "
    r"(?:was|were|is|are) (?:\w+ly )?"
    r"(?:incorporated|substituted|built|inserted|introduced) (?:in|into|on|onto|at) (?:the |its )?"
    r"[^.;,]{0,25}\b(?:lattices?|sites?|hosts?)\b|"
    rf"(?<![\w@-]){ELEMENT}(?: (?:ions?|atoms?))? (?:partially |partly )?"
    rf"(?:replac|substitut)(?:e[sd]?|ing)(?: for)? (?:the )?{ELEMENT}"
    r"(?: (?:ions?|atoms?|sites?))? (?:in|on|at|of|within)\b"
    # one cycle of another oxide between many of the host
    r"|\b(?:one|an?|single|1) [A-Z]\w+ (?:sub-?)?cycle (?:after|for|in|between|into) every "
    r"(?:[\w-]+ ){0,2}cycles?\b|"
    # the sign of its carriers
    r"\b(?:is|are|was|were|be|bec[ao]mes?|remain(?:s|ed)?|stay(?:s|ed)?|"
    r"behave[sd]?(?: as| like)?|acts? as|yield(?:s|ed|ing)?|g[ai]ves?|"
    r"giving|produc\w+|show\w*|exhibit\w*|display\w*|reveal\w*|indicat\w+|confirm\w*|prov\w+) "
    rf"(?:(?:\w+ly|an?|the|clear|be|strongly) )*{_CARRIERS}"
)


#: A wafer is bought as doped; a doping level is a quantity with words of its own.
_OF_WAFER = re.compile(
    r"\b(?:wafers?|substrates?)\b[^.;,]{0,30}\bdoped|\bdoped\b[^.;,]{0,20}\b(?:wafer|substrate)|"
    r"\b(?:[Ff]luorine|F)[- ]doped (?:tin (?:di)?oxide|SnO2)"
)
_ASPECT = re.compile(r"\s+(?:efficienc|levels?|concentrations?|densit|ratio|strateg|behavio)")


def find_dopings(reading: Reading) -> Iterator[Finding]:
    """Yield the doping of a solid, at most once in a sentence."""
    for match in _DOPED.finditer(reading.text):
        place = Mention(
            start=match.start(), end=match.end(), kind="property", id="doping", text=match.group()
        )
        if is_denied(reading, place) or is_hypothetical(reading, place):
            continue
        if _OF_WAFER.search(reading.text) or _ASPECT.match(reading.text, match.end()):
            continue
        if is_asserted(reading, place):
            content = Outcome(property="doping", direction="present")
            yield Finding(content=content, at=match.start(), rule="doping-told")
            return


#: A few cycles of one solid among many of another dope the film; slots ``x``, ``cycles`` and ``y``.
DOPING_CYCLES = (
    Rule(
        "doping-cycles",
        "(one|single|an?|each|<Q\\d+>) [of] {M:x} [cycles] [cycle] [pulse] (after|per|for|in|every|"
        "each|between) [every] [each] {Q:cycles} [of] {M:y}",
        "dopant",
        "one Al2O3 cycle after every 24 cycles of ZnO",
        "one Al2O3 cycle after the ZnO cycles",
    ),
)
#: With fewer cycles of the host, the film is a laminate or an alloy.
_HOST_CYCLES = 4


def _of_cycles(reading: Reading) -> Iterator[Finding]:
    for rule, found in find_all(DOPING_CYCLES, reading):
        count = _COUNT.match(found["cycles"][0].text)
        dopant = SYMBOL.match(found["x"][0].id)
        if count is None or dopant is None or int(count[1]) < _HOST_CYCLES:
            continue
        for role, formula in (("dopant", dopant[0]), ("film", found["y"][0].id)):
            content = Material(role=role, formula=formula)
            yield Finding(content=content, at=found["x"][0].start, rule=rule.id)


_COUNT = re.compile(r"(\d+)\s(?:\w+[- ])?cycles?\b")
#: A donor and a fullerene with a colon between them: a blend.
_BLENDED = re.compile(r":\s?(?:C[67]\d|PC\d\dBM|PCBM)|^C[67]\d:")


#: Words before a bought solid, and before a ratio of two amounts: "a ratio of Ag:S".
_NOT_DOPED = Rare(r"\bcommercial(?:ly)?\b[^.;,]{0,40}$|\bratios?\s(?:of|between)\s$")


def find_noted(reading: Reading) -> Iterator[Finding]:
    """Yield dopants from words and from the notation of solids, and one doping outcome.

    Hydrogen in amorphous silicon is not a dopant.
    """
    told = False
    yield from _of_cycles(reading)
    for ion in reading.of_kind("ion"):
        if ion.label == DOPANT and not _OF_WAFER.search(reading.text):
            content = Material(role="dopant", formula=ion.id)
            yield Finding(content=content, at=ion.start, rule="doped-by")
    for mention in reading.of_kind("material", "stack"):
        layers = mention.stack.flat if mention.stack is not None else ()
        dopants = [dopant for layer in layers for dopant in layer.dopants]
        names = [name for dopant in dopants for name in dopant.symbols if name != "H"]
        is_none = _NOT_DOPED.search(reading.text, 0, mention.start) is not None
        if not names or is_none or is_denied(reading, mention) or _BLENDED.search(mention.text):
            continue
        for name in dict.fromkeys(names):
            content = Material(role="dopant", formula=name)
            yield Finding(content=content, at=mention.start, rule="dopant-noted")
        is_meant = is_asserted(reading, mention) and not is_hypothetical(reading, mention)
        if is_meant and not told:
            doped = Outcome(property="doping", direction="present")
            yield Finding(content=doped, at=mention.start, rule="dopant-noted")
            told = True
