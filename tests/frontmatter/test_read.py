# ruff: noqa: E501 -- a case is easier to read on one line
"""Front matter becomes a `Brief`, and everything wrong with it is said at once, each at its place."""

from __future__ import annotations

import datetime
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest

from issuebrief.diagnostics.model import Diagnostic, Severity, SourceRange
from issuebrief.frontmatter.keys.labels import GivenLabels
from issuebrief.frontmatter.keys.pictures import Cover
from issuebrief.frontmatter.keys.press_keys import Press
from issuebrief.frontmatter.keys.statements import Contact, Contributor, Correction, Funder
from issuebrief.frontmatter.model import Author, Brief, Niceties, Publisher
from issuebrief.frontmatter.publisher_file import read_publisher
from issuebrief.frontmatter.read import locate, read_front_matter, readable_part
from issuebrief.frontmatter.source import Source
from issuebrief.frontmatter.yaml_nodes import Mapping, Scalar
from issuebrief.frontmatter.yaml_tree import read_yaml

PATH = Path("brief.md")
NEEDED = "title: T\ndate: 2023-10-16\nauthors:\n  - name: J\n"
DOCS = Path(__file__).parents[2] / "docs" / "front-matter.md"


def source_of(yaml: str, body: str = "Text\n") -> Source:
    return Source(PATH, f"---\n{yaml}---\n{body}", yaml.removesuffix("\n"), 2, body, yaml.count("\n") + 3)


def brief_of(yaml: str) -> Brief:
    brief, problems = read_front_matter(source_of(yaml))
    assert problems == ()
    assert brief is not None
    return brief


def said(yaml: str) -> list[str]:
    """Place, code and message of each problem, in the order of the file."""
    _, problems = read_front_matter(source_of(yaml))
    ordered = sorted(problems, key=lambda problem: problem.place or SourceRange(PATH))
    return [f"{p.place.line}:{p.place.column} {p.message}" for p in ordered if p.place]


def only(yaml: str) -> Diagnostic:
    brief, (problem,) = read_front_matter(source_of(yaml))
    assert brief is None
    assert problem.severity is Severity.ERROR
    assert problem.place is not None
    assert problem.excerpt == source_of(yaml).line(problem.place.line)
    return problem


def where(problem: Diagnostic) -> tuple[int, int]:
    assert problem.place is not None
    return problem.place.line, problem.place.column


def test_what_a_brief_must_have_is_enough() -> None:
    assert brief_of(NEEDED) == Brief(title="T", date=datetime.date(2023, 10, 16), authors=(Author(name="J"),))


def test_every_key_is_read() -> None:
    brief = brief_of(
        NEEDED.replace(
            "name: J", "name: J\n    role: R\n    bio: B\n    photo: p.jpg\n    email: j@example.org"
        )
        + "    url: https://example.org/j\n    orcid: 0000-0002-1825-0097\nsubtitle: S\nseries: Paper\nnumber: 1/2023\n"
        "lang: de\ncover:\n  image: c.jpg\n  alt: A\n  credit: C\nabstract: >-\n  One\n  two\nkey_points: [K, L]\n"
        "keywords:\n- a\n- b\ndisclaimer: D\ncopyright: ©\ndoi: 10.1000/182\nissn: 2049-3630\nurl: https://example.org/b\ntheme: plain\n"
        "accent: '#c2352b'\npublisher:\n  name: I\n  short: I\n  place: P\n  url: http://i.org\n  email: i@i.org\n"
        "  about: A\n  hyphenation: [Ros-cosmos]\nhyphenation: [Pyong-yang, reform]\nniceties:\n  quotes: no\n  dashes: off\n  spaces: false\n"
    )
    assert brief == Brief(
        title="T",
        subtitle="S",
        series="Paper",
        number="1/2023",
        date=datetime.date(2023, 10, 16),
        lang="de",
        authors=(
            Author(
                name="J",
                role="R",
                bio="B",
                photo="p.jpg",
                email="j@example.org",
                url="https://example.org/j",
                orcid="0000-0002-1825-0097",
            ),
        ),
        cover=Cover(image="c.jpg", alt="A", credit="C"),
        abstract="One two",
        key_points=("K", "L"),
        keywords=("a", "b"),
        disclaimer="D",
        copyright="©",
        doi="10.1000/182",
        issn="2049-3630",
        url="https://example.org/b",
        theme="plain",
        accent="#c2352b",
        publisher=Publisher(
            name="I",
            short="I",
            place="P",
            url="http://i.org",
            email="i@i.org",
            about="A",
            hyphenation=("Ros-cosmos",),
        ),
        hyphenation=("Pyong-yang", "reform"),
        niceties=Niceties(quotes=False, dashes=False, spaces=False),
    )


@pytest.mark.parametrize(
    "typed", ["2023-10-16", '"2023-10-16"', "2023-10-16T09:30:00Z", "2023-10-16 09:30:00"]
)
def test_a_day_may_be_typed_in_several_ways(typed: str) -> None:
    assert brief_of(NEEDED.replace("2023-10-16", typed)).date == datetime.date(2023, 10, 16)


@pytest.mark.parametrize(
    ("typed", "read"),
    [("7", 7), ('"7"', "7"), ("007", "007"), ("1/2023", "1/2023"), ("1.10", "1.10"), ("0", 0)],
)
def test_a_number_stays_as_typed(typed: str, read: str | int) -> None:
    assert brief_of(NEEDED + f"number: {typed}\n").number == read


@pytest.mark.parametrize("typed", ["2024", "1.10", "2023-10-16", "0x10", "12:30", "=", "~x"])
def test_a_text_may_look_like_something_else(typed: str) -> None:
    assert brief_of(NEEDED.replace("title: T", f"title: {typed}")).title == typed


@pytest.mark.parametrize("empty", ["", '""', "'  '", "# to be written"])
def test_an_optional_key_with_nothing_after_it_is_left_out(empty: str) -> None:
    keys = ("subtitle", "series", "number", "lang", "cover", "key_points", "doi", "accent", "niceties")
    assert brief_of(NEEDED + "".join(f"{key}: {empty}\n" for key in keys)) == brief_of(NEEDED)


def test_nothing_may_be_said_outright_where_there_may_be_nothing() -> None:
    assert brief_of(NEEDED + "doi: null\ncover: ~\n").doi is None


def test_surrounding_space_is_no_part_of_a_text() -> None:
    assert brief_of(NEEDED + 'abstract: |\n  One\n\n  Two\n\nsubtitle: " S "\n').abstract == "One\n\nTwo"


def test_a_language_tag_gets_its_usual_form() -> None:
    assert brief_of(NEEDED + "lang: EN-gb\n").lang == "en-GB"
    assert brief_of(NEEDED + "lang: NB-latn-no\n").lang == "nb-Latn-NO"
    assert [brief_of(NEEDED + f"lang: {tag}\n").lang for tag in ("deu-AT", "fre", "Gre")] == [
        "de-AT",
        "fr",
        "el",
    ]


def test_anchors_aliases_and_merge_keys() -> None:
    brief = brief_of(
        "title: &t T\nsubtitle: *t\ndate: 2023-10-16\nauthors:\n  - &a\n    name: A\n    role: R\n  - <<: *a\n    name: B\n"
        "  - <<: [{name: C}, *a]\n"
    )
    assert brief.subtitle == "T"
    assert [(author.name, author.role) for author in brief.authors] == [("A", "R"), ("B", "R"), ("C", "R")]


def test_a_key_may_be_in_quotes_and_a_text_may_be_tagged_as_text() -> None:
    assert brief_of('"title": !!str no\n' + NEEDED.removeprefix("title: T\n")).title == "no"


# What is missing, unknown or given twice


def test_everything_missing_is_said_at_once_at_the_head_of_the_front_matter() -> None:
    assert said("") == [
        "1:1 the key title is missing",
        "1:1 the key date is missing",
        "1:1 the key authors is missing",
    ]


def test_an_empty_key_that_must_be_there_is_reported_at_the_key() -> None:
    problem = only(NEEDED.replace("title: T", "title:"))
    assert (where(problem), problem.code) == ((2, 1), "front-matter.missing")
    assert problem.message == "the key title is empty"
    assert only(NEEDED.replace("T\n", '" "\n', 1)).message == "the key title is empty"


def test_the_hint_for_a_missing_key_shows_it_filled_in() -> None:
    assert only(NEEDED.replace("date: 2023-10-16\n", "")).hint == "write\ndate: 2023-10-16"
    assert only("title: T\ndate: 2023-10-16\n").hint == "write\nauthors:\n  - name: Jane Doe"


def test_missing_keys_of_a_group_are_reported_at_the_group() -> None:
    problem = only(NEEDED + "cover:\n  image: c.jpg\n")
    assert (where(problem), problem.message) == ((7, 3), "the key alt below cover is missing")
    assert only(NEEDED + "  - role: R\n").message == "the key name in entry 2 of authors is missing"


@pytest.mark.parametrize("authors", ["[]", "[~]", "\n  -\n"])
def test_an_empty_list_of_authors(authors: str) -> None:
    _, problems = read_front_matter(source_of(f"title: T\ndate: 2023-10-16\nauthors: {authors}\n"))
    assert "authors is an empty list" in [problem.message for problem in problems]


@pytest.mark.parametrize(
    ("yaml", "hint"),
    [
        ("sub_title: S", "did you mean “subtitle”?"),
        ("Key-Points: [a]", "did you mean “key_points”?"),
        ("language: de", "did you mean “lang”?"),
        ("tags: [a]", "did you mean “keywords”?"),
        ("summary: A", "did you mean “abstract”?"),
        ("author: Jane Doe", "did you mean “authors”? It is a list: write\nauthors:\n  - name: Jane Doe"),
        ("bibliography: a.bib", "did you mean “references”?"),
        ("toc: true", "it is for another program: remove it"),
        ("image: c.jpg", "image belongs under cover, indented by two spaces"),
        ("email: a@b.eu", "email belongs under authors or contact or publisher, indented by two spaces"),
        ("cover: {image: a, alt: b, credits: c}", "did you mean “credit”?"),
        (
            "cover: {image: a, alt: b, abstract: c}",
            "abstract belongs at the left margin, with no space before it",
        ),
        ("cover: {image: a, alt: b, xyz: c}", "the valid keys are image, alt, credit, focus, shape"),
    ],
)
def test_unknown_keys_are_answered_with_the_legal_one(yaml: str, hint: str) -> None:
    problem = only(NEEDED + yaml + "\n")
    assert (problem.code, problem.hint) == ("front-matter.unknown-key", hint)


def test_an_unknown_key_without_a_likeness_is_answered_with_all_legal_keys() -> None:
    problem = only(NEEDED + "xyz: 1\n")
    assert (where(problem), problem.message) == ((6, 1), "there is no key “xyz”")
    assert problem.hint.startswith("the valid keys are title, short_title, subtitle, series")


def test_a_misspelt_key_is_not_reported_as_missing_too() -> None:
    assert said(NEEDED.replace("title", "titel")) == ["2:1 there is no key “titel”"]


def test_a_key_given_twice() -> None:
    problem = only(NEEDED + "title: U\n")
    assert (where(problem), problem.code) == ((6, 1), "front-matter.duplicate-key")
    assert problem.message == "title is given twice; it is first given on line 2"


# Wrong types, in plain words


@pytest.mark.parametrize(
    ("yaml", "message", "hint"),
    [
        ("date: [1]", "date must be a day such as 2023-10-16, not a list", "write date: 2023-10-16"),
        ("title: {a: b}", "title must be text, not a group of keys", "put the text in quotes, or begin it "),
        ("title: No", "title must be text, not “No”, which YAML takes for yes or no", 'put it in quotes: title: "No"'),
        ("series: null", "series must be text, not “null”, which YAML takes for nothing", "put it in quotes: series: "),
        ("lang: no", "lang must be a language tag such as en-GB, de or sv, not “no”, which", 'put it in quotes: lang: "no"'),
        ("number: [1]", "number must be a number or a short text, not a list", "put the text in quotes"),
        ("keywords: a, b; 'c", "keywords must be a list, not “a, b; 'c”", "write\nkeywords:\n  - a\n  - b\n  - \"'c\""),
        ("key_points: {a: b}", "key_points must be a list, not a group of keys", ""),
        ("key_points: [on]", "entry 1 of key_points must be text, not “on”, which", 'put it in quotes: "on"'),
        (
            "authors: Jane Doe, John Roe and Ann Poe",
            "authors must be a list",
            "write\nauthors:\n  - name: Jane Doe\n  - name: John Roe\n  - name: Ann Poe",
        ),
        ("authors: Doe, J.", "authors must be a list", 'write\nauthors:\n  - name: "Doe, J."'),
        ("authors: Jane Doe", "authors must be a list, not “Jane Doe”", "write\nauthors:\n  - name: Jane Doe"),
        ("authors: {name: J}", "authors must be a list, not a group of keys", "put a dash and a space before the first"),
        ("authors: [J. Doe]", "entry 1 of authors must be a group of keys (name, role, ", "write\n- name: J. Doe"),
        ("cover: c.jpg", "cover must be a group of keys (image, alt, credit, focus, shape), or pattern, or none, not “c.jpg”", "write\ncover:\n  image: c.jpg\n  alt: "),
        ("cover: [c.jpg]", "cover must be a group of keys (image, alt, credit, focus, shape), or pattern, or none, not a list", "remove the dashes"),
        ("niceties: {quotes: maybe}", "quotes below niceties must be true or false, not “maybe”", "write true or false"),
        ("niceties: false", "niceties must be a group of keys (quotes, ", "write\nniceties:\n  quotes: "),
    ],
)  # fmt: skip
def test_wrong_types(yaml: str, message: str, hint: str) -> None:
    key = yaml.split(":")[0]
    rest = re.sub(rf"^{key}:.*\n(  .*\n)*", "", NEEDED, flags=re.MULTILINE)
    problem = only(rest + yaml + "\n")
    assert problem.code == "front-matter.wrong-type"
    assert problem.message.startswith(message)
    assert problem.hint.startswith(hint)


@pytest.mark.parametrize("yaml", ["just words", "- a\n- b", "[a]", "'quoted'"])
def test_front_matter_must_be_keys(yaml: str) -> None:
    problem = only(yaml + "\n")
    assert (problem.code, where(problem)) == ("front-matter.not-keys", (2, 1))


def test_an_empty_entry_of_a_list_is_skipped_with_a_warning() -> None:
    brief, (problem,) = read_front_matter(source_of(NEEDED + "keywords:\n  - a\n  -\n  - b\n"))
    assert brief is not None
    assert brief.keywords == ("a", "b")
    assert (problem.severity, problem.message) == (Severity.WARNING, "entry 2 of keywords is empty")


# Values in the wrong form


@pytest.mark.parametrize(
    ("key", "typed", "mended"),
    [
        ("date", "16 October 2023", "2023-10-16"),
        ("date", "October 16th, 2023", "2023-10-16"),
        ("date", "16.10.2023", "2023-10-16"),
        ("date", "2023-1-5", "2023-01-05"),
        ("date", "20231016", "2023-10-16"),
        ("date", "3/4/2023", "2023-04-03 for 3 April, or date: 2023-03-04 for 4 March"),
        ("date", "5/13/2023", "2023-05-13"),
        ("date", "May 2023", "2023-05-01"),
        ("date", "soon", "a day such as 2023-10-16"),
        ("lang", "en_GB", "en-GB"),
        ("lang", "English", "en"),
        ("lang", "englisch", "en"),
        ("lang", "de_DE.UTF-8", "de-DE"),
        ("lang", "12", "a language tag such as en-GB, de or sv"),
        ("accent", "c2352b", '"#c2352b"'),
        ("accent", "red", 'a colour such as "#c2352b"'),
        ("doi", "https://doi.org/10.1000/182", "10.1000/182"),
        ("doi", "x", "a DOI such as 10.1000/182"),
        ("issn", "20493630", "2049-3630"),
        ("theme", "My Theme.css", "my-theme"),
        ("publisher.url", "www.isdp.eu", "https://www.isdp.eu"),
        ("publisher.url", "none", "a web address such as https://www.isdp.eu"),
        ("publisher.url", "javascript:alert(1)", "a web address such as https://www.isdp.eu"),
        ("publisher.email", "<a@b.eu>", "a@b.eu"),
        ("publisher.email", "a at b", "an e-mail address such as info@isdp.eu"),
        ("publisher.email", "mailto:a@b.eu", "a@b.eu"),
    ],
)
def test_a_value_in_the_wrong_form_is_answered_with_the_right_one(key: str, typed: str, mended: str) -> None:
    group, _, name = key.rpartition(".")
    rest = NEEDED.replace("date: 2023-10-16\n", "") if key == "date" else NEEDED
    problem = only(rest + (f"{group}:\n  name: N\n  {name}: {typed}\n" if group else f"{name}: {typed}\n"))
    assert problem.code == "front-matter.wrong-form"
    assert problem.message.endswith(f"not “{typed}”")
    assert problem.hint == (
        f"write {mended}" if mended.startswith("a") and " " in mended else f"write {name}: {mended}"
    )


def test_a_day_that_no_calendar_has() -> None:
    problem = only(NEEDED.replace("2023-10-16", "2023-02-30"))
    assert (where(problem), problem.message) == ((3, 7), "date: there is no such day as 2023-02-30")


def test_check_digits_are_verified() -> None:
    problem = only(NEEDED + "    orcid: 0000-0002-1825-0098\n")
    assert (where(problem), problem.code) == ((6, 12), "front-matter.check-digit")
    assert "orcid in entry 1 of authors is mistyped" in problem.message
    assert only(NEEDED + "issn: 2049-3631\n").code == "front-matter.check-digit"
    assert brief_of(NEEDED + "issn: 0000-006X\n").issn == "0000-006X"


@pytest.mark.parametrize(
    "tag", ["en", "zh-Hant-TW", "de-CH-1996", "sl-rozaj-biske", "en-US-x-house", "es-419"]
)
def test_well_formed_language_tags(tag: str) -> None:
    brief, _ = read_front_matter(source_of(NEEDED + f"lang: {tag}\n"))
    assert brief is not None
    assert brief.lang == tag


def test_a_language_without_hyphenation_is_warned_of() -> None:
    brief, problems = read_front_matter(source_of(NEEDED + "lang: cy\n"))
    assert brief is not None
    (problem,) = [each for each in problems if each.code == "front-matter.language-without-hyphenation"]
    assert (problem.severity, where(problem), problem.excerpt) == (Severity.WARNING, (6, 7), "lang: cy")
    assert problem.hint.startswith("check that the tag is right")
    (problem,) = read_front_matter(source_of(NEEDED + "lang: ga\n"))[1]
    assert problem.hint.startswith("list long words with their hyphens under hyphenation:")


@pytest.mark.parametrize("tag", ["fi", "tr", "sv", "ja", "zh-TW", "ko", "vi", "sr-Latn-RS", "cmn"])
def test_a_language_that_is_hyphenated_or_never_is_has_nothing_to_warn_of(tag: str) -> None:
    assert read_front_matter(source_of(NEEDED + f"lang: {tag}\n"))[1] == ()


@pytest.mark.parametrize("tag", ["bo", "ru-Latn-RU", "az-Cyrl", "tlh"])
def test_a_language_without_labels_is_warned_of(tag: str) -> None:
    brief, problems = read_front_matter(source_of(NEEDED + f"lang: {tag}\n"))
    assert brief is not None
    problem = problems[0]
    assert (problem.code, where(problem)) == ("front-matter.language-without-labels", (6, 7))
    assert (problem.severity, problem.excerpt) == (Severity.WARNING, f"lang: {tag}")
    assert tag in problem.message and "or give your own under labels: author, authors, about" in problem.hint


@pytest.mark.parametrize(
    ("lang", "body", "better"),
    [
        ("sr", "Elektroprivreda proizvodi struju u zimi. " * 20, "lang: sr-Latn"),
        ("sr-Latn", "Електропривреда производи струју зими. " * 20, "lang: sr-Cyrl"),
        ("en", "Правительству следует принять план, см. plan.pdf. " * 20, "lang: ru"),
        ("zh", "政府は計画を採択すべきである。" * 40, ""),
        ("ja", "The government should adopt the plan. " * 20, "lang: en"),
        ("ja", "政府は計画を採択すべきである。`some_code_of_a_kind` https://example.org/path " * 30, ""),
        ("ru", "Short.", ""),
        ("th", "The government should adopt the plan. " * 20, ""),
    ],
)
def test_a_text_in_another_script_than_its_language_is_told(lang: str, body: str, better: str) -> None:
    _, problems = read_front_matter(source_of(NEEDED + f"lang: {lang}\n", body))
    told = [each for each in problems if each.code == "front-matter.language-of-other-script"]
    assert [(where(each), each.hint.rpartition("text: ")[2]) for each in told] == [((6, 7), better)] * bool(
        better
    )


@pytest.mark.parametrize("tag", ["ar", "he-IL", "fa", "ku-Arab", "UR"])
def test_a_language_that_is_written_from_right_to_left_is_read_and_needs_no_hyphens(tag: str) -> None:
    brief, problems = read_front_matter(source_of(NEEDED + f"lang: {tag}\n"))
    assert brief is not None
    assert {each.code for each in problems} <= {"front-matter.language-without-labels"}


def test_a_script_of_its_own_may_turn_a_language_round() -> None:
    brief, problems = read_front_matter(source_of(NEEDED + "lang: ug-Latn\n"))
    assert brief is not None
    assert "front-matter.language-without-hyphenation" in {each.code for each in problems}


@pytest.mark.parametrize(
    ("lang", "typed", "series"),
    [("fr", "", "Note d’analyse"), ("fr", "series:\n", "Note d’analyse"), ("en-US", "", "Issue Brief"),
     ("fr", "series: Issue Brief\n", "Issue Brief"), ("tlh", "", "Issue Brief")],
)  # fmt: skip
def test_a_series_that_is_not_named_has_a_name_in_the_language(lang: str, typed: str, series: str) -> None:
    brief, _ = read_front_matter(source_of(NEEDED + f"lang: {lang}\n" + typed))
    assert brief is not None
    assert brief.series == series


def test_a_colour_lost_to_a_comment_is_noticed() -> None:
    problem = only(NEEDED + "accent: #c2352b\n")
    assert (problem.code, where(problem)) == ("front-matter.lost-to-comment", (6, 1))
    assert problem.hint == 'put the value in quotes: accent: "#c2352b"'


def test_a_text_cut_by_a_comment_is_noticed() -> None:
    brief, (problem,) = read_front_matter(source_of(NEEDED + "subtitle: Who is #1?\nseries: S # a comment\n"))
    assert brief is not None
    assert brief.subtitle == "Who is"
    assert (problem.severity, where(problem)) == (Severity.WARNING, (6, 17))


# Broken YAML


@pytest.mark.parametrize(
    ("yaml", "place", "message", "hint"),
    [
        ("title: A: B", (2, 9), "a colon inside a value that is not in quotes", 'put the value in quotes: title: "A: B"'),
        ("title: \"A\": B", (2, 11), "", ""),
        ("keywords:\n - A: b: c", (3, 8), "a colon inside", 'put the value in quotes: - "A: b: c"'),
        ("authors:\n - name: b: c", (3, 11), "a colon inside", 'put the value in quotes: - name: "b: c"'),
        ("title: \"A", (2, 8), "the quote \" opens here and is never closed", "put \" at the end of the text"),
        ("title: \"A\n# sub: B\nlang: \"de\"", (2, 8), "the quote \" opens here and is never closed", "put \" at the end of the text"),
        ("title: \"A\nlang: \"de\"", (2, 8), "the quote \" opens here and is never closed", "put \" at the end of the text"),
        ("title: 'It's'", (2, 12), "text continues after the closing quote", "put the whole value in quotes: title: "),
        ("title: \"A\" B", (2, 11), "text continues after the closing quote", "put the whole value in quotes: title: '\"A\" B'"),
        ("title: \"A\\q\"", (2, 10), "a backslash inside double quotes", "in double quotes write"),
        ("title: T\n\tlang: de", (3, 1), "the line starts with a tab", "replace the tab with spaces"),
        ("title: **A** b", (2, 8), "a value that is not in quotes cannot begin with *", 'put the whole value in quotes: title: "**A** b"'),
        ("title: @a", (2, 8), "a value that is not in quotes cannot begin with @", 'put the whole value in quotes: title: "@a"'),
        ("title: `a`", (2, 8), "a value that is not in quotes cannot begin with `", ""),
        ("title: ,a", (2, 8), "a value cannot begin with , unless it is in quotes", ""),
        ("keywords: [a, b\nlang: de", (2, 11), "the bracket [ opens here", "close it with ]"),
        ("title: [A] b", (2, 11), "text continues after the closing bracket", 'put the whole value in quotes: title: "[A] b"'),
        ("title: T\n  lang: de", (3, 7), "a key where none is allowed", "let keys of one group"),
        ("cover:\n  image: a\n alt: b", (4, 2), "this line does not fit the ones above it", "let keys of one group"),
        ("titles\nlang: de", (3, 5), "a key after a line that is not a key", "is a colon missing in “titles”?"),
        ("lang: de\ntitle The Moon\nseries: S", (3, 1), "the colon after title is missing", "write title: The Moon"),
        ("lang: de\nwords on\nseries: S", (3, 1), "this line has no key", "write a key, a colon and a space"),
        ("authors: - name: J", (2, 10), "", ""),
        ("title: ? b", (2, 8), "this is not YAML", "put the value in quotes"),
        ("title: | b", (2, 8), "a value that is not in quotes cannot begin with |", ""),
    ],
)  # fmt: skip
def test_broken_yaml_is_explained(yaml: str, place: tuple[int, int], message: str, hint: str) -> None:
    brief, problems = read_front_matter(source_of(yaml + "\n"))
    assert brief is None
    problem = next(problem for problem in problems if problem.code == "front-matter.yaml")
    assert where(problem) == place
    assert problem.message.startswith(message)
    assert problem.hint.startswith(hint)


def test_problems_after_a_broken_line_are_found_in_the_same_run() -> None:
    assert said('title: A: B\nsubtitle: "Half\ndate: soon\nautors: J\nabstract: **B** c\n') == [
        "2:9 a colon inside a value that is not in quotes",
        '3:11 the quote " opens here and is never closed',
        "4:7 date must be a day such as 2023-10-16, not “soon”",
        "5:1 there is no key “autors”",
        "6:11 a value that is not in quotes cannot begin with *",
    ]


def test_places_stay_true_after_line_separators() -> None:
    problem = only(NEEDED + 'subtitle: "a\u2028b\x85c"\nxyz: 1\n')
    assert where(problem) == (7, 1)


@pytest.mark.parametrize(
    ("yaml", "code"),
    [
        ("title: !!python/object/apply:os.system [ls]", "wrong-type"),
        ("title: !!python/name:os.system x", "tag"),
        ("title: !important", "tag"),
        ("title: *nowhere", "undefined-alias"),
        ("keywords: &k [*k]", "endless-alias"),
        ("<<: 3", "merge"),
        ("{{ title }}: T", "key"),
        ("keywords: " + "[" * 30, "too-deep"),
        (f"title: &a {'word ' * 200}\nkeywords: [{'*a, ' * 1000}]", "too-large"),
        (
            "a: &a []\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in pairwise("abcdefghijklmnopqrst")),
            "too-large",
        ),
        (f"subtitle: {'word ' * 5000}", "too-long"),
        (f"subtitle: {'w' * 150_000}", "too-long"),
        (f"number: {'1' * 150_000}", "too-long"),
    ],
)
def test_yaml_that_goes_beyond_keys_and_values_is_refused(yaml: str, code: str) -> None:
    brief, problems = read_front_matter(source_of(yaml + "\n"))
    assert brief is None
    assert f"front-matter.{code}" in [problem.code for problem in problems]


def test_a_value_that_stands_in_many_places_is_read_while_all_of_it_is_short() -> None:
    brief = brief_of(f"{NEEDED}subtitle: &a some words\nkeywords: [*a, *a, *a]\n")
    assert brief.keywords == ("some words",) * 3


def test_a_long_text_of_figures_is_no_number() -> None:
    tree, problems = read_yaml(source_of(f"number: {'1' * 101}\nissn: 1\n"))
    assert problems == ()
    assert isinstance(tree, Mapping)
    kinds = [value.kind for _, value in tree.entries.values() if isinstance(value, Scalar)]
    assert kinds == ["text", "number"]


def test_a_second_document_is_refused(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text("name: A\n---\nname: B\n")
    _, (problem,) = read_publisher(tmp_path)
    assert "a second document begins here" in problem.message


def test_bombs_neither_hang_nor_fill_the_memory() -> None:
    start = time.monotonic()
    laughs = "a0: &a0 [x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 40)
    )
    merges = "b0: &b0 {name: x}\n" + "".join(
        f"b{n}: &b{n} {{<<: [*b{n - 1}, *b{n - 1}]}}\n" for n in range(1, 40)
    )
    for yaml in (
        NEEDED + laughs + "keywords: *a39\n",
        NEEDED + merges + "cover: *b39\n",
        "k: [" + "a, " * 50_000 + "]\n",
    ):
        assert read_front_matter(source_of(yaml))[0] is None
    assert time.monotonic() - start < 5


# What else can be asked


def test_what_can_be_read_of_a_broken_front_matter() -> None:
    brief = readable_part(source_of("title: T\ndate: soon\ncover: c.jpg\nlang: de\nauthors:\n  - role: R\n"))
    assert (brief.title, brief.lang, brief.cover) == ("T", "de", None)
    assert (brief.date, brief.authors) == (datetime.date(1970, 1, 1), (Author(name="", role="R"),))
    assert readable_part(source_of("[[[\n")).title == ""


def test_where_a_value_stands() -> None:
    source = source_of(NEEDED + "cover:\n  image: c.jpg\n  alt: A\n")
    assert locate(source, "cover", "image") == SourceRange(PATH, 7, 10, 7, 15)
    assert locate(source, "authors", 0, "name") == SourceRange(PATH, 5, 11, 5, 12)
    assert locate(source, "authors", 5, "name") == SourceRange(PATH, 5, 3, 5, 12)
    assert locate(source, "theme") == SourceRange(PATH, 1, 1)


@pytest.mark.parametrize("typed", ["-reform", "re form", "re--form", "R2D2", "re_form"])
def test_a_word_that_cannot_be_divided_as_it_is_written_is_told(typed: str) -> None:
    _, (problem,) = read_front_matter(source_of(NEEDED + f"hyphenation: [Pyong-yang, {typed}]\n"))
    assert problem.code == "front-matter.wrong-form"
    assert "a word with a hyphen wherever it may be divided" in problem.message


def test_every_key_is_described_in_the_documentation() -> None:
    described = re.split(r"^###? ", DOCS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for shape, heading in {
        Brief: "Keys of a brief",
        Author: "Keys of an author",
        Cover: "Keys of the cover",
        Publisher: "The institute",
        Niceties: "Keys of niceties",
        Press: "Keys of press",
        Contributor: "Editors, translators",
        Correction: "Corrections",
        Funder: "Funding",
        Contact: "Contact",
        GivenLabels: "Labels",
    }.items():
        (section,) = [part for part in described if part.startswith(heading)]
        (table, *_) = re.findall(r"(?:^\|.*\n)+", section, flags=re.MULTILINE)
        assert re.findall(r"^\| `(\w+)` \|", table, flags=re.MULTILINE) == list(shape.__struct_fields__)


def test_the_examples_of_the_documentation_are_sound() -> None:
    examples = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), flags=re.DOTALL)
    for example in examples:
        keys = example.replace("---\n", "").replace("\nThe text begins here.\n", "")
        if keys.startswith(("name:", "#")):
            continue
        given = re.findall(r"^(\w+):", keys, flags=re.MULTILINE)
        rest = "".join(part for part in re.split(r"(?<=\n)(?=\w)", NEEDED) if part.split(":")[0] not in given)
        # What an example of `publisher:` leaves out is in the institute's file.
        brief, problems = read_front_matter(source_of(rest + keys), is_sound="publisher" not in given)
        assert brief is not None and problems == ()
