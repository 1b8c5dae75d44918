"""A document with its claims marked in the text: for a terminal, as a page, as JSON.

:mod:`view` chooses what is shown and says it in words; :mod:`terminal`, :mod:`page` and :mod:`data`
write it down.
"""
