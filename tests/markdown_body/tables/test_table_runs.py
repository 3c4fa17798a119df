"""Runs of tables, which are not moved away from their headings."""

from __future__ import annotations

from written import html_of

ROWS = "".join(f"| {n} | What the port has to do before the ships come in again | yes |\n" for n in range(12))
TABLE = f"| No | Task | Done |\n| --- | --- | --- |\n{ROWS}"
TEXT = "The harbour is old, and the quay is older still. " * 30


def runs(body: str) -> list[bool]:
    """Of each table whether it is one of a run."""
    return ["in-run" in figure.split(">")[0] for figure in html_of(body).split("<figure")[1:]]


def test_tables_with_little_text_between_them_are_a_run() -> None:
    parts = [f"## Part {n}\n\n{TABLE}\nTable: Tasks\n\n" for n in range(5)]
    assert runs("".join(parts)) == [True] * 5
    assert runs("".join((*parts, f"{TEXT}\n\n{TABLE}"))) == [True] * 5 + [False]


def test_two_tables_and_tables_among_text_are_none() -> None:
    assert runs(f"{TABLE}\n\nText.\n\n{TABLE}") == [False] * 2
    assert runs(f"{TABLE}\n\n{TEXT}\n\n" * 5) == [False] * 5


def test_small_tables_are_none() -> None:
    assert runs("| a | b |\n|---|---|\n| 1 | 2 |\n\nText.\n\n" * 6) == [False] * 6


def test_a_table_with_a_place_of_its_own_is_not_in_a_run() -> None:
    placed = f"{TABLE}\n{{.top}}\n\n"
    assert runs(f"{TABLE}\n\n" * 4 + placed) == [True] * 4 + [False]


def classes(body: str) -> list[str]:
    """Of each table the classes that its place follows from."""
    heads = [figure.split(">")[0] for figure in html_of(body).split("<figure")[1:]]
    return [" ".join(name for name in ("in-run", "here") if name in head) for head in heads]


def test_a_bare_table_stays_under_what_leads_to_it() -> None:
    assert classes(f"## Tasks\n\n{TABLE}\nText.") == ["in-run"]
    assert classes(f"These are the tasks:\n\n{TABLE}\nText.") == ["in-run"]
    assert classes(f"The tasks are many.\n\n{TABLE}\nText.") == [""]
    assert classes(f"## Tasks\n\n{TABLE}\nTable: Tasks\n\nText.") == [""]


def test_a_small_bare_table_stays_where_it_is_all_there_is_under_a_heading() -> None:
    small = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert classes(f"## One\n\n{small}\n## Two\n\n{small}") == ["here", "here"]
    assert classes(f"## One\n\n{small}\nText.\n\nAs follows:\n\n{small}\nText.") == ["", ""]


def test_a_bare_table_stays_under_its_label() -> None:
    small = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert classes(f"Text.\n\n**Right**\n\n{small}\n**Wrong**, for all\n\n{TABLE}\nText.") == [
        "here",
        "in-run",
    ]
    assert classes(f"Text.\n\n**Right.**\n\n{small}\n\nText.") == [""]
    assert classes(f"Text.\n\n**Right**\n\n{small}\nTable: Tasks\n\nText.") == [""]
    assert '<p class="leads">' in html_of(f"Text.\n\n**Right**\n\n{small}\n")
