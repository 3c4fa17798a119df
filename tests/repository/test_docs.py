"""README.md and docs/: what they name exists, and what exists they name."""

from __future__ import annotations

import importlib.util
import re
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from issuebrief import __version__
from issuebrief.cli.main import main
from issuebrief.pipeline.further_sheets import OF_FORMULAS
from issuebrief.publication import SHEET as OF_PUBLICATION
from issuebrief.theming.design_tokens import settings_of
from issuebrief.theming.style_sheets import read_rules
from issuebrief.theming.theme import FACING, SHEETS, UPRIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
PICTURES = ROOT / "docs/pictures"
THEMING = (ROOT / "docs/theming.md").read_text("utf-8")
TOKENS = {setting.token: setting.value for setting in settings_of(read_rules([ROOT / "styles/tokens.css"]))}
DERIVED = {"--text-width", "--sidebar-room"}
SHEET = {"--page-width", "--page-height"}
BY_PAGE = {"--margin-left", "--margin-right", "--left-of-text", "--right-of-text"} | {
    "--sidebar-is-right",
    "--sidebar-left",
}
"""Tokens that each page has its own values of."""
APART = {"--caption-place", "--page-size", "--logo-height", "--logo-width"}
"""Tokens that the sample shows nothing of; they have pictures of another brief."""
PRESS = {name for name in TOKENS if name.endswith("-cmyk") or name.startswith(("--bleed", "--press"))}
"""Tokens that move nothing on the screen: one picture of a sheet of the press shows them all."""
KB = 1024


def without_code(text: str) -> str:
    return re.sub(r"^```.*?^```|`[^`\n]*`", "", text, flags=re.MULTILINE | re.DOTALL)


def links(page: Path) -> Iterator[str]:
    return (match[1] for match in re.finditer(r"\]\(([^)\s]+)\)", without_code(page.read_text("utf-8"))))


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub makes them."""
    text = re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    headings = re.findall(r"^#+ +(.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def section(heading: str) -> str:
    return THEMING.partition(f"\n{heading}\n")[2].partition("\n#")[0]


@pytest.fixture(scope="module")
def script() -> Any:
    spec = importlib.util.spec_from_file_location("make_pictures", ROOT / "docs/make_pictures.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "make_pictures", module)
        spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        if re.match(r"https?:|mailto:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_every_token_is_shown_with_its_default() -> None:
    shown = dict(re.findall(r"^#### `(--[\w-]+): (.+)`$", THEMING, re.MULTILINE))
    assert shown == TOKENS


def test_no_token_is_named_that_does_not_exist() -> None:
    assert set(re.findall(r"--[a-z][a-z-]*", THEMING)) - set(TOKENS) == {
        "--snap",
        "--brand-spot",
        "--tint-spot",
    }


def test_every_token_has_its_own_picture_or_its_place_in_the_plan() -> None:
    parts = re.split(r"^#### `(--[\w-]+):.*$", THEMING, flags=re.MULTILINE)[1:]
    for token, text in zip(parts[::2], parts[1::2], strict=True):
        picture = token.removeprefix("--")
        picture = "press-sheet" if token in PRESS else picture
        picture = "page" if token in DERIVED | BY_PAGE | SHEET else picture
        assert f"](pictures/{picture}.png)" in text, token


def test_all_pictures_are_shown_and_none_is_heavy() -> None:
    named = {Path(link).name for page in PAGES for link in links(page) if link.endswith(".png")}
    sizes = {path.name: path.stat().st_size for path in PICTURES.iterdir()}
    assert set(sizes) == named
    assert sum(sizes.values()) < 2900 * KB
    large = (
        "return-to-the-moon", "themes", "page-size", "press-sheet", "web", "preview", "preview-problem",
        "kvarnholt", "kvarnholt-editions", "theme-panel", "site",
    )  # fmt: skip
    layouts = tuple(f"layout-{name}" for name in ("floats", "spans", "tables", "end", "sidebar"))
    for name in (f"{stem}.png" for stem in (*large, *layouts)):
        assert sizes.pop(name) < 400 * KB
    assert {name for name, size in sizes.items() if size > 40 * KB} == set()


def test_the_script_moves_every_token_but_those_that_follow(script: Any) -> None:
    moved = [token for token in TOKENS if token not in DERIVED | BY_PAGE | APART | PRESS | SHEET]
    assert [pair.token for pair in script.PAIRS] == moved
    assert all(pair.value != TOKENS[pair.token] for pair in script.PAIRS)


def test_the_script_finds_every_part_it_shows(script: Any, workplace: Path) -> None:
    pdf = script.set_pdf(script.SAMPLE)
    places = {pair.window: script.find(pdf, pair.window) for pair in script.PAIRS}
    for page, left, baseline in places.values():
        assert page in (0, 1)
        assert 0 <= left < 210
        assert 0 <= baseline < 297


def test_each_layout_is_drawn_from_its_own_markdown() -> None:
    page = (ROOT / "docs/layouts.md").read_text("utf-8")
    parts = re.findall(r"^```markdown\n…\n|\(pictures/layout-\w+\.png\)$", page, re.MULTILINE)
    assert len(parts) == 10
    assert [part.startswith("```") for part in parts] == [True, False] * 5


OF_SOME = (UPRIGHT, OF_PUBLICATION, OF_FORMULAS)
"""Sheets that are read for the briefs that need them."""


def test_the_style_sheets_are_listed_in_their_order() -> None:
    listed = re.findall(r"^\| `([\w/]+\.css)` \|", THEMING, re.MULTILINE)
    place = SHEETS.index("page.css") + 1
    assert listed == [*SHEETS[:place], FACING, *SHEETS[place:], *OF_SOME, "themes/NAME.css"]


def test_every_class_that_is_named_exists() -> None:
    named = set(re.findall(r"`\.([a-z-]+)`", section("### Names")))
    made = "\n".join(path.read_text("utf-8") for path in (ROOT / "templates").glob("*.html"))
    made += "\n".join(path.read_text("utf-8") for path in (ROOT / "styles").glob("*.css"))
    assert len(named) > 40
    assert {name for name in named if not re.search(rf"(?<![\w-]){name}(?![\w-])", made)} == set()


def test_every_template_is_named() -> None:
    named = set(re.findall(r"`([\w-]+\.html)`", section("## Templates")))
    assert named == {path.name for path in (ROOT / "templates").glob("*.html")}


def test_headings_go_down_one_level_at_a_time() -> None:
    levels = [len(match[1]) for match in re.finditer(r"^(#+) ", without_code(THEMING), re.MULTILINE)]
    assert levels[0] == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


def test_the_readme_names_the_wheel_of_this_version() -> None:
    assert f"issuebrief-{__version__}-py3-none-any.whl" in (ROOT / "README.md").read_text("utf-8")


def test_the_readmes_brief_and_theme_give_a_pdf(workplace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    brief = re.search(r"^```markdown\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    theme = re.search(r"^```css\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    assert brief and theme
    folder = workplace / "content/harbour"
    folder.mkdir(parents=True)
    folder.joinpath("harbour.svg").write_bytes((ROOT / "docs/sample/harbour.svg").read_bytes())
    folder.joinpath("brief.md").write_text(brief[1].replace("---\n", "---\ntheme: our-house\n", 1), "utf-8")
    themes = workplace / "styles/themes"
    themes.mkdir(parents=True)
    themes.joinpath("our-house.css").write_text(theme[1], "utf-8")
    assert main(["build"]) == 0
    assert capsys.readouterr().err == ""
    assert (workplace / "build/harbour.pdf").read_bytes().startswith(b"%PDF")
