"""On the web page no id of a text is what a script could ask for by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import write_brief
from web_pages import Page, manuscript_of

from issuebrief import web
from issuebrief.web.scoped_ids import heading_ids, with_own_names

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("html", "other"),
    [
        ('<p id="config">a</p>', '<p id="text-config">a</p>'),
        (
            '<a href="#config">a</a> <a href="https://a.org/#config">b</a>',
            '<a href="#text-config">a</a> <a href="https://a.org/#config">b</a>',
        ),
        ('<td headers="a b-c d">a</td>', '<td headers="text-a b-c text-d">a</td>'),
        ('<p id="näme_2">a</p>', '<p id="text-näme_2">a</p>'),
        ('<p id="fig-depth">The words id="config" stay.</p>', None),
        ('<h2 id="limits">a</h2><a href="#limits">b</a>', None),
        ('<a href="#text">a</a><a href="#endnotes">b</a><a href="#">c</a>', None),
        ('<p id="2nd">a</p><p id="a.b">b</p>', None),
    ],
)
def test_an_id_that_could_be_a_name_gets_a_prefix_and_so_do_links_to_it(html: str, other: str | None) -> None:
    assert with_own_names(html, {"limits"}) == (other or html)


def test_headings_keep_their_ids() -> None:
    assert heading_ids('<h2 id="limits">a</h2><p id="config">b</p><h3 id="a-b">c</h3>') == {"limits", "a-b"}


def test_links_notes_and_references_lead_where_they_did(tmp_path: Path) -> None:
    body = (
        "## Limits\n\nSee [the depth](#depth), [limits](#limits) and [](#fig-quay).[^a]\n\n"
        '<p id="depth">Twelve metres.</p>\n\n![A quay](quay.svg){#fig-quay}\n:   The quay.\n\n'
        "[^a]: As [measured](#depth)."
    )
    path = write_brief(tmp_path, body, abstract="What [was measured](#depth) and [its limits](#limits).")
    (path.parent / "quay.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L9 9"/></svg>', "utf-8"
    )
    content, problems = web.make(*manuscript_of(path))
    assert problems == ()
    page = Page(content)
    ids = page.all("//@id")
    assert len(set(ids)) == len(ids)
    assert page.one("//p[text()='Twelve metres.']").get("id") == "text-depth"
    assert page.one("//h2[text()='Limits']").get("id") == "limits"
    targets = [link.removeprefix("#") for link in page.all("//a/@href") if link.startswith("#")]
    assert set(targets) <= set(ids)
    assert {"text-depth", "limits", "fig-quay", "note-1"} <= set(targets)
    assert targets.count("text-depth") == 3
