# ruff: noqa: E501 -- a case is easier to read on one line
"""What a house states of a publication is read in each way of writing it, and told where it is wrong."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from issuebrief.frontmatter.read import read_front_matter
from issuebrief.frontmatter.source import Source
from issuebrief.frontmatter.statements import Contact, Contributor, Correction, Funder
from issuebrief.stated_values import (
    Setting,
    contact_of,
    contributors_of,
    funders_of,
    stated_values,
    texts_with_notes,
)

if TYPE_CHECKING:
    from issuebrief.frontmatter.model import Brief

NEEDED = "title: T\ndate: 2023-10-16\nauthors:\n  - name: J\n"


def source_of(yaml: str) -> Source:
    front, lines = yaml.removesuffix("\n"), yaml.count("\n")
    return Source(Path("brief.md"), f"---\n{yaml}---\nText\n", front, 2, "Text\n", lines + 3)


def brief_of(yaml: str) -> Brief:
    brief, problems = read_front_matter(source_of(yaml))
    assert problems == ()
    assert brief
    return brief


def problems_of(yaml: str) -> list[tuple[str, str, str]]:
    """Code, message and hint of each problem, on one line each."""
    _, problems = read_front_matter(source_of(NEEDED + yaml))
    return [(each.code.removeprefix("front-matter."), each.message, each.hint) for each in problems]


def test_a_name_alone_stands_for_a_person_and_a_sentence_for_a_funder() -> None:
    brief = brief_of(NEEDED + "editors: [Jane Doe, {name: J R, affiliation: X}]\nfunding: Paid by members.\n")
    assert brief.editors == (Contributor(name="Jane Doe"), Contributor(name="J R", affiliation=("X",)))
    assert brief.funding == (Funder(name="Paid by members."),)
    brief = brief_of(NEEDED + "funding: {name: Y, grant: 12}\ncontact: Ask us.\n")
    assert (brief.funding, brief.contact) == ((Funder(name="Y", grant=12),), Contact(name="Ask us."))


def test_affiliations_are_a_text_or_a_list() -> None:
    yaml = (
        "title: T\ndate: 2023-10-16\nauthors: [{name: J, affiliation: X}, {name: K, affiliation: [Y, Z]}]\n"
    )
    assert [author.affiliation for author in brief_of(yaml).authors] == [("X",), ("Y", "Z")]


def test_values_that_python_gives_in_other_forms_mean_the_same() -> None:
    brief = replace(brief_of(NEEDED), editors=("Jane",), funding="Paid by members.", contact="Ask us.")
    assert contributors_of(brief, "editors") == (Contributor(name="Jane"),)
    assert (funders_of(brief), contact_of(brief)) == (
        (Funder(name="Paid by members."),),
        Contact(name="Ask us."),
    )


def test_versions_days_and_codes_are_read() -> None:
    brief = brief_of(
        NEEDED + "version: 1.0\nupdated: 2024-01-02\njel: [F51, H5]\ndraft: yes\n"
        "corrections: [{date: 2024-01-02, text: T}]\nlicense: cc0\n"
    )
    assert (brief.version, brief.updated, brief.jel) == ("1.0", datetime.date(2024, 1, 2), ("F51", "H5"))
    assert (brief.draft, brief.license) == (True, "CC0-1.0")
    assert brief.corrections == (Correction(date=datetime.date(2024, 1, 2), text="T"),)


@pytest.mark.parametrize(
    ("yaml", "code", "hint"),
    [
        ("license: cc by\n", "wrong-form", "write license: CC-BY-4.0"),
        ("license: All rights reserved\n", "wrong-form", "write a licence such as CC-BY-4.0, or the address of one"),
        ("licence: CC BY 4.0\n", "unknown-key", "did you mean “license”?"),
        ("updated: 2 March 2024\n", "wrong-form", "write updated: 2024-03-02"),
        ("embargo: 12 December 2026, 00:01 CET\n", "wrong-form", "write embargo: 2026-12-12 00:01 CET"),
        ("jel: [f51]\n", "wrong-form", "write F51"),
        ("jel: F51\n", "wrong-type", "write\njel:\n  - F51"),
        ("editors: Jane Doe\n", "wrong-type", "write\neditors:\n  - name: Jane Doe"),
        ("editors: {name: Jane}\n", "wrong-type", "put a dash and a space before the first key under editors:, and two spaces before the others"),
        ("corrections: [A typo]\n", "wrong-type", "write\n- text: A typo\n  date: 2023-11-20"),
        ("corrections: A typo\n", "wrong-type", "write\ncorrections:\n  - text: A typo\n    date: 2023-11-20"),
        ("contact: {fax: 1}\n", "unknown-key", "the valid keys are name, address, phone, email, url"),
        ("contact: {phone: ask}\n", "wrong-form", "write a telephone number such as +46 8 123 456 78"),
        ("draft: maybe\n", "wrong-type", "write true or false, without quotes"),
        ("affiliation: X\n", "unknown-key", "affiliation belongs under authors or editors or translators or reviewers, indented by two spaces"),
        ("acknowledgments: X\n", "unknown-key", "did you mean “acknowledgements”?"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_the_right_form(yaml: str, code: str, hint: str) -> None:
    ((found, _, mend),) = problems_of(yaml)
    assert (found, mend) == (code, hint)


def test_an_editor_may_be_a_person_or_a_key_of_another_program() -> None:
    ((code, _, hint),) = problems_of("editor: visual\n")
    assert code == "unknown-key"
    assert "editors:\n  - Jane Doe" in hint
    assert "remove it" in hint


def test_days_follow_that_of_the_publication() -> None:
    found = problems_of("updated: 2020-01-01\ncorrections: [{date: 2023-10-15, text: T}]\n")
    assert [code for code, _, _ in found] == ["day-order", "day-order"]
    assert found[1][1] == (
        "date in entry 1 of corrections is 2023-10-15, before the day of publication, 2023-10-16"
    )


def test_an_embargo_is_told_once_it_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # 14 November 2023, 22:13
    assert [code for code, _, _ in problems_of("embargo: 2023-11-14 23:00 CET\n")] == ["embargo-over"]
    assert problems_of("embargo: 2023-11-14 23:30 CET\n") == []
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert [code for code, _, _ in problems_of("embargo: 2023-11-14\n")] == ["embargo-over"]


def test_a_citation_has_title_and_doi() -> None:
    doi = "doi: 10.1000/182\n"
    found = problems_of(f"how_to_cite: J, (2023)\n{doi}")
    assert [(code, message) for code, message, _ in found] == [
        ("incomplete-citation", "how_to_cite lacks the title and the DOI")
    ]
    assert problems_of(f'how_to_cite: "J, *T* (2023), <https://doi.org/10.1000/182>"\n{doi}') == []


def test_copyright_and_licence_do_not_name_two_licences() -> None:
    other = "copyright: See <https://creativecommons.org/licenses/by/4.0/>.\n"
    assert [code for code, _, _ in problems_of(f"license: CC BY-NC 4.0\n{other}")] == ["two-licences"]
    assert problems_of(f"license: CC BY 4.0\n{other}") == []


def test_english_labels_in_another_language_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("issuebrief.frontmatter.agreement.lacks", lambda _, label: label == "funding")
    ((code, message, _),) = problems_of("lang: de\nfunding: Vom Staat.\nversion: 2\n")
    assert (code, message) == (
        "label-in-english",
        "there are no labels in the language “de” for funding: they will be English",
    )


def test_every_text_is_known_with_its_keys_and_what_all_authors_share_once() -> None:
    yaml = (
        "title: T\ndate: 2023-10-16\nauthors: [{name: A, affiliation: X}, {name: B, affiliation: [X]}]\n"
        "acknowledgements: Thanks\nfunding: [F]\neditors: [E]\nabout_series: S\ncontact: C\n"
    )
    values = list(stated_values(brief_of(yaml)))
    assert [(value.keys, value.text) for value in values] == [
        (("authors", 0, "affiliation", 0), "X"),
        (("acknowledgements",), "Thanks"),
        (("funding", 0, "name"), "F"),
        (("editors", 0, "name"), "E"),
        (("about_series",), "S"),
        (("contact", "name"), "C"),
    ]
    assert [value.setting for value in values[:3]] == [Setting.WORDS, Setting.PARAGRAPHS, Setting.LINE]
    assert texts_with_notes(brief_of(yaml)) == ("Thanks", "F", "S", "C")
    assert list(stated_values(brief_of(NEEDED))) == []
