"""Covers: a pattern in place of a picture, pictures cropped around a focus, tall ones beside the title."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

import pikepdf
import pytest
from pdf_facts import Facts
from setting import job, write_brief

from issuebrief.cover_pattern import cover_pattern, pattern_address
from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from pathlib import Path

NAVY, WHITE, RED = (0.0, 0.0, 0.4), (1.0, 1.0, 1.0), (0.8, 0.0, 0.0)


def test_a_title_has_its_own_and_keeps_it() -> None:
    one = cover_pattern("Pricing carbon", NAVY, WHITE, RED)
    assert one == cover_pattern("  Pricing  Carbon ", NAVY, WHITE, RED)
    assert one != cover_pattern("Pricing coal", NAVY, WHITE, RED)
    tiles = fromstring(one)
    fills = [tile.get("fill") or "" for tile in tiles]
    assert fills[0] == "#000066"
    assert 50 < len(fills) < 140
    assert {"#cc0000", "#1a1a75"} <= set(fills)


def test_the_colours_are_those_of_the_theme_and_of_the_brief() -> None:
    tokens = {"--brand": "var(--dark)", "--dark": "#123456", "--on-brand": "#fff", "--accent": "#c00"}
    plain, own = pattern_address("A", tokens), pattern_address("A", tokens, "#0c0")
    assert plain.startswith("data:image/svg+xml;base64,")
    assert plain != own


def test_it_stands_in_for_a_cover_and_is_decoration(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "Text.", cover_pattern=True)
    pdf, web = tmp_path / "brief.pdf", tmp_path / "brief.html"
    plain = job(brief)
    outputs = (Output(Purpose.SCREEN, pdf), Output(Purpose.WEB, web))
    outcome = set_brief(type(plain)(**{**vars(plain), "outputs": outputs}))
    assert outcome.problems == ()
    with pikepdf.open(pdf) as opened:
        tags = {str(each.get("/S")) for each in opened.objects if isinstance(each, pikepdf.Dictionary)}
        content = b"".join(page.Contents.read_bytes() for page in opened.pages)
    assert "/Figure" not in tags
    assert b"/Artifact" in content
    page = web.read_text("utf-8")
    assert 'class="cover-pattern"' in page
    assert 'src="data:image/svg+xml;base64,' in page


def test_a_picture_is_cropped_around_its_focus_on_the_web_too(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (400, 900), "navy").save(tmp_path / "cover.jpg")
    cover = {"image": "cover.jpg", "alt": "A dark sea", "focus": "40% 30%"}
    brief = write_brief(tmp_path, "Text.", cover=cover)
    web = tmp_path / "brief.html"
    plain = job(brief)
    outcome = set_brief(type(plain)(**{**vars(plain), "outputs": (Output(Purpose.WEB, web),)}))
    assert outcome.problems == ()
    assert ".cover img{object-position:40% 30%}" in web.read_text("utf-8")


@pytest.mark.parametrize(
    ("theme", "size", "is_left"),
    [("isdp", "a4", True), ("policy-note", "a5", False), ("report", "b5", False)],
)
def test_a_tall_cover_stands_at_the_outer_edge_and_leaves_the_title_its_room(
    tmp_path: Path, theme: str, size: str, is_left: bool
) -> None:
    from PIL import Image

    Image.new("RGB", (400, 500), "navy").save(tmp_path / "cover.jpg")
    cover = {"image": "cover.jpg", "alt": "A dark sea", "credit": "Photo: J. Doe", "shape": "portrait"}
    front = {"theme": theme, "page_size": size, "title": "What a Crossing in Winter Costs the Islands"}
    brief = write_brief(tmp_path, "Text.", cover=cover, abstract="Much.", **front)
    plain, web, book = job(brief), tmp_path / "brief.html", tmp_path / "brief.epub"
    outputs = (*plain.outputs, Output(Purpose.WEB, web), Output(Purpose.EPUB, book))
    outcome = set_brief(type(plain)(**{**vars(plain), "outputs": outputs}))
    assert outcome.problems == ()
    with Facts(brief.with_suffix(".pdf")) as facts:
        ((left, top, right, bottom),) = facts.pictures(0)
        wide = facts.size[0]
        title = [line for line in facts.on(0) if line.size > 18]
        credit = next(line for line in facts.on(0) if "Photo" in line.text)
    assert right - left < 0.6 * wide
    assert bottom - top > right - left
    assert (left < 0.2 * wide) is is_left
    assert title
    assert all(line.x >= right or line.right <= left or line.baseline < top for line in title)
    assert credit.baseline > (top + bottom) / 2
    assert 'class="cover portrait"' in web.read_text("utf-8")
    assert book.is_file()
