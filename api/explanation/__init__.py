"""Shows a document with its claims marked in the text: on a terminal, as a page, as JSON.

:mod:`view` selects what is shown and words it; :mod:`terminal`, :mod:`page` and :mod:`data` write
the result.
"""
