"""The formats in which a brief is described, and the files that hold them.

In:  a manuscript, the head of a deposit, and the formats that are wanted.
Out: the bytes of each file.
"""

from __future__ import annotations

from enum import StrEnum
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from issuebrief.manuscript import Manuscript
    from issuebrief.metadata.deposit_head import DepositHead
    from issuebrief.metadata.record import Record


class MetadataFormat(StrEnum):
    """A format, by the name that is typed for it."""

    CROSSREF = "crossref"
    DATACITE = "datacite"
    DUBLIN_CORE = "dc"
    JATS = "jats"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"

    @property
    def ending(self) -> str:
        """What follows the brief's name in the name of the file."""
        return ENDINGS_OF_METADATA[self]

    @property
    def agency(self) -> str:
        """The agency that takes the file, and refuses it if something lacks; empty for other formats."""
        return {MetadataFormat.CROSSREF: "Crossref", MetadataFormat.DATACITE: "DataCite"}.get(self, "")


ENDINGS_OF_METADATA = {
    MetadataFormat.CROSSREF: "-crossref.xml",
    MetadataFormat.DATACITE: "-datacite.json",
    MetadataFormat.DUBLIN_CORE: "-dc.xml",
    MetadataFormat.JATS: "-jats.xml",
    MetadataFormat.BIBTEX: ".bib",
    MetadataFormat.RIS: ".ris",
    MetadataFormat.CSL_JSON: "-csl.json",
}
"""What follows a brief's name in the names of files of metadata."""


FOLDER_OF_PICTURES = "-jats-files"
"""What follows a brief's name in the name of the folder with the pictures that JATS names."""

WRITERS = {
    MetadataFormat.DATACITE: ("issuebrief.metadata.datacite", "datacite"),
    MetadataFormat.DUBLIN_CORE: ("issuebrief.metadata.dublin_core", "dublin_core"),
    MetadataFormat.BIBTEX: ("issuebrief.metadata.bibtex", "bibtex"),
    MetadataFormat.RIS: ("issuebrief.metadata.ris", "ris"),
    MetadataFormat.CSL_JSON: ("issuebrief.metadata.csl_json", "csl_json"),
}
"""The modules and functions that write the formats for which a record is enough."""


def described(
    form: MetadataFormat,
    record: Record,
    head: DepositHead,
    manuscript: Manuscript,
    address_of: Callable[[str], str] = str,
) -> bytes:
    """The file of a format; only what that format needs is loaded.

    `address_of` gives the address of a picture that the brief names, for the format that has pictures.
    """
    match form:
        case MetadataFormat.CROSSREF:
            from issuebrief.metadata.crossref import crossref

            return crossref(record, head)
        case MetadataFormat.JATS:
            from issuebrief.metadata.jats.article import jats

            return jats(record, manuscript, address_of)
        case _:
            module, function = WRITERS[form]
            write: Callable[[Record], bytes] = getattr(import_module(module), function)
            return write(record)
