"""Asterisks within words stand for themselves, unless they belong to emphasis."""

from __future__ import annotations

import pytest
from written import html_of


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Die Lots*innen und Köch*innen", "Die Lots*innen und Köch*innen"),
        ("Jede*r und ein*e Schüler*in", "Jede*r und ein*e Schüler*in"),
        ("*Alle Lots*innen dort*", "<em>Alle Lots*innen dort</em>"),
        ("**Köch*innen** und so", "<strong>Köch*innen</strong> und so"),
        ("f*x and g*y", "f*x and g*y"),
        ("The *bold*ness of it", "The <em>bold</em>ness of it"),
        ("An un*believ*able **s**hip", "An un<em>believ</em>able <strong>s</strong>hip"),
        ("On ____/____/____ or __.__", "On ____/____/____ or __.__"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("它是一個**與 SEO 並列的學科**。不", "它是一個<strong>與 SEO 並列的學科</strong>。不"),
        (
            "**誘導型 UI** は**強制型 UI** より",
            "<strong>誘導型 UI</strong> は<strong>強制型 UI</strong> より",
        ),
        (
            "對**所有 provider** 發出，GEO**不是 SEO**",
            "對<strong>所有 provider</strong> 發出，GEO<strong>不是 SEO</strong>",
        ),
        ("제**2조 1항**은 ที่**มี ความ**สุข", "제<strong>2조 1항</strong>은 ที่<strong>มี ความ</strong>สุข"),
        ("這是**重點沒有結束", "這是**重點沒有結束"),
    ],
)
def test_an_asterisk_within_a_word_is_emphasis_only_where_it_has_a_partner(typed: str, shown: str) -> None:
    assert html_of(typed) == f"<p>{shown}</p>"
