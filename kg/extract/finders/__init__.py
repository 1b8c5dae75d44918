"""What a sentence names: the finders of terms, formulas, quantities and names, as spaCy components.

Each stands in a file of its own; :mod:`kg.extract.finders.pipeline` puts them in order.
"""
