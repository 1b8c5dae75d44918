"""``/api/v1``: the resources of the graph as lists and items, all made from one table.

:mod:`resources` is the table. :mod:`parameters` reads the parameters, :mod:`items` assembles items,
:mod:`render` writes them as JSON, JSON-LD or CSV, and :mod:`routes` defines the addresses.
"""
