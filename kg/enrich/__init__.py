"""Bibliographic records completed from Crossref and OpenAlex: looked up, shown, then written.

Only ``aldkg enrich`` uses the network, never a build. Its results go into a bibliography file,
which later builds read like any other. The parts, in the order of their use:

- :mod:`~kg.enrich.works`: the works whose records are to be completed;
- :mod:`~kg.enrich.crossref` and :mod:`~kg.enrich.openalex`: the requests to each service, and
  the parser of its answers (pure);
- :mod:`~kg.enrich.choice`: the choice of the right work among those found (pure);
- :mod:`~kg.enrich.changes`: the additions to a record, and the conflicts with it (pure);
- :mod:`~kg.enrich.http`: the only module that opens a connection;
- :mod:`~kg.enrich.lookup`: the steps above for one work;
- :mod:`~kg.enrich.file`: the bibliography file with the changes.
"""
