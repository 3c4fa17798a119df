"""Lines that stay, lines that live, and when to colour."""

from __future__ import annotations

import io

import pytest

from issuebrief.cli.output.progress import Progress, in_colour


class Terminal(io.StringIO):
    """A stream that a person watches."""

    def isatty(self) -> bool:
        """It is a terminal."""
        return True


@pytest.fixture(autouse=True)
def _a_terminal_of_some_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "40")


def test_a_pipe_gets_only_the_lines_that_stay() -> None:
    stream = io.StringIO()
    with Progress(2, "setting", stream) as progress:
        progress.begin("a.pdf")
        progress.begin("b.pdf")
        progress.finish("b.pdf", "b.pdf: 3 pages")
        progress.finish("a.pdf", "a.pdf: 1 page")
    assert stream.getvalue() == "b.pdf: 3 pages\na.pdf: 1 page\n"


def test_a_terminal_shows_what_is_under_way_and_what_is_to_come() -> None:
    stream = Terminal()
    with Progress(3, "setting", stream) as progress:
        progress.begin("a.pdf")
        assert stream.getvalue() == "setting a.pdf …\n2 more to come, 0 of 3 done\n"
        progress.begin("b.pdf")
        assert stream.getvalue().endswith(
            "\x1b[2F\x1b[Jsetting a.pdf …\nsetting b.pdf …\n1 more to come, 0 of 3 done\n"
        )
        progress.finish("a.pdf", "a.pdf: 1 page")
        assert stream.getvalue().endswith(
            "\x1b[3F\x1b[Ja.pdf: 1 page\nsetting b.pdf …\n1 more to come, 1 of 3 done\n"
        )
    assert stream.getvalue().endswith("\x1b[2F\x1b[J")


def test_a_live_line_is_never_wider_than_the_terminal() -> None:
    stream = Terminal()
    with Progress(1, "setting", stream) as progress:
        progress.begin("a" * 200)
        assert len(stream.getvalue()) == 40


@pytest.mark.parametrize(
    ("stream", "environ", "colour"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (io.StringIO(), {}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_when_to_colour(stream: io.StringIO, environ: dict[str, str], colour: bool) -> None:
    assert in_colour(stream, environ) is colour
