"""Resolves the IRIs of terms and things to pages for people and to RDF for programs.

An IRI below the base of the ontology is served at the same path of this service. Terms,
vocabularies and the ontology are documents. A study, a material or a claim is not a document, so
its IRI redirects (303) to the document about it below ``/data``.
"""
