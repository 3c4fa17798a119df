"""Review copies and proofs are read aloud as briefs are, and are for no archive."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from setting import write_brief
from validators import UA_1, claims, page_validation, qpdf, spoken_aloud

from issuebrief.cli.main import main

if TYPE_CHECKING:
    from pathlib import Path

OLD = "The ferry leaves at six and it is dark.[^a]\n\nA second paragraph.\n\n[^a]: A note on ferries.\n"
NEW = (
    "The ferry sails at six and it is dark.[^b][^a]\n\n## A heading\n\nA second paragraph.\n\n"
    "[^a]: A note on ferries.\n\n[^b]: A new note.\n"
)


@pytest.mark.parametrize(
    ("command", "made"),
    [(["compare", "old", "new"], "new-changes.pdf"), (["proof", "new"], "new-proof.pdf")],
    ids=["a review copy", "a proof"],
)
def test_it_is_accessible_and_for_no_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], made: str
) -> None:
    write_brief(tmp_path / "old", OLD)
    write_brief(tmp_path / "new", NEW)
    monkeypatch.chdir(tmp_path)
    assert main(command) == 0
    path = tmp_path / "build" / made
    assert claims(path) == {"PDF/UA-1"}
    assert page_validation(path, UA_1) == []
    assert spoken_aloud(path) == []
    assert qpdf(path) == []
