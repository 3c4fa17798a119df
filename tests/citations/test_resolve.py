"""Keys in a brief become notes, citations and a list of works."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from cited_works import WORKS, cited, codes, notes_of, read_cited, words
from pdf_facts import squeezed
from setting import facts_of, job, write_brief

from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

FULL = "Ada Gauge and Otto van der Berg, *The Harbour at Night* (Quay Press, 2019), 12."
SHORT = "Gauge and van der Berg, *The Harbour at Night*, 14."


def test_a_citation_alone_becomes_a_note_behind_the_full_stop_and_then_a_short_form(tmp_path: Path) -> None:
    manuscript = cited(tmp_path, "Ferries sail [@gauge2019, p. 12]. They return [@gauge2019, 14].")
    assert notes_of(manuscript) == [FULL, SHORT]
    assert "sail.<a" in manuscript.body.html


def test_a_citation_in_a_note_that_is_written_by_hand_counts_as_the_first(tmp_path: Path) -> None:
    body = "One.[^1] Two [@gauge2019, p. 14].\n\n[^1]: But see [@gauge2019, p. 12], who disagree."
    notes = notes_of(cited(tmp_path, body))
    assert notes[0] == f"But see {FULL[:-1]}, who disagree."
    assert notes[1] == SHORT


def test_notes_are_counted_in_the_order_in_which_they_are_read(tmp_path: Path) -> None:
    body = "First [@tide2020].\n\nThen [@gauge2019].[^1]\n\n[^1]: By hand."
    manuscript = cited(
        tmp_path, body, abstract="In short [@gauge2019, p. 2].", citation_style="oscola", lang="en-GB"
    )
    assert notes_of(manuscript)[2] == "Gauge and van der Berg (n 1)."


def test_ibid_stands_only_behind_a_note_that_cites_the_same_work_alone(tmp_path: Path) -> None:
    body = (
        "A [@gauge2019]. B [@gauge2019, p. 3]. C [@tide2020; @gauge2019]. D [@gauge2019]. E.[^1] "
        "F [@gauge2019]."
        "\n\n[^1]: Nothing is cited here."
    )
    notes = notes_of(cited(tmp_path, body, citation_style="chicago-ibid"))
    assert notes[1] == "Ibid., 3."
    assert [note for note in notes if "Ibid" in note] == [notes[1]]


def test_ibid_never_stands_behind_a_note_by_hand_that_cites_two_works(tmp_path: Path) -> None:
    body = "A.[^1] B [@gauge2019].\n\n[^1]: See [@tide2020], and [@gauge2019]."
    assert notes_of(cited(tmp_path, body, citation_style="chicago-ibid"))[1].startswith("Gauge")


def test_editors_are_named_in_a_sentence_without_their_role(tmp_path: Path) -> None:
    works = "@book{a, title={Night}, editor={Gauge, Ada}, publisher={P}, year=2019}"
    assert "As Ada Gauge1 says" in words(cited(tmp_path, "As @a says.", works).body.html)


def test_styles_of_author_and_date_cite_in_the_text_and_list_the_works(tmp_path: Path) -> None:
    body = "So it is [see @gauge2019, p. 12; @tide2020]. As @office2021 [p. 4] says, yes."
    html = words(cited(tmp_path, body, citation_style="apa").body.html)
    assert "(see Gauge & van der Berg, 2019, p. 12; Tide, 2020)" in html
    assert "As Harbour Office (2021, p. 4) says" in html
    assert html.index("References") < html.index("Gauge, A.") < html.index("Tide, T.")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("It sails.[@tide2020] Then", "It sails (Tide, 2020). Then"),
        ("It sails;[@tide2020] then", "It sails (Tide, 2020); then"),
        ("They *sail*[@tide2020] now.", "They *sail* (Tide, 2020) now."),
        ("“It sails.”[@tide2020]", "“It sails” (Tide, 2020)."),
        ("Boats etc.[@tide2020] sail.", "Boats etc. (Tide, 2020) sail."),
        ("Does it sail?[@tide2020]", "Does it sail? (Tide, 2020)"),
        ("([@tide2020])", "((Tide, 2020))"),
    ],
)
def test_a_citation_that_was_typed_as_a_note_stands_in_the_sentence(
    tmp_path: Path, typed: str, printed: str
) -> None:
    html = words(cited(tmp_path, f"{typed}\n\nMore.", citation_style="apa").body.html)
    assert html.startswith(printed)


def test_a_part_of_a_name_behind_a_hyphen_has_no_initial(tmp_path: Path) -> None:
    works = "@book{lee, author={Lee, Min-ho}, title={Boats}, publisher={Quay}, year=2020}"
    assert notes_of(cited(tmp_path, "So [@lee].", works))[0].startswith("Min-ho Lee, ")
    assert "Lee, M. (2020)" in words(cited(tmp_path, "So [@lee].", works, citation_style="apa").body.html)


def test_the_heading_of_the_list_is_in_the_language_of_the_brief(tmp_path: Path) -> None:
    html = cited(tmp_path, "So [@tide2020].", citation_style="apa", lang="de").body.html
    assert ">Literatur</h2>" in html


def test_the_list_stands_where_it_is_asked_for_and_nowhere_else(tmp_path: Path) -> None:
    body = "So [@tide2020].\n\n## Sources\n\n::: {#refs}\n:::\n\n## After\n\nMore."
    html = cited(tmp_path, body).body.html
    assert html.index("Sources") < html.index("Tide, Tom") < html.index("After")
    assert "reference" not in cited(tmp_path, "So [@tide2020].").body.html


def test_a_name_in_the_sentence_is_not_said_again_in_its_note(tmp_path: Path) -> None:
    manuscript = cited(tmp_path, "As @tide2020 [p. 104] shows, and [-@gauge2019] too.")
    assert "As Tom Tide" in words(manuscript.body.html)
    assert notes_of(manuscript)[0].startswith("‘Counting Ferries’")
    assert "Gauge" not in notes_of(manuscript)[1]


def test_addresses_handles_and_code_stay_as_they_are(tmp_path: Path) -> None:
    body = "Write to desk@example.org or @harbour. Type `[@gauge2019]`. So [@tide2020]."
    manuscript, problems = read_cited(tmp_path, body)
    assert manuscript is not None
    assert "@harbour" in manuscript.body.html
    assert "[@gauge2019]" in manuscript.body.html
    assert len(manuscript.body.notes) == 1
    assert codes(problems) == {"citations.unused"}


def test_an_unknown_key_is_told_with_its_place_and_what_was_meant(tmp_path: Path) -> None:
    _, problems = read_cited(tmp_path, "First.\n\nSo it is [@tide2020; @guage2019].")
    problem = next(problem for problem in problems if problem.code == "citations.unknown-key")
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (11, 22)
    assert problem.hint == "did you mean @gauge2019?"


def test_an_unknown_key_in_the_front_matter_is_told_there(tmp_path: Path) -> None:
    _, problems = read_cited(tmp_path, "So [@tide2020].", abstract="In short [@nobody1999].")
    problem = next(problem for problem in problems if problem.code == "citations.unknown-key")
    assert problem.place is not None
    assert "nobody1999" in problem.excerpt


def test_without_a_file_of_references_a_key_is_told_with_how_to_name_one(tmp_path: Path) -> None:
    _, problems = read(job(write_brief(tmp_path, "So it is [@gauge2019].")))
    (problem,) = [problem for problem in problems if problem.code == "markup.citation"]
    assert "references: refs.bib" in problem.hint


def test_a_file_of_the_usual_name_is_read_without_being_named(tmp_path: Path) -> None:
    (tmp_path / "references.bib").write_text(WORKS, "utf-8")
    manuscript, _ = read(job(write_brief(tmp_path, "So it is [@tide2020].")))
    assert manuscript is not None
    assert len(manuscript.body.notes) == 1


def test_the_library_of_the_house_is_searched_behind_the_file_of_the_brief(tmp_path: Path) -> None:
    (tmp_path / "publisher.yaml").write_text("name: Harbour House\nreferences: house.bib\n", "utf-8")
    (tmp_path / "house.bib").write_text(WORKS.replace("Counting", "Losing"), "utf-8")
    own = "@article{tide2020, author={Tide, Tom}, title={Counting Ferries}, journal={Crossings}, year=2020}"
    notes = notes_of(cited(tmp_path / "brief", "A [@tide2020]. B [@gauge2019].", own))
    assert "Counting" in notes[0]
    assert notes[1].startswith("Ada Gauge")


def test_what_citations_print_is_neither_lost_nor_changed_in_print(tmp_path: Path) -> None:
    (tmp_path / "refs.bib").write_text(WORKS, "utf-8")
    body = "Ferries sail\n[see @gauge2019,\np. 12; @tide2020]. As @office2021 says.\n\nThe end [@tide2020]."
    facts = facts_of(tmp_path, body, references="refs.bib", reference_list=True)
    text = squeezed(facts.text)
    assert squeezed("The Harbour at Night") in text
    assert squeezed("Counting Ferries") in text


@pytest.mark.parametrize(
    "style", ["chicago", "oscola", "mhra", "turabian", "eu", "eu-author-date", "aglc", "apa"]
)
@pytest.mark.parametrize("lang", ["en-GB", "de", "fr", "sv"])
def test_every_style_and_language_prints_pages_and_titles(tmp_path: Path, style: str, lang: str) -> None:
    manuscript = cited(tmp_path, "So [@gauge2019, p. 12]. And [@tide2020].", citation_style=style, lang=lang)
    text = words(manuscript.body.html) + " ".join(notes_of(manuscript))
    assert "Night" in text
    assert "12" in text


def test_a_brief_that_cites_nothing_loads_nothing_of_citations(tmp_path: Path) -> None:
    for name in [name for name in sys.modules if name.startswith("issuebrief.citations")]:
        del sys.modules[name]
    (tmp_path / "references.bib").write_text(WORKS, "utf-8")
    brief = write_brief(
        tmp_path, "Write to desk@example.org.", authors=[{"name": "A", "email": "a@example.org"}]
    )
    read(job(brief))
    assert not [name for name in sys.modules if name.startswith("issuebrief.citations")]
