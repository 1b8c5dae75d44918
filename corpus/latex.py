r"""LaTeX in running text: mathematics in dollars, and commands outside them.

Archives print an abstract as it was typed, with "10 {\mu}s", "5\,nm" and "10$^{-5}$".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.greek import GREEK
from corpus.mapped import Edit, Mapped, concatenated

_MATH = re.compile(r"(\${1,2})([^$\n]{1,300})\${1,2}")
_LOOKS_MATH = re.compile(r"[\\^_{}<>=]|^\s*[A-Za-z]\s*[,.;]?\s*$")
#: Greek capitals that have a LaTeX command; the others look like Latin letters.
_CAPITAL = "Gamma Delta Theta Xi Pi Sigma Phi Psi Omega".split()
_COMMANDS = {
    r"\le": "≤",
    r"\leq": "≤",
    r"\ge": "≥",
    r"\geq": "≥",
    r"\sim": "~",
    r"\approx": "≈",
    r"\pm": "±",
    r"\times": "×",
    r"\cdot": "·",
    r"\circ": "°",
    r"\degree": "°",
    r"\textdegree": "°",
    r"\degreeCelsius": "°C",
    r"\celsius": "°C",
    **{f"\\{name}": letter for name, letter in GREEK.items() if name.islower()},
    **{f"\\{name}": GREEK[name] for name in _CAPITAL},
    r"\upmu": "μ",
    r"\textmu": "μ",
    r"\upOmega": "Ω",
    r"\textasciitilde": "~",
    r"\rightarrow": "→",
    r"\odot": "⊙",
    r"\AA": "Å",
    r"\angstrom": "Å",
    r"\%": "%",
    # Greek capitals that look like Latin ones, which text recognition (OCR) may write
    r"\Nu": "N",
    r"\Tau": "T",
    r"\Rho": "P",
    r"\Eta": "H",
    r"\Omicron": "O",
}
#: Units that text recognition (OCR) writes as commands: "\\mathrm{\\nm}".
_UNITS = {f"\\{unit}": unit for unit in "nm cm mm mL ml mg kg mM kV rpm min ms eV wt".split()}
#: Signs of text recognition (OCR), which spaces letters: "S i O _ { 2 }", "2 8 0 ~ ^ { \circ }".
_SPACED = re.compile(r"[_^] \{|\{ [^{}]+ \}|\b\w \w \w\b|[{~][A-Za-z] [A-Za-z]\}|\d \d|\d \. \d")
_SPACED_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\\ "), "~"),  # a blank that must be kept
    (re.compile(r"\\(?:(?:left|right|boldsymbol|displaystyle|bm)\b|[bB]igg?[lr]?\b)\s*"), ""),
    # an accent that text recognition made of a speck above a letter of a formula
    (re.compile(r"\\(?:bar|hat|tilde|vec|check)\s*\{ ?(\w) ?\}"), r"\1"),
    (re.compile(r"(?<=\d)\s*\.\s*(?=\d)"), "."),
    (re.compile(r"(?<![\w\\]\w)(?<=\w)\s+(?=\w(?!\w))"), ""),
    (re.compile(r"\s*([_^{}])\s*"), r"\1"),
    (re.compile(r"(?<=[A-Za-z])\}(?=[A-Za-z])"), ""),
    (re.compile(r"(?<=[A-Za-z])0(?=\}?_)"), "O"),  # a zero has no index
    (re.compile(r"(?<=[A-Za-z])\\(?:mathrm|mathsf|text|rm|mathbf|mathit)\{"), ""),
    (re.compile(r"(?<=[A-Z])\s+\\(?:mathrm|mathsf)\{(?=[a-z]\}|[A-Z]\}_)"), ""),
    # one formula in which each letter or element has its own font command
    (re.compile(r"(?<=\{[A-Z])\}\\(?:mathrm|mathsf|mathbf)\{(?=[a-z]\})"), ""),
    (re.compile(r"(?<=[A-Z][a-z])\}\\(?:mathrm|mathsf|mathbf)\{(?=[A-Z][a-z]?\})"), ""),
    (re.compile(r"(?<=[(\[])\s+|\s+(?=[)\]])"), ""),
)
_MATH_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    # the water of crystallisation keeps its number
    (re.compile(r"(\\cdot\}?\s*\d(?:\.\d+)?)\s*\\(?:mathrm|mathsf|mathbf)\s*\{\s*(?=H)"), r"\1"),
    (re.compile(r"\{\s*\\(?:rm|bf|it|sf)\s+"), "{"),
    (re.compile(r"\\(?:mathring|dot)\s*\{?(?:\\math\w+)?[\s{]*A(?:\s*\})+"), "Å"),
    (re.compile(r"\^\{?\\circ\}?"), "°"),
    (re.compile(r"\\(?:left|right)\s*\."), ""),
    # elements of one formula with separate font commands, and the minus sign of "Br_{3-x}"
    (
        re.compile(r"(?<=\{[A-Z][a-z])\}\s*\{?\\(?:mathrm|mathsf)\s*\{(?=[A-Z][a-z]?\})"),
        "",
    ),
    (re.compile(r"(?<=_\{\d)\\cdot\s*(?:\\mathrm\s*\{)?(?=[xy])"), "-"),
    (re.compile(r"\\textcircled\s*\{\s*[aQ@]\s?"), "@{"),  # "CdSe@ZnS"
    (re.compile(r"\\(?:up|text)?mu\s*(?=\\(?:mathrm|text|rm|mathsf)\b)"), "μ"),  # "5~\mu\mathrm{L}"
    (
        re.compile(
            r"(?<=[\d}])(?<!_\d)(?<!_\d\d)(?<!_\{\w\})\s*\\(?:mathrm|text|rm|mathbf|mathit)\s*\{(?=[A-Za-z])"
        ),
        " ",
    ),
    # a command must not run into the letters of the next font: "\cdot\mathrm{s}"
    (
        re.compile(
            r"(\\(?!math|text|rm|sf|bf|it)[A-Za-z]+)\s*\\(?:mathrm|text|rm|mathbf|mathit|mathsf|sf)"
            r"\s*\{(?=[A-Za-z])"
        ),
        r"\1 ",
    ),
    (re.compile(r"\\(?:mathrm|text|rm|mathbf|mathit|mathsf|sf)\s*\{"), ""),
    (re.compile(r"\\[,;:! ]|~"), " "),
    (re.compile(r"\s*/\s*"), "/"),
    (re.compile(r"\s*\\cdot(?![A-Za-z])\s*"), "·"),
    (re.compile(r"(?<=\d )(m?M)(?=(?:[A-Z][a-z]?){2})"), r"\1 "),  # "10 MNaOH"
)
_COMMAND = re.compile(r"\\(?:[A-Za-z]+|%)")
_SCRIPT = re.compile(r"[_^]\{[^{}]*\}")
_BRACE = re.compile(r"[{}$]")

#: Text commands, whose scripts are rewritten as the markup that later steps read.
_TEXT_SCRIPT = re.compile(
    r"\\text(?P<kind>sub|super)script\s*\{(?P<inner>[^{}\n]{1,40})\}|"
    r"\\(?:mathrm|textrm|textit|textbf|emph|text|rm|ce)\s*\{(?P<plain>[^{}\n]{1,200})\}"
)
_SIGNS = "|".join(sorted((name[1:] for name in _COMMANDS if name[1:].isalpha()), key=len)[::-1])
#: A named sign, with or without braces; after a prefix ("\mu s") the match includes the blank.
_BARE = re.compile(
    rf"\{{\s*\\(?P<braced>{_SIGNS})\s*\}}|\\(?P<open>{_SIGNS})(?![A-Za-z])"
    r"(?:\{\}|(?:(?<=\\mu)|(?<=\\sim)) (?=\S))?"
)
_BARE_BLANK = re.compile(r"\\[,;:!](?=\S)|(?<=\d)\\ (?=[A-Za-zμ%°])")
_BARE_PERCENT = re.compile(r"\\(?=[%&#])")


def flatten_latex(text: Mapped) -> Mapped:
    r"""Replace mathematics and named signs by the characters that a reader sees.

    Superscripts and subscripts keep their markup, which later steps need to find citations.

    >>> from corpus.mapped import mapped
    >>> flatten_latex(mapped(r"30 {\mu}s, 5\,nm, $\sim$10$^{-5}$ g, 3\%")).text
    '30 μs, 5 nm, ~10^{-5} g, 3%'
    """
    if "\\(" in text.text:
        text = text.edited(_dollars(text.text))
    if "$" in text.text:
        text = _flatten_math(_paired(text))
    if "\\" not in text.text:
        return text
    text = text.substituted(_TEXT_SCRIPT, _scripted)
    text = text.substituted(_BARE, lambda m: _COMMANDS["\\" + (m["braced"] or m["open"])])
    return text.substituted(_BARE_BLANK, " ").substituted(_BARE_PERCENT, "")


_BRACKETED = re.compile(r"\\\(([^$\n]{1,300}?)\\\)")


def _dollars(text: str) -> Iterator[Edit]:
    r"""Replace the brackets of mathematics by dollars, or drop them around plain text.

    >>> from corpus.mapped import mapped
    >>> flatten_latex(mapped(r"\(LaScO_3\) of \(28 \pm 1\) in \(12\) runs")).text
    'LaScO_3 of 28 ± 1 in 12 runs'
    """
    for match in _BRACKETED.finditer(text):
        sign = "$" if _LOOKS_MATH.search(match[1]) else ""
        yield match.start(), match.start() + 2, sign
        yield match.end() - 2, match.end(), sign


def _scripted(match: re.Match[str]) -> str:
    if match["plain"] is not None:
        return match["plain"]
    return ("_" if match["kind"] == "sub" else "^") + "{" + match["inner"] + "}"


#: The end of a formula divided by a page break, at the beginning of the next passage.
_CLOSED_AHEAD = re.compile(r"^\$ (?=\$)")
_LEFT_OPEN = re.compile(r"(?:[^$]*\$[^$]+\$)*[^$]*\$[^$\s][^$]{0,79}")


def _paired(text: Mapped) -> Mapped:
    """Complete the dollars of a formula that is cut at the beginning or end of a passage."""
    text = text.substituted(_CLOSED_AHEAD, "")
    is_open = _LOOKS_MATH.search(text.text[text.text.rfind("$") :]) is not None
    if is_open and _LEFT_OPEN.fullmatch(text.text):
        return text.edited([(len(text.text) - 1, len(text.text), text.text[-1] + "$")])
    return text


def _flatten_math(text: Mapped) -> Mapped:
    found = [m for m in _MATH.finditer(text.text) if _LOOKS_MATH.search(m[2])]
    for match in reversed(found):
        text = _flatten_formula(text, match)
    return text


def _flatten_formula(text: Mapped, match: re.Match[str]) -> Mapped:
    inner = text.cut(*match.span(2))
    spaced = _SPACED_STEPS if _SPACED.search(inner.text) else ()
    for pattern, new in (*spaced, *_MATH_STEPS):
        inner = inner.substituted(pattern, new)
    inner = inner.substituted(_COMMAND, lambda m: _COMMANDS.get(m[0]) or _UNITS.get(m[0], ""))
    kept = [(m.start(), m.end()) for m in _SCRIPT.finditer(inner.text)]
    inner = inner.edited(
        (m.start(), m.end(), "")
        for m in _BRACE.finditer(inner.text)
        if not any(a <= m.start() < b for a, b in kept)
    )
    return concatenated((text.cut(0, match.start()), inner, text.cut(match.end(), len(text.text))))
