"""Lists in HTML that Word wrote."""

from __future__ import annotations

from written import faults, written


def entry(level: int, sign: str, words: str) -> str:
    return (
        f"<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level{level} lfo1'>"
        "<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>"
        f"{sign}<span style='font:7.0pt \"Times\"'>&nbsp;&nbsp; </span></span></span><![endif]>{words}</p>"
    )


def html_of_entries(*entries: tuple[int, str, str], gap: str = "\n") -> str:
    return written(gap.join(entry(*each) for each in entries))[0].html


def test_paragraphs_with_bullets_are_a_list() -> None:
    html = html_of_entries((1, "·", "One <b>quay</b>"), (1, "·", "Two"))
    assert html == "<ul><li>One <b>quay</b></li><li>Two</li></ul>"


def test_numbers_keep_their_kind_and_their_first() -> None:
    html = html_of_entries((1, "3.", "Three"), (2, "a)", "A"), (2, "b)", "B"), (1, "4.", "Four"), gap="\n\n")
    assert html == '<ol start="3"><li>Three<ol type="a"><li>A</li><li>B</li></ol></li><li>Four</li></ol>'
    roman = html_of_entries((1, "iv.", "Four"), (1, "v.", "Five"))
    assert roman.startswith('<ol type="i"')


def test_a_list_of_another_kind_and_a_paragraph_end_a_list() -> None:
    assert html_of_entries((1, "·", "One"), (1, "1.", "Two")) == "<ul><li>One</li></ul><ol><li>Two</li></ol>"
    text = entry(1, "·", "One") + "\n\nWords.\n\n" + entry(1, "·", "Two")
    assert written(text)[0].html.count("<ul>") == 2


def test_a_number_of_several_levels_stays_as_it_is_typed() -> None:
    assert "1.2." in html_of_entries((2, "1.2.", "Words"))


def test_the_html_is_still_told() -> None:
    assert [code for code, *_ in faults(entry(1, "·", "One"))] == ["text.unresolved"]
