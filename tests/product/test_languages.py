"""A page in each language, with the words that its readers know; and words of an institute's own."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from examples import further
from many_languages import AUTHORS, PAGES
from pdf_facts import Facts
from PIL import Image
from setting import job, set_text, write_brief
from web_pages import Page, made

from issuebrief.job import Output, Purpose
from issuebrief.l10n import languages
from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from pathlib import Path

WITHOUT_FACES = {"ar", "fa", "he", "hi", "hy", "ja", "ka", "ko", "zh", "zh-Hant"}
"""Languages whose letters the shipped fonts do not have."""
FIRST = {"ar", "de", "fr", "hu", "ja", "ka", "sr-Latn", "vi"}
"""One of each kind: the others are tried where all examples are."""
MISSING = {"fonts.no-glyph", "fonts.from-the-machine"}
FRONT: dict[str, Any] = {
    "date": datetime.date(2023, 10, 16),
    "authors": [{"name": name} for name in AUTHORS],
    "series": None,
    "publisher": {"name": "Institute for Ports", "place": "Oslo"},
}


def plain(text: str) -> str:
    """A text with single spaces of one width."""
    return " ".join(text.replace("\u202f", " ").split())


def tags(*, faces: bool) -> list[Any]:
    """The languages whose letters the shipped fonts have, or have not."""
    found = [lang for lang in PAGES if (lang not in WITHOUT_FACES) == faces]
    return [*sorted(FIRST.intersection(found)), *further(*(lang for lang in found if lang not in FIRST))]


def front_of(lang: str, folder: Path) -> dict[str, Any]:
    Image.new("RGB", (600, 300), (90, 120, 150)).save(folder / "a.png")
    return {**FRONT, "lang": lang, "title": PAGES[lang].title}


def test_there_is_a_page_in_each_language_with_labels() -> None:
    regions = {tag for tag in languages() if len(tag.partition("-")[2]) == 2}
    assert {lang.lower() for lang in PAGES} == languages() - regions


@pytest.mark.parametrize("lang", tags(faces=True))
def test_a_page_has_the_words_of_its_language(lang: str, tmp_path: Path) -> None:
    page = PAGES[lang]
    outcome, pdf = set_text(tmp_path, page.body, **front_of(lang, tmp_path))
    assert {each.code for each in outcome.problems} <= {"front-matter.language-without-hyphenation"}
    text = plain(Facts(pdf).text)
    for words in (page.label, page.date, page.authors, page.quoted):
        assert plain(words) in text


@pytest.mark.parametrize("lang", tags(faces=False))
def test_letters_that_no_font_has_are_told_and_the_web_page_has_its_words(lang: str, tmp_path: Path) -> None:
    page = PAGES[lang]
    front = front_of(lang, tmp_path)
    outcome, _ = set_text(tmp_path, page.body, **front)
    codes = {each.code for each in outcome.problems} - {"front-matter.language-without-hyphenation"}
    assert codes and codes <= MISSING
    assert all(
        "@font-face" in each.hint or "a theme with a face" in each.hint
        for each in outcome.problems
        if each.code in MISSING
    )
    web = Page(made(tmp_path / "brief.md")[0])
    text = plain(web.words(web.one("//body")))
    for words in (page.label, page.date, page.authors, page.quoted):
        assert plain(words) in text


def test_words_of_an_institute_are_in_every_deliverable(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text(
        "name: P\nlabels:\n  endnotes: Sources used\n  figure: Chart\n  cite: Cite as\n", "utf-8"
    )
    lang = "en"
    brief = write_brief(
        tmp_path,
        PAGES[lang].body,
        **{**front_of(lang, tmp_path), "publisher": None, "labels": {"figure": "Map"}},
    )
    screen = job(brief)
    press = Output(Purpose.PRESS, tmp_path / "brief-press.pdf")
    web = Output(Purpose.WEB, tmp_path / "brief.html")
    outcome = set_brief(replace(screen, outputs=(*screen.outputs, press, web)))
    assert len(outcome.written) == 3, outcome.problems
    text = Facts(tmp_path / "brief.pdf").text
    assert all(words in text for words in ("Sources used", "Map 1", "Cite as"))
    content = Page(web.path.read_bytes())
    assert all(
        words in content.words(content.one("//body")) for words in ("Sources used", "Map 1", "Cite as")
    )
    assert len(Facts(press.path)) == outcome.pages
