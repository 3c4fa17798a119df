"""Words of an editor's own in place of those of the program."""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from issuebrief.frontmatter.keys.labels import GivenBoxes, GivenLabels, merged
from issuebrief.frontmatter.publisher_file import PublisherFile, SharedFile, read_publisher
from issuebrief.frontmatter.read import read_front_matter
from issuebrief.frontmatter.source import Source
from issuebrief.l10n import Words, words
from issuebrief.markdown_body.blocks.box_words import KINDS, KINDS_OF_REPORTS

if TYPE_CHECKING:
    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.frontmatter.model import Brief

NEEDED = "title: T\ndate: 2023-10-16\nauthors:\n  - name: J\n"
PUNCTUATION = {
    "conjunction_before_i", "conjunction_before_foreign", "list_separator", "comma", "colon", "parenthesis",
    "full_stop", "note_separator",
}  # fmt: skip
"""What follows from the language, and is given by no one."""
TIBETAN = """
  author: A1
  authors: A2
  about: A3
  number_sign: A4
  keywords: A5
  key_points: A6
  endnotes: A7
  cite: A8
  rights: A9
  disclaimer: B1
  figure: B2
  table: B3
  continued: B4
  source: B5
  back: B6
  note: B7
  close: B8
  skip: B9
  portrait: C1
  series: C2
  conjunction: C3
  date_pattern: "{year}/{month}/{day}"
  months: [M1, M2, M3, M4, M5, M6, M7, M8, M9, M10, M11, M12]
"""


def read(
    labels: str, lang: str = "en", shared: PublisherFile | None = None
) -> tuple[Brief | None, tuple[Diagnostic, ...]]:
    yaml = f"{NEEDED}lang: {lang}\nlabels:{labels}\n"
    text = f"---\n{yaml}---\nText\n"
    source = Source(Path("brief.md"), text, yaml, 2, "Text\n", text.count("\n"))
    return read_front_matter(source, SharedFile(source, shared) if shared else None)


def printed(labels: str, lang: str = "en", shared: PublisherFile | None = None) -> Words:
    brief, problems = read(labels, lang, shared)
    assert brief is not None and problems == ()
    return words(brief.lang, brief.labels)


def test_every_label_can_be_given() -> None:
    given = set(GivenLabels.__struct_fields__) - {"lang"}
    assert given == {part.name for part in fields(Words)} - PUNCTUATION
    assert list(GivenBoxes.__struct_fields__) == [*KINDS, *KINDS_OF_REPORTS, "box"]


def test_the_documentation_names_each_box_and_shows_english() -> None:
    docs = (Path(__file__).parents[3] / "docs/front-matter.md").read_text("utf-8")
    (row,) = [line for line in docs.split("\n") if line.startswith("| `boxes` |")]
    assert re.findall(r"`(\w+)`", row)[1:] == list(GivenBoxes.__struct_fields__)
    assert row.endswith(f"| {', '.join(words('en').boxes)} |")
    english = dict(re.findall(r"^\| `(\w+)` \|[^|]*\|[^|]*\| `?([^|`]+?)`? \|$", docs, flags=re.MULTILINE))
    for part in fields(Words):
        if isinstance(value := getattr(words("en"), part.name), str) and part.name in english:
            assert english[part.name] == value


def test_what_is_given_is_printed_and_the_rest_is_as_in_the_language() -> None:
    labels = printed(" {endnotes: Anhang, months: [A, B, C, D, E, F, G, H, I, J, K, L]}", "de")
    assert (labels.endnotes, labels.months[9], labels.figure) == ("Anhang", "J", "Abbildung")
    assert printed(" {serial_comma: no}").listed(["A", "B", "C"]) == "A, B and C"
    assert printed(" {conjunction: '&'}", "es").listed(["A", "Inés"]) == "A & Inés"


def test_one_box_may_be_called_otherwise() -> None:
    assert printed(" {boxes: {tip: Do this}}").boxes[:3] == ("Note", "Do this", "Important")


def test_a_label_may_stand_behind_a_name_or_around_it() -> None:
    labels = printed(" {about: 'All of {name} here', portrait: Picture of}")
    assert labels.named(labels.about, "X") == "All of X here"
    assert labels.named(labels.portrait, "X") == "Picture of X"


def test_a_series_that_is_not_named_has_the_name_that_is_given() -> None:
    brief, _ = read(" {series: Working Paper}")
    assert brief is not None and brief.series == "Working Paper"


def test_labels_of_a_brief_come_before_those_of_its_institute() -> None:
    shared = PublisherFile(
        name="P", labels=GivenLabels(endnotes="N", table="T", boxes=GivenBoxes(tip="S", note="O"))
    )
    labels = printed(" {table: Grid, boxes: {tip: Hint}}", shared=shared)
    assert (labels.endnotes, labels.table, labels.boxes[:2]) == ("N", "Grid", ("O", "Hint"))
    own = " {}\npublisher: {name: Q, labels: {table: U}}"
    assert (printed(own, shared=shared).table, printed(own, shared=shared).endnotes) == ("U", "Endnotes")


@pytest.mark.parametrize(
    ("of_labels", "of_brief", "count"),
    [
        ("de", "de", True),
        ("de", "de-AT", True),
        ("de-AT", "de", False),
        ("de", "en", False),
        ("", "sv", True),
    ],
)
def test_labels_in_a_language_are_for_briefs_in_it(of_labels: str, of_brief: str, count: bool) -> None:
    shared = GivenLabels(lang=of_labels, table="T")
    assert (merged(shared, None, of_brief) is not None) == count


def test_an_institute_gives_labels_in_several_languages(tmp_path: Path) -> None:
    listed = "labels:\n  - series: S\n    table: T\n  - lang: de\n    table: U\n  - lang: fr\n    table: V\n"
    (tmp_path / "publisher.yaml").write_text(f"name: P\n{listed}", "utf-8")
    shared, problems = read_publisher(tmp_path)
    assert shared and problems == ()
    for lang, table in (("de-AT", "U"), ("fr", "V"), ("en", "T")):
        labels = merged(shared.values.labels, GivenLabels(cite="C"), lang)
        assert labels == GivenLabels(series="S", table=table, cite="C", lang=lang[:2] if lang != "en" else "")
    (tmp_path / "publisher.yaml").write_text("name: P\nlabels:\n  - endnots: N\n", "utf-8")
    _, (problem,) = read_publisher(tmp_path)
    assert problem.message == "entry 1 of labels has no key “endnots”"


def test_the_institute_gives_labels_in_its_file(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text("name: P\nlabels:\n  endnots: N\n", "utf-8")
    _, (problem,) = read_publisher(tmp_path)
    assert problem.message == "labels has no key “endnots”"
    assert problem.hint == "did you mean “endnotes”?"


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        (" {sources: S}", "labels has no key “sources”", "did you mean “source”?"),
        (" {boxes: {tips: S}}", "boxes below labels has no key “tips”", "did you mean “tip”?"),
        (
            " {date_pattern: '{day}. {month}'}",
            "date_pattern below labels must be a pattern with {day}, {month} and {year}",
            "write a pattern with {day}, {month} and {year}",
        ),
        (
            " {numbered_pattern: '{label} {no}'}",
            "numbered_pattern below labels must be a pattern with {label} and {number}, not “{label} {no}”",
            "write a pattern with {label} and {number}",
        ),
        (
            " {about: 'On {nane}'}",
            "about below labels must be text, with no braces but {name}, not “On {nane}”",
            "write text, with no braces but {name}",
        ),
        (" {months: [a, b]}", "months below labels has 2 entries, and must have 12", "write all 12"),
        (" Notes", "labels must be a group of keys", "write\nlabels:\n  author: Notes"),
    ],
)
def test_a_label_that_cannot_be_meant_is_told(typed: str, message: str, hint: str) -> None:
    brief, (problem,) = read(typed)
    assert brief is None
    assert problem.message.startswith(message)
    assert problem.hint == hint


def test_a_label_at_the_left_margin_is_told_where_it_belongs() -> None:
    _, (problem,) = read(" {}\nendnotes: N")
    assert problem.hint == "endnotes belongs under labels, indented by two spaces"


def test_a_brief_in_a_language_without_labels_is_complete_with_its_own() -> None:
    names = (*KINDS, *KINDS_OF_REPORTS, "box")
    boxes = f"  boxes: {{{', '.join(f'{name}: D{number}' for number, name in enumerate(names))}}}"
    brief, problems = read(TIBETAN + boxes, "bo")
    assert [problem.code for problem in problems] == ["front-matter.language-without-hyphenation"]
    assert brief is not None
    labels = words(brief.lang, brief.labels)
    english = words("en")
    same = [part.name for part in fields(Words) if getattr(labels, part.name) == getattr(english, part.name)]
    needed = {part.name for part in fields(Words) if part.default is MISSING}
    assert needed.intersection(same) == {"abstract", "date", "number", "pull_quote", "says_nothing"}


def test_labels_that_are_still_missing_are_named() -> None:
    _, problems = read(TIBETAN + "  boxes: {note: D1}", "bo")
    assert problems[0].message == "some labels in the language “bo” are missing and will be English"
    assert problems[0].hint.endswith("or give your own under labels: boxes")


@pytest.mark.parametrize(
    ("lang", "asked", "written"),
    [("hi", "native", "१२"), ("fa", "european", "12"), ("de", "native", "12"), ("mr", "native", "१२")],
)
def test_a_house_chooses_between_european_digits_and_the_language_s_own(
    lang: str, asked: str, written: str
) -> None:
    labels = GivenLabels(digits=asked)
    assert words(lang, labels).numeral(12) == written


def test_whoever_gives_the_months_of_a_language_has_its_digits() -> None:
    months = tuple(f"M{number}" for number in "abcdefghijkl")
    assert words("mr", GivenLabels(months=months)).numeral(12) == "१२"


def test_other_digits_than_the_two_are_refused() -> None:
    _, (problem,) = read(" {digits: arabic}")
    assert "european or native" in problem.message + problem.hint
