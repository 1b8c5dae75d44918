"""Phrases about transfer of energy and charge: "holes hop into NiO", "the wave spreads"."""

from __future__ import annotations

from kg.extract.outcomes.phrases import Phrase, phrase

#: Verbs of motion, and the prepositions after them.
_GOES = (
    r"(?:flow|pass|migrat|hop|funnel|cascad|mov|leak|escap|tunnel|travel|cross|drain|diffus)"
    r"(?:e[sd]?|ing|s|es|ed|led|ped)?"
)
_TO = (
    r"(?: (?:\w+ly|on|over|back))* "
    r"(?:from|to|into|onto|along|towards?|across|between|through|over)\b"
)
#: The passive with its adverbs, and participles of transfer.
_IS = r"(?:is|are|was|were|being|to be|can be|could be) (?:\w+ly )?"
_TAKEN = (
    r"(?:injected|transferred|extracted|withdrawn|scavenged|collected|accepted|removed|"
    r"swept|drained|shuttled|relayed|donated|abstracted|harvested)"
)
_GIVES = r"(?:inject|transfer|donat|extract|deliver|shuttl|transmit)(?:s|ed|ing|es|e)?"
_LIT = r"(?:(?:photo\S+|hot|excited|conduction(?:-band)?|extra|excess) )*"
#: Parts of a device that take up injected (not transferred) carriers from a contact.
_CONTACTED = (
    r"\b(?:\w*LEDs?|diodes?|transistors?|emitt(?:er|ing layer)|emissive layer|cathode|anode|ETL|"
    r"luminan\w+|transport layer|(?<!in )contacts?)\b"
)
_LITERAL = r"(?! (?:and|beam|microscop|diffract|mobilit|lifetime|densit|affinit|gun|energ|volt))"

TRANSFER_PHRASES: tuple[Phrase, ...] = (
    phrase(
        "energy-transferred",
        "energy_transfer",
        "present",
        rf"\benerg(?:y|ies)\b(?! (?:level|band|gap|barrier))[^.;,]{{0,30}}? {_IS}"
        r"(?:transferred|passed on|handed (?:on|over)|funnell?ed|relayed|conveyed)\b|"
        rf"\b(?:energy|(?:triplet )?excitons?)(?: \w+ly| then| thus)* {_GOES}{_TO}",
        "Energy then flows from the donor to the erbium ions.",
        "The samples were transferred to a cell of low energy.",
    ),
    phrase(
        "carriers-injected",
        "charge_injection",
        "present",
        rf"{_CONTACTED}[^.;]{{0,60}}\binject(?:s|ed|ing)? "
        r"(?:the )?(?:electrons|holes|carriers) (?:in)?to\b",
        "In the diode the oxide injects electrons into the dots.",
        "The dots inject electrons into the oxide.",
    ),
    phrase(
        "electrons-transferred",
        "electron_transfer",
        "present",
        rf"\belectrons?\b{_LITERAL}[^.;,]{{0,30}}? {_IS}{_TAKEN}\b|"
        rf"(?<!the )(?<!of )\b{_GIVES} (?:the |an? )?{_LIT}electrons? (?:in)?(?:to|from|across|"
        rf"through)\b|\b(?:photo)?electrons?\b{_LITERAL} (?:\w+ly |then |thus |"
        rf"can )?{_GOES}{_TO}(?! the detector)|\b(?:accept|captur|scaveng|tak)(?:s|es|e|"
        rf"ed)?(?: up)? (?:the |an? )?{_LIT}electrons?\b",
        "Photogenerated electrons hop into the oxide.",
        "Electrons of 5 keV hit the sample, which was transferred in air.",
        unless=_CONTACTED,
    ),
    phrase(
        "holes-transferred",
        "hole_transfer",
        "present",
        rf"(?<!and )\bholes?\b[^.;,]{{0,20}}? {_IS}{_TAKEN}\b",
        "The photogenerated holes are scavenged by sulfite.",
        "Holes of 5 nm were etched and then transferred.",
        unless=rf"{_CONTACTED}|\betch|\bpores?\b|\bnm holes",
    ),
    phrase(
        "charges-part",
        "charge_separation",
        "present",
        r"\b(?:electron[-–]hole pairs?|(?:charge )?carriers?|"
        r"charges?|excitons?)(?: (?:\w+ly|then|thus|also))* (?:separate|dissociate|split)[sd]?\b|"
        r"\b(?:separate|split|dissociate)[sd]? (?:the )?(?:\w+ )?(?:charges?|carriers?|excitons?|"
        r"electron[-–]hole pairs?)\b|"
        r"\bcharge[- ]transfer (?:emission|photoluminescence|luminescence|PL|excitons?)\b",
        "The charges separate before they recombine.",
        "The carriers were separated from the beads by a magnet and charged.",
        unless=r"\b(?:beads?|magnet|centrifug\w+|membrane)\b",
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
)
