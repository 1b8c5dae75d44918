"""Which solids, in which role and shape: coatings, films, substrates and particles."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.findings import Coating, Finding
from kg.extract.mentions import Mention
from kg.extract.patterns import Found, Rule
from kg.extract.reading import Reading
from kg.extract.rules.families import FILM_FORMS, core_of, is_oxide, is_particle
from kg.model import Content, Form, Material, System

_COATED = (
    "(coated|covered|overcoated|encapsulated|passivated|embedded|infilled|infiltrated|protected|"
    "decorated|capped|shelled|modified|overgrown|filled)"
)
_GROWN = (
    "(deposited|deposit|deposits|deposition|depositing|grow|grows|grew|grown|growth|growing|ald|"
    "<P\\d+>|coated|coat|formed|prepared|synthesized|applied)"
)

#: Two solids, one put on the other; slots ``inner`` and ``outer``.
COATINGS = (
    Rule(
        "shell-around-core",
        "{M*:outer} (shells?|shelling) ~1 (around|on|onto|over|of|for) ~9 {M*:inner}",
        "shell",
        "A ZnS shell around the InP cores.",
        "The shell around the core is thin.",
    ),
    Rule(
        "shells-of",
        "(shells?|layers?|coatings?) of {M*:outer} ~4 (around|on|onto|over) ~4 {M*:inner}",
        "shell",
        "We grew shells of CdS around PbS seeds.",
        "Layers of dust on CdS were blown off.",
    ),
    Rule(
        "coated-with",
        "{M*:inner} ~6 " + _COATED + " ~4 (with|by|in|within|into) ~6 {M*:outer}",
        "",
        "CdTe quantum dots were coated with an ultrathin layer of HfO2.",
        "Al2O3 and ZnO were compared.",
    ),
    Rule(
        "infill-of-with",
        "(infill|infilling|infiltration|coating|passivation|encapsulation|embedding|overcoating) "
        "of ~2 {M*:inner} ~4 (with|by|in) ~3 {M*:outer}",
        "matrix",
        "The infilling of PbTe dots with amorphous alumina was complete.",
        "The infilling of pores is slow.",
    ),
    Rule(
        "filled-voids-of",
        "(filled|fill|filling|infiltrated|infiltrating) ~2 (voids?|pores?|interstices|gaps?|spaces?) "
        "(of|between|in) ~3 {M*:inner} ~9 with ~3 {M*:outer}",
        "matrix",
        "We filled the pores of PbTe dot films with HfO2.",
        "We filled the pores of PbTe.",
    ),
    Rule(
        "coating-on",
        "{M*:outer} ~2 (coatings?|overcoatings?|overlayers?|monolayers?|layers?|films?|<F\\d+>|"
        + _GROWN[1:]
        + " ~5 (on|onto|over|around|upon) ~6 {M*:inner}",
        "",
        "HfO2 was deposited by ALD on PbS quantum dots.",
        "HfO2 has a wide gap on paper.",
    ),
    Rule(
        "deposit-on",
        "(deposit|deposited|deposits|depositing|deposition|grow|grew|grown|growth|growing|ald|<P\\d+>|"
        "applied) ~6 {M*:outer} ~5 (on|onto|over|around|upon) ~6 {M*:inner}",
        "",
        "We deposited thin TiO2 at 100 °C onto WO3 nanowires.",
        "We deposited dots on glass.",
    ),
)

#: One solid and the word for its role; slot ``x``, ``emits`` the role.
ROLES = (
    Rule(
        "film-of",
        "{M*:x} ~1 (thin|ultrathin|films?|<F\\d+>|coatings?|layers?|multilayers?)",
        "film",
        "Amorphous HfO2 films were smooth.",
        "HfO2 is amorphous.",
    ),
    Rule(
        "ald-of",
        "(ald|<P\\d+>|deposition|growth|grow|grew|growing|deposit|deposited|depositing|fabricate|"
        "prepare) [of] =3 {M*:x}",
        "film",
        "The atomic layer deposition of HfO2 was studied.",
        "Growth was fast; HfO2 is dense.",
    ),
    Rule(
        "grown-by",
        "{M*:x} ~1 (was|were|is|are|been|be) ~1 "
        "(deposited|grown|prepared|fabricated|synthesized|obtained)",
        "film",
        "ZnO was deposited at 120 °C.",
        "ZnO was studied.",
    ),
    Rule(
        "made-by-ald",
        "{M*:x} [)] ~1 (synthesized|deposited|grown|prepared|fabricated|made|obtained|realized) ~2 "
        "(by|via|using|through|with) ~3 <P\\d+>",
        "film",
        "Rutile TiO2 prepared by thermal ALD was dense.",
        "TiO2 prepared by hand",
    ),
    Rule(
        "ald-film-noun",
        "{M:x} (growth|deposition|ald)",
        "film",
        "The ZnO growth starts at once.",
        "The ZnO particles sinter.",
    ),
    Rule(
        "matrix-of",
        "(matrix|matrices) of {M*:x}",
        "matrix",
        "A matrix of Al2O3 fills it.",
        "A matrix.",
    ),
    Rule(
        "as-matrix",
        "{M*:x} ~9 as ~3 (matrix|matrices)",
        "matrix",
        "HfO2 or ZnO serve as the matrix",
        "HfO2 in a matrix",
    ),
    Rule(
        "in-matrix",
        "{M*:x} (matrix|matrices|infill|infilling)",
        "matrix",
        "The ZnO matrix.",
        "ZnO dots.",
    ),
    Rule(
        "overlayer",
        "{M*:x} ~1 (overlayers?|overcoats?|overcoatings?|capping|cap)",
        "overlayer",
        "A dense Al2O3 capping layer seals it.",
        "Al2O3 is dense.",
    ),
    Rule(
        "overlayer-of",
        "(capping|passivation|passivating|encapsulation|protection|protective|sealing) "
        "(layers?|films?|coatings?|<F\\d+>) of ~3 {M*:x}",
        "overlayer",
        "A capping layer of 10 nm Al2O3 protects it.",
        "A layer of Al2O3 is dense.",
    ),
    Rule(
        "overlayer-named",
        "{M*:x} ~1 (passivation|encapsulation|protection|protective|sealing) "
        "(layers?|films?|coatings?|<F\\d+>)",
        "overlayer",
        "a 4 nm Al2O3 passivation layer",
        "Al2O3 passivates it",
    ),
    Rule(
        "gate-dielectric",
        "{M*:x} ~1 (gate|high) ~3 (dielectrics?|insulators?|oxides?)",
        "film",
        "a thin HfO2 gate dielectric",
        "HfO2 is a dielectric",
    ),
    Rule(
        "fills-voids",
        "{M:x} ~1 (fills|filled|filling|infiltrates|infiltrated|infiltrating|occupies) ~3 "
        "(voids?|pores?|interstices|gaps?|spaces?|interstitial)",
        "matrix",
        "AlOx fills the voids between the dots.",
        "AlOx fills the mould",
    ),
    Rule(
        "overgrown-with",
        "(overcoat|overcoated|overcoating|shelling|shelled|overgrown|overgrowth|overgrowing) ~1 "
        "(with|of|by) ~1 {M*:x}",
        "shell",
        "Cores were overgrown with ZnSe and ZnS.",
        "overgrown by hand",
    ),
    Rule(
        "converted-to",
        "(converted|converts|convert|converting|conversion|transformed|transforms|transformation) "
        "~1 (to|into) ~2 {M*:x}",
        "product",
        "The film was converted into MoS2.",
        "The film was converted quickly.",
    ),
    Rule(
        "substrate-named",
        "{M*:x} ~1 (substrates?|wafers?|pieces?)",
        "substrate",
        "Films grew on Si wafers.",
        "Films of Si were grown.",
    ),
    Rule(
        "non-growth-area",
        "{M*:x} as ~2 (non|growth|nongrowth) ~2 (areas?|surfaces?|regions?|substrates?)",
        "substrate",
        "Ru grew on TiN with SiO2 as the non-growth area.",
        "SiO2 as a non-linear medium",
    ),
    Rule(
        "as-substrate",
        "{M*:x} =3 (was|were|is|are) ~2 (used|employed|chosen) as ~3 (substrates?|wafers?)",
        "substrate",
        "Sapphire and Si were used as substrates.",
        "Sapphire is a substrate.",
    ),
    Rule(
        "coated-glass",
        "{M:x} ~4 coated (glass|substrates?|quartz|foil|slides?|<M\\d+>)",
        "substrate",
        "on FTO-coated glass",
        "on ZnO-coated dots",
    ),
    Rule(
        "grown-on",
        "(deposited|grown|prepared|fabricated|formed|spin|sputtered) ~14 (on|onto) ~4 {M*:x}",
        "substrate",
        "ZnO was grown by ALD from DEZ and water at 150 °C on sapphire.",
        "ZnO was grown in vacuum.",
    ),
    Rule(
        "substrate-of",
        "(substrates?|wafers?) (of|consisted|made|consisting) ~1 {M*:x}",
        "substrate",
        "substrates of GaN were used",
        "substrates were used",
    ),
    Rule("supported-on", "supported on ~2 {M:x}", "support", "Pt supported on TiO2", "Pt on TiO2"),
    Rule(
        "support-named", "{M:x} (supports?|carriers?)", "support", "the CeO2 support", "CeO2 rods"
    ),
    Rule(
        "blocking-layer",
        "{M*:x} ~3 (blocking|barrier|recombination) ~1 layers?",
        "blocking_layer",
        "a thin Al2O3 blocking layer",
        "Al2O3 layers block",
    ),
    Rule(
        "transport-layer",
        "(electron|hole|charge) (transport|transporting|selective|extraction|injection) "
        "(layers?|contacts?|materials?|<F\\d+>) ~3 {M*:x}",
        "transport_layer",
        "an electron transport layer of SnO2",
        "the layer of SnO2",
    ),
    Rule(
        "serves-as-transport-layer",
        "{M:x} ~12 (electron|hole|charge) (transport|transporting|selective|extraction|injection) "
        "(layers?|contacts?|<F\\d+>)",
        "transport_layer",
        "The SnO2 serves as an electron transport layer.",
        "The SnO2 is smooth.",
    ),
    Rule(
        "electrode",
        "{M*:x} ~1 (electrodes?|cathodes?|anodes?|contacts?|counter)",
        "electrode",
        "with Au electrodes on top",
        "with Au dots",
    ),
    Rule(
        "electrodes-aside",
        "(electrodes?|contacts?) \\( {MS*:x}",
        "electrode",
        "source and drain electrodes (Au, 50 nm)",
        "electrodes (50 nm)",
    ),
    Rule(
        "serves-as-electrode",
        "{M*:x} ~9 (served|serves|serving|used|acted|acts|acting) as ~3 (electrodes?|contacts?)",
        "electrode",
        "Au dots served as top electrodes.",
        "Au dots were large.",
    ),
    Rule("spacer", "{M:x} ~4 (spacers?)", "spacer", "an Al2O3 spacer of 3 nm", "a thin Al2O3 film"),
    Rule("core-of", "{M*:x} ~1 (cores?|seeds?)", "core", "the Au core", "the Au film"),
    Rule(
        "cores-including",
        "cores? , including {M*:x}",
        "core",
        "cores, including CeO2 and Ag",
        "CeO2",
    ),
    Rule("shell-of", "{M*:x} ~1 (shells?|shelling)", "shell", "the CdS shell", "the CdS film"),
    Rule("shells-list", "shells? of {M*:x}", "shell", "shells of ZnS and CdS", "ZnS dots"),
    Rule("donor", "{MS:x} ~1 \\( donor \\)", "donor", "CdSe (donor)", "CdSe"),
    Rule("acceptor", "{MS:x} ~1 \\( acceptor \\)", "acceptor", "CdSe (acceptor)", "CdSe"),
)

#: A solid and its shape; slots ``x`` and ``form``.
FORMS = (
    Rule(
        "material-form",
        "{MS*:x} [(] [)] [core] [/] [@] [shell] [)] {F*:form}",
        "form",
        "CdSe quantum dots and nanoplatelets",
        "CdSe grows",
    ),
    Rule(
        "material-adjective-form",
        "{MS*:x} [core] [-] [only] [thin] [hollow] [colloidal] [perovskite] [alloy] [alloyed] {F*:form}",
        "form",
        "Cu hollow nanospheres",
        "Cu grows",
    ),
    Rule(
        "shape-adjectives",
        "{F*:form} {M:x} <F\\d+>",
        "form",
        "spherical and octahedral Cu nanocrystals",
        "a spherical cap of Cu",
    ),
    Rule(
        "cores-of-form",
        "{F:form} cores? , including {M*:x}",
        "form",
        "nanocrystal cores, including CeO2 and Ag",
        "cores of Ag",
    ),
    Rule(
        "form-of-material", "{F*:form} of ~1 {MS*:x}", "form", "nanowires of ZnO", "nanowires of it"
    ),
)


#: The formula of a film whose solid its sentence does not name.
UNSAID = ""


def find_coatings(reading: Reading) -> Iterator[Finding]:
    """One solid put on another."""
    for rule in COATINGS:
        for found in rule.find(reading):
            for inner in found["inner"]:
                for outer in found["outer"]:
                    if inner.id == outer.id and inner.start == outer.start:
                        continue
                    content = Coating(
                        inner=inner.id,
                        outer=outer.id,
                        inner_form=form_of(reading, inner),
                        hint=rule.emits or _hint(reading, outer),
                    )
                    yield Finding(content=content, at=outer.start, rule=rule.id)


#: Words for an outer solid -> what they say of it.
_HINTS = {
    "shell": "shell",
    "matrix": "matrix",
    "overlayer": "overlayer",
    "overcoat": "overlayer",
    "capping": "overlayer",
    "infill": "matrix",
}


def _hint(reading: Reading, outer: Mention) -> str:
    """The sentence's own word for the outer solid, right behind it."""
    words = reading.text[outer.end : outer.end + 40].lower()
    for word, hint in _HINTS.items():
        if word in words:
            return hint
    return "matrix" if "infill" in reading.text.lower() else ""


def form_of(reading: Reading, material: Mention) -> str:
    """The form named right behind a material ("PbS quantum dot films" -> quantum_dot)."""
    for mention in reading.of_kind("form"):
        if mention.start < material.end:
            continue
        gap = reading.text[material.end : mention.start]
        if len(gap) <= 12 and not any(mark in gap for mark in ",;:"):
            return mention.id
    return ""


#: Roles of a solid that is no particle.
_FLAT = frozenset({"film", "substrate"})


def find_roles(reading: Reading) -> Iterator[Finding]:
    """Solids in a role that the sentence names."""
    for rule in ROLES:
        for found in rule.find(reading):
            for mention in found["x"]:
                if mention.kind == "stack" and rule.emits == "electrode":
                    for layer in dict.fromkeys(mention.stack.formulas if mention.stack else ()):
                        yield _found(Material(role=rule.emits, formula=layer), mention, rule.id)
                if mention.kind != "material":
                    continue
                if rule.emits in _FLAT and is_particle(form_of(reading, mention)):
                    continue
                role = rule.emits
                if rule.id == "overgrown-with" and is_oxide(mention.id):
                    role = "overlayer"
                yield _found(Material(role=role, formula=mention.id), mention, rule.id)


def find_forms(reading: Reading) -> Iterator[Finding]:
    """Solids in a shape; a particle's solid is a nanocrystal until the study says core."""
    for rule in FORMS:
        for found in rule.find(reading):
            for mention in found["x"]:
                yield from _form_findings(found, mention)
            yield from _laminate(found)
    yield from _named_by_form(reading)
    for form in reading.of_kind("form"):  # "the films": the study says which
        if form.id == "thin_film" and "film" in form.text.lower():
            yield Finding(content=Form(formula=UNSAID, form=form.id), at=form.start, rule="films")


def _laminate(found: Found) -> Iterator[Finding]:
    """ "PbTe and PbSe nanolaminates": one laminate of both."""
    layers = tuple(m.id for m in found["x"] if m.kind == "material")
    if len(layers) > 1 and any(form.id == "nanolaminate" for form in found["form"]):
        yield _found(System(architecture="nanolaminate", layers=layers), found["x"][0], found.rule)


def _named_by_form(reading: Reading) -> Iterator[Finding]:
    """A name that says solid and shape at once: carbon nanotubes."""
    for form in reading.of_kind("form"):
        for mention in reading.of_kind("material"):
            if (mention.start, mention.end) == (form.start, form.end):
                yield _found(Form(formula=mention.id, form=form.id), form, "form-in-name")


def _form_findings(found: Found, mention: Mention) -> Iterator[Finding]:
    for form in found["form"]:
        formula = mention.id
        if mention.stack is not None and len(mention.stack.flat) > 1:
            layers = mention.stack.formulas
            formula = layers[-1] if set(mention.stack.separators) == {"-"} else core_of(layers)
        elif form.id in FILM_FORMS:
            yield _found(Material(role="film", formula=formula), mention, found.rule)
        elif is_particle(form.id):
            yield _found(Material(role="nanocrystal", formula=formula), mention, found.rule)
        yield _found(Form(formula=formula, form=form.id), form, found.rule)


def _found(content: Content, mention: Mention, rule: str) -> Finding:
    return Finding(content=content, at=mention.start, rule=rule)
