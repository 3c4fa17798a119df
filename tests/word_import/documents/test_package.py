"""Files that are damaged, hostile or something else are refused with what is wrong, and fast."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from word_files import FRONT, docx, par

from issuebrief.word_import.documents.model import Changes
from issuebrief.word_import.import_document import import_document

if TYPE_CHECKING:
    from pathlib import Path

BODY = FRONT + par("Text.")


def with_part(name: str, content: bytes) -> bytes:
    return docx(BODY, {name: content})


DEEP = f"<w:p>{'<w:sdt>' * 400}{'</w:sdt>' * 400}</w:p>"
BAD = {
    "it is not a docx file, whatever its name": b"<html>Hello</html>",
    "it is protected with a password, or was saved by Word 97": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    + bytes(100),
    "it is incomplete or damaged": docx(BODY)[:900],
    "word/document.xml declares a document type, as no program does": with_part(
        "word/document.xml", b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
    ),
    "word/document.xml nests its elements too deeply": docx(DEEP),
    "there is no text of Word in it": with_part("word/document.xml", b"<x/>"),
    "its part word/media/a.xml is far too large": with_part("word/media/a.xml", b"<a>" + b" " * 41_000_000),
}


@pytest.mark.parametrize("reason", BAD)
def test_a_bad_file_is_refused_with_the_reason(tmp_path: Path, reason: str) -> None:
    path = tmp_path / "manuscript.docx"
    path.write_bytes(BAD[reason])
    made = import_document(path, Changes.ACCEPT)
    assert [problem.message for problem in made.problems] == [reason]
    assert made.problems[0].hint
    assert made.files == ()


def test_a_part_that_is_no_zip_of_word_is_told(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("readme.txt", "Hello")
    path = tmp_path / "manuscript.docx"
    path.write_bytes(target.getvalue())
    assert import_document(path).problems[0].message == "it is a zip file, but not one of Word"
