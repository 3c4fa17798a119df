"""The tree of a brief, and blocks that are exchanged in it."""

from __future__ import annotations

from xml.etree.ElementTree import tostring

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st

from issuebrief.engine.pages import NeedsFullLayout
from issuebrief.layout.incremental.styled_tree import TOKEN, StyledTree, corrected, new_copy, swaps
from issuebrief.layout.incremental.tree_diff import merged

PAGE = """<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>
<main>
<p data-line="3">One <em>two</em>.</p>
<p data-line="5">Three.</p>
<table data-line="7"><tr><td>Cell</td></tr></table>
</main>
<section class="end"><p>End.</p></section>
</body></html>"""


def read(text: str = PAGE) -> StyledTree:
    return new_copy(text, "file:///brief.md", None)


def whole(copy: StyledTree) -> bytes:
    return tostring(copy.html.etree_element)


def tokens(copy: StyledTree) -> dict[str, str]:
    """The tokens of elements, by what they say."""
    return {"".join(element.itertext()): element.get(TOKEN, "") for element in copy.elements}


def test_each_element_has_a_token_of_its_own() -> None:
    copy = read()
    found = [element.get(TOKEN) for element in copy.elements]
    assert len(set(found)) == len(found) == len(list(copy.elements))
    assert copy.is_told_apart
    assert copy.known_as(copy.blocks[0]) == (copy.blocks[0].get(TOKEN), 0)
    assert copy.known_as(None) is None


def test_a_block_with_other_words_is_exchanged_and_has_a_new_token() -> None:
    copy, after = read(), PAGE.replace("Three", "Four")
    main = copy.parents[copy.blocks[1]]
    with corrected(copy, *swaps(copy, after)) as now:
        assert [block.text for block in now.fresh] == ["Four."]
        assert now.stale == {copy.blocks[1].get(TOKEN)}
        assert now.known_as(main) == (main.get(TOKEN), 1)
        assert now.known_as(now.blocks[0]) == copy.known_as(copy.blocks[0])
    assert now.blocks[1].tail == "\n"
    assert now.blocks[1].get("data-line") == "5"
    assert now.blocks[0] is copy.blocks[0]


def test_lines_are_written_on_all_elements() -> None:
    copy = read()
    moved = PAGE.replace('"7"', '"9"').replace('"5"', '"6"')
    with corrected(copy, *swaps(copy, moved)) as now:
        pass
    assert [element.get("data-line") for element in now.lined] == ["3", "6", "9"]


@pytest.mark.parametrize("cell", ["Another", "A <b>bold</b> one"])
def test_a_cell_is_understood_outside_its_table(cell: str) -> None:
    copy = read(PAGE.replace("Cell", "A <b>cell</b> here") if "<" in cell else PAGE)
    _, (swap,) = swaps(copy, PAGE.replace("Cell", cell.replace("one", "here")))
    assert swap.new.tag == "td"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Three.", "<b>Three.</b>"),
        ("<em>two</em>", "<i>two</i>"),
        ("<em>two</em>", "<em></em>"),
        ("Three.", "Three.</p><p>Four."),
        ('lang="en"', 'lang="de"'),
    ],
)
def test_other_markup_is_no_exchange(old: str, new: str) -> None:
    with pytest.raises(NeedsFullLayout):
        swaps(read(), PAGE.replace(old, new))


def test_what_ends_in_an_exception_is_undone() -> None:
    for after in (
        PAGE.replace("Three", "Four").replace('"3"', '"4"'),
        PAGE.replace("One <em>two</em>", "Ten"),
    ):
        copy = read()
        before, parents = whole(copy), dict(copy.parents)
        with pytest.raises(ZeroDivisionError):
            if "Four" in after:
                with corrected(copy, *swaps(copy, after)):
                    assert whole(copy) != before
                    raise ZeroDivisionError
            with merged(copy, after, "file:///brief.md", None):
                assert whole(copy) != before
                raise ZeroDivisionError
        assert (whole(copy), copy.parents) == (before, parents)


MERGES = {
    "a paragraph added": ('<p data-line="5">', '<p data-line="5">New.</p>\n<p data-line="6">'),
    "a paragraph removed": ('<p data-line="5">Three.</p>\n', ""),
    "markup": ("Three.", "<b>Three</b>."),
    "a row added": ("<td>Cell</td></tr>", "<td>Cell</td></tr><tr><td>Two</td></tr>"),
    "a section added": ("<section", "<section><p>Between.</p></section>\n<section"),
    "the last one removed": ('<section class="end"><p>End.</p></section>', ""),
}


@pytest.mark.parametrize("name", MERGES)
def test_elements_come_and_go_and_all_others_stay_the_same(name: str) -> None:
    old, new = MERGES[name]
    copy, after = read(), PAGE.replace(old, new)
    assert after != PAGE
    before = {element.get(TOKEN): element for element in copy.elements}
    with merged(copy, after, "file:///brief.md", None) as now:
        pass
    fresh = read(after)
    plain = [(e.tag, e.text, e.tail, e.get("data-line")) for e in fresh.elements]
    assert [(e.tag, e.text, e.tail, e.get("data-line")) for e in now.elements] == plain
    new_ones = {inner for element in now.fresh for inner in element.iter()}
    for element in now.elements:
        assert (element in new_ones) != (before.get(element.get(TOKEN)) is element)
    assert now.is_told_apart
    assert set(now.parents) == set(now.elements) - {now.html.etree_element}


def test_what_stands_beside_a_change_counts_as_changed() -> None:
    copy = read()
    known = tokens(copy)
    with merged(copy, PAGE.replace('<p data-line="5">Three.</p>\n', ""), "file:///brief.md", None) as now:
        pass
    assert {known["Three."], known["One two."], known["Cell"]} <= now.stale
    assert known["End."] not in now.stale


def test_another_page_is_not_merged() -> None:
    with (
        pytest.raises(NeedsFullLayout),
        merged(read(), PAGE.replace('"en"', '"de"'), "file:///brief.md", None),
    ):
        pass


WORDS = st.sampled_from(["one", "two", "<em>three</em>", "<a id=x>four</a> five"])
BLOCK = st.builds("<{0}>{1}</{0}>\n".format, st.sampled_from(["p", "h2", "blockquote"]), WORDS)
LIST = st.lists(WORDS, min_size=1, max_size=3).map(
    lambda items: "<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>\n"
)
HOLDER = st.recursive(
    BLOCK | LIST,
    lambda inner: st.lists(inner, max_size=4).map(lambda found: f"<div>{''.join(found)}</div>\n"),
    max_leaves=12,
)
DOCUMENT = st.lists(HOLDER, max_size=6).map(lambda found: f"<body><main>\n{''.join(found)}</main></body>")


@settings(max_examples=examples(60))
@given(DOCUMENT, DOCUMENT, DOCUMENT)
def test_a_merged_tree_is_the_tree_of_the_new_text(first: str, second: str, third: str) -> None:
    copy = read(first)
    for text in (second, third):
        with merged(copy, text, "file:///brief.md", None) as now:
            pass
        wanted = read(text)
        assert [(e.tag, e.attrib.keys(), e.text, e.tail) for e in now.elements] == [
            (e.tag, e.attrib.keys(), e.text, e.tail) for e in wanted.elements
        ]
        assert len({element.get(TOKEN) for element in now.elements}) == len(list(now.elements))
        copy = now
