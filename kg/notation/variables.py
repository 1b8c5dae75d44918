"""The values of the variables of a notation: ``(X = Cl, Br, I)``, ``(x <= 8)``."""

from __future__ import annotations

import re

from kg.notation.model import Stack, Variable

_LEAD = r"(?:with |where |for |here )?"
_MEMBER = r"[A-Z][A-Za-z0-9.]{0,11}"
_LIST = rf"{_MEMBER}(?:(?: ?, ?(?:and |or )?| and | or |/){_MEMBER}(?![a-z]))*"
_NAME = r"(?:Ln|[XEMARLQxyznmδ])"
_CHOICE = rf"(?P<name>{_NAME}) ?(?:=|∈|is) ?(?P<list>{_LIST})"
_NUMBER = r"\d+(?:\.\d+)?"
_BOUND = (
    rf"(?P<low>{_NUMBER} ?(?:<=|≤|<) ?)?(?P<var>[xyznmδ]) ?"
    rf"(?P<rel><=|>=|≤|≥|<|>|=) ?(?P<high>{_NUMBER}(?:(?:, ?(?:and |or )?| and | or ){_NUMBER})*)"
)
_CLAUSE = re.compile(rf"(?:{_CHOICE}|{_BOUND})")
_OPENING = re.compile(rf" ?,? ?[(\[] ?{_LEAD}")
_BARE = re.compile(rf",? {_LEAD}(?=[XEMA] ?= ?[A-Z])")
_BETWEEN = re.compile(r" ?[;,] ?(?:and )?")
_CLOSING = re.compile(r" ?[)\]]")
_SPLIT = re.compile(r" ?, ?(?:and |or )?| and | or |/")
_SIGNS = {"≤": "<=", "≥": ">=", "∈": "=", "is": "="}


def read_variables(text: str, pos: int, stack: Stack) -> tuple[tuple[Variable, ...], int]:
    """Read the clauses after a notation that define its variables.

    A clause about a letter that is not in ``stack`` is not read. Returns no variables and ``pos``
    if there is no such clause.
    """
    opening = _OPENING.match(text, pos)
    if opening is not None:
        variables, end = _read_clauses(text, opening.end(), stack)
        closing = _CLOSING.match(text, end)
        return (variables, closing.end()) if variables and closing else ((), pos)
    bare = _BARE.match(text, pos)
    if bare is None:
        return (), pos
    variables, end = _read_clauses(text, bare.end(), stack)
    return (variables, end) if variables else ((), pos)


def _read_clauses(text: str, pos: int, stack: Stack) -> tuple[tuple[Variable, ...], int]:
    found: list[Variable] = []
    start = end = pos
    while (mark := _CLAUSE.match(text, start)) is not None:
        variable = _variable(mark)
        if variable.name not in str(stack):
            break
        found.append(variable)
        end = mark.end()
        between = _BETWEEN.match(text, end)
        if between is None:
            break
        start = between.end()
    return tuple(found), end


def _variable(mark: re.Match[str]) -> Variable:
    if mark["name"]:
        return Variable(name=mark["name"], values=tuple(_SPLIT.split(mark["list"])))
    sign = _SIGNS.get(mark["rel"], mark["rel"])
    lower = re.sub(r" ?(<=|≤|<) ?", lambda m: f" {_SIGNS.get(m[1], m[1])}", mark["low"] or "")
    return Variable(
        name=mark["var"], values=tuple(_SPLIT.split(mark["high"])), relation=sign, lower=lower
    )
