"""The grammar of formulas and stacks: a table, its laws, and what must not be read."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.notation import (
    Atom,
    Formula,
    Group,
    Layer,
    NotationError,
    Repeat,
    Stack,
    Variable,
    canonical,
    elements,
    find_notation,
    parse_formula,
    parse_stack,
)
from tests.rows import each_row

DATA = Path(__file__).parents[1] / "data"


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


TABLE = rows("notation.tsv")
MARKED_UP = ("_", "<sub>", "$")


def test_the_table_is_as_long_as_promised() -> None:
    assert len(TABLE) >= 900
    assert len({row[0] for row in TABLE}) == len(TABLE)


@each_row(("text", "printed", "layers"), TABLE)
def test_parse_and_print(text: str, printed: str, layers: str) -> None:
    stack = parse_stack(text)
    assert str(stack) == printed
    assert " > ".join(stack.formulas) == layers
    assert parse_stack(printed) == stack
    assert canonical(text) == printed


@each_row(
    ("text", "printed"),
    [row[:2] for row in TABLE if not any(mark in row[0] for mark in MARKED_UP)],
)
def test_found_in_running_text(text: str, printed: str) -> None:
    before = "We made "
    (match,) = find_notation(f"{before}{text} here")
    assert str(match.stack) == printed
    assert (match.start, match.end) == (len(before), len(before) + len(text))


@each_row("text", [row[0] for row in rows("notation_lookalikes.txt")])
def test_lookalikes_are_not_found(text: str) -> None:
    assert find_notation(text) == ()


@each_row(("sentence", "expected"), rows("notation_sentences.tsv"))
def test_sentences(sentence: str, expected: str) -> None:
    found = "; ".join(str(match.stack) for match in find_notation(sentence))
    assert (found or "-") == expected


@each_row("text", ["", "PL", "QY", "NC", "HAADF", "and/or", "km/s", "TMA", "CdS@"])
def test_what_is_no_material_does_not_parse(text: str) -> None:
    with pytest.raises(NotationError, match="no formula"):
        parse_stack(text)


def test_a_stack_is_no_formula() -> None:
    with pytest.raises(NotationError):
        parse_formula("CdSe@CdS")


@each_row(
    ("sentence", "reading"),
    [
        ("CdSe@CdS dots", "stack"),
        ("an Al2O3/ZnO nanolaminate", "stack"),
        ("a CsPbX3/AlOx nanocomposite", "stack"),
        ("the Cu/ZnO/Al2O3 catalyst", "list"),
        ("the Cd/Se ratio", "list"),
        ("H2S/Ar", "list"),
        ("AlMe3/H2O", "list"),
        ("Zn/Cd = 0.9", "list"),
        ("a TiCl4/H2O process", "list"),
        ("Co3O4/C3N4 by choice", "open"),
        ("made of CdSe/CdS/ZnS by choice", "open"),
        ("PbSe", "single"),
    ],
)
def test_reading_of_a_slash(sentence: str, reading: str) -> None:
    (match,) = find_notation(sentence)
    assert match.reading == reading


@pytest.mark.parametrize(
    ("text", "ambiguous"), [("Co was grown", True), ("Co films", False), ("Ag", False)]
)
def test_symbols_that_are_words_are_marked(text: str, ambiguous: bool) -> None:
    (match,) = find_notation(text)
    assert match.ambiguous is ambiguous


def test_variables() -> None:
    stack = parse_stack("xMX2@PbE (M = Mo, W; E = S, Se; 0 <= x < 8)")
    assert stack.members == {"M": ("Mo", "W"), "E": ("S", "Se")}
    assert stack.variables[-1] == Variable(name="x", values=("8",), relation="<", lower="0 <=")


def test_layers_keep_what_is_printed() -> None:
    stack = parse_stack("4CdSe/AlOx (3 nm)/ZnO:Al/Si(100)")
    assert [layer.count for layer in stack.flat] == [4, None, None, None]
    assert stack.flat[1].thickness == "3 nm"
    assert [str(d) for d in stack.flat[2].dopants] == ["Al"]
    assert stack.flat[3].face == "100"
    assert stack.separator == "/"
    assert parse_stack("CdSe@CdS/ZnO").separator == "mixed"


def test_cycles_in_brackets_are_no_part_of_a_formula() -> None:
    for text in ("CdTe(n)/CdSe", "CdTe(5)/CdSe"):
        assert [str(layer.formula) for layer in parse_stack(text).flat] == ["CdTe", "CdSe"]


def test_a_stack_needs_a_sign_between_two_layers() -> None:
    layer = Layer(formula=parse_formula("ZnO"))
    with pytest.raises(NotationError):
        Stack(layers=(layer, layer))


@each_row(
    ("formula", "expected"),
    [
        ("Al2O3", {"Al": Fraction(2), "O": Fraction(3)}),
        ("AlOx", {"Al": Fraction(1), "O": "x"}),
        ("ZnxCd1-xS", {"Zn": "x", "Cd": "1-x", "S": Fraction(1)}),
        ("Zn0.5Cd0.5S", {"Zn": Fraction(1, 2), "Cd": Fraction(1, 2), "S": Fraction(1)}),
        ("CeO2-x", {"Ce": Fraction(1), "O": "2-x"}),
        ("(ZnTe)x-(CdS)1-x", {"Zn": "x", "Te": "x", "Cd": "1-x", "S": "1-x"}),
        ("Pb(I1-xBrx)3", {"Pb": Fraction(1), "I": "3-3x", "Br": "3x"}),
        ("Cu2(S,Se)4", {"Cu": Fraction(2), "S": "<=4", "Se": "<=4"}),
        ("ZnO:Al", {"Zn": Fraction(1), "O": Fraction(1), "Al": "dopant"}),
        ("Cu-Sn-S", {"Cu": "?", "Sn": "?", "S": "?"}),
        ("Zn(OAc)2", {"Zn": Fraction(1), "O": Fraction(4), "C": Fraction(4), "H": Fraction(6)}),
        ("AlMe3", {"Al": Fraction(1), "C": Fraction(3), "H": Fraction(9)}),
        ("Al(CH3)3", {"Al": Fraction(1), "C": Fraction(3), "H": Fraction(9)}),
        ("CuSO4*5H2O", {"Cu": 1, "S": 1, "O": 9, "H": 10}),
        ("CsPbX3", {"Cs": 1, "Pb": 1, "X": 3}),
        ("La2/3Sr1/3MnO3", {"La": Fraction(2, 3), "Sr": Fraction(1, 3), "Mn": 1, "O": 3}),
        ("Li3xLa2/3-xTiO3", {"Li": "3x", "La": "2/3-x", "Ti": 1, "O": 3}),
        ("Sr(iPr3Cp)2", {"Sr": 1, "C": 28, "H": 46}),
        ("Mn(CpEt)2", {"Mn": 1, "C": 14, "H": 18}),
        ("(FA,Cs)PbI3", {"Pb": 1, "I": 3, "Cs": "<=1", "C": "<=1", "H": "<=5", "N": "<=2"}),
        ("(FA,MA)PbI3", {"Pb": 1, "I": 3, "C": "<=1", "H": "<=6", "N": "<=2"}),
        ("PEA2PbI4", {"Pb": 1, "I": 4, "C": 16, "H": 24, "N": 2}),
        ("NaYF4:20%Yb3+", {"Na": 1, "Y": 1, "F": 4, "Yb": "dopant"}),
        ("Zn4O(BDC)3", {"Zn": 4, "O": 13, "C": 24, "H": 12}),
        ("Ti3C2Tx", {"Ti": 3, "C": 2, "Tx": 1}),
    ],
)
def test_elements(formula: str, expected: dict[str, Fraction | str]) -> None:
    assert elements(formula) == expected


METALS = st.sampled_from(["Al", "Zn", "Cd", "Pb", "Ti", "Cs", "Cu", "Hf", "In", "Sn"])
ANIONS = st.sampled_from(["O", "S", "Se", "Te", "Cl", "Br", "I", "N", "P", "X"])
AMOUNTS = st.sampled_from(["", "2", "3", "12", "0.5", "x", "1-x", "2-x", "0.25", "1-x-y", "3x"])
WHOLE = st.sampled_from(["2", "3", "4"])


@st.composite
def formulas(draw: st.DrawFn) -> Formula:
    cation = Atom(symbol=draw(METALS), amount=draw(AMOUNTS))
    anion = Atom(symbol=draw(ANIONS), amount=draw(AMOUNTS))
    ligand = Group(
        alternatives=(
            (Atom(symbol="O"), Atom(symbol=draw(st.sampled_from(["H", "Ac", "Et", "iPr"])))),
        ),
        amount=draw(WHOLE),
        bracket=draw(st.sampled_from("([")),
    )
    mixed = Group(alternatives=((Atom(symbol="S"),), (Atom(symbol="Se"),)), amount=draw(WHOLE))
    last = draw(st.sampled_from([anion, ligand, mixed]))
    phase = draw(st.sampled_from(["", "β", "2H", "n"]))
    doped = Formula(
        nodes=(Atom(symbol="Mn"),), charge="2+", share=draw(st.sampled_from(["", "5%", "0.5%"]))
    )
    dopants = draw(st.sampled_from([(), (doped,)]))
    return Formula(nodes=(cation, last), phase=phase, dopants=dopants)


def names() -> st.SearchStrategy[Formula]:
    """Solids called by letters, systems of bare elements and frameworks of a metal."""
    named = st.sampled_from(["ITO", "UiO-66-NH2", "MIL-101(Cr)", "spiro-OMeTAD", "SBA-15"])
    system = Formula(nodes=(Atom(symbol="Cu"), Atom(symbol="Sn"), Atom(symbol="S")), joined=True)
    framework = Formula(nodes=(Atom(symbol="Al"),), name="PMOF")
    return named.map(lambda name: Formula(name=name)) | st.sampled_from([system, framework])


FACES = st.sampled_from(["", "100", "0001", "11-20"])
CLAUSES = st.sampled_from(
    [
        (),
        (Variable(name="X", values=("Cl", "Br")),),
        (Variable(name="x", values=("8",), relation="<="),),
        (
            Variable(name="X", values=("Cl",)),
            Variable(name="x", values=("1",), relation="<", lower="0 <="),
        ),
    ]
)


@st.composite
def stacks(draw: st.DrawFn) -> Stack:
    layers: list[Layer | Repeat] = [
        Layer(
            formula=formula,
            count=None if formula.phase or formula.name else draw(st.sampled_from([None, 4, "x"])),
            face="" if formula.name or formula.dopants or formula.joined else draw(FACES),
            thickness=draw(st.sampled_from(["", "2 nm", "3 ML"])),
        )
        for formula in draw(st.lists(formulas() | names(), min_size=1, max_size=4))
    ]
    if len(layers) > 1 and draw(st.booleans()):
        inner = Stack(layers=tuple(layers), separators=("/",) * (len(layers) - 1))
        layers = [Repeat(stack=inner, times=5)]
    separators = tuple(draw(st.sampled_from("@/|")) for _ in layers[1:])
    plain = Stack(layers=tuple(layers), separators=separators)
    return replace(plain, variables=tuple(v for v in draw(CLAUSES) if v.name in str(plain)))


@given(stacks())
def test_parsing_what_is_printed_gives_it_back(stack: Stack) -> None:
    assert parse_stack(str(stack)) == stack


@given(st.text(alphabet="CdSeAlOx@/()[]-12 3:,ⁿ²⁻+αbn.", max_size=40))
def test_any_text_is_scanned_without_error_and_offsets_hold(text: str) -> None:
    ends = 0
    for match in find_notation(text):
        assert ends <= match.start < match.end <= len(text)
        ends = match.end
        assert parse_stack(str(match.stack)) == match.stack


@given(st.text(max_size=60))
def test_canonical_is_idempotent(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
