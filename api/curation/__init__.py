"""Claims in their context, and the decisions on them by readers with a token.

:mod:`pages` shows a claim with the sentences around it and a form for those who may decide;
:mod:`endpoint` does the same for programs. :mod:`curators` and :mod:`access` authenticate requests.
"""
