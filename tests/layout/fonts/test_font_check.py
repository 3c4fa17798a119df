"""Which faces pages are drawn with, and what they lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import ROOT, job, set_text, write_brief
from weasyprint.pdf.fonts import Font

from issuebrief.diagnostics.model import Diagnostic, Severity
from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.layout.fonts.font_check import watched_faces
from issuebrief.layout.fonts.noto_families import noto_family
from issuebrief.pdf.screen import draw
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

SERIF = ROOT / "styles" / "fonts" / "source-serif" / "SourceSerif4-Regular.otf"
OWN = f'@font-face {{ font-family: "Own"; src: url({SERIF.as_uri()}) }} html {{ font-family: "Own" }}'


def problems_of(folder: Path, text: str, css: str = OWN, html: str = "") -> tuple[Diagnostic, ...]:
    manuscript, _ = read(job(write_brief(folder, text)))
    assert manuscript
    sheet = folder / "own.css"
    sheet.write_text(css)
    pages, problems = lay_out(
        LayoutInput(
            f'<html lang="en"><title>T</title><p>{html or text}',
            manuscript.source.path,
            (sheet,),
            (folder, SERIF.parent),
        )
    )
    assert pages and not problems
    # The page holds no front matter, which is told too.
    return tuple(problem for problem in draw(pages, manuscript)[1] if problem.code != "text.left-out")


def test_a_face_from_the_style_sheet_is_no_problem(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "Plain words, “quoted” – and more: ½ é ß.") == ()


def test_a_face_that_the_style_sheet_names_but_does_not_bring_is_warned_of(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "Words.", 'html { font-family: "DejaVu Sans", serif }')
    assert (problem.severity, problem.code) == (Severity.WARNING, "fonts.from-the-machine")
    assert ". W d o r s" in problem.message
    assert "@font-face" in problem.hint


def test_many_letters_are_told_in_part(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "abcdefghijklmnop", "html { font-family: serif }")
    assert "a b c d e f g h i j k l …" in problem.message


def test_a_private_character_is_an_error_at_its_first_place(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "First line.\n\nA \ue123 and a \ue123.")
    (problem,) = [problem for problem in found if problem.code == "fonts.no-glyph"]
    assert problem.severity is Severity.ERROR
    assert "U+E123" in problem.message
    assert problem.place and (problem.place.line, problem.place.column) == (10, 3)
    assert problem.excerpt == "A \ue123 and a \ue123."


def test_a_character_with_a_name_is_told_by_it(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "\U0001f9ec")
    assert found, "an emblem that Source Serif lacks was drawn without a word"
    if found[0].code == "fonts.no-glyph":
        assert found[0].message == "no font has the character \U0001f9ec (U+1F9EC, dna double helix)"


def test_a_character_that_the_brief_does_not_have_is_told_without_a_line(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "Text.", html="Text \ue123.")
    (problem,) = [problem for problem in found if problem.code == "fonts.no-glyph"]
    assert problem.place and problem.place.line == 0
    assert problem.excerpt == ""


def test_the_engine_is_left_as_it_was_even_after_a_fault(tmp_path: Path) -> None:
    pages, _ = lay_out(LayoutInput("<html lang=en><p>x", write_brief(tmp_path, "Text."), (), (tmp_path,)))
    assert pages
    before = Font.clean
    with pytest.raises(RuntimeError), watched_faces(pages):
        raise RuntimeError
    assert Font.clean is before


def test_many_letters_of_a_script_are_told_at_once(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "First.\n\nThe words \U00012000\U00012002\U00012001\U00012004 and \ue123.")
    lacking = [problem for problem in found if problem.code == "fonts.no-glyph"]
    assert [problem.message[:50] for problem in lacking if problem.place and problem.place.column == 11] == [
        "no font has 4 characters of a script (Cuneiform): "
    ]
    assert len(lacking) == 2


@pytest.mark.parametrize(
    ("script", "lang", "family"),
    [
        ("CJK", "zh", "Noto Serif SC"),
        ("CJK", "zh-TW", "Noto Serif TC"),
        ("CJK", "ja", "Noto Serif JP"),
        ("CJK", "en", "Noto Serif SC"),
        ("HANGUL", "ko", "Noto Serif KR"),
        ("GEORGIAN", "en", "Noto Serif Georgian"),
        ("ARABIC", "fa", "Noto Naskh Arabic"),
        ("CUNEIFORM", "en", ""),
        ("", "en", ""),
    ],
)
def test_a_free_family_is_known_for_each_script(script: str, lang: str, family: str) -> None:
    assert noto_family(script, lang) == family


def test_letters_of_the_programs_own_words_are_told_at_the_language(tmp_path: Path) -> None:
    outcome, _ = set_text(tmp_path, "Text.[^1]\n\n[^1]: Note.", lang="ja", series="S")
    (problem,) = [each for each in outcome.problems if each.code == "fonts.no-glyph"]
    assert problem.message.startswith("no font has 14 characters of a script (CJK): 、 。 『 』 年")
    assert problem.excerpt == "lang: ja"
    assert "or give other words under labels:" in problem.hint
    where = "download it from Google Fonts, or with npm pack @fontsource/noto-serif-jp"
    how = "put the file into styles/fonts/ with issuebrief fonts add FILE"
    name = 'and name "Noto Serif JP" in the theme\'s --serif'
    assert problem.hint.endswith(f"\nNoto Serif JP has such letters: {where}; {how}, {name}")


def test_a_face_of_the_machine_is_told_where_its_text_stands(tmp_path: Path) -> None:
    css = OWN + 'b { font-family: "DejaVu Sans", serif }'
    found = problems_of(tmp_path, "A c.\n\nNow **c b**", css, html="A c.<p>Now <b>c b</b>")
    (problem,) = [problem for problem in found if problem.code == "fonts.from-the-machine"]
    assert problem.place and problem.excerpt == "Now **c b**"
