"""Find solids beside the name of their role: "a SiO2 spacer", "as the donor, PbS was chosen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.mentions import Mention
from kg.extract.patterns import INDEX, Rule
from kg.extract.reading import Reading
from kg.extract.solids.as_roles import role_of
from kg.extract.solids.role_names import any_role, spelled
from kg.extract.text.rare import Rare

_ROLE = f"(?P<role>{any_role()})"
_IS = r"(was|is|were|are|:|consist(?:s|ed|ing)\sof)"
NAMED_ROLES = (
    Rule(
        "role-behind",
        rf"{{M:x}} [-] [layer] {_ROLE} (?!<|layer|film|material|inter|buffer|barrier|/|-)\S*",
        "",
        "A SiO2 spacer keeps them apart.",
        "SiO2 keeps a spacer apart.",
    ),
    Rule(
        "role-of",
        rf"(?!dopant){_ROLE} (of|from) =2 {{M*:x}}",
        "",
        "A sacrificial template of silica was dissolved.",
        "A sacrificial template for silica was dissolved.",
    ),
    Rule(
        "role-is",
        rf"(?<!\bin\s)(?<!\bin\sthe\s)(?<!\bwithin\sthe\s)(?<!>\s){_ROLE} {_IS} =2 {{M*:x}}",
        "",
        "The energy donor was CdSe.",
        "The energy donor was coated with CdSe.",
    ),
    Rule(
        "role-ahead",
        rf"(as|for) (the|a|an|our) {_ROLE} , =2 {{M*:x}} (?!as\s)\S+",
        "",
        "As the light scatterer, TiO2 was chosen.",
        "As the light scatterer ages, TiO2 turns yellow.",
    ),
    Rule(
        "role-chosen",
        rf"for (the|a|an|our) {_ROLE} [,] we (chose|used?|took|selected|employed) =2 {{M*:x}}",
        "",
        "For the light scatterer we chose TiO2.",
        "For the light scatterer we saw TiO2.",
    ),
    Rule(
        "plays-role",
        r"{M:x} ~1 ~1 (plays?|played|takes?|took|fulfils?|fulfilled) [on] (the|a) "
        f"(role|part|function) of (the|a|an) {_ROLE}",
        "",
        "Here ZnO plays the role of the electron acceptor.",
        "Here ZnO plays a role in the test.",
    ),
    Rule(
        "role-played-by",
        f"(role|part|function) of (the|a|an) {_ROLE} (is|was) (played|taken|fulfilled) by "
        "=2 {M*:x}",
        "",
        "The role of the electron acceptor is played by ZnO.",
        "The role of the electron acceptor is shown by ZnO.",
    ),
)
_ANY = Rare(rf"\b{any_role()}\b", re.IGNORECASE)


def find_named_roles(reading: Reading) -> Iterator[tuple[str, str, Mention]]:
    """Yield ``(rule, role, solid)`` for every solid beside the name of its role."""
    if not _ANY.search(reading.text):
        return
    shorthand = spelled(reading, reading.shorthand)
    for rule in NAMED_ROLES:
        for match in rule.regex.finditer(shorthand):
            role = role_of(match["role"])
            for index in INDEX.findall(match["x"]):
                yield rule.id, role, reading.mentions[int(index)]
