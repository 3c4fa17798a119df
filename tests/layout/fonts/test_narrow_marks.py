"""Marks of Chinese and Japanese in a face for Latin letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from issuebrief.frontmatter.source import Source
from issuebrief.layout.fonts.narrow_marks import narrow_marks

LATIN, HAN = "Source Serif 4", "Noto Serif SC"


def told(body: str, lang: str, letters: dict[str, str]) -> list[tuple[str, int, int]]:
    text = f"---\ntitle: T\n---\n{body}"
    source = Source(Path("brief.md"), text, "title: T\n", 2, body, 4)
    found = narrow_marks(letters, lang, source)
    return [(each.message, each.place.line, each.place.column) for each in found if each.place]


@pytest.mark.parametrize(
    ("lang", "body", "marks"),
    [
        ("zh-CN", "他说\n他说，“你好”——吗？", "“ ” —"),
        ("zh", '"你好"吗……', "“ ” …"),
        ("ja", "そして……終わり。“Yes”", "…"),
    ],
)
def test_marks_that_a_latin_face_sets_are_told_where_they_stand(lang: str, body: str, marks: str) -> None:
    ((message, line, column),) = told(body, lang, {LATIN: "abc“”…—", HAN: "你好终"})
    assert message == f"“{LATIN}” sets {marks}, which are narrow beside letters of “{HAN}”"
    assert body.split("\n")[line - 4][column - 1] in '“"…'


@pytest.mark.parametrize(
    ("lang", "body", "letters"),
    [
        ("zh", "他说“你好”", {LATIN: "abc", HAN: "你好“”"}),
        ("zh", "他说 see “Energy”", {LATIN: "abc“”", HAN: "他说"}),
        ("ko", "그는 “네”", {LATIN: "“”", HAN: "中"}),
        ("en", "a “你好”", {LATIN: "“”", HAN: "你好"}),
        ("zh", "他说“你好”", {LATIN: "“”"}),
    ],
)
def test_nothing_is_told_of_others(lang: str, body: str, letters: dict[str, str]) -> None:
    assert told(body, lang, letters) == []
