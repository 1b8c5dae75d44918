"""The SPARQL 1.1 protocol, read side: what was asked, in which format, by whom it is answered.

:mod:`protocol` reads a request, :mod:`formats` chooses the format, :mod:`evaluate` answers in a
worker process (:mod:`api.workers`), :mod:`endpoint` puts these together for HTTP.
"""
