"""Files of references as people have them, whole and broken."""

from __future__ import annotations

import json
from pathlib import Path

from issuebrief.citations.csl.works import OTHERS, PersonName, Work
from issuebrief.citations.files.bibtex_file import read_bibtex
from issuebrief.citations.files.bibtex_names import read_names
from issuebrief.citations.files.csl_data import read_json
from issuebrief.citations.files.csl_yaml import read_csl_yaml
from issuebrief.citations.files.dates import read_date
from issuebrief.citations.files.latex_text import rich_text
from issuebrief.citations.files.ris import read_ris

FILE = Path("refs.bib")


def bibtex(text: str) -> dict[str, Work]:
    return {key: entry.read() for key, entry in read_bibtex(FILE, text).entries.items()}


def test_an_entry_is_read_with_strings_joined_and_numbers_bare() -> None:
    works = bibtex('@string{qp = "Quay"}\n@book{a, title = {Night}, publisher = qp # { Press}, year = 2019}')
    assert works["a"].texts["publisher"] == "Quay Press"
    assert works["a"].dates["issued"].parts == ((2019,),)


def test_a_broken_entry_costs_no_other_and_is_told_with_its_line() -> None:
    broken = "@book{b, title={Open, author={Tide, Tom}, year=2001}"
    text = f"@book{{a, title={{Night}}}}\n{broken}\n@book{{c, title={{Last}}}}"
    file = read_bibtex(FILE, text)
    assert list(file.entries) == ["a", "b", "c"]
    (problem,) = file.problems
    assert (problem.code, problem.place and problem.place.line) == ("citations.unreadable-entry", 2)
    assert bibtex(text)["b"].texts["title"] == "Open"


def test_two_entries_on_one_line_and_signs_within_values_are_told_apart() -> None:
    assert list(bibtex("@book{a, title={x}} @book{b, title={write to me @home{x} now}}")) == ["a", "b"]


def test_an_entry_takes_over_from_its_parent_and_a_ring_of_parents_ends() -> None:
    works = bibtex(
        "@inbook{a, title={Part}, crossref={b}}\n@book{b, title={Whole}, publisher={P}, crossref={a}}"
    )
    assert works["a"].texts["container-title"] == "Whole"
    assert works["a"].texts["publisher"] == "P"


def test_latex_becomes_letters_signs_and_looks() -> None:
    assert rich_text(r"\"{O}hman, Fran\c{c}ois \v{S}\o ren \ss") == "Öhman, François Šøren ß"
    assert (
        rich_text("``So'' -- he said --- \\emph{never} \\& 5\\,\\%")
        == "“So” – he said — <i>never</i> & 5\u202f%"
    )
    assert rich_text("The {NATO} way") == 'The <span class="nocase">NATO</span> way'
    assert rich_text(r"\unknown{words} \odd") == "words"


def test_names_keep_their_particles_and_institutions_stay_whole() -> None:
    assert read_names("von der Leyen, Ursula and Ludwig van Beethoven") == (
        PersonName("Leyen", "Ursula", kept="von der"),
        PersonName("Beethoven", "Ludwig", kept="van"),
    )
    assert read_names("{Barnes and Noble} and King, Jr., Martin and others") == (
        PersonName(literal="Barnes and Noble"),
        PersonName("King", "Martin", suffix="Jr.", comma_suffix=True),
        PersonName(literal=OTHERS),
    )


def test_dates_are_read_in_many_forms() -> None:
    assert read_date("2019-03/2019-05").parts == ((2019, 3), (2019, 5))
    assert read_date("2019", "mar").parts == ((2019, 3),)
    assert read_date("12 mars 2021").parts == ((2021, 3, 12),)
    assert read_date("2019~").about
    assert read_date("2019-22").season == 2
    assert read_date("n.d.").literal == "n.d."


def test_addresses_in_other_fields_are_found() -> None:
    work = bibtex(r"@misc{a, title={T}, howpublished={\url{https://example.org/a\_b}}}")["a"]
    assert (work.type, work.texts["URL"]) == ("webpage", "https://example.org/a_b")


def test_csl_json_is_read_with_zoteros_extra_field_and_keys() -> None:
    item = {
        "id": "http://zotero.org/users/1/items/ABC",
        "citation-key": "gauge2019",
        "type": "book",
        "title": "Night",
        "note": "original-date: 1950\nA remark",
        "author": [{"family": "Gauge", "given": "Ada"}, {"literal": "Harbour Office"}, 7],
        "issued": {"date-parts": [["2019", 3]]},
    }
    work = read_json(FILE, json.dumps([item, 5, {"title": "no key"}])).entries["gauge2019"].read()
    assert work.names["author"][1].literal == "Harbour Office"
    assert work.dates["original-date"].parts == ((1950,),)
    assert work.texts["note"] == "A remark"


def test_of_broken_json_each_whole_entry_is_read() -> None:
    text = '[{"id":"a","title":"x"},\n {"id":"b", "title": "y"\n {"id":"c","type":"book"}]'
    file = read_json(FILE, text)
    assert list(file.entries) == ["a", "c"]
    assert file.problems[0].place is not None
    assert file.problems[0].place.line == 3


def test_csl_yaml_is_read_and_aliases_are_not_followed() -> None:
    text = "references:\n- id: a\n  title: X\n  issued: 2019-03\n- id: b\n  title: &t Y\n  issued:\n"
    text += "    year: 2018\n"
    file = read_csl_yaml(FILE, text)
    assert [entry.place.line for entry in file.entries.values()] == [2, 5]
    assert file.entries["b"].read().dates["issued"].parts == ((2018,),)
    bomb = "a: &a [x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(20)
    )
    assert read_csl_yaml(FILE, bomb).problems[0].code == "citations.unreadable-entry"


def test_nesting_without_an_end_is_refused() -> None:
    for reader in (read_json, read_csl_yaml):
        assert reader(FILE, "[" * 100_000).problems
    assert read_bibtex(FILE, "@book{a, title={" + "{" * 100_000).entries["a"].read().key == "a"


def test_ris_without_keys_gets_them_from_name_and_year() -> None:
    entry = (
        "TY  - JOUR\nAU  - Gauge, Ada\nTI  - Night\nJO  - Crossings\nPY  - 2019\nSP  - 3\nEP  - 9\nER  - \n"
    )
    file = read_ris(FILE, entry * 2)
    assert list(file.entries) == ["gauge2019", "gauge2019b"]
    work = file.entries["gauge2019"].read()
    assert (work.type, work.texts["page"], work.texts["container-title"]) == (
        "article-journal",
        "3-9",
        "Crossings",
    )
