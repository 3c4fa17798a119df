"""The pictures of a manuscript as files beside the brief.

In:  pictures as the text has them, in its order, and their bytes.
Out: files at full size, named by their order; alternative texts, with a word where one is missing.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from issuebrief.word_import.documents.import_problems import changed, guessed, left_out, missing, quoted
from issuebrief.word_import.documents.model import WrittenFile

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.word_import.documents.model import SourcePicture, TextPicture

KINDS = (
    (b"\x89PNG", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
    (b"BM", "bmp"),
    (b"\x01\x00\x00\x00", "emf"),
    (b"\xd7\xcd\xc6\x9a", "wmf"),
    (b"\x01\x00\x09\x00", "wmf"),
    (b"\x02\x00\x09\x00", "wmf"),
)
DRAWINGS_OF_WINDOWS = {"emf": " (a drawing of Windows)", "wmf": " (a drawing of Windows)"}
NO_TEXT = re.compile(
    r"[\w .()-]+\.(?:png|jpe?g|gif|tiff?|bmp|emf|wmf|svg)|(?:picture|grafik|image|bild|imagen)\s*\d*",
    re.IGNORECASE,
)
"""Names that programs give to pictures, which describe nothing."""
AUTOMATIC = re.compile(r"automati(?:cally|sch|que)|generated|generiert|générée", re.IGNORECASE)
GENERATED = re.compile(
    r"\s*(?:description automatically generated(?: with \w+ confidence)?|automatisch generierte beschreibung|"
    r"description générée automatiquement|(?:AI|KI)-generated content may be incorrect)[. ]*$",
    re.IGNORECASE,
)
"""What Word puts behind a description that it wrote itself."""
UNDESCRIBED = "Picture that is still to be described"


@dataclass
class PictureFiles:
    """The files, and by the number of each picture its file and its alternative text."""

    files: dict[str, WrittenFile] = field(default_factory=dict)
    named: dict[int, tuple[str, str]] = field(default_factory=dict)
    told: list[Diagnostic] = field(default_factory=list)


def picture_files(
    pictures: Sequence[TextPicture],
    content: Mapping[str, bytes],
    captions: Mapping[int, str],
    source: Sequence[SourcePicture],
    path: Path,
) -> PictureFiles:
    """The files of all pictures; the same picture twice is one file."""
    made = PictureFiles()
    for index, picture in enumerate(pictures):
        data = content.get(picture.file)
        if data is None:
            message = f"a picture is not in the file: {quoted(picture.file)}"
            hint = "it lies elsewhere: put it beside the brief, and name it there"
            made.told.append(left_out(path, message, picture.paragraph, hint))
            continue
        data, kind = _usable(data)
        file = made.files.get(_key(data))
        if file is None:
            file = WrittenFile(f"figure-{len(made.files) + 1}.{kind}", data)
            made.files[_key(data)] = file
            if kind in ("emf", "wmf", "bin"):
                message = f"{file.name} is in a format that cannot be set{DRAWINGS_OF_WINDOWS.get(kind, '')}"
                hint = (
                    "right-click it in Word, Save as Picture, as SVG or PNG; put that file beside the brief, "
                    f"and write its name instead of {file.name}"
                )
                made.told.append(missing(path, message, picture.paragraph, hint))
        alternative = _alternative(picture, file.name, captions.get(index, ""), made, path)
        made.named[index] = (file.name, alternative)
    for each in source:
        if each.is_cropped:
            message = "a picture is cropped in Word; its file is the whole picture"
            made.told.append(
                changed(path, message, each.paragraph, "crop the file, if the rest must not be seen")
            )
    return made


def _key(data: bytes) -> str:
    from hashlib import sha256

    return sha256(data).hexdigest()


def _usable(data: bytes) -> tuple[bytes, str]:
    """A picture in a format that is set, and its kind; a bitmap of Windows becomes a PNG."""
    kind = next((kind for head, kind in KINDS if data.startswith(head)), "")
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        kind = "webp"
    if not kind:
        return data, "svg" if b"<svg" in data[:2000] else "bin"
    if kind == "bmp":
        from PIL import Image

        try:
            with Image.open(io.BytesIO(data)) as image:
                target = io.BytesIO()
                image.convert("RGB").save(target, "PNG")
        except (OSError, ValueError, Image.DecompressionBombError):
            return data, "bin"
        return target.getvalue(), "png"
    return data, kind


def _alternative(picture: TextPicture, name: str, caption: str, made: PictureFiles, path: Path) -> str:
    text = re.sub(r"[\[\]\\]", "", picture.alternative).strip()
    if text and not NO_TEXT.fullmatch(text):
        if AUTOMATIC.search(text):
            message = f"the description of {name} was written by a program: {quoted(text)}"
            made.told.append(guessed(path, message, picture.paragraph, "see that it is true"))
        return GENERATED.sub("", text) or text
    hint = "write in the brackets what it shows, for readers who cannot see it"
    stand_in = re.sub(r"[\[\]\\*]|\{[^}]*\}|\^n\d+", "", caption).strip() or UNDESCRIBED
    made.told.append(
        missing(path, f"{name} has no description; {quoted(stand_in)} stands in", picture.paragraph, hint)
    )
    return stand_in
