"""What a house states of a publication is printed on pages and web page, and told to machines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pikepdf
import pytest
from contrast import too_faint
from pdf_facts import Facts, spoken, squeezed
from setting import facts_of, paragraph, set_text
from stated import BODY, FRONT, WORDS, prepared
from validators import A_2A, UA_1, claims, page_validation, spoken_aloud
from web_pages import THEMES, Page, made, page_of

from issuebrief.l10n import words
from issuebrief.publication import Publication, publication_of, states

if TYPE_CHECKING:
    from pathlib import Path

GRID = {"isdp": 12.5, "policy-note": 13.5, "report": 14.0}


@pytest.fixture(scope="module", params=THEMES)
def set_in(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The theme, and the PDF of a brief that states everything, without any problem."""
    folder = prepared(tmp_path_factory.mktemp(request.param) / "brief")
    facts_of(folder, BODY, theme=request.param, **FRONT)
    return request.param, folder / "brief.pdf"


def test_all_that_is_stated_is_printed_and_nothing_twice(set_in: tuple[str, Path]) -> None:
    said = spoken(Facts(set_in[1]).reading)
    assert [word for word in WORDS if said.count(squeezed(word)) != 1] == []
    assert squeezed("“Notes on a Crossing,” ed. Ida Sand and Ole Berg, trans. Ana Lopez,") in said


def test_validators_find_nothing_wrong(set_in: tuple[str, Path]) -> None:
    path = set_in[1]
    assert claims(path) == {"PDF/UA-1", "PDF/A-2a"}
    assert page_validation(path, UA_1) == page_validation(path, A_2A) == spoken_aloud(path) == []
    assert too_faint(path) == []


def test_statements_stand_in_columns_whose_lines_are_level(set_in: tuple[str, Path]) -> None:
    theme, path = set_in
    lines = [line for line in Facts(path).lines if line.text]
    labels = ("Acknowledgements", "Funding", "Contributors", "About this series", "Contact")
    found = {line.text: line for line in lines if line.text in labels}
    assert found.keys() == set(labels)
    assert len({line.page for line in found.values()}) == 1
    assert 1 < len({round(line.x) for line in found.values()}) <= 3
    first = min(line.baseline for line in found.values())
    for line in found.values():
        steps = (line.baseline - first) / (0.75 * GRID[theme])
        assert steps == pytest.approx(round(steps), abs=0.02), line.text


def test_links_lead_to_licence_people_funders_and_contact(set_in: tuple[str, Path]) -> None:
    targets = {link.address for link in Facts(set_in[1]).links}
    assert targets >= {
        "https://creativecommons.org/licenses/by-nc-nd/4.0/",
        "https://orcid.org/0000-0002-1825-0097",
        "https://example.org/tides",
        "tel:+46812345678",
        "mailto:press@example.org",
    }


def test_a_logo_is_a_picture_with_the_funders_name(set_in: tuple[str, Path]) -> None:
    nodes = list(Facts(set_in[1]).reading.walk())
    assert [node.alt for node in nodes if node.tag == "Figure"] == ["Council for Tides"]


def test_the_pdf_says_it_in_xmp(set_in: tuple[str, Path]) -> None:
    with pikepdf.open(set_in[1]) as pdf, pdf.open_metadata() as xmp:
        names = ["dc:contributor", "dc:rights", "dc:relation", "dc:subject"]
        names += ["xmpRights:WebStatement", "xmpRights:Marked"]
        found = {name: xmp[name] for name in names}
        text = pdf.Root.Metadata.read_bytes().decode()
    assert found["dc:contributor"] == {
        "Ida Sand", "Ole Berg", "Ana Lopez", "Mary Major", "Rick Miles", "Carl Nokes",
    }  # fmt: skip
    assert found["xmpRights:WebStatement"] == "https://creativecommons.org/licenses/by-nc-nd/4.0/"
    assert '<cc:license rdf:resource="https://creativecommons.org/licenses/by-nc-nd/4.0/"/>' in text
    assert found["xmpRights:Marked"] == "True"
    assert "The House of Harbours" in found["dc:rights"]
    assert "NonCommercial" in found["dc:rights"]
    assert "<prism:versionIdentifier>1.2</prism:versionIdentifier>" in text
    assert "<prism:modificationDate>2024-07-02</prism:modificationDate>" in text
    assert found["dc:relation"] == {"Harbour Note No.\u00a04, First Lines"}
    assert {"JEL F51", "JEL H56"} <= found["dc:subject"]


def test_the_web_page_shows_and_tells_it(tmp_path: Path) -> None:
    page = page_of(prepared(tmp_path), BODY, **FRONT)
    shown = squeezed(page.words(page.one("//body")))
    assert [word for word in WORDS if squeezed(word) not in shown] == []
    data = page.data
    assert data["license"] == "https://creativecommons.org/licenses/by-nc-nd/4.0/"
    assert [person["name"] for person in data["editor"]] == ["Ida Sand", "Ole Berg"]
    assert data["editor"][0]["affiliation"] == [{"@type": "Organization", "name": "Press of the Coast"}]
    assert [person["name"] for person in data["translator"]] == ["Ana Lopez"]
    assert len(data["contributor"]) == 3
    assert [place["name"] for place in data["author"][0]["affiliation"]] == [
        "Coast University", "Harbour School",
    ]  # fmt: skip
    assert (data["version"], data["dateModified"]) == ("1.2", "2024-07-02")
    assert data["correction"][0]["text"] == "The depth of the basin was nine metres, not six."
    assert data["funding"][0] == {
        "@type": "Grant",
        "identifier": "T-77",
        "funder": {"@type": "Organization", "name": "Council for Tides", "url": "https://example.org/tides"},
    }
    assert data["publisher"]["contactPoint"]["telephone"] == "+46 8 123 456 78"
    assert data["isPartOf"]["description"].startswith("Harbour notes are short")
    assert [term["termCode"] for term in data["about"]] == ["F51", "H56"]
    assert page.tag("citation_author_institution") == ["Coast University", "Harbour School", "Pilot House"]
    assert page.tag("citation_editor") == ["Ida Sand", "Ole Berg"]
    assert page.tag("citation_funding_source")[0] == (
        "citation_funder=Council for Tides; citation_grant_number=T-77"
    )
    assert page.tag("dcterms.modified") == ["2024-07-02"]
    assert page.one("//link[@rel='license']").get("href") == data["license"]


def test_the_front_matters_own_citation_takes_the_place_of_the_usual_one(tmp_path: Path) -> None:
    own = "Desk, *Notes on a Crossing*, HH Paper (Oslo)."
    facts = facts_of(tmp_path, BODY, how_to_cite=own)
    assert "Desk, Notes on a Crossing, HH Paper (Oslo)." in facts.text
    assert "“Notes on a Crossing,”" not in facts.text


def test_an_institutes_file_gives_licence_contact_and_series_to_its_briefs(tmp_path: Path) -> None:
    shared = (
        "name: House of Harbours\nlicense: CC BY 4.0\ncontact: Ask the quay.\nabout_series: Short notes.\n"
    )
    (tmp_path / "publisher.yaml").write_text(shared)
    facts = facts_of(tmp_path / "one", BODY)
    assert all(words in facts.text for words in ("Attribution 4.0", "Ask the quay.", "Short notes."))
    facts = facts_of(tmp_path / "two", BODY, license="CC0", contact="Ask me.")
    assert "Attribution" not in facts.text and "CC0" in facts.text
    assert "quay." not in facts.text.partition("Contact")[2] and "Ask me." in facts.text
    (tmp_path / "publisher.yaml").write_text("name: House of Harbours\nlicense: cc by\n")
    outcome, _ = set_text(tmp_path / "three", BODY)
    (problem,) = outcome.problems
    assert (problem.code, problem.hint) == ("front-matter.wrong-form", "write license: CC-BY-4.0")
    assert problem.place and (problem.place.path.name, problem.place.line) == ("publisher.yaml", 2)


def test_an_affiliation_that_all_authors_share_is_printed_once(tmp_path: Path) -> None:
    people = [{"name": name, "affiliation": "Coast University"} for name in ("Jane Doe", "John Roe")]
    facts = facts_of(tmp_path, BODY, authors=people)
    assert facts.text.count("Coast University") == 1


def test_of_many_editors_all_are_printed_and_the_first_is_cited(tmp_path: Path) -> None:
    names = [f"Reader{number} Surname{number}" for number in range(40)]
    said = spoken(facts_of(tmp_path, BODY, editors=names).reading)
    assert all(said.count(squeezed(name)) == 1 + (not number) for number, name in enumerate(names))
    assert squeezed("ed. Reader0 Surname0 et al.") in said


def test_long_statements_are_divided_and_nothing_is_lost(tmp_path: Path) -> None:
    sentences = [f"Sentence {number} thanks a reader for the care that was taken." for number in range(60)]
    facts = facts_of(tmp_path, BODY, acknowledgements=" ".join(sentences), contact="Ask us.")
    assert not _off_columns(facts, sentences)


@pytest.mark.parametrize("key", ["how_to_cite", "disclaimer", "copyright"])
def test_a_long_legal_line_is_divided_over_columns_and_begins_below_the_text(
    tmp_path: Path, key: str
) -> None:
    sentences = [f"Sentence {number} names a right that somebody reserves." for number in range(60, 310)]
    words = " ".join(sentences)
    facts = facts_of(
        tmp_path,
        BODY,
        **{"disclaimer": "Views.", key: f"{words} Notes on a Crossing" if "cite" in key else words},
    )
    assert not _off_columns(facts, sentences)
    assert {line.page for line in facts.lines if "Sentence" in line.text} == {1, 2}


def _off_columns(facts: Facts, sentences: list[str]) -> list[str]:
    """What is lost of sentences, and what of them does not stand in three columns whose lines are level."""
    said = spoken(facts.reading)
    found = [sentence for sentence in sentences if said.count(squeezed(sentence)) != 1]
    lines = [line for line in facts.lines if "Sentence" in line.text]
    columns = {round(line.x) for line in lines}
    if len(columns) != 3:
        found.append(f"columns at {sorted(columns)}")
    steps = [
        (line.baseline - lines[0].baseline) / (0.75 * GRID["isdp"])
        for line in lines
        if line.page == lines[0].page
    ]
    return [*found, *(f"{step} lines below" for step in steps if abs(step - round(step)) > 0.02)]


def test_small_pages_have_fewer_columns_of_statements(tmp_path: Path) -> None:
    facts = facts_of(prepared(tmp_path), BODY, page_size="a5", **FRONT)
    labels = ("Acknowledgements", "Funding", "Contributors", "About this series", "Contact")
    found = [line for line in facts.lines if line.text in labels]
    assert len(found) == len(labels)
    assert len({round(line.x) for line in found}) == 2


def test_words_that_a_template_leaves_out_are_told(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/acknowledgements.html").write_text("<p>Thanks.</p>\n")
    outcome, _ = set_text(tmp_path, BODY, acknowledgements="The pilots were patient.")
    (problem,) = outcome.problems
    assert problem.code == "text.left-out"
    assert problem.message.startswith("acknowledgements, “The pilots were patient.”")


def test_a_licence_and_an_embargo_that_a_houses_older_templates_do_not_print_are_told(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    for name in ("legal.html", "notices.html"):
        (tmp_path / "templates" / name).write_text("<p>Words of the house.</p>\n")
    outcome, _ = set_text(tmp_path, BODY, license="CC0", embargo="2999-12-12", updated="2024-06-01")
    found = [(problem.code, problem.message.partition(",")[0]) for problem in outcome.problems]
    assert found == [("text.left-out", "license"), ("text.left-out", "embargo")]


def test_markdown_and_notes_are_set_in_statements(tmp_path: Path) -> None:
    notes = "Cited.[^1]\n\n[^1]: A note.\n[^2]: Another."
    thanks = "To *all*, `you` too:[^2]\n\n- one\n- two"
    facts = facts_of(tmp_path, f"{BODY}\n\n{notes}", acknowledgements=thanks, about_series="> A quotation")
    said = spoken(facts.reading)
    assert "Toallyoutoo" in said and "Another" in said and "Aquotation" in said


@pytest.mark.parametrize("lang", ["en-US", "de", "fr", "es", "sv", "it", "nl", "pt", "da", "nb", "fi", "pl"])
def test_labels_are_in_the_language_of_the_brief(tmp_path: Path, lang: str) -> None:
    keys = ("license", "editors", "funding", "acknowledgements", "contact", "about_series", "corrections")
    front = {key: FRONT[key] for key in keys}
    page = page_of(prepared(tmp_path), paragraph(1), lang=lang, **front)
    labels = words(lang)
    shown = [page.words(each) for each in page.all("//h2[@class='label']")]
    assert {
        labels.license, labels.contributors, labels.funding, labels.acknowledgements, labels.contact,
        labels.about_series, labels.corrections,
    } <= set(shown)  # fmt: skip
    edited = page.words(page.css(".editors")[0])
    assert edited.startswith(f"{labels.edited_by} Ida Sand".replace("\u00a0", " "))


def test_a_brief_that_states_nothing_reads_no_more_style_sheets(tmp_path: Path) -> None:
    content, _ = made(prepared(tmp_path) and _written(tmp_path / "plain"))
    assert "statements" not in Page(content).style
    content, _ = made(_written(tmp_path / "stating", version=2))
    assert "statements" in Page(content).style


def _written(folder: Path, **front: object) -> Path:
    from setting import write_brief

    return write_brief(folder, BODY, **front)


def test_nothing_is_stated_by_default(tmp_path: Path) -> None:
    from web_pages import manuscript_of

    manuscript, _ = manuscript_of(_written(tmp_path))
    assert not states(manuscript.brief)
    assert publication_of(manuscript.brief, words("en")) == Publication(affiliations=("",))
    assert not re.search("license|statements|notices", made(_written(tmp_path))[0].decode())
