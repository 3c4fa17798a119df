"""The code of shipped templates is kept; it is never used for another text, and nobody else's is kept."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from jinja2 import pass_context

from issuebrief import templating
from issuebrief.templating import Sandbox

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of shipped templates, with a place of its own for what is compiled."""
    folder = tmp_path / "templates"
    folder.mkdir()
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(templating, "shipped", lambda _: folder)
    (folder / "page.html").write_text("{% for word in words %}{{ word }} {% endfor %}", "utf-8")
    return folder


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are compiled."""
    texts: list[str] = []
    plain = Sandbox._parse

    def parse(self: Sandbox, source: str, name: str | None, filename: str | None) -> object:
        texts.append(source)
        return plain(self, source, name, filename)

    monkeypatch.setattr(Sandbox, "_parse", parse)
    return texts


def page(folder: Path) -> str:
    return Sandbox([folder], {}).fill("page.html", {"words": ["one", "two"]})


def kept(shipped: Path) -> list[Path]:
    return [path for path in shipped.with_name("compiled").rglob("*") if path.is_file()]


def test_a_shipped_template_is_compiled_once(shipped: Path, compiled: list[str]) -> None:
    assert [page(shipped), page(shipped)] == ["one two ", "one two "]
    assert len(compiled) == 1
    assert [path.suffix for path in kept(shipped)] == [".pyc"]


def test_what_is_kept_still_counts_the_steps_of_loops(shipped: Path) -> None:
    page(shipped)
    sandbox = Sandbox([shipped], {})
    sandbox.fill("page.html", {"words": ["word"] * 40})
    assert sandbox._steps >= 40


def test_a_template_that_has_changed_is_compiled_anew(shipped: Path, compiled: list[str]) -> None:
    page(shipped)
    (shipped / "page.html").write_text("{{ words[1] }}", "utf-8")
    assert page(shipped) == "two"
    assert len(compiled) == 2
    assert len(kept(shipped)) == 1


def test_a_template_of_the_users_own_is_not_kept(shipped: Path, compiled: list[str]) -> None:
    own = shipped.with_name("own")
    own.mkdir()
    (own / "page.html").write_text("own", "utf-8")
    assert [page(own), page(own)] == ["own", "own"]
    assert len(compiled) == 2
    assert kept(shipped) == []


@pytest.mark.parametrize("content", [b"", b"no code", None])
def test_a_damaged_file_is_made_anew(shipped: Path, compiled: list[str], content: bytes | None) -> None:
    page(shipped)
    (file,) = kept(shipped)
    file.write_bytes(file.read_bytes()[:-40] if content is None else content)
    assert page(shipped) == "one two "
    assert len(compiled) == 2


def test_code_for_filters_that_are_given_something_else_is_other_code(shipped: Path) -> None:
    (shipped / "page.html").write_text("{{ words|first_of }}", "utf-8")
    plain = Sandbox([shipped], {"first_of": lambda words: words[0]})
    assert plain.fill("page.html", {"words": ["one"]}) == "one"
    told = Sandbox([shipped], {"first_of": pass_context(lambda context, words: context.name + words[0])})
    assert told.fill("page.html", {"words": ["one"]}) == "page.htmlone"
    assert len(kept(shipped)) == 2


def test_nothing_is_kept_where_python_keeps_nothing(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert page(shipped) == "one two "
    assert kept(shipped) == []


def test_a_folder_that_cannot_be_written_does_no_harm(shipped: Path) -> None:
    shipped.with_name("compiled").write_text("in the way", "utf-8")
    assert page(shipped) == "one two "
