"""A check as a page: valid, whole in itself, problems and spots linked both ways."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

from findings import ALL, CUT, LOOSE, NOTE, ROOT, picture
from PIL import Image

from issuebrief.diagnostics.formats.html import Checked, as_page
from issuebrief.diagnostics.formats.page_images import page_pictures
from issuebrief.job import Outcome

VOID = {"meta", "img", "rect", "circle"}


class Page(HTMLParser):
    """The elements of a page; it insists that each is closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words += data.split()

    @property
    def text(self) -> str:
        return " ".join(self.words)

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            attributes
            for name, attributes in self.elements
            if name == tag and all(value in attributes.get(key, "").split() for key, value in wanted.items())
        ]


def page_of(*problems: Any, pages: int = 3) -> Page:
    outcome = Outcome(problems, pages, (), tuple(picture() for _ in range(pages)))
    return Page(as_page([Checked("content/moon/brief.md", outcome)], ROOT))


def test_a_page_needs_nothing_beside_it() -> None:
    page = page_of(*ALL)
    addresses = [
        attributes[name] for _, attributes in page.elements for name in ("src", "href") if name in attributes
    ]
    assert all(address.startswith(("#", "data:image/webp;base64,")) for address in addresses)
    assert page.all("script") == page.all("link") == []
    assert "url(" not in as_page([], ROOT)


def test_every_link_leads_to_something_on_the_page() -> None:
    page = page_of(*ALL)
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    links = [attributes["href"][1:] for tag, attributes in page.elements if tag == "a"]
    assert len(links) == 5
    assert set(links) <= set(ids)


def test_problems_and_spots_are_linked_both_ways() -> None:
    page = page_of(LOOSE)
    assert [link["href"] for link in page.all("a") if link["href"].startswith("#spot")] == [
        "#spot-1-2",
        "#spot-1-3",
    ]
    spots = page.all("a", **{"class": "spot"})
    assert [(spot["id"], spot["href"]) for spot in spots] == [
        ("spot-1-2", "#problem-1"),
        ("spot-1-3", "#problem-1"),
    ]
    assert spots[0]["aria-label"] == 'warning 1: It is <loose> & "wide".'


def test_a_spot_is_outlined_where_it_stands() -> None:
    page = page_of(LOOSE)
    (svg, _) = page.all("svg")
    assert svg["viewbox"] == "0 0 793.7 1122.5"
    rect = page.all("rect")[0]
    assert [float(rect[name]) for name in ("x", "y", "width", "height")] == [7.5, 17, 106, 22]


def test_small_spots_are_outlined_large_enough_to_be_seen() -> None:
    from dataclasses import replace

    from issuebrief.diagnostics.model import PageRegion

    page = page_of(replace(LOOSE, spots=(PageRegion(1, 50, 50, 2, 0),)))
    (rect,) = page.all("rect")
    assert [float(rect[name]) for name in ("x", "y", "width", "height")] == [43, 42, 16, 16]


def test_errors_come_first_and_notes_last() -> None:
    page = page_of(NOTE, LOOSE, CUT)
    assert re.findall(r"(error|warning|note) \w+\.\w+", page.text) == ["error", "warning", "note"]


def test_everything_that_is_known_of_a_problem_is_said() -> None:
    text = page_of(LOOSE).text
    for said in (
        'It is <loose> & "wide".',
        "Change a word.",
        "the <line>",
        "content/moon/brief.md:9:1",
        "page 2",
    ):
        assert said in text


def test_pages_have_a_description_and_a_size() -> None:
    images = page_of(pages=2).all("img")
    assert [image["alt"] for image in images] == [
        "Page 1 of content/moon/brief.md",
        "Page 2 of content/moon/brief.md",
    ]
    assert {(image["width"], image["height"]) for image in images} == {("794", "1122")}


def test_a_brief_without_problems_and_one_without_pages_are_told() -> None:
    assert "Nothing is wrong with this brief." in page_of().text
    page = page_of(LOOSE, pages=0)
    assert page.all("img") == []
    assert [link for link in page.all("a") if link["href"].startswith("#spot")] == []


def test_several_briefs_have_a_list_at_the_head() -> None:
    briefs = [Checked(f"content/{name}/brief.md", Outcome((LOOSE,))) for name in ("moon", "sun")]
    page = Page(as_page(briefs, ROOT))
    assert [link["href"] for link in page.all("a")][1:3] == ["#brief-1", "#brief-2"]
    assert page.text.count("1 warning") >= 2
    assert "2 warnings" in page.text
    assert len({item["id"] for item in page.all("li", **{"class": "problem"})}) == 2


def test_the_page_has_headings_landmarks_and_a_language() -> None:
    page = page_of(*ALL)
    assert page.elements[0] == ("html", {"lang": "en"})
    assert [tag for tag, _ in page.elements if re.fullmatch(r"h\d|main|header", tag)] == [
        "header",
        "h1",
        "main",
        "h2",
    ]


def test_pages_are_pictured_within_their_trim() -> None:
    import pikepdf

    target = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(300, 400))
        pdf.pages[0].obj.TrimBox = pikepdf.Array([50, 40, 250, 360])
        pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, b"0 g 0 0 300 45 re f 1 0 0 rg 50 350 10 10 re f")
        pdf.save(target)
    (found,) = page_pictures(target.getvalue())
    assert (round(found.width, 1), round(found.height, 1)) == (266.7, 426.7)
    with Image.open(BytesIO(found.content)) as image:
        assert image.format == "WEBP"
        assert image.size == (400, 640)
        red = image.convert("RGB").getpixel((8, 8))
        foot = image.convert("RGB").getpixel((200, 636))
    assert isinstance(red, tuple) and red[0] > 200 > 60 > red[1]
    assert isinstance(foot, tuple) and max(foot) < 60
