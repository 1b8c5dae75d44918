"""Processes, techniques and applications: naming one is using it, unless the words deny it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.extract.findings import Finding
from kg.extract.mentions import Mention
from kg.extract.modality import is_denied, is_hypothetical
from kg.extract.reading import Reading
from kg.extract.rules.families import broader
from kg.model import Application, Content, Process, Technique

_MAKERS: dict[str, Callable[[str], Content]] = {
    "process": lambda id: Process(process=id),
    "technique": lambda id: Technique(technique=id),
    "application": lambda id: Application(application=id),
}
_SYNTHESIS = re.compile(r"(?<!\S)synthes[ie]s of (?:\S+ ){0,4}?<F(\d+)> ")
_COLLOIDAL_FORMS = frozenset(
    {"quantum_dot", "nanocrystal", "nanoplatelet", "nanorod", "dot_in_rod"}
)
#: Processes that a verb tells where no name does.
_TOLD_PROCESSES = (
    (
        "plasma_treatment",
        re.compile(
            r"\b(?:treated|cleaned|activated|functionali[sz]ed)\s+(?:\w+\s+)?(?:with|by|in|using)\s+"
            r"(?:an? )?(?:[\w/]+[ -])?plasma\b",
            re.IGNORECASE,
        ),
    ),
    (
        "surface_pretreatment",
        re.compile(
            r"\b(?:substrates?|wafers?|samples?|coupons?|pieces)\b[^.;]{0,60}"
            r"\b(?:cleaned|degreased|(?:ultra)?sonicated)\b|(?<!reactor was )(?<!walls were )"
            r"(?<!chamber was )(?<!reactor were )\b(?:cleaned|degreased)\s+"
            r"(?:\w+ )?(?:by|in|with|using)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "ligand_exchange",
        re.compile(
            r"\bligands?\s+(?:were |was |are |is )?(?:then )?(?:replaced|exchanged|displaced)\b"
        ),
    ),
    (
        "colloidal_synthesis",
        re.compile(r"\b(?:hot[- ]inject\w*|(?:swift|rapid|quick)ly injected|by injecting)\b"),
    ),
)
#: Up to so many characters apart, two techniques are one measurement.
_BESIDE = 60
#: Names of applications that are also verbs: "the dots display a broad emission".
_VERBS = frozenset({"display", "displays"})
_DEVICE_NOUN = re.compile(
    r"\s+(?:applications?|technolog\w+|devices?|panels?|backlight\w*|industry)\b|\s*[.,;)]"
)
#: "as opposed to CVD", "unlike sputtering": the process of others.
_CONTRAST = re.compile(
    r"(?:as opposed to|opposed to|unlike|instead of|rather than|compared (?:to|with)|"
    r"in contrast to|alternative to|such as chemical or|"
    r"other (?:techniques?|methods?))[\w\s,()-]{0,60}$|\bcompeting\b[^.;]*$",
    re.IGNORECASE,
)


def find_named(reading: Reading) -> Iterator[Finding]:
    """Every process, technique and application that the sentence claims."""
    for mention in reading.of_kind(*_MAKERS):
        if not _is_claimed(reading, mention) or _is_refined(reading, mention):
            continue
        content = _MAKERS[mention.kind](mention.id)
        yield Finding(content=content, at=mention.start, rule=f"{mention.kind}-named")
    yield from _particle_synthesis(reading)
    yield from _in_longer_names(reading)
    for process, words in _TOLD_PROCESSES:
        told = words.search(reading.text)
        if told is not None:
            content = Process(process=process)
            yield Finding(content=content, at=told.start(), rule="process-told", certain=0.7)


def _is_refined(reading: Reading, mention: Mention) -> bool:
    """ "TEM (HAADF-STEM)": a technique beside a narrower one."""
    return mention.kind == "technique" and any(
        mention.id in broader("technique", other.id, steps=1)
        and len(reading.between(mention, other)) <= _BESIDE
        for other in reading.of_kind("technique")
    )


def _in_longer_names(reading: Reading) -> Iterator[Finding]:
    """ "20 ALD cycles" and "self-limiting ALD growth" name the process as well."""
    for mention in reading.of_kind("quantity", "property"):
        if re.search(r"(?<![\w-])ALD\b", mention.text) and not is_hypothetical(reading, mention):
            content = Process(process="ald")
            yield Finding(content=content, at=mention.start, rule="process-in-name")


def _particle_synthesis(reading: Reading) -> Iterator[Finding]:
    """ "The synthesis of PbS quantum dots": colloidal, where no other way of making is named."""
    match = _SYNTHESIS.search(reading.shorthand)
    if match is None or reading.of_kind("process"):
        return
    form = reading.mentions[int(match[1])]
    if form.id in _COLLOIDAL_FORMS:
        content = Process(process="colloidal_synthesis")
        yield Finding(content=content, at=form.start, rule="particle-synthesis", certain=0.7)


def _is_denied(reading: Reading, mention: Mention) -> bool:
    """ "No carbon was found by XPS" denies the carbon and not the XPS."""
    if mention.kind != "technique":
        return is_denied(reading, mention)
    ahead = reading.text[max(0, mention.start - 25) : mention.start]
    return re.search(r"\b(?:no|not|without|neither|nor)\s+(?:\w+\s+)?$", ahead) is not None


#: A laser, a diode or a lamp that only shines on the sample.
_TOOL_BEHIND = re.compile(
    r"\s(?:beams?|pulses?|light|irradiation|excitation|illumination|source|power|spot|wavelength|at\s\d"
    r"|with\s(?:a\s)?\d|operating|ablation|diffraction|anneal|scribing|scanning)"
)
_TOOL_AHEAD = re.compile(
    r"(?:\b(?:excit|pump|irradiat|illuminat|prob|measured|recorded|focus)\w*\b[^.;]{0,40}|"
    r"\d\s?(?:nm|W|mW)\s(?:[\w-]+\s){0,2}|\b(?:HeNe|He-Ne|Nd:YAG|Ti:sapphire|femtosecond|pulsed|fs|cw|CW)\s)$",
    re.IGNORECASE,
)


def _is_tool(reading: Reading, mention: Mention) -> bool:
    """Whether an application is the instrument of a measurement: "a 405 nm laser"."""
    if mention.kind != "application" or mention.id not in ("laser", "light_emitting_diode"):
        return False
    ahead = _TOOL_AHEAD.search(reading.text[: mention.start])
    return ahead is not None or _TOOL_BEHIND.match(reading.text, mention.end) is not None


def _is_claimed(reading: Reading, mention: Mention) -> bool:
    if _is_denied(reading, mention) or is_hypothetical(reading, mention):
        return False
    if _is_tool(reading, mention):
        return False
    if mention.text.lower() in _VERBS and not _DEVICE_NOUN.match(reading.text[mention.end :]):
        return False
    if mention.id == "sputtering" and re.match(
        r" (?:etch|clean|depth|with (?:Ar|argon)\+? ions)", reading.text[mention.end :]
    ):
        return False
    if re.match(r"-like| (?:component|contribution|behaviou?r)\b", reading.text[mention.end :]):
        return False  # "in a CVD-like fashion"
    return mention.kind != "process" or not _CONTRAST.search(reading.text[: mention.start])
