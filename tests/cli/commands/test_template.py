"""`issuebrief template`: the file that it writes, and what it refuses."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]


def test_the_template_has_the_colours_of_the_institute(workplace: Path, capsys: Capture) -> None:
    folder = workplace / "content"
    folder.mkdir()
    (folder / "publisher.yaml").write_text("name: Harbour Office\ncolors:\n  brand: '#006241'\n", "utf-8")
    assert main(["template", "word"]) == 0
    assert "wrote brief.dotx" in capsys.readouterr().out
    with zipfile.ZipFile(workplace / "brief.dotx") as archive:
        assert b'w:val="006241"' in archive.read("word/styles.xml")
        assert b"Harbour Office" in archive.read("docProps/core.xml")


def test_a_file_that_is_there_is_kept(workplace: Path, capsys: Capture) -> None:
    own = workplace / "own.docx"
    own.write_bytes(b"mine")
    assert main(["template", "word", "-o", "own.docx"]) == 2
    assert own.read_bytes() == b"mine"
    assert "add --force" in capsys.readouterr().err
    assert main(["template", "word", "-o", "own.docx", "--force"]) == 0
    assert main(["template", "word", "-o", "own.docx"]) == 0


@pytest.mark.parametrize(
    ("typed", "message"),
    [(["-o", "brief.doc"], "no name for a template"), (["--lang", "German"], "is no language")],
)
def test_what_means_nothing_is_refused(
    workplace: Path, capsys: Capture, typed: list[str], message: str
) -> None:
    assert main(["template", "word", *typed]) == 2
    assert message in capsys.readouterr().err
    assert list(workplace.iterdir()) == []
