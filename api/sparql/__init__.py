"""The read-only part of the SPARQL 1.1 Protocol, and the page that asks it.

:mod:`endpoint` passes requests (:mod:`api.answers.protocol`) to a worker process
(:mod:`api.workers`) and sends its answer.
"""
