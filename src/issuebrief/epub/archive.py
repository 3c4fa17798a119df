"""The container of an EPUB: a ZIP archive, the same bytes for the same files.

In:  names and bytes.
Out: an archive whose first entry says, not compressed, what it is (EPUB 3.3, 4.2 Open Container Format).
"""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MIMETYPE = b"application/epub+zip"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP archive can name."""
PLAIN = 0o644 << 16
PACKED = (".jpg", ".png", ".webp", ".gif", ".woff2")
"""Endings of what is compressed already."""
FOLDER = "EPUB/"
CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files of a publication in one; their names are seen from the package document."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as held:
        _add(held, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        _add(held, "META-INF/container.xml", CONTAINER.encode(), zipfile.ZIP_DEFLATED)
        for name, content in files:
            how = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
            _add(held, FOLDER + name, content, how)
    return out.getvalue()


def _add(held: zipfile.ZipFile, name: str, content: bytes, how: int) -> None:
    entry = zipfile.ZipInfo(name, EARLIEST)
    entry.compress_type = how
    entry.external_attr = PLAIN
    held.writestr(entry, content)
