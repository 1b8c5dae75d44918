"""``/api/v1``: the resources of the graph as lists and items, all from one table.

:mod:`resources` is the table. :mod:`filters` reads what is asked, :mod:`items` puts items together,
:mod:`render` writes them as JSON, JSON-LD or CSV, :mod:`routes` makes the addresses.
"""
