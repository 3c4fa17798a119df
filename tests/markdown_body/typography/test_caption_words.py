"""Captions and sources are known by their words in every language, and prose is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from many_languages import PAGES
from PIL import Image
from written import written

from issuebrief.l10n import languages, words
from issuebrief.markdown_body.typography.caption_words import FIGURES, SOURCES, TABLES, folded, numbered

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES = sorted(languages())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    Image.new("RGB", (40, 20), "navy").save(tmp_path / "a.png")
    return tmp_path


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_caption_typed_in_a_language_is_that_of_its_figure(lang: str, folder: Path) -> None:
    labels = words(lang)
    figure = labels.numbered(labels.figure, 1).replace("\u00a0", " ").capitalize()
    table = labels.numbered(labels.table, 1).capitalize()
    typed = f"![A](a.png)\n\n{figure}{labels.colon}Xy\n\n{table}: Zw\n\n| a | b |\n|---|---|\n| c | d |\n"
    found, problems = written(f"{typed}\n{labels.source}{labels.colon}Vu\n\nText.", lang, folder)
    assert problems == ()
    assert found.html.count("<figcaption") == 2
    assert (
        f'<span class="label">{labels.numbered(labels.figure, 1)}</span> <span class="caption">Xy<'
        in found.html
    )
    assert (
        f'<span class="label">{labels.numbered(labels.table, 1)}</span> <span class="caption">Zw<'
        in found.html
    )
    assert f'<p class="source">{labels.source}{labels.colon}Vu</p>' in found.html.replace("\u202f", "")


@pytest.mark.parametrize(
    "caption",
    [
        "图1：港口", "图 1 ：港口", "圖1　港口", "図１．港", "表1：港", "그림 1. 항구", "चित्र 1: घाट",
        "तालिका 2.1: घाट", "1-сурет. Порт", "1. ábra: Порт", "Նկար 1՝ Порт",
    ],
)  # fmt: skip
def test_captions_end_their_number_as_the_script_has_it(caption: str) -> None:
    match = numbered(caption, FIGURES | TABLES)
    assert match is not None
    assert caption[match.end() :] in ("港口", "港", "항구", "घाट", "Порт")


@pytest.mark.parametrize(
    "prose",
    [
        "图1和图2显示了港口。", "表1显示，港口很小。", "表示港口。", "図1のように港は小さい。",
        "그림 1은 항구를 보여 준다.",
        "चित्र 1 में घाट है।", "Слика 1 ја покажува луката.", "Hình 1 cho thấy cảng.",
        "Hình như cảng nhỏ.",
        "1-суретте порт көрсетілген.", "Gambar 1 menunjukkan pelabuhan.", "Tábla a falon.",
        "Sors sine nomine.",
        "Figura 1 tregon portin.", "Сл 2023. година", "Նկար 1 ցույց է տալիս։",
    ],
)  # fmt: skip
def test_prose_that_begins_with_a_label_is_no_caption(prose: str, folder: Path) -> None:
    assert numbered(prose, FIGURES | TABLES) is None
    found, problems = written(f"![A](a.png)\n\n{prose} Text.\n\nText.", folder=folder)
    assert problems == ()
    assert "<figcaption" not in found.html and prose[:8] in found.html.replace("\u00a0", " ")


def test_a_label_is_of_one_kind() -> None:
    assert not FIGURES & TABLES
    assert not (FIGURES | TABLES) & folded("|".join(SOURCES))


@pytest.mark.parametrize("lang", PAGES)
def test_no_text_of_a_page_is_taken_for_a_caption(lang: str) -> None:
    page = PAGES[lang]
    for text in (page.text, page.caption, page.note, page.title, page.date, page.authors):
        assert numbered(text, FIGURES | TABLES) is None
