"""The list of works that may be cited, and the snippets that complete their keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from issuebrief.cli.commands.references import SNIPPETS
from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

BIB = """\
@book{smith2019, author = {Smith, Jane}, title = {The \\emph{NATO} Question; a Reply}, year = 2019,
  publisher = {Quay Press}}
@article{gauge:2020, author = {Gauge, Ada and Berg, Otto and Roe, Jo}, title = {Tides}, year = 2020}
"""


def test_works_are_listed_and_made_snippets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.md").write_text("---\ntitle: Ferries\n---\n\nText.\n", "utf-8")
    (tmp_path / "references.bib").write_text(BIB, "utf-8")
    assert main(["references", "brief.md"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "@smith2019  Smith, 2019, The NATO Question; a Reply",
        "@gauge:2020  Gauge, Berg et al., 2020, Tides",
    ]
    assert main(["references", "brief.md", "--snippets"]) == 0
    made = json.loads((tmp_path / SNIPPETS).read_text("utf-8"))
    assert made["@smith2019"] == {
        "scope": "markdown",
        "prefix": ["@smith2019", "@The NATO Question; a"],
        "body": "@smith2019",
        "description": "Smith, 2019, The NATO Question; a Reply",
    }


def test_a_file_that_is_not_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "brief.md").write_text("---\ntitle: Ferries\nreferences: gone.bib\n---\n\nText.\n", "utf-8")
    assert main(["references", "brief.md", "--snippets"]) == 1
    assert "“gone.bib” is not there" in capsys.readouterr().err
    assert not (tmp_path / SNIPPETS).exists()
