"""What the panel shows of a theme: tokens in their groups, places, controls, contrast, the diff."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from own_themes import own_theme
from setting import paragraph, write_brief

from issuebrief.job import Job
from issuebrief.pipeline.read import read
from issuebrief.preview.theme_panel.answers import with_changes
from issuebrief.preview.theme_panel.look import theme_look
from issuebrief.preview.theme_panel.theme_draft import asked_by, drafted_theme
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.preview.theme_panel.model import Changes, ThemeLook, TokenRow


def look_at(folder: Path, changes: Changes = (), **front: object) -> ThemeLook:
    brief = write_brief(folder / "brief", paragraph(1), **front)
    search = search_path(folder)
    manuscript, problems = read(Job(brief, (), search))
    assert manuscript, problems
    drafted = drafted_theme(asked_by(manuscript), search, changes)
    assert drafted
    return theme_look(manuscript, drafted, changes)


def rows(look: ThemeLook) -> dict[str, TokenRow]:
    return {row.name: row for group in look.groups for row in group.tokens}


def test_tokens_stand_in_the_groups_of_the_sheet(tmp_path: Path) -> None:
    look = look_at(tmp_path, theme="isdp")
    names = [group.name for group in look.groups]
    assert names[:4] == ["Baseline grid", "Page size", "Down the page", "Across the page"]
    assert names[-1] == "Others"
    assert look.groups[0].about == "Every baseline and height is a multiple of it."
    assert [row.name for row in look.groups[2].tokens] == ["--text-top", "--text-foot"]


@pytest.mark.parametrize(
    ("token", "control"),
    [
        ("--brand", "colour"),
        ("--grid", "length"),
        ("--text-foot", "grid"),
        ("--quote-leading", "grid"),
        ("--columns", "number"),
        ("--tracking", "number"),
        ("--sidebar-side", "word"),
        ("--title-face", "face"),
        ("--text-size", "length"),
        ("--brand-cmyk", "text"),
        ("--table-zebra", "text"),
        ("--text-width", "text"),
    ],
)
def test_each_kind_of_token_has_its_control(tmp_path: Path, token: str, control: str) -> None:
    assert rows(look_at(tmp_path, theme="isdp"))[token].control == control


def test_a_slider_knows_its_number_and_how_to_write_it(tmp_path: Path) -> None:
    found = rows(look_at(tmp_path, theme="isdp"))
    foot, leading, side = (found[name].scale for name in ("--text-foot", "--quote-leading", "--margin-side"))
    assert foot
    assert (foot.number, foot.unit, foot.form) == (62, "grid lines", "calc({} * var(--grid))")
    assert found["--text-foot"].comes_to == "775 pt"
    assert leading
    assert leading.number == pytest.approx(4 / 3, abs=0.001)
    assert side
    assert (side.number, side.unit, side.step) == (14, "mm", 0.5)
    assert side.least < side.number < side.most


def test_a_face_is_chosen_among_those_that_the_theme_has(tmp_path: Path) -> None:
    choices = dict(rows(look_at(tmp_path, theme="isdp"))["--title-face"].choices)
    assert choices["var(--sans)"] == "as --sans"
    assert choices['"Source Sans 3", var(--serif)'] == "Source Sans 3"
    assert "var(--text-size)" not in choices


def test_a_token_says_where_it_is_declared_and_whose_that_is(tmp_path: Path) -> None:
    own_theme(tmp_path)
    found = rows(look_at(tmp_path, theme="own"))
    brand, tint, accent = (found[name] for name in ("--brand", "--tint", "--accent"))
    assert (brand.file, brand.line, brand.origin) == ("styles/themes/own.css", 6, "own")
    assert (tint.line, tint.saved) == (7, None)
    assert (accent.file, accent.origin) == ("styles/themes/policy-note.css", "shipped")
    assert found["--ink"].file == "styles/tokens.css"


def test_a_change_shows_with_what_it_was_and_what_saving_changes(tmp_path: Path) -> None:
    own_theme(tmp_path)
    look = look_at(tmp_path, (("--brand", "#123456"),), theme="own")
    row = rows(look)["--brand"]
    assert (row.value, row.saved, row.colour) == ("#123456", "#14432a", "#123456")
    assert "-  --brand: #14432a; /* green */" in look.diff
    assert "+  --brand: #123456; /* green */" in look.diff
    assert (look.file, look.is_new) == ("styles/themes/own.css", False)


def test_what_the_brief_and_the_institute_set_is_not_the_themes_to_change(tmp_path: Path) -> None:
    colors = {"brand": "#0a6b5c"}
    publisher = {"name": "House", "colors": colors}
    look = look_at(tmp_path, theme="isdp", accent="#7a1f1f", publisher=publisher, page_size="letter")
    found = rows(look)
    assert (found["--accent"].value, found["--accent"].held) == ("#7a1f1f", "the brief sets it: accent")
    assert found["--accent"].origin == "elsewhere"
    assert (found["--brand"].value, found["--brand"].file) == ("#0a6b5c", "brief/brief.md")
    assert found["--brand"].held.startswith("the institute sets it")
    assert found["--page-width"].held == "the size of the pages sets it"
    assert found["--text-width"].held == "it is calculated from other tokens"
    assert found["--grid"].held == ""


def test_contrast_is_that_of_the_changed_theme(tmp_path: Path) -> None:
    look = look_at(tmp_path, (("--brand", "#9fb6c8"),), theme="isdp")
    found = {(each.text, each.paper): each for each in look.legibility}
    assert found["--ink", "paper"].ratio == 16.56
    assert found["--ink", "paper"].passes
    assert not found["--on-brand", "--brand"].passes
    assert not found["--brand", "paper"].passes


def test_a_job_has_the_changes_and_writes_nothing(tmp_path: Path) -> None:
    brief = write_brief(tmp_path / "brief", paragraph(1), theme="isdp")
    job = Job(brief, (), search_path(tmp_path))
    manuscript, _ = read(job)
    assert manuscript
    assert with_changes(job, manuscript, {"report": (("--brand", "#123"),)}) is job
    tried = with_changes(job, manuscript, {"isdp": (("--brand", "#123"), ("--grid", "big"))})
    changed, problems = read(tried)
    assert problems == ()
    assert changed
    assert (changed.theme.tokens["--brand"], changed.theme.tokens["--grid"]) == ("#123", "12.5pt")
    assert not (tmp_path / "styles").exists()
