"""Clean-up of printed text: a row is what a file holds and what a chemist would type."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus.mapped import image, mapped
from corpus.repairs import FONTS, Symptoms
from corpus.text import clean, flatten_markup, flatten_scripts
from tests.rows import each_row

CASES = [
    # subscripts in every markup
    ("Al₂O₃", "Al2O3"),
    ("AlO_x and Al_2O_3", "AlOx and Al2O3"),
    ("Zn_xCd_{1-x}S", "ZnxCd1-xS"),
    ("H<sub>2</sub>O", "H2O"),
    ("SO<inf>2</inf>", "SO2"),
    ("the 10<sup>th</sup> cycle, T<sub>max</sub>", "the 10th cycle, Tmax"),
    ("Zn_{0.5}Cd_{0.5}S", "Zn0.5Cd0.5S"),
    ("TiOₓ", "TiOx"),
    (r"$(\mathrm{Li}_3\mathrm{PO}_4)$ films", "(Li3PO4) films"),
    (r"a $\mathrm{Al}_2\mathrm{O}_3$ film", "a Al2O3 film"),
    # superscripts of units, powers and charges
    ("10^{- 10} S", "10⁻¹⁰ S"),
    ("10^-10 and 10^5", "10⁻¹⁰ and 10⁵"),
    ("cm^2V^-1s^-1", "cm²V⁻¹s⁻¹"),
    ("cm²V⁻¹s⁻¹", "cm²V⁻¹s⁻¹"),
    ("m<sup>2</sup> g<sup>-1</sup>", "m² g⁻¹"),
    ("S^{2-} and Cd²⁺", "S²⁻ and Cd²⁺"),
    (r"$25^{\circ}C$ and 30^{\circ}C", "25°C and 30°C"),
    (r"$5\cdot 10^{- 7}\mathrm{S / cm}$", "5·10⁻⁷ S/cm"),
    (r"a $70~\mathrm{nm}$ film", "a 70 nm film"),
    (r"$9 0 . 2 \%$ at $5 5 0 \mathrm { n m }$", "90.2 % at 550 nm"),
    (r"($x \le 8$)", "(x ≤ 8)"),
    # Markdown as Pandoc writes it
    ("Al~2~O~3~ and Zn~1-x~Mg~x~O", "Al2O3 and Zn1-xMgxO"),
    ("10^-7^ m, cm^2^ V^-1^ and Zn^2+^", "10⁻⁷ m, cm² V⁻¹ and Zn²⁺"),
    ("of ~5 and ~7 nm", "of ~5 and ~7 nm"),
    (r"T\_sub of \~80 °C", "T_sub of ~80 °C"),
    # LaTeX outside of dollars
    (r"after 30 {\mu}s and 4 \mu s", "after 30 μs and 4 μs"),
    (r"above 90 \mu\Omega cm", "above 90 μΩ cm"),
    (
        r"$70\mathrm{cm}^2/\mathrm{V}\cdot \mathrm{s}$ and $4\Omega\cdot\mathrm{cm}$",
        "70 cm²/V·s and 4Ω·cm",
    ),
    (r"{\alpha}-Fe2O3, \sim 5\,nm and 3\%", "α-Fe2O3, ~5 nm and 3%"),
    (r"Al\textsubscript{2}O\textsubscript{3} on 2 cm\textsuperscript{2}", "Al2O3 on 2 cm²"),
    # letters set apart by the recognition of a printed page
    (
        r"of $\mathsf { H f } _ { 0 . 5 } \mathsf { O } _ { 2 } \left( \mathsf { H O } \right)$",
        "of Hf0.5O2(HO)",
    ),
    (r"$\mathrm { A l } _ { 2 } \mathrm { O } _ { 3 }$ on $\rm TiO_2$", "Al2O3 on TiO2"),
    (r"${\rm Al}_2{\rm O}_3$ of 5 \upmu m and \ce{HfO2}", "Al2O3 of 5 μm and HfO2"),
    (r"$\sigma$ and $\kappa$ at $\lambda = 5$ nm", "σ and κ at λ = 5 nm"),
    (r"$\mathsf{L a}(\mathsf{N O}_{3})_{3}{\cdot}6\mathsf{H}_{2}\mathsf{O}$", "La(NO3)3·6H2O"),
    (r"$\mathbf { H } _ { 2 } \mathbf { S } \mathbf { e } \mathbf { O } _ { 3 }$", "H2SeO3"),
    (r"$1 0 \mathrm { M N a O H }$ at $5 \mathrm { M H z }$", "10 M NaOH at 5 MHz"),
    (r"at $2 8 0 ~ ^ { \circ } \mathrm { C } .$ Then", "at 280 °C. Then"),
    (
        r"for $2 0 \mathrm { ~ \ s ~ \ ~ a t ~ \ } 9 0 \mathrm { ~ \ } ^ { \circ } \mathrm { C }$",
        "for 20 s at 90 °C",
    ),
    (r"$\mathrm { T i N / H f Z r 0 } _ { x } / \mathrm { \bar { I } G Z O }$", "TiN/HfZrOx/IGZO"),
    (
        r"$\left( \mathrm { H } _ { 2 } S \mathrm { O } _ { 4 } \right)$ in $1 0 0 _ { a }$",
        "(H2SO4) in 100a",
    ),
    (r"$4\AA/\mathrm{s}$ and $1.2~\mathrm{\mathring{A}}$ of \dot{a}", r"4Å/s and 1.2 Å of \dot{a}"),
    (
        r"of $\mathrm { G a / Z n \bar { S } } _ { x } / \bar { \mathrm { T i N } }$",
        "of Ga/ZnSx/TiN",
    ),
    (
        r"$\mathrm { T i } \big [ \mathrm { N H } \big ( \mathrm { C } \big ) \big ] _ { 4 }$",
        "Ti[NH(C)]4",
    ),
    (r"along $[ 1 0 \bar { 1 } 0 ]$ by $<!-- skipped -->", "along [1010] by $"),
    (r"$1 . 2 \times 1 0 ^ { - 3 }$ of $\Nu _ { 2 }$", "1.2 × 10⁻³ of N2"),
    (r"$$10^{16} cm^{−3}$$ and $$1.2–3 cm^{2}$$", "10¹⁶ cm⁻³ and 1.2–3 cm²"),
    (r"$5~\mu\mathrm{L}$ for $10~\mathrm{\min}$ at $4\,\mathrm{\rpm}$", "5 μL for 10 min at 4 rpm"),
    (r"of $620\,\mathrm{\nm}$ and $1.5\mathrm{~\AA~}$ waves", "of 620 nm and 1.5 Å waves"),
    (r"$ $\mathsf{2.5~m L}$ of it at $\mathsf{C d S}_{2", "2.5 mL of it at CdS2"),
    (
        r"$\mathrm{Cs}\mathrm{Pb}{\mathrm{Br}}_{3\cdot\mathrm{x}}\mathrm{I}_{\mathrm{x}}@\mathrm{SiO}_{2}$",
        "CsPbBr3-xIx@SiO2",
    ),
    (r"after $s,$ and of $\mathsf{C d S e}\textcircled{Q Z n S}$", "after s, and of CdSe@ZnS"),
    (r"the path C:\mudata stays", r"the path C:\mudata stays"),
    ("100 cd/m(2) and 3 x 10(12)", "100 cd/m² and 3 x 10¹²"),
    # characters
    ("eﬃcient ﬁlms, ﬂat", "efficient films, flat"),
    ("nano\u00adcrystal", "nanocrystal"),
    ("5\u00a0nm\u2009thick", "5 nm thick"),
    ("1.5 µm", "1.5 μm"),
    ("A\u030angstro\u0308m", "Ångström"),
    ("20–50 cycles", "20–50 cycles"),
    ("∼5 nm", "~5 nm"),
    ("the I−V curve of Zn1−xS, 3−x and −5 V", "the I–V curve of Zn1−xS, 3−x and −5 V"),
    ("the dots’ “glow”", 'the dots\' "glow"'),
    ("a &lt; b &amp; c", "a < b & c"),
    ("bell\x07", "bell"),
    # emphasis and links
    ("see **Figure 3a,b** and *in situ*", "see Figure 3a,b and in situ"),
    ("Bi(NO3)3*5H2O and MgCl2*6H2O", "Bi(NO3)3*5H2O and MgCl2*6H2O"),
    ("the [code (X)](https://example.org/x) used", "the code (X) used"),
    ("it costs $5 or $6", "it costs $5 or $6"),
    ("Li- ion and nitrogen- doped", "Li-ion and nitrogen-doped"),
    ("gas- and liquid-phase", "gas- and liquid-phase"),
]


@each_row(("printed", "expected"), CASES)
def test_clean_flattens_markup(printed: str, expected: str) -> None:
    assert clean(printed) == expected


@each_row("text", sorted({expected for _, expected in CASES}))
def test_clean_leaves_clean_text_alone(text: str) -> None:
    assert clean(text) == text


PLAIN = st.text(alphabet=st.characters(exclude_categories=("Cs",)))
DIRTY = st.text(
    alphabet=st.sampled_from("ab Al2Ox3)([]{}_^$*\\<>sup/sub.,;–-+⁻²₃ﬁ °C8μw\n\u00ad&#@˚•T orr")
)


@given(PLAIN | DIRTY)
def test_origins_never_decrease_and_stay_inside(raw: str) -> None:
    text = flatten_scripts(flatten_markup(mapped(raw), Symptoms(fonts=frozenset(FONTS))))
    origins = list(text.origins)
    assert origins == sorted(origins)
    assert all(0 <= origin < len(raw) for origin in origins)


@given(st.text(alphabet=st.sampled_from("ab Al2Ox3)(_^{}*₃²⁻.,<sub></sub>–-+\u00ad\u00a0\t")))
def test_every_character_is_the_image_of_its_raw_character(raw: str) -> None:
    text = flatten_scripts(flatten_markup(mapped(raw)))
    origins = list(text.origins)
    assert all(a <= b for a, b in pairwise(origins))
    for character, origin in zip(text.text, text.origins, strict=True):
        is_blank = character == " " and raw[origin].isspace()
        is_added = character in " -" and origins.count(origin) == 2  # "ab,ab", "EDTtreated"
        assert is_blank or is_added or image(character) == image(raw[origin])


def test_letters_of_a_ligature_share_its_offset() -> None:
    text = flatten_markup(mapped("a ﬁlm"))
    assert text.text == "a film"
    assert list(text.origins) == [0, 1, 2, 2, 3, 4]
