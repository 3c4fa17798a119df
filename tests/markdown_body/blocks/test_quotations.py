"""Quotations: who is quoted, and where one ends and the next begins."""

from __future__ import annotations

import pytest
from written import html_of, written

SAID = "<blockquote>\n<p>We go.</p>\n"


@pytest.mark.parametrize(
    ("quotation", "author"),
    [
        ("> We go.\n> — Doe, 2021", "— Doe, 2021"),
        ("> We go.\n>\n> — Doe", "— Doe"),
        ("> We go.\n> --- Doe, *Tides*", "— Doe, <em>Tides</em>"),
        ("> We go.\\\n> – Doe", "– Doe"),
        ("> We go.  \n> ― Doe", "― Doe"),
        ("> We go.\n>\n> <cite>Doe</cite>", "<cite>Doe</cite>"),
        ("::: epigraph\nWe go.\n\n— Doe\n:::", "— Doe"),
        ("::: {.quote}\nWe go.\n— Doe\n:::", "— Doe"),
    ],
)
def test_the_author_of_a_quotation_has_a_line(quotation: str, author: str) -> None:
    assert html_of(quotation).startswith(f'{SAID}<p class="attribution">{author}</p>')


def test_the_note_of_an_author_stays_with_the_name() -> None:
    html = html_of("> We go.\n> — Doe[^a]\n\n[^a]: Note.\n")
    assert '<p class="attribution">— Doe<a class="note-mark"' in html


@pytest.mark.parametrize(
    "quotation",
    [
        "> The harbour\n> — a port — is closed.",
        "> We go\n> — and come.",
        "> — Yes?\n>\n> — No, said he.",
        "> — We go.",
        "> We go.\n> - 5 of us",
        "> We go.\n>\n> — Who?",
    ],
)
def test_a_dash_of_the_sentence_or_of_speech_names_nobody(quotation: str) -> None:
    assert "attribution" not in written(quotation)[0].html


def test_a_quotation_below_an_author_is_another() -> None:
    html = html_of("> We go.\n> — Doe\n\n> We stay.\n> — Roe\n")
    assert html.count("<blockquote>") == 2
    assert html.index("Doe") < html.index("</blockquote>") < html.index("We stay")


def test_paragraphs_of_one_quotation_may_be_parted_by_an_empty_line() -> None:
    assert html_of("> We go.\n\n> We stay.\n").count("<blockquote>") == 1
