"""Separation of title and journal in the part of an entry that precedes year and volume."""

from __future__ import annotations

import re
from collections.abc import Sequence

#: A word that may be part of a journal name.
_WORD = re.compile(
    r"(?:[A-ZÀ-Ž][\w'’.-]*|\d?D|npj|eLife|iScience|of|and|the|for|in|on|to|und|für|et|de|der|&|[-–]"
    r"|\([A-Z][\w. ]*\))[.,:]?$"
)
_SMALL = frozenset("of and the for in on to und für et de der & - –".split())
#: Endings of whole English words, which abbreviations do not have.
_ENGLISH = re.compile(r"(?:(?<!phy)(?<!s)s|ing|ion|ity|ogy|ure|ide|ite|ment)$")
_MOST_WORDS = 12
_EMPHASISED = re.compile(r"(?:^|[\s.,])([*_]{1,3})(?=\S)([^*_]+?)\1[\s,.]*$")
_QUOTED = re.compile(
    r"^[\s,.]*[\"“”„‘'](?P<title>.+?)(?P<stop>[,.?!]?\s?[\"”“’'](?!\w)[,.:;]?)\s*(?P<container>.*)$"
)
#: Where a title may end.
_CUT = re.compile(r"([.?!,:]|[.?!]['\"”’])\s+(?=\S)")
#: First words of abbreviated journal names; a title does not end after them.
_STEMS = frozenset(
    "ACS Acc Acta Adv Am An Angew Ann Annu Appl Arch Biol Bull Cat Catal Ceram Chem Chim Coat"
    " Commun Compd Cryst Crystallogr Curr Dalton Electrochem Electrochim Electron Eng Environ Eur"
    " Ex Fiz Funct Inorg Instrum Int Interfaces J Jpn Lett Lumin Magn Mater Microelectron Mol"
    " Nano Nanotechnol Nat Natl Nucl Opt Org Philos Phys Polym Proc Prog Res Rev Sci Semicond"
    " Sens Soc Sol Solidi Spectrosc Surf Symp Synth Technol Top Trans Vac Z".split()
)


def split_container(text: str) -> tuple[str, str]:
    """Split ``Title. J. Abbrev.`` into title and journal; either may be ``""``.

    >>> split_container("Growth of oxides, part 2, Thin Solid Films")
    ('Growth of oxides, part 2', 'Thin Solid Films')
    >>> split_container("J. Phys. Ex.")
    ('', 'J. Phys. Ex.')
    """
    text = text.strip(" ,;:")
    emphasised = _EMPHASISED.search(text)
    if emphasised:
        return _tidy(text[: emphasised.start()]), emphasised[2].strip()
    quoted = _QUOTED.match(text)
    if quoted and (len(quoted["stop"].strip()) > 1 or _is_journal(quoted["container"])):
        question = quoted["stop"][0] if quoted["stop"][0] in "?!" else ""
        return quoted["title"] + question, _without_in(quoted["container"])
    cuts = list(_CUT.finditer(text))
    for at, cut in enumerate(cuts):
        if _is_journal(text[cut.end() :]) and _ends_title(text, cuts, at):
            return text[: cut.start() + (cut[1][0] in "?!")], text[cut.end() :]
    if _is_journal(text):
        return "", text
    return _at_last_run(text)


def _tidy(title: str) -> str:
    return title.strip().rstrip(" .,")


def _without_in(container: str) -> str:
    return re.sub(r"^(?:[Ii]n:?\s)", "", container)


def _is_journal(text: str) -> bool:
    words = text.split()
    if not words or len(words) > _MOST_WORDS or words[0].strip(",.") in _SMALL:
        return False
    return all(map(_WORD.match, words)) and words[-1] not in _SMALL


def _ends_title(text: str, cuts: Sequence[re.Match[str]], at: int) -> bool:
    """Return whether the text before a cut ends a title and not an abbreviated word."""
    cut = cuts[at]
    start = cuts[at - 1].end() if at else 0
    words = text[start : cut.start()].split()
    if cut[1][0] in "?!":
        return True
    if cut[1][0] == ":":
        return False
    if cut[1][0] == ",":
        return _ends_at_comma(text[cut.end() :], words, is_first=not at)
    last = words[-1] if words else ""
    if last in _STEMS or len(last) == 1 or "." in last:
        return False
    return (
        len(words) > 2
        or any(word[0].islower() for word in words)
        or (len(words) == 2 and words[0] not in _STEMS and last[-1] in "ey")
        or _ENGLISH.search(last) is not None
    )


def _ends_at_comma(behind: str, words: Sequence[str], *, is_first: bool) -> bool:
    """Return whether a comma ends the title: the text from there to the next full stop is short."""
    if re.match(r"[A-Z]\b(?!\.)", behind) or (is_first and all(w in _STEMS for w in words)):
        return False  # "J. Vac. Sci. Technol., A"
    if any(word in _STEMS or word.endswith(".") for word in words[-1:]):
        return False
    head = re.split(r"\.(?=\s|$)", behind, maxsplit=1)[0]
    if "." not in behind.rstrip("."):
        return True
    return len(head.split()) <= 3 and "," not in head and not _ENGLISH.search(head)


def _at_last_run(text: str) -> tuple[str, str]:
    """Split before the last run of abbreviated words, for text without a separating mark."""
    words = text.split(" ")
    at = len(words)
    while at and _WORD.match(words[at - 1]):
        at -= 1
    while at < len(words) and words[at].strip(".,") in _SMALL:
        at += 1
    run = " ".join(words[at:])
    title = " ".join(words[:at])
    is_abbreviated = "." in run.rstrip(".") or run.endswith(".")
    if at and run and is_abbreviated:
        return _tidy(title), run
    return _tidy(text), ""
