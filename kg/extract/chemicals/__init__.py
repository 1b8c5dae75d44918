"""Reagents and their roles: precursor, co-reactant, ligand, solvent, gas."""
