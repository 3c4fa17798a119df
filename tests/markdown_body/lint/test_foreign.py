"""Syntax of other programs: told with its place, and never found in prose."""

from __future__ import annotations

import pytest
from written import faults, html_of, written

CITATION, TEX = "markup.citation", "markup.tex"
CHANGE, COMMENT, CODE = "markup.tracked-change", "markup.comment", "markup.short-code"


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("So [@gauge2020, p. 5].", CITATION, 4),
        ("So [see @gauge99; also @tide].", CITATION, 4),
        ("So [-@gauge].", CITATION, 4),
        ("As @gauge2020 says.", CITATION, 4),
        (r"So \citep[p. 5]{gauge}.", CITATION, 4),
        (r"So \textbf{bold} it is.", TEX, 4),
        (r"So\footnote{Here.} it is.", TEX, 3),
        (r"\begin{itemize}", TEX, 1),
        (r"In \LaTeX it is.", TEX, 4),
        ('A [b]{.insertion author="J"} c.', CHANGE, 6),
        ("A {++new++} c.", CHANGE, 3),
        ("A {--old--} c.", CHANGE, 3),
        ("A {~~old~>new~~} c.", CHANGE, 3),
        ('A [why?]{.comment-start id="0"}b.', COMMENT, 9),
        ("A {>>why?<<} c.", COMMENT, 3),
        ("A {==b==} c.", COMMENT, 3),
        ("A %%why%% c.", COMMENT, 3),
        ("{{< figure a >}}", CODE, 1),
        ("{% include a %}", CODE, 1),
        ("By {{ name }}.", CODE, 4),
        ('[caption id="a"]A', CODE, 1),
        ("[TOC]", "markup.directive", 1),
        ("{:toc}", "markup.directive", 1),
        ("(@) An example", "markup.directive", 1),
        ("#. An entry", "markup.directive", 1),
        ("(place)=", "markup.directive", 1),
        ("#+BEGIN_QUOTE", "markup.directive", 1),
        ("image::a.png[A]", "markup.directive", 1),
        ("So it is. ^a1b2c3", "markup.directive", 11),
        ("So footnote:[a note].", "markup.directive", 4),
        ("Well done :tada: all.", CODE, 11),
        ("Agreed :+1:", CODE, 8),
        ("See [[Page]].", "markup.wiki-link", 5),
        ("![[a.png]]", "markup.wiki-link", 1),
        (".. note:: A", "markup.directive", 1),
        ("See {ref}`a`.", "markup.directive", 5),
        ("```{python}\na\n```", "markup.chunk", 1),
        ("```mermaid\na\n```", "markup.chunk", 1),
        ("The #tides come.", "markup.tag", 5),
        ("Status:: done", "markup.tag", 1),
        ("It is [status:: done] now.", "markup.tag", 7),
        (":name: fig-one", "markup.directive", 1),
        (":Author: Ada", "markup.directive", 1),
        ("#| label: a", "markup.directive", 1),
        ("As @fig-one shows.", "markup.directive", 4),
        ("|===\n\nA", "markup.directive", 1),
        ("=== A heading", "markup.directive", 1),
        ("h2. A heading", "markup.directive", 1),
        (".A title\nand more", "markup.directive", 1),
        ('=== "Tab"', "markup.directive", 1),
        ("??? note", "markup.directive", 1),
        ("An ''island'' here.", "markup.directive", 4),
        ("{toc}", "markup.directive", 1),
        ("import A from 'b'", "markup.directive", 1),
        ("@startuml", "markup.directive", 1),
        ("A ||hidden word|| b", "markup.directive", 3),
        ("- [>] Moved", "markup.directive", 3),
        ("`a`{=html}", "markup.directive", 4),
        (":::{figure} a.png\n:::", "markup.directive", 1),
        ("% A remark", COMMENT, 1),
        (".. A remark", COMMENT, 1),
        ("A <!-- remark", COMMENT, 3),
        ("The [page] (https://example.org) here", "markup.parted-link", 5),
        ("The (page)[https://example.org] here", "markup.parted-link", 5),
        ("See the quay (#fig-quay).", "markup.parted-link", 14),
        ("It is |release| now.", "markup.directive", 7),
        ("[1] Doe, *Tides*, p. 5.", "notes.typed", 1),
        ("¹ Doe, *Tides*, p. 5.", "notes.typed", 1),
        ("[Table 2 about here]", "text.placeholder", 1),
        ("A &nosuch; b", "text.unresolved", 3),
        ("A \ue000 b", "text.garbled", 3),
    ],
)
def test_it_is_told_with_its_place(text: str, code: str, column: int) -> None:
    assert [(code, column)] == [(found, at) for found, _, at in faults(text)]


def test_what_is_the_name_of_no_character_is_printed_as_it_is_typed() -> None:
    html = written("One &notes; two &copying; &notes and R&D; but &not; &copy; &#8364;.")[0].html
    assert (
        html == "<p>One &amp;notes; two &amp;copying; &amp;notes and R&amp;D; but \u00ac \u00a9 \u20ac.</p>"
    )


def test_a_second_front_matter_is_told_beside_the_heading_that_it_would_make() -> None:
    told = [(code, line) for code, line, _ in faults("A\n\n---\nkey: b\n---\n\nC")]
    assert told == [("markup.metadata", 3), ("markup.underlined", 4)]


@pytest.mark.parametrize(
    "prose",
    [
        "At 10:30: a ratio of 3:abc:5, urn:isbn:5, and note: this: and \\:that:.",
        "It cost $5 and $10, US$3 million or $100m.",
        "Between $3-$5, and 5$ or 6$ more.",
        "Write to info@example.org, or @harbour.",
        "[via @harbour](https://example.org)",
        r"In C:\Users\me or \\server\share they lie.",
        r"\[see below\] and \(so\) on",
        "A share of 5 % and 10 %, 100%%.",
        "Payın yüzdesi\n% 80 oldu.",
        "{a} and {{}} and [a] [b]",
        "A {.a",
        "[[1]](https://example.org)",
        "A -- b -- c",
        "The issue #5 and #MeToo, C#, and https://example.org/#tides.",
        "The ratio 3::4, std::vector, and a::b.",
        ".NET is a framework\nof a company.",
        "50 % of it\nis water; AT&amp;T",
        "... and so on,\n.. and more",
        "[1]: https://example.org\n\nA [link][1] to x",
        "As [sic] (he says) and [a] (b).",
        "They wrote (#MeToo) and (#5), where |x| is 5 and a |= b.",
        "Port |Tides| Year\n---|---|---\none |two| three",
        "[A]{lang=de width=20% height=20}",
        "[A]{.smallcaps #here} and [B](https://example.org){#there}",
        "In the '90s, 'so', and 5'' by 3''.",
        "The table [see Table 1] and (Figure 2).",
        r"They wrote: \[I\]n the end.",
        "A record is written {...}, two are [{...}, {...}].",
    ],
)
def test_prose_is_none_of_it(prose: str) -> None:
    assert faults(prose) == []


@pytest.mark.parametrize(
    "typed", ["[@a]", "$x$", "{++a++}", "{{ a }}", "[[A]]", r"\textbf{a}", "TODO", "â€™"]
)
def test_in_code_it_is_code(typed: str) -> None:
    assert faults(f"`{typed}`\n\n```\n{typed}\n```") == []


def test_a_command_that_only_moves_is_left_out_with_its_line() -> None:
    body, problems = written("A\n\n\\newpage\n\nB\\noindent{} c \\vspace{2cm} d.")
    assert body.html == "<p>A</p>\n<p>B c  d.</p>"
    assert [problem.code for problem in problems] == ["markup.tex-left-out"] * 3


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("TODO: write", "text.reminder", 1),
        ("In [TK] it", "text.reminder", 4),
        ("In it [citation needed] so", "text.reminder", 7),
        ("Es ist [Quelle fehlt] so", "text.reminder", 8),
        ("on p. XXX", "text.reminder", 7),
        ("[TODO: check this]", "text.reminder", 1),
        ("Lorem ipsum dolor", "text.placeholder", 1),
        ("by Your Name", "text.placeholder", 4),
        ("See Error! Reference source not found.", "text.unresolved", 5),
        ("A **** b", "text.unresolved", 3),
        ("Itâ€™s", "text.garbled", 3),
        ("CafÃ© so", "text.garbled", 4),
        ("A \ufffd b", "text.garbled", 3),
    ],
)
def test_what_was_left_over_is_told(text: str, code: str, column: int) -> None:
    assert [(code, column)] == [(found, at) for found, _, at in faults(text)]


@pytest.mark.parametrize(
    "prose",
    [
        "Article XXX and Chapter XXX.",
        "In the form XXX-YYY or DD-XXX.",
        "TK Maxx opened.",
        "À Â côté, IRMÃ, PÃO.",
        "****\n\nA\n\n* * *",
    ],
)
def test_numbers_names_and_rules_are_not_left_over(prose: str) -> None:
    assert faults(prose) == []


def test_a_word_of_the_language_is_no_reminder() -> None:
    assert html_of("TODO el mundo", "es") == "<p>TODO el mundo</p>"
    assert [problem.code for problem in written("TODO el mundo", "en")[1]] == ["text.reminder"]


def test_a_message_repeats_no_more_than_the_beginning_of_what_it_is_about() -> None:
    (problem,) = written("So [[" + "x + " * 40 + "y]].")[1]
    assert len(problem.message) < 120 and "…" in problem.message


def test_a_number_sign_in_a_message_is_as_it_was_typed() -> None:
    assert written("#. An entry")[1][0].message.startswith("#. is markup")


def test_what_pandoc_would_number_or_hand_to_another_format_is_told_as_that() -> None:
    _, problems = written("(@) Oak.\n\n```{=latex}\n\\hrule\n```\n")
    assert [(problem.code, problem.message) for problem in problems] == [
        ("markup.directive", "(@) is an example that Pandoc would number, and is printed as typed"),
        ("markup.chunk", "“```{=latex}” is text for another format (latex), and is printed as it is"),
    ]
