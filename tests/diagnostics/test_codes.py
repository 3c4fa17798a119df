"""The table of codes, the sources and the documentation say the same."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from sources import statements

from issuebrief.diagnostics.codes import CODES, RULES
from issuebrief.diagnostics.explain import PARTS, explanations
from issuebrief.diagnostics.model import Severity
from issuebrief.preflight.rules import RULES as PAGE_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src/issuebrief").rglob("*.py"))
MAKERS = {"error": Severity.ERROR, "warning": Severity.WARNING}
PREFIXES = {
    "frontmatter/read": "front-matter",
    "frontmatter/validate": "front-matter",
    "frontmatter/yaml_tree": "front-matter",
    "images/resolve": "picture",
    "images/svg": "picture",
    "project/config": "configuration",
}
"""What the files put before codes of their own that they write without it."""

CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)?")
SHORT = {"error", "warning", "problem", "report", "_report", "_stop", "_error", "_problem"}
"""Methods that take a code without its prefix first, or last but for what is said."""


def calls() -> Iterator[tuple[str, str, str]]:
    """For each call that makes a problem: the file, the maker, and the code that it writes out."""
    for path in SOURCES:
        file = f"{path.parent.name}/{path.stem}"
        for name, texts in statements(path).calls:
            if name in MAKERS | {"Problem": None} and texts and "." in texts[0]:
                yield file, name, texts[0]
            elif name in SHORT and file in PREFIXES:
                codes = [text for text in texts if CODE.fullmatch(text) and "." not in text]
                if codes:
                    yield file, name, f"{PREFIXES[file]}.{codes[0]}"


def used() -> dict[str, set[Severity]]:
    """The codes that the sources use, with the severities that they give them in so many words."""
    found: dict[str, set[Severity]] = {code: set() for code in PAGE_RULES}
    for _, maker, code in calls():
        found.setdefault(code, set()).update({MAKERS[maker]} if maker in MAKERS else set())
    for code in named():
        found.setdefault(code, set())
    return found


def named() -> set[str]:
    """The codes of the table that stand in the sources as they are, outside of the tables."""
    return {
        text
        for path in SOURCES
        if not path.name.endswith("codes.py")
        for text in statements(path).dotted
        if text in CODES
    }


def test_every_code_that_is_used_is_in_the_table_and_every_code_in_the_table_is_used() -> None:
    assert set(used()) == set(CODES)


def test_the_table_gives_each_code_the_severity_that_the_sources_give_it() -> None:
    assert {
        code: severities for code, severities in used().items() if severities - {CODES[code].severity}
    } == {}


def test_a_code_is_a_group_and_a_name() -> None:
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*", code) for code in CODES)


def test_a_title_is_one_sentence_and_no_two_are_the_same() -> None:
    titles = [meaning.title for meaning in CODES.values()]
    assert len(set(titles)) == len(titles)
    assert all(re.fullmatch(r"[A-Z].*[^.]\.|issuebrief.*[^.]\.", title) for title in titles)


def test_warnings_can_be_ruled_on() -> None:
    assert {code for code, meaning in CODES.items() if meaning.severity < Severity.ERROR} <= set(RULES)


def sections() -> dict[str, str]:
    text = (ROOT / "docs/problems.md").read_text("utf-8")
    parts = re.split(r"^### `([a-z0-9.-]+)`$", text, flags=re.MULTILINE)[1:]
    return {
        code: re.split(r"^## ", text, flags=re.MULTILINE)[0]
        for code, text in zip(parts[::2], parts[1::2], strict=True)
    }


def test_every_code_has_a_section_in_the_documentation() -> None:
    assert set(CODES) - set(sections()) == set(), "write their sections into docs/problems.md"
    assert set(sections()) - set(CODES) == set(), "docs/problems.md explains codes that are not in codes.py"


def test_the_sections_stand_in_the_order_of_the_table() -> None:
    assert [code for code in sections() if code in CODES] == [code for code in CODES if code in sections()]


def test_every_section_says_what_the_table_says_and_then_its_three_parts_in_their_order() -> None:
    for code, text in sections().items():
        first, *blocks = text.strip().split("\n\n")
        assert first == f"*{CODES[code].severity.name.capitalize()}.* {CODES[code].title}", code
        headings = [found[1] for block in blocks if (found := re.match(r"\*\*(.+?)\.\*\* ", block))]
        assert headings == list(PARTS), code


def test_every_part_of_an_explanation_is_whole_sentences_and_says_something_of_its_own() -> None:
    seen: dict[str, str] = {}
    for each in explanations():
        for part in (each.what, each.why, each.mend):
            assert re.match(r"[A-Z`“]", part), each.code
            assert re.search(r"[.:]$", part.split("\n\n")[0]), each.code
            assert 12 < len(part) < 500, each.code
        for part in (each.what, each.mend):
            assert seen.setdefault(part, each.code) == each.code


def test_an_explanation_names_no_code_that_does_not_exist() -> None:
    groups = {code.partition(".")[0] for code in CODES}
    named = re.findall(r"`([a-z-]+\.[a-z0-9-]+)`", (ROOT / "docs/problems.md").read_text("utf-8"))
    assert {code for code in named if code.partition(".")[0] in groups} <= set(CODES)
