"""Phrases about spectral lines: where one lies relative to another, and how wide it is."""

from __future__ import annotations

from kg.extract.outcomes.phrases import Phrase, phrase

#: Words for a spectral line of dots, and for a plasmon.
_BAND = r"\b(?:emission|PL|\w*luminescence|exciton(?:ic)?|absorption|peaks?|maxim(?:um|a)|bands?)\b"
_PLASMON = r"\b(?:L?SPRs?|plasmons?|plasmonic)\b"
#: Verbs that give the place of a line.
_LIES = (
    r"[^.;,]{0,60}? (?:lies?|lay|appears?|appeared|occurs?|occurred|sits?|sat|(?:is|are|was|were) "
    r"(?:located|found|observed|seen|situated|centered|positioned)) (?:\w+ly )?at "
    r"(?:much |slightly |somewhat |even )?"
)
_REDDER = (
    r"(?:(?:longer|larger|higher) wavelengths?|(?:lower|smaller) (?:photon )?energ(?:y|ies))\b"
)
_BLUER = (
    r"(?:(?:shorter|smaller|lower) wavelengths?|(?:higher|larger) (?:photon )?energ(?:y|ies))\b"
)
#: Words for other lines and levels, and for light that only excites.
_NO_LINE = r"plasmon|\bL?SPR|Raman|binding|XPS|NMR|\bexcit(?:ed|ation) (?:at|wave|light)|laser|lamp"

PEAK_PHRASES: tuple[Phrase, ...] = (
    *(
        phrase(
            f"{name}-lies-{side}",
            position,
            direction,
            rf"{line}{_LIES}{there}",
            f"The {said} of the thick rods lies at {words} than that of the thin rods.",
            f"The {said} was recorded with light at {words}.",
            unless=unless,
        )
        for name, position, line, said, unless in (
            ("peak", "exciton_peak_position", _BAND, "emission band", _NO_LINE),
            ("plasmon", "plasmon_resonance_position", _PLASMON, "plasmon", None),
        )
        for side, direction, there, words in (
            ("redder", "increase", _REDDER, "longer wavelengths"),
            ("bluer", "decrease", _BLUER, "higher energies"),
        )
    ),
    phrase(
        "band-is-narrower",
        "linewidth",
        "decrease",
        rf"(?:{_BAND}|{_PLASMON})[^.;,]{{0,80}}? (?:ha(?:s|ve|d)|show(?:s|ed)?|exhibit(?:s|ed)?) "
        r"(?:an? )?(?:much |slightly )?(?:smaller|narrower|lower|reduced) (?:spectral )?"
        r"(?:line|band)-?widths?\b",
        "The emission bands have smaller bandwidths than before.",
        "The link has a smaller bandwidth.",
    ),
    phrase(
        "sizes-narrowed",
        "size_dispersion",
        "decrease",
        r"\b(?:narrow|sharpen|focus) (?:the|their|its) (?:\w+ )?size[- ]distributions?\b",
        "Slow additions narrow the size distribution.",
        "Slow additions broaden the size distribution.",
    ),
)
