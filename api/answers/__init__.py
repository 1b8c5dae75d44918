"""Answers of the graph as the service sends them, made in a worker or in the web process.

For SPARQL, :mod:`protocol` parses a request, :mod:`formats` chooses the format, :mod:`evaluate`
answers, and :mod:`shown` prepares an answer for a page, with :mod:`chart` and :mod:`drawing`. For
documents about things, :mod:`address` gives their addresses, :mod:`things` describes them, and
:mod:`serialise` writes them as RDF.
"""
