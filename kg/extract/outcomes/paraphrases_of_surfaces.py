"""Phrases on the surface and the inside of dots: "the vacancies are filled", "the dots fuse"."""

from __future__ import annotations

from kg.extract.outcomes.phrases import Phrase, phrase

SURFACE_PHRASES: tuple[Phrase, ...] = (
    phrase(
        "wave-spreads",
        "electron_delocalization",
        "present",
        r"\b(?:wave ?functions?|electrons?|holes?|excitons?|carriers|density)\b[^.;,]{0,20} "
        r"(?:spread|leak|extend|spill|penetrat|delocali[sz])(?:e[sd]?|s|ed|ing)? (?:\w+ )?"
        r"(?:in(?:to)?|over|across|throughout) (?:the |its |several |many |whole |entire |"
        r"neighbou?ring )*(?:\w+ ){0,2}(?:shells?|ligands?|rods?|arms?|crowns?|dots|nanocrystals|"
        r"surroundings|matrix|particles?)\b",
        "The electron wave function leaks into the shell.",
        "The electron beam was spread over the dots.",
        unless=r"\b(?:beam|microscop\w+)\b",
    ),
)
