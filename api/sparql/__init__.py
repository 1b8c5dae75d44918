"""The read-only part of the SPARQL 1.1 Protocol.

:mod:`protocol` parses a request, :mod:`formats` chooses the format, :mod:`evaluate` answers in a
worker process (:mod:`api.workers`), and :mod:`endpoint` combines these for HTTP.
"""
