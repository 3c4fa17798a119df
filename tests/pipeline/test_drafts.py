"""A draft says so on each page and on the web, promises no archive, and is kept from the press."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pytest
from examples import further
from pdf_facts import Facts, spoken
from setting import SMALL_PICTURES, facts_of, job, paragraph, set_text, write_brief
from validators import UA_1, claims, page_validation, spoken_aloud
from web_pages import page_of

from issuebrief.diagnostics.model import Severity
from issuebrief.diagnostics.policy import SeverityPolicy
from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.job import Job

BODY = "\n\n".join(paragraph(number) for number in range(16))
LARGE = 50


def marks(facts: Facts, word: str) -> dict[int, tuple[float, float]]:
    """The middle of the large word on each page that has one."""
    found: dict[int, tuple[float, float]] = {}
    for number, letters in enumerate(facts.letters):
        large = [letter for letter in letters if letter.size > LARGE]
        if "".join(letter.char for letter in large).strip() == word:
            left, right = min(each.left for each in large), max(each.right for each in large)
            top, bottom = min(each.top for each in large), max(each.bottom for each in large)
            found[number] = (left + right) / 2, (top + bottom) / 2
    return found


@pytest.mark.parametrize(("theme", "pages"), [("isdp", 0), *further(("policy-note", 0), ("report", 1))])
def test_a_watermark_is_in_the_middle_of_each_page_and_is_no_content(
    tmp_path: Path, theme: str, pages: int
) -> None:
    facts = facts_of(tmp_path, BODY, theme=theme, draft=True)
    found = marks(facts, "Draft")
    assert list(found) == list(range(pages, len(facts)))
    for x, _ in found.values():
        assert x == pytest.approx(facts.size[0] / 2, abs=6)
    assert spoken(facts.reading).count("Draft") == 1
    path = tmp_path / "brief.pdf"
    assert claims(path) == {"PDF/UA-1"}
    assert page_validation(path, UA_1) == spoken_aloud(path) == []
    with pikepdf.open(path) as pdf:
        streams = [pikepdf.unparse_content_stream(pikepdf.parse_content_stream(page)) for page in pdf.pages]
    assert sum(b"/Watermark" in stream for stream in streams) == len(found)


def test_the_word_is_that_of_the_language(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, BODY, lang="de", draft=True)
    assert marks(facts, "Entwurf").keys() == set(range(len(facts)))


@pytest.mark.parametrize("size", ["a4", *(value for value in further("a5", "square"))])
def test_a_long_word_stays_on_pages_of_any_size(tmp_path: Path, size: str) -> None:
    facts = facts_of(tmp_path, BODY, lang="pl", draft=True, page_size=size)
    for letters in facts.letters:
        large = [letter for letter in letters if letter.size > LARGE]
        assert "".join(letter.char for letter in large).strip() == "Wersja robocza"
        assert min(letter.left for letter in large) > 0
        assert max(letter.right for letter in large) < facts.size[0]
        assert min(letter.top for letter in large) > 0
        assert max(letter.bottom for letter in large) < facts.size[1]


def test_the_word_is_in_the_middle_of_facing_pages_too(tmp_path: Path) -> None:
    (tmp_path / "styles/themes").mkdir(parents=True)
    (tmp_path / "styles/themes/bound.css").write_text('@import "isdp.css";\n:root { --binding: 6mm }\n')
    facts = facts_of(tmp_path, BODY, theme="bound", draft=True)
    assert len(facts) > 1
    for x, _ in marks(facts, "Draft").values():
        assert x == pytest.approx(facts.size[0] / 2, abs=6)


def test_an_embargo_is_printed_above_the_title_and_told(tmp_path: Path) -> None:
    front = {"embargo": "2999-12-12 00:01 CET", "lang": "en-GB"}
    facts = facts_of(tmp_path / "paper", BODY, **front)
    line = "Embargoed until 12 December 2999, 00:01 CET"
    (found,) = [each for each in facts.lines if each.text == line]
    title = next(each for each in facts.lines if each.text == "Notes on a Crossing")
    assert (found.page, found.baseline < title.baseline) == (0, True)
    assert b"<prism:embargoDate>2999-12-11T23:01:00Z</prism:embargoDate>" in packet_of(tmp_path / "paper")
    page = page_of(tmp_path / "web", BODY, draft=True, **front)
    assert [page.words(each) for each in page.css(".notices")[0]] == ["Draft", line]
    assert page.data["creativeWorkStatus"] == "Draft"
    assert page.data["conditionsOfAccess"] == "Embargoed until 2999-12-11T23:01:00+00:00"
    assert page.tag("dcterms.available") == ["2999-12-11T23:01:00+00:00"]


def packet_of(folder: Path) -> bytes:
    with pikepdf.open(folder / "brief.pdf") as pdf:
        return pdf.Root.Metadata.read_bytes()


def for_press(folder: Path, policy: SeverityPolicy = SMALL_PICTURES) -> Job:
    brief = write_brief(folder, BODY, draft=True)
    screen = job(brief)
    press = Output(Purpose.PRESS, folder / "brief-press.pdf")
    return replace(screen, outputs=(*screen.outputs, press), policy=policy)


def test_a_draft_is_not_made_for_the_press_and_the_screen_has_it(tmp_path: Path) -> None:
    outcome = set_brief(for_press(tmp_path))
    (problem,) = outcome.problems
    assert (problem.code, problem.place and problem.place.line) == ("press.draft", 6)
    assert [delivery.written for delivery in outcome.deliveries] == [True, False]


def test_a_house_may_print_proofs_of_a_draft(tmp_path: Path) -> None:
    outcome = set_brief(for_press(tmp_path, SeverityPolicy((("press.draft", Severity.WARNING),))))
    assert [delivery.written for delivery in outcome.deliveries] == [True, True]
    assert marks(Facts(tmp_path / "brief-press.pdf"), "Draft")


def test_a_brief_that_is_no_draft_has_no_watermark(tmp_path: Path) -> None:
    outcome, path = set_text(tmp_path, BODY, draft=False)
    assert outcome.problems == ()
    assert b"Watermark" not in path.read_bytes()
    assert claims(path) == {"PDF/UA-1", "PDF/A-2a"}
