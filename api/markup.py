"""Values on a page: subscripts in formulas, shortened IRIs; all HTML is escaped. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from kg.export.escape import split_formulas, with_amounts
from ontology.curie import to_curie

#: A number and a space before a name: in "7 cm2" of a title, the name is a unit, not curium.
_AFTER_NUMBER = re.compile(r"\d $")
#: Precedes the suggested names in a message.
_ASKS = "did you mean: "
_CODE = re.compile("`([^`]+)`")


def formula(text: str) -> Markup:
    """Return the text with the numbers of its formulas as subscripts.

    >>> formula("Al2O3 on <CdSe>")
    Markup('Al<sub>2</sub>O<sub>3</sub> on &lt;CdSe&gt;')
    """
    parts: list[Markup] = []
    before = ""
    for part, is_formula in split_formulas(text):
        is_set = is_formula and not _AFTER_NUMBER.search(before)
        parts.append(_lowered(part) if is_set else escape(part))
        before = part
    return Markup("").join(parts)


def _lowered(name: str) -> Markup:
    # A formula contains no character with a meaning in HTML.
    return Markup(with_amounts(name, r"<sub>\1</sub>"))  # noqa: S704


def marked(text: str, places: Iterable[tuple[int, int]]) -> Markup:
    """Return a sentence with the words at these places marked.

    The places are (start, end) offsets in ascending order.

    >>> marked("<b> grows", [(4, 9)])
    Markup('&lt;b&gt; <mark>grows</mark>')
    """
    parts: list[Markup] = []
    done = 0
    for start, end in places:
        parts += [escape(text[done:start]), Markup("<mark>{}</mark>").format(text[start:end])]
        done = end
    return Markup("").join([*parts, escape(text[done:])])


def meant(message: str) -> tuple[str, tuple[str, ...]]:
    """Return a message in two parts: its text, and the names that it suggests.

    >>> meant("role: no role 'cor'; did you mean: core, cover")
    ("role: no role 'cor'; did you mean: ", ('core', 'cover'))
    >>> meant("link: 'x' is not a link")
    ("link: 'x' is not a link", ())
    """
    text, asks, names = message.partition(_ASKS)
    return text + asks, tuple(filter(None, names.split(", ")))


def described(text: str) -> Markup:
    r"""Return a description of the API as paragraphs, with text between backticks as code.

    >>> described("Takes `q` <b>.\n\nIt ends.")
    Markup('<p>Takes <code>q</code> &lt;b&gt;.</p><p>It ends.</p>')
    """
    return Markup("").join(
        Markup("<p>{}</p>").format(coded(part.strip())) for part in text.split("\n\n")
    )


def coded(text: str) -> Markup:
    """Return a text with everything between backticks as code.

    >>> coded("a slash as `%2F`")
    Markup('a slash as <code>%2F</code>')
    """
    parts = enumerate(_CODE.split(text))
    code = Markup("<code>{}</code>")
    return Markup("").join(code.format(part) if i % 2 else escape(part) for i, part in parts)


def spans(pairs: Iterable[tuple[int, int]]) -> str:
    """Return places in a text in words.

    >>> spans([(10, 42), (80, 99)])
    'characters 10–42, 80–99'
    """
    return "characters " + ", ".join(f"{start}–{end}" for start, end in pairs)


def cell(value: object) -> str:
    """Return a value of an answer as readers expect it: IRIs as CURIEs, no needless ``.0``."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = str(value)
    return to_curie(text) if text.startswith("http") else text
