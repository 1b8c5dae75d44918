"""Solids: their roles, their shapes, and the objects that coatings and stacks make of them."""
