"""A drawn PDF as bytes."""

from __future__ import annotations

import re
import zlib
from io import BytesIO

import pikepdf
import pydyf
import pytest

from issuebrief.pdf.serialize import write


def pdf(*streams: pydyf.Stream) -> pydyf.PDF:
    made = pydyf.PDF()
    for stream in streams:
        made.add_object(stream)
    made.add_page(pydyf.Dictionary({"Type": "/Page", "MediaBox": pydyf.Array([0, 0, 9, 9])}))
    return made


def test_the_same_objects_give_the_same_bytes_and_the_same_id() -> None:
    one, other = (write(pdf(pydyf.Stream([b"one"], compress=True))) for _ in range(2))
    assert one == other
    with _open(one) as first:
        identifier = [bytes(part) for part in first.trailer.ID]
    assert identifier[0] == identifier[1]
    changed = write(pdf(pydyf.Stream([b"two"], compress=True)))
    with _open(changed) as second:
        assert bytes(second.trailer.ID[0]) != identifier[0]


def _open(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


@pytest.mark.parametrize("end", [b"", b"\r", b"\n", b"\r\n", b"\r\r"])
def test_a_stream_is_as_long_as_it_says_whatever_it_ends_with(end: bytes) -> None:
    data = b"content" + end
    written = write(pdf(pydyf.Stream([data])))
    found = re.search(rb"/Length (\d+)>>\nstream\n(content[\r\n]*)\nendstream", written)
    assert found
    assert int(found[1]) == len(data)
    assert found[2] == data + b"\r"


def test_streams_are_compressed_once_and_well() -> None:
    asked: list[int] = []

    class Counted(pydyf.Stream):  # type: ignore[misc]
        @property
        def data(self) -> bytes:
            asked.append(1)
            return bytes(pydyf.Stream.data.fget(self))

    content = write(pdf(Counted([b"x" * 10_000], compress=True)))
    assert len(asked) == 1
    with _open(content) as made:
        (stream,) = (
            each for each in made.objects if isinstance(each, pikepdf.Stream) and "/Type" not in each
        )
        assert zlib.decompress(stream.read_raw_bytes()) == b"x" * 10_000


def test_it_is_a_pdf_of_the_version_that_is_asked_for() -> None:
    assert write(pdf()).startswith(b"%PDF-1.7\n")
    assert write(pdf(), "1.6").startswith(b"%PDF-1.6\n")


def test_pydyf_writes_as_before_afterwards() -> None:
    before = pydyf.Stream.data
    write(pdf())
    assert pydyf.Stream.data is before
