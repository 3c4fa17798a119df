"""Formulas are found between their signs, and money never is one."""

from __future__ import annotations

import pytest

from issuebrief.formulas.find_formulas import find_formulas, unquoted

PROSE = (
    "It costs $5 million to $10 million.", "US$ 3 and US$5", "between $5 and $10", "($5) and ($10)", "$5-$10",
    "It was $5 million in US$, and", "from 5$ to 10$", "$US/$NZ", "a $100 bill and $20", "$1,000; $2,000",
    "$5 = €4, $6 = €5", 'paid "$5" or "$6"', "$5/tonne and 10$/tonne", "the $/€ rate and the $/£ rate",
    r"\$5 and \$6", r"Some \[I\]n the", "$HOME/$USER", "at $40-$50 a barrel, $30 less", "$5 < $6",
)  # fmt: skip
FORMULAS = (
    "$x$", "$E = mc^2$", "$a, b$", "$n-1$", "$f(x)$", "$100$", "$GDP = C + I$", "$GDP$", "$x_{max}$",
    r"$\text{GDP per head} = 3$", r"\ce{CO2}", r"\(x\)", r"\[ a = b \]", r"$5\%$", r"$5 \times 10^6$",
    "$p < 0.05$", "$y = a\n+ b$", "$$\na = b\n$$",
)  # fmt: skip


@pytest.mark.parametrize("text", PROSE)
def test_money_is_no_formula(text: str) -> None:
    assert find_formulas(text) == ([], [])


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_found_whole(text: str) -> None:
    (found,), doubts = find_formulas(f"Let {text} be.")
    assert (found.start, found.end, doubts) == (4, 4 + len(text), [])


def test_letters_may_follow_and_a_digit_may_not() -> None:
    assert [each.tex for each in find_formulas("the $n$th of $k$-means, $x$2")[0]] == ["n", "k"]


def test_what_may_be_both_is_a_doubt() -> None:
    assert find_formulas("It was $5 and x^2 and y$ too.") == ([], [(7, 24)])


def test_braces_behind_give_a_name_and_words() -> None:
    text = 'So $$ a $$ {#eq-a alt="the a"} and $b${alt="the b"}.'
    one, two = find_formulas(text)[0]
    assert (one.display, one.id, one.alt) == (True, "eq-a", "the a")
    assert (two.display, two.alt, text[two.end]) == (False, "the b", ".")


def test_in_a_quotation_its_signs_are_blank_and_places_stay() -> None:
    assert unquoted("\n> a\n> b\n> ") == "\n  a\n  b\n  "
