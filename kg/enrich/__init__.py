"""Bibliographic records completed from Crossref and OpenAlex: asked for, shown, then written.

The network is asked by ``aldkg enrich`` alone and never by a build: what it finds goes into a file
of records, from which later builds read it like any other. The parts, in the order of their use:

- :mod:`~kg.enrich.works`: whose records are to be completed;
- :mod:`~kg.enrich.crossref` and :mod:`~kg.enrich.openalex`: what is asked there, and what an answer
  says (pure);
- :mod:`~kg.enrich.choice`: which of the works found is the one looked for (pure);
- :mod:`~kg.enrich.changes`: what that adds to a record, and where the two differ (pure);
- :mod:`~kg.enrich.http`: the one place that opens a connection;
- :mod:`~kg.enrich.lookup`: the steps above for one work;
- :mod:`~kg.enrich.file`: the file of records with the changes.
"""
