"""The example of another institute: what its designer and its editors get, in two languages and two sizes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
import pytest
import validators
from pdf_facts import MM, Facts
from press_facts import PLAIN, PressFacts

from issuebrief.cli.main import main
from issuebrief.job import Job, Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.resources import search_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.diagnostics.model import Diagnostic

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/kvarnholt"
FONTS = EXAMPLE / "styles/fonts"
ADDRESSES = {
    "": "https://kvarnholt.example/small-places/3",
    ".sv": "https://kvarnholt.example/sma-orter/3",
}
NAMES = {"": "Kvarnholt Institute for Local Affairs", ".sv": "Kvarnholtsinstitutet för lokala frågor"}


@dataclass(frozen=True)
class MadeEdition:
    """An edition, and what it became."""

    tag: str
    folder: Path
    facts: Facts
    problems: tuple[Diagnostic, ...]


def make(folder: Path, tag: str, *purposes: Purpose, size: str = "") -> tuple[Diagnostic, ...]:
    """Make an edition for some purposes; what is wrong with it."""
    folder.mkdir(parents=True, exist_ok=True)
    brief = EXAMPLE / f"content/one-warm-room/brief{tag}.md"
    outputs = tuple(Output(purpose, folder / f"brief{purpose.ending}") for purpose in purposes)
    return set_brief(Job(brief, outputs, search_path(EXAMPLE), page_size=size)).problems


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, MadeEdition]]:
    """Both editions, for all purposes."""
    found = {}
    for tag in ADDRESSES:
        folder = tmp_path_factory.mktemp("example")
        problems = make(folder, tag, *Purpose)
        found[tag] = MadeEdition(tag, folder, Facts(folder / "brief.pdf"), problems)
    yield found
    for edition in found.values():
        edition.facts.close()


@pytest.fixture(params=ADDRESSES, ids=["en", "sv"])
def edition(request: pytest.FixtureRequest, editions: dict[str, MadeEdition]) -> MadeEdition:
    """One of them."""
    return editions[request.param]


def test_nothing_is_wrong_with_it_and_it_fills_a_folded_sheet(edition: MadeEdition) -> None:
    assert edition.problems == ()
    assert len(edition.facts) == 4


def test_a_check_for_all_purposes_finds_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(EXAMPLE)
    assert main(["check", "--for", "all", "--strict", "-j", "1"]) == 0
    assert "2 briefs, no problems" in "".join(capsys.readouterr())


def test_it_keeps_the_standards_that_it_claims(edition: MadeEdition) -> None:
    path = edition.facts.path
    assert validators.claims(path) == {"PDF/UA-1", "PDF/A-2a"}
    assert validators.page_validation(path, validators.UA_1) == []
    assert validators.page_validation(path, validators.A_2A) == []
    assert validators.spoken_aloud(path) == []


def test_its_press_file_is_in_inks_alone_with_bleed_on_all_sides(edition: MadeEdition) -> None:
    path = edition.folder / "brief-press.pdf"
    assert validators.qpdf(path) == []
    with PressFacts(path) as press:
        assert len(press) == 4
        trim, bleed = press.box(0, "TrimBox"), press.box(0, "BleedBox")
        size = (trim.right - trim.left, trim.top - trim.bottom)
        assert size == pytest.approx((210 * MM, 297 * MM), abs=0.01)
        assert bleed == pytest.approx(trim.grown(3 * MM), abs=0.01)
        assert press.spaces <= PLAIN


def test_it_is_set_in_its_own_faces_which_are_as_they_were_added(edition: MadeEdition) -> None:
    names = {face.name.partition("+")[2] for face in edition.facts.faces}
    families = ("Alegreya", "Alegreya-Sans")
    assert names <= {family + cut for family in families for cut in ("", "-Bold", "-Italic", "-BoldItalic")}
    assert names >= set(families)
    listed = (FONTS / "SHA256SUMS").read_text("ascii").splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in listed)}
    files = {path.relative_to(FONTS).as_posix(): path for path in FONTS.rglob("*.ttf")}
    assert {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()} == sums
    assert {path.parent.name for path in FONTS.rglob("LICENSE")} == {"alegreya", "alegreya-sans"}


def test_the_sidebar_is_outside_on_facing_pages(editions: dict[str, MadeEdition]) -> None:
    facts = editions[""].facts
    middle = facts.size[0] / 2
    points = next(line for line in facts.on(0) if line.text.startswith("Key points"))
    quote = next(
        line for line in facts.on(1) if line.text.startswith("Everybody knows") and line.left < middle
    )
    other = next(line for line in facts.on(2) if line.text.startswith("should pay, inspect"))
    assert points.left > middle
    assert quote.right < middle
    assert other.left > middle


def test_each_edition_names_the_institute_in_its_own_language(edition: MadeEdition) -> None:
    other = NAMES[".sv" if edition.tag == "" else ""]
    for text in (edition.facts.text.replace("\n", " "), (edition.folder / "brief.html").read_text("utf-8")):
        assert NAMES[edition.tag] in text
        assert other not in text
        for network in ("Mastodon", "LinkedIn", "Podcast"):
            assert network in text


def test_the_editions_lead_to_each_other(edition: MadeEdition) -> None:
    other = ADDRESSES[".sv" if edition.tag == "" else ""]
    with pikepdf.open(edition.facts.path) as pdf:
        links = {str(link.A.URI) for link in pdf.pages[0].Annots if "/A" in link and "/URI" in link.A}
    assert other in links
    assert f'href="{other}"' in (edition.folder / "brief.html").read_text("utf-8")


def test_the_same_bytes_are_made_again(editions: dict[str, MadeEdition], tmp_path: Path) -> None:
    make(tmp_path, "", *Purpose)
    for name in ("brief.pdf", "brief-press.pdf", "brief.html"):
        assert (tmp_path / name).read_bytes() == (editions[""].folder / name).read_bytes()


@pytest.mark.parametrize("tag", ADDRESSES, ids=["en", "sv"])
def test_a_command_sets_it_in_letter_too(tag: str, tmp_path: Path) -> None:
    assert make(tmp_path, tag, Purpose.SCREEN, size="letter") == ()
    with Facts(tmp_path / "brief.pdf") as facts:
        assert facts.size == pytest.approx((612, 792), abs=0.01)
        assert len(facts) == 4
        assert validators.page_validation(facts.path, validators.UA_1) == []
