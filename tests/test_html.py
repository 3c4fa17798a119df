"""From a brief and its text to a page of HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from pdf_facts import Facts
from setting import job, set_text, told, write_brief

from issuebrief.frontmatter.read import line_of_value
from issuebrief.html import make_page, running_title, title_lines
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.check import check_brief
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic


def page_of(folder: Path, body: str = "Text.", **front: object) -> tuple[str, tuple[Diagnostic, ...]]:
    task = job(write_brief(folder, body, **front))
    manuscript, problems = read(task)
    assert manuscript, problems
    return make_page(manuscript.brief, manuscript.body, manuscript.theme, task.search_path)


def own_template(folder: Path, name: str, text: str) -> Path:
    path = folder / "templates" / name
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(text)
    return path


@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "&#x2028;", "&#8233;", "&#12;"])
@pytest.mark.parametrize("body", ["Some con\u00ad%ssiderations.", "<div>Some con&shy;%ssid</div>"])
def test_what_parts_lines_in_other_programs_becomes_a_space(tmp_path: Path, mark: str, body: str) -> None:
    outcome, pdf = set_text(tmp_path, body % mark)
    told = {"text.invisible"} if mark in ("\u2028", "\u2029") else set()
    assert {problem.code for problem in outcome.problems} == told
    with Facts(pdf) as facts:
        assert "con sid" in facts.copied(0).replace("\ufffe", "")


def test_in_code_and_in_the_front_matter_too(tmp_path: Path) -> None:
    front = {"abstract": "One\u2028two.", "keywords": ["three\u2029four"]}
    page, problems = page_of(tmp_path, "`five\u2029six`", **front)
    assert problems == ()
    assert all(said in page for said in ("One two.", "three four", "five six"))


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("A Short Title: Part", ("A Short Title: Part",)),
        (
            "A Title Long Enough for Two Lines: And Its Tail",
            ("A Title Long Enough for Two Lines:", "And Its Tail"),
        ),
        (
            "Short: " + "a tail that is far too long to stand on one line" * 2,
            ("Short: " + "a tail that is far too long to stand on one line" * 2,),
        ),
        (
            "No colon in this title, however long it may be",
            ("No colon in this title, however long it may be",),
        ),
    ],
)
def test_a_title_is_broken_after_its_colon_where_that_parts_it_well(
    title: str, lines: tuple[str, ...]
) -> None:
    assert title_lines(title) == lines


def test_whatever_the_front_matter_says_is_escaped(tmp_path: Path) -> None:
    html, _ = page_of(
        tmp_path, title='<script>"x" & y</script>', subtitle="<img src=x>", keywords=["a<b", 'c"d']
    )
    assert "<script>" not in html and "<img" not in html
    assert "&lt;script&gt;" in html
    assert 'content="a&lt;b, ' in html


def test_what_is_not_given_is_not_printed(tmp_path: Path) -> None:
    html, problems = page_of(tmp_path)
    assert problems == ()
    for part in (
        "cover",
        "standfirst",
        "key-points",
        "disclaimer",
        "copyright",
        "endnotes",
        "publisher",
        "subtitle",
    ):
        assert f'class="{part}' not in html
    assert 'name="keywords"' not in html and 'name="description"' not in html


def test_everything_that_is_given_is_printed(tmp_path: Path) -> None:
    html, problems = page_of(
        tmp_path,
        "Text.[^1]\n\n[^1]: Note.",
        subtitle="Sub",
        number=7,
        abstract="Standing *first*.",
        key_points=["One point"],
        keywords=["one", "two"],
        disclaimer="Views.",
        copyright="Rights.",
        doi="10.1000/182",
        issn="2049-3630",
        accent="#0f6b5c",
        publisher={
            "name": "The House",
            "short": "TH",
            "place": "Oslo",
            "url": "https://www.example.org/",
            "email": "desk@example.org",
            "about": "A house.",
        },
        authors=[
            {
                "name": "A",
                "role": "Fellow",
                "bio": "Bio.",
                "email": "a@example.org",
                "url": "https://example.org/a",
                "orcid": "0000-0002-1825-0097",
            }
        ],
    )
    assert problems == ()
    assert 'style="--accent: #0f6b5c"' in html
    assert "<title>Notes on a Crossing: Sub</title>" in html
    assert "Standing <em>first</em>." in html
    assert "Issue Brief No.\u00a07" in html
    assert ">TH Issue Brief<" in html
    for address in (
        "https://doi.org/10.1000/182",
        "mailto:a@example.org",
        "https://orcid.org/0000-0002-1825-0097",
        "https://www.example.org/",
        "mailto:desk@example.org",
    ):
        assert f'href="{address}"' in html
    assert "(Oslo: The House, 1 May 2024)" in html


def test_the_citation_is_made_from_the_front_matter(tmp_path: Path) -> None:
    html, _ = page_of(tmp_path, title="On Ice", subtitle="A Report", number=3, doi="10.1000/182")
    cite = html[html.index('class="cite"') :]
    assert "Editorial Desk, “On Ice: A Report,” <i>Issue Brief No.\u00a03</i>, 1 May 2024" in cite


@pytest.mark.parametrize(
    ("lang", "cited"),
    [
        ("en-US", "“On ‘Thin’ Ice: A Report,” <i>Issue Brief"),
        ("de", "„On ‚Thin‘ Ice: A Report“, <i>Analyse"),
        ("sv", "”On ’Thin’ Ice: A Report”, <i>Analys"),
        ("fr", "«\u202fOn “Thin” Ice\u202f: A Report\u202f», <i>Note d’analyse"),
        ("de-CH", "«On ‹Thin› Ice: A Report», <i>Analyse"),
        ("es", "«On “Thin” Ice: A Report», <i>Nota de análisis"),
        ("pl", "„On «Thin» Ice: A\u00a0Report”, <i>Analiza"),
        ("ga", "“On ‘Thin’ Ice: A Report”, <i>Anailís"),
        ("id", "“On ‘Thin’ Ice: A Report,” <i>Ringkasan"),
        ("sr", "„On ‘Thin’ Ice: A Report“, <i>Анализа"),
        ("ka", "„On «Thin» Ice: A Report“, <i>ანალიზი"),
        ("hy", "«On «Thin» Ice՝ A Report», <i>Վերլուծություն"),
        ("gl", "«On “Thin” Ice: A Report», <i>Nota de análise"),
        ("zh", "《On 〈Thin〉 Ice：A Report》，<i>政策简报"),
        ("zh-TW", "《On 「Thin」 Ice：A Report》，<i>政策簡報"),
        ("ja", "『On 「Thin」 Ice：A Report』、<i>ポリシーブリーフ"),
        ("ko", "「On 『Thin』 Ice: A Report」, <i>정책 브리프"),
    ],
)
def test_the_citation_is_punctuated_as_the_language_wants(tmp_path: Path, lang: str, cited: str) -> None:
    html, _ = page_of(tmp_path, title='On "Thin" Ice', subtitle="A Report", lang=lang, number=1)
    assert cited in html[html.index('class="cite"') :]


@pytest.mark.parametrize(
    ("lang", "whole"),
    [
        (
            "zh",
            "Editorial Desk，《Notes on a Crossing》，<i>政策简报</i>（Oslo：The House，2024年5月1日）。</p>",
        ),
        (
            "ja",
            "Desk、『Notes on a Crossing』、<i>ポリシーブリーフ</i>（Oslo：The House、2024年5月1日）。</p>",
        ),
        ("mk", "Editorial Desk, „Notes on a Crossing“, <i>Анализа</i> (Oslo: The House, 1 мај 2024 г.).</p>"),
    ],
)
def test_the_citation_has_the_signs_of_the_script(tmp_path: Path, lang: str, whole: str) -> None:
    html, _ = page_of(tmp_path, lang=lang, publisher={"name": "The House", "place": "Oslo"})
    assert whole in html.replace("\u202f", " ").replace("\n", "")


@pytest.mark.parametrize(
    ("lang", "heading", "portrait"),
    [
        ("en", "About The House", "Portrait of Editorial Desk"),
        ("ja", "The Houseについて", "Editorial Deskの写真"),
        ("hi", "The House के बारे में", "Editorial Desk का चित्र"),
    ],
)
def test_a_name_stands_where_the_language_puts_it(
    tmp_path: Path, lang: str, heading: str, portrait: str
) -> None:
    house = {"name": "The House", "about": "It is a house."}
    authors = [{"name": "Editorial Desk", "photo": "a.png"}]
    html, _ = page_of(tmp_path, lang=lang, publisher=house, authors=authors)
    assert f'<h2 class="label">{heading}</h2>' in html
    assert f'alt="{portrait}"' in html


@pytest.mark.parametrize(
    ("lang", "end"), [("hu", "2024. május 1."), ("ru", "1 мая 2024 г."), ("de", "1. Mai 2024.")]
)
def test_a_citation_ends_in_one_full_stop(tmp_path: Path, lang: str, end: str) -> None:
    html, _ = page_of(tmp_path, lang=lang)
    cite = html[html.index('class="cite"') :]
    assert f", {end}</p>" in cite.replace("\u202f", " ")


def test_a_citation_has_straight_quotes_where_the_brief_has(tmp_path: Path) -> None:
    html, _ = page_of(tmp_path, title='On "Thin" Ice', niceties={"quotes": False})
    assert "&quot;On 'Thin' Ice,&quot;" in html.replace("&#34;", "&quot;").replace("&#39;", "'")


def test_a_colon_is_set_off_in_a_french_citation(tmp_path: Path) -> None:
    house = {"name": "Maison", "place": "Paris"}
    html, _ = page_of(tmp_path, lang="fr", subtitle="Essai", publisher=house)
    assert "(Paris\u202f: Maison, 1 mai 2024)" in html
    assert "<title>Notes on a Crossing\u202f: Essai</title>" in html


def test_labels_are_in_the_language_of_the_brief(tmp_path: Path) -> None:
    html, _ = page_of(tmp_path, "Text.[^1]\n\n[^1]: Notiz.", lang="de", key_points=["Ein Punkt"])
    assert '<html lang="de"' in html
    for word in ("Kernpunkte", "Anmerkungen", "Zitierweise", "1. Mai 2024"):
        assert word in html


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("es", ("Autor", "Cómo citar", "Ideas clave", "Notas", "1 de mayo de 2024", "Nota de análisis")),
        ("pl", ("Jak cytować", "Najważniejsze tezy", "Przypisy", "1 maja 2024")),
        ("hu", ("Hivatkozás módja", "Jegyzetek", "2024. május 1.", "2.\u00a0szám")),
    ],
)
def test_no_label_is_english_in_another_language(tmp_path: Path, lang: str, said: tuple[str, ...]) -> None:
    html, problems = page_of(tmp_path, "A.[^1]\n\n[^1]: B.", lang=lang, key_points=["C"], number=2)
    assert problems == ()
    assert [word for word in said if word not in html] == []
    assert not re.search(r"Author|How to cite|Endnotes|Key points|Date<|Number<|May|Issue Brief", html)


@pytest.mark.parametrize("lang", ["tlh", "qaa"])
def test_a_language_without_labels_has_english_ones(tmp_path: Path, lang: str) -> None:
    html, _ = page_of(tmp_path, lang=lang)
    assert f'<html lang="{lang}"' in html
    assert "How to cite" in html and "1 May 2024" in html


def test_a_persons_own_template_goes_before_the_shipped_one(tmp_path: Path) -> None:
    own_template(tmp_path, "legal.html", "<p>Our own {{ brief.title }}</p>")
    html, problems = page_of(tmp_path)
    assert problems == ()
    assert "<p>Our own Notes on a Crossing</p>" in html


def test_a_template_that_cannot_be_parsed_is_told_at_its_own_line(tmp_path: Path) -> None:
    path = own_template(tmp_path, "legal.html", "<p>\n\n{% if brief.title %}\n{% endfor %}\n</p>")
    html, (problem,) = page_of(tmp_path)
    assert html == ""
    assert problem.code == "template.broken"
    assert problem.place and (problem.place.path, problem.place.line) == (path, 4)
    assert problem.excerpt == "{% endfor %}"


def test_a_name_that_templates_do_not_have_is_told_at_its_own_line(tmp_path: Path) -> None:
    path = own_template(tmp_path, "legal.html", "<p>\n{{ brief.tilte }}\n</p>")
    html, (problem,) = page_of(tmp_path)
    assert html == ""
    assert problem.code == "template.broken"
    assert problem.place and (problem.place.path, problem.place.line) == (path, 2)
    assert "tilte" in problem.message
    assert problem.excerpt == "{{ brief.tilte }}"


def test_a_filter_that_does_not_exist_is_told_at_its_own_line(tmp_path: Path) -> None:
    path = own_template(tmp_path, "legal.html", "<p>\n{{ brief.title | shout }}\n</p>")
    _, (problem,) = page_of(tmp_path)
    assert problem.place and (problem.place.path, problem.place.line) == (path, 2)
    assert "shout" in problem.message


def test_a_template_that_includes_a_missing_one_is_told(tmp_path: Path) -> None:
    path = own_template(tmp_path, "legal.html", "<p>\n{% include 'small-print.html' %}\n</p>")
    _, (problem,) = page_of(tmp_path)
    assert problem.code == "template.missing"
    assert "there is no template “small-print.html”" in problem.message
    assert str(path.parent) in problem.hint


@pytest.mark.parametrize(
    "fault",
    [
        "{{ 1 / 0 }}",
        "{{ brief.title + 1 }}",
        "{{ brief.authors[9].name }}",
    ],
)
def test_a_template_that_fails_while_it_is_filled_is_told_and_not_raised(tmp_path: Path, fault: str) -> None:
    path = own_template(tmp_path, "legal.html", f"<p>\n{fault}\n</p>")
    _, (problem,) = page_of(tmp_path)
    assert problem.code == "template.broken"
    assert problem.place and (problem.place.path, problem.place.line) == (path, 2)


def test_a_template_in_another_encoding_is_told_and_not_raised(tmp_path: Path) -> None:
    own_template(tmp_path, "legal.html", "")
    (tmp_path / "templates" / "legal.html").write_bytes("<p>Über uns</p>".encode("latin-1"))
    _, (problem,) = page_of(tmp_path)
    assert problem.code.startswith("template.")
    assert problem.place and problem.place.path.name == "legal.html"


def test_a_broken_template_keeps_the_brief_from_being_set_and_from_passing_the_check(tmp_path: Path) -> None:
    own_template(tmp_path, "legal.html", "{{ oops }}")
    outcome, pdf = set_text(tmp_path, "Text.")
    assert told(outcome.problems) == ["legal.html:1 template.broken"]
    assert outcome.failed and not pdf.exists()
    assert check_brief(job(tmp_path / "brief.md")).problems == outcome.problems
    assert not set_brief(job(tmp_path / "brief.md")).written


def test_words_of_the_front_matter_carry_their_lines(tmp_path: Path) -> None:
    front = {
        "subtitle": "A subtitle",
        "abstract": "An abstract.",
        "key_points": ["One.", "Two."],
        "disclaimer": "None.",
        "authors": [{"name": "Ann", "bio": "She writes."}, {"name": "Bea", "bio": "So does she."}],
    }
    brief = write_brief(tmp_path, "Text.", **front)
    lines = brief.read_text("utf-8").split("\n")
    manuscript, _ = read(job(brief))
    assert manuscript
    line = line_of_value(manuscript.source)
    html, problems = make_page(
        manuscript.brief, manuscript.body, manuscript.theme, job(brief).search_path, line=line
    )
    assert problems == ()
    found = dict(re.findall(r'<\w+ class="([\w-]+)[^"]*"(?: id="\w+")? data-line="(\d+)"', html))
    begins = {name: lines[int(number) - 1].split(":")[0].strip() for name, number in found.items()}
    assert begins == {
        "date": "date",
        "title": "title",
        "subtitle": "subtitle",
        "byline": "- name",
        "text": "abstract",
        "author": "- name",
        "bio": "bio",
        "disclaimer": "disclaimer",
    }
    points = re.findall(r'<li data-line="(\d+)">', html)
    assert [lines[int(number) - 1] for number in points] == ["- One.", "- Two."]


def test_a_page_that_is_not_laid_out_says_no_lines(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "Text.", abstract="An abstract.")
    manuscript, _ = read(job(brief))
    assert manuscript
    html, _ = make_page(manuscript.brief, manuscript.body, manuscript.theme, job(brief).search_path)
    assert 'id="standfirst">' in html


def test_a_value_is_found_by_its_keys(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "Text.", keywords=["a", "b"])
    manuscript, _ = read(job(brief))
    assert manuscript
    line = line_of_value(manuscript.source)
    lines = brief.read_text("utf-8").split("\n")
    assert lines[line("keywords", 1) - 1] == "- b"
    assert [line(), line("gone"), line("keywords", 2), line("title", "x")] == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("title", "running"),
    [
        ("A short title of the kind", "A short title of the kind"),
        (
            "Why ports on small islands lose their last ferries in the years when the prices of fuel rise",
            "Why ports on small islands lose their last ferries in the years…",
        ),
        (
            "Warum kleine Häfen ihre letzten Fähren verlieren, wenn die Löhne, und die Preise, steigen",
            "Warum kleine Häfen ihre letzten Fähren verlieren, wenn die Löhne…",
        ),
        ("and so " * 20, "and so " * 10 + "and…"),
    ],
)
def test_a_cut_title_does_not_end_in_small_words(title: str, running: str) -> None:
    assert running_title(title.strip()) == running


def test_running_heads_have_the_short_title(tmp_path: Path) -> None:
    page, problems = page_of(tmp_path, title="Ports and ferries " * 8, short_title="Ports *in* brief")
    assert not problems
    assert '<p class="running-title">Ports in brief</p>' in page
