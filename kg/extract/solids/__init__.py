"""Solids: their roles and shapes, and the objects that coatings and stacks make of them."""
