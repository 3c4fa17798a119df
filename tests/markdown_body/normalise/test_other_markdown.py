"""Markdown of Pandoc, MkDocs and Quarto that is written as briefs have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image
from setting import facts_of
from written import NO_BREAK, bare, faults, html_of, written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_definition_may_begin_with_a_tilde(gap: str) -> None:
    html = html_of(f"Term\n{gap}  ~ One\n  ~ Two\n\nOther\n{gap}~   Three\n")
    assert html.count("<dt>") == 2
    assert html.count("<dd>") == 3
    assert "~" not in html


@pytest.mark.parametrize("prose", ["About\n~ 5 of us", "A ~~b~~ c\n\nd~e~"])
def test_other_tildes_are_those_of_the_text(prose: str) -> None:
    assert "<dl>" not in written(prose)[0].html


@pytest.mark.parametrize(
    ("typed", "written_here"),
    [
        ('!!! note "Why"\n    Text.\n\n    More.', "::: note Why\nText.\n\nMore.\n:::"),
        ("!!! warning\n    Text.", "::: warning\nText.\n:::"),
        ("??? tip\n    - A\n    - B", "::: tip\n- A\n- B\n:::"),
        ('???+ example "So"\n    Text.', "::: box So\nText.\n:::"),
        ("!!! abstract\n    Text.\n\nAfter.", "::: box Abstract\nText.\n:::\n\nAfter."),
    ],
)
def test_a_block_of_mkdocs_is_a_box(typed: str, written_here: str) -> None:
    assert html_of(typed) == html_of(written_here)


def test_a_block_that_nobody_knows_is_still_an_error() -> None:
    assert faults("!!! pull-quot\n    Text.") == [("pull-quotes.unknown-block", 1, 1)]


def test_items_that_are_to_be_counted_are() -> None:
    assert bare(html_of("#. One\n#. Two\n")) == bare(html_of("1. One\n2. Two\n"))


def test_items_that_are_to_be_counted_do_not_run_on_with_a_list_below_them() -> None:
    html = html_of("#. One\n    #. A\n    #. B\n\n    More.\n#. Two\n\nText\n\n#. One\n#. Two\n\n7. Seven")
    assert "value=" not in html.replace(' value="7"', "")
    assert html.count("<ol>") == 3


@pytest.mark.parametrize("gap", ["", "\n    "])
def test_an_address_that_is_defined_in_angle_brackets_may_have_spaces(gap: str) -> None:
    html = html_of(f"See [the file][f].\n\n[f]: {gap}<https://example.org/a b c> 'Of it'")
    assert 'href="https://example.org/a%20b%20c"' in html
    assert "[f]" not in html


def test_a_quotation_mark_within_an_address_belongs_to_it() -> None:
    assert 'href="https://example.org/%22q%22/a"' in html_of('See [it](https://example.org/"q"/a) here.')
    assert 'title="T"' in html_of('See [it](https://example.org/q "T") here.')


@pytest.mark.parametrize("reference", ["@tbl-ports", "[@tbl-ports]"])
def test_a_reference_of_quarto_prints_the_number(reference: str) -> None:
    html = html_of(f"As {reference} shows.\n\n| A |\n|---|\n| b |\n\n: Ports {{#tbl-ports}}\n")
    assert f'As <a class="reference" href="#tbl-ports">Table{NO_BREAK}1</a> shows.' in html


def test_one_of_pandoc_crossref_does_too() -> None:
    html = html_of("As @sec:plan says.\n\n## The plan {#sec:plan}\n\nText.\n")
    assert '<a class="reference" href="#sec:plan">The plan</a> says' in html


@pytest.mark.parametrize("text", ["See @fig-none.", "Write to jane@fig-a.org. {#fig-a}", "`@tbl-a`"])
def test_what_has_no_such_name_stays_as_typed(text: str) -> None:
    assert 'class="reference"' not in written(text)[0].html


@pytest.mark.parametrize(
    ("typed", "defined"),
    [
        ("![A square][pic]{width=20%}", "[pic]: {}"),
        ("![A square][Pic]{width=20%}", '[pic]: {} "A title"'),
        ("![A square][]{width=20%}", "[a square]: <{}>"),
    ],
)
def test_a_picture_with_a_name_and_braces_is_a_picture(tmp_path: Path, typed: str, defined: str) -> None:
    Image.new("RGB", (600, 600), "teal").save(tmp_path / "square.png")
    facts = facts_of(tmp_path, f"{typed}\n\n{defined.format('square.png')}\n")
    assert len(facts.pictures(0)) == 1
    assert "A square" not in facts.text
