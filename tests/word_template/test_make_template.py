"""The Word template for authors: what programs make of it, and what comes back when it is filled in."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from word_files import needs_pandoc

from issuebrief.word_import.documents.template_styles import INSTRUCTIONS, SAMPLES
from issuebrief.word_import.import_document import import_document
from issuebrief.word_template.make_template import make_template
from issuebrief.word_template.template_look import FALLBACKS, TemplateLook, template_look

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.word_import.documents.model import ImportedBrief

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LOOK = template_look({"--text-face": '"Our Serif", serif', "--heading-face": "Our Sans, sans-serif"})
FILLED = {
    "title": "The Harbour & its Gauge",
    "subtitle": "Why tides are read by hand",
    "author": "Ada Lindqvist",
    "affiliation": "Harbour Office, Visby",
    "bio": "Ada Lindqvist reads the gauge.",
    "date": "3 May 2027",
    "keywords": "tides, gauges, ports",
    "abstract": "A gauge that nobody reads is a stick in the water.",
    "point 1": "Gauges are cheap.",
    "point 2": "Readers are not.",
    "point 3": "Both are needed.",
    "heading 1": "What Is Measured",
    "body": "The water is measured twice a day.",
    "note": "Lindqvist, Tides, 2020, p. 4.",
    "quote": "No table is better than the gauge that it was read from.",
    "pull": "A port that measures its tide knows it first.",
    "after pull": "Others hear of it.",
    "heading 2": "By Whom",
    "bullet 1": "by the harbour master",
    "bullet 2": "by the ferry",
    "heading 3": "At What Hours",
    "figure text": "The figure shows both hours.",
    "figure": "The gauge at noon.",
    "credit": "Source: Harbour Office.",
    "table": "Readings by year.",
    "table source": "Source: The books of the office.",
    "reference": "Lindqvist, Ada. Tides. Visby: Office, 2020.",
}


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a file by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def imported(folder: Path, content: bytes) -> ImportedBrief:
    """What the import makes of a file."""
    path = folder / "draft.docx"
    path.write_bytes(content)
    return import_document(path)


def filled(content: bytes) -> bytes:
    """The template with the words of an author in the place of its own."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts(content).items():
            text = part
            if name in ("word/document.xml", "word/footnotes.xml"):
                tree = ElementTree.fromstring(part)
                words = [*tree.iter(f"{W}t")]
                for each in words:
                    for place, sample in sorted(SAMPLES.items(), key=lambda each: -len(each[1])):
                        if place in FILLED and (each.text or "").strip(". ").startswith(sample.strip(". ")):
                            each.text = (each.text or "").replace(sample, FILLED[place])
                    each.text = (each.text or "").replace(SAMPLES["after pull"], FILLED["after pull"])
                text = ElementTree.tostring(tree)
            archive.writestr(name, text)
    return target.getvalue()


@needs_pandoc
def test_a_filled_template_comes_back_as_a_brief_without_a_guess(tmp_path: Path) -> None:
    made = imported(tmp_path, filled(make_template(LOOK, "en-GB", "ISDP", as_template=False)))
    assert [problem.message for problem in made.problems] == []
    assert all(count.before == count.after for count in made.counts)
    text = made.files[0].content.decode()
    assert text == (
        """---
title: The Harbour & its Gauge
subtitle: Why tides are read by hand
date: 2027-05-03
lang: en-GB
authors:
- name: Ada Lindqvist
  affiliation: Harbour Office, Visby
  bio: Ada Lindqvist reads the gauge.
abstract: A gauge that nobody reads is a stick in the water.
key_points:
- Gauges are cheap.
- Readers are not.
- Both are needed.
keywords:
- tides
- gauges
- ports
---

## What Is Measured

The water is measured twice a day.[^n1]

> No table is better than the gauge that it was read from.

!!! pull-quote
    A port that measures its tide knows it first.

A port that measures its tide knows it first. Others hear of it.

### By Whom

- by the harbour master
- by the ferry

#### At What Hours

The figure shows both hours.

![Sample picture: two bands of colour, one above the other](figure-1.png){#fig-1}
:   The gauge at noon.
    Source: Harbour Office.

| Year | Value |
| --: | --: |
| 2028 | 12 |
| 2029 | 15 |

Table: Readings by year. {#tab-1}
Source: The books of the office.

## References

Lindqvist, Ada. Tides. Visby: Office, 2020.

[^n1]: Lindqvist, Tides, 2020, p. 4.
"""
    )


@needs_pandoc
def test_sample_text_that_is_left_is_told_and_instructions_are_left_out(tmp_path: Path) -> None:
    made = imported(tmp_path, make_template(LOOK, "en-GB", "", as_template=False))
    text = made.files[0].content.decode()
    assert not any(words in text for words in INSTRUCTIONS.values())
    told = [problem.message for problem in made.problems]
    assert "sample text of the template is left: “Title of the Brief”" in told
    assert {problem.code for problem in made.problems} == {"word.missing"}


@needs_pandoc
def test_words_in_the_style_of_instructions_are_told(tmp_path: Path) -> None:
    content = make_template(LOOK, "en-GB", "", as_template=False)
    own = parts(content)["word/document.xml"].replace(
        INSTRUCTIONS["table"].encode(), b"My own words in a grey box."
    )
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, part in parts(content).items():
            archive.writestr(name, own if name == "word/document.xml" else part)
    made = imported(tmp_path, target.getvalue())
    (told,) = [problem for problem in made.problems if problem.code == "word.left-out"]
    assert "My own words in a grey box." in told.message and told.place and told.place.line > 20


def test_the_same_look_gives_the_same_bytes() -> None:
    assert make_template(LOOK, "de", "X") == make_template(LOOK, "de", "X")


@pytest.mark.parametrize(("as_template", "kind"), [(True, b"template.main"), (False, b"document.main")])
def test_the_file_says_what_it_is(as_template: bool, kind: bytes) -> None:
    found = parts(make_template(LOOK, "en-GB", "A & B", as_template=as_template))
    assert kind in found["[Content_Types].xml"]
    for name, part in found.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)
    assert b"Template for briefs of A &amp; B" in found["docProps/core.xml"]


def test_it_is_accessible() -> None:
    found = parts(make_template(LOOK, "fr", ""))
    text = ElementTree.fromstring(found["word/document.xml"])
    assert len(list(text.iter(f"{W}tblHeader"))) == 1
    described = [each.get("descr") for each in text.iter() if each.tag.endswith("}docPr")]
    assert len(described) == 1 and described[0]
    styles = ElementTree.fromstring(found["word/styles.xml"])
    assert {each.get(f"{W}val") for each in styles.iter(f"{W}lang")} == {"fr"}
    names = [each.get(f"{W}val") for each in styles.iter(f"{W}name")]
    assert {"heading 1", "heading 2", "heading 3", "Title", "caption", "Quote", "Pull Quote"} <= set(names)
    outline = [each.get(f"{W}val") for each in styles.iter(f"{W}outlineLvl")]
    assert outline == ["0", "1", "2"]


def test_a_language_from_right_to_left_is_set_so() -> None:
    styles = parts(make_template(LOOK, "ar", ""))["word/styles.xml"]
    assert b"<w:pPrDefault><w:pPr><w:bidi/>" in styles


def test_faces_and_colours_are_those_of_the_theme() -> None:
    look = template_look({"--brand": "#006241", "--text-face": "'A', serif", "--title-face": "Big"})
    assert (look.text, look.title, look.heading) == ("A", "Big", "Arial")
    assert look.colours["brand"] == "006241" and look.colours["accent"] == FALLBACKS["accent"]
    assert (LOOK.text_stand_in, LOOK.heading_stand_in) == ("Georgia", "Arial")
    assert b'w:val="006241"' in parts(make_template(look, "en-GB", ""))["word/styles.xml"]


def test_a_theme_for_a_dark_page_lends_its_faces_alone() -> None:
    look = template_look({"--ink": "#ffffff", "--brand": "#eeeeee", "--text-face": "A"})
    assert isinstance(look, TemplateLook) and look.colours == FALLBACKS and look.text == "A"
