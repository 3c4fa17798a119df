"""Macros of other programs within a line are told, and prose is none of them."""

from __future__ import annotations

import pytest
from written import faults


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("A link:https://a.org[port] here", "markup.directive", 3),
        ("A xref:port[port] here", "markup.directive", 3),
        ("The https://a.org[port] here", "markup.parted-link", 5),
        ("The [https://a.org port] here", "markup.parted-link", 5),
        ('The "port":https://a.org here', "markup.parted-link", 5),
        ("See <<port,the port>> here", "markup.directive", 5),
        ("It rose.[1]_ Then", "markup.directive", 9),
        ("__NOTOC__", "markup.directive", 1),
        ("bq. It rose.", "markup.directive", 1),
        ("; Port\n: A place", "markup.directive", 1),
        ("A //calm// sea", "markup.directive", 3),
        ("A ``calm'' sea", "markup.tex", 3),
        ("As Fig.~3 has it", "markup.tex", 4),
        ("So {# remark #} on", "markup.short-code", 4),
        ("So ${name} on", "markup.short-code", 4),
        ("So %NAME% on", "markup.short-code", 4),
        ("So &mdash on", "text.unresolved", 4),
        ("So &amp;nbsp; on", "text.unresolved", 4),
        ("It=E2=80=99s", "text.garbled", 3),
        ("So.\\nThen", "text.garbled", 4),
    ],
)
def test_a_macro_is_told_with_its_place(text: str, code: str, column: int) -> None:
    assert faults(text) == [(code, 1, column)]


def test_a_cell_that_is_to_be_joined_with_the_one_above_is_told() -> None:
    rows = "| Port | Gauge |\n|---|---|\n| Quay | 1 |\n| ^^ | 2 |\n|^^| 3^^4 |\n"
    assert faults(rows) == [("markup.directive", 4, 3), ("markup.directive", 5, 2)]


def test_both_marks_between_two_versions_are_told() -> None:
    found = faults("One\n\n<<<<<<< mine\n\nTwo\n\n>>>>>>> theirs\n")
    assert [(code, line) for code, line, _ in found] == [
        ("markup.tracked-change", 3),
        ("markup.tracked-change", 7),
    ]


@pytest.mark.parametrize(
    "prose",
    [
        "See https://a.org[^a] there.\n\n[^a]: A note.",
        "See <https://a.org//b//c> and and/or, 5 // 6 // 7 of it.",
        "AT&T and R&D; a & b, x &amp; y, S&P500 and Q&A.",
        "From 50% TO 60% IN A YEAR, and 5 %A.",
        "Image: [a view](https://a.org) and link: [b](https://a.org).",
        "It took << 5 s and >> 3 s; a << b.",
        "In C:\\new and \\\\server\\name they lie.",
        "A tilde ~5, ca.~ and so.",
    ],
)
def test_prose_is_none_of_it(prose: str) -> None:
    assert faults(prose) == []
