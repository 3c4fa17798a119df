"""The panel of a running preview: what it answers, what it writes, what it refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from own_themes import own_theme
from preview_server import Events, Preview, preview
from setting import paragraph, write_brief

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "\n\n".join(["## A heading", *(paragraph(number) for number in range(1, 6))])


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("panel")
    write_brief(place / "content/moon", TEXT, theme="own")
    own_theme(place)
    return place


@pytest.fixture(scope="module")
def running(place: Path) -> Iterator[Preview]:
    with preview(place, place / "content/moon", "--editor", "zed") as found:
        found.revision()
        yield found


def act(running: Preview, what: str, **wanted: Any) -> Any:
    status, _, content = running.ask("POST", f"/theme/{what}", wanted)
    assert status == 200, content
    return json.loads(content)


def value_of(told: Any, token: str) -> Any:
    return next(row for group in told["look"]["groups"] for row in group["tokens"] if row["name"] == token)


def next_with(events: Events, changes: list[list[str]]) -> Any:
    """What is told of the theme once it has these changes."""
    while (told := events.next("theme"))["look"]["changes"] != changes:
        pass
    return told


def test_a_change_is_laid_out_saved_and_undone(running: Preview, place: Path) -> None:
    sheet = place / "styles/themes/own.css"
    before = sheet.read_bytes()
    with running.events() as events:
        pages = events.next("revision")["pages"]
        act(running, "open", name="one")
        assert value_of(events.next("theme"), "--brand")["value"] == "#14432a"
        act(running, "change", token="--brand", value="#800000")
        told = next_with(events, [["--brand", "#800000"]])
        assert value_of(told, "--brand")["saved"] == "#14432a"
        assert (told["undo"], told["redo"]) == (True, False)
        changed = events.next("revision")["pages"]
        assert [page["key"] for page in changed] != [page["key"] for page in pages]
        assert sheet.read_bytes() == before

        act(running, "undo")
        next_with(events, [])
        assert [page["key"] for page in events.next("revision")["pages"]] == [page["key"] for page in pages]
        act(running, "redo")
        next_with(events, [["--brand", "#800000"]])
        assert events.next("revision")["pages"] == changed

        assert act(running, "save") == {"saved": "styles/themes/own.css"}
        assert sheet.read_bytes() == before.replace(b"#14432a", b"#800000")
        told = next_with(events, [])
        assert value_of(told, "--brand")["saved"] is None
        assert "nothing to save" in act(running, "save")["message"]
        sheet.write_bytes(before)
        events.next("revision")


def test_a_bad_value_is_told_and_the_pages_stay(running: Preview) -> None:
    with running.events() as events:
        number = events.next("revision")["number"]
        act(running, "open", name="one")
        events.next("theme")
        act(running, "change", token="--grid", value="wide")
        told = next_with(events, [["--grid", "wide"]])
        (fault,) = told["look"]["faults"]
        assert fault["token"] == "--grid"
        assert "a length with its unit" in fault["message"]
        act(running, "undo")
        next_with(events, [])
        act(running, "open", name="one", open=False)
    assert running.revision()["number"] == number


def test_the_files_of_the_theme_are_opened_and_no_others(running: Preview) -> None:
    with running.events() as events:
        act(running, "open", name="one")
        events.next("theme")
        status, _, content = running.ask("POST", "/open", {"line": 6, "file": "styles/themes/own.css"})
        assert status == 200
        assert b"own.css:6" in content
        for file in (
            "styles/tokens.css",
            "../styles/themes/own.css",
            "/etc/passwd",
            "styles/themes/policy-note.css",
        ):
            assert running.ask("POST", "/open", {"line": 1, "file": file})[0] == 403
        act(running, "open", name="one", open=False)


@pytest.mark.parametrize(
    ("path", "headers", "body", "status"),
    [
        ("/theme/save", {"origin": "http://evil.example"}, {}, 403),
        ("/theme/save", {"host": "evil.example"}, {}, 403),
        ("/theme/save", {"sec_fetch_site": "cross-site"}, {}, 403),
        ("/theme/nothing", {}, {}, 404),
        ("/theme/change", {}, {"value": "red"}, 400),
        ("/theme/change", {}, {"token": "--a", "value": 3}, 400),
        ("/theme/change", {}, {"token": "--a", "file": "/etc/passwd"}, 400),
        ("/theme/save", {}, {"file": "/etc/passwd"}, 400),
        ("/theme/pick", {}, {"page": "one", "x": 1, "y": 1}, 400),
    ],
)
def test_what_is_no_act_of_the_preview_is_refused(
    running: Preview, path: str, headers: dict[str, str], body: Any, status: int
) -> None:
    assert running.ask("POST", path, body, **headers)[0] == status
    assert running.ask("GET", path)[0] in (404, 405)


def test_a_shipped_theme_is_changed_in_a_sheet_of_the_house(tmp_path: Path) -> None:
    write_brief(tmp_path / "content/moon", TEXT, theme="policy-note")
    sheet = tmp_path / "styles/themes/policy-note.css"
    with preview(tmp_path, tmp_path / "content/moon") as running, running.events() as events:
        events.next("revision")
        act(running, "open", name="one")
        told = events.next("theme")
        assert (told["look"]["file"], told["look"]["is_new"]) == ("styles/themes/policy-note.css", True)
        act(running, "change", token="--brand", value="#800000")
        told = next_with(events, [["--brand", "#800000"]])
        assert told["look"]["diff"][1:3] == [
            "+/* policy-note, with changes of our own. */",
            '+@import "policy-note.css";',
        ]
        tried = [page["key"] for page in events.next("revision")["pages"]]
        assert not sheet.exists()
        assert act(running, "save") == {"saved": "styles/themes/policy-note.css"}
        assert sheet.read_text("utf-8").endswith(":root {\n  --brand: #800000;\n}\n")
        # The folder of styles is new: another process sets the brief, from the file.
        assert [page["key"] for page in events.next("revision")["pages"]] == tried
        while (told := events.next("theme"))["look"]["is_new"] or told["look"]["changes"]:
            pass
        row = value_of(told, "--brand")
        assert (row["value"], row["origin"], row["saved"]) == ("#800000", "own", None)
        assert value_of(told, "--columns")["file"] == "styles/themes/policy-note.css"
