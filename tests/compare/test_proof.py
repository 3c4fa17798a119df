"""Proofs: the pages of a brief, with what a reader of proofs needs beside them."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

import pikepdf
import pymupdf
import pytest
from setting import job, paragraph, write_brief

from issuebrief.cli.main import main
from issuebrief.compare.proof import ProofPlan, make_proof

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime.date(2026, 3, 1)
MM = 72 / 25.4


def drawn(content: bytes, page: int = 0) -> str:
    """What a page's own streams draw, as operators."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return b"".join(stream.read_bytes() for stream in pdf.pages[page].obj.Contents).decode("latin-1")


@pytest.fixture(scope="module")
def brief(tmp_path_factory: pytest.TempPathFactory) -> Path:
    text = "\n\n".join(paragraph(number) for number in range(1, 9))
    return write_brief(tmp_path_factory.mktemp("proof"), text, theme="policy-note")


def test_a_proof_says_its_day_and_has_numbers_and_a_margin(brief: Path) -> None:
    proof = make_proof(job(brief), ProofPlan(DAY, 5, 50.0))
    assert not [problem for problem in proof.problems if problem.severity > 1]
    document = pymupdf.open("pdf", proof.content)
    page = document[0]
    assert page.rect.width == pytest.approx((210 + 50) * MM, abs=1)
    assert "Draft 1 March 2026" in page.get_text()
    assert drawn(proof.content).count("/Artifact <</Type /Layout>> BDC q") == 1
    assert "<pdfaid:part>" not in str(document.get_xml_metadata())
    assert "<pdfuaid:part>" in str(document.get_xml_metadata())


def test_numbers_are_no_part_of_the_text(brief: Path) -> None:
    texts = [
        pymupdf.open("pdf", make_proof(job(brief), ProofPlan(DAY, every, 0.0)).content)[0].get_text()
        for every in (0, 1)
    ]
    assert texts[0] == texts[1]


def test_the_same_day_gives_the_same_bytes(brief: Path) -> None:
    plan = ProofPlan(DAY)
    assert make_proof(job(brief), plan).content == make_proof(job(brief), plan).content


def test_the_command_names_the_file_a_proof(
    brief: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(brief.parent)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")
    assert main(["proof", "brief.md", "-o", "out/"]) == 0
    name = f"{brief.parent.name}-proof.pdf"
    assert (brief.parent / "out" / name).is_file()
    assert capsys.readouterr().out.startswith(f"out/{name}: ")
    assert main(["proof", "brief.md", "--date", "yesterday"]) == 2
    assert main(["proof", "brief.md", "--every", "-3"]) == 2
