"""The table of repairs of words damaged by old publisher fonts and conversion.

A row with a ``font`` applies only in a document that shows the damage of that font (see
:mod:`corpus.repairs.fonts`): there ``y`` may be a slash, ``;`` a tilde and ``)`` a greater-than
sign. All other rows are safe anywhere.
"""

from __future__ import annotations

import re

from corpus.repairs.model import Repair

_MASS_OR_LENGTH = r"ng|μg|mg|kg|g|nm|cm|mm|m|Å|kJ|J|mW|W|sccm"
_UNITS = r"°C|K|nm|pm|μm|Å|Torr|Pa|min|ms|s|h|eV|V|%|cycles?"

WORDS: tuple[Repair, ...] = (
    Repair(name="split Torr", pattern=re.compile(r"\bT orr\b"), replacement="Torr"),
    Repair(
        name="angstrom in two pieces",  # "0.007 A ˚", "1.1 ˚A"
        pattern=re.compile(r"(?<=[\d\s])(?:A\s?˚|˚\s?A\b)|(?<=\d)(?:A\s?˚|˚\s?A\b)"),
        replacement="Å",
        signs=("˚",),
    ),
    Repair(
        name="tilde read as semicolon",  # "pressures of ;0.1 Torr"
        pattern=re.compile(r"(?<=[ (]);(?=\d)"),
        replacement="~",
    ),
    Repair(
        name="phase prefix separated from its formula",  # "α - Al2O3"
        pattern=re.compile(r"(?<=\b[αβγδκε]) ?- (?=[A-Z])|(?<=\b[αβγδκε]) -(?=[A-Z])"),
        replacement="-",
        signs=tuple("αβγδκε"),
    ),
    Repair(
        name="variable separated from its formula",  # "CoO3 − δ"
        pattern=re.compile(r"(?<=[A-Z]\d|[a-z]\d)(?: [-−–] ?| ?[-−–] )(?=δ(?!\w))"),
        replacement="−",
        signs=("δ",),
    ),
    Repair(
        name="blank inside a stack",  # "TMA/ H2O", "CdSe @ZnS"
        pattern=re.compile(
            r"(?<=[\w)}]/)(?<!\bw/) (?=\d{0,2}[A-Z])|(?<=[A-Z][a-z\d]) (?=@\d?[A-Z])"
            r"|(?<=\w@) (?=\d?[A-Z])"
        ),
        replacement="",
        signs=("/ ", " @", "@ "),
    ),
    Repair(
        name="minus sign lost in a composition",  # "CdxZn1 xS"
        pattern=re.compile(r"(?<=[a-z][xy][A-Z]1|[xy][A-Z][a-z]1) (?=[xy][A-Z])"),
        replacement="−",
        signs=("1 x", "1 y"),
    ),
    Repair(
        name="blank in the name of a compound",  # "octane thiol", "cetyltrimethyl ammonium bromide"
        pattern=re.compile(
            r"(?<=ethyl|butyl|hexyl|octyl|decyl) (?=ammonium\b)"
            r"|(?<=hexane|octane|decane) (?=(?:di)?thiols?\b)"
            r"|(?<=\btri) -(?=(?:sodium|potassium)\b)"
        ),
        replacement="",
        signs=(" ammonium", " thiol", " dithiol", " -sodium", " -potassium"),
    ),
    Repair(
        name="blank between a number and the humidity",  # "85%RH", "45 °C–100%RH"
        pattern=re.compile(r"(?<=\d%)(?=R\.?H\b)"),
        replacement=" ",
        signs=("%R",),
    ),
    Repair(
        name="greater-than read as bracket",  # ")99.99%"
        pattern=re.compile(r"(?<=[\s,(])\)(?=\d+(?:\.\d+)?%)"),
        replacement=">",
        font="brackets as w and x",
    ),
    Repair(
        name="plus-minus read as bracket",  # "4 ( 1 Å": no bracket closes it
        pattern=re.compile(
            rf"(?<=\d )\((?= \d+(?:\.\d+)? ?(?:{_UNITS})(?!\w)(?![^()]{{0,200}}\)))"
        ),
        replacement="±",
    ),
    Repair(
        name="brackets read as ~ and !",  # "Fig. 7~a!", "@Fig. 7~a!#"
        pattern=re.compile(r"~([^~!@#\n]{1,120}?)!"),
        replacement=r"(\1)",
        font="brackets as ~ and !",
    ),
    Repair(
        name="brackets of a year read as ~ and !",  # "J. Ex. 3, 17 ~1997!"
        pattern=re.compile(r"~((?:19|20)\d\d)!"),
        replacement=r"(\1)",
        signs=("~1", "~2"),
    ),
    Repair(
        name="brackets read as @ and #",
        pattern=re.compile(r"@([^@#\n]{1,120}?)#"),
        replacement=r"[\1]",
        font="brackets as ~ and !",
    ),
    Repair(
        name="hyphen lost after initials",  # "EDTtreated films", "OAcapped dots"
        pattern=re.compile(
            r"\b([A-Z]{2,5}[a-z]?)(?=(?:treated|capped|coated|passivated|stabili[sz]ed|exchanged|"
            r"functionali[sz]ed|terminated|grown)\b)"
        ),
        replacement=r"\1-",
    ),
    Repair(
        name="blank lost after a comma",  # "the films,which"
        pattern=re.compile(r"(?<=[a-z]{3}[,;])(?=[a-z]{2})"),
        replacement=" ",
    ),
    Repair(
        name="blank lost after a full stop",  # "the films.The rate", "at 5 nm .The rate"
        pattern=re.compile(
            r"(?<=[a-z\d)%]{2}\.|[\w)}%] \.)(?=(?:[A-Z][a-z]+|A|XRD|XPS|TEM|SEM),? |After\d)"
        ),
        replacement=" ",
    ),
    Repair(
        name="blank lost after a full stop of a name",  # "in DMF.The rate", "camera.FTIR spectra"
        pattern=re.compile(
            r"(?:(?<=[A-Z]{2}\.)|(?<=[A-Z]s\.))(?=[A-Z][a-z]+ [a-z])"
            r"|(?<=[a-z]{4}\.)(?=(?:UV[-–/][Vv]is|[A-Z]{3,5}) [a-z])"
        ),
        replacement=" ",
    ),
    Repair(
        name="letter l of chlorine read as 1",  # "HC1", "HAuC14"
        pattern=re.compile(
            r"\b((?:H|K|Na|Cs|Cd|Zn|Pb|Ti|Hf|Zr|Sn|In|Al|Cu|Mn|Fe|Ni|Co|HAu)C)1"
            r"(?=[2-5]?(?![\w.–-]))"
        ),
        replacement=r"\1l",
        signs=("C1",),
    ),
    Repair(
        name="blank inside brackets", pattern=re.compile(r"(?<=[\[(]) | (?=[)\]])"), replacement=""
    ),
    Repair(
        name="tilde read as semicolon, glued",  # "pressure of;1 Torr"
        pattern=re.compile(r"(?<=[a-z]);(?=\d)"),
        replacement="~",
        font="brackets as w and x",
    ),
    Repair(
        name="slash read as y in a unit",  # "2.5 m ys", "0.375 ngycm"
        pattern=re.compile(
            rf"\b({_MASS_OR_LENGTH}) ?y ?((?:cm|min|s|m|h|cycle|mol|K)(?![A-Za-z]))"
        ),
        replacement=r"\1/\2",
        font="brackets as w and x",
    ),
    Repair(
        name="slash read as y between formulas",  # "H SOyH O"
        pattern=re.compile(r"(?<=[A-Z\d])y(?=[A-Z])"),
        replacement="/",
        font="brackets as w and x",
    ),
    Repair(
        name="less-than read as hyphen",  # "-5 =10⁻⁷" is "<5 ×10⁻⁷"
        pattern=re.compile(r"(?<=\s)-(?=\d(?:\.\d)? =10)"),
        replacement="<",
        font="brackets as w and x",
    ),
    Repair(
        name="times sign read as equals sign",
        pattern=re.compile(r"(?<=\d )=(?=10[\s⁻])"),
        replacement="×",
        font="brackets as w and x",
    ),
    Repair(
        name="stray ring accent",
        pattern=re.compile(r"(?<=[a-z])˚"),
        replacement="",
        font="brackets as w and x",
    ),
    Repair(
        name="less-or-equal read as e",  # "at e100 °C"
        pattern=re.compile(rf"(?<=[\s(])e(?=\d+(?:\.\d+)? ?(?:{_UNITS})(?!\w))"),
        replacement="≤",
        signs=tuple(f"{before}e{digit}" for before in " (" for digit in "123456789"),
    ),
    Repair(
        name="greater-or-equal read as g",  # "above g300 °C"
        pattern=re.compile(rf"(?<=[\s(])g(?=\d+(?:\.\d+)? ?(?:{_UNITS})(?!\w))"),
        replacement="≥",
        signs=tuple(f"{before}g{digit}" for before in " (" for digit in "123456789"),
    ),
    Repair(
        name="resistivity unit read as mV",  # "22 mV cm"
        pattern=re.compile(r"(?<=\d )mV(?= cm(?![\w⁻^-]| -))"),
        replacement="μΩ",
        font="brackets as w and x",
    ),
    Repair(
        name="fi read as registered sign",  # "thin ®lms", "coef®cient"
        pattern=re.compile(r"(?<=[a-z])®(?=[a-z])|(?<!\w)®(?=[a-z]{1,12}\b)"),
        replacement="fi",
        font="fi as registered sign",
    ),
    Repair(
        name="any dash read as plus-minus",  # "20±10 at.%"
        pattern=re.compile(r"(?<=\d)±(?=\d)"),
        replacement="–",
        font="fi as registered sign",
    ),
)
