"""Briefs from right to left: pages mirrored, lines in order, words read as they were typed."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import normalize

import pymupdf
import pytest
from pdf_facts import MM, Facts
from PIL import Image
from right_to_left import facts_in, row, theme
from setting import job, set_text, write_brief
from validators import A_2A, UA_1, claims, page_validation

from issuebrief.job import Output, Purpose
from issuebrief.l10n import long_date, words
from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from pathlib import Path


HEBREW = (
    "הספינה יוצאת בשעה שש, והנמל עדיין חשוך. איש על הרציף אינו מדבר, כי הכול סוכם בערב הקודם. "
    "ההפלגה נמשכת ארבע שעות במזג אוויר נאה ושמונה שעות בסערה, והצוות סופר את הנוסעים פעמיים."
)
ARABIC = (
    "تغادر السفينة في الساعة السادسة والميناء لا يزال مظلما. لا أحد على الرصيف يتكلم، فقد اتفق الجميع على كل "
    "شيء في المساء السابق. تستغرق الرحلة أربع ساعات في الطقس الجيد، ويعد الطاقم الركاب مرتين."
)
TEXTS = {"he": HEBREW, "ar": ARABIC}
TITLES = {"he": "הספינה והנמל", "ar": "السفينة والميناء"}
WIDTHS = {"isdp": (14, 37), "policy-note": (20, 48)}
"""The margin, and the width of the sidebar, in mm."""
LANGUAGES = pytest.mark.parametrize("lang", ["he", "ar"])


def right_edges(facts: Facts, size: float, page: int = 0) -> list[float]:
    """Where the ink of all letters of a size ends, line by line."""
    ends: dict[float, float] = {}
    for line in facts.on(page):
        if abs(line.size - size) < 0.05:
            at = round(line.baseline)
            ends[at] = max(ends.get(at, 0.0), line.right)
    return list(ends.values())


@LANGUAGES
def test_a_page_is_mirrored(lang: str, tmp_path: Path) -> None:
    body = "\n\n".join(
        ["[" + TEXTS[lang].partition(".")[0] + ".]{.pull-quote}" + TEXTS[lang], *[TEXTS[lang]] * 5]
    )
    facts = facts_in(tmp_path, lang, body, title=TITLES[lang])
    width = facts.size[0]
    margin, sidebar = (each * MM for each in WIDTHS["isdp"])
    title = max(facts.on(0), key=lambda line: line.size)
    assert title.right == pytest.approx(width - margin, abs=3)
    quote = [line for line in facts.on(0) if 13 < line.size < 14]
    assert quote and min(line.left for line in quote) > width - margin - sidebar - 1
    text = [line for line in facts.on(0) if abs(line.size - 9.3) < 0.05]
    first, last = text[0], text[-1]
    assert first.right > last.right + 60 * MM, "the first column is on the right"
    folio = max((line for line in facts.on(0) if line.text == "1"), key=lambda line: line.baseline)
    assert folio.left == pytest.approx(margin, abs=1)


@LANGUAGES
def test_paragraphs_are_justified_between_both_edges(lang: str, tmp_path: Path) -> None:
    facts = facts_in(
        tmp_path, lang, "\n\n".join([TEXTS[lang]] * 4), "policy-note", ":root { --text-align: justify }"
    )
    edges = right_edges(facts, 10.2)
    assert len(edges) > 8
    right = facts.size[0] - WIDTHS["policy-note"][0] * MM
    assert max(edges) == pytest.approx(right, abs=2)
    assert sum(abs(edge - right) < 2 for edge in edges) >= len(edges) - 1


@LANGUAGES
def test_words_are_read_in_their_order(lang: str, tmp_path: Path) -> None:
    facts = facts_in(tmp_path, lang, TEXTS[lang], "policy-note", title=TITLES[lang])
    with pymupdf.open(facts.path) as document:
        for read in (facts.copied(0), document[0].get_text()):
            said = iter(re.split(r"[\W_]+", normalize("NFKC", read)))
            assert [word for word in re.findall(r"\w+", TEXTS[lang]) if word not in said] == []


def test_the_file_says_which_way_its_pages_run(tmp_path: Path) -> None:
    facts = facts_in(tmp_path, "he", HEBREW)
    with pymupdf.open(facts.path) as document:
        assert document.xref_get_key(document.pdf_catalog(), "ViewerPreferences/Direction") == (
            "name",
            "/R2L",
        )


def test_a_latin_name_a_number_and_a_mark_stand_in_their_places(tmp_path: Path) -> None:
    body = "כתב אל *World Bank* ואל NATO.[^a] בשנת 2019 נענה.\n\n[^a]: ראו *World Bank*."
    seen = row(facts_in(tmp_path, "he", body, "policy-note"), "2019")
    order = [seen.index(word) for word in ("2019", "NATO", "WorldBank")]
    assert order == sorted(order), "from the left: the year, the second name, the first one"
    assert seen[seen.index("NATO") - 2 : seen.index("NATO")] == "1.", "the full stop, and behind it the mark"


NUMBERED = """{text}[^a]

1. {first}
2. {second}

    1. {first}

(1) {first}

| 1 | 2 |
|---|---|
| 3 | 4 |
{{#t caption="{first}"}}

[](#t){text}[^a]

::: {{.note .numbered title="{second}"}}
{first}
:::

[^a]: {text}"""
"""A brief in which the program numbers all that it can."""


@pytest.mark.parametrize(
    ("lang", "digits", "style"), [("ar-EG", "١٢", "arabic-indic"), ("fa", "۱۲", "persian")]
)
def test_all_that_is_numbered_has_the_digits_of_the_region(
    lang: str, digits: str, style: str, tmp_path: Path
) -> None:
    name, day = theme(tmp_path, lang[:2]), datetime.date(2023, 10, 16)
    body = NUMBERED.format(text=ARABIC, first="تغادر السفينة", second="والميناء لا يزال")
    title = {"title": TITLES["ar"], "keywords": [TITLES["ar"]], "supersedes": TITLES["ar"]}
    front = {"number": "7", "date": day, "reviewers": [{"name": "Ida"}], **title}
    brief = write_brief(tmp_path, body, lang=lang, theme=name, **front)
    page = Output(Purpose.WEB, tmp_path / "page.html")
    printed = job(brief)
    outcome = set_brief(replace(printed, outputs=(*printed.outputs, page)))
    assert outcome.problems == ()
    facts, labels = Facts(tmp_path / "brief.pdf"), words(lang)
    one, two = digits[0], digits[1]
    assert max(facts.on(0), key=lambda line: line.baseline).text == one, "the folio"
    assert facts.text.count(one) >= 10 and two in facts.text and "7" in facts.text
    html = page.path.read_text("utf-8")
    assert long_date(day, labels) in html and f"list-style-type:{style}" in html
    for numbered in (labels.table, labels.boxes[0], labels.note):
        assert labels.numbered(numbered, one) in html
    assert f">\u2060{one}</a>" in html


def test_a_note_in_another_language_ends_with_its_full_stop(tmp_path: Path) -> None:
    body = HEBREW + "[^a]\n\n[^a]: World Bank, Paris, 2019, 34."
    seen = row(facts_in(tmp_path, "he", body), "World")
    assert seen.endswith("WorldBank,Paris,2019,34.1"), "the number is on the right"


def test_a_word_that_a_theme_hides_is_told(tmp_path: Path) -> None:
    name = theme(tmp_path, "he", css="em { display: none }")
    outcome, _ = set_text(tmp_path, "הספינה *יוצאת* בשעה שש.", lang="he", theme=name)
    assert "text.lost" in {each.code for each in outcome.problems}


def test_letters_that_the_face_lacks_are_told(tmp_path: Path) -> None:
    outcome, _ = set_text(tmp_path, HEBREW, lang="he")
    assert {each.code for each in outcome.problems} & {"fonts.no-glyph", "fonts.from-the-machine"}


def test_hebrew_words_are_set_in_the_lines_of_an_english_brief(tmp_path: Path) -> None:
    name = theme(tmp_path, "he", css=':root { --serif: "Source Serif 4", Letters, serif }')
    outcome, pdf = set_text(tmp_path, "He wrote שלום *לכולם* and left. " * 12, theme=name)
    assert {each.code for each in outcome.problems} == {"fonts.no-cut"}
    assert "Hewroteםלוכלםולשandleft" in row(Facts(pdf), "He wrote")


@LANGUAGES
def test_the_web_page_runs_from_right_to_left(lang: str, tmp_path: Path) -> None:
    name = theme(tmp_path, lang)
    brief = write_brief(tmp_path, TEXTS[lang] + "[^a]\n\n[^a]: World Bank, 34.", lang=lang, theme=name)
    page = tmp_path / "page.html"
    outcome = set_brief(replace(job(brief), outputs=(Output(Purpose.WEB, page),)))
    assert outcome.problems == ()
    html = page.read_text("utf-8")
    assert f'<html lang="{lang}" dir="rtl"' in html
    assert "float: right" in html
    assert 'dir="ltr"' in html


def test_pictures_across_the_page_and_boxes_of_authors_stay_on_it(tmp_path: Path) -> None:
    Image.new("RGB", (900, 300), "#00f").save(tmp_path / "a.png")
    spans = ("wide", "full", "bleed", "turned")
    body = "\n\n".join(f'{HEBREW}\n\n![גלים]({"a.png"} "גלים {span}"){{.{span}}}' for span in spans)
    authors = [{"name": f"דנה {number}", "bio": HEBREW[:40]} for number in range(4)]
    facts = facts_in(tmp_path, "he", body, authors=authors)
    width = facts.size[0]
    margin, text = WIDTHS["isdp"][0] * MM, 138 * MM
    edges = [sorted(picture[::2]) for page in range(len(facts)) for picture in facts.pictures(page)]
    wide, full, bleed = edges[:3]
    assert wide == pytest.approx([margin, margin + text], abs=1)
    assert full == pytest.approx([margin, width - margin], abs=1)
    assert bleed == pytest.approx([0, width], abs=1)
    assert len(edges) == 4


@pytest.mark.parametrize("side", ["outer", "inner"])
def test_facing_pages_begin_on_the_left_and_mirror_each_other(side: str, tmp_path: Path) -> None:
    body = "\n\n".join([f"[{HEBREW[:54]}]{{.pull-quote}} {HEBREW}", *[HEBREW] * 30])
    facts = facts_in(tmp_path, "he", body, css=f":root {{ --sidebar-side: {side}; --binding: 4mm }}")
    width = facts.size[0]
    quote = [line for line in facts.on(0) if 13 < line.size < 14]
    is_left = max(line.right for line in quote) < width / 2
    assert is_left == (side == "outer"), "the first page is a left one"
    text = [line for line in facts.on(1) if abs(line.size - 9.3) < 0.05]
    assert (max(line.right for line in text) < width * 0.8) == (side == "outer")


@LANGUAGES
def test_the_file_keeps_the_standards_that_it_claims(lang: str, tmp_path: Path) -> None:
    body = TEXTS[lang] + "[^a] *World Bank*\n\n- " + TEXTS[lang] + "\n\n[^a]: World Bank, 34."
    facts = facts_in(tmp_path, lang, body, title=TITLES[lang])
    assert claims(facts.path) == {"PDF/UA-1", "PDF/A-2a"}
    assert page_validation(facts.path, UA_1) == []
    assert page_validation(facts.path, A_2A) == []


@LANGUAGES
def test_the_press_file_has_all_its_words(lang: str, tmp_path: Path) -> None:
    brief = write_brief(
        tmp_path, f"{TEXTS[lang]} 2019, World Bank 15%.", lang=lang, theme=theme(tmp_path, lang)
    )
    outcome = set_brief(replace(job(brief), outputs=(Output(Purpose.PRESS, tmp_path / "press.pdf"),)))
    assert outcome.written and outcome.problems == ()


def test_words_of_charts_run_to_the_left_and_their_names_stand_on_the_right(tmp_path: Path) -> None:
    chart = "```chart\ntype: bar\ndata: |\n  n,v\n  רציפים,3\n  מפרש (2024),2\nalt: שני מוטות\n```"
    facts = facts_in(tmp_path, "he", f"{HEBREW}\n\n{chart}")
    year = next(each for each in facts.on(0) if each.text == "2024" and each.baseline > 150)
    level = [each for each in facts.on(0) if abs(each.baseline - year.baseline) < 1 and each.text]
    assert [each.text for each in level] == ["מ", "פ", "ר", "ש", ")", "2024", "(", "2"]
    lefts = [each.left for each in level]
    assert lefts == sorted(lefts, reverse=True)
