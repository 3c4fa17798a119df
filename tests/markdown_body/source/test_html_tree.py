"""The tree: HTML in, balanced HTML out."""

from __future__ import annotations

import pytest

from issuebrief.markdown_body.source.html_tree import (
    Element,
    Text,
    element,
    parse,
    serialise,
    text_of,
    walk,
)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a &amp; b &lt; c</p>", "<p>a &amp; b &lt; c</p>"),
        ('<a title="&quot;x&quot;">y</a>', '<a title="&quot;x&quot;">y</a>'),
        ("<p>a<br>b<br/>c</p>", "<p>a<br>b<br>c</p>"),
        ("<p><b>a<i>b</p>c", "<p><b>a<i>b</i></b></p>c"),
        ("a</p>b", "ab"),
        ("<input disabled>", "<input disabled>"),
        ("<script>a < b && c</script>", "<script>a < b && c</script>"),
        ("<html><body>a</body></html>", "a"),
        ("<!-- gone -->a", "a"),
        ("<svg><path/>x</svg>", "<svg><path></path>x</svg>"),
    ],
)
def test_every_element_is_closed(html: str, expected: str) -> None:
    assert serialise(parse(html).children) == expected


def test_walking_follows_the_text() -> None:
    root = parse("<a><b></b><c><d></d></c></a><e></e>")
    assert [found.tag for found in walk(root)] == ["a", "b", "c", "d", "e"]


def test_text_leaves_note_marks_out() -> None:
    mark = element("a", {"class": "note-mark"}, "1")
    assert text_of(Element("p", {}, [Text("word"), mark, element("b", {}, "!")])) == "word!"
