"""Drawings kept from one build to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from issuebrief.charts.rendering import drawing_store
from issuebrief.charts.rendering.drawing_store import DrawingStore

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def never() -> str:
    raise AssertionError("it is kept")


def test_a_drawing_is_made_once_and_again_where_it_was_changed(tmp_path: Path) -> None:
    store = DrawingStore(tmp_path)
    assert store.kept("one", lambda: "<svg/>") == b"<svg/>"
    assert store.kept("one", never) == b"<svg/>"
    (file,) = (tmp_path / ".issuebrief-charts").iterdir()
    file.write_bytes(file.read_bytes() + b"<script/>")
    assert store.kept("one", lambda: "<svg></svg>") == b"<svg></svg>"
    assert store.kept("two", lambda: "<svg>2</svg>") == b"<svg>2</svg>"


def test_another_version_of_what_draws_draws_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    DrawingStore(tmp_path).kept("one", lambda: "old")
    monkeypatch.setattr(drawing_store, "drawing_version", lambda: "99")
    assert DrawingStore(tmp_path).kept("one", lambda: "new") == b"new"


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    assert DrawingStore().kept("one", lambda: "a") == b"a"
    assert DrawingStore(tmp_path / "absent").kept("one", lambda: "b") == b"b"


def test_old_drawings_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing_store, "MOST_KEPT", 3)
    for number in range(6):
        DrawingStore(tmp_path).kept(f"{number}", lambda: "a")
    assert len(list((tmp_path / ".issuebrief-charts").iterdir())) == 3
