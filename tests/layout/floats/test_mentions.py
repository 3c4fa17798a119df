"""Where figures and tables are first mentioned."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring

import pytest

from issuebrief.layout.floats.mentions import first_mentions


def figure(number: int, label: str = "Figure") -> Element:
    return fromstring(
        f'<figure id="fig-{number}"><figcaption><span class="label">{label} {number}</span> Words.'
        "</figcaption></figure>"
    )


def texts(*paragraphs: str) -> list[tuple[int, Element]]:
    return [(10 + n, fromstring(f"<p>{text}</p>")) for n, text in enumerate(paragraphs)]


def test_a_link_is_a_mention_and_so_is_the_label() -> None:
    found = first_mentions(
        [figure(1), figure(2), figure(3)],
        texts("Nothing.", 'As <a href="#fig-2">shown</a>.', "As Figure\N{NO-BREAK SPACE}1 shows."),
    )
    assert [mention and mention[0] for mention in found] == [12, 11, None]


def test_the_first_mention_counts() -> None:
    found = first_mentions([figure(1)], texts("See Figure 1.", "And Figure 1 again."))
    assert found == [pytest.approx((10, 4 / 13))]


def test_a_number_is_taken_whole() -> None:
    found = first_mentions([figure(1), figure(12)], texts("See Figure 12 and Figure 1."))
    assert found[1] == pytest.approx((10, 4 / 27))
    assert found[0] is not None and found[1] is not None
    assert found[0][1] > found[1][1]


def test_labels_are_those_of_the_language() -> None:
    found = first_mentions([figure(2, "Abbildung")], texts("Das zeigt Abbildung 2.", "Figure 2"))
    assert [mention and mention[0] for mention in found] == [10]


def test_a_caption_that_names_its_own_figure_mentions_nothing() -> None:
    one = figure(1)
    assert first_mentions([one], [(3, one)]) == [None]
