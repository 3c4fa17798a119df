"""Proof by others: what a file claims is checked by validators that this project did not write."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
from contrast import ratio, too_faint
from examples import combined, examples
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from setting import ROOT, job, write_brief
from shipped_files import NAMES
from validators import A_2A, UA_1, VERAPDF, claims, page_validation, qpdf, spoken_aloud, verapdf

from issuebrief.diagnostics.model import Severity
from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from shipped_files import ShippedBriefs

    from issuebrief.job import Outcome

THEMES = sorted(path.stem for path in (ROOT / "styles" / "themes").glob("*.css"))
CASES = sorted(path.parent for path in (ROOT / "tests" / "cases").glob("*/brief.md"))
BOTH = {"PDF/UA-1", "PDF/A-2a"}


def everything(folder: Path) -> Path:
    """A brief with all that a text can hold, in its folder."""
    shutil.copytree(Path(__file__).parent / "everything", folder)
    Image.linear_gradient("L").resize((2600, 900)).convert("RGB").save(folder / "cover.jpg")
    Image.new("RGB", (300, 400), "navy").save(folder / "portrait.png")
    Image.new("RGBA", (20, 20), (160, 40, 40, 120)).save(folder / "square.png")
    return folder


def dressed(folder: Path, theme: str) -> tuple[Outcome, Path]:
    """A brief set in another theme."""
    brief = folder / "brief.md"
    lines = [line for line in brief.read_text("utf-8").split("\n") if not line.startswith("theme:")]
    brief.write_text("\n".join([lines[0], f"theme: {theme}", *lines[1:]]), "utf-8")
    outcome = set_brief(job(brief))
    return outcome, brief.with_suffix(".pdf")


@pytest.fixture
def in_theme(tmp_path: Path, shipped_in: ShippedBriefs, name: str, theme: str) -> Path:
    """The PDF of a shipped brief, or of the one with everything, in a theme."""
    if name == "everything":
        outcome, path = dressed(everything(tmp_path / name), theme)
    else:
        made = shipped_in.set(name, theme)
        outcome, path = made.outcome, made.screen
    told = {problem.code for problem in outcome.problems if problem.severity > Severity.INFO}
    # Tables and figures of the one with everything do not all fit where they stand.
    assert told <= ({"columns.uneven"} if name == "everything" else set())
    return path


@pytest.mark.parametrize(("name", "theme"), combined([*NAMES, "everything"], THEMES))
def test_validators_of_others_find_nothing(in_theme: Path) -> None:
    assert claims(in_theme) == BOTH
    assert page_validation(in_theme, UA_1) == []
    assert page_validation(in_theme, A_2A) == []
    assert spoken_aloud(in_theme) == []
    assert qpdf(in_theme) == []
    assert too_faint(in_theme) == []


@pytest.mark.skipif(not VERAPDF, reason="veraPDF is not installed")
@pytest.mark.parametrize(("name", "theme"), combined([*NAMES, "everything"], THEMES))
def test_verapdf_finds_nothing(in_theme: Path) -> None:
    assert verapdf(in_theme, "ua1") == verapdf(in_theme, "2a") == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_case_claims_what_it_does_not_keep(case: Path, tmp_path: Path) -> None:
    shutil.copytree(case, tmp_path / case.name)
    brief = tmp_path / case.name / "brief.md"
    outcome = set_brief(job(brief))
    if outcome.written:
        path = brief.with_suffix(".pdf")
        withheld = any(problem.code == "claim.withheld" for problem in outcome.problems)
        assert claims(path) == (set() if withheld else BOTH)
        assert qpdf(path) == []
        if not withheld:
            assert page_validation(path, UA_1) == page_validation(path, A_2A) == []
    assert bool(outcome.written) != outcome.failed


BLOCKS = (
    "A paragraph with *emphasis*, `code` and <https://example.org/a>.",
    "[Words that are lifted.]{.pull-quote} And some that are not.",
    "## A heading",
    "- One\n- Two\n    1. Inner\n\n        More.",
    "Term\n:   Meaning\n\nOther\n:   Meaning\n:   Another",
    "> A quotation\n>\n> - with a list",
    "    a line of code\n    and another",
    "| A | B |\n|---|---|\n| 1 | |\n| 2 | 3 |",
    "<table><tr><th scope=row rowspan=2>R</th><td>1</td></tr><tr><td>2</td></tr></table>",
    "<div>Bare words <p lang=fr>un alinéa</p> and more</div>",
    "<ul><li lang=sv>Ett<li><p>Två</p><p>Tre</p></ul>",
    "* * *",
    "<p><a href='#top'><em>to</em> <b>the</b> top</a></p><p id=top><abbr title='World'>W</abbr> <q>so</q>",
    "<section><h2>Inner</h2><p>Words<br>broken</p></section>",
    "<p style='float: left; width: 20%'>Aside</p>",
)


@settings(max_examples=examples(12), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=9))
def test_whatever_a_brief_is_made_of_it_keeps_what_it_claims(
    tmp_path_factory: pytest.TempPathFactory, blocks: list[str]
) -> None:
    brief = write_brief(tmp_path_factory.mktemp("made"), "\n\n".join(blocks))
    outcome = set_brief(job(brief))
    assert outcome.written, outcome.problems
    path = brief.with_suffix(".pdf")
    withheld = any(problem.code == "claim.withheld" for problem in outcome.problems)
    assert claims(path) == (set() if withheld else BOTH)
    if not withheld:
        assert page_validation(path, UA_1) == page_validation(path, A_2A) == spoken_aloud(path) == []


def test_the_validators_find_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "wrong.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    assert claims(path) == set()
    assert page_validation(path, UA_1)
    assert page_validation(path, A_2A)
    assert any("DOC-002" in line for line in spoken_aloud(path))


def test_contrast_is_what_wcag_says_it_is(tmp_path: Path) -> None:
    black, white, grey = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (118 / 255,) * 3
    assert ratio(black, white) == ratio(white, black) == 21
    assert 4.5 < ratio((grey[0], grey[1], grey[2]), white) < 4.6
    brief = write_brief(tmp_path, 'Words that are <span style="color: #999">too faint</span> to read.')
    assert set_brief(job(brief)).written
    assert [line.partition(" on page")[0] for line in too_faint(brief.with_suffix(".pdf"))] == ["'too faint'"]
