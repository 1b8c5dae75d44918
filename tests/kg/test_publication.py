"""What is exchanged: nanopublications, a description for catalogues, an RO-Crate."""

from __future__ import annotations

import hashlib
import io
import json
import re
import warnings
import zipfile
from dataclasses import replace

import pytest
from rdflib import RDF, Dataset, Graph, Literal, Namespace, URIRef

from kg.curated import read_csv
from kg.export import nanopub
from kg.export.crate import METADATA, crate_files, crate_metadata, render_zip
from kg.export.dataset import count, describe, render_turtle
from kg.export.formats import export
from kg.export.publication import Publication
from kg.export.trusty import PLACEHOLDER, artifact_code
from kg.rdf import claims_from_quads, document_quads
from kg.store import EmbeddedGraph
from ontology import rdf
from ontology.context import context
from ontology.graphs import LEDGER_GRAPH
from ontology.iri import DATASET_IRI, NAMESPACE, PREFIXES, RO_CRATE

NP = Namespace("http://www.nanopub.org/nschema#")
PROV = Namespace(PREFIXES["prov"])
ALD = Namespace(NAMESPACE)
VOID = Namespace("http://rdfs.org/ns/void#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCTERMS = Namespace(PREFIXES["dcterms"])
PUBLISHED = Publication(date="2020-02-03", publisher="A Group", base_url="https://kg.example.org/")


# ── trusty URIs ──────────────────────────────────────────────────────────────────────────────

VECTOR = r"""
<http://example.org/np/CODE#Head> {
  <http://example.org/np/CODE> <http://example.org/p> <http://example.org/np/CODE#assertion> .
}
<http://example.org/np/CODE#assertion> {
  <http://example.org/a> <http://example.org/p> "two\nlines \\ and \"marks\"", "café"@FR, "1",
    "1"^^<http://www.w3.org/2001/XMLSchema#integer>,
    "10.0"^^<http://www.w3.org/2001/XMLSchema#double>, <http://example.org/z> .
  <http://example.org/A> <http://example.org/p> "x" .
}"""
#: As the reference implementation (PyPI nanopub 2.0.1) computes it.
VECTOR_CODE = "RA5LIlliuFdLhQsphss93R_tt1Pr3TDEk7iW678Bcd_ck"


def quads_of(trig: str) -> list[rdf.Quad]:
    return list(rdf.parse(trig.encode(), format=rdf.RdfFormat.TRIG))


def test_the_code_is_that_of_the_reference_implementation():
    draft = VECTOR.replace("CODE", PLACEHOLDER)
    assert artifact_code(quads_of(draft)) == VECTOR_CODE
    named = VECTOR.replace("CODE", VECTOR_CODE)
    assert artifact_code(quads_of(named), VECTOR_CODE) == VECTOR_CODE
    assert artifact_code(quads_of(draft.replace('"x"', '"y"'))) != VECTOR_CODE


def test_blank_nodes_have_no_code():
    with pytest.raises(TypeError, match="blank node"):
        artifact_code(quads_of("<http://example.org/g> { [] <http://example.org/p> 1 }"))


# ── nanopublications ─────────────────────────────────────────────────────────────────────────


def parsed(text: str, form: str, **options: str) -> Dataset:
    """A text as rdflib reads it."""
    data = Dataset(default_union=True)
    with warnings.catch_warnings():  # of names that rdflib's own readers should no longer use
        warnings.simplefilter("ignore", DeprecationWarning)
        data.parse(data=text, format=form, **options)
    return data


def nanopublications(text: str) -> dict[URIRef, Dataset]:
    """Each nanopublication in a dataset of its own."""
    whole = parsed(text, "trig")
    found: dict[URIRef, Dataset] = {}
    for subject, predicate, value, graph in whole.quads():
        if graph is not None:
            part = found.setdefault(URIRef(str(graph).split("#")[0]), Dataset())
            part.graph(graph).add((subject, predicate, value))
    return found


def without(data: Dataset, name: str) -> Dataset:
    """The same without one graph."""
    left = Dataset()
    for subject, predicate, value, graph in data.quads():
        if graph is not None and str(graph) != name:
            left.graph(graph).add((subject, predicate, value))
    return left


def faults(name: URIRef, data: Dataset) -> list[str]:
    """What the guidelines demand and a nanopublication lacks."""
    heads = list(data.quads((name, RDF.type, NP.Nanopublication, None)))
    if len(heads) != 1:
        return ["there is not one head"]
    head = data.graph(heads[0][3])
    parts = [
        list(head.objects(name, link))
        for link in (NP.hasAssertion, NP.hasProvenance, NP.hasPublicationInfo)
    ]
    if [len(part) for part in parts] != [1, 1, 1]:
        return ["a part is missing, or twice there"]
    assertion, provenance, info = (data.graph(part[0]) for part in parts)
    graphs = {graph.identifier for graph in data.graphs() if len(graph)}
    checks = {
        "not four graphs": graphs
        == {head.identifier, assertion.identifier, provenance.identifier, info.identifier}
        and len(graphs) == 4,
        "provenance is not of the assertion": (assertion.identifier, None, None) in provenance,
        "info is not of the nanopublication": (name, None, None) in info,
        "no origin": (assertion.identifier, PROV.wasDerivedFrom, None) in provenance,
        "no license": (name, DCTERMS.license, None) in info,
        "no attribution": (name, PROV.wasAttributedTo, None) in info,
    }
    return [fault for fault, is_met in checks.items() if not is_met]


@pytest.fixture(scope="module")
def published(answers: EmbeddedGraph) -> dict[URIRef, Dataset]:
    return nanopublications(export(answers, "nanopub"))


def test_every_claim_is_a_nanopublication_by_the_guidelines(answers, published):
    assert len(published) == len(claims_from_quads(answers.quads())) > 30
    assert [fault for name, data in published.items() for fault in faults(name, data)] == []


def test_the_check_of_nanopublications_finds_faults(published):
    name, whole = next(iter(published.items()))
    for part, fault in (
        ("Head", "there is not one head"),
        ("provenance", "provenance is not of the assertion"),
        ("pubinfo", "info is not of the nanopublication"),
    ):
        assert fault in faults(name, without(whole, f"{name}#{part}"))


def test_names_hold_the_code_of_what_they_name(answers):
    quads = quads_of(export(answers, "nanopub"))
    by_name: dict[str, list[rdf.Quad]] = {}
    for quad in quads:
        by_name.setdefault(quad.graph_name.value.split("#")[0], []).append(quad)
    for name, own in by_name.items():
        code = name.rsplit("/", 1)[1]
        assert re.fullmatch(r"RA[\w-]{43}", code)
        assert artifact_code(own, code) == code
    tampered = [rdf.Quad(q.subject, q.predicate, q.object, q.graph_name) for q in own[:-1]]
    assert artifact_code(tampered, code) != code


def test_the_assertion_is_the_claim_and_provenance_its_receipt(answers, published):
    (name, data) = next(
        (name, data)
        for name, data in published.items()
        if any(data.quads((None, ALD.property, None, None)))
        and any(data.quads((None, ALD.unitCode, None, None)))
    )
    assertion = data.graph(URIRef(f"{name}#assertion"))
    provenance = data.graph(URIRef(f"{name}#provenance"))
    claim = URIRef(name.split("/nanopublication/")[0])
    assert (claim, RDF.type, ALD.OutcomeClaim) in assertion
    assert set(assertion.objects(None, ALD.unitCode)) == {Literal("percent")}
    assert not {ALD.hasEvidence, ALD.confidence, ALD.rule} & set(assertion.predicates())
    assert {ALD.quote, ALD.rule, ALD.confidence, ALD.sha256} <= set(provenance.predicates())
    assert (URIRef(f"{name}#assertion"), PROV.hadPrimarySource, None) in provenance
    assert len(list(provenance.objects(None, DCTERMS.bibliographicCitation))) == 1


def test_one_claim_alone_is_the_same(answers):
    every = {str(quad) for quad in quads_of(export(answers, "nanopub"))}
    name = sorted(q.subject.value for q in answers.quads() if "statedIn" in q.predicate.value)[0]
    alone = quads_of(nanopub.render_claim(answers, name))
    assert {str(quad) for quad in alone} <= every
    assert len({quad.graph_name for quad in alone}) == 4
    assert nanopub.render_claim(answers, name + "0") == ""


def test_the_graph_in_memory_and_what_is_derived_make_no_difference(documents):
    quads = [quad for d in documents for quad in document_quads(d)]
    bare, full = (EmbeddedGraph.in_memory(quads, ontology=flag) for flag in (False, True))
    assert export(bare, "nanopub") == export(full, "nanopub")


def test_publisher_day_and_licence(answers):
    chosen = replace(PUBLISHED, license="https://creativecommons.org/licenses/by/4.0/")
    out = io.BytesIO()
    nanopub.write(answers, out, chosen)
    text = out.getvalue().decode()
    assert "<https://creativecommons.org/licenses/by/4.0/>" in text
    assert '"2020-02-03T00:00:00Z"^^xsd:dateTime' in text
    assert text.count("dcterms:creator") == text.count("dcterms:created") > 0
    assert "apache.org" not in text


def test_curated_claims_name_their_curator():
    data = b"study,kind,doi,process,curator\na,process,10.9999/a,ald,Kim\n"
    document = read_csv(data, id="mine", source="mine.csv").document
    ((name, found),) = nanopublications(
        export(EmbeddedGraph.in_memory(document_quads(document), ontology=False), "nanopub")
    ).items()
    assert faults(name, found) == []
    provenance = found.graph(URIRef(f"{name}#provenance"))
    activity = provenance.value(URIRef(f"{name}#assertion"), PROV.wasGeneratedBy)
    assert provenance.value(activity, ALD.curator) == Literal("Kim")
    assert (activity, RDF.type, ALD.Curation) in provenance


# ── VoID and DCAT ────────────────────────────────────────────────────────────────────────────


def described(store: EmbeddedGraph, publication: Publication | None = None) -> Graph:
    return Graph().parse(data=render_turtle(describe(count(store), publication)), format="turtle")


def test_the_description_counts_what_there_is(answers):
    graph = described(answers)
    whole = URIRef(DATASET_IRI)
    assert (whole, RDF.type, DCAT.Dataset) in graph
    triples = {quad.triple for quad in answers.quads(ontology=True)}
    assert graph.value(whole, VOID.triples) == Literal(len(triples))
    assert graph.value(whole, VOID.distinctSubjects) == Literal(len({t.subject for t in triples}))
    assert graph.value(whole, VOID.distinctObjects) == Literal(len({t.object for t in triples}))
    assert graph.value(whole, VOID.documents) == Literal(2)
    parts = {
        graph.value(part, VOID["class"]): graph.value(part, VOID.entities).value
        for part in graph.objects(whole, VOID.classPartition)
    }
    assert parts[ALD.Claim] == len(claims_from_quads(answers.quads()))
    by_property = {
        graph.value(part, VOID.property): graph.value(part, VOID.triples).value
        for part in graph.objects(whole, VOID.propertyPartition)
    }
    assert sum(by_property.values()) == len(triples)
    subsets = [graph.value(part, VOID.triples).value for part in graph.objects(whole, VOID.subset)]
    assert sum(subsets) >= len(triples)
    assert len(subsets) == 4


def test_the_ledger_is_nothing_that_documents_say(answers):
    counts = count(answers)
    with_ledger = replace(counts, graphs={**counts.graphs, LEDGER_GRAPH: 94})
    assert render_turtle(describe(with_ledger)) == render_turtle(describe(counts))


def test_the_description_names_vocabularies_licence_and_service(answers):
    graph = described(answers, PUBLISHED)
    whole = URIRef(DATASET_IRI)
    vocabularies = {str(name) for name in graph.objects(whole, VOID.vocabulary)}
    assert {PREFIXES[name] for name in ("ald", "skos", "prov", "oa", "dcterms")} <= vocabularies
    assert graph.value(whole, DCTERMS.license)
    endpoint = URIRef("https://kg.example.org/sparql")
    assert graph.value(whole, VOID.sparqlEndpoint) == endpoint
    assert graph.value(endpoint, DCAT.servesDataset) == whole
    forms = [graph.value(one, DCAT.mediaType) for one in graph.objects(whole, DCAT.distribution)]
    assert len(set(forms)) == 3
    assert all(
        graph.value(one, DCAT.accessURL) for one in graph.subjects(RDF.type, DCAT.Distribution)
    )
    assert not list(described(answers).objects(whole, VOID.sparqlEndpoint))


def test_the_export_is_the_description(answers):
    assert export(answers, "void") == render_turtle(describe(count(answers)))


# ── RO-Crate ─────────────────────────────────────────────────────────────────────────────────


def crate_faults(files: dict[str, str]) -> list[str]:
    """What version 1.1 of the specification demands and a crate lacks."""
    metadata = json.loads(files[METADATA])
    nodes = {node["@id"]: node for node in metadata["@graph"]}
    descriptor, root = nodes.get(METADATA, {}), nodes.get("./", {})
    parts = [part["@id"] for part in root.get("hasPart", ())]
    checks = {
        "context": metadata["@context"] == f"{RO_CRATE}/context",
        "an id twice": len(nodes) == len(metadata["@graph"]),
        "descriptor": descriptor.get("@type") == "CreativeWork"
        and descriptor.get("conformsTo") == {"@id": RO_CRATE}
        and descriptor.get("about") == {"@id": "./"},
        "root": root.get("@type") == "Dataset"
        and all(root.get(key) for key in ("name", "description", "license")),
        "day": re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(root.get("datePublished"))) is not None,
        "license": root.get("license", {}).get("@id") in nodes,
        "parts": set(parts) == set(files) - {METADATA},
        "files": all(nodes.get(part, {}).get("@type") == "File" for part in parts),
        "nested": all(
            set(value) == {"@id"}
            for node in nodes.values()
            for value in node.values()
            if isinstance(value, dict)
        ),
    }
    return [fault for fault, is_met in checks.items() if not is_met]


@pytest.fixture(scope="module")
def crate(answers: EmbeddedGraph) -> dict[str, str]:
    return dict(crate_files(answers, PUBLISHED))


def test_a_crate_has_what_the_specification_demands(crate):
    assert crate_faults(crate) == []
    nodes = {node["@id"]: node for node in json.loads(crate[METADATA])["@graph"]}
    for name, text in crate.items():
        if name != METADATA:
            assert nodes[name]["contentSize"] == str(len(text.encode()))
            assert nodes[name]["sha256"] == hashlib.sha256(text.encode()).hexdigest()
    assert nodes["#publisher"]["name"] == "A Group"
    assert nodes["./"]["author"] == {"@id": "#author"}
    assert nodes["#author"]["name"]
    bare = crate_metadata((), replace(PUBLISHED, publisher=""))["@graph"]
    assert next(node for node in bare if node["@id"] == "./")["publisher"] == {"@id": "#author"}


def test_the_check_of_crates_finds_faults(crate):
    bare = json.dumps(crate_metadata((), replace(PUBLISHED, date="")))
    assert crate_faults(crate | {METADATA: bare}) == ["day", "parts"]
    cut = crate[METADATA].replace('"@id": "./"', '"@id": "./other"', 1)
    assert crate_faults(crate | {METADATA: cut}) == ["descriptor"]
    assert crate_faults(crate | {"more.txt": ""}) == ["parts"]


def test_the_files_of_a_crate_are_read_by_others(crate, answers):
    metadata = json.loads(crate[METADATA])
    metadata["@context"] = {"@vocab": "http://schema.org/"}  # the published one needs a network
    graph = parsed(json.dumps(metadata), "json-ld", publicID="https://example.org/crate/")
    schema = Namespace("http://schema.org/")
    root = URIRef("https://example.org/crate/")
    read = [quad for quad in graph.quads() if quad[:2] == (root, schema.hasPart)]
    assert len(read) == len(crate) - 1
    stored = set(rdf.parse(crate["graph.nq"].encode(), format=rdf.RdfFormat.N_QUADS))
    assert stored == set(answers.quads())
    assert set(rdf.parse(crate["graph.jsonld"].encode(), format=rdf.RdfFormat.JSON_LD)) == stored
    assert list(rdf.parse(crate["ontology.nt"].encode(), format=rdf.RdfFormat.N_TRIPLES))
    assert Graph().parse(data=crate["void.ttl"], format="turtle")
    assert json.loads(crate["context.jsonld"]) == {"@context": context()}


def test_a_zip_of_a_crate_is_the_same_each_time(crate, answers):
    data = render_zip(crate)
    assert data == render_zip(crate_files(answers, PUBLISHED))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {name: archive.read(name).decode() for name in archive.namelist()} == crate


def test_a_crate_without_a_day_is_none(answers):
    with pytest.raises(ValueError, match="needs the day"):
        crate_files(answers, Publication())
