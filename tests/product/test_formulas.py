"""A brief with formulas, as its readers get it on paper, from the press and on the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from axe_clean import assert_clean
from setting import job, write_brief
from validators import A_2A, UA_1, page_validation, qpdf, spoken_aloud

from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

TEXT = r"""
The ratio $\frac{a}{b}$ stands in a line of \ce{CO2}; it costs $5 million.

$$ NPV = \sum_{t=0}^{T} \frac{B_t - C_t}{(1+r)^t} $$ {#eq-npv}

## Methane, \ce{CH4}

By [](#eq-npv), $x + a + b + c = d + e + f + g = h + i + j + k = l + m + n$ is long.

$$ A = \begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix} $$
"""
PURPOSES = {"brief.pdf": Purpose.SCREEN, "brief-press.pdf": Purpose.PRESS, "brief.html": Purpose.WEB}


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("formulas")
    path = write_brief(folder, TEXT, abstract="A price on $p$.")
    outputs = tuple(Output(purpose, folder / name) for name, purpose in PURPOSES.items())
    outcome = set_brief(job(path).__class__(**{**vars(job(path)), "outputs": outputs}))
    assert outcome.problems == ()
    return path


def _formulas(path: Path) -> list[tuple[str, str]]:
    """The alternative text of each formula, and how it stands."""
    with pikepdf.open(path) as pdf:
        found = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Formula"
        ]
        return [(str(each.Alt), str(each.A.Placement)) for each in found]


def test_each_is_tagged_with_its_words_and_the_file_conforms(brief: Path) -> None:
    pdf = brief.with_suffix(".pdf")
    said = dict(_formulas(pdf))
    assert said["p"] == said["a over b"] == said["C O 2"] == said["C H 4"] == "/Inline"
    assert [how for words, how in said.items() if words.startswith("N P V equals the sum")] == ["/Block"]
    assert len(_formulas(pdf)) == 7
    assert page_validation(pdf, UA_1) == page_validation(pdf, A_2A) == spoken_aloud(pdf) == qpdf(pdf) == []


def test_on_the_press_they_are_black(brief: Path) -> None:
    with pikepdf.open(brief.with_name("brief-press.pdf")) as pdf:
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert b"/ActualText" in content
    after = content.split(b"/ActualText", 2)[2][:4000]
    assert b"0 0 0 1 k" in after


@pytest.mark.browser
def test_the_web_page_has_mathml_and_axe_finds_nothing_wrong(brief: Path, chromium: Browser) -> None:
    window = chromium.new_page(viewport={"width": 1000, "height": 900})
    window.goto(brief.with_suffix(".html").as_uri())
    assert window.locator("math").count() == 7
    assert window.locator("math").nth(1).get_attribute("alttext") == "a over b"
    assert_clean(window, "wide")
    window.set_viewport_size({"width": 360, "height": 800})
    assert_clean(window, "narrow")
    window.close()


@pytest.mark.browser
def test_aligned_lines_meet_at_their_relations_in_the_browser(tmp_path: Path, chromium: Browser) -> None:
    lines = r"$$ \begin{aligned} Y_{dd} &= C \\ Y &= C + I + \sqrt{G} \end{aligned} $$"
    path, page = write_brief(tmp_path, f"Text.\n\n{lines}"), tmp_path / "brief.html"
    outputs = (Output(Purpose.WEB, page),)
    assert set_brief(job(path).__class__(**{**vars(job(path)), "outputs": outputs})).problems == ()
    window = chromium.new_page(viewport={"width": 1000, "height": 900})
    window.goto(page.as_uri())
    ends = "cells => cells.map(cell => cell.lastElementChild.getBoundingClientRect().right)"
    above, below = window.locator("mtd.right").evaluate_all(ends)
    first = window.locator("mtd.left mo").first.bounding_box()
    window.close()
    assert above == pytest.approx(below, abs=1.5)
    assert first is not None
    assert first["x"] - below < 8
