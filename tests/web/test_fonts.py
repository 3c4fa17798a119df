"""Faces of a web page: which, with which letters."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont
from setting import ROOT, write_brief
from small_fonts import growing_font, heights_of, packed, small_font, written
from web_pages import page_of

from issuebrief.job import Job, Output, Purpose
from issuebrief.layout.fonts.glyph_usage import GlyphUsage
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path
from issuebrief.theming.font_faces import FaceQuery
from issuebrief.theming.style_sheets import read_rules
from issuebrief.web.fonts import Share, WebFace, cut_down, face_rules, faces_of, match, share_out

if TYPE_CHECKING:
    from pathlib import Path

FACES = faces_of(read_rules([ROOT / "styles/fonts.css"]).found)
SERIF = "Source Serif 4"


def cut(*families: str, slope: str = "normal", weight: int = 400) -> FaceQuery:
    return FaceQuery(families or (SERIF,), slope, weight)


def chosen(*families: str, **how: object) -> str:
    shares, _ = share_out({cut(*families, **how): GlyphUsage({"a"})}, FACES)  # type: ignore[arg-type]
    (face,) = shares
    return face.path.stem


def font(face: WebFace, characters: str, superior: str = "") -> TTFont:
    return TTFont(BytesIO(cut_down(face, Share(set(characters), set(superior)))))


def face_named(stem: str) -> WebFace:
    return next(face for face in FACES if face.path.stem == stem)


def test_every_face_of_the_style_sheets_is_found() -> None:
    assert {face.path for face in FACES} == set(ROOT.glob("styles/fonts/*/*.otf"))
    face = face_named("SourceSerif4-SemiboldIt").face
    assert (face.family, face.slope, face.weights) == (SERIF, "italic", (600, 600))


def test_a_face_is_named_in_any_of_the_ways_of_css(tmp_path: Path) -> None:
    (tmp_path / "a.otf").write_bytes(b"")
    sheet = tmp_path / "faces.css"
    sheet.write_text(
        "/* @font-face */ p { color: red }\n"
        '@font-face { font-family: Our Face; src: local("Our"), url("a.otf") format("opentype"); '
        "font-weight: bold; font-style: oblique }\n"
        "@font-face { font-family: Gone; src: url(gone.otf) }\n"
        "@font-face { font-family: Far; src: url(https://example.org/far.woff2) }"
    )
    found, gone = faces_of(read_rules([sheet]).found)
    assert (gone.face.family, gone.content, gone.fault) == ("Gone", b"", "there is no such file")
    assert (found.face.family, found.face.slope, found.face.weights) == ("Our Face", "italic", (700, 700))
    assert found.path == tmp_path / "a.otf"


@pytest.mark.parametrize(
    ("how", "stem"),
    [
        ({}, "SourceSerif4-Regular"),
        ({"slope": "italic"}, "SourceSerif4-It"),
        ({"slope": "oblique"}, "SourceSerif4-It"),
        ({"weight": 700}, "SourceSerif4-Semibold"),
        ({"weight": 500}, "SourceSerif4-Regular"),
        ({"weight": 550}, "SourceSerif4-Semibold"),
        ({"weight": 700, "slope": "italic"}, "SourceSerif4-SemiboldIt"),
    ],
)
def test_a_cut_is_set_in_the_nearest_face_of_its_family(how: dict[str, object], stem: str) -> None:
    assert chosen(**how) == stem


def test_the_first_family_that_has_a_face_is_taken() -> None:
    assert chosen("Nowhere", "source sans 3", SERIF) == "SourceSans3-Regular"
    assert list(match(cut("Nowhere"), "Nowhere", FACES)) == []


def test_a_letter_that_the_first_family_lacks_is_taken_from_the_next() -> None:
    bare = WebFace(replace(FACES[0].face, family="Bare"), FACES[0].path)
    bare.__dict__["characters"] = frozenset("a")
    text = face_named("SourceSerif4-Regular")
    shares, missing = share_out({cut("Bare", SERIF): GlyphUsage({"a", "z"})}, (bare, text))
    assert {face: share.characters for face, share in shares.items()} == {bare: {"a"}, text: {"z"}}
    assert missing == set()


def test_what_no_face_has_is_told_but_for_what_has_no_shape() -> None:
    _, missing = share_out({cut(): GlyphUsage({"a", "\u6708", "\u200b", "\u2060", "\u00ad"})}, FACES)
    assert missing == {"\u6708"}


def test_a_font_is_cut_down_to_its_letters_and_keeps_kerning_ligatures_and_figures() -> None:
    small = font(face_named("SourceSerif4-Regular"), "AVfi12")
    assert {chr(code) for code in small.getBestCmap()} == set("AVfi12")
    features = {record.FeatureTag for record in small["GSUB"].table.FeatureList.FeatureRecord}
    assert {"liga", "onum", "tnum"} <= features
    assert not {"sups", "smcp", "ss01"} & features
    assert "f_i" in small.getGlyphOrder() or len(small.getGlyphOrder()) > 10
    assert {record.FeatureTag for record in small["GPOS"].table.FeatureList.FeatureRecord} >= {"kern"}


def test_superiors_come_for_the_characters_that_need_them_and_no_others() -> None:
    face = face_named("SourceSerif4-Regular")
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    plain, marked, every = (font(face, letters, superior) for superior in ("", "0123456789", letters))
    assert len(plain.getGlyphOrder()) + 10 == len(marked.getGlyphOrder()) < len(every.getGlyphOrder())
    assert "sups" in {record.FeatureTag for record in marked["GSUB"].table.FeatureList.FeatureRecord}


def test_a_font_that_was_cut_keeps_its_licence_and_gives_up_its_reserved_name() -> None:
    names = {
        record.nameID: record.toUnicode()
        for record in font(face_named("SourceSans3-Regular"), "a")["name"].names
    }
    assert set(names) <= {0, 13, 14}
    assert "SIL Open Font License" in names[13]


def test_the_rules_carry_their_fonts_and_are_the_same_every_time() -> None:
    shares = {face_named("SourceSans3-Semibold"): Share(set("abc"))}
    rule = face_rules(shares)
    assert re.fullmatch(
        r'@font-face\{font-family:"Source Sans 3";font-style:normal;font-weight:600;font-display:block;'
        r'src:url\(data:font/woff2;base64,[\w+/=]+\) format\("woff2"\)\}',
        rule,
    )
    assert rule == face_rules(shares)


def test_a_page_carries_only_faces_that_it_sets_something_in(tmp_path: Path) -> None:
    plain = page_of(tmp_path / "a", "A plain text.").style.count("@font-face")
    varied = page_of(tmp_path / "b", "A text that is ***loud and leaning***.").style.count("@font-face")
    assert plain + 1 == varied <= 8


def faces_in_page(folder: Path, css: str, body: str) -> list[tuple[str, TTFont]]:
    """What each face of a page's own families says of itself, and its font."""
    themes = folder / "styles/themes"
    themes.mkdir(parents=True)
    (themes / "own.css").write_text(css, "utf-8")
    brief = write_brief(folder / "brief", body, theme="own")
    target = Output(Purpose.WEB, brief.with_suffix(".html"))
    assert set_brief(Job(brief, (target,), search_path(folder))).problems == ()
    rules = re.findall(r'@font-face\{font-family:"Own";([^}]*)\}', target.path.read_text("utf-8"))
    return [
        (
            re.sub(r"font-display.*?(?=unicode|$)", "", rule),
            TTFont(BytesIO(base64.b64decode(re.search(r"base64,([^)]+)", rule)[1]))),  # type: ignore[index]
        )
        for rule in rules
    ]


def test_files_that_share_out_a_face_each_have_their_characters_on_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "styles/fonts"
    written(folder, "latin.woff2", packed(small_font(heights_of("abc. ")), "woff2"))
    written(folder, "more.woff", packed(small_font(heights_of("\u0113\u0144")), "woff"))
    css = (
        "@font-face { font-family: Own; src: url(../fonts/more.woff); unicode-range: U+100-17F }"
        "@font-face { font-family: Own; src: url(../fonts/latin.woff2); unicode-range: U+0-FF }"
        ":root { --text-face: Own, var(--serif) }"
    )
    found = dict(faces_in_page(tmp_path, css, "abc \u0113\u0144."))
    assert {rule: "".join(map(chr, sorted(font.getBestCmap()))) for rule, font in found.items()} == {
        "font-style:normal;font-weight:400;unicode-range:U+113,U+144": "\u0113\u0144",
        "font-style:normal;font-weight:400;unicode-range:U+20,U+2E,U+61-63": " .abc",
    }


def test_a_variable_font_keeps_its_weights_on_the_page(tmp_path: Path) -> None:
    written(tmp_path / "styles/fonts", "own.ttf", growing_font(heights_of("ab. ")))
    css = (
        "@font-face { font-family: Own; src: url(../fonts/own.ttf); font-weight: 200 800; font-stretch: 75% }"
        ":root { --text-face: Own, var(--serif) }"
    )
    ((rule, font),) = faces_in_page(tmp_path, css, "a **b**.")
    assert rule == "font-style:normal;font-weight:200 800;font-stretch:75%;"
    assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [
        ("wght", 200, 800)
    ]


@pytest.mark.parametrize(("content", "words"), [(None, "there is no such file"), (b"wOF2", "it is damaged")])
def test_a_face_that_the_page_asks_for_and_cannot_have_is_told(
    tmp_path: Path, content: bytes | None, words: str
) -> None:
    if content is not None:
        written(tmp_path / "styles/fonts", "own.woff2", content)
    rule = "@font-face { font-family: Own; src: url(../fonts/own.woff2) }"
    css = f"{rule} :root {{ --text-face: Own, var(--serif) }}"
    theme = written(tmp_path, "styles/themes/own.css", css.encode())
    brief = write_brief(tmp_path / "brief", "Text.", theme="own")
    outcome = set_brief(Job(brief, (Output(Purpose.WEB, brief.with_suffix(".html")),), search_path(tmp_path)))
    (problem,) = outcome.problems
    assert (problem.code, problem.place and problem.place.path) == ("fonts.not-loaded", theme)
    assert f"own.woff2: {words}" in problem.message
