"""Letters measured as they will be drawn, and pieces of a text from the letters of the whole."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

import pytest
from composing import compose, leaves
from weasyprint.text.line_break import create_layout

from issuebrief.layout.paragraphs import text_metrics
from issuebrief.layout.paragraphs.glyph_runs import shaped_items
from issuebrief.layout.paragraphs.text_metrics import TOLD_BY, TextMetrics

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = [
    "Nobody on the quay speaks",
    "AVATAR To. Wa. Ty",
    "official waffles, flying fjords, after the rift of five sheriffs",
    "e\u0301tude na\u0308ive",
    "\u65e5\u672c\u8a9e",
    "letters and \u65e5\u672c\u8a9e and letters",
    "zero\u200bwidth soft\u00adhyphen",
    "https\u2060:\u2060/\u2060/\u200bwww\u200b.\u2060example\u200b.\u2060org\u200b/\u2060waves",
    "no\u00a0break \u2014 dash, \u201cquotes.\u201d Why?",
]


def leaf_of(tmp_path: Path, text: str, style: str = "") -> Any:
    """The one text box of a paragraph that is set in one line."""
    (line,) = compose(tmp_path, f"<p>{text}</p>", f"p {{ {style} }}").lines
    (leaf,) = leaves(line)
    return leaf


@pytest.mark.parametrize("text", TEXTS)
def test_the_letters_of_a_text_are_together_as_wide_as_the_text(tmp_path: Path, text: str) -> None:
    leaf = leaf_of(tmp_path, text)
    widths = TextMetrics().letters(leaf.text, leaf.style).widths
    assert len(widths) == len(leaf.text)
    assert sum(widths) == pytest.approx(TextMetrics().width(leaf.text, leaf.style), abs=0.05)
    assert all(width >= 0 for width in widths)


def test_the_letters_of_a_ligature_share_its_width_and_its_glyph(tmp_path: Path) -> None:
    leaf = leaf_of(tmp_path, "office")
    letters = TextMetrics().letters(leaf.text, leaf.style)
    assert letters.widths[1] == letters.widths[2] > 0
    assert sum(letters.glyphs) == TextMetrics().measure(leaf.text, leaf.style).glyphs < len("office")
    assert 0 in letters.begins[1:4]


def test_a_combining_mark_takes_no_room(tmp_path: Path) -> None:
    leaf = leaf_of(tmp_path, "xe\u0301x")
    assert TextMetrics().letters(leaf.text, leaf.style).widths[2] == pytest.approx(0)


@pytest.mark.parametrize(
    "style", ["", "color: red", "font-size: 1.3em", "letter-spacing: 1px", "text-decoration: underline"]
)
def test_a_style_has_its_own_face_where_it_says_anything_of_letters(tmp_path: Path, style: str) -> None:
    (line,) = compose(tmp_path, "<p>one <i>two</i></p>", f"i {{ font-style: inherit; {style} }}").lines
    plain, inner = (leaf.style for leaf in leaves(line))
    metrics = TextMetrics()
    looks = [[repr(one[key]) for key in TOLD_BY] for one in (plain, inner)]
    assert (metrics.face(inner) is metrics.face(plain)) is (looks[0] == looks[1])
    assert (looks[0] == looks[1]) is (style in ("", "color: red"))


def test_a_style_that_was_changed_by_hand_has_its_own_face(tmp_path: Path) -> None:
    style = leaf_of(tmp_path, "one").style
    other = style.copy()
    other["font_size"] = style["font_size"] * 2
    metrics = TextMetrics()
    assert metrics.face(other) is not metrics.face(style)
    assert metrics.width("one", other) == pytest.approx(2 * metrics.width("one", style), rel=0.05)


@pytest.mark.parametrize("style", ["", "letter-spacing: 0.1em", "word-spacing: 3px", "font-style: italic"])
@pytest.mark.parametrize("text", TEXTS)
def test_each_piece_is_as_pango_measures_it_by_itself(tmp_path: Path, text: str, style: str) -> None:
    leaf = leaf_of(tmp_path, text, style)
    metrics = TextMetrics()
    letters = metrics.letters(leaf.text, leaf.style)
    for start in range(0, len(leaf.text), 3):
        for end in range(start + 1, len(leaf.text) + 1):
            piece = leaf.text[start:end]
            found, right = (
                metrics.piece(piece, leaf.style, letters, start),
                metrics.measure(piece, leaf.style),
            )
            assert found.width == pytest.approx(right.width, abs=0.01), piece
            assert found[2:] == pytest.approx(right[2:]), piece
            assert found.layout.text == right.layout.text


def test_a_layout_is_kept_until_its_line_has_been_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaf = leaf_of(tmp_path, "apart", "letter-spacing: 0.1em")
    made: list[weakref.ref[Any]] = []

    def noted(*given: Any) -> Any:
        layout = create_layout(*given)
        made.append(weakref.ref(layout))
        return layout

    def read(line: Any) -> Any:
        assert made[-1]() is not None
        return shaped_items(line)

    face = TextMetrics().face(leaf.style)
    monkeypatch.setattr(text_metrics, "create_layout", noted)
    monkeypatch.setattr(text_metrics, "shaped_items", read)
    assert len(face.letter_widths("apart")) == len("apart")
    assert len(made) == 1


def test_styles_that_set_letters_alike_share_a_face_and_others_do_not(tmp_path: Path) -> None:
    body = "<p>one</p><p style='color: red'>two</p><p><i>three</i></p><p style='font-size: 15px'>four</p>"
    first, second, italic, larger = (
        line_leaf.style for line in compose(tmp_path, body).lines for line_leaf in leaves(line)
    )
    metrics = TextMetrics()
    assert first is not second
    assert metrics.face(first) is metrics.face(second)
    assert len({id(metrics.face(style)) for style in (first, italic, larger)}) == 3


def test_what_was_measured_is_forgotten_before_it_fills_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("issuebrief.layout.paragraphs.text_metrics.MOST_LETTERS", 10)
    leaf = leaf_of(tmp_path, "word")
    metrics = TextMetrics()
    for text in ("abcdef", "ghijkl", "mnopqr"):
        metrics.letters(text, leaf.style)
    assert list(metrics.face(leaf.style).texts) == ["mnopqr"]
