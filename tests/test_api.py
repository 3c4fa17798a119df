"""Briefs set and checked by other programs: from paths, texts and mappings, in threads and processes."""

from __future__ import annotations

import math
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pymupdf
import pytest
from examples import further
from setting import paragraph, write_brief

import issuebrief
from issuebrief.job import Job
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from issuebrief import Result

BODY = f"{paragraph(1)}\n\n![A quay](pictures/quay.svg)\n:   The quay.\n\n{paragraph(2)}\n"
QUAY = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="9" height="9"/></svg>'
FRONT = {
    "title": "Tides",
    "date": "2026-03-01",
    "authors": [{"name": "Jo Ferry"}],
    "publisher": {"name": "A"},
}


def text_of(folder: Path, body: str = BODY) -> str:
    return write_brief(folder, body).read_text("utf-8")


def shown(result: Result, name: str = "brief.pdf") -> str:
    with pymupdf.open(stream=result.files[name], filetype="pdf") as pdf:
        return " ".join(word for page in pdf for word in page.get_text().split())


def test_a_text_in_memory_gives_the_same_bytes_as_a_file(tmp_path: Path) -> None:
    text = text_of(tmp_path / "tides")
    (tmp_path / "tides/pictures").mkdir()
    (tmp_path / "tides/pictures/quay.svg").write_bytes(QUAY)
    of_file = tmp_path / "out/tides.pdf"
    of_file.parent.mkdir()
    set_brief(Job.for_screen(tmp_path / "tides/brief.md", of_file, search_path(tmp_path)))
    made = issuebrief.build(text, files={"pictures/quay.svg": QUAY})
    assert not made.failed
    assert made.files["brief.pdf"] == of_file.read_bytes()
    assert issuebrief.build(text, folder=tmp_path / "tides").files["brief.pdf"] == of_file.read_bytes()
    assert issuebrief.build(tmp_path / "tides").files["tides.pdf"] == of_file.read_bytes()


def test_front_matter_may_be_a_mapping() -> None:
    made = issuebrief.build(FRONT, body="A first sentence.", name="tides", purposes=["web", "screen"])
    assert (made.pages, list(made.files)) == (1, ["tides.pdf", "tides.html"])
    assert "Tides" in shown(made, "tides.pdf") and "A first sentence." in shown(made, "tides.pdf")
    assert b"A first sentence." in made.files["tides.html"]


def test_nothing_is_written_beside_a_brief(tmp_path: Path) -> None:
    write_brief(tmp_path, paragraph(1))
    before = sorted(tmp_path.rglob("*"))
    assert issuebrief.build(tmp_path).files
    assert issuebrief.check(tmp_path).files == {}
    assert sorted(tmp_path.rglob("*")) == before


def test_files_beside_a_web_page_are_given_too() -> None:
    made = issuebrief.build(
        FRONT, body="See [the data](tides.csv).", files={"tides.csv": b"1,2"}, purposes="web"
    )
    assert made.files["brief-files/tides.csv"] == b"1,2"


def test_what_is_wrong_is_told_with_its_place_in_the_text() -> None:
    made = issuebrief.build({**FRONT, "date": "soon"}, body="A note.[^a]", files={})
    assert made.failed and not made.files
    places = {problem.code: problem.place for problem in made.problems}
    assert str(places["front-matter.wrong-form"]) == "brief.md:3:7"
    assert str(places["notes.undefined"]) == "brief.md:10:8"
    assert {
        problem.code for problem in issuebrief.check({**FRONT, "date": "soon"}, body="A note.[^a]").problems
    } == ({problem.code for problem in made.problems})
    alone = issuebrief.check({**FRONT, "date": "soon"}, body="A note.[^a]").problems
    assert {str(problem.place.path) for problem in alone if problem.place} == {"brief.md"}


def test_a_house_has_its_own_styles_and_its_own_word_on_severities(tmp_path: Path) -> None:
    (tmp_path / "styles/themes").mkdir(parents=True)
    (tmp_path / "styles/themes/own.css").write_text("@import url(isdp.css);\n:root { --brand: #204060 }")
    brief = {**FRONT, "theme": "own"}
    assert not issuebrief.build(brief, body=paragraph(1), home=tmp_path).failed
    (tmp_path / "issuebrief.toml").write_text('[preflight]\n"metadata.incomplete" = "error"\n')
    assert issuebrief.check(brief, body=paragraph(1), home=tmp_path).failed
    assert issuebrief.build(brief, body=paragraph(1)).failed, "without a home there is no such theme"


@pytest.mark.parametrize(
    "arguments",
    [
        {"brief": Path("tides"), "body": "More."},
        {"brief": "---\n---\n", "body": "More."},
        {"brief": FRONT, "files": {}, "folder": Path()},
        {"brief": FRONT, "files": {"../quay.svg": QUAY}},
        {"brief": FRONT, "files": {"/quay.svg": QUAY}},
        {"brief": FRONT, "files": {"c:\\quay.svg": QUAY}},
        {"brief": FRONT, "purposes": ["print"]},
        {"brief": FRONT, "purposes": []},
        {"brief": FRONT, "files": {"quay\0.svg": QUAY}},
        {"brief": FRONT, "folder": Path("a\0b")},
        {"brief": FRONT, "home": Path("a\0b")},
        *({"brief": FRONT, "timeout": seconds} for seconds in (0, -1, math.nan, math.inf, 1e300)),
    ],
    ids=str,
)
def test_arguments_that_mean_nothing_are_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"brief|purposes|timeout|folder|home"):
        issuebrief.build(**arguments)


def test_an_option_that_there_is_not_is_refused() -> None:
    arguments: dict[str, Any] = {"purpose": "web"}
    for work in (issuebrief.build, issuebrief.check):
        with pytest.raises(TypeError, match="there is no option purpose; the options are body, files"):
            work(FRONT, **arguments)


@pytest.mark.parametrize("count", [14, *further(50)])
def test_builds_in_two_threads_give_the_bytes_of_one_alone(tmp_path: Path, count: int) -> None:
    texts = [text_of(tmp_path / str(number), f"The boat of {number} leaves.\n") for number in range(3)]
    alone = [issuebrief.build(tmp_path / str(number), name="brief").files for number in range(3)]
    turns = [number % 3 for number in range(count)]
    with ThreadPoolExecutor(2) as threads:
        made = list(threads.map(issuebrief.build, [texts[number] for number in turns]))
    assert [each.files == alone[number] for each, number in zip(made, turns, strict=True)] == [True] * count


def test_threads_take_turns_and_processes_answer(tmp_path: Path) -> None:
    text = text_of(tmp_path, paragraph(1))
    plain = issuebrief.build(text).files
    with ThreadPoolExecutor(2) as threads:
        made = list(threads.map(issuebrief.build, [text] * 4))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as processes:
        made.append(processes.submit(issuebrief.build, text).result())
    assert [each.files for each in made] == [plain] * 5


def test_a_brief_that_takes_too_long_is_given_up() -> None:
    made = issuebrief.build(FRONT, body="\n\n".join(map(paragraph, range(60))), timeout=0.05)
    assert [problem.code for problem in made.problems] == ["machine.out-of-time"]
    assert not made.files


def test_public_names_are_those_that_are_listed() -> None:
    assert {name for name in issuebrief.__all__ if getattr(issuebrief, name) is None} == set()
    with pytest.raises(AttributeError, match="no attribute"):
        issuebrief.typeset  # noqa: B018
