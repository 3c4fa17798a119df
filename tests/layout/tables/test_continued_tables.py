"""Tables that go on say so, and what is repeated is not read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of, paragraph

if TYPE_CHECKING:
    from pathlib import Path

ROWS = "".join(f"| Harbour {number} | {number}.5 |\n" for number in range(1, 91))
LONG = f"| Port | Tonnes |\n|---|---|\n{ROWS}\nTable: Cargo. {{#tab-cargo}}\n"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Table\u00a01 (continued)"),
        ("de", "Tabelle\u00a01 (Fortsetzung)"),
        ("sv", "Tabell\u00a01 (fortsättning)"),
    ],
)
def test_a_table_that_goes_on_says_so_in_the_language(tmp_path: Path, lang: str, words: str) -> None:
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{LONG}\n{paragraph(2)}", lang=lang)
    copied = "".join(facts.copied(page) for page in range(2)).replace(" ", "\u00a0")
    assert copied.count(words.replace(" ", "\u00a0")) >= 1


def test_a_table_that_goes_on_says_so_in_the_words_of_the_brief(tmp_path: Path) -> None:
    labels = {"table": "Grid", "continued": "overleaf"}
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{LONG}\n{paragraph(2)}", labels=labels)
    copied = "".join(facts.copied(page) for page in range(2)).replace("\u00a0", " ")
    assert "Grid 1 (overleaf)" in copied and "continued" not in copied


def test_no_row_stands_alone_at_an_end(tmp_path: Path) -> None:
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{LONG}\n{paragraph(2)}")
    heads = [line for page in range(2) for line in facts.on(page) if line.text == "Port"]
    assert len(heads) >= 2
    for head in heads:
        rows = [line for line in facts.on(head.page) if line.text.startswith("Harbour")]
        assert len([row for row in rows if abs(row.x - head.x) < 1]) >= 2


def test_a_short_table_says_nothing(tmp_path: Path) -> None:
    short = "| Port | Tonnes |\n|---|---|\n| North | 7.5 |\n\nTable: Cargo. {#tab-cargo}\n"
    facts = facts_of(tmp_path, f"{paragraph(1)}\n\n{short}\n{paragraph(2)}")
    assert "continued" not in facts.copied(0)
