"""Write the job ticket of a press file: what a printer asks before paper and plates are ordered.

In:  the bytes of a press file and of its booklet, the brief, how it is printed and finished.
Out: a JSON text. Its form has a number, `version`: a key that is there keeps its meaning and its unit in one
     version, and new keys may come. docs/delivering.md lists them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from issuebrief.markdown_body import plain
from issuebrief.pdf.press.plates import PROCESS, plates_of
from issuebrief.preflight.press.painted import read_press
from issuebrief.units import PT_PER_PX, PX_PER_MM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from issuebrief.frontmatter.model import Brief
    from issuebrief.pdf.press.finishing import Finishing
    from issuebrief.pdf.press.printing_condition import Condition
    from issuebrief.preflight.press.painted import Embedding, Painted
    from issuebrief.theming.colours import Cmyk

SCHEMA, VERSION = "issuebrief/press-ticket", 1
POINTS_PER_MM = PT_PER_PX * PX_PER_MM


@dataclass(frozen=True)
class PrintOrder:
    """What a ticket is about: the brief, how it is printed and finished, its spot inks, its blank pages."""

    brief: Brief
    condition: Condition
    finishing: Finishing
    spots: Mapping[str, Cmyk]
    blanks: int


def ticket(printed: PrintOrder, press: tuple[str, bytes], booklet: tuple[str, bytes] | None = None) -> bytes:
    """The ticket of a press file and of its booklet, each given by its name and its bytes."""
    import pikepdf

    name, content = press
    with pikepdf.open(BytesIO(content)) as file:
        painted, faces = read_press(file)
        page = file.pages[0].obj
        trim, bleed = ([float(value) for value in page[box]] for box in ("/TrimBox", "/BleedBox"))
        pages = len(file.pages)
    values: dict[str, object] = {
        "schema": SCHEMA,
        "version": VERSION,
        "title": plain(printed.brief.title, printed.brief),
        "date": printed.brief.date.isoformat(),
        "file": {**_file(name, content), "standard": "PDF/X-4"},
        "pages": {"count": pages, "blank": printed.blanks, "sheets": pages // 4 if pages % 4 == 0 else None},
        "trim_mm": {"width": _mm(trim[2] - trim[0]), "height": _mm(trim[3] - trim[1])},
        "bleed_mm": _mm(trim[0] - bleed[0]),
        "condition": _condition(printed.condition),
        **_inks(content, printed),
        **_measures(painted),
        "faces": _faces(faces),
        "finishing": _finishing(printed.finishing, booklet),
    }
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def _file(name: str, content: bytes) -> dict[str, object]:
    return {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _condition(condition: Condition) -> dict[str, object]:
    return {
        "name": condition.profile.condition or None,
        "profile": condition.profile.description,
        "profile_sha256": hashlib.sha256(condition.profile.data).hexdigest(),
        "ink_limit_percent": round(condition.limit * 100),
    }


def _inks(content: bytes, printed: PrintOrder) -> dict[str, object]:
    """Each ink with the area that it covers, and the most ink on one spot."""
    plates = plates_of(content, tuple(printed.spots))
    inks = []
    for number, ink in enumerate((*PROCESS, *printed.spots)):
        pages = [round(page.coverage[number] * 100, 2) for page in plates]
        kind: dict[str, object] = {"name": ink, "kind": "process"}
        if ink in printed.spots:
            alternate = [round(part * 100, 2) for part in printed.spots[ink]]
            kind = {"name": ink, "kind": "spot", "alternate_percent": alternate}
        inks.append({**kind, "coverage_percent": _mean(pages), "coverage_by_page_percent": pages})
    most = max(page.most for page in plates)
    page = next(number for number, page in enumerate(plates, 1) if page.most == most)
    return {"inks": inks, "most_ink": {"percent": round(most * 100), "page": page}}


def _measures(painted: Iterable[Painted]) -> dict[str, object]:
    """The smallest text, the thinnest line, and every picture with its resolution."""
    objects = list(painted)
    texts = [each for each in objects if each.what == "text" and each.size]
    lines = [each for each in objects if each.what == "shape" and each.width and each.ink > 0]
    pictures = sorted({(each.spot.page, each.resolution) for each in objects if each.resolution})
    return {
        "smallest_text": _least(texts, lambda each: each.size),
        "thinnest_line": _least(lines, lambda each: each.width),
        "pictures": [{"page": page, "dots_per_inch": round(dots)} for page, dots in pictures],
    }


def _least(objects: list[Painted], measure: Any) -> dict[str, object] | None:
    least = min(objects, key=measure, default=None)
    return None if least is None else {"points": round(measure(least), 2), "page": least.spot.page}


def _faces(faces: Iterable[Embedding]) -> list[dict[str, object]]:
    found: dict[str, bool] = {}
    for face in faces:
        name = (face.name.partition("+")[2] or face.name).rstrip(",")
        found[name] = face.embedded and found.get(name, True)
    return [{"name": name, "embedded": embedded} for name, embedded in sorted(found.items())]


def _finishing(finishing: Finishing, booklet: tuple[str, bytes] | None) -> dict[str, object]:
    return {
        "binding": "saddle stitch" if booklet else None,
        "pages_multiple": finishing.multiple,
        "imposition": {**_file(*booklet), "kind": "booklet", "standard": "PDF/X-4"} if booklet else None,
        "creep_mm": round(finishing.creep / PX_PER_MM, 3),
    }


def _mean(values: list[float]) -> float:
    return round(sum(values) / len(values), 2)


def _mm(points: float) -> float:
    return round(points / POINTS_PER_MM, 2)
