"""Editions and files of an institute that are pipes, folders or links, and names that no system has."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from setting import write_brief

from issuebrief.cli.main import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

SECRET = "---\ntitle: A secret title\ndate: 2024-01-01\nauthors: [{name: S}]\n---\n\nA secret.\n"

TRICKS: dict[str, tuple[Callable[[Path, Path], None], str]] = {
    "a link out": (lambda path, secret: path.symlink_to(secret), "source.outside"),
    "a link to a device": (lambda path, _: path.symlink_to("/dev/zero"), "source.outside"),
    "a link to itself": (lambda path, _: path.symlink_to(path.name), "source."),
    "a pipe": (lambda path, _: os.mkfifo(path), "source.not-a-file"),
    "a folder": (lambda path, _: path.mkdir(), "source.not-a-file"),
}


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder a user works in, with a secret beside it."""
    place = tmp_path / "work"
    place.mkdir()
    monkeypatch.chdir(place)
    return place


@pytest.mark.parametrize("trick", TRICKS)
@pytest.mark.parametrize("name", ["brief.fr.md", "publisher.yaml", "_brand.yml"])
def test_what_is_no_file_of_its_own_is_told_and_not_read(
    workplace: Path, capsys: Capture, name: str, trick: str
) -> None:
    secret = workplace.parent / "secret.md"
    secret.write_text(SECRET)
    write_brief(workplace / "content/moon", "Words.")
    play, code = TRICKS[trick]
    play(workplace / "content/moon" / name, secret)
    assert main(["check", "-j", "1"]) == 1
    said = capsys.readouterr()
    assert code in said.out + said.err
    assert "secret title" not in said.out + said.err


def test_a_name_that_is_too_long_for_the_system_is_told(workplace: Path, capsys: Capture) -> None:
    write_brief(workplace / "content/moon", "Words.")
    long = "x" * 300
    assert main(["build", "-j", "1", "-o", f"{long}.pdf"]) == 1
    assert "cannot be written" in capsys.readouterr().err
    for typed in (["build", long], ["fonts", "add", long], ["build", "-o", f"{long}/"]):
        assert main(typed) in (1, 2)
        said = capsys.readouterr().err.lower()
        assert "issuebrief: there is no" in said or "name too long" in said


def test_a_time_that_no_clock_has_is_refused(workplace: Path, capsys: Capture) -> None:
    write_brief(workplace / "content/moon", "Words.")
    assert main(["build", "--timeout", "9" * 30]) == 2
    assert "is not a number from 1 to 10,000,000" in capsys.readouterr().err


@pytest.mark.parametrize("key", ["url", "license"])
def test_an_address_that_no_program_can_read_is_a_mistake(workplace: Path, capsys: Capture, key: str) -> None:
    path = write_brief(workplace / "content/moon", "Words.")
    path.write_text(path.read_text().replace("title:", f"{key}: 'https://[::1'\ntitle:", 1))
    assert main(["check", "-j", "1"]) == 1
    assert "is no web address" in capsys.readouterr().err
