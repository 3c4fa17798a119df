"""Files of LibreOffice: their words, their changes, their comments."""

from __future__ import annotations

import io
import zipfile

import pytest

from issuebrief.word_import.documents.model import Changes, UnreadableDocument
from issuebrief.word_import.documents.odt import read_odt

SPACE = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = (
    f'xmlns:office="{SPACE}:office:1.0" xmlns:text="{SPACE}:text:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
CHANGE = (
    "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ed</dc:creator>"
    "<dc:date>2026-01-02T00:00:00</dc:date></office:change-info><text:p>old words</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
)
COMMENT = "<office:annotation><dc:creator>Ed</dc:creator><text:p>Really?</text:p></office:annotation>"


def odt(text: str, manifest: str = "") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", f"<office:text {NAMES}>{text}</office:text>")
    return target.getvalue()


def test_words_changes_and_comments_are_read() -> None:
    document = read_odt(odt(f"{CHANGE}<text:p>One<text:s/>two{COMMENT}.</text:p>"), Changes.ACCEPT)
    assert document.words == {1: "One two."}
    assert [(each.kind, each.author, each.words) for each in document.changes] == [
        ("deleted", "Ed", "old words")
    ]
    assert [(each.author, each.words) for each in document.comments] == [("Ed", "Really?")]


def test_changes_are_not_rejected_but_refused() -> None:
    with pytest.raises(UnreadableDocument, match="cannot be rejected here"):
        read_odt(odt(CHANGE), Changes.REJECT)


def test_an_encrypted_file_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="protected with a password"):
        read_odt(odt("", "<manifest:encryption-data/>"), Changes.ACCEPT)
