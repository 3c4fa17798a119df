"""Citations in the styles that ship, as their manuals have them."""

from __future__ import annotations

import json
import random
import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from issuebrief.citations.csl.cited import render
from issuebrief.citations.csl.positions import PlacedCitation
from issuebrief.citations.csl.punctuation import capitalised
from issuebrief.citations.csl.style_file import CitationStyle, StyleFault, read_style
from issuebrief.citations.csl.works import OTHERS, Cite, PersonName, Work, WorkDate
from issuebrief.citations.files.csl_data import work_of
from issuebrief.citations.house_styles import FOLDER, STYLES
from issuebrief.word_import.documents.pandoc import pandoc_program

if TYPE_CHECKING:
    from issuebrief.citations.csl.runs import Runs

ITEMS = Path(__file__).parents[2] / "support/cited_works.json"


def style(name: str, language: str = "en-GB") -> CitationStyle:
    return read_style((FOLDER / f"{STYLES[name]}.csl").read_text("utf-8"), language)


def made_of(body: str, language: str = "en") -> CitationStyle:
    """A style with one macro, `m`, for its citations."""
    return read_style(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0"><macro name="m">{body}'
        '</macro><citation><layout><text macro="m"/></layout></citation></style>',
        language,
    )


def text(runs: Runs) -> str:
    parts, italic = [], False
    for run in runs:
        parts.append(("*" if run.look.is_italic != italic else "") + run.text)
        italic = run.look.is_italic
    return "".join(parts) + ("*" if italic else "")


def work(key: str = "a", **texts: str) -> Work:
    names = {"author": (PersonName("Gauge", "Ada"), PersonName("Berg", "Otto", kept="van der"))}
    given = {"title": "The Harbour: a history", "publisher": "Quay Press", **texts}
    return Work(key, "book", given, names, {"issued": WorkDate(((2019,),))})


def cite_one(csl: CitationStyle, cited: Work) -> str:
    made = render(csl, {cited.key: cited}, [PlacedCitation((Cite(cited.key),), 1)])
    return text(made.citations[0])


def test_a_group_without_any_of_its_values_is_left_out_with_its_words() -> None:
    body = (
        '<group delimiter=" "><text value="vol."/><text variable="volume"/></group><text variable="title"/>'
    )
    assert cite_one(made_of(body), work()) == "The Harbour: a history"


def test_a_choice_takes_the_delimiter_of_its_group() -> None:
    body = (
        '<group delimiter=", "><choose><if variable="title"><text variable="title"/>'
        '<text value="x"/></if></choose>'
        '<text variable="publisher"/></group>'
    )
    assert cite_one(made_of(body), work()) == "The Harbour: a history, x, Quay Press"


def test_names_and_others_end_in_et_al_whatever_the_style_shows() -> None:
    others = Work("a", "book", {}, {"author": (PersonName("Gauge", "Ada"), PersonName(literal=OTHERS))})
    body = '<names variable="author"><name and="text"/></names>'
    assert cite_one(made_of(body), others) == "Ada Gauge et al."


def made_in_text(options: str, *cited: Work) -> str:
    """One citation of some works, each by author, year and letter, or by its number."""
    body = '<text variable="citation-number"/>'
    if "citation-number" not in options:
        body = (
            '<group delimiter=" "><names variable="author"><name form="short"/></names>'
            '<date variable="issued"><date-part name="year"/></date></group>'
        )
    csl = read_style(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation '
        f'{options}><layout prefix="(" suffix=")" delimiter="; ">{body}</layout></citation></style>',
        "en",
    )
    works = {each.key: each for each in cited}
    return text(render(csl, works, [PlacedCitation(tuple(map(Cite, works)))]).citations[0])


def of_one(key: str, name: str, year: int) -> Work:
    return Work(
        key, "book", {"title": key}, {"author": (PersonName(name),)}, {"issued": WorkDate(((year,),))}
    )


def test_numbers_letters_and_works_of_one_author_are_collapsed() -> None:
    row = [of_one(key, "Gauge", 2019) for key in "abc"]
    assert made_in_text('collapse="citation-number"', *row, of_one("d", "Berg", 2020)) == "(1–4)"
    assert made_in_text('collapse="citation-number"', *row[:2]) == "(1; 2)"
    apart = 'disambiguate-add-year-suffix="true" year-suffix-delimiter="," '
    assert made_in_text(apart + 'collapse="year-suffix-ranged"', *row) == "(Gauge 2019a–c)"
    assert made_in_text(apart + 'collapse="year-suffix"', *row) == "(Gauge 2019a,b,c)"
    mixed = [of_one("a", "Gauge", 2019), of_one("b", "Berg", 2020), of_one("c", "Gauge", 2021)]
    assert made_in_text('collapse="year"', *mixed) == "(Gauge 2019, 2021; Berg 2020)"
    assert made_in_text("", *mixed) == "(Gauge 2019; Berg 2020; Gauge 2021)"


def test_more_names_and_given_names_together_tell_works_apart() -> None:
    csl = read_style(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><citation '
        'et-al-min="3" et-al-use-first="1" disambiguate-add-names="true" disambiguate-add-givenname="true">'
        '<layout><names variable="author"><name form="short"/></names></layout></citation></style>',
        "en",
    )
    works = {
        key: Work(
            key, "book", {}, {"author": (PersonName("Gauge"), PersonName("Berg", given), PersonName("Roe"))}
        )
        for key, given in (("a", "Otto"), ("b", "Ada"))
    }
    made = render(csl, works, [PlacedCitation((Cite(key),)) for key in works])
    assert [text(runs) for runs in made.citations] == ["Gauge, Otto Berg, et al.", "Gauge, Ada Berg, et al."]


def test_a_sorted_list_counts_its_works_in_its_own_order() -> None:
    number = '<text variable="citation-number" suffix=" "/>'
    csl = read_style(
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        f'<citation><layout>{number}</layout></citation><bibliography><sort><key variable="title"/></sort>'
        f'<layout>{number}<text variable="title"/></layout></bibliography></style>',
        "en",
    )
    works = {key: work(key, title=key) for key in "zb"}
    made = render(csl, works, [PlacedCitation((Cite(key),)) for key in works])
    assert [text(runs) for runs in made.citations] == ["2 ", "1 "]
    assert [text(runs) for _, runs in made.entries] == ["1 b", "2 z"]


def test_ordinals_have_the_gender_of_what_they_count() -> None:
    body = '<number variable="edition" form="ordinal"/>'
    assert cite_one(made_of(body, "fr-FR"), work(edition="1")) == "1re"
    assert cite_one(made_of(body, "fr-FR"), work(edition="21")) == "21e"
    assert cite_one(made_of(body, "en"), work(edition="12")) == "12th"
    day = '<date variable="issued"><date-part name="day" form="ordinal"/></date>'
    dated = Work("a", "book", {}, {}, {"issued": WorkDate(((2019, 5, 1),))})
    assert cite_one(made_of(day, "fr-FR"), dated) == "1er"


def test_no_date_stands_without_a_letter_and_years_may_be_open() -> None:
    body = '<group><text term="no date" form="short"/><text variable="year-suffix" prefix="-"/></group>'
    assert cite_one(made_of(body), work()) == "n.d."
    year = '<date variable="issued"><date-part name="year"/></date>'
    assert (
        cite_one(made_of(year), Work("a", "book", {}, {}, {"issued": WorkDate(((1987,), (0,)))})) == "1987–"
    )
    assert cite_one(made_of(year), Work("a", "book", {}, {}, {"issued": WorkDate(((325,),))})) == "325 AD"


def test_a_particle_with_an_apostrophe_joins_its_name() -> None:
    person = PersonName("Aubignac", "François", dropping="d’")
    body = '<names variable="author"><name/></names>'
    assert cite_one(made_of(body), Work("a", "book", {}, {"author": (person,)})) == "François d’Aubignac"


def test_italics_within_italics_are_upright() -> None:
    body = '<text variable="title" font-style="italic"/>'
    assert cite_one(made_of(body), work(title="On <i>Ulysses</i> again")) == "*On *Ulysses* again*"


def test_quotation_marks_within_others_are_of_the_inner_kind() -> None:
    body = '<text variable="title" quotes="true"/>'
    quoted = work(title="A “red line” drawn")
    assert cite_one(made_of(body), quoted) == "“A ‘red line’ drawn”"
    assert cite_one(made_of(body, "de"), quoted) == "„A ‚red line‘ drawn“"
    assert cite_one(made_of(body, "en-GB"), quoted) == "‘A “red line” drawn’"


def test_a_comma_stands_before_the_closing_mark_in_american_english_alone() -> None:
    body = '<group delimiter=", "><text variable="title" quotes="true"/><text variable="publisher"/></group>'
    assert cite_one(made_of(body, "en-US"), work(title="Night")) == "“Night,” Quay Press"
    assert cite_one(made_of(body, "en-GB"), work(title="Night")) == "‘Night’, Quay Press"
    assert cite_one(made_of(body, "en-US"), work(title="Why?")) == "“Why?,” Quay Press"


def test_a_full_stop_is_never_doubled() -> None:
    body = '<group delimiter=". "><text variable="title" quotes="true"/>'
    body += '<text variable="publisher" suffix="."/></group>'
    assert cite_one(made_of(body), work(title="Why?", publisher="Quay Inc.")) == "“Why?” Quay Inc."


def test_given_names_are_shown_only_where_citations_would_be_the_same() -> None:
    one = Work("a", "book", {"title": "Same"}, {"author": (PersonName("Gauge", "Ada"),)})
    other = Work("b", "book", {"title": "Same"}, {"author": (PersonName("Gauge", "Bo"),)})
    third = Work("c", "book", {"title": "Different"}, {"author": (PersonName("Gauge", "Cy"),)})
    cites = [PlacedCitation((Cite(key),), number) for number, key in enumerate("abcabc", 1)]
    made = render(style("chicago"), {"a": one, "b": other, "c": third}, cites)
    assert [text(runs) for runs in made.citations[3:]] == [
        "A. Gauge, *Same*.",
        "B. Gauge, *Same*.",
        "Gauge, *Different*.",
    ]


def test_works_of_one_author_and_year_get_letters_in_the_order_of_the_list() -> None:
    works = {key: work(key, title=title) for key, title in (("a", "Zebra"), ("b", "Apple"))}
    made = render(style("apa"), works, [PlacedCitation((Cite("a"), Cite("b")))])
    assert text(made.citations[0]) == "(Gauge & van der Berg, 2019a, 2019b)"
    assert "(2019a). *Apple*" in text(made.entries[0][1])


def test_oscola_leads_to_the_first_note_and_adds_a_title_for_two_works_of_one_author() -> None:
    works = {"a": work("a", title="Zebra"), "b": work("b", title="Apple")}
    cites = [PlacedCitation((Cite(key, "12"),), number) for number, key in enumerate("aba", 4)]
    made = render(style("oscola"), {"a": works["a"]}, [cites[0], PlacedCitation((Cite("a", "3"),), 9)])
    assert text(made.citations[1]) == "Gauge and van der Berg (n 4) 3."
    made = render(style("oscola"), works, cites)
    assert text(made.citations[2]) == "Gauge and van der Berg, *Zebra* (n 4) 12."


def test_oscola_keeps_ibid_small_at_the_beginning_of_a_note_and_chicago_does_not() -> None:
    cites = [PlacedCitation((Cite("a", page),), number) for number, page in enumerate(("1", "2"), 1)]
    for name, begins in (("oscola", "ibid 2"), ("chicago-ibid", "Ibid., 2")):
        made = render(style(name), {"a": work()}, cites)
        assert text(capitalised(made.citations[1])).startswith(begins)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ('<text macro="m"/>', "leads back to itself"),
        ('<text macro="none"/>', "which it does not have"),
        ("<group>" * 90 + "</group>" * 90, "nested too deeply"),
        ("<group>", "not well-formed"),
    ],
)
def test_a_style_without_an_end_or_a_beginning_is_refused(body: str, reason: str) -> None:
    with pytest.raises(StyleFault, match=reason):
        made_of(body)


def test_a_style_that_takes_too_many_steps_is_refused() -> None:
    macros = "".join(
        f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>' for n in range(40)
    )
    csl = read_style(
        f'<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0">{macros}<macro name="m40">'
        '<text value="x"/></macro><citation><layout><text macro="m0"/></layout></citation></style>',
        "en",
    )
    with pytest.raises(StyleFault, match="too many steps"):
        cite_one(csl, work())


def _pandoc(file: Path, language: str, sequence: list[list[Cite]]) -> list[str]:
    """What Pandoc's citeproc makes of the same citations."""
    lines = [
        "X ["
        + "; ".join(f"@{cite.key}" + (f", p. {cite.locator}" if cite.locator else "") for cite in cites)
        + "]"
        for cites in sequence
    ]
    program = pandoc_program()
    assert program is not None
    done = subprocess.run(
        [
            program,
            "--citeproc",
            "--csl",
            file,
            "--bibliography",
            ITEMS,
            "-t",
            "json",
            "-M",
            f"lang={language}",
        ],
        input="\n\n".join(lines).encode(),
        capture_output=True,
        check=True,
    )
    blocks = json.loads(done.stdout)["blocks"][: len(sequence)]
    found = [re.sub(r"\s+", " ", _inline(block["c"]).replace("\u00a0", " "))[1:].strip() for block in blocks]
    return [each.strip("[]") for each in found]


def _inline(nodes: list[dict[str, object]]) -> str:
    made = ""
    for node in nodes:
        content: object = node.get("c")
        kind = node["t"]
        if kind == "Str":
            made += str(content)
        elif kind in ("Space", "SoftBreak"):
            made += " "
        elif kind == "Emph":
            made += f"*{_inline(content)}*"  # type: ignore[arg-type]
        elif kind in ("Span", "Link", "Cite"):
            made += _inline(content[1])  # type: ignore[index]
        elif kind == "Note":
            made += f"[{_inline(content[0]['c'])}]"  # type: ignore[index]
        elif isinstance(content, list):
            made += _inline(content)
    return made


@pytest.mark.skipif(pandoc_program() is None, reason="Pandoc is not installed")
@pytest.mark.parametrize(
    "name", ["chicago", "chicago-17", "chicago-ibid", "mhra", "eu", "apa", "chicago-author-date"]
)
def test_citations_are_those_of_pandoc(name: str) -> None:
    """Of sequences made by chance. OSCOLA is not among them: Pandoc sets its "ibid" with a capital."""
    works = {item["id"]: item for item in json.loads(ITEMS.read_text("utf-8"))}
    read = {key: work_of(key, item) for key, item in works.items()}
    csl = style(name)
    chance = random.Random(name)
    sequence: list[list[Cite]] = []
    for _ in range(24):
        again = sequence and chance.random() < 0.5
        key = chance.choice(sequence[-1]).key if again else chance.choice(list(works))
        cites = [Cite(key, chance.choice(["", "12", "103-109"]))]
        if chance.random() < 0.3:
            other = chance.choice([each for each in works if each != key])
            cites.append(Cite(other, chance.choice(["", "7"])))
        sequence.append(cites)
    placed = [
        PlacedCitation(tuple(cites), number if csl.is_note else 0) for number, cites in enumerate(sequence, 1)
    ]
    made = render(csl, read, placed).citations
    ours = [text(capitalised(runs) if csl.is_note else runs).replace("\u00a0", " ") for runs in made]
    assert ours == _pandoc(FOLDER / f"{STYLES[name]}.csl", "en-GB", sequence)
