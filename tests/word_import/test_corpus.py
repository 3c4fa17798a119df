"""Word files of many shapes come in whole: every note, every number, and 999 of 1,000 words."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from word_corpus import CORPUS
from word_files import brief_of, needs_pandoc

from issuebrief.word_import.documents.model import Changes
from issuebrief.word_import.import_document import import_document
from issuebrief.word_import.import_page import as_page

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
WORD = re.compile(r"[^\W_]+")


def words_of(content: bytes) -> Counter[str]:
    """The words of a file's text and notes, read by nothing of the program."""
    found: Counter[str] = Counter()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for part in ("document", "footnotes", "endnotes"):
            if f"word/{part}.xml" not in archive.namelist():
                continue
            tree = ElementTree.fromstring(archive.read(f"word/{part}.xml"))
            for outer in tree.iter():
                for inner in outer.findall(FALLBACK):
                    outer.remove(inner)
            for paragraph in tree.iter(f"{W}p"):
                found.update(WORD.findall(_text(paragraph)))
    return found


def _text(element: ElementTree.Element) -> str:
    """The text of a paragraph, without that of paragraphs in it."""
    parts = []
    for inner in element:
        if inner.tag in (f"{W}t", MATHS):
            parts.append((inner.text or "").replace("\u00ad", ""))
        elif inner.tag in (f"{W}tab", f"{W}br", f"{W}noBreakHyphen"):
            parts.append(" ")
        elif inner.tag == f"{W}ruby":
            reading, base = (_text(inner.find(f"{W}{name}") or inner) for name in ("rt", "rubyBase"))
            parts.append(f"{base} {reading}")
        elif inner.tag != f"{W}p":
            parts.append(_text(inner))
    return "".join(parts)


@needs_pandoc
@pytest.mark.parametrize("shape", CORPUS)
def test_a_manuscript_comes_in_whole_or_says_what_is_gone(tmp_path: Path, shape: str) -> None:
    file = CORPUS[shape]
    path = tmp_path / "manuscript.docx"
    path.write_bytes(file.content)
    made = import_document(path, Changes.ACCEPT)
    messages = [problem.message for problem in made.problems]
    assert [problem.message for problem in made.problems if problem.code == "word.lost"] == []
    for part in file.told:
        assert any(part in message for message in messages), (part, messages)
    brief = brief_of(made)
    before = words_of(file.content) - Counter(file.gone)
    # Its date and what counts its captions are in the brief in another form.
    for gone in ("3", "May", "2025", "Figure", "1"):
        before.pop(gone, None)
    after = Counter(WORD.findall(re.sub(r"(?<=\w)[*~^]+(?=\w)", "", brief)))
    lost = before - after
    joined = "".join(WORD.findall(brief))
    lost = Counter({word: count for word, count in lost.items() if word not in joined})
    assert lost.total() <= before.total() / 1000, lost
    kept = {count.kind: (count.before, count.after) for count in made.counts}
    assert kept["notes"][0] == kept["notes"][1]
    assert kept["tables"][0] == kept["tables"][1]
    page = as_page(made, made.problems)
    assert page.count("</td></tr>") - len(made.counts) == len(made.problems)


def test_the_corpus_has_many_shapes() -> None:
    assert len(CORPUS) >= 60
