"""Claims in their context, and what readers with a token decide on them.

:mod:`pages` shows a claim with the sentences around it, and the form for those who may decide;
:mod:`endpoint` is the same for programs. :mod:`curators` and :mod:`access` tell who somebody is.
"""
