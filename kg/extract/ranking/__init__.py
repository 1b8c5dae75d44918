"""A linear ranker: how likely it is that an outcome that the rules read is one.

The rules find outcomes; the ranker takes those back whose sentence is built like the sentences in
which the rules were wrong. Its weights stand in ``weights.json``; ``docs/decisions/0010`` says what
it wins, and ``python -m kg.extract.ranking.training`` fits it anew.
"""
