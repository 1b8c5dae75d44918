"""Quantities printed so that they read back as they were."""

from __future__ import annotations

from kg.model import Quantity
from ontology.units import symbol


def format_quantity(quantity: Quantity) -> str:
    """Print a quantity as a paper would: ``~4 nm``, ``< 350 °C``, ``1 to 7 nm``.

    Reading the result gives the quantity again, but for ``raw``.

    >>> format_quantity(Quantity(value=80, value_max=300, unit="Cel"))
    '80 to 300 °C'
    """
    near = "~" if quantity.approximate else ""
    return _sign(quantity) + near + _numbers(quantity) + _unit(quantity.unit)


def _sign(quantity: Quantity) -> str:
    if quantity.start is not None:
        return "changed from "
    if quantity.value is None and quantity.value_max is not None:
        return "< "
    if quantity.bound == "min":
        return "> "
    return "" if quantity.unit or quantity.value_max is not None else "ratio of "


def _numbers(quantity: Quantity) -> str:
    ends = (quantity.start, quantity.value, quantity.value_max)
    return " to ".join(_number(end) for end in ends if end is not None)


def _number(value: float) -> str:
    """Print the shortest decimal that gives the same float, without exponent where it is short."""
    text = repr(float(value))
    return text.removesuffix(".0")


def _unit(code: str | None) -> str:
    if not code:
        return ""
    if code == "{fold}":
        return "-fold"
    whole = symbol(code) if "." not in code and "/" not in code else None
    return " " + (whole or "/".join(_product(part) for part in code.split("/")))


def _product(code: str) -> str:
    factors = code.replace("{monolayer}", "ML").replace("{", "").replace("}", "").split(".")
    return " ".join(symbol(factor) or factor for factor in factors)
