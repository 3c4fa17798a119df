"""What is typed is what is shown: texts from which something is missing, and texts that are whole."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pymupdf
import pytest
from setting import job, paragraph, write_brief

from issuebrief.job import Output, Purpose
from issuebrief.pipeline.check import check_brief
from issuebrief.pipeline.read import read
from issuebrief.pipeline.set_pages import lay_out
from issuebrief.preflight.wording.page_text import page_text
from issuebrief.preflight.wording.words import inspect_words

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.manuscript import Manuscript

CODES = {"text.lost", "text.changed", "text.doubled", "text.moved", "markup.printed"}
LONG = "\n\n".join(paragraph(number) for number in range(8))


FRONT = "Notes on a Crossing\nEditorial Desk\n"


def manuscript_of(folder: Path, body: str) -> Manuscript:
    manuscript, _ = read(job(write_brief(folder, body)))
    assert manuscript
    return manuscript


def told(folder: Path, typed: str, shown: str) -> list[tuple[str, str]]:
    """The code of each problem of a text that is shown as another, and the line that it is about."""
    problems = inspect_words(manuscript_of(folder, typed), [f"{FRONT}{shown}"])
    return [(problem.code, problem.excerpt) for problem in problems]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('She said "no" -- twice...', "She said “no” – twice…"),
        ("It's *5* **to** 6.", "It’s 5 to 6."),
        ("The *bold*ness of it.[^a]\n\n[^a]: A note.", "The boldness of it.1\n1 A note."),
        ("# Head {#id .x}\n\n> A quotation", "Head\nA quotation"),
        ("[A link](https://x.org/a_(b)) and <https://x.org/a_b>", "A link and https://x.org/a_b"),
        ("<mailto:a@b.org> or <doi:10.1/a_b> or <tel:+12>.", "a@b.org or doi:10.1/a_b or tel:+12."),
        ("A <b>bold</b> word</stong> <o:p></o:p>here.", "A bold word</stong> here."),
        ("A | B\n--|--\n1 | **2**", "A\nB\n1\n2"),
        ("`a*b` and \\*c\\* &amp; d", "a*b and *c* & d"),
        ("```py\nx = {1: 2}\n```\n\n    y_1 = `z`", "x = {1: 2}\ny_1 = `z`"),
        ("A machine for measuring", "A ma\u00ad\nchine for mea-\nsuring"),
        ("1. One\n1. Two", "1. One\n2. Two"),
        ("- One\n- Two\n    - Three", "• One\n• Two\n– Three"),
        ("1. One\n2. Two", "I. One\nII. Two"),
        ("| `a\\|b` |\n|---|\n| `c` |", "a|b\nc"),
        ("- Tides\n\n    ```\n    x = 1\n    ```\n\n    > It falls.", "Tides\nx = 1\nIt falls."),
        ("> > ![A](a.png)\n> > :   The quay.", "Figure 1 The quay."),
        (
            "- Kept\n\n    - Here\n\n        ![A](a.png)\n        :   The quay.",
            "Kept\nHere\nFigure 1 The quay.",
        ),
        ("<ol start=4 type=a><li>Ebb</li><li value=9>Flood</li></ol>", "d. Ebb\ni. Flood"),
        ("He said שלום טוב (1948) and no more.", "He said (1948 (בוט םולש and no more."),
        ("7. One\n8. Two", "(07) One\n(08) Two"),
        ("1. One quay\n2. Two", "Step 1 One quay\nStep 2 Two"),
        ("See [](#tab-x).\n\nTable: Tides. {#tab-x}", "See Table 1.\nTable 1 Tides."),
        ("The tide.[^1]\n\n## Notes\n\n[^1]: A map.", "The tide.1\nEndnotes\n1 A map."),
        ("The tide.[\\[1\\]](#_ftn1)\n\n[\\[1\\]](#_ftnref1) A map.", "The tide.1\nEndnotes\n1 A map."),
        ("**Sources**:\n\n- A ledger\n- A map\n\nText.", "Source: A ledger; A map\nText."),
        ("*Note:* Of 2020.\n**Source:** A map.", "Note: Of 2020.\nSource: A map."),
        ("One <b>two</b><!-- not this --> three", "One two three"),
        ("A sentence.^[With a note.] And more.", "A sentence.1 And more.\n1 With a note."),
        ("Ein Maß für Größe", "EIN MASS FÜR GRÖSSE"),
        ("It is ==marked== and a [cap]{.smallcaps}.", "It is marked and a cap."),
        ("It is un==believ==able, a==b or c==d.", "It is unbelievable, a==b or c==d."),
        ("> [!Note]\n> Keep it.\n\n> \\[!TIP]\n> Go on.", "Note\nKeep it.\nTip\nGo on."),
        ("> [!Note]+ Keep it\n> Go.\n\n> [!TIP]- Go on\n> So.", "Keep it\nGo.\nGo on\nSo."),
        ("With \\``-`' and to *it*, then \\``--`'.", "With `-' and to it, then `--'."),
        ("- one\nmore\n\n    and `x_y` too", "• one more\nand x_y too"),
        ("> It is `a\n> b`.", "It is a b."),
        ("– eins\n– zwei\n\n• drei", "• eins\n• zwei\n• drei"),
        ("## Head {-}\n\nA -- b and `-x`", "Head\nA – b and -x"),
        (
            "----------\n Name  Is Kept\n Here  Since\n------ ----\n Kell  1911\n and   by\n Ebb   hand\n\n"
            " North never\n----------\n",
            "Name Here\nIs Kept Since\nKell and Ebb\n1911 by hand\nNorth\nnever",
        ),
        (
            "+-------+-----+\n| Place | Kept|\n| name  | by  |\n+=======+=====+\n| Kell  | two |\n"
            "|       +-----+\n| quay  | C+D |\n+-------+-----+",
            "Place name\nKept by\nKell quay\ntwo\nC+D",
        ),
        (
            " Kell   Ebb\n------ -----\n  12     13\n 123     99\n\nTable: Of tides.\n\n"
            "-------------\n Name   Since\n Here   Year\n------ ------\n Kiel   1911\n and    by\n\n"
            " Husum  1912\n-------------\n\n: Of ports.",
            "Kell\nEbb\n12\n13\n123\n99\nTable 1 Of tides.\nName Here\nSince Year\nKiel and\n1911 by\n"
            "Husum\n1912\nTable 2 Of ports.",
        ),
        ('Here ![a quay](old quay.png "The quay") and [a file](my file.pdf).', "Here The quay and a file."),
        ("See [@pilot](https://x.org/p) there.", "See @pilot there."),
        ("> ```\n> {\n> a\n> ```", "{\na"),
        ("* > * > 1) One\n* > * > 2) Two\n- > - three", "–\n–1) One\n–\n–2) Two\n–\n–three"),
        ("He said שלום עולם then.", "He said םלוע םולש then."),
        ("Figure 3: The quay.\n\n*Figure 4. The pier.*", "Figure 1 The quay.\nFigure 2 The pier."),
        (":   Figure 3. The quay.\n\n**Tab. 4** | The pier.", "Figure 1 The quay.\nTable 2 The pier."),
    ],
)
def test_what_the_typesetter_changes_on_purpose_is_not_told(tmp_path: Path, typed: str, shown: str) -> None:
    assert told(tmp_path, typed, shown) == []


@pytest.mark.parametrize(
    ("typed", "shown", "code", "line"),
    [
        ("One two three\nfour five six.", "One two three four six.", "text.lost", "four five six."),
        ("First it grew.\n\nThen it fell.", "First it grew.", "text.lost", "Then it fell."),
        ("So שלום he went.", "So םולש he.", "text.lost", "So שלום he went."),
        ("The mast is 5.3 m high.", "The mast is 53 m high.", "text.changed", "The mast is 5.3 m high."),
        ("5. Five\n6. Six", "1. Five\n6. Six", "text.changed", "5. Five"),
        ("Before.\n\n+ 3 per cent.", "Before.\n3 per cent.", "text.changed", "+ 3 per cent."),
        ("Read \\*this\\* now.", "Read this now.", "text.changed", "Read \\*this\\* now."),
        ("About 3 < 4 so.", "About 3 4 so.", "text.changed", "About 3 < 4 so."),
        ("Not ~~struck~~ out.", "Not ~~struck~~ out.", "markup.printed", "Not ~~struck~~ out."),
        ("A word [that]{.foo} is.", "A word [that]{.foo} is.", "markup.printed", "A word [that]{.foo} is."),
        ("> ::: ebb\n> Tide.", "::: ebb Tide.", "markup.printed", "> ::: ebb"),
        ("- Ebb\n\n    !!! ebb\n    Tide.", "– Ebb\n!!! ebb Tide.", "markup.printed", "    !!! ebb"),
        ("> Ebb  Tide\n> ---  ----\n> a    b", "Ebb Tide --- ---- a b", "markup.printed", "> ---  ----"),
        ("Text.[^a]\n\n[^a]: A note of it.", "Text.1", "text.lost", "[^a]: A note of it."),
    ],
)
def test_what_is_lost_or_changed_is_told_with_its_line(
    tmp_path: Path, typed: str, shown: str, code: str, line: str
) -> None:
    assert told(tmp_path, typed, shown) == [(code, line)]


def test_of_a_passage_that_is_lost_for_the_most_part_only_that_part_is_named(tmp_path: Path) -> None:
    lost = paragraph(3)
    manuscript = manuscript_of(tmp_path, f"{paragraph(1)[:60]} {lost}\n\nThe end.")
    (problem,) = inspect_words(manuscript, [f"{FRONT}{paragraph(1)[:60]}\n\nThe end."])
    assert problem.code == "text.lost"
    assert problem.message.startswith(f"“{lost[:20]}")


def test_a_paragraph_that_stands_twice_is_told(tmp_path: Path) -> None:
    typed = f"{paragraph(1)}\n\n{paragraph(2)}"
    assert [code for code, _ in told(tmp_path, typed, f"{typed}\n\n{paragraph(1)}")] == ["text.doubled"]


def test_a_paragraph_that_is_typed_again_and_again_is_told_only_where_it_stands_once_more(
    tmp_path: Path,
) -> None:
    again = paragraph(1)
    parted = f"{again[:150]}\nA caption that came between.\n{again[150:]}"
    typed = "\n\n".join([again, again, again])
    assert told(tmp_path, typed, "\n".join([again, parted, again])) == []
    assert [code for code, _ in told(tmp_path, typed, "\n".join([again] * 4))] == ["text.doubled"]


ENTRIES = [f"{paragraph(number)} {paragraph(number + 20)}" for number in range(12)]
FOOT = "A note at the foot.\nNotes on a Crossing\n"
SET = "\n".join(
    f"{number}. " + entry.replace(". Nobody", f".\n{FOOT * (number % 3 == 1)}Nobody", 1)
    for number, entry in enumerate(ENTRIES, 1)
)
"""A long list as it is shown, with the feet and heads of pages in some of its entries."""


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("number", ["1.", "1)", "5."])
def test_a_long_list_whose_numbers_are_all_alike_is_found_over_pages(
    tmp_path: Path, number: str, between: str
) -> None:
    shown = SET.replace("1. ", "5. ", 1) if number == "5." else SET
    shown = shown.replace("1. ", "1) ", 1) if number == "1)" else shown
    assert told(tmp_path, between.join(f"{number} {entry}" for entry in ENTRIES), shown) == []


def test_a_word_that_a_long_list_lost_is_told_alone(tmp_path: Path) -> None:
    typed = "\n".join(f"1. {entry}" for entry in ENTRIES)
    ((code, line),) = told(tmp_path, typed, SET.replace("Entry 29", "29", 1))
    assert code == "text.lost"
    assert line[:300] == f"1. {ENTRIES[9]}"[:300]


@pytest.mark.parametrize("mark", ["", "- "])
@pytest.mark.parametrize("entry", [2, 90, 222])
def test_a_word_that_an_endless_passage_lost_is_told_alone(tmp_path: Path, mark: str, entry: int) -> None:
    lines = [f"{mark}Berth {number * 7} holds {number * 11} boats at noon." for number in range(1, 260)]
    shown = "\n".join(lines).replace(f"{lines[entry]}\n", lines[entry].replace(" boats", "") + "\n", 1)
    (problem,) = inspect_words(manuscript_of(tmp_path, "\n".join(lines)), [f"{FRONT}{shown}"])
    assert (problem.code, problem.excerpt) == ("text.lost", lines[entry])
    assert problem.message.startswith("“boats”")


def test_what_stands_there_once_is_not_found_twice(tmp_path: Path) -> None:
    typed = "The Port of Sund was dredged in May, and the pilots of the Port of Sund were told of it in June."
    shown = typed.replace("Port of Sund ", "", 1)
    assert told(tmp_path, typed, shown) == [("text.lost", typed)]


def test_a_list_in_a_list_counts_for_itself(tmp_path: Path) -> None:
    typed = "1. One tide\n    1. Two tides\n    1. Three\n2. Four tides\n    1. Five"
    assert told(tmp_path, typed, "1. One tide\n1. Two tides\n2. Three\n2. Four tides\n1. Five") == []
    typed = typed.replace("    1. Three\n", "")
    assert told(tmp_path, typed, "1. One tide\n1. Two tides\n7. Four tides\n1. Five") == [
        ("text.changed", "2. Four tides")
    ]


def test_a_pull_quote_may_stand_twice(tmp_path: Path) -> None:
    quote = "A crossing takes four hours in fair weather and eight in foul, says the oldest of the pilots."
    shown = f"Before. {quote} After.\n{quote}"
    assert told(tmp_path, f"Before. [{quote}]{{.pull-quote}} After.", shown) == []
    assert told(tmp_path, f"!!! pull-quote\n    {quote}\n\nBefore. {quote} After.", shown) == []


def test_text_that_something_parts_is_found(tmp_path: Path) -> None:
    first, second = paragraph(1), paragraph(2)
    shown = f"{first[:150]}\nA caption that came between.\n{first[150:]}\n{second}"
    assert told(tmp_path, f"{first}\n\n{second}", shown) == []


def test_a_place_is_that_of_the_word_itself(tmp_path: Path) -> None:
    manuscript = manuscript_of(tmp_path, "The *harbour* was empty at noon.")
    (problem,) = inspect_words(manuscript, [f"{FRONT}The harbour was at noon."])
    assert problem.place is not None
    line = manuscript.source.line(problem.place.line)
    assert line[problem.place.column - 1 :].startswith("empty")


def test_the_numbers_of_a_page_s_lists_are_those_that_a_browser_shows() -> None:
    page = (
        '<ol start="4"><li>a<li value="9">b</ol><ol type="I"><li>c</ol><ol type="a"><li>d</ol><ul><li>e</ul>'
    )
    assert page_text(page).split() == ["4.", "a", "9.", "b", "I.", "c", "a.", "d", "e"]


def test_what_reading_tells_already_is_not_told_again(tmp_path: Path) -> None:
    manuscript = manuscript_of(tmp_path, "Before the tide.\n\n\\newpage\n\nAfter the tide.")
    assert [problem.code for problem in manuscript.problems] == ["markup.tex-left-out"]
    assert inspect_words(manuscript, [f"{FRONT}Before the tide.\nAfter the tide."]) == ()
    (problem,) = inspect_words(manuscript, [f"{FRONT}Before the tide."])
    assert (problem.code, problem.excerpt) == ("text.lost", "After the tide.")


def test_the_first_passage_is_looked_for_before_the_second_and_not_after_the_imprint(tmp_path: Path) -> None:
    first, second = paragraph(1), paragraph(2)
    shown = f"{first.replace('Entry 1', 'Entry')}\n{second}\nEditorial Desk"
    manuscript = manuscript_of(tmp_path, f"{first}\n\n{second}")
    (problem,) = inspect_words(manuscript, [f"Notes on a Crossing\n{shown}"])
    assert problem.place is not None
    assert problem.message.startswith("“1”")


def test_a_problem_explains_nothing_beyond_its_own_entry(tmp_path: Path) -> None:
    manuscript = manuscript_of(tmp_path, "- one long \\newpage tide\n  and more of it\n- two short tides")
    (problem,) = inspect_words(manuscript, [f"{FRONT}one long tide\nand more of it\ntwo short"])
    assert (problem.code, problem.excerpt) == ("text.lost", "- two short tides")


@pytest.mark.parametrize(
    "told",
    [
        r"\textbf{loud}",
        r"\newpage",
        "[@doe2020, p. 5]",
        "{++new words++}",
        "{>>who says so?<<}",
        "{{< video x >}}",
        "[[quays]]",
        ":smile:",
        "[gallery]",
        "<video>moving water</video>",
        "<sea>",
        "[words][nowhere]",
        "{.pull}",
        "%% to be checked %%",
    ],
)
def test_a_problem_explains_its_own_words_and_no_others(tmp_path: Path, told: str) -> None:
    manuscript = manuscript_of(tmp_path, f"One long tide {told} goes out\nand many see it, out of sight.")
    codes = {problem.code for problem in manuscript.problems}
    assert codes and not any(code.startswith("text.") for code in codes)
    shown = f"{FRONT}One long tide goes out and many see it, out of sight."
    assert inspect_words(manuscript, [shown]) == ()
    (problem,) = inspect_words(manuscript, [shown.replace(", out of sight", "")])
    assert problem.code == "text.lost"
    assert "out of sight”" in problem.message


def test_what_is_left_out_explains_its_own_words_and_no_others(tmp_path: Path) -> None:
    typed = "One long tide with <video>moving water</video> and more of it, in words that many have seen."
    manuscript = manuscript_of(tmp_path, typed)
    shown = f"{FRONT}One long tide with and more of it, in words that many have seen."
    assert inspect_words(manuscript, [shown]) == ()
    (problem,) = inspect_words(manuscript, [shown.replace("many have", "")])
    assert problem.code == "text.lost"
    assert problem.message.startswith("“many have”")


@pytest.mark.parametrize("purpose", [Purpose.SCREEN, Purpose.PRESS])
def test_text_that_is_not_drawn_is_told(tmp_path: Path, purpose: Purpose) -> None:
    brief = write_brief(
        tmp_path, f'{LONG}\n\n<p style="visibility: hidden">Nobody will read this sentence.</p>'
    )
    outputs = (Output(purpose, tmp_path / "out.pdf"),)
    problems = check_brief(replace(job(brief), outputs=outputs)).problems
    (problem,) = [problem for problem in problems if problem.code in CODES]
    assert problem.code == "text.lost"
    assert "Nobody will read this sentence." in problem.message


def test_text_that_is_not_drawn_is_told_beside_another_problem(tmp_path: Path) -> None:
    typed = 'A long tide \\newpage goes out <b style="visibility: hidden">and nobody sees it</b> at noon.'
    problems = check_brief(job(write_brief(tmp_path, f"{LONG}\n\n{typed}"))).problems
    codes = {*CODES, "markup.tex-left-out"}
    told = [(each.code, each.message[:22]) for each in problems if each.code in codes]
    assert told == [
        ("markup.tex-left-out", "\\newpage is a TeX comm"),
        ("text.lost", "“and nobody sees it” i"),
    ]


def test_words_that_another_program_does_not_find_are_told(tmp_path: Path) -> None:
    """The check agrees with an extraction that is none of ours, from the bytes of the finished file."""
    from issuebrief.pdf import screen

    body = f"{LONG}\n\n1. One tide\n2. Two tides\n\n| Port | Depth |\n|---|---|\n| Kiel | 10.5 m |"
    brief = write_brief(tmp_path, body)
    manuscript, _ = read(job(brief))
    assert manuscript
    pages, _ = lay_out(job(brief), manuscript)
    assert pages
    content, problems = screen.draw(pages, manuscript)
    assert not CODES & {problem.code for problem in problems}
    with pymupdf.open(stream=content) as file:
        shown = [page.get_text() for page in file]
    assert inspect_words(manuscript, shown) == ()
    for lost in ("tides", "10.5", "Entry 3 begins"):
        without = [page.replace(lost, "", 1) for page in shown]
        assert without != shown
        (problem,) = inspect_words(manuscript, without)
        assert problem.code in ("text.lost", "text.changed")
        assert lost in problem.message


ROWS = (("Kiel", "7", "17", "3"), ("Emden", "4", "2.5", "1987"), ("Husum", "12", "170", "4"))
PIPES = "\n".join(("| A | B | C | D |", "|---|---|---|---|", *(f"| {' | '.join(row)} |" for row in ROWS)))
TAGS = "<table>" + "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in ROWS) + "</table>"


@pytest.mark.parametrize("table", [PIPES, TAGS])
def test_each_cell_that_is_not_shown_is_told_though_its_number_stands_elsewhere(
    tmp_path: Path, table: str
) -> None:
    manuscript = manuscript_of(tmp_path, f"In 1987 there were 12.\n\n{table}\n\nIn 2017 there were 7 and 4.")
    cells = [cell for row in ROWS for cell in row]
    if table is PIPES:
        cells = ["A", "B", "C", "D", *cells]

    def shown(cells: list[str]) -> str:
        return "\n".join((f"{FRONT}In 1987 there were 12.", *cells, "In 2017 there were 7 and 4."))

    assert inspect_words(manuscript, [shown(cells)]) == ()
    for number, cell in enumerate(cells):
        problems = inspect_words(manuscript, [shown([*cells[:number], "", *cells[number + 1 :]])])
        assert problems, cell
        assert {problem.code for problem in problems} <= {"text.lost", "text.changed"}


def test_a_long_cell_may_go_on_behind_the_cells_beside_it(tmp_path: Path) -> None:
    long = paragraph(1)
    typed = f"| A | B |\n|---|---|\n| {long} | short |\n| p | q |"
    assert told(tmp_path, typed, f"A\nB\n{long[:140]}\nshort\n{long[140:]}\np\nq") == []
    assert told(tmp_path, typed, f"A\nB\n{long[:140]}\n{long[140:]}\np\nq") != []


@pytest.mark.parametrize(
    ("purpose", "template", "field"),
    [(Purpose.SCREEN, "abstract.html", "abstract"), (Purpose.WEB, "abstract.html", "abstract")],
)
def test_a_value_that_no_template_prints_is_told(
    tmp_path: Path, purpose: Purpose, template: str, field: str
) -> None:
    brief = write_brief(tmp_path / "a", LONG, abstract="A summary that nobody will ever see.")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / template).write_text("")
    asked = replace(job(brief, tmp_path), outputs=(Output(purpose, tmp_path / "out"),))
    (problem,) = [each for each in check_brief(asked).problems if each.code.startswith("text.")]
    assert problem.code == "text.left-out"
    assert problem.excerpt.startswith(f"{field}: ")
    assert problem.message.startswith(f"{field}, “A summary that nobody will ever see.”, does not appear on")


def test_what_is_lost_on_the_pages_and_on_the_web_is_told_once(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, LONG, abstract="A summary that nobody will ever see.")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/abstract.html").write_text("")
    outputs = (Output(Purpose.SCREEN, tmp_path / "a.pdf"), Output(Purpose.WEB, tmp_path / "a.html"))
    (problem,) = [
        each
        for each in check_brief(replace(job(brief, tmp_path), outputs=outputs)).problems
        if each.code == "text.left-out"
    ]
    assert problem.message.endswith("does not appear on the pages and on the web page")


def test_a_short_passage_does_not_keep_the_place_of_a_longer_one(tmp_path: Path) -> None:
    typed = "Before.\n\n| tides |\n| - |\n| few |\n\nTable: Tides of a year.\n\nBehind."
    assert told(tmp_path, typed, "Before.\nTable 1 Tides of a year.\ntides\nfew\nBehind.") == []


def test_a_word_that_stands_in_another_passage_alone_is_lost(tmp_path: Path) -> None:
    typed = "Before.\n\n| tides |\n| - |\n| few |\n\nTable: Tides of a year.\n\nBehind."
    shown = "Before.\nTable 1 Tides of a year.\nfew\nBehind."
    assert told(tmp_path, typed, shown) == [("text.lost", "| tides |")]


@pytest.mark.parametrize(
    "shown",
    [
        "Nothing yet.\nTable 1 A table of odds.\nfew\nA cat sat on it.\na\nAt noon we came.",
        "Nothing yet.\nAt noon we came.\nA cat sat on it.\nTable 1 A table of odds.\na\nfew",
        "Table 1 A table of odds.\nNothing yet.\nfew\nAt noon we came.\nA cat sat on it.\na",
    ],
)
def test_what_stands_out_of_its_order_is_found_before_a_letter_in_it(tmp_path: Path, shown: str) -> None:
    table = "| a |\n| - |\n| few |\n\nTable: A table of odds."
    typed = f"Nothing yet.\n\n{table}\n\nAt noon we came.\n\nA cat sat on it."
    assert told(tmp_path, typed, shown) == []


def test_a_letter_does_not_keep_the_place_of_a_row(tmp_path: Path) -> None:
    typed = "b\n\n| Ash | b |\n| - | - |\n| Oak | d |\n\nThe end of it."
    assert told(tmp_path, typed, "Ash\nb\nOak\nd\nThe end of it.\nb") == []


def test_a_word_that_is_changed_far_from_where_its_passage_might_begin_is_told_alone(tmp_path: Path) -> None:
    typed = "The harbour froze in the night, and the pilots stayed at home."
    before = "\n".join(paragraph(number) for number in range(30))
    problems = inspect_words(
        manuscript_of(tmp_path, typed), [f"{FRONT}{before}\n{typed.replace('pilots', 'sailors')}"]
    )
    assert [problem.message for problem in problems] == [
        "“pilots” is typed here, and “sailors” appears on the pages"
    ]


def test_entries_behind_a_picture_that_goes_before_them_are_found_without_their_numbers(
    tmp_path: Path,
) -> None:
    typed = "One came.\n\nTwo came.\n\n3. Oktober it was, and\n4. November.\n\nThe quay of old.\n\nThe end."
    shown = "One came.\n3. 4.\nThe quay of old.\nTwo came.\nOktober it was, and\nNovember.\nThe end."
    assert told(tmp_path, typed, shown) == []


@pytest.mark.parametrize(
    ("typed", "shown", "lines"),
    [
        ("It is **bold and more.", "It is **bold and more.", ["It is **bold and more."]),
        ("See [b](mailto:a@b.org).", "See [b]\n(mailto:a@b.org).", ["See [b](mailto:a@b.org)."]),
        ("It is bold** and *more.", "It is bold** and *more.", ["It is bold** and *more."] * 2),
        ("A _word, an end_ too.", "A _word, an end_ too.", ["A _word, an end_ too."] * 2),
        (
            "It is **bold and\n\nit is **bold** too.",
            "It is **bold and\nit is bold too.",
            ["It is **bold and"],
        ),
        ("See ](https://a.org/b) it.", "See ](https://a.org/b) it.", ["See ](https://a.org/b) it."]),
        ("A \\*word, `an _x` and snake_case.", "A *word, an _x and snake_case.", []),
        ("A *word* and **two**.", "A word and two.", []),
        ("Take _min1 and _maxValue too.", "Take _min1 and _maxValue too.", []),
        ("**<b>Two words</b>** here.", "**Two words** here.", ["**<b>Two words</b>** here."]),
        ("**<p>A line</p>** and `**`", "****\nA line and **", ["**<p>A line</p>** and `**`"]),
        ("Code `**` and \\*\\* too.", "Code ** and ** too.", []),
        ('<div markdown="0">\nA *word* here.\n</div>', "A *word* here.", []),
        ("A star* and\n\n*Only from June.", "A star* and\n*Only from June.", []),
    ],
)
def test_a_sign_of_emphasis_that_is_printed_is_told(
    tmp_path: Path, typed: str, shown: str, lines: list[str]
) -> None:
    assert told(tmp_path, typed, shown) == [("markup.printed", line) for line in lines]


def test_words_typed_again_and_again_before_marks_of_notes_are_all_found(tmp_path: Path) -> None:
    typed = " ".join(f"Word[^{number}]" for number in range(1, 41))
    notes = "\n".join(f"[^{number}]: Note {number}." for number in range(1, 41))
    marked = " ".join(f"Word\u200b{number}\u200b" for number in range(1, 41))
    below = "\n".join(f"{number}\u200bNote {number}." for number in range(1, 41))
    assert told(tmp_path, f"{typed}\n\n{notes}", f"{marked}\n{below}") == []
    one_less = marked.replace("Word\u200b30", "\u200b30")
    assert [code for code, _ in told(tmp_path, f"{typed}\n\n{notes}", f"{one_less}\n{below}")] == [
        "text.lost"
    ]


@pytest.mark.parametrize(
    ("typed", "shown", "word"),
    [
        ("He said שלום עולם טוב and went.", "He said בוט םולש and went.", "עולם"),
        ("He said שלום עולם טוב and went.", "He said שלום טוב and went.", "עולם"),
        ("שָׁלוֹם עוֹלָם", "םלוע", "שָׁלוֹם"),
        ("كل الإسلام نعم", "معن لك", "الإسلام"),
        ("In ٢٠٢٤ it was.", "In it was.", "٢٠٢٤"),
        ("אחת שתיים\n\nועוד אחת", "שתיים\nועוד אחת", "אחת"),
    ],
)
def test_a_lost_word_that_runs_from_right_to_left_is_told(
    tmp_path: Path, typed: str, shown: str, word: str
) -> None:
    (problem,) = inspect_words(manuscript_of(tmp_path, typed), [f"{FRONT}{shown}"])
    assert problem.code == "text.lost"
    assert problem.message.startswith(f"“{word}”")
    assert problem.place
    assert problem.place.line == manuscript_of(tmp_path, typed).source.body_line + 1


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('הוא אמר שָׁלוֹם, "כן" וצה"ל.', ".ל״הצו ״ןכ״ ,םולש רמא אוה"),
        ("كتـــاب لا الآن", "نلآا لا باتك"),
        (
            "See https://a.org/שלום_עולם.",
            "See https://a.org/ש\u2060ל\u2060ו\u2060ם\u200b_\u2060ע\u2060ו\u2060ל\u2060ם.",
        ),
        ("So **שלו**ם it is.", "So םולש it is."),
    ],
)
def test_words_from_right_to_left_are_known_however_they_are_drawn(
    tmp_path: Path, typed: str, shown: str
) -> None:
    assert told(tmp_path, typed, shown) == []


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("1. שלום טוב\n2. לכם (3)", "١. שלום טוב\n٢. לכם (٣)"),
        ("שלום טוב 46 לכם 54 לנו\n\nאבא. אמא.", "שלום טוב 46\n7,5 . . 8,5\nלכם 54 לנו\nאבא. אמא."),
    ],
)
def test_numbers_beside_words_from_right_to_left_are_found_in_other_digits_and_behind_stops(
    tmp_path: Path, typed: str, shown: str
) -> None:
    assert told(tmp_path, typed, shown) == []


def test_a_paragraph_that_stands_before_what_it_was_typed_behind_is_told(tmp_path: Path) -> None:
    first, second, third = map(paragraph, range(3))
    typed = "\n\n".join((first, second, third))
    (problem,) = inspect_words(manuscript_of(tmp_path, typed), [f"{FRONT}{third}\n{first}\n{second}"])
    assert problem.code == "text.moved"
    assert problem.excerpt.startswith(third[:300])
    assert "appears elsewhere on the pages, behind “" in problem.message
    assert problem.message.count("Editorial Desk") == 1


def test_half_a_paragraph_that_stands_behind_the_next_one_is_told(tmp_path: Path) -> None:
    first, second = paragraph(1), paragraph(2, 12)
    (problem,) = inspect_words(
        manuscript_of(tmp_path, f"{first}\n\n{second}"), [f"{FRONT}{first[:150]}\n{second}\n{first[150:]}"]
    )
    assert (problem.code, problem.excerpt) == ("text.moved", first)
    assert problem.place
    assert first[problem.place.column - 1 :] == first[150:].strip()


@pytest.mark.parametrize(
    "thing",
    [
        "![A quay](quay.png)\n:   The quay of old, as it was before the great flood.",
        "| The quay of old | as it was before the great flood |\n|---|---|",
        "> [!NOTE]\n> The quay of old, as it was before the great flood.",
        "::: tip\nThe quay of old, as it was before the great flood.\n:::",
        "<aside>The quay of old, as it was before the great flood.</aside>",
        "Figure 3. The quay of old, as it was before the great flood.",
        "> The quay of old, as it was before the great flood.\n{: .wide}",
    ],
)
def test_what_floats_may_stand_elsewhere(tmp_path: Path, thing: str) -> None:
    first, second = paragraph(1), paragraph(2)
    words = (
        "The quay of old\nas it was before the great flood"
        if "|" in thing
        else ("The quay of old, as it was before the great flood.")
    )
    typed = f"{first}\n\n{thing}\n\n{second}"
    assert [code for code, _ in told(tmp_path, typed, f"{words}\n{first}\n{second}")] == []


def test_text_that_a_style_sets_elsewhere_is_told(tmp_path: Path) -> None:
    moved = '<p style="position: absolute; top: 0">A sentence that is drawn before all the others here.</p>'
    outputs = (Output(Purpose.SCREEN, tmp_path / "out.pdf"),)
    brief = write_brief(tmp_path, f"{LONG}\n\n{moved}\n\n{LONG.replace('Entry', 'Number')}")
    problems = check_brief(replace(job(brief), outputs=outputs)).problems
    (problem,) = [problem for problem in problems if problem.code in CODES]
    assert problem.code == "text.moved"
    assert problem.message.startswith(
        "a style puts “A sentence that is drawn before all the others here.” in"
    )


def test_a_word_from_right_to_left_is_lost_though_the_citation_repeats_the_title(tmp_path: Path) -> None:
    path = write_brief(tmp_path, "The עולם it is.", title="Of עולם and more")
    manuscript, _ = read(job(path))
    assert manuscript
    front, cited = "Of םלוע and more\nEditorial Desk\n", "\nHow to cite\nEditorial Desk, “Of םלוע\nand more.”"
    assert inspect_words(manuscript, [f"{front}The םלוע it is.{cited}"]) == ()
    (problem,) = inspect_words(manuscript, [f"{front}The it is.{cited}"])
    assert problem.code == "text.lost"
    assert problem.excerpt == "The עולם it is."


def test_what_follows_code_in_a_note_is_no_code(tmp_path: Path) -> None:
    typed = "A.[^1]\n\n[^1]: See:\n\n    ```\n    x_y\n    ```\n\n    > It is <sub>so</sub>.\n"
    assert told(tmp_path, typed, "A.1\n1 See:\nx_y\nIt is so.") == []


def test_markup_that_a_value_of_the_front_matter_prints_is_told_at_its_line(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, LONG, abstract="Text.\n\n::: note\n\nWords of the tides.")
    problems = [problem for problem in check_brief(job(brief)).problems if problem.code == "markup.printed"]
    assert [problem.excerpt.partition(":")[0] for problem in problems] == ["abstract"]


@pytest.mark.parametrize(
    "typed",
    [
        "A [link](https://example.\norg/x) here.",
        "A [link](\nhttps://example.org/x) here.",
        "A [link][a] here.\n\n[a]: <https://example.org/x y>",
        'A [link][a] here.\n\n[a]: <https://example.org/x y> "Title (x)"',
    ],
)
def test_addresses_with_spaces_and_new_lines_are_not_looked_for_in_print(tmp_path: Path, typed: str) -> None:
    assert told(tmp_path, typed, "A link here.") == []


@pytest.mark.parametrize("title", ['"A title"', "„Ein Titel“", "[A title]", "A title", "The '90s"])
def test_the_marks_around_the_title_of_a_box_are_not_missed(tmp_path: Path, title: str) -> None:
    outcome = check_brief(job(write_brief(tmp_path, f"{LONG}\n\n::: warning {title}\nWords in a box.\n:::")))
    assert [each.message for each in outcome.problems if each.code in CODES] == []
