"""Whatever a paragraph holds and however narrow it is set, nothing is lost and nothing stands out."""

from __future__ import annotations

import html
import tempfile
from pathlib import Path
from typing import Any

import pytest
from composing import NEAR, compose, hang, leaves
from examples import examples, further
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from weasyprint.formatting_structure import boxes

LATIN = (
    "a of the ship harbour considerations uncharacteristically well-known \u201cso\u201d end. office \u2014 "
    "12\u00a0km J.\u00a0R. https://\u200bexample.\u200borg/\u200bpath e\u0301tude z\u0323\u0301 \u2013"
)
OTHER_SCRIPTS = (
    "\u65e5\u672c\u8a9e\u306e\u6587\u7ae0\u3002 \ud55c\uad6d\uc5b4 \u05e9\u05dc\u05d5\u05dd "
    "\u0645\u0631\u062d\u0628\u0627 \u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35 \U0001f600 \u2708\ufe0f "
    "\U0001f469\u200d\U0001f467"
)
WORDS = st.one_of(
    st.sampled_from(LATIN.split(" ")),
    st.sampled_from(OTHER_SCRIPTS.split(" ")),
    st.sampled_from(
        [
            "\u200b",
            "a\u200b\u200bb",
            "wa\u00adter\u00adfalls",
            "\u2060",
            "\t",
            "\n",
            "\u00a0",
            "\u00a0\u00a0x",
        ]
    ),
    st.text("abcdefghijklmnop", min_size=1, max_size=40),
    st.text(st.characters(categories=["Ll", "Lu", "Mn", "Po", "Nd", "Pd"], max_codepoint=0x17F), max_size=12),
)
LEAVES = st.lists(WORDS, min_size=1, max_size=12).flatmap(
    lambda words: st.sampled_from([" ", " ", " ", "", "-"]).map(lambda gap: html.escape(gap.join(words)))
)
INLINES = st.recursive(
    LEAVES,
    lambda inner: st.tuples(
        st.sampled_from(["i", "b", "a href='#x'", "code", "span style='padding: 0 2px'", "span class=mark"]),
        st.lists(inner, max_size=3).map(" ".join),
    ).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split(' ')[0]}>"),
    max_leaves=5,
)
BREAKS = st.sampled_from(["", " ", "<br>", "<span id=m></span>"])
PARAGRAPHS = st.lists(st.tuples(INLINES, BREAKS), min_size=1, max_size=3).map(
    lambda parts: "".join(text + gap for text, gap in parts)
)
WIDTHS = st.sampled_from([15, 27, 60, 110, 230])
WRAPS = st.sampled_from(["normal", "break-word"])
UNSEEN = "-\u2010\u200b\u00ad"


def said(lines: list[Any]) -> str:
    """All letters, without spaces and without hyphens, of which some were added."""
    text = "".join(leaf.text for line in lines for leaf in leaves(line))
    return "".join(letter for letter in text if not letter.isspace() and letter not in UNSEEN)


def widest(lines: list[Any], hanging: bool) -> float:
    """The width of the widest line, without what hangs out."""
    return max((line.width - (hang(line) if hanging else 0.0) for line in lines), default=0.0)


def check(body: str, width: int, wrap: str, align: str) -> None:
    style = f"p {{ width: {width}px; overflow-wrap: {wrap}; text-align: {align} }} "
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        composed = compose(folder, f"<p>{body}</p>", style)
        greedy = compose(folder, f"<p>{body}</p>", style + "p { --compose: greedy }")
        assert said(composed.lines) == said(greedy.lines)
        assert widest(composed.lines, True) <= max(width, widest(greedy.lines, False)) * 1.001 + NEAR
        marks = [
            sum(
                isinstance(box, boxes.InlineBox) and box.element.get("id") == "m"
                for line in setting.lines
                for box in line.descendants()
            )
            for setting in (composed, greedy)
        ]
        assert marks[0] == marks[1]


@settings(
    max_examples=examples(80), deadline=8000, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(PARAGRAPHS, WIDTHS, WRAPS)
def test_justified(body: str, width: int, wrap: str) -> None:
    check(body, width, wrap, "justify")


@settings(
    max_examples=examples(80), deadline=8000, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(PARAGRAPHS, WIDTHS, WRAPS)
def test_ragged(body: str, width: int, wrap: str) -> None:
    check(body, width, wrap, "left")


@pytest.mark.parametrize(
    ("body", "width"),
    [
        ("<code>\u05e9\u05dc\u05d5\u05dd :::</code>", 15),
        *further(
            ("<code>\u05e9\u05dc\u05d5\u05dd:::</code>", 15),
            ("<code>(\u05e9\u05dc\u05d5\u05dd)::::;;;;</code>", 27),
            ("<code>\u05e9\u05dc\u05d5\u05dd \U0001f600 ::</code>", 27),
            ("<code>abc ::: \u05e9\u05dc\u05d5\u05dd ;;; 123</code>", 27),
        ),
    ],
)
def test_signs_that_follow_another_script_fit_lines_of_their_own(body: str, width: int) -> None:
    check(body, width, "break-word", "left")


LONG = {
    "one word": "x" * 3000,
    "many words": "word " * 1500,
    "no spaces": "\u65e5" * 1500,
    "breaks everywhere": "a\u200b" * 1500,
    "many boxes": "<i>a</i>" * 400,
    "many hyphens": "considerations-" * 200,
}


@pytest.mark.parametrize("wrap", ["normal", "break-word"])
@pytest.mark.parametrize("align", ["justify", "left"])
@pytest.mark.parametrize("body", LONG.values(), ids=LONG.keys())
def test_long_paragraphs_come_to_an_end(body: str, align: str, wrap: str) -> None:
    style = f"p {{ width: 60px; overflow-wrap: {wrap}; text-align: {align} }}"
    with tempfile.TemporaryDirectory() as name:
        setting = compose(Path(name), f"<p>{body}</p>", style)
        plain = (
            body.replace("<i>", "")
            .replace("</i>", "")
            .translate({ord(letter): None for letter in UNSEEN + " "})
        )
        assert said(setting.lines) == plain
