"""Make a PDF fit for an archive.

In:  the PDF that is being made.
Out: the same with what PDF/A-2 asks of a whole file (ISO 19005-2): what its colours mean, and its XMP
     packet.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from issuebrief.engine.protocols import PdfFile

CONDITION = "sRGB IEC61966-2.1"
PROFILE = "sRGB2014.icc"
"""The profile of the International Color Consortium that comes with WeasyPrint."""


def add_intent(pdf: PdfFile) -> None:
    """Say that colours are sRGB."""
    content = (files("weasyprint") / "pdf" / PROFILE).read_bytes()
    extra = pydyf.Dictionary({"N": 3, "Alternate": "/DeviceRGB"})
    profile = pydyf.Stream([content], extra, compress=True)
    pdf.add_object(profile)
    intent = pydyf.Dictionary({"Type": "/OutputIntent", "S": "/GTS_PDFA1"})
    intent["OutputConditionIdentifier"] = pydyf.String(CONDITION)
    intent["Info"] = pydyf.String(CONDITION)
    intent["DestOutputProfile"] = profile.reference
    pdf.catalog["OutputIntents"] = pydyf.Array([intent])


def add_packet(pdf: PdfFile, packet: bytes) -> None:
    """Add the XMP packet, left as it is so that it can be found without knowing PDF."""
    metadata = pydyf.Stream([packet], pydyf.Dictionary({"Type": "/Metadata", "Subtype": "/XML"}))
    pdf.add_object(metadata)
    pdf.catalog["Metadata"] = metadata.reference
