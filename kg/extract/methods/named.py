"""Processes, techniques and applications: to name one is to use it, unless the words deny it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from kg.extract.context.modality import is_denied, is_hypothetical
from kg.extract.context.openings import is_background, is_closing_use, is_own
from kg.extract.findings import Finding
from kg.extract.knowledge.families import broader
from kg.extract.knowledge.vapour import is_about_particles
from kg.extract.mentions import Mention
from kg.extract.methods.implied import find_implied
from kg.extract.methods.passing import is_in_passing
from kg.extract.methods.unnamed_processes import find_told
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import KINDS, Process
from ontology.claim_kinds import CLAIM_KINDS

#: The kinds of claim whose content is only a term.
_NAMED = tuple(kind.name for kind in CLAIM_KINDS.values() if kind.is_named)
#: The rule for evaporation by its name, of which sputtering is no kind.
EVAPORATED = "evaporation-named"
#: Depositions that are separate from a sputtering in the same sentence.
_OWN_WAY = re.compile(r"evapo|laser|ablat|PLD", re.IGNORECASE)
#: Two techniques within this many characters are one measurement.
_BESIDE = 60
#: Two techniques that a list names side by side.
_AND = re.compile(r"\s*(?:\(\S{2,8}\)\s*)?(?:,|/|and|,\s*and|as well as)\s*")
#: "as opposed to CVD", "unlike sputtering": a process of others.
_CONTRAST = Rare(
    r"(?:as opposed to|opposed to|unlike|instead of|rather than|compared (?:to|with)|"
    r"in contrast to|alternative to|beyond (?:those|that|what)|differ\w* (?:from|to|than)|"
    r"(?:match|resembl|compar|similar|equal|close|than|exceed|approach)"
    r"[^.;]{0,40}\b(?:those|that) (?:of|by|from)|"
    r"other (?:techniques?|methods?)|"
    r"(?:difficult|hard|impossible|challenging) to (?:\w+ ){1,3}(?:by|with|using|via|through))"
    r"[\w\s,()-]{0,60}$|\bcompeting\b[^.;]*$",
    re.IGNORECASE,
)


def find_named(reading: Reading) -> Iterator[Finding]:
    """Yield every process, technique and application that the sentence claims."""
    for mention in (*reading.of_kind(*_NAMED), *find_implied(reading)):
        if not _is_claimed(reading, mention) or _is_refined(reading, mention):
            continue
        term = "ald" if _is_of_vapour(reading, mention) else mention.id
        value: dict[str, Any] = {mention.kind: term}
        content = KINDS[mention.kind](**value)
        is_evaporated = mention.id == "pvd" and _OWN_WAY.search(mention.text) is not None
        rule = EVAPORATED if is_evaporated else f"{mention.kind}-named"
        yield Finding(content=content, at=mention.start, rule=rule)
    yield from _in_longer_names(reading)
    yield from find_told(reading)


#: "ALE" is an epitaxy in a text on growth that does not mention etching.
_GROWS = re.compile(r"^(?!.*\betch).*\b(?:gr[oe]w|epita|deposit)", re.IGNORECASE | re.DOTALL)


def _is_of_vapour(reading: Reading, mention: Mention) -> bool:
    """Return whether "ALE" means epitaxy, or a "liquid ALD precursor" is named."""
    if mention.text.startswith("liquid A"):
        return _REAGENTS.match(reading.text, mention.end) is not None
    is_short = mention.id == "atomic_layer_etching" and mention.text == "ALE"
    return is_short and _GROWS.search(reading.sentence.passage.text) is not None


#: The names of a group of techniques; other names are those of members without a term.
_GROUP = re.compile(r"ion[- ]beam\b.*|IBA", re.IGNORECASE)


def _is_refined(reading: Reading, mention: Mention) -> bool:
    """Return whether a technique is beside a narrower one: "TEM (HAADF-STEM)"."""
    is_member = mention.id == "ion_beam_analysis" and not _GROUP.fullmatch(mention.text)
    if mention.kind != "technique" or is_member:
        return False
    others = reading.of_kind("technique")
    narrower = (m for m in others if mention.id in broader(m.kind, m.id, steps=1))
    gaps = [g for m in narrower if len(g := reading.between(mention, m)) <= _BESIDE]
    return bool(gaps) and not any(_AND.fullmatch(gap) for gap in gaps)


def _in_longer_names(reading: Reading) -> Iterator[Finding]:
    """Yield processes inside longer names: "20 ALD cycles", "self-limiting ALD growth"."""
    for mention in reading.of_kind("quantity", "property"):
        if re.search(r"(?<![\w-])ALD\b", mention.text) and not is_hypothetical(reading, mention):
            content = Process(process="ald")
            yield Finding(content=content, at=mention.start, rule="process-in-name")


def _is_denied(reading: Reading, mention: Mention) -> bool:
    """Return whether a mention is denied; "no carbon was found by XPS" does not deny the XPS."""
    if mention.kind != "technique":
        return is_denied(reading, mention)
    ahead = reading.text[max(0, mention.start - 25) : mention.start]
    return re.search(r"\b(?:[Nn]o|not|without|neither|nor)\s+(?:\w+\s+)?$", ahead) is not None


#: Before a process that is avoided: "to prevent CVD contributions".
_KEPT_OUT = Rare(
    r"\b(?:prevent|suppress|exclud|minimi[sz]|eliminat|inhibit|hinder)(?:e?s|ed|ing|e)?\s+"
    r"(?:(?:any|the|a|possible|unwanted|parasitic|further)\s+)*$"
)
#: A usual method of the field: "is at present typically achieved via CVD".
_USUAL = Rare(
    r"\b(?:is|are|was|were|has been|have been)\b[^.;]{0,30}\b(?:at present|typically|commonly|"
    r"usually|"
    r"traditionally|conventionally|generally|often|currently|mostly|so far)\b[^.;]{0,60}"
    r"\b(?:via|by|using|through|with)\s[^.;]{0,40}$"
)
#: Words after a process that make it a quality or a set of reagents.
_NO_RUN = re.compile(
    r"-like\b|\s(?:occur\w*|(?:was|is) (?:observed|avoided)|"
    r"components?|contributions?|behaviou?r|mode|types? of growth|(?:\w+ )?mechanisms?|"
    r"reactions? (?:are|were) absent)\b"
)
_COMMON = Rare(
    r"\b(?:common|typical|usual|known|standard|conventional)\s+$",
    re.IGNORECASE,
)
_REAGENTS = re.compile(r"\s(?:precursors?|reagents?|chemicals|chemistr(?:y|ies))\b")
#: Etching and depth profiling by ions.
_ION_ETCH = re.compile(r"\s(?:etch|clean|depth|beam\.|with (?:Ar|argon)\+? ions)")
_IONS = re.compile(r"(?:\b(?:Ar|Cs|Xe|ion|argon)\+?|\bs of Ar\+?)[ -]$")


#: Fibres are spun without a substrate.
_FIBRES = re.compile(r"\belectrosp[iu]n|\bspinneret|\b(?:nano)?fib(?:er|re)s?\b", re.IGNORECASE)
#: The plasma step of an ALD cycle is no separate treatment.
_EXPOSURE = re.compile(r"plasma (?:exposure|activation)", re.IGNORECASE)
_CYCLE = re.compile(
    r"\b(?:precursors?|dos(?:e|es|ing)|GPC|(?:co-?)?reactants?|purg(?:e|es|ed|ing)|chemisor\w+|"
    r"(?:half-?\s?)?cycles?|half-?\s?reactions?|OH groups?|hydroxyls?)\b"
)
_PLASMA_ALD = re.compile(r"\bplasma[- ](?:enhanced|assisted)\b|PE-?ALD", re.IGNORECASE)


#: Right before a precipitation that colloids withstand or suffer.
_WITHSTOOD = re.compile(
    r"\b(?:(?:un)?stable|stability|resistant|prone|tend\w*) (?:\w+ )?(?:towards?|against|to|with "
    r"respect to) (?:any |the )?$"
)
#: Right before an evaporation that removes a solvent.
_ROTARY = re.compile(r"\b(?:[Rr]otary|[Rr]otavapo\w*)\s(?:vacuum\s)?$")
#: Right before a sublimation that only purifies a compound.
_PURIFIED = re.compile(r"\bpurif\w+ (?:\w+ )?(?:by|via|through|using|with) (?:[\w-]+ ){0,2}$")
#: After "spraying": substances that leave no film.
_SPRAYED = re.compile(
    r" (?:with )?(?:compressed |cold )?(?:air|nitrogen|N2|argon|water|isopropanol|acetone)\b"
    r"(?! solution)"
)
#: The sample of a comparison: "lower than that of a sputtered layer".
_OF_OTHER = Rare(r"\bthan\s(?:that|those)\s(?:of|for)\s(?:an?\s|the\s)?$")
_APART = (_CONTRAST, _KEPT_OUT, _USUAL, _OF_OTHER)
#: Around the second process of an apparatus: "by a PLD/MBE system".
_SHARED_AHEAD = re.compile(r"\b[A-Z]{3,6}/$")
_SHARED_BEHIND = re.compile(r"\s(?:\w+\s)?(?:systems?|chambers?|tools?|clusters?|apparatus)\b")
_THROWN_DOWN = re.compile(
    r"\s(?:of\s(?:\w+\s){1,3})?(?:(?:by|with|from|using|in)\s"
    r"(?:(?:cold|excess|addition of|adding)\s)*(?:acetone|"
    r"\w*ethanol|methanol|"
    r"\w*propanol|\w*butanol|\w+ acetate|acetonitrile|hexane))|\s(?:and|/)\s(?:re-?dis|centrifug|"
    r"wash)|\s(?:was|were|is)\s(?:\w+\s)?(?:collect|wash|filter|centrifug|(?:re-?)?dispers|dri(?:ed|es)|"
    r"separat|remov|discard)"
)
_AGAIN = re.compile(
    r"\b(?:final|repeated|second|third|subsequent|last|selective|size-selective)\s$|"
    r"\b(?:eliminat|remov|purif|wash|clean|isolat|collect|recover)\w*\s(?:[\w-]+\s){0,2}?"
    r"(?:by|via|through|using)\s(?:[\w-]+\s){0,4}$"
)


def _is_washing(reading: Reading, mention: Mention) -> bool:
    """Return whether a precipitation only cleans existing particles, or is withstood by them."""
    ahead = reading.text[: mention.start]
    behind = _THROWN_DOWN.match(reading.text, mention.end)
    return bool(behind or _AGAIN.search(ahead) or _WITHSTOOD.search(ahead))


def _is_step_of_cycle(reading: Reading, mention: Mention) -> bool:
    """Return whether a plasma or ligand exchange is a step of an ALD cycle and no treatment."""
    is_exchange = mention.id == "ligand_exchange" and not is_about_particles(reading)
    is_plasma = mention.id == "plasma_treatment" and _EXPOSURE.match(mention.text) is not None
    if is_plasma and _PLASMA_ALD.search(reading.sentence.passage.text):
        return True
    return (is_exchange or is_plasma) and _CYCLE.search(reading.text) is not None


#: Words of a sentence on deposition.
_DEPOSITS = re.compile(r"\b(?:deposit|ALD\b|coat|grow|target|electrode|magnetron)", re.IGNORECASE)


def _is_of_etching(reading: Reading, mention: Mention) -> bool:
    """Return whether ions or a plasma etch: "a plasma-enhanced ALE", "sputters in step B"."""
    ahead, behind = reading.text[: mention.start], reading.text[mention.end :]
    if mention.id == "sputtering" and (_ION_ETCH.match(behind) or _IONS.search(ahead)):
        return True
    is_etched = any(m.id == "atomic_layer_etching" for m in reading.of_kind("process")) or (
        re.search(r"\betch", reading.text) is not None and mention.id == "sputtering"
    )
    return is_etched and _DEPOSITS.search(reading.text) is None


def _leaves_no_film(mention: Mention, ahead: str, behind: str) -> bool:
    """Return whether a solvent is evaporated, a compound purified, or a flask sprayed with air."""
    if mention.id == "pvd":
        return bool(_ROTARY.search(ahead) or _PURIFIED.search(ahead))
    return mention.id == "spray_deposition" and _SPRAYED.match(behind) is not None


def _is_set_apart(reading: Reading, mention: Mention) -> bool:
    """Return whether a process is only contrasted with the work, avoided, or a usual method."""
    ahead, behind = reading.text[: mention.start], reading.text[mention.end :]
    if any(words.search(reading.text, 0, mention.start) for words in _APART):
        return True
    if _SHARED_AHEAD.search(ahead) and _SHARED_BEHIND.match(behind):
        return True
    if mention.id == "precipitation" and _is_washing(reading, mention):
        return True
    if _leaves_no_film(mention, ahead, behind):
        return True
    if _is_step_of_cycle(reading, mention):
        return True
    if mention.id == "spin_coating" and _FIBRES.search(reading.sentence.passage.text):
        return mention.text.lower().endswith("spun")
    if mention.id in ("sputtering", "plasma_enhanced_ald") and _is_of_etching(reading, mention):
        return True
    return bool(_COMMON.search(reading.text, 0, mention.start) and _REAGENTS.match(behind)) or bool(
        _NO_RUN.match(behind)
    )


#: Before an application for which the result is suitable, with or without a hedge.
_SUITED = re.compile(
    r"\b(?:desirable|promis\w+|suit(?:able|ed)|attractive|ideal|useful|beneficial|favou?rable|"
    r"potential|possible|candidates?|appl(?:ied|ication|icable)s?|used)\b[^.;]{0,25}"
    r"\b(?:for|in|as|to|of)\b[^.;]{0,60}$",
    re.IGNORECASE,
)


#: Applications that include a catalyst.
_CATALYSED = frozenset({"fuel_cell", "water_splitting", "co2_electroreduction", "photocatalysis"})


def _serves_another(reading: Reading) -> bool:
    """Return whether a sentence names a catalyst's application: "a Pt catalyst for fuel cells"."""
    return any(other.id in _CATALYSED for other in reading.of_kind("application"))


def _is_no_use(reading: Reading, mention: Mention) -> bool:
    """Return whether an application is named without being one of the study."""
    if is_background(reading, mention):
        return True
    if mention.id == "catalysis" and _serves_another(reading):
        return True
    return is_in_passing(reading, mention)


#: After a spectrum as a property of a sample: "absorption spectrum broadening".
_CHANGED = re.compile(r"\s(?:broadening|narrowing|overlap)\b")
#: Right before a range of light: "a part of the near-" infrared spectrum.
_STRETCH = re.compile(
    r"\b(?:near|mid|far|short-?wave|(?:across|covering|(?:part|portion|region|range|rest)s? of) the"
    r"(?: [\w-]+(?:[ -](?:and|to))?)?)[- ]?$"
)


#: Right before an "IR spectroscopy" that does not measure vibrations.
_NEAR = re.compile(r"\b[Nn]ear[- ]?$")


#: The light of a plasma, which does not come from a sample.
_OPTICAL = re.compile(r"\b[Oo]ptical $")
_PLASMA = re.compile(r"\bplasma|\bdischarge|\bPECVD\b", re.IGNORECASE)
#: Before the emission of a plasma torch, which analyses the elements of a solution.
_DIGESTED = re.compile(r"\b(?:ICP|[Ii]nductively[- ]coupled[- ]plasma)[- ]?(?:\([A-Z]+\) )?$")
#: The number after the letters of an oscilloscope model.
_MODEL = re.compile(r"[ -]?\d{3,4}\b")


def _of_plasma(reading: Reading, mention: Mention) -> bool:
    is_optical = (
        _OPTICAL.search(reading.text[: mention.start]) or mention.text[:7].lower() == "optical"
    )
    return bool(is_optical and _PLASMA.search(reading.sentence.passage.text))


def _is_aimed_at(reading: Reading, mention: Mention) -> bool:
    """Return whether a result is said to suit an application, or the text closes with one.

    Such an application counts although it is hedged.
    """
    ahead = reading.text[: mention.start]
    return is_closing_use(reading) or (_SUITED.search(ahead) is not None and is_own(reading))


#: What a study asks, and the process that it runs to find out: "we tested whether it lasts during".
_ASKED = Rare(
    r"\b(?:stud|investigat|determin|examin|test|explor|address|check|assess|evaluat)\w*"
    r"(?: \w+)? whether\b[^.;]*\b(?:during|after|upon)\s(?:the\s)?(?:[\w-]+\s)?$"
)


def _is_asked_in(reading: Reading, mention: Mention) -> bool:
    """Return whether the question is about the course of a process, not whether it runs."""
    is_process = mention.kind == "process"
    return is_process and _ASKED.search(reading.text, 0, mention.start) is not None


def _is_claimed(reading: Reading, mention: Mention) -> bool:
    if _is_denied(reading, mention):
        return False
    is_use = mention.kind == "application"
    if mention.kind == "technique":  # its results may be hypothetical, its use is not
        ahead = reading.text[: mention.start]
        is_light = mention.text == "infrared spectrum" and _STRETCH.search(ahead)
        is_light = is_light or (mention.id == "ftir" and _NEAR.search(ahead))
        if mention.id == "photoluminescence" and _of_plasma(reading, mention):
            return False
        if mention.id in ("optical_spectroscopy", "auger") and _DIGESTED.search(ahead):
            return False
        if mention.text == "TDS" and _MODEL.match(reading.text, mention.end):
            return False
        return not is_light and _CHANGED.match(reading.text, mention.end) is None
    is_run = (is_use and _is_aimed_at(reading, mention)) or _is_asked_in(reading, mention)
    if is_hypothetical(reading, mention) and not is_run:
        return False
    if is_use:
        return not _is_no_use(reading, mention)
    return not _is_set_apart(reading, mention)
