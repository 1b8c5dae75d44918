from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ontology import iri, vocabulary
from ontology.curie import from_curie, to_curie
from ontology.graphs import ONTOLOGY_GRAPH, graph_iri
from ontology.terms import chemical_iri

NAMES = st.text(min_size=1, max_size=20).filter(lambda text: text.isprintable())
NOTATIONS = st.from_regex(r"[a-z0-9]{1,5}(_[a-z0-9]{1,5}){0,2}", fullmatch=True)
MINTS = [iri.document_iri, graph_iri, iri.study_iri, iri.material_iri, iri.extraction_iri]


@pytest.mark.parametrize("mint", MINTS, ids=lambda mint: mint.__name__)
@given(one=NAMES, other=NAMES)
def test_two_names_never_share_an_iri(mint, one, other):
    assume(one != other)
    assert mint(one) != mint(other)


@pytest.mark.parametrize("mint", MINTS, ids=lambda mint: mint.__name__)
@given(name=NAMES)
def test_a_minted_iri_tells_its_name_and_is_a_plain_path(mint, name):
    minted = mint(name)
    parts = urlsplit(minted)
    assert iri.segments(minted)[-1] == name
    assert not parts.query
    assert not parts.fragment
    assert parts.path.rpartition("/")[2] not in (".", "..")


@given(one=st.lists(NAMES, max_size=4), other=st.lists(NAMES, max_size=4))
def test_two_stacks_never_share_an_iri(one, other):
    assume(one != other)
    assert iri.system_iri("thin_film", tuple(one)) != iri.system_iri("thin_film", tuple(other))


def test_layers_are_not_confused_with_a_part_of_the_system():
    system = iri.system_iri("core_shell", ("CdSe",))
    assert iri.sub_iri(system, "layer", "1") != iri.system_iri("core_shell", ("CdSe", "layer", "1"))


@pytest.mark.parametrize("kind", sorted(set(iri.SCHEMES) - {"chemical"}))
@given(one=NOTATIONS, other=NOTATIONS)
def test_concepts_of_two_notations_differ_and_tell_them(kind, one, other):
    assume(one != other)
    assert iri.concept_iri(kind, one) != iri.concept_iri(kind, other)
    assert iri.concept_notation(iri.concept_iri(kind, one)) == one


@pytest.mark.parametrize(
    ("kind", "notation", "local"),
    [
        ("role_material", "blocking_layer", "material-role/blocking-layer"),
        ("process", "thermal_ald", "process/thermal-ald"),
        ("material", "ZnxCd1-xS", "material/ZnxCd1-xS"),
        ("unit", "nm/{cycle}", "unit/nm%2F%7Bcycle%7D"),
        ("chemical", "1,2-ethanedithiol", "chemical/1-2-ethanedithiol"),
    ],
)
def test_concept_iris_are_readable(kind, notation, local):
    assert iri.concept_iri(kind, notation) == iri.BASE + local


@pytest.mark.parametrize("notation", ["Thermal ALD", "thermal__ald", "_ald", "", "ald/x"])
def test_what_is_no_notation_is_refused(notation):
    with pytest.raises(ValueError, match="not an id of kind process"):
        iri.concept_iri("process", notation)


def test_every_concept_has_the_iri_that_code_would_mint():
    terms = vocabulary().terms
    assert {t.iri: iri.concept_iri(t.kind, t.notation) for t in terms} == {
        t.iri: t.iri for t in terms
    }


def test_a_known_chemical_is_a_concept_and_an_unknown_one_an_instance():
    assert chemical_iri("trimethylaluminum") == iri.concept_iri("chemical", "trimethylaluminum")
    assert chemical_iri("oleate of nothing") == iri.BASE + "id/chemical/oleate%20of%20nothing"


@pytest.mark.parametrize("bad", ["", "123", "g" * 16, "A" * 16, "0" * 17])
def test_a_claim_id_is_16_hexadecimal_digits(bad):
    with pytest.raises(ValueError, match="claim id"):
        iri.claim_iri(bad)


@pytest.mark.parametrize("mint", MINTS, ids=lambda mint: mint.__name__)
def test_nothing_has_no_iri(mint):
    with pytest.raises(ValueError, match="empty name"):
        mint("")


def test_a_document_called_ontology_does_not_fall_on_the_graph_of_the_ontology():
    assert graph_iri("ontology") != ONTOLOGY_GRAPH


@given(name=NAMES)
def test_curies_lead_back_to_the_iri(name):
    for minted in (
        iri.material_iri(name),
        iri.document_iri(name),
        iri.system_iri("hybrid", (name,)),
    ):
        assert from_curie(to_curie(minted)) == minted


def test_every_prefix_is_used_for_its_own_namespace():
    for prefix, namespace in iri.PREFIXES.items():
        assert to_curie(namespace + "x") == f"{prefix}:x"


def test_a_curie_keeps_an_iri_that_no_prefix_fits():
    assert to_curie("https://example.org/x") == "https://example.org/x"
    assert from_curie("https://example.org/x") == "https://example.org/x"


@pytest.mark.parametrize("curie", ["nope:x", "plain", ""])
def test_an_unknown_prefix_is_refused(curie):
    with pytest.raises(ValueError, match="no known prefix"):
        from_curie(curie)


def test_an_iri_of_others_has_no_segments():
    with pytest.raises(ValueError, match="does not lie below"):
        iri.segments("https://example.org/x")


@pytest.mark.parametrize("other", ["id/study/x", "chemical/water", "process", "process/a/b"])
def test_only_concepts_tell_a_notation(other):
    with pytest.raises(ValueError, match="vocabulary concept"):
        iri.concept_notation(iri.BASE + other)
