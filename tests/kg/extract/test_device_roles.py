"""Solids whose part in a device is told by the words around them."""

from __future__ import annotations

from tests.kg.extract.test_solids import told
from tests.rows import each_row

#: A sentence -> solids that it tells, and those that it only seems to, each as its values.
SENTENCES = (
    # layers for one kind of carrier
    ("MoOx hole-selective passivating contacts were made on silicon by ALD.",
     "transport_layer MoOx", "electrode MoOx"),
    ("An electron-selective TiO2 contact was deposited by ALD on silicon.",
     "transport_layer TiO2", "electrode TiO2"),
    ("ZnO was used as a cathode interlayer of organic solar cells.",
     "transport_layer ZnO", "electrode ZnO"),
    ("The V2O5 anode interlayer was grown by ALD.", "transport_layer V2O5", "electrode V2O5"),
    ("A sputtered SnO2 ETL was used in the solar cells.", "transport_layer SnO2", ""),
    ("An Ag cathode was evaporated onto the cells.", "electrode Ag", "transport_layer Ag"),
    ("The contact of TiO2 with the electron beam was short.", "", "transport_layer TiO2"),
    # absorbers, donors and acceptors
    ("ZnO by ALD passivates CH3NH3PbI3 perovskite solar cells.",
     "absorber CH3NH3PbI3", "absorber ZnO"),
    ("Cu(In,Ga)Se2 solar cells were coated by ALD.", "absorber Cu(In,Ga)Se2", ""),
    ("P3HT:PCBM solar cells with a ZnO layer were made.",
     "donor P3HT; acceptor PCBM", "absorber PCBM"),
    ("TiO2 solar cells and ZnO-coated silicon solar cells were made.",
     "", "absorber TiO2; absorber Si"),
    ("CdS for solar cells was made.", "", "absorber CdS"),
    ("Al2O3:TiO2 films by ALD covered the solar cells.", "", "donor Al2O3; acceptor TiO2"),
    # electrodes
    ("La0.6Sr0.4CoO3-based cathodes were coated with ZrO2 by ALD.",
     "electrode La0.6Sr0.4CoO3", "electrode ZrO2"),
    ("The Pt-NW electrode was cycled.", "electrode Pt", ""),
    ("The alumina-coated electrodes were cycled.", "", "electrode Al2O3"),
    ("Silicon nanowire lithium-ion battery (LIB) anodes were coated with TiN by ALD.",
     "electrode Si", "electrode TiN"),
    ("The ITO layer for use as a cathode was sputtered.", "electrode ITO", ""),
    ("The cell had Pt as the counter electrode and Ag/AgCl as the reference electrode.",
     "electrode Pt", "electrode Ag"),
    ("With Ag as the anode, NPB as the hole injection layer was used.",
     "transport_layer NPB", "electrode NPB"),
    ("ZnO for batteries with carbon anodes was weighed.", "", "electrode ZnO"),
)  # fmt: skip


@each_row(("text", "made", "only_named"), SENTENCES)
def test_a_sentence_tells_parts_of_devices(text: str, made: str, only_named: str) -> None:
    claims = told(text)
    assert set(filter(None, made.split("; "))) <= claims, claims
    assert claims.isdisjoint(filter(None, only_named.split("; "))), claims
