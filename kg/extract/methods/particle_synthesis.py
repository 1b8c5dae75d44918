"""Syntheses of particles in a liquid without their name: "dots were made in oleylamine"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.findings import Finding
from kg.extract.knowledge.families import is_dot_material
from kg.extract.knowledge.usual_roles import usual_role
from kg.extract.mentions import Mention
from kg.extract.reading import Reading
from kg.extract.text.rare import Rare
from kg.model import Process

#: Processes that modify particles made before.
_OF_COLLOIDS = frozenset(
    {"ligand_exchange", "chemical_reduction", "cation_exchange", "anion_exchange"}
)
#: Before the process by which the particles themselves are made.
_IS_WAY = re.compile(r"\b(?:via|by|through)\s(?:an?\s|the\s)?(?:[\w-]+\s)?$")
_COLLOIDAL_FORMS = frozenset(
    {"quantum_dot", "nanocrystal", "nanoplatelet", "nanorod", "dot_in_rod"}
)
#: Forms of particles that are a colloid if a liquid is mentioned.
_LOOSE_FORMS = frozenset({"nanoparticle", "nanocube", "nano_octahedron"})
_ROUTE = r"(?:(?:rout|schem)es?|(?:method|procedure|protocol|pathway)s?|approach(?:es)?|strateg\w+)"
_OBTAIN = r"(?:(?:prepar|produc|synthesi[sz]|mak|fabricat)(?:e|ing)|(?:obtain|access)(?:ing)?)"
#: The words before the particles in the same phrase, which a verb or a preposition ends.
_UP_TO = (
    r"(?:(?!<F|(?:is|are|was|were|by|from|via|using|in|on|onto|to|through|that|which|of|for|with) )"
    r"[^\s.;:]+ |shells? on |of the core ){0,11}?<F(\d+)> (?!/|(?:- )?(?:co)?sensiti)"
)
#: An abbreviation or an amount after the particles.
_NOTE = r"(?:\( \S+ \) )?"
_DONE = r"(?:was|were|been|are) (?:\S+ed and )?(?:\S+ly )?"
_BY = r"(?:in|by|via|through|using|from|at|with|under) "
_SYNTHESES = (
    Rare(
        rf"(?<!\S)synthe(?:s[ie]s|tic)(?: (?:\S+ )?{_ROUTE})? (?:and (?:\S+ ){{1,3}})?"
        rf"(?:(?:of|for) (?:{_OBTAIN} )?|to {_OBTAIN} )(?:a series of |a range of )?{_UP_TO}"
    ),
    Rare(rf"(?<!\S){_ROUTE} (?:(?:to|for|of) {_OBTAIN}|for the preparation of) {_UP_TO}"),
    Rare(rf"(?<!\S)routes? (?:to|towards?) {_UP_TO}"),
    # "We synthesized HgTe nanocrystals", "dots were synthesized", "cores of 3 nm, synthesized from"
    Rare(r"(?:^|<[MS]\d+> )<F(\d+)> synthes[ie]s (?!of )"),
    Rare(rf"<F(\d+)> {_NOTE}(?:[^\s.;:,]+ ){{0,4}}?{_DONE}"
               r"(?:synthesi[sz]ed|prepared|made by heating) "),
    Rare(rf"<F(\d+)> {_NOTE}(?:, (?:of (?:[^\s,]+ ){{1,5}}, )?)?"
               r"(?:(?!(?:was|were|are|is|which|that) )[^\s.;,]+ ){0,20}?"
               rf"{_DONE}(?:synthesi[sz]ed|prepared by an? (?:\S+ )?organic) "),
    # "dots with a narrow size distribution, high purity, and bright emission were synthesized"
    Rare(rf"<F(\d+)> {_NOTE}(?:with|of) "
               r"(?:(?!(?:was|were|are|is|which|that|by) )[^\s.;]+ ){1,18}?"
               rf"{_DONE}synthesi[sz]ed "),
    Rare(r"(?<!\S)synthesi[sz]ed (?:and \S+ed )?(?:the |our |a |\S+ )?"
               r"(?:<[MS]\d+> )(?:[^\s.;,]+ ){0,3}?<F(\d+)> "),
    Rare(rf"(?<!\S)(?:we(?: have)?|and|(?<!used )to) (?:\S+ly )?synthesi[sz]ed? {_UP_TO}"),
    Rare(r"<C\d+> (?:[^\s.;]+ ){0,5}?(?:was|were|is|are) (?:\S+ly )?(?:used|employed) to "
               rf"(?:synthesi[sz]e|prepare|make|grow|produce|obtain) {_UP_TO}"),
    Rare(rf"<F(\d+)> {_NOTE}(?:of <Q\d+> )?(?:, prepared from |"
               rf"(?:, )?(?:\S+ly )?synthesi[sz]ed {_BY})"),
    # "the reaction of lead oleate with thiourea yields PbS dots"
    Rare(r"(?<!\S)reactions? (?:of|between) (?:[^\s;]+ ){0,6}?<C\d+> (?:[^\s;]+ ){0,20}?"
               r"(?:affords?|yields?|gives?|gave|produces?|afforded|yielded|produced|forms?|formed|"
               rf"(?:leads|led) to|results in|resulted in) {_UP_TO}"),
)  # fmt: skip
#: Wordings that mean the same only for particles in a liquid.
_MADE_IN_LIQUID = (
    re.compile(rf"(?<!\S)preparation of {_UP_TO}"),
    re.compile(rf"<F(\d+)> {_NOTE}(?:[^\s.;:,]+ ){{0,4}}?{_DONE}"
               rf"(?:grown|produced|obtained|made|fabricated) {_BY}"),
    re.compile(r"(?<!\S)we (?:have )?(?:\S+ly )?(?:prepared?|produced?|grew|grown|made|make|"
               rf"obtain(?:ed)?|fabricated?) {_UP_TO}"),
    re.compile(rf"<F(\d+)> {_NOTE}(?:\S+ly )?prepared {_BY}"),
    # "selenium in trioctylphosphine was injected to give CdSe dots"
    re.compile(r"<C\d+> (?:[^\s.;]+ ){1,25}?(?:(?:to|and) (?:give|gave|obtain|make|yield(?:ed)?|"
               rf"afford(?:ed)?|produced?|form(?:ed)?) |(?:giv|yield|afford|form)ing ){_UP_TO}"),
)  # fmt: skip
#: "Synthesis of CdSe@ZnS": particles, with or without that word.
_COATED_PARTICLES = re.compile(r"(?<!\S)synthesis (?:of (?:\S+ ){0,2}?)?<S(\d+)> ")
_IN_LIQUID = Rare(
    r"\b(?:[Cc]olloidal(?! lithography)|[Oo]ne-pot|[Ii]nject\w*|[Ff]lask|[Oo]leic|[Oo]leyl\w+|"
    r"[Oo]leate|1-?octadecene|ODE|[Tt]rioctyl\w+|capped|[Nn]on-?injection|[Ss]olution-phase|"
    r"core/shell|[Mm]onodispersed?|[Ss]urfactants?|[Cc]apping|[Ff]atty acids?|[Pp]olyols?|"
    r"[Ww]et[- ]chemical|[Oo]rganometallic|[Nn]on-?aqueous|[Ss]olution-based|CTA[BC]|PVP)\b"
)
#: Before particles of which a layer is made: "a monolayer of PbTe dots was prepared".
_LAYER_OF = re.compile(r"\b(?:films?|layers?|monolayers?|arrays?|inks?)\b[^.;]{0,60}\sof\s[^.;,]*$")
_FLASK = Rare(r"\b(?:flask|Schlenk)\b|[- ]neck(?:ed)?\b")
#: Every pattern above contains one of these, so sentences without them need not be searched.
_MAKING = Rare(
    r"(?<!\S)(?:synthe|prepar|ma[dk]|access|grown |grew |produc|obtain|fabricat|routes? |"
    r"reactions? |g[ia]v|yield|afford|form)"
)
#: Other ways to make particles in a liquid or a gas, and films: then these made the particles.
_OTHER_WAY = Rare(
    r"\bhydrotherm|\bsolvotherm|\bautoclave|\bco-?precipit|\b(?:by|via) precipitation"
    r"(?! (?:of the (?:\w+ )?(?:solution|product|mixture|dispersion)|with|and)\b)|"
    r"\bprecipitation (?:method|route|reaction|synthes)|\bsol[-– ]gel|\bSt[oö]ber|\bplasma|"
    r"\bsolid[- ]state (?:chem|react|method|synth)|\bin glass|\bglass(?:es| ceramic)|\bzeolite|"
    r"\bmelt[- ]quench|\bmechano-?chem|\bball[- ]mill|\bcombustion|\bcalcin|\bsputter|"
    r"\bimpregnat|\bgas[- ]phase|\bgas condensation|\belectrosp[iu]n|\bvap[ou]+r\b|"
    r"\b(?:beam|phase|droplet) epitaxy|\bepitaxial growth on",
    re.IGNORECASE,
)


def find_particle_synthesis(reading: Reading) -> Iterator[Finding]:
    """Yield a colloidal synthesis ("the synthesis of PbS quantum dots") if no other is named."""
    if any(
        m.id not in _OF_COLLOIDS or _IS_WAY.search(reading.text[: m.start])
        for m in reading.of_kind("process")
    ):
        return
    made = _recipe_in_flask(reading)
    if made is None and _MAKING.search(reading.shorthand):
        made = _made_particles(reading)
    if made is not None and not _OTHER_WAY.search(reading.sentence.passage.text):
        content = Process(process="colloidal_synthesis")
        yield Finding(content=content, at=made.start, rule="particle-synthesis")


def _recipe_in_flask(reading: Reading) -> Mention | None:
    """Return the ligand or liquid of a recipe in a flask: "CdO, OA and ODE in a flask"."""
    named = reading.of_kind("chemical") if _FLASK.search(reading.text) else ()
    return next((m for m in named if m.id == "1_octadecene" or usual_role(m) == "ligand"), None)


def _made_particles(reading: Reading) -> Mention | None:
    """Return the form of the particles that a sentence says were made, or their stack."""
    if coated := _COATED_PARTICLES.search(reading.shorthand):
        stack = reading.mentions[int(coated[1])]
        if "@" in stack.text and stack.stack and is_dot_material(stack.stack.formulas[0]):
            return stack
    is_in_liquid = _IN_LIQUID.search(reading.sentence.passage.text) is not None
    for pattern in (*_SYNTHESES, *(_MADE_IN_LIQUID if is_in_liquid else ())):
        if match := pattern.search(reading.shorthand):
            form = reading.mentions[int(match[1])]
            of_layer = _LAYER_OF.search(reading.text[: form.start]) is not None
            if _is_colloid(form.id, form.text, is_in_liquid=is_in_liquid) and not of_layer:
                return form
    return None


def _is_colloid(form: str, text: str, *, is_in_liquid: bool) -> bool:
    """Return whether a form is a colloid: "NPs" are one; "nanoparticles" may be a powder."""
    if form in _COLLOIDAL_FORMS:
        return True
    return form in _LOOSE_FORMS and (is_in_liquid or text.endswith(("NP", "NPs")))
