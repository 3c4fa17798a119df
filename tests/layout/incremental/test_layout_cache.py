"""Incremental layout: each revision is as if it were the first, and what did not change is taken over."""

from __future__ import annotations

import gc
import random
import re
import shutil
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from examples import further
from PIL import Image
from revisions import RevisionCheck, assert_same, layout_input_for, small_layout_input, weighty
from setting import ROOT, job, paragraph, write_brief

from issuebrief.layout import engine
from issuebrief.layout.incremental.layout_cache import LayoutCache
from issuebrief.pagination.end_fits import Fit
from issuebrief.pdf.page_preview import proof

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from issuebrief.engine.pages import LayoutInput
    from issuebrief.job import Job

BIO = "She keeps the tide tables, and has done so for longer than anyone cares to say."
FRONT: dict[str, Any] = {
    "lang": "en-GB",
    "abstract": "What a crossing costs, and who pays for it in the end.",
    "authors": [{"name": "Editorial Desk", "bio": BIO}],
    "cover": {"image": "cover.png", "alt": "A ferry"},
}
LONG = " ".join(f"And the tide that came in at hour {hour} went out again." for hour in range(40))


def body(paragraphs: int = 12) -> str:
    """A text with one of everything that an editor may change."""
    middle = [paragraph(number) for number in range(2, paragraphs)]
    middle[3] += "[^a]"
    middle[7] += "[^b]"
    return "\n\n".join(
        [
            paragraph(1),
            "!!! pull-quote\n    Salt gets into the charts.",
            "## What was seen",
            *middle[:4],
            "- The first thing that was seen\n- The second thing that was seen",
            *middle[4:7],
            "| Hour | Boats |\n|------|-------|\n| Six | Four |\n| Ten | Six |\n\nTable: Boats by the hour",
            *middle[7:],
            "[^a]: The harbour master, in conversation.\n[^b]: The tide tables, which are never wrong.",
        ]
    )


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    Image.new("RGB", (600, 300), "navy").save(tmp_path / "cover.png")
    return write_brief(tmp_path, body(), **FRONT)


def change(brief: Path, old: str, new: str) -> None:
    text = brief.read_text("utf-8")
    assert old in text
    brief.write_text(text.replace(old, new, 1), "utf-8")


EDITS = {
    "a word inserted in a paragraph": ("Entry 5 begins", "Entry 5 quietly begins"),
    "a word taken out of a paragraph": ("Entry 9 begins here", "Entry 9 begins"),
    "a word made bold": ("Entry 5 begins", "Entry 5 **begins**"),
    "a link": ("Entry 5 begins", "Entry 5 [begins](https://example.org/)"),
    "lines that go over to the next page": ("Entry 4 begins", f"{LONG} Entry 4 begins"),
    "a heading": ("## What was seen", "## What was seen and heard"),
    "a list item": ("The second thing", "The second and last thing"),
    "a table cell": ("| Four |", "| Four or five, it was hard to tell |"),
    "a caption": ("Boats by the hour", "Boats and ships by the hour"),
    "a note": ("The harbour master,", "The harbour master himself,"),
    "a pull-quote": ("    Salt gets into the charts.", "    The bread and the conversation."),
    "a pull-quote's passage": ("Salt gets into the charts, the bread", "The charts, the bread"),
    "a title": ("Notes on a Crossing", "More Notes on a Crossing"),
    "an abstract": ("What a crossing costs", "What a crossing by night costs"),
    "an author's bio": ("for longer than", "for rather longer than"),
    "a note added": ("Entry 3 begins here.", "Entry 3 begins here.[^b]"),
    "a paragraph added": ("Entry 8 begins", "A new one, and short.\n\nEntry 8 begins"),
    "a paragraph removed": (paragraph(6) + "\n\n", ""),
    "a list item added": ("- The second thing", "- A thing between\n- The second thing"),
    "a heading added": ("Entry 10 begins", "### Later\n\nEntry 10 begins"),
    "a pull-quote added": (
        "Entry 10 begins",
        "!!! pull-quote\n    Nobody on the quay speaks.\n\nEntry 10 begins",
    ),
    "another language": ("lang: en-GB", "lang: de"),
}


SOME_EDITS = (
    "lines that go over to the next page",
    "a note added",
    "a title",
    "a pull-quote added",
    "a paragraph removed",
)
"""Of several kinds: over pages, within a block, in several parts of the brief, blocks more and fewer."""
OTHER_EDITS = tuple(name for name in EDITS if name not in SOME_EDITS)


@pytest.mark.parametrize("names", [SOME_EDITS, *further((OTHER_EDITS,))])
def test_each_revision_is_as_if_it_were_the_first(brief: Path, names: Sequence[str]) -> None:
    """In each revision one edit is undone and the next one is made."""
    check, text = RevisionCheck(), brief.read_text("utf-8")
    check.set(layout_input_for(job(brief)))
    for name in names:
        brief.write_text(text, "utf-8")
        change(brief, *EDITS[name])
        check.set(layout_input_for(job(brief)))
        assert check.pages, name


@pytest.mark.parametrize(
    ("name", "seed", "revisions"),
    [
        ("reading-the-launch-calendar", 4, 4),
        *further(("reading-the-launch-calendar", 4, 9), ("return-to-the-moon", 3, 9)),
    ],
)
def test_a_shipped_brief_survives_a_row_of_edits_by_chance(
    tmp_path: Path, name: str, seed: int, revisions: int
) -> None:
    folder = tmp_path / name
    shutil.copytree(ROOT / "content" / name, folder)
    shutil.copy(ROOT / "content" / "publisher.yaml", folder)
    work, chance, cache = job(folder / "brief.md", ROOT), random.Random(seed), LayoutCache()
    for number in range(revisions):
        if number:
            edit_by_chance(folder / "brief.md", chance)
        layout_input = layout_input_for(work)
        # Every fourth is compared with a fresh layout; the revisions between them are only made.
        if number % 4 == 3:
            found, _ = cache.lay_out(layout_input)
            fresh, _ = engine.lay_out(layout_input)
            assert found and fresh
            assert_same(found, fresh)
        else:
            assert cache.lay_out(layout_input)[0]


def edit_by_chance(brief: Path, chance: random.Random) -> None:
    """Insert, remove or replace a word somewhere in the text."""
    lines = brief.read_text("utf-8").split("\n")
    begin = lines.index("---", 1)
    long = [n for n, line in enumerate(lines) if n > begin and len(line) > 60 and line[0] not in "#|!\t"]
    place = chance.choice(long)
    words = lines[place].split(" ")
    at = chance.randrange(4, len(words) - 1)
    plain = re.fullmatch("[a-z]+", words[at]) is not None
    new = chance.choice(["indeed", "perhaps", "considerably", "of", "a", "international", "cooperation"])
    kind = chance.random()
    if kind < 0.4 or not plain:
        words.insert(at, new)
    elif kind < 0.8:
        words[at] = new
    else:
        del words[at]
    lines[place] = " ".join(words)
    brief.write_text("\n".join(lines), "utf-8")


def pdf(pages: Any, number: int, work: Job) -> bytes:
    from issuebrief.pipeline.read import read

    manuscript, _ = read(work)
    assert manuscript
    return proof(pages, pages.document.pages[number], manuscript.source).content


def test_what_is_drawn_is_the_same_too(brief: Path) -> None:
    work, cache = job(brief), LayoutCache()
    cache.lay_out(layout_input_for(work))
    for edit in ("a word inserted in a paragraph", "a pull-quote", "a table cell"):
        change(brief, *EDITS[edit])
        found, _ = cache.lay_out(layout_input_for(work))
        fresh, _ = engine.lay_out(layout_input_for(work))
        assert found and fresh
        for number in range(len(found)):
            assert pdf(found, number, work) == pdf(fresh, number, work), (edit, number)


def test_pages_on_which_nothing_changed_are_the_very_same(brief: Path) -> None:
    write_brief(brief.parent, body(18), **FRONT)
    check = RevisionCheck()
    assert check.set(layout_input_for(job(brief))) == [1, 2, 3]
    change(brief, "The harbour master,", "The harbour master himself,")
    made = check.set(layout_input_for(job(brief)))
    assert (1 in made, 3 in made) == (False, True)
    assert check.set(layout_input_for(job(brief))) == []
    change(brief, "So ends entry 17.", "So ends the last entry.")
    assert 1 not in check.set(layout_input_for(job(brief)))


def test_pages_of_a_brief_that_is_not_arranged_as_usual_are_the_very_same_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its last page would be nearly empty, so that pages are a line longer, and white is less."""
    folder = tmp_path / "brief"
    shutil.copytree(ROOT / "content/return-to-the-moon", folder)
    shutil.copy(ROOT / "content/publisher.yaml", folder)
    check, brief = RevisionCheck(), job(folder / "brief.md", ROOT)
    check.set(layout_input_for(brief))
    assert (len(check.cache._kept) > 1, check.expected) == (True, [])
    change(folder / "brief.md", "moves by smaller steps", "moves by smaller strides")
    made: list[Fit] = []
    revision = check.cache._revision

    def noted(fit: Fit, *given: Any) -> Any:
        made.append(fit)
        return revision(fit, *given)

    monkeypatch.setattr(check.cache, "_revision", noted)
    assert check.set(layout_input_for(brief)) == [2, 3]
    # The pages that come of it are known before any other way is tried, and each way is tried once.
    assert check.pages is not None
    (expected,) = check.expected
    assert [*map(id, expected.document.pages)] == [*map(id, check.pages.document.pages)]
    assert (made[0] != Fit(), Fit() in made, len(made)) == (True, True, len(set(made)))


def test_a_picture_that_changed_on_disk_is_opened_again(brief: Path) -> None:
    check = RevisionCheck()
    check.set(layout_input_for(job(brief)))
    Image.new("RGB", (600, 500), "navy").save(brief.parent / "cover.png")
    assert check.set(layout_input_for(job(brief))) == [1, 2]


def test_another_theme_and_another_style_are_taken(brief: Path) -> None:
    check = RevisionCheck()
    check.set(layout_input_for(job(brief)))
    change(brief, "---\n", "---\ntheme: policy-note\n")
    check.set(layout_input_for(job(brief)))
    change(brief, "theme: policy-note\n", "theme: isdp\n")
    check.set(layout_input_for(job(brief)))
    layout_input = layout_input_for(job(brief))
    own = brief.parent / "own.css"
    for size in ("12pt", "9pt"):
        own.write_text(f".body h2 {{ margin-top: {size} }}", "utf-8")
        check.set(replace(layout_input, styles=(*layout_input.styles, own)))


def test_a_running_head_that_changes_changes_on_all_pages(tmp_path: Path) -> None:
    css = ".head { position: running(head) } @page { @top-left { content: element(head) } }"
    css += "@page :first { @top-left { content: none } }"
    lines = "".join(f"<p>Line {number}.</p>" for number in range(60))
    check = RevisionCheck()
    for head in ("The House", "The Other House", "The Other House"):
        made = check.set(small_layout_input(tmp_path, f"<p class=head>{head}</p>{lines}", css))
    assert made == []


class Stop(Exception):
    pass


def abandoned(check: RevisionCheck, layout_input: LayoutInput, page: int) -> bool:
    """Begin a revision and abandon it before a page, if there are so many."""
    calls = 0

    def between() -> None:
        nonlocal calls
        calls += 1
        if calls == page:
            raise Stop

    try:
        check.cache.lay_out(layout_input, between)
    except Stop:
        return True
    return False


WORDS_MORE = ("Line 20.", "Many other words. " * 8)
AN_ELEMENT_MORE = ("<p id=p20>", "<p>New.</p><p id=p20>")
ANOTHER_SIDEBAR = ("Said aside.", "Said a long way off, and at length.")


@pytest.mark.parametrize(("old", "new"), [AN_ELEMENT_MORE, *further(WORDS_MORE, ANOTHER_SIDEBAR)])
def test_a_revision_that_is_abandoned_at_any_page_leaves_no_trace(tmp_path: Path, old: str, new: str) -> None:
    css = "main { width: 180px } aside { position: absolute; top: 0; left: 190px; width: 60px }"
    aside = "<aside id=q data-passage=p30><p>Said aside.</p></aside>"
    lines = "".join(f"<p id=p{number}>Line {number}.</p>" for number in range(60))
    body = f"<main>{lines}</main>".replace("<p id=p15>", aside + "<p id=p15>")
    edit = body.replace(old, new)
    assert edit != body
    check = RevisionCheck()
    check.set(small_layout_input(tmp_path, body, css))
    for page in range(1, 6):
        if not abandoned(check, small_layout_input(tmp_path, edit, css), page):
            break
        # Another edit, from which the abandoned one is gone or not; and then none.
        after = edit if page % 2 else body
        check.set(small_layout_input(tmp_path, after.replace("Line 40.", "Changed."), css))
        check.set(small_layout_input(tmp_path, body, css))
    else:
        page = 6
    assert page > 3


def test_an_abandoned_revision_of_a_brief_leaves_no_trace(brief: Path) -> None:
    check = RevisionCheck()
    check.set(layout_input_for(job(brief)))
    change(brief, *EDITS["a paragraph added"])
    assert abandoned(check, layout_input_for(job(brief)), 2)
    change(brief, *EDITS["a list item"])
    check.set(layout_input_for(job(brief)))


def test_what_cannot_be_set_is_told_and_when_it_is_mended_all_is_well(tmp_path: Path) -> None:
    css = "main { width: 180px } aside { position: absolute; left: 190px; width: 60px }"
    quote = '<aside id="q" class="pull-quote" data-passage="p"><p>{}</p></aside><main><p id="p">Words.</p>'
    check = RevisionCheck()
    check.set(small_layout_input(tmp_path, quote.format("Short."), css))
    assert check.pages
    tall = small_layout_input(tmp_path, quote.format("Long words. " * 60), css)
    found, problems = check.cache.lay_out(tall)
    assert (found, [problem.code for problem in problems]) == (None, ["sidebar.too-tall"])
    check.set(tall)
    check.set(small_layout_input(tmp_path, quote.format("Short again."), css))
    assert check.pages


def test_a_picture_that_is_missing_is_told_of_in_each_revision(tmp_path: Path) -> None:
    check = RevisionCheck()
    for word in ("one", "two", "three"):
        layout_input = small_layout_input(tmp_path, f"<p>Word {word}</p><img src=none.png alt=''>")
        check.set(layout_input)
        assert weighty(check.cache.lay_out(layout_input)[1])
    Image.new("RGB", (60, 30), "navy").save(tmp_path / "none.png")
    check.set(layout_input)
    assert not weighty(check.cache.lay_out(layout_input)[1])


def test_what_is_wrong_with_a_theme_is_told_in_each_revision(tmp_path: Path) -> None:
    check = RevisionCheck()
    for word in ("one", "two", "three"):
        layout_input = small_layout_input(tmp_path, f"<p>Word {word}</p>", "p { colr: red }")
        check.set(layout_input)
        assert weighty(check.cache.lay_out(layout_input)[1])
    check.set(small_layout_input(tmp_path, "<p>Word three</p>", "p { color: red }"))
    assert not weighty(check.cache.lay_out(layout_input)[1])


def test_a_theme_at_which_the_engine_fails_is_told_and_mended(tmp_path: Path) -> None:
    check = RevisionCheck()
    check.set(small_layout_input(tmp_path, "<p>Words</p>"))
    endless = "p { margin-left: calc(1mm * 1e300 * 1e300) }"
    found, problems = check.cache.lay_out(small_layout_input(tmp_path, "<p>Words</p>", endless))
    assert (found, [problem.code for problem in problems]) == (None, ["style.breaks-layout"])
    check.set(small_layout_input(tmp_path, "<p>More words</p>"))
    assert check.pages


def test_an_old_revision_is_let_go_and_nothing_grows(brief: Path) -> None:
    cache = LayoutCache()
    old = []
    sizes = []
    for number in range(6):
        text = brief.read_text("utf-8")
        brief.write_text(re.sub(r"Entry 1\d? begins\w*", f"Entry 1 begins{number}", text, count=1), "utf-8")
        pages, _ = cache.lay_out(layout_input_for(job(brief)))
        assert pages
        old.append(weakref.ref(pages.document.pages[0]._page_box))
        if number in (2, 5):
            del pages
            sizes.append(held_by(cache))
    gc.collect()
    assert sizes[0] == sizes[1]
    last = cache._loaded
    assert last and len(last.break_cache.metrics._by_style) <= sizes[1]["styles"]
    assert sum(box() is not None for box in old) == 1


def held_by(cache: LayoutCache) -> dict[str, int]:
    """How much is kept, by what it is."""
    (last,), loaded = cache._kept.values(), cache._loaded
    assert loaded
    return {
        "styles": len(last.context.style_for.get_computed_styles()),
        "parents": len(last.copy.parents),
        "versions": len(last.copy.versions),
        "children": len(last.decisions.children),
        "line breaks": len(last.decisions.line_breaks),
        "pictures": len(loaded.pictures),
    }


def test_a_word_that_is_divided_otherwise_from_now_on_is_set_again(brief: Path) -> None:
    check, layout_input = RevisionCheck(), layout_input_for(job(brief))
    check.set(layout_input)
    assert check.set(replace(layout_input, hyphenation=("har-bour", "tables"))) != []
    assert check.set(replace(layout_input, hyphenation=("har-bour", "tables"))) == []


def test_what_a_house_states_comes_and_goes(tmp_path: Path) -> None:
    check = RevisionCheck()
    thanks = {"acknowledgements": "The pilots were patient.", "license": "CC BY 4.0"}
    for front in (
        FRONT,
        {**FRONT, **thanks},
        {**FRONT, **thanks, "draft": True},
        {**FRONT, "draft": True},
        FRONT,
    ):
        Image.new("RGB", (20, 10), "navy").save(tmp_path / "cover.png")
        check.set(layout_input_for(job(write_brief(tmp_path, body(), **front))))
        assert check.pages
