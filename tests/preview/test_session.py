"""A revision: its pages, the places of its pieces, what is counted, and when it is abandoned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from setting import paragraph, write_brief

from issuebrief.pdf import page_preview
from issuebrief.preview.model import Cancelled, Failure, Revision
from issuebrief.preview.session import RenderSession
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def never() -> bool:
    return False


def session_on(brief: Path) -> RenderSession:
    return RenderSession(brief, search_path(brief.parent), brief.parent)


def revision(session: RenderSession, known: set[str] | None = None) -> Revision:
    made = session.revision(known or set(), never)
    assert isinstance(made, Revision), made
    return made


def codes(problems: tuple[Diagnostic, ...]) -> list[str]:
    return [problem.code for problem in problems]


def long_text(first: str = "Entry nothing.", entries: int = 18) -> str:
    parts = "\n\n".join(paragraph(number) for number in range(1, entries + 1))
    return f"{first}\n\n## What was seen\n\n{parts}\n\n### And heard\n\nThe end.[^a]\n\n[^a]: A note."


def test_a_revision_knows_where_everything_stands(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, long_text())
    made = revision(session_on(brief))
    lines = brief.read_text("utf-8").split("\n")
    assert (made.number, made.title, made.problems) == (1, "Notes on a Crossing", ())
    assert [(page.folio, round(page.width), round(page.height)) for page in made.pages] == [
        (str(number), 595, 842) for number in range(1, len(made.pages) + 1)
    ]
    assert [(head.title, head.level) for head in made.headings[:3]] == [
        ("Notes on a Crossing", 1),
        ("What was seen", 2),
        ("And heard", 3),
    ]
    # What the templates say has no line in the file.
    assert {(head.title, head.line) for head in made.headings[3:]} >= {("Endnotes", 0)}
    for head in made.headings[:3]:
        assert head.title in lines[head.line - 1]
    by_line = {block.line: block for block in made.blocks}
    for number, line in enumerate(lines, 1):
        if line.startswith("Entry"):
            block = by_line[number]
            assert block.file == "brief.md"
            assert 0 <= block.page < len(made.pages)
            assert (0 < block.x < 595, 0 < block.y < 842, 100 < block.width < 595) == (True, True, True)


def test_what_there_is_is_counted(tmp_path: Path) -> None:
    text = "One *t*wo three-four don’t.[^a]\n\n- five\n- six\n\n[^a]: A note."
    counts = revision(session_on(write_brief(tmp_path, text))).counts
    assert (counts.pages, counts.words, counts.notes) == (1, 6, 1)
    fuller = revision(session_on(write_brief(tmp_path, f"{text}\n\n{paragraph(1, 12)}"))).counts
    assert fuller.pages == 1
    assert 0.3 < counts.fill < fuller.fill < 1


def test_a_page_of_its_own_looks_like_the_page_in_the_brief(tmp_path: Path) -> None:
    made = revision(session_on(write_brief(tmp_path, long_text())))
    assert set(made.drawn) == {page.key for page in made.pages}
    texts = []
    for page in made.pages:
        with pypdfium2.PdfDocument(made.drawn[page.key]) as document:
            assert len(document) == 1
            assert document[0].get_size() == pytest.approx((page.width, page.height), abs=0.01)
            texts.append(document[0].get_textpage().get_text_bounded())
    assert "Entry 1 begins here." in texts[0].replace("\r\n", " ")
    assert "The end." in "".join(texts)


def test_a_work_that_is_changed_in_its_file_is_seen_at_once(tmp_path: Path) -> None:
    works = tmp_path / "references.bib"
    works.write_text("@book{a, title={Night}, author={Gauge, Ada}, publisher={P}, year=2019}", "utf-8")
    session = session_on(write_brief(tmp_path, "So it is [@a]."))
    before = {page.key for page in revision(session).pages}
    works.write_text("@book{a, title={Dawn}, author={Gauge, Ada}, publisher={P}, year=2019}", "utf-8")
    assert {page.key for page in revision(session).pages} != before


def test_only_what_looks_otherwise_is_drawn_again(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, long_text())
    session = session_on(brief)
    first = revision(session)
    known = {page.key for page in first.pages}
    assert revision(session, known).drawn == {}
    brief.write_text(brief.read_text("utf-8").replace("The end.", "The and."), "utf-8")
    changed = revision(session, known)
    assert len(changed.pages) == len(first.pages)
    differing = [a.key != b.key for a, b in zip(first.pages, changed.pages, strict=True)]
    assert differing.count(True) == 1
    assert set(changed.drawn) == {changed.pages[differing.index(True)].key}


def test_it_is_abandoned_between_any_two_steps(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, long_text(entries=11))
    session = session_on(brief)
    asked = 0

    def count() -> bool:
        nonlocal asked
        asked += 1
        return False

    assert isinstance(session.revision(set(), count), Revision)
    assert asked >= 4
    for number in range(1, asked + 1):
        left = number

        def countdown() -> bool:
            nonlocal left
            left -= 1
            return left == 0

        session = session_on(brief)
        with pytest.raises(Cancelled):
            session.revision(set(), countdown)
        assert isinstance(revision(session), Revision)


def test_what_keeps_a_brief_from_being_set_is_a_failure(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "A mark.[^none]")
    session = session_on(brief)
    failed = session.revision(set(), never)
    assert isinstance(failed, Failure)
    assert codes(failed.problems) == ["notes.undefined"]
    assert session.inspected() == ()
    brief.unlink()
    failed = session.revision(set(), never)
    assert codes(failed.problems) == ["source.missing"]


def test_a_picture_that_is_half_saved_is_a_problem_and_the_whole_one_is_none(tmp_path: Path) -> None:
    from PIL import Image

    brief = write_brief(tmp_path, "Text.\n\n![A square](square.png)")
    picture = tmp_path / "square.png"
    Image.effect_noise((1200, 1200), 50).save(picture)
    whole = picture.read_bytes()
    picture.write_bytes(whole[: len(whole) // 2])
    session = session_on(brief)
    failed = session.revision(set(), never)
    assert failed.problems
    assert all(problem.place for problem in failed.problems)
    picture.write_bytes(whole)
    assert "pictures" not in {code.partition(".")[0] for code in codes(revision(session).problems)}


def test_a_mistake_in_a_theme_is_told_at_its_line_and_mended_by_the_next_save(tmp_path: Path) -> None:
    theme = tmp_path / "styles" / "themes" / "ours.css"
    theme.parent.mkdir(parents=True)
    theme.write_text(":root {\n  --grid: 12pears;\n}\n")
    brief = write_brief(tmp_path, "Text.", theme="ours")
    session = session_on(brief)
    failed = session.revision(set(), never)
    assert failed.problems
    assert {problem.place.path for problem in failed.problems if problem.place} == {theme}
    theme.write_text(":root {\n  --accent: #123456;\n}\n")
    assert revision(session).problems == ()


def test_the_house_s_rulings_count_and_its_mistakes_are_told(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "Text.\n\n[^unused]: A note.")
    session = session_on(brief)
    assert codes(revision(session).problems) == ["notes.unused"]
    house = tmp_path / "issuebrief.toml"
    house.write_text('[preflight]\n"notes.unused" = "off"\n')
    assert codes(revision(session).problems) == []
    house.write_text("[preflight\n")
    assert sorted(codes(revision(session).problems)) == ["configuration.toml", "notes.unused"]


def test_pages_in_sight_are_drawn_and_shown_before_the_others(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, long_text())
    early: list[Revision] = []
    made = session_on(brief).revision(set(), never, (1,), early.append)
    assert isinstance(made, Revision)
    assert (made.whole, [page.coming for page in made.pages]) == (True, [False] * len(made.pages))
    first = early[0]
    assert (first.whole, first.number, first.blocks, first.counts) == (
        False,
        1,
        made.blocks,
        made.counts,
    )
    assert [page.coming for page in first.pages] == [n != 1 for n in range(len(made.pages))]
    assert first.pages[1] == made.pages[1]
    assert set(first.drawn) == {made.pages[1].key}
    # No page is sent twice.
    sent = {key for each in early for key in each.drawn}
    assert set(made.drawn) == {page.key for page in made.pages} - sent


def test_nothing_is_shown_early_that_looks_as_before(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, long_text())
    session = session_on(brief)
    known = {page.key for page in revision(session).pages}
    early: list[Revision] = []
    brief.write_text(brief.read_text("utf-8").replace("The end.", "The and."), "utf-8")
    made = session.revision(known, never, (0,), early.append)
    assert isinstance(made, Revision)
    assert (early, len(made.drawn)) == ([], 1)


def test_pages_that_were_drawn_before_it_was_abandoned_are_not_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_on(write_brief(tmp_path, long_text()))
    drawn: list[Any] = []
    plain = page_preview.proof

    def proof(pages: Any, page: Any, source: Any) -> Any:
        drawn.append(page)
        return plain(pages, page, source)

    monkeypatch.setattr(page_preview, "proof", proof)
    with pytest.raises(Cancelled):
        session.revision(set(), lambda: len(drawn) == 1)
    assert len(drawn) == 1
    made = revision(session)
    assert len(drawn) == len(made.pages) == len({id(page) for page in drawn})
    assert set(made.drawn) == {page.key for page in made.pages}


def test_pages_that_were_left_undrawn_are_drawn_though_the_next_revision_failed(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, long_text())
    session = session_on(brief)
    assert session.rest(set(), never) == Failure(())
    early: list[Revision] = []
    with pytest.raises(Cancelled):
        session.revision(set(), lambda: bool(early), (0,), early.append)
    good = brief.read_text("utf-8")
    brief.write_text(good + "[^nowhere]", "utf-8")
    assert isinstance(session.revision(set(early[0].drawn), never), Failure)
    rest = session.rest(set(early[0].drawn), never)
    assert isinstance(rest, Revision)
    assert (rest.whole, rest.number) == (True, early[0].number)
    assert set(rest.drawn) == {page.key for page in rest.pages} - set(early[0].drawn)
    brief.write_text(good, "utf-8")
    assert [page.key for page in revision(session).pages] == [page.key for page in rest.pages]


def test_a_logo_that_is_replaced_is_drawn_anew(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="8" fill="{}"/></svg>'
    logo.write_text(drawing.format("#123456"))
    (tmp_path / "publisher.yaml").write_text("name: A\nlogo: {light: logo.svg, dark: logo.svg}\n")
    session = session_on(write_brief(tmp_path / "ebb", long_text()))
    before = revision(session)
    logo.write_text(drawing.format("#ffcc00"))
    after = revision(session, {page.key for page in before.pages})
    assert after.pages[0].key != before.pages[0].key
    assert after.pages[1].key == before.pages[1].key


def test_a_chart_is_drawn_again_as_soon_as_its_data_change(tmp_path: Path) -> None:
    data = tmp_path / "data.csv"
    data.write_text("Place,Boats\nMalmö,3\nYstad,5\n", "utf-8")
    brief = write_brief(tmp_path, f"{paragraph(1)}\n\n```chart\ntype: bar\ndata: data.csv\n```\n")
    session = session_on(brief)
    first = revision(session)
    data.write_text("Place,Boats\nMalmö,3\nYstad,8\n", "utf-8")
    second = revision(session)
    assert [page.key for page in first.pages] != [page.key for page in second.pages]
    data.write_text("Place,Boats\nMalmö,3\nYstad,eight\n", "utf-8")
    failed = session.revision(set(), never)
    assert isinstance(failed, Failure)
    (problem,) = failed.problems
    assert problem.place is not None
    assert (problem.code, problem.place.path.name, problem.place.line) == ("chart.cell", "data.csv", 3)
