"""Whatever lines look like, their words and numbers are printed, each once and in their order."""

from __future__ import annotations

import re
from itertools import count

from examples import examples
from hypothesis import example, given, settings
from hypothesis import strategies as st
from printed import printed_words
from written import html_of, written

MARKERS = (
    "", "", "", "- ", "* ", "+ ", "1. ", "2. ", "3. ", "1990. ", "7) ", "- [ ] ", "- 3. ", "1. - ", "> ",
    "> - ", "> 2. ", "#", "## ", ">", "> 3 ", "+ 4 ", "- 5 ", "-", "3.", "(c) ", "3*4*5 ", "<a_word ",
    "1990.  ", "| ", "~ ",
)  # fmt: skip
LINES = st.one_of(
    st.just(""),
    st.builds(
        "{}{}{}{}".format,
        st.sampled_from(("", "", "", " ", "  ", "   ", "\t")),
        st.sampled_from(MARKERS),
        st.sampled_from(("one", "two three", "Mai four", "Five six seven eight nine ten eleven twelve done")),
        st.sampled_from(("", "", "", ".", ":", ",", "  ")),
    ),
)
TEXTS = st.lists(LINES, min_size=1, max_size=9)


def without_counting(words: list[str]) -> list[str]:
    """The words, without the numbers up to 9, which Markdown counts itself where an author repeats one."""
    return [word for word in words if not re.fullmatch(r"\d", word)]


def named(lines: list[str]) -> str:
    """The text of some lines, each word another."""
    numbers = count(1)
    return re.sub(r"[A-Za-z]+", lambda match: f"{match[0]}{chr(96 + next(numbers) % 26)}", "\n".join(lines))


@settings(max_examples=examples(400))
@given(TEXTS)
@example(["- one", "   3. two three."])
@example(["1. one", "1990. two three", "2. one"])
@example(["+ 4 one", "- 5 one"])
@example(["> 3. Mai four", "> one"])
@example(["1. one", "   1990. ", "2. two three"])
@example(["- one", "  1990)  "])
@example(["- one", "> 3 one"])
@example(["| one", "| one", "one"])
@example(["| one", "| one", "~ one"])
def test_all_words_are_printed_in_their_order(lines: list[str]) -> None:
    text = named(lines)
    html = written(text)[0].html
    assert without_counting(printed_words(html)) == without_counting(re.findall(r"\w+", text))


@settings(max_examples=examples(200))
@given(st.lists(st.integers(0, 2100), min_size=1, max_size=6), st.booleans(), st.sampled_from(".)"))
def test_numbers_are_printed_as_typed_but_for_ones_that_repeat(
    numbers: list[int], loose: bool, ending: str
) -> None:
    text = ("\n\n" if loose else "\n").join(f"{number}{ending} Word." for number in numbers)
    words = [word for word in printed_words(written(text)[0].html) if word != "Word"]
    assert numbers.count(1) > 1 or words == [str(number) for number in numbers]


def test_names_of_python_are_not_set_bold() -> None:
    assert html_of("The `file` is __init__.py, and __never__ empty.") == (
        "<p>The <code>file</code> is __init__.py, and <strong>never</strong> empty.</p>"
    )
