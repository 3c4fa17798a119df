"""Which letters a page sets in which face."""

from __future__ import annotations

from issuebrief.layout.fonts.glyph_usage import letters_in_use
from issuebrief.theming.font_faces import FaceQuery


def used(body: str, css: str) -> dict[FaceQuery, set[str]]:
    found = letters_in_use(f'<html lang="en"><body>{body}', f"body {{ font: 400 16px Text, serif }} {css}")
    return {cut: letters.all for cut, letters in found.items()}


TEXT = FaceQuery(("Text", "serif"), "normal", 400)


def test_letters_are_counted_in_the_cut_that_the_cascade_gives_them() -> None:
    assert used("<p>ab <em>cd</em> e <strong>f</strong></p>", "strong { font-weight: 600 }") == {
        TEXT: set("ab e"),
        FaceQuery(("Text", "serif"), "italic", 400): set("cd"),
        FaceQuery(("Text", "serif"), "normal", 600): set("f"),
    }


def test_faces_may_be_named_by_tokens() -> None:
    css = ":root { --face: 'Other Face', serif } p { font-family: var(--face) }"
    assert used("<p>a</p>", css) == {FaceQuery(("Other Face", "serif"), "normal", 400): {"a"}}


def test_what_style_sheets_add_is_counted_too() -> None:
    assert used("<p>a</p>", "p::before { content: '«' } p::after { content: '»'; font-style: italic }") == {
        TEXT: {"a", "«"},
        FaceQuery(("Text", "serif"), "italic", 400): {"»"},
    }


def test_lists_have_numbers_and_marks() -> None:
    (letters,) = used("<ul><li>a</ul>", "ul { list-style-type: '–' }").values()
    assert {"a", "–", "0", "9", "."} <= letters


def test_small_letters_that_are_shown_as_capitals_are_both() -> None:
    assert used("<p>aß</p>", "p { text-transform: uppercase }") == {TEXT: set("aßAS")}


def test_what_is_not_shown_is_not_counted() -> None:
    assert used("<p>a</p><p class=x>b</p><!-- c -->", ".x { display: none }") == {TEXT: {"a"}}


def test_superiors_are_told_apart() -> None:
    page = '<html lang="en"><body><p>a<sup>1</sup>'
    found = letters_in_use(page, "p { font: 16px Text } sup { font-variant-position: super }")
    ((_, letters),) = found.items()
    assert (letters.all, letters.superior) == ({"a", "1"}, {"1"})


def test_rules_in_media_queries_change_nothing() -> None:
    assert used("<p>a</p>", "@media (min-width: 9px) { p { font-style: italic } }") == {TEXT: {"a"}}
