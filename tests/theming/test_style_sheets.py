"""Style sheets with what they import."""

from __future__ import annotations

from typing import TYPE_CHECKING

import tinycss2
from setting import told

from issuebrief.theming.style_sheets import BENEATH, StyleRules, read_rules

if TYPE_CHECKING:
    from pathlib import Path


def rules_of(folder: Path, **sheets: str) -> StyleRules:
    """The rules of the last of some sheets."""
    for name, css in sheets.items():
        (folder / f"{name}.css").write_text(css, "utf-8")
    return read_rules([folder / f"{list(sheets)[-1]}.css"], [folder])


def selectors(rules: StyleRules) -> str:
    return " ".join(tinycss2.serialize(rule.node.prelude).strip() for rule in rules.found)


def test_imported_rules_come_before_those_that_follow_in_every_way_of_writing_it(tmp_path: Path) -> None:
    css = '@import "a.css"; @import url(b.css); @import url("c.css") print; d { color: red }'
    found = rules_of(tmp_path, a="a { color: red }", b="b { color: red }", c="c { color: red }", own=css)
    assert selectors(found) == "a b c d"
    assert [rule.sheet.name for rule in found.found] == ["a.css", "b.css", "c.css", "own.css"]
    assert found.problems == ()


def test_sheets_import_over_several_steps_and_one_twice(tmp_path: Path) -> None:
    found = rules_of(
        tmp_path, a="a { color: red }", b='@import "a.css";', own='@import "b.css"; @import "a.css"; o {}'
    )
    assert selectors(found) == "a a o"


def test_what_is_meant_for_other_media_is_left_out(tmp_path: Path) -> None:
    css = (
        '@import "a.css" screen; @media print { b {} } @media screen { c {} } @media all, screen { d {} }'
        "@media print and (min-width: 9px) { e {} }"
    )
    assert selectors(rules_of(tmp_path, a="a {}", own=css)) == "b d"


def test_a_sheet_that_is_not_beside_is_taken_from_the_next_folder_of_styles(tmp_path: Path) -> None:
    house, shipped = tmp_path / "house", tmp_path / "shipped"
    for folder in (house / "themes", shipped / "themes"):
        folder.mkdir(parents=True)
    (house / "themes/own.css").write_text('@import "base.css"; o {}', "utf-8")
    (shipped / "themes/base.css").write_text("b {}", "utf-8")
    found = read_rules([house / "themes/own.css"], [house, shipped])
    assert selectors(found) == "b o"
    assert found.found[0].sheet == shipped / "themes/base.css"


def test_an_import_that_is_not_there_is_told_in_the_sheet_that_asks_for_it(tmp_path: Path) -> None:
    found = rules_of(tmp_path, a='a {}\n@import "gone.css";', own='@import "a.css";')
    assert told(found.problems) == ["a.css:2 style.import"]
    assert found.problems[0].excerpt == '@import "gone.css";'


def test_sheets_that_import_each_other_are_told(tmp_path: Path) -> None:
    found = rules_of(tmp_path, a='@import "own.css";', own='@import "a.css"; o {}')
    assert told(found.problems) == ["a.css:1 style.import"]
    assert selectors(found) == "o"
    assert told(rules_of(tmp_path, own='@import "own.css";').problems) == ["own.css:1 style.import"]


def test_layers_are_known_in_the_order_in_which_they_are_named(tmp_path: Path) -> None:
    css = (
        '@layer low, high; @import "a.css" layer(high);@layer low { b {} @layer in { c {} } } @layer { d {} }'
    )
    found = rules_of(tmp_path, a="a {}", own=css)
    assert {tinycss2.serialize(rule.node.prelude).strip(): rule.layer for rule in found.found} == {
        "a": ("high",),
        "b": ("low",),
        "c": ("low", "in"),
        "d": ("3",),
    }
    assert found.layers[:3] == (("low",), ("high",), ("low", "in"))


def test_a_theme_with_layers_wins_over_all_before_it(tmp_path: Path) -> None:
    for name, css in {"house": "a {}", "plain": "b {}", "layered": "@layer x { c {} }"}.items():
        (tmp_path / f"{name}.css").write_text(css, "utf-8")
    plain = read_rules([tmp_path / "house.css", tmp_path / "plain.css"])
    assert [rule.layer for rule in plain.found] == [(), ()]
    layered = read_rules([tmp_path / "house.css", tmp_path / "layered.css"])
    assert [rule.layer for rule in layered.found] == [BENEATH, ("x",)]


def test_a_block_that_is_not_closed_is_told_in_the_sheet_that_it_stands_in(tmp_path: Path) -> None:
    found = rules_of(tmp_path, a="a { color: red }\nb { color: red\nc {}", own='@import "a.css";')
    assert told(found.problems) == ["a.css:2 style.not-understood"]


def test_a_sheet_may_say_that_it_is_utf_8_and_nothing_else(tmp_path: Path) -> None:
    assert rules_of(tmp_path, own='@charset "UTF-8";\na { color: red }').problems == ()
    (problem,) = rules_of(tmp_path, own='@charset "windows-1252";\na { color: red }').problems
    assert told((problem,)) == ["own.css:1 style.not-understood"]


def test_rules_for_a_medium_that_does_not_exist_are_told(tmp_path: Path) -> None:
    known = "@media screen { a {} } @media not all and (color), only tv { b {} } @media (width) { }"
    assert rules_of(tmp_path, own=known).problems == ()
    (problem,) = rules_of(
        tmp_path, own="@media print, scren { a { color: red } }\n@media scren { b {} }"
    ).problems
    assert told((problem,)) == ["own.css:2 style.not-understood"]
    assert "“scren”" in problem.message


def test_a_byte_order_mark_is_no_part_of_a_sheet(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, b="\ufeff.b {}", a='\ufeff@import "b.css"; .a {}')
    assert rules.problems == ()
    assert selectors(rules) == ".b .a"
