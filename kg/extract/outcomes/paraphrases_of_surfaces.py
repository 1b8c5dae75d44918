"""Phrases on the surface and the inside of dots: "the vacancies are filled", "the dots fuse"."""

from __future__ import annotations

from kg.extract.outcomes.phrases import Phrase, phrase

_IS = r"(?:is|are|was|were|being|get|got) (?:\w+ly )?"
#: What is wrong with a surface.
_FLAWS = (
    r"(?:(?:surface|deep|shallow|halide|halogen|anion|cation|mid-?gap|lead|sulfur|oxygen|"
    r"bromide|iodide|chloride|undercoordinated|uncoordinated|unsaturated|hole|electron) )*"
    r"(?:dangling bonds|traps?|trap states|trap sites|surface states|defects?|"
    r"vacanc(?:y|ies)|imperfections)"
)
_DOTS = (
    r"(?:(?:quantum )?dots|QDs|(?:nano)?(?:crystals|particles|platelets|rods|cubes)|NCs|NPs|"
    r"NPLs|nuclei|islands|clusters)"
)
_CARRIERS = r"(?:electrons?|holes?|carriers|charges|photoelectrons)"

SURFACE_PHRASES: tuple[Phrase, ...] = (
    phrase(
        "traps-filled",
        "trap_states",
        "decrease",
        rf"\b{_FLAWS} {_IS}(?:saturated|filled|healed|repaired|cured|annihilated|compensated|"
        r"cleared|annealed out|etched away|closed)\b|"
        rf"\b(?:saturat|fill|heal|repair|cur|annihilat|mend)(?:es|e|ing|ed|s)? (?:up |in )?"
        rf"(?:the |these |most |all |their |its )?{_FLAWS}\b|"
        rf"\b(?:saturation|filling|healing|repair|curing) of (?:the )?{_FLAWS}\b",
        "Halide vacancies are filled by the ligand.",
        "The traps are filled at high fluence.",
        unless=r"\b(?:fluence|power|bias|gate|excitation|voltage|photo\w+)\b",
    ),
    phrase(
        "dots-fuse",
        "sintering_resistance",
        "decrease",
        rf"\b{_DOTS} (?:(?:then|partly|\w+ly|to|may) )*(?:fuse|coalesce|sinter|merge|neck)[sd]?"
        r"(?! in solution)(?: \w+)? (?:into|together|upon|on|at|with|during|to)\b",
        "The dots fuse into larger crystals on heating.",
        "The rods fuse by oriented attachment.",
        unless=r"\b(?:oriented attachment|superlattices?|epitaxial\w*|prevent\w*|inhibit\w*|"
        r"avoid\w*|suppress\w*|hinder\w*|without|unprotected|uncoated|bare|naked|pristine)\b",
    ),
    phrase(
        "ions-built-in",
        "doping",
        "present",
        r"\b(?:turn|render|mak|made|becom|became)\w*(?: [^.;,]{1,25})? (?:[np]-type)\b",
        "The ions turned the dots n-type.",
        "Copper was introduced into the n-type dots.",
    ),
    phrase(
        "charges-stored",
        "film_charging",
        "present",
        rf"\b(?:photo\w+ |excess |extra |excited )?{_CARRIERS} (?:\w+ly )?(?:accumulate[sd]?|"
        rf"(?:pile|build)s? up|{_IS}(?:stored|accumulated)) (?:in|on|within|inside) (?:the |each )?"
        rf"(?:\w+ ){{0,4}}(?:band|{_DOTS}|films?)\b",
        "Electrons accumulate in the conduction band of the oxide dots.",
        "Charges accumulate at the interface of the gate.",
    ),
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
    phrase(
        "surface-capped",
        "surface_passivation",
        "increase",
        r"\b(?:fully|completely|well|better|densely) (?:passivated|capped)\b",
        "The dots were fully passivated by chloride.",
        "The dots were capped by undercoordinated ligands.",
    ),
)
