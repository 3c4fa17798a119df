"""The passages of a text, each of which stands in print in one piece."""

from __future__ import annotations

from issuebrief.preflight.wording.bare_text import bare
from issuebrief.preflight.wording.source_words import passages


def test_code_right_below_a_caption_is_a_passage_of_its_own() -> None:
    typed = "Of tides.\n\n![A](a.png)\n:   A harbour\n```\nx = 1\n```\nAnd more."
    assert [bare(passage.text) for passage in passages(typed)] == ["oftides.", "aharbour", "x=1", "andmore."]


def test_code_that_an_entry_or_a_note_begins_with_is_all_printed() -> None:
    typed = "10. ```py\n    *x*\n    ```\n\nText.[^a]\n\n[^a]: ```\n    y [^b]\n    ```"
    assert [bare(passage.text) for passage in passages(typed)] == ["10.", "x", "text.", "yb"]


def test_a_caption_right_below_a_table_is_a_passage_of_its_own() -> None:
    typed = "| Port | Depth |\n| --- | --- |\n| Riga | 12 |\n: Depths of ports.\n\nMore."
    assert [bare(passage.text) for passage in passages(typed)][1:] == ["riga12", "depthsofports.", "more."]


def test_words_of_a_caption_in_braces_have_attributes_that_are_not_printed() -> None:
    typed = '| A |\n|---|\n| 1 |\n{#t caption="Of [Länder]{lang=de}" source="*Die Zeit*{lang=de}"}'
    assert [bare(passage.text) for passage in passages(typed)][-2:] == ["ofländer", "diezeit"]
