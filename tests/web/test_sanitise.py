"""Raw HTML of a brief on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import write_brief
from web_pages import hostile, made, page_of

from issuebrief.web.sanitise import clean

if TYPE_CHECKING:
    from pathlib import Path

ATTACKS = [
    "<script>alert(1)</script>",
    '<img src="x" alt="x" onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\tscript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<iframe src="https://example.org"></iframe>',
    '<object data="x.swf"></object>',
    '<form action="https://example.org"><button>x</button></form>',
    '<meta http-equiv="refresh" content="0;url=https://example.org">',
    '<link rel="stylesheet" href="https://example.org/x.css">',
    '<base href="https://example.org/">',
    "<style>@import url(https://example.org/x.css)</style>",
    '<svg><script>alert(1)</script><a xlink:href="javascript:alert(1)">x</a></svg>',
    '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)"></style></mglyph></table></mtext>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<p style="background: url(https://example.org/x.png)">x</p>',
    "<template><script>alert(1)</script></template>",
    '<div popover="auto" id="p">x</div>',
    '<video src="https://example.org/x.mp4" autoplay></video>',
]
HARMFUL = (
    "alert(1)",
    "example.org",
    "onerror",
    "javascript",
    "<svg",
    "<math",
    "<form",
    "popover",
    "http-equiv",
)


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_of_an_attack_is_left(attack: str) -> None:
    cleaned = clean(f"<p>Before.</p>{attack}<p>After.</p>")
    assert "Before." in cleaned and "After." in cleaned
    assert [word for word in HARMFUL if word in cleaned] == []


@pytest.mark.parametrize(
    "html",
    [
        '<p>Plain <em>and</em> <strong>bold</strong>, <a href="https://example.org">linked</a>.</p>',
        '<p lang="la">pacta <abbr title="et cetera">etc.</abbr></p>',
        '<ol start="3"><li>c</li></ol>',
        '<figure class="figure wide" id="fig-1"><img alt="A" src="a.svg"><figcaption>C</figcaption></figure>',
        '<aside class="pull-quote" id="pull-quote-1" data-passage="passage-1"><p>Q</p></aside>',
        '<a class="note-mark" id="mark-1-1" href="#note-1" role="doc-noteref">1</a>',
        "<details><summary>More</summary><p>Text</p></details>",
        '<table><tbody><tr><th scope="row">a</th><td style="text-align:right">1</td></tr></tbody></table>',
        '<a href="mailto:desk@example.org">Desk</a>',
    ],
)
def test_what_a_brief_is_made_of_stays_as_it_is(html: str) -> None:
    assert clean(html) == html


def test_what_is_left_out_is_told_once_a_kind_with_its_place(tmp_path: Path) -> None:
    body = 'Text.\n\n<main>One.</main>\n\n<main>Two.</main>\n\nA <span style="color: red">word</span>'
    _, problems = made(write_brief(tmp_path, body))
    told = {problem.message: problem.excerpt for problem in problems}
    assert told == {
        "<main> is left out of the web page": "<main>One.</main>",
        "style on <span> is left out of the web page": body.rpartition("\n")[2],
    }
    assert {problem.code for problem in problems} == {"web.left-out"}
    assert [problem.place.column for problem in problems if problem.place] == [
        1,
        body.rpartition("\n")[2].find("style") + 1,
    ]


def test_the_page_of_a_hostile_brief_holds_none_of_it(tmp_path: Path) -> None:
    page, told = hostile(
        tmp_path,
        "Text.[^a]\n\n<script>hacked()</script>\n\n[^a]: A note <img src='x' onerror='hacked()' alt='x'>.",
        title="</title><script>hacked()</script>",
        subtitle='"><script>hacked()</script>',
        abstract="<script>hacked()</script> An abstract <b onclick='hacked()'>of</b> sorts.",
        keywords=["</script><script>hacked()</script>"],
        copyright='<a href="javascript:hacked()">©</a>',
    )
    assert told == ["there is no file x"]
    scripts = page.all("//script")
    assert len(scripts) == 2
    assert "hacked" not in page.script
    assert [
        name for name in page.all("//@*") if "hacked" in name and name.attrname not in ("content", "alt")
    ] == []
    assert page.data["headline"] == "</title><script>hacked()</script>"


def test_alignment_of_cells_is_kept_in_classes(tmp_path: Path) -> None:
    page = page_of(tmp_path, "Text.\n\n| a | b |\n| :-: | --: |\n| 1 | 2 |")
    assert [cell.get("class") for cell in page.all("//td")] == ["align-center", "number align-right"]
