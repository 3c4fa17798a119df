"""A brief delivered for the press, from the command to the file."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pikepdf
import pymupdf
import pytest
from PIL import Image, ImageChops
from press_facts import MM, Box, Colour, PressFacts, needs_ghostscript
from setting import ROOT, SMALL_PICTURES, told, write_brief

from issuebrief.cli.main import main
from issuebrief.diagnostics.model import Severity
from issuebrief.job import Job, Outcome, Output, Printing, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

COATED = ROOT / "styles" / "profiles" / "coated-fogra39.icc"


def press_job(brief: Path, workplace: Path | None = None, **options: Any) -> Job:
    output = Output(Purpose.PRESS, brief.with_name("brief-press.pdf"))
    return Job(brief, (output,), search_path(workplace or brief.parent), policy=SMALL_PICTURES, **options)


def set_press(folder: Path, text: str = "Text.", workplace: Path | None = None, **front: Any) -> Outcome:
    return set_brief(press_job(write_brief(folder, text, **front), workplace))


def facts(folder: Path, text: str = "Text.", **front: Any) -> PressFacts:
    outcome = set_press(folder, text, **front)
    assert outcome.problems == ()
    return PressFacts(folder / "brief-press.pdf")


def theme(workplace: Path, css: str) -> None:
    folder = workplace / "styles" / "themes"
    folder.mkdir(parents=True)
    (folder / "ours.css").write_text(css)


def photograph(path: Path, size: tuple[int, int] = (1240, 620)) -> None:
    light, slope = Image.radial_gradient("L").resize(size), Image.linear_gradient("L").resize(size)
    Image.merge("RGB", (light, slope, ImageChops.invert(slope))).save(path, quality=90)


def test_it_is_made_by_its_purpose_beside_the_file_for_the_screen(
    workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_brief(workplace / "content" / "moon", "Text.")
    assert main(["build", "--for", "screen,press"]) == 0
    assert {path.name for path in (workplace / "build").glob("*.pdf")} == {"moon.pdf", "moon-press.pdf"}
    assert main(["build", "--for", "press"]) == 0
    assert capsys.readouterr().out.endswith("1 brief, nothing has changed\n")


def test_characters_that_share_a_glyph_are_copied_as_they_were_typed(tmp_path: Path) -> None:
    text = "A well\u2011made, left-to-right text, 10\u00a0km long."
    assert set_press(tmp_path, text).problems == ()
    with pymupdf.open(tmp_path / "brief-press.pdf") as file:
        assert text in file[0].get_text(flags=pymupdf.TEXT_PRESERVE_WHITESPACE)


def test_the_command_line_chooses_profile_and_ink(
    workplace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = write_brief(workplace / "content" / "moon", "Text.")
    photograph(brief.with_name("cover.jpg"))
    other = workplace / "Matte FOGRA52.icc"
    other.write_bytes(COATED.read_bytes().replace(b"FOGRA39", b"FOGRA52", 1))
    assert main(["build", "--for", "press", "--profile", other.name, "--ink", "250"]) == 0
    with PressFacts(workplace / "build" / "moon-press.pdf") as found:
        assert str(found.intent.OutputConditionIdentifier) == "FOGRA52"
    capsys.readouterr()
    assert main(["build", "--for", "press", "--profile", "newsprint"]) == 1
    assert "error: there is no profile “newsprint” to print by" in capsys.readouterr().err
    assert main(["build", "--for", "press", "--ink", "lots"]) == 1
    assert "the ink limit must be a percentage" in capsys.readouterr().err


def test_a_mistake_that_concerns_the_press_leaves_the_screen_alone(tmp_path: Path) -> None:
    job = press_job(write_brief(tmp_path, "Text.", press={"profile": "newsprint"}))
    screen = Output(Purpose.SCREEN, tmp_path / "brief.pdf")
    outcome = set_brief(replace(job, outputs=(screen, *job.outputs)))
    assert told(outcome.problems) == ["brief.md:7 press.no-profile"]
    assert outcome.written == (screen,)


def test_the_same_brief_gives_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        photograph(tmp_path / name / "cover.jpg")
    cover = {"image": "cover.jpg", "alt": "A photograph"}
    one, two = (facts(tmp_path / name, cover=cover) for name in ("one", "two"))
    assert one.path.read_bytes() == two.path.read_bytes()
    with one, two:
        assert str(one.pdf.docinfo.ModDate) == "D:19700102000000Z"
        assert one.said["xmp:CreateDate"] == "1970-01-02T00:00:00Z"


def test_without_a_date_from_the_environment_it_is_the_briefs_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    with facts(tmp_path) as found:
        assert str(found.pdf.docinfo.CreationDate) == "D:20240501000000Z"


def test_different_briefs_have_different_ids(tmp_path: Path) -> None:
    with facts(tmp_path / "a") as one, facts(tmp_path / "b", title="Another") as other:
        assert one.said["xmpMM:DocumentID"] != other.said["xmpMM:DocumentID"]
        assert list(one.pdf.trailer.ID) != list(other.pdf.trailer.ID)


def test_a_profile_that_names_no_registered_condition_is_carried_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "ours.icc").write_bytes(COATED.read_bytes().replace(b"FOGRA39", b"OUR OWN", 1))
    with facts(tmp_path, press={"profile": "ours.icc"}) as found:
        assert str(found.intent.OutputConditionIdentifier) == "Custom"
        assert "/RegistryName" not in found.intent
        assert "OUR OWN" in str(found.intent.Info)


def test_body_text_is_black_alone_and_theme_colours_are_those_of_the_theme(tmp_path: Path) -> None:
    with facts(tmp_path, "Words of the text.\n\n## A heading\n\nMore of them.") as found:
        assert {Colour("k", (0, 0, 0, 1)), Colour("k", (0.85, 0.5, 0, 0.7))} <= found.colours


def test_an_accent_of_the_briefs_own_is_converted(tmp_path: Path) -> None:
    with facts(tmp_path, accent="#c8102e") as found:
        assert Colour("k", (0, 0.9, 0.8, 0.22)) not in found.colours


def test_a_themes_mistakes_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    theme(tmp_path, ":root {\n--brand-cmyk: much;\n}")
    outcome = set_press(tmp_path / "brief", workplace=tmp_path, theme="ours")
    assert told(outcome.problems) == ["ours.css:2 theme.inks"]
    assert outcome.written == ()


def test_a_bleed_that_is_no_length_is_told(tmp_path: Path) -> None:
    theme(tmp_path, ":root { --bleed: wide }")
    outcome = set_press(tmp_path / "brief", workplace=tmp_path, theme="ours")
    assert told(outcome.problems) == ["ours.css:1 style.no-length"]
    assert "--bleed" in outcome.problems[0].message


def test_the_theme_says_how_wide_the_bleed_is(tmp_path: Path) -> None:
    theme(tmp_path, ":root { --bleed: calc(2 * 2.5mm) }")
    assert set_press(tmp_path / "brief", workplace=tmp_path, theme="ours").problems == ()
    with PressFacts(tmp_path / "brief" / "brief-press.pdf") as found:
        trim = found.box(0, "TrimBox")
        assert found.box(0, "BleedBox") == pytest.approx(trim.grown(5 * MM), abs=0.01)


def test_what_only_drawing_brings_to_light_is_told(tmp_path: Path) -> None:
    outcome = set_press(tmp_path, "A sign that no face has: \U0001f9ff.")
    assert {problem.code for problem in outcome.problems} & {"fonts.no-glyph", "fonts.from-the-machine"}


def test_drawing_for_the_press_changes_nothing_on_the_screen(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "Text.", cover={"image": "cover.jpg", "alt": "A photograph"})
    photograph(brief.with_name("cover.jpg"))
    job = press_job(brief)
    before, after = (Output(Purpose.SCREEN, tmp_path / name) for name in ("before.pdf", "after.pdf"))
    set_brief(replace(job, outputs=(before, *job.outputs, after)))
    assert before.path.read_bytes() == after.path.read_bytes()
    assert b"/DeviceCMYK" not in before.path.read_bytes()


def test_links_of_the_text_are_words_alone(tmp_path: Path) -> None:
    with facts(tmp_path, "See <https://example.org> and a note.[^1]\n\n[^1]: The note.") as found:
        assert all("/Annots" not in page.obj for page in found.pdf.pages)


@needs_ghostscript
def test_band_and_cover_are_printed_up_to_the_edge_of_the_bleed(tmp_path: Path) -> None:
    tmp_path.joinpath("brief").mkdir()
    photograph(tmp_path / "brief" / "cover.jpg")
    with facts(tmp_path / "brief", cover={"image": "cover.jpg", "alt": "A photograph"}) as found:
        trim, bleed = found.box(0, "TrimBox"), found.box(0, "BleedBox")
        with pikepdf.open(found.path) as pdf:
            assert len(pdf.pages) == len(found)
        band = [
            Box(bleed.left, bleed.top - 20, trim.left, bleed.top),
            Box(trim.right, bleed.top - 20, bleed.right, bleed.top),
            Box(trim.left + 100, trim.top, trim.right - 100, bleed.top),
        ]
        for ink in found.inks([(0, area) for area in band]):
            assert ink == pytest.approx((0.85, 0.5, 0, 0.7), abs=0.02)
        plates = found.plates(0, 72)
        rows = [
            y
            for y in range(plates.height)
            if all(sum(plates.getpixel((x, y))) for x in (round(bleed.left) + 2, round(bleed.right) - 2))  # type: ignore[arg-type]
        ]
        assert len(rows) > (bleed.top - trim.top) + 30 + 180  # masthead and cover
        beyond = [
            Box(0, trim.bottom + 60, bleed.left - 15, trim.top - 60),
            Box(bleed.left, bleed.bottom, trim.left, trim.bottom + 200),
        ]
        assert all(sum(ink) < 0.02 for ink in found.inks([(0, area) for area in beyond]))


@needs_ghostscript
def test_a_smaller_limit_takes_ink_off_pictures(tmp_path: Path) -> None:
    folder = tmp_path / "brief"
    folder.mkdir()
    dark = Image.effect_noise((600, 300), 40).convert("RGB")
    ImageChops.multiply(dark, Image.new("RGB", dark.size, "#20180a")).save(folder / "dark.png")

    def heaviest(**front: Any) -> float:
        with facts(folder, cover={"image": "dark.png", "alt": "Night"}, **front) as found:
            plates = found.plates(0, 40).crop((40, 150, 300, 180))
            pixels = plates.tobytes()
            return max(map(sum, zip(*(pixels[ink::4] for ink in range(4)), strict=True))) / 255

    assert heaviest(theme="policy-note") > 2.4
    assert heaviest(theme="policy-note", press={"ink": 220}) <= 2.2 + 0.05


def test_a_theme_can_be_taken_over_from_a_copy_of_the_styles(tmp_path: Path) -> None:
    """What lies in `styles/profiles/` of a workplace comes before what is shipped."""
    folder = tmp_path / "styles" / "profiles"
    folder.mkdir(parents=True)
    shutil.copy(COATED, folder / "coated-fogra39.icc")
    content = (folder / "coated-fogra39.icc").read_bytes().replace(b"FOGRA39", b"FOGRA47", 1)
    (folder / "coated-fogra39.icc").write_bytes(content)
    assert set_press(tmp_path / "brief", workplace=tmp_path).problems == ()
    with PressFacts(tmp_path / "brief" / "brief-press.pdf") as found:
        assert str(found.intent.OutputConditionIdentifier) == "FOGRA47"


def test_the_command_line_comes_before_the_brief(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "Text.", press={"profile": "nowhere", "ink": "much"})
    printing = Printing("coated-fogra39", "280")
    assert set_brief(press_job(brief, printing=printing)).problems == ()


def test_small_text_that_comes_out_in_another_colour_is_told(tmp_path: Path) -> None:
    css = '@import "isdp.css"; :root { --accent: #0f6b5c; --accent-cmyk: 75 0 50 53 }'
    theme(tmp_path, css)
    outcome = set_press(tmp_path / "brief", "Text.[^1]\n\n[^1]: A note.", workplace=tmp_path, theme="ours")
    (problem,) = outcome.problems
    assert (problem.code, problem.severity) == ("press.small-colour", Severity.INFO)
    assert "small text in --accent (75 0 50 53) on page 1 is printed in" in problem.message
    assert problem.place and (problem.place.path.name, problem.place.line) == ("ours.css", 1)
    assert "--accent-cmyk: 75 0 50 53" in problem.excerpt
    assert "--accent-small-cmyk" in problem.hint
    assert outcome.written


def test_so_is_that_in_an_accent_of_the_briefs_own(tmp_path: Path) -> None:
    outcome = set_press(tmp_path, "Text.[^1]\n\n[^1]: A note.", accent="#0f6b5c")
    assert [problem.code for problem in outcome.problems] == ["press.small-colour"]
    assert "--accent" in outcome.problems[0].message
    assert outcome.problems[0].excerpt == "accent: '#0f6b5c'"


def test_inks_that_a_theme_gives_small_text_are_not_told(tmp_path: Path) -> None:
    inks = "--accent-cmyk: 75 0 50 53; --accent-small-cmyk: 65 0 0 49"
    theme(tmp_path, f'@import "isdp.css"; :root {{ --accent: #0f6b5c; {inks} }}')
    with_note = "Text.[^1]\n\n[^1]: A note."
    assert set_press(tmp_path / "brief", with_note, workplace=tmp_path, theme="ours").problems == ()
