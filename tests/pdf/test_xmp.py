"""What a file says of itself, read back with another XMP parser."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pikepdf
import pytest

from issuebrief.pdf.extension_schemas import NAMES
from issuebrief.pdf.xmp import About, Claim, packet

ABOUT = About(
    title="Tides & <Tables>",
    language="en-GB",
    authors=("Jane Doe", "Jörg Ö"),
    publisher="Institute",
    description='What "a port" knows.',
    keywords=("harbours", "tides, and tugs"),
    rights="© 2024 Jane Doe",
    doi="10.1000/182",
    issn="2049-3630",
    series="Issue Brief",
    number="7",
    published="2024-05-01",
    producer="WeasyPrint 70.0",
)
BARE = About(title="T", language="", authors=())


def read(about: About, *claims: Claim) -> Any:
    """The metadata of a PDF with this packet, as pikepdf understands it."""
    pdf = pikepdf.new()
    pdf.Root.Metadata = pdf.make_stream(packet(about, claims))
    return pdf.open_metadata()


def test_all_that_is_known_is_said() -> None:
    said = read(ABOUT)
    assert said["dc:title"] == "Tides & <Tables>"
    assert said["dc:creator"] == ["Jane Doe", "Jörg Ö"]
    assert said["dc:description"] == 'What "a port" knows.'
    assert said["dc:subject"] == {"harbours", "tides, and tugs"}
    assert said["dc:rights"] == "© 2024 Jane Doe"
    assert said["dc:identifier"] == "https://doi.org/10.1000/182"
    assert said["dc:language"] == {"en-GB"}
    assert said["dc:publisher"] == {"Institute"}
    assert said["dc:date"] == ["2024-05-01"]
    assert said["xmpRights:Marked"] == "True"
    assert said["pdf:Keywords"] == "harbours, tides, and tugs"
    assert said["xmp:CreateDate"] == "2024-05-01"
    prism = {
        name: said[f"{{{NAMES['prism']}}}{name}"] for name in ("doi", "issn", "publicationName", "number")
    }
    assert prism == {
        "doi": "10.1000/182",
        "issn": "2049-3630",
        "publicationName": "Issue Brief",
        "number": "7",
    }


def test_what_is_not_known_is_left_out() -> None:
    text = packet(BARE, ()).decode()
    for name in (
        "dc:creator",
        "dc:rights",
        "dc:identifier",
        "prism:doi",
        "xmp:CreateDate",
        "pdfaExtension:schemas",
    ):
        assert f"<{name}" not in text


def test_words_are_given_in_the_language_and_for_everybody_else() -> None:
    root = ElementTree.fromstring(packet(ABOUT, ()).decode())
    titles = root.findall(f".//{{{NAMES['dc']}}}title//{{{NAMES['rdf']}}}li")
    tags = [title.get("{http://www.w3.org/XML/1998/namespace}lang") for title in titles]
    assert tags == ["x-default", "en-GB"]


def test_a_file_claims_what_it_is_told_to_claim_and_nothing_else() -> None:
    assert read(ABOUT).pdfa_status == ""
    assert "pdfuaid:part" not in read(ABOUT)
    said = read(ABOUT, Claim.UA_1, Claim.A_2A)
    assert (said.pdfa_status, said["pdfuaid:part"]) == ("2A", "1")


@pytest.mark.parametrize(
    ("about", "claims", "described"),
    [
        (ABOUT, (Claim.A_2A, Claim.UA_1), ["pdfuaid", "prism"]),
        (ABOUT, (Claim.A_2A,), ["prism"]),
        (BARE, (Claim.A_2A, Claim.UA_1), ["pdfuaid"]),
        (BARE, (Claim.A_2A,), []),
        (ABOUT, (), []),
    ],
)
def test_what_pdf_a_does_not_know_is_described(
    about: About, claims: tuple[Claim, ...], described: list[str]
) -> None:
    root = ElementTree.parse(BytesIO(packet(about, claims))).getroot()
    assert [found.text for found in root.iter(f"{{{NAMES['pdfaSchema']}}}prefix")] == described


def test_a_date_of_the_file_goes_before_that_of_the_brief() -> None:
    said = read(replace(ABOUT, modified="2025-01-01T00:00:00Z"))
    assert said["xmp:CreateDate"] == said["xmp:ModifyDate"] == "2025-01-01T00:00:00Z"
    assert said["dc:date"] == ["2024-05-01"]


def test_control_characters_do_not_spoil_the_packet() -> None:
    assert read(replace(ABOUT, title="a\x00\x0bb\tc"))["dc:title"] == "ab\tc"
