"""Changes are written into the text of a theme's own sheet, and bad values are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from own_themes import OWN, own_theme

from issuebrief.preview.theme_panel.theme_draft import AskedTheme, DraftedTheme, drafted_theme
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from pathlib import Path

    from issuebrief.preview.theme_panel.model import Changes


def drafted(folder: Path, changes: Changes, name: str = "own") -> DraftedTheme:
    found = drafted_theme(AskedTheme(name), search_path(folder), changes)
    assert found
    return found


def after(found: DraftedTheme) -> str:
    assert found.draft
    return found.draft.text


def test_a_token_of_the_sheet_is_changed_in_its_place(tmp_path: Path) -> None:
    own_theme(tmp_path)
    found = drafted(tmp_path, (("--brand", "#123456"),))
    assert after(found) == OWN.replace("#14432a", "#123456")
    assert found.theme.tokens["--brand"] == "#123456"
    assert found.plain.tokens["--brand"] == "#14432a"
    assert found.faults == ()


def test_another_token_comes_behind_them(tmp_path: Path) -> None:
    own_theme(tmp_path)
    found = drafted(tmp_path, (("--accent", "#700"), ("--measure", "100mm")))
    added = "--tint: #edf3ee;\n  --accent: #700;\n  --measure: 100mm;"
    assert after(found) == OWN.replace("--tint: #edf3ee", added)


def test_a_sheet_without_a_rule_for_the_root_gets_one(tmp_path: Path) -> None:
    text = '@import "policy-note.css";\n.title { color: red }\n'
    own_theme(tmp_path, text)
    found = drafted(tmp_path, (("--brand", "#123"),))
    assert after(found) == text + "\n:root {\n  --brand: #123;\n}\n"


def test_a_rule_that_weighs_less_than_an_imported_one_gets_company(tmp_path: Path) -> None:
    own_theme(tmp_path, ":root { --brand: #111 }\n", "base")
    text = '@import "base.css";\n:where(:root) { --tint: #eee }\n'
    own_theme(tmp_path, text)
    found = drafted(tmp_path, (("--brand", "#123"),))
    assert found.theme.tokens["--brand"] == "#123"
    assert found.faults == ()


def test_what_another_sheet_holds_fast_is_told(tmp_path: Path) -> None:
    own_theme(tmp_path, ":root { --brand: #111 !important }\n", "base")
    own_theme(tmp_path, '@import "base.css";\n')
    found = drafted(tmp_path, (("--brand", "#123"), ("--tint", "#eee")))
    (fault,) = found.faults
    assert (fault.token, fault.message) == ("--brand", "base.css, line 1, sets --brand with more weight")
    assert found.taken == (("--tint", "#eee"),)


def test_a_rule_for_the_language_of_the_brief_is_changed_where_it_counts(tmp_path: Path) -> None:
    text = ':root { --brand: #111 }\n:root[lang|="de"] { --brand: #222 }\n'
    own_theme(tmp_path, text)
    german = drafted_theme(AskedTheme("own", "de-AT"), search_path(tmp_path), (("--brand", "#333"),))
    assert german
    assert after(german) == text.replace("#222", "#333")
    assert german.theme.tokens["--brand"] == "#333"
    assert after(drafted(tmp_path, (("--brand", "#333"),))) == text.replace("#111", "#333")


def test_of_two_declarations_the_one_that_counts_is_changed(tmp_path: Path) -> None:
    text = ":root { --brand: #111 }\n:where(:root) { --brand: #222 }\n"
    own_theme(tmp_path, text)
    assert after(drafted(tmp_path, (("--brand", "'x'"),))) == text
    assert after(drafted(tmp_path, (("--brand", "#333"),))) == text.replace("#111", "#333")


def test_quotation_marks_of_either_kind_count(tmp_path: Path) -> None:
    own_theme(tmp_path)
    found = drafted(tmp_path, (("--sans", "'Source Sans 3', sans-serif"),))
    assert (found.faults, len(found.taken)) == ((), 1)


def test_a_shipped_theme_gets_a_sheet_of_its_name_that_imports_it(tmp_path: Path) -> None:
    found = drafted(tmp_path, (("--brand", "#123456"),), "policy-note")
    assert found.draft
    assert (found.draft.path, found.draft.before) == (tmp_path / "styles/themes/policy-note.css", None)
    assert '@import "policy-note.css";' in after(found)
    assert (found.theme.tokens["--brand"], found.theme.tokens["--columns"]) == ("#123456", "1")
    assert found.theme.problems == ()
    assert not (tmp_path / "styles").exists()


@pytest.mark.parametrize(
    ("token", "value", "message", "hint"),
    [
        ("--brand", "blueish", "--brand must be a colour, not blueish", "write it as #"),
        ("--grid", "12", "--grid must be a length with its unit", "docs/theming.md"),
        ("--sidebar-side", "top", "--sidebar-side must be left, right", "docs/theming.md"),
        ("--columns", "2.5", "--columns must be a whole number", "docs/theming.md"),
        ("--text-face", "var(--seriff)", "there is no design token --seriff", "did you mean --serif?"),
        ("--brand", "red; color: blue", "--brand must be a value", "without a semicolon"),
        ("--brand", "red !important", "--brand must be a value", "without a semicolon"),
        ("--brand", "red }", "ends nothing", "remove it"),
        ("--brand", "/* red", "comment", ""),
        ("--brand", "", "--brand has no value", "reset"),
        ("--brand", "x" * 2000, "more than 1,000 letters", "shorter"),
        ("brand", "red", "“brand” is no name of a token", "begins with --"),
    ],
)
def test_a_bad_value_is_told_with_what_mends_it_and_left_out(
    tmp_path: Path, token: str, value: str, message: str, hint: str
) -> None:
    own_theme(tmp_path)
    found = drafted(tmp_path, ((token, value), ("--accent", "#700")))
    (fault,) = found.faults
    assert message in fault.message
    assert hint in fault.hint
    assert found.taken == (("--accent", "#700"),)
    assert value not in after(found) or not value


def test_lines_and_the_mark_of_the_encoding_stay(tmp_path: Path) -> None:
    before = b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode()
    own_theme(tmp_path, before)
    found = drafted(tmp_path, (("--brand", "#123456"),))
    assert found.draft
    assert found.draft.before == before
    assert found.draft.after == before.replace(b"#14432a", b"#123456")


def test_a_sheet_in_another_encoding_is_not_written(tmp_path: Path) -> None:
    own_theme(tmp_path, "/* Größe */\n:root { --brand: #111 }\n".encode("latin-1"))
    found = drafted(tmp_path, (("--brand", "#123456"),))
    assert found.draft is None
    assert "UTF-8" in found.unsaved


def test_styles_that_lead_out_of_the_folder_are_not_written(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    work = tmp_path / "work"
    work.mkdir()
    (work / "styles").symlink_to(tmp_path / "elsewhere")
    found = drafted(work, (("--brand", "#123456"),), "isdp")
    assert found.draft is None
    assert "leads out" in found.unsaved


def test_a_theme_that_is_not_there_has_no_draft(tmp_path: Path) -> None:
    assert drafted_theme(AskedTheme("nothing"), search_path(tmp_path), ()) is None
