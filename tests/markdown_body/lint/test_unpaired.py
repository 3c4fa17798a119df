"""Brackets and quotation marks that stand alone."""

from __future__ import annotations

import pytest
from written import written


def told(text: str, lang: str = "en") -> list[tuple[str, int, str]]:
    found = written(text, lang)[1]
    return [(each.message.split(" ")[0], each.place.column, each.message[-1]) for each in found if each.place]


@pytest.mark.parametrize(
    ("text", "lang", "word", "column", "mark"),
    [
        ("The quay (see there is wet.", "en", "nothing", 10, "("),
        ("The quay, see there) is wet.", "en", "nothing", 20, ")"),
        ("- a) One\n- b) Two (of these", "en", "nothing", 10, "("),
        ('He said "it is wet.', "en", "one", 9, '"'),
        ("He said “it is wet.", "en", "nothing", 9, "“"),
        ("He said it is wet.” And “more”.", "en", "nothing", 19, "”"),
        ("Er sagte „es ist nass.", "de", "nothing", 10, "„"),
        ("Il dit « c’est mouillé.", "fr", "nothing", 8, "«"),
        ("港は（小さい。", "ja", "nothing", 3, "（"),
        ("「港は小さい。", "ja", "nothing", 1, "「"),
    ],
)
def test_a_mark_that_stands_alone_is_told(text: str, lang: str, word: str, column: int, mark: str) -> None:
    assert told(text, lang) == [(word, column, mark)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("a) One and b) two, 3) three (so (it) is).", "en"),
        ("It smiles :) and :-( or ;) again.", "en"),
        ("It smiles (so :) they say) again.", "en"),
        ("مراجعة:( هل تحتاج؟ ) والثانية:(مثال).", "ar"),
        ("Two kinds:(one) and the other;(two).", "en"),
        ("A board of 5\" and one of 6'.", "en"),
        ("An interval [0, 1) or (2; 5] of it.", "en"),
        ("“A long quotation.\n\n“It goes on.”", "en"),
        ('"A long quotation.\n\n"It goes on."', "en"),
        ("A remark (which is long.\n\nIt goes on) and ends.", "en"),
        ("See <https://example.org/a(b> and [x](https://example.org/a_(b)_c).", "en"),
        ('It is `f(x` and \\"so\\" on.', "en"),
        ("Das „Wort“ und »ein anderes«, in English “a word”.", "de"),
        ("Il dit « oui » et «non».", "fr"),
        ('Han sa "ja" och ”nej”.', "sv"),
        ("港（小さい)は「古い『町』」。1）船", "ja"),
    ],
)
def test_marks_that_are_meant_are_not(text: str, lang: str) -> None:
    assert told(text, lang) == []
