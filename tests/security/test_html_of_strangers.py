"""Raw HTML: a short list is allowed, the rest is told, and nothing stands in for the parts of the page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from setting import ROOT, job, write_brief
from web_pages import Page, manuscript_of

from issuebrief import web
from issuebrief.html import make_page
from issuebrief.markdown_body.normalise.allowed_html import ALLOWED, ON_THE_WEB, SILENCED, leave_out
from issuebrief.markdown_body.source.html_tree import parse, serialise
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic

REFUSED = [
    '<link rel="attachment" href="brief.md">',
    '<LINK REL="ATTACHMENT" HREF="brief.md">',
    '<link rel="stylesheet attachment" href="brief.md">',
    "<link rel=attachment href=../secret.txt>",
    '<link rel="stylesheet" href="x.css">',
    '<link rel="icon" href="x.png">',
    '<meta http-equiv="refresh" content="0;url=https://example.org">',
    '<meta charset="utf-7">',
    '<base href="https://example.org/">',
    "<script>steal()</script>",
    "<SCRIPT>steal()</SCRIPT>",
    '<script src="https://example.org/x.js"></script>',
    "<style>p { display: none }</style>",
    "<style>@import url(https://example.org/x.css);</style>",
    '<iframe src="https://example.org"></iframe>',
    '<iframe srcdoc="&lt;script&gt;steal()&lt;/script&gt;"></iframe>',
    '<object data="x.swf">words</object>',
    '<embed src="x.svg">',
    '<applet code="x"></applet>',
    '<svg onload="steal()"><script>steal()</script></svg>',
    '<svg><image href="../secret.png"></image></svg>',
    "<math><mtext><script>steal()</script></mtext></math>",
    '<form action="https://example.org"><input name="a"><button>go</button></form>',
    '<input type="image" src="x.png">',
    '<button formaction="javascript:steal()">go</button>',
    "<select><option>a</option></select>",
    "<textarea>a</textarea>",
    "<keygen>",
    '<video src="x.mp4" poster="x.png"></video>',
    '<audio src="x.mp3"></audio>',
    '<source srcset="x.png">',
    '<track src="x.vtt">',
    '<picture><source srcset="https://example.org/x.png"></picture>',
    '<map name="m"><area href="javascript:steal()"></map>',
    "<template><script>steal()</script></template>",
    "<noscript><p>a</p></noscript>",
    '<noembed><img src="x" alt="x"></noembed>',
    "<title>a</title>",
    "<dialog open>a</dialog>",
    '<marquee onstart="steal()">a</marquee>',
    "<x-own>a</x-own>",
    "<slot>a</slot>",
    "<portal src=x></portal>",
    '<p onclick="steal()">a</p>',
    '<p ONCLICK="steal()">a</p>',
    '<b onmouseover="steal()">a</b>',
    '<details open ontoggle="steal()">a</details>',
    '<a href="#text" rel="attachment">a</a>',
    '<a href="#text" ping="https://example.org">a</a>',
    '<p popover id="p">a</p>',
    "<p contenteditable>a</p>",
    '<p autofocus tabindex="1">a</p>',
    '<p is="x-own">a</p>',
    '<p slot="x">a</p>',
    '<p nonce="x">a</p>',
    '<table background="https://example.org/x.png"><tr><td>a</td></tr></table>',
    '<a xlink:href="javascript:steal()">a</a>',
    '<p data-line="99999999999999999999">a</p>',
    '<span data-file="../secret.txt">a</span>',
    '<p data-token="7">a</p>',
    '<aside data-passage="passage-1">a</aside>',
    '<a class="note-mark" href="#text">1</a>',
    '<div class="note-card">a</div>',
]
HARMFUL = re.compile(
    r"steal|<(?:script|style|svg|math|link|meta|base|iframe|object|embed|form|input|button|video|audio|map)\b"
    r"|<template|\son[a-z]+=|attachment|data-(?:token|file)|popover|contenteditable|ping=|secret",
    re.IGNORECASE,
)


def harm(html: str) -> list[str]:
    """The tags of a page's text that do harm."""
    return [tag for tag in re.findall(r"<[a-zA-Z][^>]*>", html) if HARMFUL.search(tag)]


def made(folder: Path, body: str, **front: object) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """What stands on paper, what stands on the web, and what was told."""
    order = job(write_brief(folder, body, **front))
    manuscript, told = read(order)
    assert manuscript, told
    search_path = order.search_path
    paper, problems = make_page(manuscript.brief, manuscript.body, manuscript.theme, search_path)
    assert problems == ()
    page, found = web.make(manuscript, search_path)
    return paper.partition("<body")[2], page.decode(), (*told, *found)


@pytest.mark.usefixtures("unstyled")
@pytest.mark.parametrize("html", REFUSED)
def test_what_is_not_allowed_is_told_and_left_out(tmp_path: Path, html: str) -> None:
    paper, page, problems = made(tmp_path, f"Before.\n\n{html}\n\nAfter.")
    assert {"markup.not-allowed", "markup.no-element"} & {problem.code for problem in problems}, problems
    assert "Before." in paper and "After." in paper
    assert harm(paper) == []
    content = page.partition("<main>")[2].partition("</main>")[0]
    assert "After." in content
    assert harm(content) == []


@pytest.mark.usefixtures("unstyled")
@pytest.mark.parametrize("html", REFUSED[:48:3])
def test_nor_is_it_allowed_in_a_note_or_a_field(tmp_path: Path, html: str) -> None:
    line = html.replace("\n", " ")
    paper, page, _ = made(tmp_path, f"Text.[^a]\n\n[^a]: Note {line} end.", abstract=f"An {line} abstract.")
    assert "abstract." in paper and "end." in paper
    assert harm(paper) == harm(page.partition("<main>")[2].partition("</main>")[0]) == []


@pytest.mark.parametrize("tag", sorted(ALLOWED - {"br", "hr", "img", "wbr", "col"}))
def test_what_is_allowed_stays(tag: str) -> None:
    html = f'<{tag} class="x" lang="de" title="t">words</{tag}>'
    root = parse(html)
    assert leave_out(root) == []
    assert serialise(root.children) == serialise(parse(html).children)


def test_the_web_allows_no_more_than_paper_and_nothing_is_in_two_lists() -> None:
    assert ON_THE_WEB < ALLOWED
    assert ALLOWED.isdisjoint(SILENCED)


def test_the_words_of_an_unknown_element_stay_and_a_script_goes_whole() -> None:
    root = parse("<p>a<form>b<script>c</script><i>d</i></form>e</p>")
    assert [shown for shown, _ in leave_out(root)] == ["<form>", "<script>"]
    assert serialise(root.children) == "<p>ab<i>d</i>e</p>"


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<svg><text>The <tspan>quay</tspan></text><style>x{}</style><script>y()</script></svg>", "The quay"),
        ("<table><tr><td><svg>Depth in m</td></tr></table>", "Depth in m"),
        ("<select><option>One<option>Two</select>", "One Two"),
        ("<canvas>A chart of <b>tides</b></canvas>", "A chart of tides"),
        ("<svg>" * 5_000 + "deep", "deep"),
    ],
)
def test_the_words_that_go_with_an_element_are_told(html: str, words: str) -> None:
    root = parse(html)
    (refused,) = leave_out(root)
    assert f", with the words “{words}” in it," in refused[0]
    assert words not in serialise(root.children)


def test_elements_that_are_left_out_may_nest_without_end() -> None:
    root = parse("<form>" * 20_000 + "a")
    assert len(leave_out(root)) == 20_000
    assert serialise(root.children) == "a"


def test_what_is_left_out_is_told_once_with_its_place(tmp_path: Path) -> None:
    _, _, problems = made(
        tmp_path, "One.\n\n<script>a</script>\n\n<script>b</script>\n\nA <i onclick='x'>b</i>."
    )
    told = [(problem.message, problem.place and problem.place.column) for problem in problems]
    assert told == [
        ("<script> is left out: a brief may not hold it", 1),
        ("onclick on <i> is left out: a brief may not hold it", 6),
    ]


IDS = [
    "addEventListener",
    "removeEventListener",
    "dispatchEvent",
    "constructor",
    "toString",
    "valueOf",
    "hasOwnProperty",
    "__proto__",
    "document",
    "window",
    "location",
    "body",
    "cookie",
    "innerHeight",
    "scrollX",
    "getComputedStyle",
    "EventTarget",
    "querySelector",
    "getElementById",
    "documentElement",
    "activeElement",
    "currentScript",
    "note-card",
    "text",
    "endnotes",
    "standfirst",
]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A page whose text has all these ids, twice over, and the page's own classes."""
    things = "\n\n".join(f'<p id="{name}" class="note-card note-mark endnotes">{name}</p>' for name in IDS)
    pictures = " ".join(f'<a id="{name}-2" class="note-mark" href="#text">x</a>' for name in IDS)
    body = f"Text.[^a] Again.[^a]\n\n{things}\n\n{pictures}\n\n[^a]: The note."
    manuscript, search_path = manuscript_of(
        write_brief(
            tmp_path_factory.mktemp("crowded"),
            body,
            subtitle='A <b id="text" class="note-card">sub</b>title',
            abstract='An <b id="note-1" class="note-mark">abstract</b> <i id="addEventListener">of it</i>.',
        )
    )
    return web.make(manuscript, search_path)[0]


def test_ids_and_classes_of_the_page_belong_to_its_own_parts(crowded: bytes) -> None:
    page = Page(crowded)
    assert len(page.all("//*[@id='note-1']")) == 1
    assert page.one("//*[@id='note-1']").tag == "li"
    assert [node.tag for node in page.all("//*[contains(@class, 'note-mark')]")] == ["a", "a"]
    assert len(page.all("//*[@class='note-card']")) == 1
    assert page.one("//*[@id='text']").get("class") == "text body"


def test_the_script_works_among_them(chromium: object, crowded: bytes, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(crowded)
    window = chromium.new_page()  # type: ignore[attr-defined]
    errors: list[str] = []
    window.on("pageerror", lambda fault: errors.append(str(fault)))
    window.goto(file.as_uri())
    window.click("a.note-mark >> nth=0")
    assert window.inner_text(".note-card-text").strip() == "The note."
    window.set_viewport_size({"width": 500, "height": 700})
    window.close()
    assert errors == []


def test_the_script_asks_for_no_name_that_an_element_can_hide() -> None:
    script = (ROOT / "templates/web-notes.js").read_text()
    assert not re.search(r"(?m)(?:^|[\s;(])(?:window\.)?(?:add|remove)EventListener\(", script)
