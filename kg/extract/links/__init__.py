"""Links between the claims of a study: a stage after extraction that changes no claim's content.

Each link has a module: what has a property (:mod:`~kg.extract.links.samples`), what caused a change
(:mod:`~kg.extract.links.causes`), and so on; :mod:`~kg.extract.links.stage` applies them.
"""

from kg.extract.links.stage import link

__all__ = ["link"]
