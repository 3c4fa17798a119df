"""LaTeX becomes MathML, and what cannot be read is told with its place and what to write."""

from __future__ import annotations

import random

import pytest

from issuebrief.formulas.draw import drawn, lacking
from issuebrief.formulas.linear_text import linear
from issuebrief.formulas.mathml import as_text
from issuebrief.formulas.read_tex import math_of
from issuebrief.formulas.speech import language_of_words, spoken
from issuebrief.formulas.tex_structures import STRUCTURES
from issuebrief.formulas.tex_tokens import TexFault

READ = {
    r"\frac12": "<mfrac><mn>1</mn><mn>2</mn></mfrac>",
    "x_1^2": "<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>",
    r"\sqrt[3]{x}": "<mroot><mi>x</mi><mn>3</mn></mroot>",
    r"\mathbb{R}": "<mi>ℝ</mi>",
    r"\mathrm{kg}": '<mi mathvariant="normal">kg</mi>',
    r"\Omega": '<mi mathvariant="normal">Ω</mi>',
    r"\not=": "<mo>≠</mo>",
    "f'": "<msup><mi>f</mi><mo>′</mo></msup>",
    r"\text{if }x": "<mrow><mtext>if\u00a0</mtext><mi>x</mi></mrow>",
    r"\hat{y}_i": '<msub><mover accent="true"><mi>y</mi><mo stretchy="false">^</mo></mover><mi>i</mi></msub>',
    r"\sqrt[x^2]{y}": "<mroot><mi>y</mi><msup><mi>x</mi><mn>2</mn></msup></mroot>",
}
FAULTS = {
    r"a + \foo{x}": (r"\foo is not known", 4, 8, r"write its letters upright: \mathrm{foo}"),
    r"\aplha": (r"\aplha is not known", 0, 6, r"did you mean \alpha?"),
    r"x\over y": (r"\over is not known", 1, 6, r"write \frac{above}{below}"),
    r"\frac{a": ("a brace { is not closed", 5, 6, "write } where the group ends"),
    "a}": ("a brace } was never opened", 1, 2, "write { where the group begins, or \\} for the sign"),
    "a^b^c": ("two superscripts at one sign", 3, 4, "put braces around what belongs together: {x^2}^3"),
    "x_": ("_ lacks what it is about", 1, 2, "write x_1, or x_{max}"),
    r"\left( x": (r"\left has no \right behind it", 0, 5, r"write \left( … \right)"),
    "a & b": (
        "& parts columns, and this is no table", 2, 3,
        r"write \& for the sign, or put it into \begin{aligned}",
    ),
    r"\ce{A @ B}": (
        "@ is not known in \\ce", 6, 7, r"write it as in \ce{2H2 + O2 -> 2H2O}, \ce{SO4^2-} or \ce{^{235}U}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("tex", READ)
def test_it_becomes_mathml(tex: str) -> None:
    assert as_text(math_of(tex)) == f"<math>{READ[tex]}</math>"


@pytest.mark.parametrize("tex", FAULTS)
def test_what_cannot_be_read_is_told(tex: str) -> None:
    with pytest.raises(TexFault) as told:
        math_of(tex)
    fault = told.value
    assert (fault.message, fault.start, fault.end, fault.hint) == FAULTS[tex]


def test_a_comma_belongs_to_a_number_where_the_language_has_it_so() -> None:
    assert linear(math_of("0,5 + f(1,2)", decimal_comma=True)) == "0,5 + f(1,2)"
    assert linear(math_of("1,000 + f(1,2)")) == "1,000 + f(1, 2)"


def test_limits_stand_above_and_below_on_a_line_of_its_own() -> None:
    assert "munderover" in as_text(math_of(r"\sum_{i=1}^n x_i", display=True))
    assert "msubsup" in as_text(math_of(r"\sum_{i=1}^n x_i"))


@pytest.mark.parametrize(
    ("tex", "words", "text"),
    [
        ("E = mc^2", "E equals m c squared", "E = mc²"),
        (r"\frac{a+b}{2}", "the fraction a plus b, over 2, end of fraction", "(a + b)/2"),
        (r"\sum_{t=0}^{T} B_t", "the sum from t equals 0 to T of B sub t", "∑_(t = 0)^T Bₜ"),
        (r"\ce{2H2 + O2 -> 2H2O}", "2 H 2 plus O 2 yields 2 H 2 O", "2H₂ + O₂ → 2H₂O"),
        (r"3\,^\circ\mathrm{C}", "3 degrees C", "3 ^∘C"),
        (r"\hat{x} \le \Delta", "x hat is at most capital delta", "x̂ ≤ Δ"),
    ],
)
def test_it_is_said_and_written_on_a_line(tex: str, words: str, text: str) -> None:
    math = math_of(tex, display=True)
    assert spoken(math, "en-GB") == words
    assert linear(math).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("left", "sign", "right", "white"),
    [
        ("a", r"\cup", "b", 8 / 18),
        ("a", r"\times", "b", 8 / 18),
        ("a", r"\setminus", "b", 8 / 18),
        ("p", r"\implies", "q", 10 / 18),
        ("x", r"\exists", "y", 0),
    ],
)
def test_operators_and_relations_have_the_white_that_tex_gives_them(
    left: str, sign: str, right: str, white: float
) -> None:
    alone = sum(drawn(as_text(math_of(each))).width - 0.04 for each in (left, sign, right))
    assert drawn(as_text(math_of(f"{left} {sign} {right}"))).width - 0.04 - alone == pytest.approx(
        white, abs=0.05
    )


def test_large_operators_and_arrows_with_words_stand_apart_from_what_follows() -> None:
    def width(tex: str) -> float:
        return drawn(as_text(math_of(tex, display=True))).width

    assert width(r"\sum x") - width(r"\sum\! x") == pytest.approx(6 / 18, abs=0.02)
    assert width(r"\sum (x)") - width(r"\sum\, (x)") == pytest.approx(-3 / 18, abs=0.02)
    assert width(r"a \xrightarrow{b} c") > width(r"\xrightarrow{b}") + width("ac") + 0.4


def test_letters_of_other_shapes_slope_and_nabla_has_no_white() -> None:
    for letter in (r"\phi", r"\vartheta"):
        upright, sloping = (drawn(as_text(math_of(tex))).paths for tex in (rf"\mathrm{{{letter}}}", letter))
        assert upright != sloping, letter
    near, apart = (drawn(as_text(math_of(tex))).width for tex in (r"\nabla f", r"\nabla\, f"))
    assert apart - near == pytest.approx(3 / 18, abs=0.02)


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\ce{CuSO4.5H2O}", "CuSO₄⋅5H₂O"),
        (r"\ce{Fe0.95O}", "Fe_(0.95)O"),
    ],
)
def test_a_full_stop_in_a_chemical_formula_parts_what_is_added(tex: str, text: str) -> None:
    assert linear(math_of(tex)).replace(" ", "").replace("\u2009", "") in (
        text,
        text.replace("_(0.95)", "₀.₉₅"),
    )


def test_formulas_and_greek_letters_stand_at_arrows() -> None:
    made = as_text(math_of(r"\ce{A ->[\Delta] B ->[H2SO4][{60 degrees}] C ->[heat] D}"))
    assert "<mtext>Δ</mtext>" in made
    assert '<mi mathvariant="normal">S</mi>' in made
    assert "<mtext>60 degrees</mtext>" in made
    assert "<mtext>heat</mtext>" in made
    with pytest.raises(TexFault) as told:
        math_of(r"\ce{A ->[\foo] B}")
    assert (told.value.start, told.value.end) == (9, 13)


def test_it_is_said_in_the_language_of_the_brief_or_in_english() -> None:
    math = math_of(r"\sqrt{x} > \alpha")
    assert spoken(math, "de-AT") == "die Wurzel aus x größer als Alpha"
    assert spoken(math, "fr") == "la racine carrée de x est supérieur à alpha"
    assert spoken(math, "es") == "la raíz cuadrada de x es mayor que alfa"
    assert spoken(math, "sv") == "kvadratroten ur x är större än alfa"
    assert (language_of_words("fi"), spoken(math, "fi")) == ("en", spoken(math, "en"))


def test_a_drawing_stands_on_the_baseline() -> None:
    plain, deep = drawn(as_text(math_of("x"))), drawn(as_text(math_of(r"\frac{a}{b}", display=True)))
    assert abs(plain.depth) < 0.03 < 0.4 < plain.height < 0.6
    assert 0.5 < deep.depth < 0.9 < deep.height < 2.0
    assert "fill" not in plain.paths
    # What is put together of pieces is drawn as well: a brace, and the rule of a root.
    braced, bare = (drawn(as_text(math_of(tex))).paths for tex in (r"\underbrace{abc}", "abc"))
    assert len(braced) > 1.3 * len(bare)
    assert " h " in drawn(as_text(math_of(r"\sqrt{x}"))).paths
    assert lacking(as_text(math_of("中"))) == "中"


def test_no_formula_takes_long_or_ends_in_an_exception() -> None:
    chance = random.Random(7)
    pieces = [*STRUCTURES, *"xy12+-=()[]{}^_'&|,%", "{", "}", "{a}", "\\\\", r"\alpha", r"\sum", " "]
    for _ in range(300):
        tex = "".join(chance.choice(pieces) for _ in range(chance.randint(1, 12)))
        try:
            math = math_of(tex, display=chance.random() < 0.5)
        except TexFault as fault:
            assert fault.hint
            assert 0 <= fault.start < fault.end
            continue
        if not lacking(as_text(math)):
            drawn(as_text(math))
            assert spoken(math, "fr") is not None


@pytest.mark.parametrize(
    "tex", ["x" * 2001, "{" * 40 + "}" * 40, r"\begin{pmatrix}" * 9 + r"\end{pmatrix}" * 9, r"\hat" * 99]
)
def test_what_is_too_large_or_too_deep_is_told(tex: str) -> None:
    with pytest.raises(TexFault, match=r"characters|nested|within each other"):
        math_of(tex)
