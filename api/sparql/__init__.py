"""The SPARQL 1.1 protocol, read side: what was asked, in which format, by whom it is answered.

:mod:`protocol` reads a request, :mod:`formats` chooses the format, :mod:`pool` hands the query to
one of the worker processes of :mod:`worker`, :mod:`endpoint` puts these together for HTTP.
"""
