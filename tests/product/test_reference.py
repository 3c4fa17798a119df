"""The reference brief, where it lies beside the repository: set whole, with nothing lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pdf_facts import Facts, out_of_order, outside, overprinted, spoken, squeezed
from setting import ROOT
from validators import A_2A, UA_1, claims, page_validation, qpdf, spoken_aloud

from issuebrief.job import Job
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Iterator

REFERENCE = ROOT.parent / "shared" / "reference" / "russia-dprk-space" / "brief.md"

pytestmark = pytest.mark.skipif(
    not REFERENCE.is_file(), reason="the reference brief is not beside this repository"
)


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Facts]:
    pdf = tmp_path_factory.mktemp("reference") / "brief.pdf"
    outcome = set_brief(Job.for_screen(REFERENCE, pdf, search_path(ROOT)))
    # Its cover has 271 dots to the inch, and two of its lines cannot be broken well.
    assert {problem.code for problem in outcome.problems} <= {"lines.loose", "picture.low-resolution"}
    assert outcome.written
    with Facts(pdf) as facts:
        yield facts


def definitions() -> dict[str, str]:
    return dict(re.findall(r"^\[\^(\S+?)\]:\s*(.*)$", REFERENCE.read_text("utf-8"), re.MULTILINE))


def test_all_notes_are_there_and_linked_both_ways(facts: Facts) -> None:
    names = [link.target.name for link in facts.links if link.target]
    assert {name for name in names if name.startswith("note-")} == {
        f"note-{number}" for number in range(1, 42)
    }
    assert {name for name in names if re.fullmatch(r"mark-\d+-1", name)} == {
        f"mark-{n}-1" for n in range(1, 42)
    }
    assert len(definitions()) == 41


def test_all_notes_are_read_in_the_order_of_the_text(facts: Facts) -> None:
    text = REFERENCE.read_text("utf-8")
    order = list(dict.fromkeys(re.findall(r"\[\^(\S+?)\](?!:)", text)))
    notes = [re.sub(r"<(https?://[^>]+)>|\*", r"\1", definitions()[name]) for name in order]
    assert out_of_order(spoken(facts.reading), notes) == []


def test_every_url_is_live(facts: Facts) -> None:
    wanted = set(re.findall(r"https?://[^\s<>)]+(?=>)", REFERENCE.read_text("utf-8")))
    assert wanted <= {link.address for link in facts.links}


def test_every_pull_quote_is_read_twice_over_once_in_the_text_and_once_beside_it(facts: Facts) -> None:
    text = REFERENCE.read_text("utf-8")
    quotes = [
        a or b
        for a, b in re.findall(
            r"\[([^\[\]]+)\]\{\.pull-quote\}|^!!! pull-quote\n    (.*)$", text, re.MULTILINE
        )
    ]
    assert len(quotes) == 4
    read = spoken(facts.reading).casefold()
    for quote in quotes:
        assert read.count(squeezed(quote).casefold()) in (1, 2)


def test_nothing_is_outside_and_nothing_overprinted(facts: Facts) -> None:
    assert outside(facts) == []
    assert all(overprinted(letters) == [] for letters in facts.letters)
    assert all(face.embedded and face.subset for face in facts.faces)


def test_it_keeps_both_standards_say_others(facts: Facts) -> None:
    assert claims(facts.path) == {"PDF/UA-1", "PDF/A-2a"}
    assert page_validation(facts.path, UA_1) == []
    assert page_validation(facts.path, A_2A) == []
    assert spoken_aloud(facts.path) == []
    assert qpdf(facts.path) == []


def test_it_is_small(facts: Facts) -> None:
    assert facts.path.stat().st_size <= 350_000
