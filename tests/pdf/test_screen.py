"""The PDF for the screen."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pikepdf
import pytest
from pdf_facts import Facts
from setting import job, write_brief

from issuebrief.engine.pages import LayoutInput
from issuebrief.layout.engine import lay_out
from issuebrief.pdf.extension_schemas import NAMES
from issuebrief.pdf.screen import draw
from issuebrief.pipeline import set_pages
from issuebrief.pipeline.read import read

if TYPE_CHECKING:
    from pathlib import Path


def drawn(folder: Path, html: str, text: str = "Text.") -> tuple[bytes, tuple[str, ...]]:
    """A page drawn: its PDF and the codes of what was noticed while drawing."""
    manuscript, _ = read(job(write_brief(folder, text)))
    assert manuscript
    pages, problems = lay_out(LayoutInput(html, manuscript.source.path, (), (folder,)))
    assert pages, problems
    content, found = draw(pages, manuscript)
    assert draw(pages, manuscript) == (content, found)
    return content, tuple(problem.code for problem in found)


HTML = '<html lang="en"><head><title>T</title></head><body><p>Text.</p></body></html>'


def test_the_pdf_is_tagged_and_says_its_language_and_title(tmp_path: Path) -> None:
    content, _ = drawn(tmp_path, HTML)
    path = tmp_path / "out.pdf"
    path.write_bytes(content)
    with Facts(path) as facts:
        assert (facts.tagged, facts.language, facts.metadata["Title"]) == (True, "en", "T")
        assert all(face.embedded and face.subset for face in facts.faces)


def test_the_bytes_depend_on_the_page_alone(tmp_path: Path) -> None:
    first, _ = drawn(tmp_path / "a", HTML)
    assert first == drawn(tmp_path / "b", HTML)[0]
    assert first != drawn(tmp_path / "c", HTML.replace("Text", "Words"))[0]


@pytest.mark.parametrize("value", ["", "soon", "-5", "1.5"])
def test_a_date_in_the_environment_that_is_none_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    content, _ = drawn(tmp_path, HTML)
    assert b"/ModDate" not in content


def test_a_date_in_the_environment_is_stamped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    path = tmp_path / "out.pdf"
    path.write_bytes(drawn(tmp_path, HTML)[0])
    with Facts(path) as facts:
        assert facts.metadata["CreationDate"] == "D:19700102000000Z"


def test_what_the_engine_says_while_drawing_is_told(tmp_path: Path) -> None:
    _, codes = drawn(tmp_path, '<html lang="en"><body><a href="#gone">x</a><p>Text.')
    assert "links.dead" in codes


def catalog(folder: Path, html: str) -> tuple[pikepdf.Pdf, tuple[str, ...]]:
    content, codes = drawn(folder, html)
    return pikepdf.open(BytesIO(content)), codes


def page(body: str, style: str = "") -> str:
    return f'<html lang="en"><head><title>T</title><style>{style}</style></head><body>{body}</body></html>'


def test_it_says_that_colours_are_srgb(tmp_path: Path) -> None:
    pdf, _ = catalog(tmp_path, HTML)
    (intent,) = pdf.Root.OutputIntents
    assert (str(intent.S), str(intent.OutputConditionIdentifier)) == ("/GTS_PDFA1", "sRGB IEC61966-2.1")
    profile = intent.DestOutputProfile
    assert profile.N == 3
    assert profile.read_bytes()[36:40] == b"acsp"


def test_a_viewer_shows_the_title_and_goes_from_link_to_link_in_reading_order(tmp_path: Path) -> None:
    pdf, _ = catalog(tmp_path, HTML)
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.MarkInfo.Marked
    assert all(str(each.Tabs) == "/S" for each in pdf.pages)


def test_its_packet_can_be_read_without_knowing_pdf(tmp_path: Path) -> None:
    content, _ = drawn(tmp_path, HTML)
    packet = content[content.index(b"<?xpacket begin=") : content.index(b'<?xpacket end="r"?>')]
    assert b"<pdfaid:part>2</pdfaid:part>" in packet
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet


def test_what_the_packet_says_the_properties_say_too(tmp_path: Path) -> None:
    manuscript, _ = read(job(write_brief(tmp_path, "Text.", keywords=["tides"], doi="10.1000/182")))
    assert manuscript
    pages, _ = set_pages.lay_out(job(manuscript.source.path), manuscript)
    assert pages
    with pikepdf.open(BytesIO(draw(pages, manuscript)[0])) as pdf, pdf.open_metadata() as said:
        assert said["dc:title"] == str(pdf.docinfo.Title) == "Notes on a Crossing"
        assert said["dc:creator"] == [str(pdf.docinfo.Author)] == ["Editorial Desk"]
        assert said["pdf:Keywords"] == str(pdf.docinfo.Keywords) == "tides"
        assert said["pdf:Producer"] == str(pdf.docinfo.Producer)
        assert said["xmp:CreatorTool"] == str(pdf.docinfo.Creator) == "issuebrief"
        assert said["xmp:CreateDate"].replace("-", "") == str(pdf.docinfo.CreationDate)[2:] == "20240501"
        assert said["dc:identifier"] == "https://doi.org/10.1000/182"
        assert said[f"{{{NAMES['prism']}}}doi"] == "10.1000/182"


@pytest.mark.parametrize(
    "body",
    [
        "<h1>A</h1><h3>B</h3>",
        "<table><tr><td>A<td>B</table>",
        "<p><a href='https://example.org'><img src='x.svg' alt=''></a>",
        "<p style='opacity: 0.5'>Text",
    ],
)
def test_a_file_that_falls_short_does_not_claim_anything_and_a_warning_says_why(
    tmp_path: Path, body: str
) -> None:
    tmp_path.joinpath("x.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    pdf, codes = catalog(tmp_path, page(body))
    with pdf, pdf.open_metadata() as said:
        assert said.pdfa_status == ""
        assert "pdfuaid:part" not in said
    # The page is not made of the brief's own text, of which all is missing.
    of_words = {"text.lost", "text.left-out", "text.changed"}
    assert set(codes) - {"fonts.from-the-machine", *of_words} == {"claim.withheld"}


def test_a_file_with_an_id_has_the_same_id_for_the_same_content(tmp_path: Path) -> None:
    ids = []
    for name, html in (("a", HTML), ("b", HTML), ("c", HTML.replace("Text", "Words"))):
        with catalog(tmp_path / name, html)[0] as pdf:
            ids.append(bytes(pdf.trailer.ID[0]))
    assert ids[0] == ids[1] != ids[2]
