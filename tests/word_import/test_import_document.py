"""What an author's Word file becomes, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml
from word_files import (
    FRONT,
    NAMES,
    bold,
    brief_of,
    docx,
    field,
    footnotes,
    imported,
    needs_pandoc,
    note,
    par,
    picture,
    run,
    table,
    text_of,
    told,
)

from issuebrief.word_import.documents import pandoc
from issuebrief.word_import.documents.model import Changes
from issuebrief.word_import.import_document import import_document

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

pytestmark = needs_pandoc

HEADING = par("Start", style="berschrift1")


def front_of(text: str) -> dict[str, object]:
    found: dict[str, object] = yaml.safe_load(text.split("---\n")[1])
    return found


def test_styles_give_the_front_matter(tmp_path: Path) -> None:
    made = imported(tmp_path, FRONT + par("Below", style="Subtitle") + HEADING + par("Text."))
    front = front_of(brief_of(made))
    assert front["title"] == "A Title"
    assert front["authors"] == [{"name": "Jane Doe"}]
    assert str(front["date"]) == "2025-05-03"
    assert front["lang"] == "en-GB"
    assert text_of(made) == "## Start\n\nText."


def test_without_styles_lines_are_taken_by_their_place_and_each_guess_is_told(tmp_path: Path) -> None:
    body = par(bold("Rivers and Rules")) + par("Why they differ") + par("By Ann Lee and José de la Cruz")
    body += par("Institute of Rivers, Uppsala") + par("Stockholm, 14 October 2026") + par(bold("Summary"))
    body += par("In short, much is unknown.") + par(bold("Introduction")) + par("The text is long enough.")
    body += (
        par(bold("Keywords:"), " water; rules")
        + par(bold("About the authors"))
        + par("Ann Lee studies rivers.")
    )
    made = imported(tmp_path, body)
    front = front_of(brief_of(made))
    assert front["title"] == "Rivers and Rules"
    assert front["subtitle"] == "Why they differ"
    assert front["authors"] == [
        {"name": "Ann Lee", "bio": "Ann Lee studies rivers."},
        {"name": "José de la Cruz", "affiliation": "Institute of Rivers, Uppsala"},
    ]
    assert str(front["date"]) == "2026-10-14"
    assert front["abstract"] == "In short, much is unknown."
    assert front["keywords"] == ["water", "rules"]
    assert text_of(made) == "## Introduction\n\nThe text is long enough."
    assert {
        problem.place.line for problem in made.problems if problem.code == "word.guess" and problem.place
    } == {*(0, 1, 2, 3, 4, 5, 6, 8, 10, 11, 12)}
    assert not told(made, "word.lost")


def test_levels_of_headings_are_closed_up(tmp_path: Path) -> None:
    body = par("One", style="berschrift1") + par("A.") + par("Two", style="berschrift3") + par("B.")
    assert text_of(imported(tmp_path, FRONT + body)) == "## One\n\nA.\n\n### Two\n\nB."


def test_notes_with_several_paragraphs_stay_notes(tmp_path: Path) -> None:
    made = imported(
        tmp_path,
        FRONT + HEADING + par("Said.", note(1)),
        footnotes(par("First.") + par("Second, ", run("it", "<w:i/>"))),
    )
    assert text_of(made) == "## Start\n\nSaid.[^n1]\n\n[^n1]: First.\n\n    Second, *it*"


def test_a_table_takes_its_caption_and_its_source(tmp_path: Path) -> None:
    body = (
        par("Tabelle 3: Pegel je Land")
        + table(("Land", "Pegel"), ("Lettland", "73"))
        + par("Quelle: Dienste.")
    )
    made = imported(tmp_path, FRONT + HEADING + body)
    assert text_of(made) == (
        "## Start\n\n| Land | Pegel |\n| --- | --: |\n| Lettland | 73 |\n\n"
        "Table: Pegel je Land {#tab-1}\nQuelle: Dienste."
    )
    assert told(made, "word.changed") == ["Tabelle 3 is number 1 in the brief: “Tabelle 3: Pegel je Land”"]


def test_tables_in_tables_and_lists_of_paragraphs_are_html(tmp_path: Path) -> None:
    inner = table(("in one", "in two"), ("in three", "in four")) + par("")
    made = imported(tmp_path, FRONT + HEADING + table(("A", "B"), ("plain", inner)))
    assert "| in one | in two |" in text_of(made)
    assert "<td>plain</td>" in text_of(made)
    assert not told(made, "word.lost")


def test_a_picture_is_a_file_with_its_description_and_its_caption(tmp_path: Path) -> None:
    body = par(picture("A gauge on a wall")) + par(
        "Figure ", field("SEQ Figure", "1"), ": The gauge", style="Caption"
    )
    made = imported(tmp_path, FRONT + HEADING + body)
    assert text_of(made).endswith("![A gauge on a wall](figure-1.png){#fig-1}\n:   The gauge")
    assert [file.name for file in made.files] == ["brief.md", "figure-1.png", "import-report.json"]


def test_a_table_that_frames_a_picture_is_its_figure(tmp_path: Path) -> None:
    frame = table((par(picture("A wall")),), (par("Figure 1: The wall"),))
    made = imported(tmp_path, FRONT + HEADING + frame + par("Text."))
    assert text_of(made) == "## Start\n\n![A wall](figure-1.png){#fig-1}\n:   The wall\n\nText."
    assert "a table of one column frames a picture, and is its figure" in told(made, "word.guess")


def test_what_is_missing_of_a_picture_is_told(tmp_path: Path) -> None:
    made = imported(tmp_path, FRONT + HEADING + par(picture("", '<a:srcRect l="9000"/>')))
    assert "figure-1.png has no description" in told(made, "word.missing")[0]
    assert told(made, "word.changed") == ["a picture is cropped in Word; its file is the whole picture"]


def test_a_description_that_word_wrote_is_told(tmp_path: Path) -> None:
    made = imported(tmp_path, FRONT + HEADING + par(picture("A wall\n\nDescription automatically generated")))
    assert text_of(made).endswith("![A wall](figure-1.png)")
    assert any("was written by a program" in message for message in told(made, "word.guess"))


def test_cross_references_lead_to_figures_and_headings(tmp_path: Path) -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="_Ref1"/><w:bookmarkEnd w:id="1"/>'
    other = '<w:bookmarkStart w:id="2" w:name="_Ref2"/><w:bookmarkEnd w:id="2"/>'
    body = par(other, "The rule", style="berschrift1") + par(
        "See ", field("REF _Ref1 \\h", "Figure 1"), ", and "
    )
    body += par(field("REF _Ref2 \\h", "The rule"), " above.") + par(picture("A wall"))
    body += par(mark, "Figure 1. A wall", style="Caption")
    text = text_of(imported(tmp_path, FRONT + body))
    assert "See [](#fig-1), and" in text
    assert "[The rule](#sec-1) above." in text
    assert "## The rule {#sec-1}" in text


def test_text_boxes_stand_behind_their_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{par(bold('What it is'))}{par('A pipe.')}</w:txbxContent>"
    drawn = f"<w:r><w:pict><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    text = text_of(imported(tmp_path, FRONT + HEADING + par("Text.", drawn) + par("More.")))
    assert text == "## Start\n\nText.\n\n::: box What it is\nA pipe.\n:::\n\nMore."


def test_typed_bullets_are_a_list_and_signs_are_printed_as_typed(tmp_path: Path) -> None:
    body = (
        par("•\tone".replace("\t", " "))
        + par("• two")
        + par("# not a heading")
        + par("5 * 3 < 20, [sic], a_b")
    )
    text = text_of(imported(tmp_path, FRONT + HEADING + body))
    assert text == "## Start\n\n- one\n- two\n\n\\# not a heading\n\n5 \\* 3 \\< 20, [sic], a\\_b"


def test_words_in_other_languages_small_capitals_and_raised_signs_are_kept(tmp_path: Path) -> None:
    words = run("Weltpolitik", '<w:i/><w:lang w:val="de-DE"/>')
    raised = run("th", '<w:vertAlign w:val="superscript"/>')
    body = par("The ", words, " of the 19", raised, " century, ", run("Nato", "<w:smallCaps/>"), ".")
    text = text_of(imported(tmp_path, FRONT + HEADING + body))
    assert text.endswith("The *[Weltpolitik]{lang=de}* of the 19^th^ century, [Nato]{.smallcaps}.")


def test_what_is_left_out_is_told_with_its_paragraph(tmp_path: Path) -> None:
    chart = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://x/chart"/></a:graphic>'
    chart += "</wp:inline></w:drawing></w:r>"
    body = (
        par(field("TOC", "Start 3")) + HEADING + par("Text ", run("secret", "<w:vanish/>"), "goes on.", chart)
    )
    made = imported(tmp_path, FRONT + body, {"word/header1.xml": f"<w:hdr {NAMES}>{par('Draft')}</w:hdr>"})
    assert [
        (each.place.line, each.message)
        for each in made.problems
        if each.code == "word.left-out" and each.place
    ] == [
        (0, "a header is left out: “Draft”"),
        (4, "a table of contents is left out"),
        (6, "hidden text is left out: “secret”"),
        (6, "a chart is left out"),
    ]
    assert text_of(made) == "## Start\n\nText goes on."
    assert not told(made, "word.lost")


def equation(letters: str) -> str:
    """An equation of letters."""
    return f"<m:oMath><m:r><m:t>{letters}</m:t></m:r></m:oMath>"


def test_equations_are_formulas_in_the_line_by_themselves_or_numbered(tmp_path: Path) -> None:
    power = "<m:oMath><m:sSup><m:e>{}</m:e><m:sup>{}</m:sup></m:sSup></m:oMath>"
    power = power.format("<m:r><m:t>c</m:t></m:r>", "<m:r><m:t>2</m:t></m:r>")
    below = f"<m:oMathPara>{equation('b')}{equation('π ')}</m:oMathPara>"
    body = par("At $5 it is ", power, equation("x"), "7.") + par("So ", below, " holds.")
    body += par("\t", equation("c=d"), "  (2.1)") + table(("", par(equation("q=1")), "(4)"))
    body += f"<w:p><m:oMathPara>{equation('r=2')}</m:oMathPara></w:p>" + par("(5)")
    made = imported(
        tmp_path,
        FRONT
        + HEADING
        + body
        + table(("A", "B"), (par(equation("|x|")), par(f"<m:oMathPara>{equation('z')}</m:oMathPara>"))),
    )
    assert text_of(made).split("\n\n")[1:] == [
        "At \\$5 it is $c^{2} x$\u20607.",
        "So",
        "$$b$$",
        "$$\\pi$$",
        "holds.",
        "$$c = d$$ {#eq-1}",
        "$$q = 1$$ {#eq-2}",
        "$$r = 2$$ {#eq-3}",
        "| A | B |\n| --- | --- |\n| $\\vert x\\vert$ | $z$ |",
    ]
    assert told(made, "word.changed")[-1] == "9 equations are formulas in LaTeX"
    assert "the number “(2.1)” beside an equation is left out: equations are counted" in told(
        made, "word.guess"
    )
    assert not told(made, "word.lost")


def test_open_changes_are_listed_and_nothing_is_made(tmp_path: Path) -> None:
    added = f'<w:ins w:id="1" w:author="Ed" w:date="2026-01-02T00:00:00Z">{run("new words")}</w:ins>'
    gone = '<w:del w:id="2" w:author="Ed"><w:r><w:delText>old words</w:delText></w:r></w:del>'
    body = FRONT + HEADING + par("Kept ", added, gone)
    asked = imported(tmp_path, body, changes="ask")
    assert asked.files == ()
    assert told(asked, "word.tracked-change") == [
        "inserted by Ed, 2026-01-02: “new words”",
        "deleted by Ed: “old words”",
    ]
    assert text_of(imported(tmp_path, body)).endswith("Kept new words")
    assert text_of(imported(tmp_path, body, changes="reject")).endswith("Kept old words")


def test_comments_are_listed_beside_the_brief(tmp_path: Path) -> None:
    about = f'<w:commentRangeStart w:id="0"/>{run("freely")}<w:commentRangeEnd w:id="0"/>'
    said = f'<w:comments {NAMES}><w:comment w:id="0" w:author="Ed">{par("Really?")}</w:comment></w:comments>'
    made = imported(tmp_path, FRONT + HEADING + par("They cross ", about, "."), {"word/comments.xml": said})
    listed = next(file.content.decode() for file in made.files if file.name == "comments.md")
    assert listed == "# Comments in manuscript.docx\n\n1. Paragraph 5 (Ed): Really?\n\n    > freely\n"
    assert "Really" not in text_of(made)


def test_a_reminder_is_told(tmp_path: Path) -> None:
    made = imported(tmp_path, FRONT + HEADING + par("A number [TODO: which?] is missing."))
    assert told(made, "word.missing") == ["a reminder is in the text: “[TODO: which?]”"]


def test_both_sides_are_counted(tmp_path: Path) -> None:
    made = imported(
        tmp_path, FRONT + HEADING + par("Two words.", note(1)), footnotes(par("Three more words."))
    )
    assert [(count.kind, count.before, count.after) for count in made.counts] == [
        ("words", 10, 10),
        ("notes", 1, 1),
        ("tables", 0, 0),
        ("pictures", 0, 0),
        ("links", 0, 0),
        ("equations", 0, 0),
    ]


def test_words_that_are_lost_on_the_way_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = pandoc.read_with_pandoc

    def forgetful(content: bytes, suffix: str, *, cites: bool) -> pandoc.PandocTree:
        tree = read(content, suffix, cites=cites)
        return pandoc.PandocTree(tree.blocks[:-1], tree.meta, tree.pictures)

    monkeypatch.setattr("issuebrief.word_import.import_document.read_with_pandoc", forgetful)
    made = imported(tmp_path, FRONT + HEADING + par("Kept.") + par("Forgotten words."))
    assert told(made, "word.lost") == ["words are not in the brief: “Forgotten words”"]


def test_rtf_goes_through_the_same_door(tmp_path: Path) -> None:
    path = tmp_path / "text.rtf"
    path.write_bytes(
        b"{\\rtf1\\ansi A Short Title\\par By Ann Lee\\par The text is {\\i here}, and ends.\\par}"
    )
    made = import_document(path)
    assert front_of(brief_of(made))["authors"] == [{"name": "Ann Lee"}]
    assert text_of(made) == "The text is *here*, and ends."


def test_the_language_is_that_of_the_words(tmp_path: Path) -> None:
    words = "Die Stadt und der Fluss sind nicht weit von der Grenze, und das ist für die Menschen gut. "
    path = tmp_path / "text.docx"
    path.write_bytes(docx(FRONT + HEADING + par(words * 3), language="en-US"))
    assert front_of(brief_of(import_document(path, Changes.ASK)))["lang"] == "de"


@needs_pandoc
def test_a_caption_whose_number_is_a_simple_field_keeps_its_words(tmp_path: Path) -> None:
    number = '<w:fldSimple w:instr=" SEQ Figure \\* ARABIC "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    body = par(picture("A gauge")) + par("Figure ", number, ". The gauge", style="Caption")
    made = imported(tmp_path, FRONT + HEADING + body)
    assert text_of(made).endswith(":   The gauge")
    assert "word.lost" not in {problem.code for problem in made.problems}
