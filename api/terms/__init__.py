"""The IRIs of terms and things, resolved: as pages for people and as RDF for programs.

An IRI of ours below its base answers at the same path of this service. Terms, vocabularies and the
ontology are documents; a study, a material or a claim is not, so its IRI leads (303) to the
document about it below ``/data``.
"""
