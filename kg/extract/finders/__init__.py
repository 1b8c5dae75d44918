"""The finders of mentions (terms, formulas, quantities and names), as spaCy components.

Each has a file of its own; :mod:`kg.extract.finders.pipeline` orders them.
"""
