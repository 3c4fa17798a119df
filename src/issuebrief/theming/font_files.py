"""Font files, made into what all programs here read: one static or variable font, not compressed.

In:  the bytes of a font file of any kind (OpenType, TrueType, a collection, WOFF, WOFF2), and the face that
     it is to be.
Out: the bytes of a font; `Unusable` where there is none in them.

A variable font keeps its axes of weight and of width where the face is one for several of them; all other
axes are set, so that a size or a slope cannot change the shapes behind the back of the layout.
"""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from issuebrief.file_access import MOST_BYTES, megabytes, opened
from issuebrief.font_bounds import COLLECTION, ENTRY, HEADER, Unusable, refuse_endless

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    import uharfbuzz

    from issuebrief.theming.font_faces import FontFace, Span

WOFF, WOFF2 = b"wOFF", b"wOF2"
SINGLE = (b"OTTO", b"\0\1\0\0", b"true")
NEEDED = {b"cmap", b"head", b"hhea", b"hmtx", b"maxp"}
OUTLINES = {b"glyf", b"CFF ", b"CFF2", b"CBDT", b"EBDT", b"sbix", b"SVG "}
VARIES = b"fvar"
WOFF_HEADER, WOFF_ENTRY, WOFF2_HEADER = 44, 20, 48

MOST_UNPACKED = 32_000_000
"""Bytes of the largest font that is unpacked; one of all Chinese characters has two thirds of that."""
STEP = 1_000_000
"""So many bytes are unpacked at a time, to see if there are too many."""


def font_of(content: bytes, face: FontFace, name: str = "") -> bytes:
    """The font of a face; `name` is which of a collection, by its PostScript or full name."""
    if content[:4] in SINGLE and VARIES not in _tables(content):
        refuse_endless(content)
        return content
    return _made(content, name, (face.weights, face.stretches, face.slope, face.variations))


def weights_in(path: Path, folders: Sequence[Path]) -> Span | None:
    """The weights that a variable font in some folders has, from and to; None for any other file."""
    try:
        state = path.lstat()
        return _weights_in(path, tuple(folders), state.st_mtime_ns, state.st_size)
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=256)
def _weights_in(path: Path, folders: tuple[Path, ...], _time: int, _size: int) -> Span | None:
    with opened(path, folders) as file:
        start = file.read(HEADER)
        is_single = len(start) == HEADER and start[:4] in SINGLE
        if is_single and VARIES not in file.read(ENTRY * struct.unpack_from(">H", start, 4)[0]):
            return None
        file.seek(0)
        content = file.read(MOST_BYTES)
    import uharfbuzz

    try:
        font = uharfbuzz.Face(uharfbuzz.Blob(decompressed(content)))
    except Unusable:
        return None
    weights = (axis for axis in font.axis_infos if axis.tag == "wght")
    return next(((axis.min_value, axis.max_value) for axis in weights), None)


def _tables(content: bytes) -> set[bytes]:
    """The tags of the tables of a font that is whole."""
    try:
        (count,) = struct.unpack_from(">H", content, 4)
        entries = [struct.unpack_from(">4sIII", content, HEADER + ENTRY * n) for n in range(count)]
    except struct.error:
        raise Unusable("it is cut off") from None
    if any(offset + length > len(content) for _, _, offset, length in entries):
        raise Unusable("it is cut off")
    tags = {tag for tag, *_ in entries}
    if not tags >= NEEDED or not tags & OUTLINES:
        raise Unusable("it is damaged: it lacks what every font has")
    return tags


Axes = tuple["Span", "Span", str, tuple[tuple[str, float], ...]]
"""The weights and widths that a face is for, its slope, and where it sets axes by their names."""


@lru_cache(maxsize=32)
def _made(content: bytes, name: str, axes: Axes) -> bytes:
    """A font without compression, out of its collection, with its axes set."""
    import uharfbuzz

    content = decompressed(content)
    number = _number(content, name) if content[:4] == COLLECTION else 0
    font = uharfbuzz.Face(uharfbuzz.Blob(content), number)
    if content[:4] == COLLECTION or font.axis_infos:
        content = _set(font, *axes)
    _tables(content)
    return content


def decompressed(content: bytes) -> bytes:
    """WOFF and WOFF2 as the font that was packed; the tables of WOFF2 are reassembled.

    Raises `Unusable` for what is no font, and for one that is damaged or far too large.
    """
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.woff2 import decompress

    output = BytesIO()
    try:
        if content[:4] == WOFF2:
            _refuse_swelling(_unpacked_woff2(content))
            decompress(BytesIO(content), output)
            content = output.getvalue()
        elif content[:4] == WOFF:
            _refuse_swelling(_unpacked_woff(content))
            font = TTFont(BytesIO(content), recalcTimestamp=False, recalcBBoxes=False)
            font.flavor = font.flavorData = None
            font.save(output, reorderTables=None)
            content = output.getvalue()
        elif content[:4] not in (*SINGLE, COLLECTION):
            raise Unusable("it is no font")
        refuse_endless(content)
    except Unusable:
        raise
    except Exception as fault:  # damaged files fail in every way there is
        raise Unusable(f"it is damaged ({type(fault).__name__})") from fault
    return content


def _refuse_swelling(sizes: Iterable[int]) -> None:
    """Raise `Unusable` for what has more bytes than fit into memory once it is unpacked, before it is."""
    total = 0
    for size in sizes:
        total += size
        if total > MOST_UNPACKED:
            raise Unusable(f"it is too large: more than {megabytes(MOST_UNPACKED)} once it is unpacked")


def _unpacked_woff(content: bytes) -> Iterator[int]:
    """The sizes of the tables of a WOFF as they are, whatever its head says (W3C, "WOFF 1.0", section 4)."""
    (count,) = struct.unpack_from(">H", content, 12)
    for number in range(count):
        entry = WOFF_HEADER + WOFF_ENTRY * number
        offset, packed, plain = struct.unpack_from(">III", content, entry + 4)
        part = content[offset : offset + packed]
        if packed >= plain:
            yield len(part)
            continue
        unpacking = zlib.decompressobj()
        while part and (piece := unpacking.decompress(part, STEP)):
            yield len(piece)
            part = unpacking.unconsumed_tail


def _unpacked_woff2(content: bytes) -> Iterator[int]:
    """The size of the tables of a WOFF2 as they are (W3C, "WOFF 2.0", sections 4 and 5)."""
    import brotli
    from fontTools.ttLib.woff2 import WOFF2DirectoryEntry

    file = BytesIO(content)
    file.seek(WOFF2_HEADER)
    for _ in range(struct.unpack_from(">H", content, 12)[0]):
        WOFF2DirectoryEntry().fromFile(file)
    # Padding and metadata may follow, which are no part of the tables.
    (packed,) = struct.unpack_from(">I", content, 20)
    unpacking = brotli.Decompressor()
    piece = unpacking.process(file.read(packed), output_buffer_limit=STEP)
    while piece:
        yield len(piece)
        piece = b"" if unpacking.is_finished() else unpacking.process(b"", output_buffer_limit=STEP)


def _number(content: bytes, name: str) -> int:
    """The place in a collection of the font of that name; the first where there is none."""
    import uharfbuzz

    blob = uharfbuzz.Blob(content)
    fonts = [uharfbuzz.Face(blob, number) for number in range(uharfbuzz.Face(blob).count)]
    if not fonts:
        raise Unusable("it is cut off")
    if not name:
        return 0
    names = [[str(font.get_name(kind) or "") for kind in (6, 4, 16, 1)] for font in fonts]
    for number, known in enumerate(names):
        if name.lower() in map(str.lower, known):
            return number
    raise Unusable(f"it holds no “{name}”, but {', '.join(known[0] for known in names)}")


def _set(
    font: uharfbuzz.Face,
    weights: Span,
    stretches: Span,
    slope: str,
    variations: tuple[tuple[str, float], ...],
) -> bytes:
    """A font with its axes set, but for those that the face has several places on; alone in its file."""
    import uharfbuzz

    order = uharfbuzz.SubsetInput()
    order.keep_everything()
    given = dict(variations)
    for axis in font.axis_infos:
        wanted = given.get(axis.tag, _wanted(axis, weights, stretches, slope))
        span = wanted if isinstance(wanted, tuple) else (wanted, wanted)
        least, most = (min(max(part, axis.min_value), axis.max_value) for part in span)
        if least == most:
            order.pin_axis_location(font, axis.tag, least)
        else:
            default = min(max(axis.default_value, least), most)
            order.set_axis_range(font, axis.tag, least, most, default)
    try:
        return bytes(uharfbuzz.subset(font, order).blob.data)
    except RuntimeError as fault:
        raise Unusable("it is damaged") from fault


def _wanted(axis: uharfbuzz.OTVarAxisInfo, weights: Span, stretches: Span, slope: str) -> float | Span:
    """Where CSS wants an axis, or between which places."""
    if axis.tag == "wght":
        return weights
    if axis.tag == "wdth":
        return stretches
    if slope == "italic" and axis.tag in ("ital", "slnt"):
        return float(axis.max_value if axis.tag == "ital" else axis.min_value or axis.max_value)
    return 0.0 if axis.tag in ("ital", "slnt") else float(axis.default_value)
