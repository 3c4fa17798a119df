"""Links that lead to the author's machine or nowhere at all: printed without their address, and told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pdf_facts import Facts
from setting import set_text
from written import faults, html_of, make_brief, written

from issuebrief.markdown_body import inline

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("file:///srv/a.pdf", "links.local"),
        ("C:/Users/me/a.docx", "links.local"),
        ("<C:\\Users\\me\\a.docx>", "links.local"),
        ("/home/me/a.pdf", "links.local"),
        ("a.pdf", "links.local"),
        ("../other/brief.md#b", "links.local"),
        ("www.example.org/a", "links.local"),
        ("javascript:void", "links.scheme"),
        ("data:text/html,a", "links.scheme"),
        ("ftp://example.org", "links.scheme"),
        ("tel:+4612345", "links.scheme"),
        ("", "links.empty"),
    ],
)
def test_an_address_that_nobody_can_follow_goes_and_its_words_stay(address: str, code: str) -> None:
    body, problems = written(f"See [words]({address}).")
    assert re.fullmatch('<p>See <span(?: data-file="[^"]+")?>words</span>.</p>', body.html)
    assert [problem.code for problem in problems] == [code]
    assert "href" not in inline(f"See [words]({address}).", make_brief())


@pytest.mark.parametrize("address", ["https://a.org/b", "mailto:a@b.org", "#text"])
def test_other_addresses_stay(address: str) -> None:
    assert f'href="{address}"' in html_of(f"[words]({address})")


@pytest.mark.parametrize(
    ("typed", "shown", "href"),
    [
        ("<doi:10.1234/a_b>", "doi:10.1234/a_b", "https://doi.org/10.1234/a_b"),
        ("<mailto:a@b.org>", "a@b.org", "mailto:a@b.org"),
        ("<MAILTO:a@b.org>", "a@b.org", "mailto:a@b.org"),
        ("<tel:+4612345>", "tel:+4612345", None),
        ("<urn:isbn:123>", "urn:isbn:123", None),
        ("<https:https://b.org>", "https:https://b.org", "https:https://b.org"),
    ],
)
def test_an_address_of_any_scheme_stands_in_angle_brackets(typed: str, shown: str, href: str | None) -> None:
    for text in (f"See {typed}, too.", f"<div>See {typed}, too.</div>"):
        body, problems = written(text)
        assert re.sub(r"<[^<>]+>|[\u200b\u2060]", "", body.html) == f"See {shown}, too."
        assert re.findall('href="([^"]+)"', body.html) == [href] * bool(href)
        assert [problem.code for problem in problems] == ["links.scheme"] * (href is None)


def test_prefixed_tags_of_a_word_processor_are_no_addresses() -> None:
    assert html_of("In <st1:place>London</st1:place> today.") == "<p>In London today.</p>"


def test_spaces_in_an_address_are_spelled_as_browsers_do() -> None:
    assert html_of("[words](https://a.org/b c)") == '<p><a href="https://a.org/b%20c">words</a></p>'


def test_an_address_without_its_scheme_gets_one() -> None:
    assert html_of("[words](//a.org)") == '<p><a href="https://a.org">words</a></p>'


def test_no_file_of_the_machine_is_named_in_the_pdf(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("kept")
    outcome, pdf = set_text(tmp_path, "[One](notes.txt), [two](/etc/hosts).", abstract="[Three](../a.pdf).")
    assert [problem.code for problem in outcome.problems] == ["links.local"] * 3
    with Facts(pdf) as facts:
        assert facts.links == ()
    assert b"file:" not in pdf.read_bytes()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[words][gone]", [("references.undefined", 1, 1)]),
        ("A [words][]", [("references.undefined", 1, 3)]),
        ("![words][gone]", [("references.undefined", 1, 1)]),
        ("[words][Here]\n\n[here]: https://a.org", []),
        ("[1][2] and [a]bc [d]ef", []),
    ],
)
def test_a_link_whose_address_is_defined_nowhere_is_told(text: str, told: list[tuple[str, int, int]]) -> None:
    assert faults(text) == told


@pytest.mark.parametrize("between", [" ", "\n", " and more, see "])
def test_a_link_before_links_that_are_defined_elsewhere_is_a_link(between: str) -> None:
    body = f"[a](https://example.org/a){between}[b][r] and [r] and [c](https://example.org/c).\n\n"
    html = html_of(f"{body}[r]: https://example.org/r")
    assert re.findall(r'href="https://example.org/(\w)"', html) == ["a", "r", "r", "c"]
    assert "](" not in html


def test_each_link_without_an_address_is_told_where_it_stands() -> None:
    found = faults("Words.\n\nSo [u]() it.\n\nAnd [w]() so.\n")
    assert found == [("links.empty", 3, 8), ("links.empty", 5, 9)]
