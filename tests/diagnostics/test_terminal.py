"""Problems are worded for a terminal: place, message, offending line, caret, hint, and a count."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from issuebrief.diagnostics.model import Diagnostic, PageRegion, Severity, SourceRange, error, warning
from issuebrief.diagnostics.terminal import WIDTH, render_problems

ROOT = Path("/work/briefs")
BRIEF = ROOT / "moon" / "brief.md"


def report(*problems: Diagnostic, colour: bool = False, root: Path = ROOT) -> str:
    return render_problems(problems, colour=colour, root=root)


def shown(excerpt: str, column: int) -> tuple[str, str]:
    """The two lines that show an excerpt, without their gutters."""
    lines = report(error("a.b", "wrong", SourceRange(BRIEF, 4, column), excerpt=excerpt)).split("\n")
    return lines[1].removeprefix("    4 | "), lines[2].removeprefix("      | ")


def test_nothing_wrong_is_nothing_said() -> None:
    assert report() == ""


def test_a_problem_in_full() -> None:
    problem = error(
        "front-matter.wrong-form",
        "date must be a day",
        SourceRange(BRIEF, 4, 7),
        "write\ndate: 2023-10-16",
        "date: soon",
    )
    assert report(problem) == (
        "moon/brief.md:4:7: error: date must be a day [front-matter.wrong-form]\n"
        "    4 | date: soon\n"
        "      |       ^^^^\n"
        "  hint: write\n"
        "        date: 2023-10-16\n"
        "\n"
        "1 error\n"
    )


def test_what_goes_on_below_its_first_line_is_told_with_its_last() -> None:
    place = SourceRange(BRIEF, 4, 3, 6, 9)
    lines = report(error("a.b", "wrong", place, excerpt="a note that")).split("\n")
    assert lines[1:3] == ["    4 | a note that", "      |   ^^^^^^^^^ to line 6"]
    lines = report(error("a.b", "wrong", SourceRange(BRIEF, 4, 0, 6), excerpt="a note that")).split("\n")
    assert lines[1:3] == ["    4 | a note that", "      | to line 6"]


def test_a_problem_of_no_place_stands_first_and_needs_nothing_more() -> None:
    text = report(warning("z.z", "in the file", SourceRange(BRIEF, 1, 1)), warning("a.b", "in general"))
    assert text.startswith("warning: in general [a.b]\n\nmoon/brief.md:1:1: warning: in the file [z.z]\n")


def test_a_line_without_a_column_has_no_caret() -> None:
    text = report(error("a.b", "wrong", SourceRange(BRIEF, 12), excerpt="a line"))
    assert text == "moon/brief.md:12: error: wrong [a.b]\n   12 | a line\n\n1 error\n"


def test_problems_come_by_file_line_and_severity_and_are_counted() -> None:
    other = ROOT / "mars.md"
    text = report(
        warning("c", "third", SourceRange(BRIEF, 3, 1)),
        error("d", "fourth", SourceRange(BRIEF, 10, 1)),
        error("b", "second", SourceRange(BRIEF, 3, 9)),
        error("a", "first", SourceRange(other, 99, 1)),
        Diagnostic(Severity.INFO, "e", "fifth", SourceRange(BRIEF, 10, 1)),
    )
    order = [text.index(word) for word in ("first", "second", "third", "fourth", "fifth")]
    assert order == sorted(order)
    assert text.endswith("\n3 errors, 1 warning, 1 note\n")


def test_problems_of_one_place_keep_their_order() -> None:
    text = report(
        error("a", "title is missing", SourceRange(BRIEF, 1, 1)),
        error("a", "date is missing", SourceRange(BRIEF, 1, 1)),
    )
    assert text.index("title") < text.index("date")


def test_the_same_is_never_said_twice() -> None:
    place = SourceRange(BRIEF, 1, 1)
    text = report(
        error("a", "wrong", place), error("a", "wrong", place), error("a", "wrong", place, hint="again")
    )
    assert text.count("wrong") == 1
    assert text.endswith("1 error\n")


def test_paths_outside_the_root_are_given_whole() -> None:
    assert report(error("a", "wrong", SourceRange(Path("/etc/brief.md"), 1))).startswith(
        "/etc/brief.md:1: error"
    )


def test_a_path_from_the_working_folder_is_given_from_the_root(tmp_path: Path) -> None:
    text = report(
        error("a", "wrong", SourceRange(tmp_path / "x" / ".." / "brief.md", 1)), root=tmp_path / "x" / ".."
    )
    assert text.startswith("brief.md:1: error")


def test_the_caret_stands_under_its_column_after_tabs_and_wide_characters() -> None:
    assert shown("\tab", 2) == ("    ab", "    ^^")
    assert shown("月面b", 3) == ("月面b", "    ^")
    assert shown("e\u0301b", 3) == ("e\u0301b", " ^")
    assert shown("ab", 9) == ("ab", "  ^")


def test_an_overlong_line_is_cut_around_its_column() -> None:
    line, caret = shown("x" * 300 + " ! " + "y" * 300, 302)
    assert line[len(caret) - 1] == "!"
    assert line.startswith("… x")
    assert line.endswith("y …")
    assert len(line) <= WIDTH + 4
    line, caret = shown("! " + "y" * 300, 1)
    assert (line[0], line[-2:], caret) == ("!", " …", "^")


def test_nothing_in_a_text_can_upset_the_terminal() -> None:
    text = report(error("a", "bad \x1b[31m\nname", SourceRange(BRIEF, 1, 1), "no\x07", "red \x1b[31m\u202e"))
    assert not any(sign in text for sign in "\x1b\x07\u202e")
    assert "bad \ufffd[31m name" in text


def test_the_pages_that_a_problem_shows_on_are_told() -> None:
    problem = warning("a", "odd", SourceRange(BRIEF, 1))
    one, two = PageRegion(3, 0, 0, 9, 9), PageRegion(4, 0, 0, 9, 9)
    assert "warning: odd" in report(problem)
    assert "warning: page 3: odd" in report(replace(problem, spots=(one, one)))
    assert "warning: pages 3, 4: odd" in report(replace(problem, spots=(one, two)))


def test_colour_only_where_it_is_wanted() -> None:
    problem = error("a", "wrong", SourceRange(BRIEF, 1, 1), "mend it", "line")
    plain, coloured = report(problem), report(problem, colour=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror:\x1b[0m" in coloured
    assert "\x1b[1;33mwarning:\x1b[0m" in report(warning("a", "odd"), colour=True)
