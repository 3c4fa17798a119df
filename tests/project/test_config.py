"""issuebrief.toml: what a house rules, and how its mistakes are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from issuebrief.diagnostics.codes import RULES
from issuebrief.diagnostics.limits import Limits
from issuebrief.diagnostics.model import Severity, error, warning
from issuebrief.diagnostics.policy import SeverityPolicy
from issuebrief.project.config import preferred_editor, read_configuration

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def configured(folder: Path, text: str) -> tuple[SeverityPolicy, tuple[Diagnostic, ...]]:
    folder.joinpath("issuebrief.toml").write_text(text, "utf-8")
    return read_configuration(folder)


def ruled(folder: Path, text: str) -> SeverityPolicy:
    policy, problems = configured(folder, text)
    assert problems == ()
    return policy


def mistakes(folder: Path, text: str) -> list[str]:
    """Each mistake as `line:column code message`."""
    _, problems = configured(folder, text)
    lines = text.split("\n")
    for problem in problems:
        assert problem.severity is Severity.ERROR
        assert problem.place is not None
        assert problem.excerpt == lines[problem.place.line - 1]
    return [
        f"{problem.place.line}:{problem.place.column} {problem.code} {problem.message}"
        for problem in problems
        if problem.place
    ]


def test_without_the_file_every_rule_keeps_its_own_severity(workplace: Path) -> None:
    assert read_configuration(workplace) == (SeverityPolicy(), ())


def test_rules_can_be_turned_off_and_weighed(workplace: Path) -> None:
    text = '[preflight]\n"lines.loose" = "off"\n"notes.unused" = "error"\n"contrast.low" = "info"\n'
    policy = ruled(workplace, text)
    assert dict(policy.severities) == {
        "lines.loose": None,
        "notes.unused": Severity.ERROR,
        "contrast.low": Severity.INFO,
    }
    found = (warning("lines.loose", "a"), warning("notes.unused", "b"), warning("headings.skipped", "c"))
    assert [(each.code, each.severity) for each in policy.apply(found)] == [
        ("notes.unused", Severity.ERROR),
        ("headings.skipped", Severity.WARNING),
    ]


def test_names_may_be_written_as_toml_parts_them(workplace: Path) -> None:
    quoted = ruled(workplace, '[preflight]\n"lines.loose" = "off"')
    assert ruled(workplace, '[preflight]\nlines.loose = "off"') == quoted
    assert ruled(workplace, '[preflight.lines]\nloose = "off"') == quoted


def test_limits_can_be_moved(workplace: Path) -> None:
    text = '[preflight.limits]\nword-gap = 1.8\npicture-dpi = 220\nwanted = ["doi"]\n'
    assert ruled(workplace, text).limits == Limits(word_gap=1.8, picture_dpi=220, wanted=("doi",))


def test_strictness_makes_errors_of_warnings() -> None:
    found = (warning("lines.loose", "a"), error("text.cut", "b"))
    assert {each.severity for each in SeverityPolicy(strict=True).apply(found)} == {Severity.ERROR}
    spared = SeverityPolicy((("lines.loose", Severity.INFO),), strict=True).apply(found[:1])
    assert [each.severity for each in spared] == [Severity.INFO]


def test_an_unknown_rule_is_answered_with_the_nearest_and_with_all(workplace: Path) -> None:
    _, (problem,) = configured(workplace, '[preflight]\n\n"lines.lose" = "off"\n')
    assert problem.code == "configuration.unknown-rule"
    assert problem.message == "there is no rule lines.lose"
    assert problem.place is not None and problem.place.line == 3
    assert problem.hint.startswith("did you mean “lines.loose”? The rules are ")
    assert all(rule in problem.hint for rule in RULES)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[preflight]\n"notes.undefined" = "off"',
            "2:1 configuration.unknown-rule notes.undefined cannot be ruled on: there is nothing to print "
            "where it occurs",
        ),
        (
            '[preflight]\n  "lines.loose" = "loud"',
            '2:3 configuration.wrong-value “lines.loose” cannot be “loud”',
        ),
        ("[preflight]\nlines.loose = 3", '2:1 configuration.wrong-value “lines.loose” cannot be 3'),
        ('[preflight.lines]\nloose = "x"', '2:1 configuration.wrong-value “lines.loose” cannot be “x”'),
        ("[prefight]\n", "1:1 configuration.unknown-key there is no [prefight]"),
        ("preflight = 3", "1:1 configuration.wrong-value preflight must be a table"),
        ("[preflight]\nlimits = 3", "2:1 configuration.wrong-value limits must be a table"),
        ("[preflight.limits]\nwordgap = 3", "2:1 configuration.unknown-key there is no wordgap"),
        (
            '[preflight.limits]\nword-gap = "x"',
            '2:1 configuration.wrong-value word-gap cannot be “x”',
        ),
        ("[preflight.limits]\nhairline = 0", "2:1 configuration.wrong-value hairline cannot be 0"),
        ("[preflight.limits]\nhairline = true", "2:1 configuration.wrong-value hairline cannot be true"),
        (
            '[preflight.limits]\nwanted = ["issn"]',
            "2:1 configuration.wrong-value wanted cannot be ['issn']",
        ),
        ("[preflight\n", "1:11 configuration.toml this is not TOML: Expected ']' at the end of a table "
         "declaration"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_line(workplace: Path, text: str, told: str) -> None:
    assert mistakes(workplace, text) == [told]


def test_all_mistakes_are_told_at_once(workplace: Path) -> None:
    text = '[preflight]\n"a.b" = "off"\n"lines.loose" = "x"\n[preflight.limits]\nfoo = 1\n'
    assert [told.split()[0] for told in mistakes(workplace, text)] == ["2:1", "3:1", "5:1"]


def test_what_is_no_text_or_ends_too_soon_is_told(workplace: Path) -> None:
    workplace.joinpath("issuebrief.toml").write_bytes(b"\xff\xfe")
    assert [problem.code for problem in read_configuration(workplace)[1]] == ["source.not-utf-8"]
    _, (problem,) = configured(workplace, 'a = "')
    assert problem.code == "configuration.toml"
    assert problem.place is not None and problem.place.line == 1


def test_an_editor_can_be_named(workplace: Path) -> None:
    assert ruled(workplace, '[preview]\neditor = "zed"\n') == SeverityPolicy()
    assert preferred_editor(workplace) == "zed"


def test_an_editor_that_is_none_is_told_at_its_line(workplace: Path) -> None:
    assert mistakes(workplace, '[preview]\neditor = "vim"\n') == [
        "2:1 configuration.wrong-value there is no editor “vim”"
    ]
    assert mistakes(workplace, "[preview]\neditor = 3\n") == [
        "2:1 configuration.wrong-value editor cannot be 3"
    ]
    assert mistakes(workplace, '[preview]\nedittor = "zed"\n') == [
        "2:1 configuration.unknown-key there is no edittor"
    ]
    assert preferred_editor(workplace) == ""
