"""Reasons for keeping rules that match fewer than two documents of two sources."""

from __future__ import annotations

from kg.extract.frames.events import EVENTS, REAGENT_EVENTS
from kg.extract.outcomes.paraphrases_of_peaks import PEAK_PHRASES
from kg.extract.outcomes.paraphrases_of_samples import SAMPLE_PHRASES
from kg.extract.outcomes.paraphrases_of_transfers import TRANSFER_PHRASES

#: A supported rule -> rules for the same statement in another order or voice. Both forms are common
#: in the field, but the development texts are too few to contain each.
OTHER_ORDER = {
    "as-coreactant": "is-coreactant reactant-named etch-gas",
    "precursors-of-list": "precursor-list precursor-behind coreactants-of-list plasma-list",
    "as-precursor": "used-as-reactants respectively",
    "from-both": "chemical-slash chemical-dash",
    "as-stabilizer": "ligand-named ligand-behind ligands-listed coats-particles modifies-particles",
    "by-product": "product-of leaves-with by-products-are gas-set-free",
    "carrier": "serves-as-purge carried-by serves-throughout",
    "treatment-with": "treatment-named pretreatment-with",
    "solvent-verb": "recovered-in cast-from solvent-behind",
    "overlayer": "layer-keeps encapsulated-with covering-layer",
    "in-matrix": "within-matrix",
    "substrate-named": "substrates-are degreased on-fronted passivation-of reacts-on",
    "electrode": "electrodes-of",
    "film-of": "thick valued-for role-is role-ahead role-chosen plays-role role-played-by",
    "shell-of": "core-and-shell core-with-shell dots-with-shell",
    "addition-during": "by-addition-of used-to-help using-to-help",
    "material-form": (
        "form-including shape-adjectives nano-prefix film-comprised mesoporous-electrode "
        "mesoporous-called colloids-of monodisperse based-form"
    ),
    "monolayer-of-dots": "sheet",
    "degradation-of": "sensor-of analyte-named as-probe",
    "technique-named": (
        "told-sem told-ellipsometry told-uv_vis_absorption told-xrd "
        "told-contact_angle_measurement told-gas_physisorption told-permeation_measurement"
    ),
    "process-named": (
        "told-plasma_treatment told-chemical_reduction converts-to told-ald "
        "told-photo_assisted_ald told-stationary_phase_colloidal_ald told-sulfurization "
        "told-mof_conversion told-cation_exchange told-spray_deposition told-printing "
        "told-sequential_infiltration_synthesis told-precipitation"
    ),
    "quantity-power_density": "quantity-fluence",
}
#: Why a rule is kept without support in two documents of two sources.
REASONS: dict[str, str] = {
    name: f"the form of {sibling} in another order of words"
    for sibling, names in OTHER_ORDER.items()
    for name in names.split()
} | {
    "quantity-fraction": "the form of quantity-percent for gases; matches in abstracts on sensors",
    "quantity-area": "the only reader of areas of pixels and films, as recipes of cells give them",
    "quantity-density": "the form of quantity-percent in which an ozone generator is set",
    "as-additive": "a role that the text names outright; wrong nowhere",
    "reactive-gas": "the gas of reactive sputtering, which no other rule reads",
    "multiple": "ratios of values that another clause or sentence states",
    "paced": "verbs of growth, etching and evolution for the rates that labels name as nouns",
    "grown-size": "verbs of growth for the sizes of grains that labels name as nouns",
    "process-referred": "reviews refer back in this form; right wherever it matches",
    "cycles-of": "the thickness of ALD films is often stated by their cycles alone",
    "supported-on": "a role of the vocabulary that only this word states",
    "turns-hydrophilic": "wetting is stated by what a surface becomes, seldom by its contact angle",
    "spaces-filled": "the active form of infilled, which is a label",
    "substance-transforms": "a transformation between substances, where no phase is named",
    "ligands-stay": "the only phrase for a property of the vocabulary; also in three notes",
    "grows-at-once": "growth without delay, which is no label; matches in two documents",
    "saturates": "saturation, which is no label; the commonest finding on growth",
    "is-lattice": "crystallinity stated by the lattice of a solid",
    "peak-stays": "a shift that did not occur, so no label gives its direction",
    "element-share": "shares in atomic percent, which no other rule reads; right everywhere",
    "sets-ph": "matches in public papers; keeps acids and bases from being reagents",
    "told-colloidal_synthesis": "hot injection names no process; right wherever it matches",
    # findings whose property no word of the sentence names
    "grows-there-only": "selective growth stated by the place of growth, which is no label",
    "growth-inhibited": "the wording of area-selective growth for a poor nucleation",
    "no-film-there": "the denial of growth, for which nucleation has no verb of its own",
    "grows-steadily": "a constant rate stated by an adjective, which may be no label",
    "composite-meant": "dots and their matrix stand in different sentences",
    "colloid-stays": "stable colloids described by their state; matches in texts on dots",
    "colloid-falls-out": "the opposite of colloid-stays",
    "parts-mix": "a blurred interface stated by a verb",
    "particles-apart": "a sintering that did not occur, stated by the particles",
    "sites-blocked": "a loss of accessible surface stated by a verb",
    "pores-there": "pores stated by an adjective or a verb, which are no labels",
    "charges-dots": "a charging stated by a verb; the labels are nouns",
    "responds-to-light": "a photocurrent stated by a verb; the labels are nouns",
    **dict.fromkeys(
        (phrase.name for phrase in TRANSFER_PHRASES),
        "where energy or a charge goes, stated by a verb; the labels are nouns",
    ),
    **dict.fromkeys(
        (phrase.name for phrase in PEAK_PHRASES),
        "a line described by its position or width; the labels are nouns of change",
    ),
    "stands-test": "a stability stated by the adjective alone",
    "unstable-against": "the denial of stable-against",
    **dict.fromkeys(
        (phrase.name for phrase in SAMPLE_PHRASES),
        "a property that no word names, stated by what happens to the sample",
    ),
    # solids
    "infiltrated": "sequential infiltration; no other rule separates its polymer and product",
    "layers-of": "the order of words of film-of with the role of the layer before it",
    "catalyst-named": "metals that are catalysts are particles, whatever their shape is called",
    "composite-slash": "the notation of a nanocomposite: a slash joins inclusion and matrix",
    "form-around-core": "the form of a particle described by its core and its shell",
    "form-then-solid": "the form of material-form in another order of words",
    "layer-to-protect": "the purpose follows the layer; overlayer reads it before the layer",
    "alternating": "a laminate described by what alternates in it, which no noun names",
    "doping-cycles": "a doping described by the cycles that give it, which no word names",
    "sensitizing": "the dots of a sensitized solar cell, whose form is not stated",
    # reagents of wet syntheses
    "oxidized-with": "the form of used-to-convert in another voice",
    "etched-in": "acids, bases and oxidants that only clean or dissolve",
    "etching-named": "the form of etched-in in another order of words",
    "etched-with-gas": "gases of reactive ion etching, which take no part in growth",
    "blocked-with": "monolayers of area-selective growth, described by their effect",
    "treatment-with": "a salt that treats a surface and grows nothing",
    "reduced-by": "alcohols and sugars that reduce metals, which are liquids elsewhere",
    "as-scavenger": "sacrificial agents of photocatalysis, named outright",
    "as-linker": "a role of the vocabulary that only this word states",
    "followed-by-gas": "the second gas of a cycle, introduced by a participle",
    "decomposed-to-make": "the compound that decomposes to its metal; precursors go by other words",
    "by-means-of": "a preposition of several words",
    "provokes": "the analyte as what does something to the sensor",
    "as-solvent": "solvents that no list names, stated by their role",
    "again": "reviews refer back in this form to findings that no other sentence states",
    "impurity-present": "the opposite of impurity-absent",
    "sets-in": "a count of cycles with a verb of starting, which is no label of nucleation",
    "reducer-added": "recipes seldom name the reduction that their reducing agent does",
    "as-reducing-agent": "reductants; as-coreactant reads the words of ALD",
    "source-behind": "the apposition of as-anion-source",
    "as-anion-sources": "as-anion-source for two reagents of two elements",
    "adsorbs-by-turns": "the first half of alternating etching; ions-by-turns reads the second",
    **dict.fromkeys(
        ("alternating-layers", "layers-alternate", "multilayer-of", "laminate-by"),
        "laminates described by the order of their layers, without a label or a stack",
    ),
    "carbon-source": "hydrocarbons are precursors of carbon alone; matches in papers on nanotubes",
    **dict.fromkeys(
        (event.id for event in (*EVENTS, *REAGENT_EVENTS)),
        "an event of the field, read in every voice and order of words",
    ),
    **dict.fromkeys(
        (
            f"table-{kind}"
            for kind in "condition outcome chemical material process technique".split()
        ),
        "reads rows of tables, which the development texts lack; matches in public papers",
    ),
    "solvent-of-kind": "the form of in-solvent in other words",
    "spacer": "a role of the vocabulary that no other rule reads from a name",
    "shapes-listed": "a list of bare shapes, which no rule for forms reads; in public papers",
    "ligand-named": "a ligand of a synthesis without the word ligand; in public papers",
    "device-stack": "a printed device whose layers are no formulas; in public papers",
    "ions-by-turns": "the second reagent of plasma ALE, which is no chemical that is dosed",
    "based-on-gas": "the gas that a deposition is based on; reagent-of-process reads a plasma's",
    "single-atoms": "atoms alone on a carrier, which no rule for forms reads; in public papers",
    "exchanged-using": "a ligand after the exchange; reagent-of-process reads one in its name",
}
