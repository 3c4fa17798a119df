"""The end of a document laid out again is as it would be if all of it were."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from examples import further
from revisions import assert_same, layout_input_for
from setting import job, paragraph, write_brief

from issuebrief.layout import engine
from issuebrief.layout.rearranged import rearranged as rearranged_end

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.engine.pages import LayoutInput, Pages
    from issuebrief.layout.rearranged import Layout

BIO = " ".join(paragraph(number, 3) for number in range(4))
NOTES = "\n".join(f"[^{n}]: {paragraph(n, 2)}" for n in range(20))
MARKS = "".join(f"[^{n}]" for n in range(20))


class Layouts:
    """The layouts of which the end alone was laid out again, and those that were not."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.kept: list[int] = []
        self.whole = False
        plain = rearranged_end

        def rearranged(html: Any, last: Layout) -> Layout | None:
            again = None if self.whole else plain(html, last)
            if again is not None:
                self.kept.append(sum(page in last.pages for page in again.pages))
            return again

        patch.setattr(engine, "rearranged", rearranged)

    def compared(self, layout_input: LayoutInput) -> Pages:
        """The pages of a brief, which are the same if all layouts of it are whole."""
        self.whole = False
        found, told = engine.lay_out(layout_input)
        self.whole = True
        wanted, wanted_told = engine.lay_out(layout_input)
        assert found is not None and wanted is not None
        assert_same(found, wanted)
        assert told == wanted_told
        return found


@pytest.fixture
def layouts(monkeypatch: pytest.MonkeyPatch) -> Layouts:
    return Layouts(monkeypatch)


def layout_input(folder: Path, body: str, theme: str = "isdp", **front: Any) -> LayoutInput:
    publisher = {"name": "A House", "about": BIO}
    authors = [{"name": "Jane Doe", "bio": BIO}]
    return layout_input_for(
        job(write_brief(folder, body, theme=theme, authors=authors, publisher=publisher, **front))
    )


def part(number: int) -> str:
    """A section with a heading, a list, a table, a pull-quote and a link to the section before."""
    return (
        f"## Part {number}\n\n{paragraph(number)} [Nobody speaks of entry {number}.]{{.pull-quote}}\n\n"
        f"- {paragraph(number, 1)}\n- {paragraph(number, 2)}\n\n"
        f"| Hour | Tide |\n|---|---|\n| {number} | 4 |\n\n"
        f"{paragraph(number + 1)} See [the part before](#part-{max(0, number - 1)})."
    )


@pytest.mark.parametrize(
    ("theme", "counts"),
    [
        ("isdp", (14, 18)),
        *further(
            ("report", (16, 21)), ("isdp", (16, 21)), ("report", (14, 18)), ("policy-note", (14, 16, 18, 21))
        ),
    ],
)
def test_the_end_is_the_same_however_much_text_there_is(
    theme: str, counts: tuple[int, ...], tmp_path: Path, layouts: Layouts
) -> None:
    for count in counts:
        text = "\n\n".join(paragraph(number) for number in range(count))
        layouts.compared(layout_input(tmp_path / str(count), f"{text}{MARKS}\n\n{NOTES}", theme))
    assert sum(layouts.kept) > 1


@pytest.mark.parametrize("counts", [(5,), *further(((6, 8),))])
def test_sections_with_lists_tables_and_pull_quotes_are_the_same(
    counts: tuple[int, ...], tmp_path: Path, layouts: Layouts
) -> None:
    for count in counts:
        body = "\n\n".join(map(part, range(count))) + f"{MARKS}\n\n{NOTES}"
        layouts.compared(layout_input(tmp_path / str(count), body))
    assert layouts.kept
