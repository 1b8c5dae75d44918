"""Dimensions of products of units, and rules for reading and writing units.

The units themselves, their spellings and dimensions are those of the ontology
(:mod:`ontology.units`).
"""

from __future__ import annotations

from typing import Final

#: Words for what is counted per area or volume; such a word is no unit and is not part of the code.
COUNTED: Final = "atoms molecules ions electrons holes sites ligands groups OH".split()

#: Adjectives between a number and the word "cycle".
CYCLE_WORDS: Final = (
    r"(?:(?:PE-?|T-|c-|full |complete |total |consecutive |repeated |successive )?"
    r"(?:ALD|PEALD|MLD|ALE|SILAR|etching|etch|deposition|growth|charge-discharge|CV|coating|reaction"
    r"|full|complete|total|such|further|additional|extra|more|alternating|identical|low-dose|high-dose"
    r"|dosing|reactant|precursor|plasma|dip|dipping|immersion|exposure|infiltration|growing"
    r"|charge[-/]discharge|charging[-/]discharging|redox|thermal|switching|bending|write|pulse|TMA/H2O"
    r"|(?!MLs? )[A-Z][a-z]?[A-Za-z0-9]{1,10}) ){1,2}"
)

#: Spellings too common in other senses to be a unit alone; they count only in products (``A cm⁻²``,
#: ``S/cm``, ``nm per dose``).
NEVER_ALONE: Final = frozenset(
    "A S F N l cy cyc sq square dec cd dose exposure layer bilayer times folds molar".split()
    + COUNTED
)
#: A single one of these units in the denominator is written after a slash.
SLASHED: Final = frozenset(
    (
        *("{cycle}", "{supercycle}", "{pulse}", "{square}", "{decade}"),
        *("h", "min", "s", "d", "a", "W", "A", "mol", "mL"),
    )
)

#: The dimension of a product, by the kinds of its factors with their exponents.
PRODUCTS: Final[dict[tuple[tuple[str, int], ...], str]] = {
    (("length", 2),): "area",
    (("length", 3),): "volume",
    (("length", -1),): "wavenumber",
    (("time", -1),): "frequency",
    (("count", 1), ("length", -2)): "areal_density",
    (("count", 1), ("length", -3)): "number_density",
    (("energy", -1), ("length", -2)): "trap_density",
    (("energy", -1), ("length", -3)): "trap_density",
    (("length", -2), ("mass", 1), ("time", -1)): "water_vapor_transmission",
    (("length", -2), ("time", -1), ("volume", 1)): "gas_transmission",
    (("force", 1), ("length", -1)): "surface_tension",
    (("energy", 1), ("mass", -1)): "specific_energy",
    (("mass", -1), ("power", 1), ("time", 1)): "specific_energy",
    (("current", 1), ("length", -2), ("time", 1)): "areal_capacity",
    (("count_pulse", -1), ("length", 1)): "rate_per_pulse",
    (("count_pulse", -1), ("length", -2), ("mass", 1)): "mass_per_pulse",
    (("length", -2),): "areal_density",
    (("length", -3),): "number_density",
    (("length", 1), ("time", -1)): "growth_rate",
    (("count_cycle", -1), ("length", 1)): "rate_per_cycle",
    (("count_cycle", -1), ("count_monolayer", 1)): "rate_per_cycle",
    (("count_cycle", -1), ("time", 1)): "time_per_cycle",
    (("count_cycle", -1), ("length", -2), ("mass", 1)): "mass_per_cycle",
    (("length", -2), ("mass", 1)): "areal_mass",
    (("length", 2), ("time", -1), ("voltage", -1)): "mobility",
    (("length", 2), ("time", -1)): "diffusivity",
    (("energy", 1), ("length", -2)): "fluence",
    (("length", -2), ("power", 1)): "power_density",
    (("length", -3), ("power", 1)): "power_density",
    (("conductance", 1), ("length", -1)): "conductivity",
    (("length", 1), ("resistance", 1)): "resistivity",
    (("resistance", 1), ("square", -1)): "sheet_resistance",
    (("current", 1), ("length", -2)): "current_density",
    (("current", 1), ("power", -1)): "responsivity",
    (("candela", 1), ("length", -2)): "luminance",
    (("candela", 1), ("current", -1)): "current_efficiency",
    (("lumen", 1), ("power", -1)): "luminous_efficacy",
    (("length", -3), ("mass", 1)): "density",
    (("mass", 1), ("volume", -1)): "mass_concentration",
    (("amount", 1), ("volume", -1)): "concentration",
    (("length", 2), ("mass", -1)): "specific_surface",
    (("temperature", 1), ("time", -1)): "heating_rate",
    (("percent", 1), ("time", -1)): "percent_rate",
    (("time", -1), ("volume", 1)): "flow",
    (("length", 3), ("time", -1)): "flow",
    (("energy", 1), ("amount", -1)): "molar_energy",
    (("amount", -1), ("energy", 1)): "molar_energy",
    (("length", -1), ("voltage", 1)): "field",
    (("length", -1), ("level", 1)): "propagation_loss",
    (("decade", -1), ("voltage", 1)): "subthreshold_swing",
    (("capacitance", 1), ("length", -2)): "capacitance_density",
    (("capacitance", 1), ("mass", -1)): "specific_capacitance",
    (("charge", 1), ("length", -2)): "charge_density",
    (("current", 1), ("mass", -1)): "specific_current",
    (("current", 1), ("mass", -1), ("time", 1)): "specific_capacity",
    (("capacity", 1), ("mass", -1)): "specific_capacity",
    (("capacity", 1), ("length", -2)): "areal_capacity",
    (("energy", 1), ("volume", -1)): "energy_density",
    (("energy", 1), ("length", -3)): "energy_density",
    (("time", -1), ("voltage", 1)): "sweep_rate",
    (("length", -1), ("power", 1), ("temperature", -1)): "thermal_conductivity",
    (("length", 1), ("voltage", -1)): "length_per_voltage",
}
