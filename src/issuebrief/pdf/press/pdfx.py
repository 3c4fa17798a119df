"""Say what a press file is: for which printing condition, trimmed where, made when.

In:  a press file in the making, the brief's front matter, the profile it is printed by.
Out: the same with all that PDF/X-4 asks of a file (ISO 15930-7): boxes, output intent, information
     and XMP that agree, and the colour that is on every plate.
"""

from __future__ import annotations

import zlib
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

import pydyf

from issuebrief.pdf.dates import Moment, stamp
from issuebrief.pdf.metadata import about
from issuebrief.pdf.pdfa import add_packet
from issuebrief.pdf.press.draw import set_color_spaces
from issuebrief.pdf.press.icc import REGISTRY
from issuebrief.pdf.press.ink_record import SPOT
from issuebrief.pdf.press.printers_marks import REGISTRATION
from issuebrief.pdf.serialize import page_objects
from issuebrief.pdf.xmp import Claim, packet

if TYPE_CHECKING:
    from issuebrief.engine.protocols import PdfFile, PdfObject
    from issuebrief.frontmatter.model import Brief
    from issuebrief.pdf.press.draw import PressDrawing
    from issuebrief.pdf.press.icc import Profile
    from issuebrief.theming.colours import Cmyk

PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""The plates of every file."""

UNNAMED = "Custom"
"""The name of a printing condition that has none."""


def identify(drawing: PressDrawing, brief: Brief, profile: Profile) -> None:
    """Add to a drawn file all that makes it one for the press."""
    _set_boxes(drawing)
    spots = drawing.inks.spots
    spaces = {f"{SPOT}{number}": separation(name, spots[name]) for number, name in enumerate(spots)}
    set_color_spaces(drawing.pdf, {REGISTRATION: separation(REGISTRATION, (1, 1, 1, 1)), **spaces})
    _add_intent(drawing.pdf, profile)
    date = stamp() or Moment(datetime.combine(brief.date, time(), UTC))
    said = replace(
        about(drawing.metadata, brief),
        modified=date.iso,
        document=f"urn:uuid:{uuid5(NAMESPACE_URL, brief.doi or f'{brief.date} {brief.title}')}",
        trapped="False",
        plates=(*PROCESS, *spots),
    )
    info = drawing.pdf.info
    info["Title"] = pydyf.String(said.title)
    info["Creator"] = pydyf.String("issuebrief")
    info["CreationDate"] = info["ModDate"] = pydyf.String(date.pdf)
    info["Trapped"] = "/False"
    add_packet(drawing.pdf, packet(said, (Claim.X_4,)))


def _set_boxes(drawing: PressDrawing) -> None:
    """Where each page is trimmed, and how far what runs over the edge goes on."""
    for page, sheet in zip(page_objects(drawing.pdf), drawing.sheets, strict=True):
        page["MediaBox"] = pydyf.Array(sheet.box(sheet.margin))
        page["BleedBox"] = pydyf.Array(sheet.box(sheet.bleed))
        page["TrimBox"] = pydyf.Array(sheet.box(0))


def _add_intent(pdf: PdfFile, profile: Profile) -> None:
    """For which printing condition the inks are meant."""
    content = zlib.compress(profile.data, 6)
    stream = pydyf.Stream([content], pydyf.Dictionary({"N": 4, "Filter": "/FlateDecode"}))
    pdf.add_object(stream)
    intent = pydyf.Dictionary({"Type": "/OutputIntent", "S": "/GTS_PDFX"})
    intent["OutputConditionIdentifier"] = pydyf.String(profile.condition or UNNAMED)
    if profile.condition:
        intent["RegistryName"] = pydyf.String(REGISTRY)
    intent["Info"] = pydyf.String(profile.description)
    intent["DestOutputProfile"] = stream.reference
    pdf.catalog["OutputIntents"] = pydyf.Array([intent])


def separation(name: str, solid: Cmyk) -> PdfObject:
    """The colour space of an ink, with the process inks that stand in for it (ISO 32000-1, 8.6.6.4)."""
    function = pydyf.Dictionary({"FunctionType": 2, "N": 1})
    function["Domain"] = pydyf.Array((0, 1))
    function["C0"], function["C1"] = pydyf.Array((0, 0, 0, 0)), pydyf.Array(solid)
    colour: PdfObject = pydyf.Array(("/Separation", pdf_name(name), "/DeviceCMYK", function))
    return colour


def pdf_name(name: str) -> str:
    """A name as a PDF writes it, with what is no letter or digit as its bytes (ISO 32000-1, 7.3.5)."""
    plain = (chr(byte) if chr(byte).isalnum() and byte < 128 else f"#{byte:02X}" for byte in name.encode())
    return "/" + "".join(plain)
