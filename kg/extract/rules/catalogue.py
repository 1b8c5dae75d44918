"""Every rule by its id, with what it reads and what it leaves alone.

The rules of the pattern tables bring their examples along; those whose pattern is code have theirs
here. ``reason`` says why a rule stays that fires in fewer than two documents of two sources; see
``python -m kg.extract.coverage``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.rules.coatings import COATINGS
from kg.extract.rules.dots_coated import RULES as DOTS_COATED
from kg.extract.rules.forms import FORMS
from kg.extract.rules.reagents import RULES as REAGENTS
from kg.extract.rules.roles import ROLES
from kg.extract.rules.told import PHRASES


@dataclass(frozen=True, slots=True)
class Card:
    """A rule's id, a text that it reads, a text that it could read and does not, and a reason."""

    id: str
    example: str
    counter: str
    reason: str = ""


#: Rules whose pattern is code: the words around a term of the ontology, or a whole study.
CODED = (
    # outcomes, by the label of the property that was named
    Card("outcome-name", "The carrier mobility rose.", "The carrier mobility was studied."),
    Card("outcome-symbol", "The PCE rose to 12%.", "The PCE was measured."),
    Card("outcome-bareLabel", "The solar cell has a higher efficiency.", "The efficiency rose."),
    Card("outcome-inverseLabel", "The coat inhibits sintering.", "Sintering is common."),
    Card("outcome-rateLabel", "The coat slows down the cation exchange.", "Cation exchange."),
    Card("outcome-increaseLabel", "The emission red-shifted.", "Emission was measured."),
    Card("outcome-decreaseLabel", "The emission blue-shifted.", "Emission was measured."),
    Card("outcome-presenceLabel", "The film is conformal.", "A conformal coat would help."),
    Card("outcome-absenceLabel", "The film is amorphous.", "An amorphous film would help."),
    Card("again", "Energy transfer was seen in solution. The same occurs in films.",
         "Energy transfer was seen in solution. The same film was dried."),
    Card("switched", "The film switched from n-type to p-type.", "The film is p-type."),
    Card("stable-against", "The coated dots show enhanced stability against moisture.",
         "The stability of the dots was studied."),
    Card("survived", "The dots retained 90% of their emission after 30 days in air.",
         "The dots emit at 620 nm in air."),
    Card("impurity-absent", "No carbon was detected.", "No change of the carbon was made."),
    Card("impurity-share", "The films hold 2 at.% carbon.", "The films hold 2 at.% aluminium."),
    Card("doping-told", "The ZnO was doped with Al.", "The doped Si wafer was cleaned."),
    # conditions, by the dimension of the quantity
    Card("quantity-temperature", "ZnO was grown at 120 °C.", "The solvent boils at 120 °C."),
    Card("quantity-time", "The film was annealed for 30 min.", "It rose 30 min ago."),
    Card("quantity-length", "A 20 nm thick film was grown.", "A 20 nm resolution was reached."),
    Card("quantity-pressure", "ZnO was grown at 1 Torr.", "The base pressure was 1 Torr."),
    Card("quantity-rate_per_cycle", "ZnO grew by 0.18 nm/cycle.", "ZnO grew in 18 cycles."),
    Card("quantity-growth_rate", "The growth rate was 5 nm/min.", "The belt moved 5 m/min."),
    Card("quantity-count_cycle", "After 20 cycles it was dense.", "One ALD cycle takes long."),
    Card("quantity-count_monolayer", "Three monolayers of CdS grew.", "A monolayer is thin."),
    Card("quantity-power_density", "It was lit with 100 mW cm−2.", "It was lit with a lamp."),
    Card("quantity-power", "The plasma had a power of 300 W.", "The plasma was strong."),
    Card("quantity-fluence", "It was pumped with 50 uJ cm−2.", "It was pumped."),
    Card("quantity-flow", "Argon flowed with 20 sccm.", "Argon flowed.",),
    Card("quantity-concentration", "A 0.1 M solution was used.", "A solution was used."),
    Card("quantity-mass_concentration", "A solution of 20 mg/mL was spun.",
         "The solubility is 20 mg/mL."),
    Card("quantity-mass_fraction", "A 5 wt% solution was spun.", "A solution was spun."),
    Card("quantity-percent", "It was kept at 60% humidity.", "It kept 60% of its mass."),
    Card("quantity-dimensionless", "The pH was adjusted to 9.", "Sample 9 was dried."),
    Card("numberless-condition", "It grew at room temperature.", "The room was warm."),
    Card("heated-in-inert-gas", "The film was annealed in argon.", "The film was kept near argon."),
    Card("steps-of-cycle", "The pulse sequence TMA/purge/water/purge was 0.1/8/0.3/8 s.",
         "The scan took 0.1/8/0.3/8 s."),
    # processes, techniques and applications
    Card("process-named", "ZnO was grown by ALD.", "ZnO was grown without ALD."),
    Card("technique-named", "XRD shows peaks.", "No XRD was done."),
    Card("application-named", "We made a solar cell.", "The laser beam excites it at 405 nm."),
    Card("process-in-name", "After 20 ALD cycles it was dense.", "After 20 cycles it was dense."),
    Card("process-told", "The wafers were degreased in acetone.", "The solvent evaporated."),
    Card("technique-told", "The PL decays were recorded.", "The PL decays fast."),
    Card("particle-synthesis", "The synthesis of PbS quantum dots was scaled.",
         "The hydrothermal synthesis of PbS quantum dots was scaled."),
    Card("process-referred", "SILAR is cheap. Using this technique, CdS was grown.",
         "SILAR is cheap. This technique is old. We thank all."),
    # solids
    Card("stack", "CdSe@CdS core@shell dots", "CdSe and CdS dots"),
    Card("plate-named", "Films grew on glass substrates.", "Films grew on sand."),
    Card("form-in-name", "Carbon nanotubes were coated.", "Carbon was coated."),
    Card("films", "We made ZnO by ALD. The films are dense.", "The powders are dense."),
    Card("films-meant", "We grew ZnO by ALD. The films are dense.", "We grew ZnO by ALD."),
    Card("core-meant", "InP cores were made. A ZnS shell followed.", "InP cores were made."),
    Card("composite-meant", "CdTe quantum dots were cast. A matrix of HfO2 kept them.",
         "CdTe quantum dots were cast."),
    # reagents
    Card("respectively", "DEZ and water were used as precursor and co-reactant, respectively.",
         "DEZ and water were used."),
    Card("role-in-name", "oleic acid-capped dots", "oleic acid was hot"),
    Card("sets-ph", "The pH was set with NaOH.", "NaOH was weighed."),
    Card("reagent-named", "TMA reacts with hydroxyls.", "water reacts with hydroxyls"),
)  # fmt: skip


def _cards() -> Iterator[Card]:
    for rule in (*COATINGS, *DOTS_COATED, *ROLES, *FORMS, *REAGENTS):
        yield Card(rule.id, rule.example, rule.counter_example, REASONS.get(rule.id, ""))
    for phrase in PHRASES:
        yield Card(phrase.name, phrase.example, phrase.counter, REASONS.get(phrase.name, ""))
    for card in CODED:
        yield Card(card.id, card.example, card.counter, REASONS.get(card.id, ""))


#: Why a rule stays without support in two documents of two sources.
REASONS: dict[str, str] = {}

#: Every rule by its id.
CARDS = {card.id: card for card in _cards()}
