"""Which briefs a PATH means, and where their deliverables go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from issuebrief.job import Purpose
from issuebrief.project.workspace import WrongUsage, jobs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.job import Job


def brief(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "brief.md").write_text("---\ntitle: T\n---\n")
    return folder / "brief.md"


def files(job: Job) -> list[str]:
    """The files of a job, as seen from the current folder."""
    return [output.path.relative_to(Path.cwd()).as_posix() for output in job.outputs]


def wrong(paths: list[str], output: str | None, workplace: Path, *purposes: Purpose) -> tuple[str, str]:
    with pytest.raises(WrongUsage) as caught:
        jobs(paths, output, workplace, purposes=purposes or (Purpose.SCREEN,))
    return str(caught.value), caught.value.hint


def test_without_a_path_all_briefs_of_content_go_into_build(workplace: Path) -> None:
    moon, mars = brief(workplace / "content/moon"), brief(workplace / "content/mars")
    (workplace / "content/publisher.yaml").touch()
    made = jobs([], None, workplace)
    assert [job.brief for job in made] == [mars, moon]
    assert [files(job) for job in made] == [["build/mars.pdf"], ["build/moon.pdf"]]


def test_briefs_in_folders_by_year_are_found(workplace: Path) -> None:
    found = [
        brief(workplace / "content" / name) for name in ("2025/tides", "2026/ebb", "2026/space/moon", "flood")
    ]
    brief(workplace / "content/flood/drafts")
    brief(workplace / "content/2026/.old/gone")
    (workplace / "content/2026/back").symlink_to(workplace / "content")
    assert [job.brief for job in jobs([], None, workplace)] == found
    assert [job.brief for job in jobs(["content/2026"], None, workplace)] == found[1:3]
    assert files(jobs([], None, workplace)[2]) == ["build/moon.pdf"]


def test_two_briefs_of_one_name_in_two_years_are_not_mixed_up(workplace: Path) -> None:
    for year in ("2025", "2026"):
        brief(workplace / "content" / year / "outlook")
    message, hint = wrong([], None, workplace)
    assert "content/2025/outlook/brief.md and content/2026/outlook/brief.md would both become" in message
    assert "another name" in hint


def test_a_folder_that_may_not_be_read_holds_no_briefs(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    moon = brief(workplace / "content/moon")
    shut = workplace / "content/shut"
    shut.mkdir()
    plain = Path.iterdir

    def iterdir(folder: Path) -> Iterator[Path]:
        if folder == shut:
            raise PermissionError
        return plain(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert [job.brief for job in jobs([], None, workplace)] == [moon]


@pytest.mark.parametrize(
    "typed", ["content/moon", "content/moon/", "content/moon/brief.md", "content/../content/moon"]
)
def test_a_brief_can_be_named_by_its_folder_or_its_file(workplace: Path, typed: str) -> None:
    moon = brief(workplace / "content/moon")
    assert [(job.brief, files(job)) for job in jobs([typed], None, workplace)] == [(moon, ["build/moon.pdf"])]


def test_a_markdown_file_of_another_name_gives_the_pdf_its_own(workplace: Path) -> None:
    (workplace / "paper.md").touch()
    assert files(jobs(["paper.md"], None, workplace)[0]) == ["build/paper.pdf"]


def test_the_current_folder_can_be_the_brief(workplace: Path) -> None:
    brief(workplace / "moon")
    assert files(jobs(["."], None, workplace / "moon")[0]) == ["moon/build/moon.pdf"]


def test_a_brief_that_is_named_twice_is_set_once(workplace: Path) -> None:
    brief(workplace / "content/moon")
    assert len(jobs(["content", "content/moon/brief.md"], None, workplace)) == 1


def test_a_linked_folder_keeps_its_neighbours(workplace: Path) -> None:
    brief(workplace / "elsewhere/moon")
    (workplace / "content").mkdir()
    (workplace / "content/lune").symlink_to(workplace / "elsewhere/moon")
    assert jobs([], None, workplace)[0].brief == workplace / "content/lune/brief.md"


@pytest.mark.parametrize(
    ("typed", "output"),
    [
        ("x.pdf", "x.pdf"),
        ("out", "out/moon.pdf"),
        ("out/", "out/moon.pdf"),
        ("a/x.PDF", "a/x.PDF"),
        ("x.pdf/", "x.pdf/moon.pdf"),
    ],
)
def test_o_names_a_file_or_a_folder(workplace: Path, typed: str, output: str) -> None:
    brief(workplace / "content/moon")
    assert files(jobs([], typed, workplace)[0]) == [output]


def test_each_purpose_has_a_file_of_its_own(workplace: Path) -> None:
    brief(workplace / "content/moon")
    (made,) = jobs([], None, workplace, purposes=tuple(Purpose))
    assert files(made) == ["build/moon.pdf", "build/moon-press.pdf", "build/moon.html", "build/moon.epub"]
    assert [output.purpose for output in made.outputs] == ["screen", "press", "web", "epub"]


@pytest.mark.parametrize(("purpose", "typed"), [("press", "x.pdf"), ("web", "x.html"), ("web", "x.HTML")])
def test_o_names_the_file_of_any_single_purpose(workplace: Path, purpose: str, typed: str) -> None:
    brief(workplace / "content/moon")
    assert files(jobs([], typed, workplace, purposes=(Purpose(purpose),))[0]) == [typed]


def test_several_purposes_do_not_go_into_one_file(workplace: Path) -> None:
    brief(workplace / "content/moon")
    message, hint = wrong([], "out/x.pdf", workplace, Purpose.SCREEN, Purpose.PRESS)
    assert message == "out/x.pdf is one file, but 2 are to be made for screen, press"
    assert hint == "name a folder instead: -o out, or one purpose"


@pytest.mark.parametrize(
    ("purpose", "typed", "hint"),
    [
        ("screen", "x.html", "let it end in .pdf, or say --for web"),
        ("web", "x.pdf", "let it end in .html, or say --for screen"),
    ],
)
def test_the_ending_of_a_file_fits_what_it_is_for(
    workplace: Path, purpose: str, typed: str, hint: str
) -> None:
    brief(workplace / "content/moon")
    message = f"{typed} is no name for a file that is made for {purpose}"
    assert wrong([], typed, workplace, Purpose(purpose)) == (message, hint)


def test_the_press_file_of_one_brief_is_not_the_screen_file_of_another(workplace: Path) -> None:
    brief(workplace / "content/moon"), brief(workplace / "content/moon-press")
    message, _ = wrong([], None, workplace, Purpose.SCREEN, Purpose.PRESS)
    assert message == (
        "content/moon/brief.md and content/moon-press/brief.md would both become build/moon-press.pdf"
    )
    assert len(jobs([], None, workplace)) == 2


def test_a_folder_that_ends_in_pdf_is_a_folder(workplace: Path) -> None:
    brief(workplace / "content/moon")
    (workplace / "x.pdf").mkdir()
    assert files(jobs([], "x.pdf", workplace)[0]) == ["x.pdf/moon.pdf"]


def test_several_briefs_do_not_go_into_one_file(workplace: Path) -> None:
    brief(workplace / "content/moon"), brief(workplace / "content/mars")
    message, hint = wrong([], "x.pdf", workplace)
    assert message == "x.pdf is one file, but 2 briefs are to be set"
    assert "name a folder instead" in hint


def test_a_file_that_is_no_pdf_is_not_written_over(workplace: Path) -> None:
    brief(workplace / "content/moon")
    (workplace / "notes.txt").touch()
    assert wrong([], "notes.txt", workplace)[0] == "notes.txt is a file that is no PDF"


def test_two_briefs_of_one_name_are_refused_even_if_they_differ_in_capitals(workplace: Path) -> None:
    brief(workplace / "a/moon"), brief(workplace / "b/Moon")
    message, _ = wrong(["a", "b"], None, workplace)
    assert message == "a/moon/brief.md and b/Moon/brief.md would both become build/Moon.pdf"


def test_nothing_to_set_is_answered_with_how_to_begin(workplace: Path) -> None:
    message, hint = wrong([], None, workplace)
    assert message == "nothing to set: the folder content/ is not there"
    assert "issuebrief new NAME" in hint
    (workplace / "content").mkdir()
    assert wrong([], None, workplace)[0] == "nothing to set: the folder content/ holds no brief"


def test_a_folder_without_briefs_is_refused(workplace: Path) -> None:
    (workplace / "empty").mkdir()
    assert wrong(["empty"], None, workplace)[0] == "there is no brief.md in empty, nor in the folders in it"


def test_a_file_that_is_no_markdown_is_refused(workplace: Path) -> None:
    (workplace / "moon.docx").touch()
    assert wrong(["moon.docx"], None, workplace)[0] == "moon.docx is not a Markdown file"


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("content/mooon", "did you mean content/moon?"),
        ("moon", "did you mean content/moon?"),
        ("mooon", "did you mean content/moon?"),
        ("xyz", "a PATH is a brief.md, a folder with a brief.md, or a folder of such folders"),
    ],
)
def test_a_path_that_is_not_there_is_answered_with_the_nearest(
    workplace: Path, typed: str, hint: str
) -> None:
    brief(workplace / "content/moon")
    assert wrong([typed], None, workplace) == (f"there is no {typed}", hint)


def test_the_network_stays_shut_unless_asked_for(workplace: Path) -> None:
    brief(workplace / "content/moon")
    assert not jobs([], None, workplace)[0].allow_network
    assert jobs([], None, workplace, network=True)[0].allow_network


def test_editions_in_other_languages_are_briefs_with_names_of_their_own(workplace: Path) -> None:
    original = brief(workplace / "content/moon")
    for name in ("brief.sv.md", "brief.pt-BR.md", "brief.draft-1.txt", "brief.old.md", "notes.md"):
        (original.parent / name).touch()
    made = jobs([], None, workplace)
    assert [job.brief.name for job in made] == ["brief.md", "brief.pt-BR.md", "brief.sv.md"]
    assert [files(job) for job in made] == [
        ["build/moon.pdf"],
        ["build/moon-pt-BR.pdf"],
        ["build/moon-sv.pdf"],
    ]
    assert [job.brief for job in jobs(["content/moon/brief.sv.md"], None, workplace)] == [made[2].brief]


def test_an_edition_needs_no_original(workplace: Path) -> None:
    brief(workplace / "content/moon").rename(workplace / "content/moon/brief.sv.md")
    assert [files(job) for job in jobs([], None, workplace)] == [["build/moon-sv.pdf"]]
