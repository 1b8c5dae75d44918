"""Find solids that serve "as" a part of a device: "IGZO as the channel".

A list of solids is paired with a list of parts of the same length ("with IGZO and HfO2 as channel
and gate dielectric"); a single part is the role of every solid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.mentions import Mention
from kg.extract.patterns import Rule
from kg.extract.reading import Reading
from kg.extract.solids.role_names import role_in, spelled

#: Parts of a device that are films as well as the named part.
_FILM = re.compile(
    r"\b(?:dielectrics?|insulators?|channels?|semiconductors?|buffers?|gate oxides?|"
    r"(?:active|switching|seed|adhesion) layers?|diffusion barriers?)\b"
)
_LIST = Rule(
    "as-role",
    "{M*:x} [F] [layers] [films] (?:(?:,\\s)?and\\s(?:its|their)\\s(?:use|usage|application|"
    "utili[sz]ation|performance)\\s)?(?:for\\s(?:use|application)\\s(?=as\\b))?(?:(?!as|with|of|for|and|<M\\d+>|<C\\d+>)[^\\s;:]+\\s){0,3}?as",
    "",
    "with Pt and Au as the gate electrode and the top contact",
    "with Pt and Au on the gate electrode",
)
_SERVES = Rule(
    "serves-as",
    "{M*:x} [F] [layers] [films] [,] (?:(?:grown|deposited|prepared|obtained|made)\\s"
    "(?:[^\\s;:,]+\\s){1,4}?)?(?:(?:was|were|is|are|have|has|can|serves?|served|acts?|acted|"
    "functions?)\\s)(?:(?!as\\b|with\\b|which\\b|followed\\b|then\\b|<C\\d+>|and\\s(?!used|employed|applied|tested|"
    "served|acts?))[^\\s;:]+\\s){0,10}?as",
    "",
    "SnO2 was deposited on carbon cloth by ALD as the anode.",
    "SnO2 was deposited on carbon cloth.",
)
AS_ROLES = (_LIST, _SERVES)
_INDEX = re.compile(r"<M(\d+)>")
#: Words before a substrate, to which "as" does not refer.
_BELOW = re.compile(r"\b(?:on|onto|over) (?:[\w-]+ |<M\d+> (?:- )?)?$")
_BESIDE = re.compile(r"\b(?:on|onto|over|coated with|covered with|by) (?:[\w-]+ )?$")
#: Words for a merely possible use: "are candidates as barriers", "have potential as".
_MAYBE = re.compile(r"\b(?:candidates?|potential|promis\w+|could|might|may|proposed) ")
#: An ion that absorbs light for others is a dopant: "NaYF4 with Er3+ as the sensitizer".
_ION = re.compile(r"[+⁺] as$")
#: A part that only qualifies a parameter: "as the substrate temperature increases".
_SETTING = re.compile(
    r"\b(?:substrate|electrode|gate|channel|core|shell|matrix|film|cathode|anode)s? "
    r"(?=(?:temperatures?|bias(?:es)?|potentials?|voltages?|holders?|heaters?|stages?|rotation|"
    r"sizes?|diameters?|lengths?|widths?|thickness(?:es)?|areas?)\b)"
)
#: Words that end the list of parts.
_END = re.compile(
    r"(?:^|(?<= ))(?:[.;:()]|(?<!and )as|in|for|on|to|with|of|by|which|that|were|was|is|are|from|"
    r"using|between|against|over|onto|under|upon|at|"
    r"<[MSC]\d+>) "
)
#: A reference electrode, which is not part of the sample.
_REFERENCE = re.compile(r"^(?!.*\b(?:counter|working)\b).*\breference\b.*\belectrode")
_AND = re.compile(r" (?:, and|,|and|or) ")


def find_as_roles(reading: Reading) -> Iterator[tuple[str, str, Mention]]:
    """Yield ``(rule, role, solid)`` for every solid that serves as a part of a device."""
    if " as " not in reading.shorthand:
        return
    for rule in AS_ROLES:
        for match in rule.regex.finditer(reading.shorthand):
            ahead = _BESIDE if rule is _SERVES else _BELOW
            if ahead.search(reading.shorthand[: match.start()]) or _MAYBE.search(match[0]):
                continue
            solids = [reading.mentions[int(index)] for index in _INDEX.findall(match["x"])]
            said = _SETTING.sub("", spelled(reading, reading.shorthand[match.end() :]))
            end = _END.search(said)
            for solid, role in _paired(solids, said[: end.start()] if end else said):
                if role != "absorber" or not _ION.search(match[0]):
                    yield rule.id, role, solid


def _paired(solids: Sequence[Mention], said: str) -> list[tuple[Mention, str]]:
    """Return each solid with its role; the last role completes "top and bottom electrode"."""
    roles = [role_of(part) for part in _AND.split(said)]
    while roles and not roles[-1]:
        roles.pop()
    for at in range(len(roles) - 2, -1, -1):
        roles[at] = roles[at] or roles[at + 1]
    if len(roles) == len(solids):
        return list(zip(solids, roles, strict=True))
    alike = dict.fromkeys(roles)
    if len(alike) == 1 or len(solids) == 1:
        return [(solid, role) for solid in solids for role in alike]
    return []


def role_of(part: str) -> str:
    """Return the role that words name, by its longest name; device films are also films."""
    if _REFERENCE.search(part):
        return ""
    role = role_in(part)
    return "film" if role != "transport_layer" and _FILM.search(part) else role
