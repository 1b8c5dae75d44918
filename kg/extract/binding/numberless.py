"""Settings without a number: room temperature, an inert atmosphere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.chemicals.blanket_gases import is_over_liquid
from kg.extract.mentions import Mention
from kg.extract.owners import Owned
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare

#: "Annealed in nitrogen", "calcined under flowing Ar", "synthesis under argon".
_INERT_HEAT = Rare(
    r"\b(?:anneal|RT[AP]\b|rapid thermal|calcin|sinter|pyroly|carboni[sz]|crystalli[sz]|"
    r"heat(?:ed|ing| treat)|synthesi|stirr|reflux|prepared)\w*\b[^.;]{0,60}?"
    r"\b(?:in|under)\s(?:an?\s|the\s|flowing\s|pure\s|dry\s|ultrapure\s|constant\s|inert\s)*(?:N2|nitrogen|Ar|argon|He|helium)\b(?!\s?(?:plasma|/|-filled))|"
    r"\b(?:back-?fill|refill|re-?fill|bubbl|sparg|degass?)(?:ed|ing)\b[^.;\d]{0,40}?"
    r"\b(?:with|by|under|in|using)\s(?:pure\s|dry\s|inert\s)*(?:N2|nitrogen|Ar|argon)\b|"
    r"\b(?:exposed|switched|changed)\sto\s(?:N2|nitrogen|Ar|argon)\b(?=[^.;]{0,20}\bheat)|"
    r"\bunder\s(?:an?\s|the\s|constant\s|continuous\s|gentle\s)*(?:flow|stream|blanket|flux)\sof\s"
    r"(?:N2|nitrogen|Ar|argon)\b|"
    r"\bunder\s(?:an?\s|the\s|constant\s|continuous\s|gentle\s)*(?:N2|nitrogen|Ar|argon)\s"
    r"(?:flow|stream|blanket|flux)\b"
)


#: The label of a sample: "RT-PC2".
_LABEL = re.compile(r"-[A-Z0-9]")


#: Words for a mere bound or a condition that is avoided: "a Curie temperature above room
#: temperature", "without the need for".
_NEITHER = re.compile(
    r"\b(?:above|below|beyond|(?:high|low)er than|without(?: the)?(?: need for| use of)?)\s"
    r"(?:the\s|an?\s|any\s)?$"
)


#: A change that only ends at a temperature: "cooled down to room temperature".
_REACHED = re.compile(
    r"\b(?:cool|warm|heat|increas|decreas|lower|reduc|return|brought|fell|equilibrat|until)\w*\b[^.,;]{0,40}?"
    r"\b(?:to|reach(?:ed|ing|es)?)\s(?:about\s|around\s|the\s)?(?:room\stemperature\s\()?$"
)


def find_numberless(reading: Reading) -> Iterator[Owned]:
    """Yield the settings that are stated in words: room temperature and inert atmosphere."""
    heated = _INERT_HEAT.search(reading.text)
    over = [m.end for m in reading.of_kind("chemical") if is_over_liquid(reading, m)]
    for end in [heated.end()] if heated is not None else over[:1]:
        text = reading.text[end - 1 : end]
        gas = Mention(start=end - 1, end=end, kind="parameter", id="inert_atmosphere", text=text)
        yield Owned(gas, "process", gas.id, "heated-in-inert-gas")
    for mention in reading.of_kind("parameter"):
        if mention.id not in ("room_temperature", "inert_atmosphere"):
            continue
        ahead = reading.text[: mention.start]
        if _NEITHER.search(ahead) or (
            mention.id == "room_temperature" and _REACHED.search(ahead) is not None
        ):
            continue
        if not _LABEL.match(reading.text, mention.end):
            yield Owned(mention, "process", mention.id, "numberless-condition")
