"""An institute's colours and faces lie over every theme, and below what a brief says itself."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from pdf_facts import Facts
from press_facts import Box, PressFacts
from setting import job, told, write_brief
from small_fonts import heights_of, small_font

from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.read import read
from issuebrief.srgb import contrast
from issuebrief.theming.legibility import colour_of
from issuebrief.theming.theme_inks import theme_inks, theme_small_inks, theme_spots

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.theming.theme import Theme

THEMES = ("isdp", "policy-note", "report")
COLOURS = """\
colors:
  brand:
    screen: "#0b5c6b"
    cmyk: 90 30 40 30
  accent: "#8f3f12"
  on_brand_quiet: "#cfe3e6"
"""


def institute(folder: Path, says: str, theme: str = "isdp", **front: Any) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "publisher.yaml").write_text(f"name: Tides\n{says}")
    return write_brief(folder / "ebb", "Text with `code`.\n\n## A heading\n\nMore.", theme=theme, **front)


def branded(
    folder: Path, says: str, theme: str = "isdp", **front: Any
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    manuscript, problems = read(job(institute(folder, says, theme, **front), folder))
    assert manuscript, problems
    return manuscript.theme, problems


@pytest.mark.parametrize("theme", THEMES)
def test_colours_are_those_of_the_institute_on_paper_and_on_the_web(tmp_path: Path, theme: str) -> None:
    brief = institute(tmp_path, COLOURS, theme)
    page = brief.with_suffix(".html")
    plain = job(brief, tmp_path)
    outcome = set_brief(replace(plain, outputs=(*plain.outputs, Output(Purpose.WEB, page))))
    assert outcome.problems == ()
    facts = Facts(brief.with_suffix(".pdf"))
    colours = {colour for count, colour in facts.coloured(0, 2).getcolors(1 << 20) if count > 40}
    assert {(11, 92, 107), (143, 63, 18)} <= colours
    root = page.read_text("utf-8").partition(":root{")[2].partition("}")[0]
    tokens = dict(re.findall(r"(--[\w-]+):([^;]+)", root))
    assert (tokens["--brand"], tokens["--accent"]) == ("#0b5c6b", "#8f3f12")


def test_a_briefs_own_accent_lies_above_the_institutes(tmp_path: Path) -> None:
    brief = institute(tmp_path, COLOURS, accent="#5a2a82")
    page = brief.with_suffix(".html")
    plain = job(brief, tmp_path)
    set_brief(replace(plain, outputs=(*plain.outputs, Output(Purpose.WEB, page))))
    facts = Facts(brief.with_suffix(".pdf"))
    colours = {colour for _, colour in facts.coloured(0, 2).getcolors(1 << 20)}
    assert (90, 42, 130) in colours
    assert (143, 63, 18) not in colours
    assert "--accent:#5a2a82" in page.read_text("utf-8")


def test_a_brief_changes_single_colours_and_faces(tmp_path: Path) -> None:
    says = COLOURS + "faces: {text: Source Sans 3, title: Source Sans 3}\n"
    own = {"colors": {"accent": "#224488"}, "faces": {"title": "Source Code Pro"}}
    theme, problems = branded(tmp_path, says, publisher=own)
    assert problems == ()
    assert (theme.tokens["--brand"], theme.tokens["--accent"]) == ("#0b5c6b", "#224488")
    assert theme.tokens["--text-face"] == '"Source Sans 3", var(--serif)'
    assert theme.tokens["--title-face"] == '"Source Code Pro", var(--serif)'
    sheets = {setting.token: setting.sheet.name for setting in theme.own}
    assert (sheets["--brand"], sheets["--accent"]) == ("publisher.yaml", "brief.md")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("brand", ["#ffd166", "#808080", "#0b5c6b", "#ffffff", "#000000"])
def test_what_stands_on_the_house_colour_can_be_read(tmp_path: Path, theme: str, brand: str) -> None:
    found, _ = branded(tmp_path, f'colors: {{brand: "{brand}"}}\n', theme)
    ground = colour_of("--brand", found.tokens)
    assert ground
    for token in ("--on-brand", "--on-brand-quiet"):
        colour = colour_of(token, found.tokens)
        assert colour
        assert contrast(colour, ground) >= 4.49


def test_letters_on_the_house_colour_that_the_institute_gives_are_left_as_they_are(tmp_path: Path) -> None:
    found, _ = branded(tmp_path, 'colors: {brand: "#ffd166", on_brand: "#eeeeee"}\n')
    assert found.tokens["--on-brand"] == "#eeeeee"


def test_too_little_contrast_is_told_as_that_of_a_theme(tmp_path: Path) -> None:
    outcome = set_brief(job(institute(tmp_path, 'colors: {accent: "#ffd166"}\n'), tmp_path))
    assert {problem.code for problem in outcome.problems} == {"contrast.low"}


def test_inks_are_those_that_the_institute_gives_or_else_converted(tmp_path: Path) -> None:
    theme, _ = branded(tmp_path, COLOURS)
    inks, problems = theme_inks(theme, 3.0)
    assert problems == ()
    assert inks[11, 92, 107] == (0.9, 0.3, 0.4, 0.3)
    assert (143, 63, 18) not in inks
    assert (194, 53, 43) not in inks  # the theme's accent, which has gone


def test_an_institute_prints_in_its_spot_ink_and_tints_of_it(tmp_path: Path) -> None:
    says = """\
colors:
  brand: {screen: "#0b5c6b", cmyk: 90 30 40 30, small_cmyk: 60 0 0 60, spot: PANTONE 3165 C}
  tint: {screen: "#e7eff0", spot: PANTONE 3165 C 10%}
"""
    theme, problems = branded(tmp_path, says)
    assert problems == ()
    inks, told_of = theme_spots(theme)
    assert told_of == ()
    assert inks[11, 92, 107] == ("PANTONE 3165 C", 1.0, (0.9, 0.3, 0.4, 0.3))
    assert inks[231, 239, 240][:2] == ("PANTONE 3165 C", 0.1)
    assert theme_small_inks(theme)[11, 92, 107] == (0.6, 0, 0, 0.6)


def test_a_spot_ink_that_nothing_stands_in_for_is_told_at_its_line(tmp_path: Path) -> None:
    theme, _ = branded(tmp_path, 'colors: {brand: {screen: "#0b5c6b", spot: PANTONE 3165 C}}\n')
    assert told(theme_spots(theme)[1]) == ["publisher.yaml:2 theme.spot"]


def test_too_much_ink_is_told_at_its_line(tmp_path: Path) -> None:
    theme, _ = branded(tmp_path, 'colors: {brand: {screen: "#0b5c6b", cmyk: 100 90 90 90}}\n')
    _, problems = theme_inks(theme, 3.0)
    assert told(problems) == ["publisher.yaml:2 theme.too-much-ink"]


def test_the_masthead_is_printed_in_the_institutes_inks(tmp_path: Path) -> None:
    brief = institute(tmp_path, COLOURS)
    press = tmp_path / "ebb-press.pdf"
    outcome = set_brief(replace(job(brief, tmp_path), outputs=(Output(Purpose.PRESS, press),)))
    assert {problem.code for problem in outcome.problems} <= {"press.small-colour"}
    with PressFacts(press) as facts:
        page = facts.box(0, "TrimBox")
        band = Box(page.left + 250, page.top - 30, page.left + 300, page.top - 20)
        assert facts.ink(0, band) == pytest.approx((0.9, 0.3, 0.4, 0.3), abs=0.02)


def test_a_family_sets_all_sizes_of_its_kind(tmp_path: Path) -> None:
    brief = institute(tmp_path, "faces: {serif: source sans 3, mono: Source Serif 4}\n")
    outcome = set_brief(job(brief, tmp_path))
    assert outcome.problems == ()
    names = {face.name.partition("+")[2] for face in Facts(brief.with_suffix(".pdf")).faces}
    assert not any("Display" in name or "Code" in name for name in names)
    assert any("Sans" in name for name in names)


def test_the_shipped_serif_keeps_its_sizes(tmp_path: Path) -> None:
    theme, _ = branded(tmp_path, "faces: {serif: Source Serif 4}\n")
    assert theme.tokens["--serif-display"].startswith('"Source Serif 4 Display"')


def test_a_family_that_lies_in_the_folder_of_fonts_needs_no_style_sheet(tmp_path: Path) -> None:
    fonts = tmp_path / "styles/fonts/ours"
    fonts.mkdir(parents=True)
    letters = "".join(map(chr, range(32, 127))) + "©’–“”…\u00a0"
    (fonts / "a.ttf").write_bytes(small_font(heights_of(letters, step=5)))
    brief = institute(tmp_path, "faces: {title: bars}\n")
    page = brief.with_suffix(".html")
    plain = job(brief, tmp_path)
    outcome = set_brief(replace(plain, outputs=(*plain.outputs, Output(Purpose.WEB, page))))
    assert {problem.code for problem in outcome.problems} <= {"fonts.no-cut"}
    assert any("Bars" in face.name for face in Facts(brief.with_suffix(".pdf")).faces)
    web = page.read_text("utf-8")
    assert '--title-face:"Bars", var(--serif)' in web
    assert re.search(r'@font-face\{font-family:"?Bars', web)


def test_a_family_in_a_file_for_each_alphabet_has_the_letters_of_all(tmp_path: Path) -> None:
    fonts = tmp_path / "styles/fonts/ours"
    fonts.mkdir(parents=True)
    latin, cyrillic = "".join(map(chr, range(32, 127))), "".join(map(chr, range(0x410, 0x450)))
    for name, letters in (("a-cyrillic", cyrillic), ("b-latin", latin), ("c-latin-again", latin)):
        (fonts / f"{name}.ttf").write_bytes(small_font(heights_of(letters, step=5)))
    theme, _ = branded(tmp_path, "faces: {title: bars}\n")
    found = [(face.sources[0].address, face.ranges) for face in theme.faces if face.family == "Bars"]
    assert found == [
        ("fonts/ours/b-latin.ttf", ((32, 126),)),
        ("fonts/ours/a-cyrillic.ttf", ((0x410, 0x44F),)),
    ]


@pytest.mark.parametrize(
    ("says", "code", "hint"),
    [
        ("faces: {serif: Sorce Serif 4}", "brand.face", "did you mean “Source Serif 4”?"),
        ("faces: {sans: Helvetica}", "brand.face", "there are: "),
        ("faces: {sans: 'a\"b'}", "front-matter.wrong-form", "write the name"),
        ('colors: {brand: "12304f"}', "front-matter.wrong-form", 'write brand: "#12304f"'),
        ("colors: {brand: blue}", "front-matter.wrong-form", "write a colour"),
        ('colors: {brnad: "#12304f"}', "front-matter.unknown-key", "did you mean “brand”?"),
        ('colours: {brand: "#12304f"}', "front-matter.unknown-key", "did you mean “colors”?"),
        ('colors: {brand: {screen: "#123", cmyk: 10 20}}', "front-matter.wrong-form", "write cyan"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, says: str, code: str, hint: str) -> None:
    _, problems = read(job(institute(tmp_path, f"{says}\n"), tmp_path))
    assert told(problems) == [f"publisher.yaml:2 {code}"]
    assert problems[0].hint.startswith(hint), problems[0].hint
