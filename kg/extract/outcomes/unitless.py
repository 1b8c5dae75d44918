"""Values without a unit: a permittivity of 19.5, an index that grows from 1.81 to 1.97."""

from __future__ import annotations

import re

from kg.extract.context.modality import clause
from kg.extract.knowledge.controls import AGAINST
from kg.extract.knowledge.measures import units_of
from kg.extract.knowledge.property_kinds import NAMED
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.model import Quantity

_POWER = r"10(?:\^?[-−]?\d+|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
#: A number as printed, without a unit.
NUMBER = (
    rf"(?:[-−]?\d+(?:\.\d+)?\s?[×x∙·*]\s?{_POWER}|10(?:\^[-−]?\d+|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)|"
    r"[-−]?\d{1,3}(?:,\d{3})+(?!\.?\d)|[-−]?\d+(?:\.\d+)?(?:[eE][-−]?\d+)?)"
)
#: Excludes numbers of a list whose last member has the unit: the 0.7 of "0.7, 1.0, and 4.0 Pa".
_SHARING = (
    r"(?!(?:,\s?[\d.]+){0,6}?\s?(?:,|,?\s?and|,?\s?or)\s?[\d.]+\s?"
    r"(?:°|%|[kmMGnμµ]?(?:Pa|W|K|V|A|m|s|Hz|eV|L|g)\b|[a-zμµ]*(?:[Tt]orr|bar|min|h)\b))"
)
#: Text that may follow a number without a unit.
_END = (
    rf"{_SHARING}"
    r"(?=\s*(?:[,;)]|\.(?!\d)|$)|\s+\(|\s+(?:and|or|at|for|from|with|in|on|upon|over|under|across|"
    r"between|was|were|is|as|after|by|to|when|if|compared|which|while|throughout|"
    r"instead|rather|against|versus|vs|but|even|because|without|via|through|using|depending|respectively)\b)"
)
_PAIR = re.compile(
    rf"(?P<range>\brang(?:e[sd]?|ing) )?\bfrom (?:about |~)?({NUMBER})(?: \([^()]{{1,25}}\))? "
    rf"to (?:about |~)?({NUMBER}){_END}"
)
_ARROW = re.compile(rf"({NUMBER})\s*(?:→|->)\s*({NUMBER}){_END}")
_RANGE = re.compile(rf"\b(?:between ({NUMBER}) and|({NUMBER}) ?[-–]) ?({NUMBER}){_END}")
_SINGLE = re.compile(
    r"(?:\b(?:of|is|was|are|were|to|at|by|amounts? to|reach(?:es|ed)?|"
    r"attain(?:s|ed)?|remain(?:s|ed)?|equals?|be|being|have|had)|"
    r"[~≈=:]) (?:about |approximately |around |nearly |~|≈)?"
    r"(?P<low>above |over |more than |at least |exceeding |larger than |higher than |"
    r"as low as |> ?)?(?P<high>below |less than |lower than |smaller than |up to |as high as |< ?)?"
    rf"(?:1 ?: ?)?({NUMBER})(?: ?: ?1)?{_END}"
)
#: A value in apposition: "the refractive index, 2.1 at 633 nm, did not change".
_APPOSED = re.compile(
    rf"(?: of [^,;()\d]{{1,40}})?(?:,| \() ?(?:about |~)?({NUMBER})"
    r"(?: (?:at|for|in) [^,;()]{1,20})?[,)]"
)
#: A bare number is looked for within this many characters after its property.
_REACH = 110


#: A relative clause about the property before it: "the ratio, which falls to 10^4".
_WHICH = re.compile(r", which\b")
#: Words before the factor of a trend: "decreases with the silicon content, from 2.3 to 1.5".
_FACTOR = re.compile(r"\bwith (?:the |an? |its |their )?(?:increasing |decreasing )?$")


def plain_value(reading: Reading, mention: Mention) -> Quantity | None:
    """Return the bare number of a unitless property in its clause, ``None`` if there is none.

    "The permittivity amounts to 19.5" gives 19.5; "grows from 1.81 to 1.97" gives 1.97 with the
    start 1.81.
    """
    if mention.label not in NAMED or "1" not in units_of(mention.id):
        return None
    _, end = clause(reading, mention.start)
    if _WHICH.match(reading.text, end) and not reading.text[mention.end : end].strip():
        _, end = clause(reading, end + len(", which"))
    text = reading.text[mention.end : min(end, mention.end + _REACH)]
    other = next(
        (
            p
            for p in reading.of_kind("property")
            if p.start > mention.end and not _FACTOR.search(reading.text[: p.start])
        ),
        None,
    )
    if other is not None:
        text = text[: max(0, other.start - mention.end)]
    return _change(text) or _range(text) or _single(text)


def _change(text: str) -> Quantity | None:
    if pair := _PAIR.search(text):
        start, end = read_number(pair[2]), read_number(pair[3])
        if pair["range"]:
            return Quantity(value=start, value_max=end, unit=None, raw=pair.group())
        return Quantity(value=end, start=start, unit=None, raw=pair.group())
    if arrow := _ARROW.search(text):
        start, end = read_number(arrow[1]), read_number(arrow[2])
        return Quantity(value=end, start=start, unit=None, raw=arrow.group())
    return None


def _range(text: str) -> Quantity | None:
    match = _RANGE.search(text)
    if match is None:
        return None
    low, high = read_number(match[1] or match[2]), read_number(match[3])
    return Quantity(value=low, value_max=high, unit=None, raw=match.group())


#: Text between a value and its reference: "(1.63) than those grown with water (1.58)".
_THAN = re.compile(
    rf"\)?\s*(?:than|compared (?:to|with)|versus)\s[^.;()]{{2,60}}\(~?({NUMBER})\)|"
    rf",? {AGAINST} (?:the |only |just |about |~)*({NUMBER}){_END}"
)


#: Text between a value and the one that followed it: "an index of 1.6, rising to 1.7 at 200 °C".
_ONWARD = re.compile(
    r"(?: (?:at|for|in) [^.;,()]{1,30}?)?,? (?:and (?:then )?)?(?:(?:increas|decreas|ris|"
    r"fall|drop|climb|declin)(?:ing|es|ed)|rises|rose|falls|fell|dropp(?:ing|ed)) "
    rf"(?:\w+ly )?to (?:about |only |~)*({NUMBER}){_END}"
)

#: Text before the "=" of another quantity: "the indices of films deposited under R = 0.1".
_OF_OTHER = re.compile(r"\b(?:under|at|for|with|when|where|using|by)\s\(?[A-Za-zα-ω]\w{0,3}\s?$")


def _single(text: str) -> Quantity | None:
    apposed = _APPOSED.match(text)
    if apposed is not None:
        return Quantity(value=read_number(apposed[1]), unit=None, raw=apposed[1])
    match = _SINGLE.search(text)
    if match is None or (match[0].startswith("=") and _OF_OTHER.search(text[: match.start()])):
        return None
    value = read_number(match[3])
    other = _THAN.match(text, match.end())
    if other is not None:
        return Quantity(
            value=value, start=read_number(other[1] or other[2]), unit=None, raw=match[3]
        )
    end = _ONWARD.match(text, match.end())
    if end is not None:
        return Quantity(value=read_number(end[1]), start=value, unit=None, raw=end[1])
    if match["high"]:
        return Quantity(value_max=value, raw=match[3])
    return Quantity(value=value, bound="min" if match["low"] else None, raw=match[3])


#: The remaining bare numbers of a list: ", 1.8 and 1.9".
_REST = re.compile(rf"((?:,\s?{NUMBER}(?=,|\s(?:and|or)\b))*),?\s(?:and|or)\s({NUMBER}){_END}")
_NUMBER = re.compile(NUMBER)


def listed_values(reading: Reading, mention: Mention, first: Quantity) -> tuple[Quantity, ...]:
    """Return the other bare numbers in the list of the first: of "1.7, 1.8 and 1.9" the last two.

    ``first`` is the result of :func:`plain_value` for the mention.
    """
    is_plain = first.unit is None and first.bound is None and first.start is None
    at = reading.text.find(first.raw, mention.end, mention.end + _REACH) if is_plain else -1
    if at < 0 or first.value is None or first.value_max is not None:
        return ()
    rest = _REST.match(reading.text, at + len(first.raw))
    if rest is None:
        return ()
    printed = (*_NUMBER.findall(rest[1]), rest[2])
    return tuple(Quantity(value=read_number(number), raw=number) for number in printed)


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")


def read_number(printed: str) -> float:
    """Return the value of a printed number: "1.4 × 10⁷", "2E19", "10^6", "−0.3"."""
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", printed)
    text = re.sub(r"10(?=[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹])", "10^", plain).translate(_RAISED)
    text = re.sub(r"\s?[×x∙·*]\s?10\^?", "e", text)
    return float(re.sub(r"^10\^", "1e", text))
