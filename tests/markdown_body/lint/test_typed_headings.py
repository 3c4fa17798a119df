"""Headings that are typed as paragraphs."""

from __future__ import annotations

import pytest
from written import faults, written

PROSE = "The harbour lies at the mouth of the river, and most of its quays are low."


@pytest.mark.parametrize("heading", ["**{}**", "__{}__", "<b>{}</b>", "<strong>{}</strong>"])
def test_bold_lines_above_paragraphs_are_told_once(heading: str) -> None:
    text = "\n\n".join(
        (heading.format("Who pays?"), PROSE, heading.format("1. Ends"), PROSE, "*Light*", PROSE)
    )
    (problem,) = written(text)[1]
    assert (problem.code, problem.hint) == ("markup.heading-like", "write ## Who pays?")
    assert "“1. Ends” (line 8), “Light” (line 12)" in problem.message


def test_code_in_a_heading_is_told_as_it_is_typed() -> None:
    (problem,) = written(f"**Berths of `quay-7` and `*`**\n\n{PROSE}")[1]
    assert problem.hint == "write ## Berths of `quay-7` and `*`"
    assert problem.message.startswith("“Berths of `quay-7` and `*`” looks like")


@pytest.mark.parametrize("heading", ["*{}*", "_{}_", "<u>{}</u>", "2.1 {}"])
def test_light_lines_are_told_where_there_are_several(heading: str) -> None:
    one = f"{heading.format('Ports')}\n\n{PROSE}"
    assert faults(one) == []
    assert faults(f"{one}\n\n{one}") == [("markup.heading-like", 1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        f"**Ports.** {PROSE}",
        f"**{PROSE}**\n\n{PROSE}",
        f"**Ports:**\n\n{PROSE}",
        f"{PROSE}\n\n**Anna Berg**",
        f"**Ports.**\n\n{PROSE}",
        f"**港口很小。**\n\n{PROSE}",
        f"**घाट।**\n\n{PROSE}",
        f"## Ports\n\n{PROSE}\n\nNATO\n\n{PROSE}",
        f"Порты моря\n\n{PROSE}\n\nРеки\n\n{PROSE}\n\n**![How the ports grew](a.svg)**\n\n{PROSE}",
        f"```\n**Ports**\n\n{PROSE}\n```",
    ],
)
def test_bold_prose_and_signatures_are_not(text: str) -> None:
    assert [code for code, _, _ in faults(text) if code != "picture.missing"] == []


def test_lines_in_capitals_are_told_where_there_are_several() -> None:
    assert faults(f"THE PORTS\n\n{PROSE}\n\nKÜSTE\n\n{PROSE}") == [("markup.heading-like", 1, 1)]
