"""`build` and `check` for archives: a part of the briefs, a store that machines share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from issuebrief.cli.commands import build, check
from issuebrief.cli.main import main
from issuebrief.job import Delivery, Job, Outcome

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


def set_brief(job: Job) -> Outcome:
    """Stand in for the pipeline."""
    (output,) = job.outputs
    output.path.write_text(f"%PDF {job.brief.read_text()}")
    return Outcome((), 2, (Delivery(output, (), True),))


@pytest.fixture(autouse=True)
def briefs(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "set_brief", set_brief)
    for number in range(1, 6):
        (workplace / f"content/brief-{number}").mkdir(parents=True)
        (workplace / f"content/brief-{number}/brief.md").write_text(str(number))


def made(folder: Path) -> str:
    return "".join(sorted(path.stem[-1] for path in folder.glob("*.pdf")))


def test_the_parts_of_several_machines_are_the_whole_and_share_nothing(workplace: Path) -> None:
    for part in ("1/3", "2/3", "3/3"):
        assert main(["build", "-j", "1", "--shard", part, "-o", f"out-{part[0]}"]) == 0
    assert [made(workplace / f"out-{number}") for number in "123"] == ["14", "25", "3"]


def test_a_machine_for_which_nothing_is_left_has_done_its_part(capsys: Capture) -> None:
    assert main(["build", "--shard", "6/6"]) == 0
    assert capsys.readouterr().out == "0 briefs\n"


def test_check_takes_a_part_too(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(check, "check_brief", lambda _: Outcome(()))
    assert main(["check", "-j", "1", "--shard", "2/2"]) == 0
    assert capsys.readouterr().out == "2 briefs, no problems\n"


@pytest.mark.parametrize("typed", ["0/2", "3/2", "1", "a/b", "1/0", "-1/2"])
def test_a_part_that_is_none_is_wrong_usage(typed: str, capsys: Capture) -> None:
    assert main(["build", f"--shard={typed}"]) == 2
    assert "is no part of the whole: write 1/4, 2/4, 3/4, 4/4" in capsys.readouterr().err


def test_a_store_saves_others_the_work_and_what_comes_from_it_stands(
    workplace: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["build", "-j", "1", "--store", "store", "content/brief-1", "content/brief-2", "-q"]) == 0
    assert main(["build", "-j", "1", "--store", "store", "-o", "other"]) == 0
    assert capsys.readouterr().out.endswith("5 briefs: 3 set, 2 from the store\n")
    monkeypatch.setattr(build, "set_brief", lambda _: pytest.fail("nothing is to be made"))
    assert main(["build", "-o", "other"]) == 0
    assert made(workplace / "other") == "12345"
    assert main(["build", "--store", "store", "-o", "third", "content/brief-5"]) == 0
    assert capsys.readouterr().out == "5 briefs, nothing has changed\n1 brief: 1 from the store\n"


def test_a_store_that_would_not_be_used_is_refused(capsys: Capture) -> None:
    assert main(["build", "content/brief-1", "-o", "one.pdf", "--store", "store"]) == 2
    assert "--store is for files whose changes are noted" in capsys.readouterr().err


def test_an_address_that_is_none_is_wrong_usage(capsys: Capture) -> None:
    assert main(["build", "--on", "cluster:8786"]) == 2
    assert "is no address of a cluster: write dask://HOST:PORT" in capsys.readouterr().err
