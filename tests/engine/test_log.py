"""What the engine logs, as an editor or a designer is told of it."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from issuebrief.diagnostics.model import Severity, SourceRange
from issuebrief.engine.log import layout_problem, listen, style_problem

BRIEF, SHEET = Path("brief.md"), Path("own.css")


def test_warnings_are_collected_and_kept_from_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with listen() as lines:
        logging.getLogger("weasyprint").warning("one %s", "line")
        logging.getLogger("fontTools.subset").error("another")
        logging.getLogger("weasyprint").info("not this")
    assert lines == ["one line", "another"]
    assert capsys.readouterr() == ("", "")


def test_the_loggers_are_left_as_they_were_even_after_a_fault() -> None:
    logger = logging.getLogger("weasyprint")
    before = (logger.propagate, logger.handlers[:])
    with pytest.raises(RuntimeError), listen():
        raise RuntimeError
    assert (logger.propagate, logger.handlers) == before


def test_an_ignored_declaration_is_told_at_its_line_with_the_reason() -> None:
    problem = style_problem(
        "Ignored `colour: red` at 2:5, unknown property.", SHEET, "p {\n    colour: red;\n}"
    )
    assert problem.severity is Severity.ERROR and problem.code == "style.not-understood"
    assert problem.place == SourceRange(SHEET, 2, 5, 2, 16)
    assert problem.message == "`colour: red` is left out: unknown property"
    assert problem.excerpt == "    colour: red;"


def test_a_style_message_without_a_place_is_told_of_the_file() -> None:
    problem = style_problem("Something else", SHEET, "p {}")
    assert (problem.place, problem.message, problem.excerpt) == (SourceRange(SHEET), "Something else", "")


def test_a_place_beyond_the_sheet_has_no_excerpt() -> None:
    assert style_problem("Parse error at 9:1: oops", SHEET, "p {}").excerpt == ""


def test_a_style_sheet_on_the_network_is_told_as_such() -> None:
    line = "Failed to load stylesheet at https://fonts.example.org/css2?family=Inter: Refused: the network"
    text = '@import "https://fonts.example.org/css2?family=Inter";'
    problem = style_problem(line, SHEET, text)
    assert problem.message.startswith("the style sheet is on the network, at fonts.example.org")
    assert problem.place and problem.place.line == 1


def test_a_picture_that_was_not_loaded_is_an_error() -> None:
    problem = layout_problem("Failed to load image at 'file:///x.png': Refused: it is outside", BRIEF)
    assert problem and problem.severity is Severity.ERROR and problem.code == "resources.not-loaded"
    assert "x.png" in problem.message and problem.message.endswith("it is outside")


def test_a_dead_link_names_where_it_went() -> None:
    problem = layout_problem("No anchor #gone for internal URI reference", BRIEF)
    assert problem and problem.code == "links.dead" and "#gone" in problem.message
    assert problem.place == SourceRange(BRIEF)


def test_a_missing_glyph_is_left_to_those_who_know_its_line() -> None:
    line = '.notdef glyph rendered for Unicode string unsupported by fonts: "x" (U+0078)'
    assert layout_problem(line, BRIEF) is None


def test_anything_else_is_a_warning_in_the_engines_words() -> None:
    problem = layout_problem("The moon is full", BRIEF)
    assert problem and (problem.severity, problem.code, problem.message) == (
        Severity.WARNING,
        "engine.message",
        "The moon is full",
    )


def test_a_rule_in_a_style_attribute_is_told_at_its_line(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text('---\ntitle: A\n---\n\n<p style="color: redd">B</p>\n')
    problem = layout_problem("Ignored `color: redd` at 1:1, invalid value.", path)
    assert problem and problem.place == SourceRange(path, 5, 11, 5, 22)
    assert problem.message == "`color: redd` is left out: invalid value"
    assert problem.excerpt.startswith("<p style")


def test_a_sheet_that_cannot_be_imported_is_told_at_its_line(tmp_path: Path) -> None:
    text = '@charset "utf-8";\n@import "other.css";\n'
    line = "Failed to load stylesheet at file:///a%20b/other.css : FileNotFoundError: [Errno 2] No such file"
    problem = style_problem(line, tmp_path / "own.css", text)
    assert problem.place == SourceRange(tmp_path / "own.css", 2, 10, 2, 19)
    assert "/a b/other.css" in problem.hint and problem.excerpt == '@import "other.css";'


@pytest.mark.parametrize(
    ("declaration", "instead"),
    [
        ("text-wrap: balance", "--rag: balance"),
        ("hanging-punctuation: first", "--hanging"),
        ("color: color-mix(in srgb, red, blue)", "write the colour"),
        ("rotate: 2deg", "transform: rotate"),
        ("margin: 0 !importent", "!important"),
        ("colour: red", "did you mean color?"),
        ("glow: red", "look up the property"),
    ],
)
def test_what_the_engine_does_not_know_is_told_with_what_to_write_instead(
    declaration: str, instead: str
) -> None:
    line = f"Ignored `{declaration}` at 1:5, unknown property."
    assert instead in style_problem(line, SHEET, f"p {{ {declaration} }}").hint


def test_a_rule_for_what_is_supported_is_told_to_do_without_it() -> None:
    problem = style_problem("Unknown rule <AtRule @supports … { … }> at 1:1", SHEET, "@supports (a: b) {}")
    assert "without it" in problem.hint
