"""The names of crystal lattices."""

from __future__ import annotations

#: Crystal systems and structure types.
LATTICE = (
    r"(?:cubic|rhombic|hexagonal|tetragonal|orthorhombic|monoclinic|rhombohedral|wurtzite|"
    r"zinc[ -]?blende|rock[ -]?salt|rutile|anatase|perovskite|spinel|chalcopyrite|kesterite|"
    r"stannite|fluorite|corundum|brookite|bixbyite|sphalerite|delafossite)"
)
