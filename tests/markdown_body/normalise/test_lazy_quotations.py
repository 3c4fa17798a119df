"""Quotations with lines that lack their sign, pull-quotes between colons, links beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import facts_of
from written import html_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_list_below_a_lazy_line_of_a_quotation_is_a_list() -> None:
    html = html_of("> One\ngoes on\n> - two\n> - three\n\nText.")
    assert html.count("<li>") == 2
    assert "<p>One\ngoes on</p>" in html
    assert html.endswith("</blockquote>\n<p>Text.</p>")


@pytest.mark.parametrize("fence", ["::: pull-quote", ":::{.pull-quote}", "::: {.pullquote}"])
def test_a_pull_quote_between_colons_stands_beside_its_passage(tmp_path: Path, fence: str) -> None:
    body = f"Many a tide goes out at noon.\n\n{fence}\nA tide goes out.\n:::\n\nNo more of it."
    facts = facts_of(tmp_path, body)
    (quote,) = [line for line in facts.lines if line.text.startswith("A tide goes")]
    (text,) = [line for line in facts.lines if line.text.startswith("Many a tide")]
    assert quote.x < text.x


def test_links_beside_each_other_are_both_printed(tmp_path: Path) -> None:
    body = "[Doe] [Roe] [Doe] and [text][Roe].\n\n[Doe]: https://example.org/d\n[Roe]: https://example.org/r"
    assert "Doe Roe Doe and text." in " ".join(facts_of(tmp_path, body).text.split())
