"""The whole path: what becomes a PDF, what is refused, what is told."""

from __future__ import annotations

import base64
import os
import shutil
import socket
import stat
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NoReturn

import pytest
from examples import further
from pdf_facts import Facts, spoken, squeezed
from PIL import Image
from setting import FRONT_MATTER, ROOT, facts_of, job, paragraph, set_text, told, write_brief

from issuebrief.diagnostics.model import Severity
from issuebrief.job import Output, Purpose
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.check import check_brief

if TYPE_CHECKING:
    from collections.abc import Iterator

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every attempt to reach another machine is noted, and fails."""
    attempts: list[object] = []

    def refuse(*arguments: object, **_: object) -> NoReturn:
        attempts.append(arguments)
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    return attempts


@pytest.fixture
def picture_server(tmp_path: Path) -> Iterator[str]:
    """The address of a server on this machine that has one picture."""
    folder = tmp_path / "server"
    folder.mkdir()
    (folder / "pixel.png").write_bytes(PIXEL)
    handler = partial(QuietHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


class QuietHandler(SimpleHTTPRequestHandler):
    """It serves files and keeps no log."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def own_theme(folder: Path, css: str, name: str = "own") -> Path:
    path = folder / "styles" / "themes" / f"{name}.css"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(css)
    return path


# What comes of it


def test_a_brief_becomes_a_tagged_pdf_beside_it(tmp_path: Path) -> None:
    outcome, pdf = set_text(tmp_path, paragraph(1))
    assert (outcome.problems, outcome.pages, outcome.failed) == ((), 1, False)
    assert outcome.written == (Output(Purpose.SCREEN, pdf),)
    with Facts(pdf) as facts:
        assert facts.tagged
        assert squeezed(paragraph(1)) in spoken(facts.reading)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.md", "brief.pdf"]


def test_the_properties_have_curly_quotes_and_every_author(tmp_path: Path) -> None:
    facts = facts_of(
        tmp_path,
        paragraph(1),
        title='The "Quiet" Harbour\'s Rules',
        authors=[{"name": "A. Lind"}, {"name": "B. Holm"}],
        keywords=["harbours", 'the "law"'],
        lang="en-US",
        abstract="What the *rules* say.",
    )
    metadata = facts.metadata
    assert metadata["Title"] == "The “Quiet” Harbour’s Rules"
    assert metadata["Author"].replace("\u00a0", " ") == "A. Lind, B. Holm"
    assert metadata["Keywords"] == "harbours, the “law”"
    assert metadata["Subject"] == "What the rules say."
    assert metadata["CreationDate"].startswith("D:20240501")
    assert facts.language == "en-US"
    assert facts.bookmarks[0].title == "The “Quiet” Harbour’s Rules"


def test_a_note_cited_twice_is_set_once_and_has_two_ways_back(tmp_path: Path) -> None:
    body = f"One.[^n] {paragraph(1)}\n\n{paragraph(2)} Two.[^n]\n\n[^n]: The only note."
    facts = facts_of(tmp_path, body)
    names = [link.target.name for link in facts.links if link.target]
    assert names == ["note-1", "note-1", "mark-1-1", "mark-1-2"]
    assert spoken(facts.reading).count("Theonlynote") == 1
    marks, notes = facts.links[:2], facts.links[2:]
    assert marks[0].box[1] < marks[1].box[1]
    for back, mark in zip(notes, marks, strict=True):
        assert back.target and abs(back.target.top - mark.box[1]) < 1


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/a-very-long-path/with_many~parts/and-a-query?key=value&other=100%25#the-fragment",
        "https://www.example.org/" + "unbroken" * 9,
    ],
)
def test_a_url_in_the_notes_copies_whole(tmp_path: Path, url: str) -> None:
    facts = facts_of(tmp_path, f"Text.[^1]\n\n[^1]: See <{url}>.")
    assert {link.address for link in facts.links if link.address} == {url}
    assert url in "".join(facts.copied(0).split())


def test_a_url_in_the_text_copies_whole_even_where_words_are_hyphenated(tmp_path: Path) -> None:
    url = "https://example.org/on-the-use-of-hyphens-in-long-addresses"
    words = "incomprehensibility institutionalisation " * 30
    facts = facts_of(tmp_path, f"{words}\n\nSee <{url}>. {words}", but=["lines.loose"])
    copied = "".join(facts.copied(0).split())
    hyphens = sum(copied.count(char) for char in "-‐\ufffe\x02")
    assert hyphens > url.count("-"), "nothing was hyphenated: the text of this test is too short"
    assert url in copied


def test_mail_addresses_are_live_wherever_they_stand(tmp_path: Path) -> None:
    facts = facts_of(
        tmp_path,
        "Write to <desk@example.org>.",
        authors=[{"name": "A", "email": "a@example.org"}],
        publisher={"name": "House", "url": "https://example.org", "email": "house@example.org"},
    )
    addresses = [link.address for link in facts.links]
    assert addresses == [
        "mailto:desk@example.org",
        "mailto:a@example.org",
        "https://example.org",
        "mailto:house@example.org",
    ]


@pytest.mark.parametrize(
    "name",
    ["reading-the-launch-calendar", *further("return-to-the-moon")],
)
def test_the_same_brief_gives_the_same_bytes_twice_and_in_two_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    source = ROOT / "content" / name
    results: list[bytes] = []
    for folder in (tmp_path / "here", tmp_path / "elsewhere" / "with a space"):
        shutil.copytree(source, folder / "brief")
        shutil.copy(ROOT / "content" / "publisher.yaml", folder)
        for _ in range(2 - len(results) // 2):
            outcome = set_brief(job(folder / "brief" / "brief.md"))
            assert outcome.written
            results.append((folder / "brief" / "brief.pdf").read_bytes())
    assert len(results) == 3
    assert results[0] == results[1] == results[2]
    assert str(tmp_path).encode() not in results[0]


def test_a_picture_too_gives_the_same_bytes_in_two_folders(tmp_path: Path) -> None:
    found = []
    for folder in (tmp_path / "here", tmp_path / "elsewhere"):
        folder.mkdir()
        Image.new("RGB", (600, 300), "navy").save(folder / "cover.png")
        brief = write_brief(folder, paragraph(1), cover={"image": "cover.png", "alt": "A ferry"})
        assert set_brief(job(brief)).written
        found.append(brief.with_suffix(".pdf").read_bytes())
    assert found[0] == found[1]


def test_the_date_of_the_build_is_taken_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    first = facts_of(tmp_path / "a", paragraph(1))
    second = facts_of(tmp_path / "b", paragraph(1))
    assert first.metadata["CreationDate"] == first.metadata["ModDate"] == "D:20231114221320Z"
    assert first.path.read_bytes() == second.path.read_bytes()


def test_checking_writes_nothing_and_finds_the_same(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "Text.[^gone]", subtitel="x")
    outcome = check_brief(job(brief))
    assert sorted(told(outcome.problems)) == sorted(told(set_brief(job(brief)).problems))
    assert not outcome.written and outcome.failed
    assert [path.name for path in tmp_path.iterdir()] == ["brief.md"]


def test_a_brief_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert told(set_brief(job(tmp_path / "brief.md")).problems) == ["brief.md:0 source.missing"]


# What is told


def test_broken_front_matter_and_a_broken_note_are_told_together(tmp_path: Path) -> None:
    outcome, pdf = set_text(tmp_path, "Text.[^gone]", date="someday")
    assert [problem.code.split(".")[0] for problem in outcome.problems] == ["front-matter", "notes"]
    assert not pdf.exists()


def test_an_unknown_theme_and_a_missing_cover_are_told_together(tmp_path: Path) -> None:
    outcome, _ = set_text(tmp_path, "Text.", theme="idsp", cover={"image": "gone.jpg", "alt": "x"})
    assert {problem.code for problem in outcome.problems} == {"theme.unknown", "picture.missing"}


def test_a_missing_picture_is_told_at_its_line(tmp_path: Path) -> None:
    outcome, pdf = set_text(tmp_path, "Text.\n\n![A boat](boat.png)")
    (problem,) = outcome.problems
    assert problem.severity is Severity.ERROR
    assert problem.place and problem.place.line == 10
    assert "boat.png" in problem.message and "![A boat](boat.png)" in problem.excerpt
    assert not pdf.exists()


@pytest.mark.parametrize("link", ["[there](#nowhere)", '<a href="#nowhere">there</a>'])
def test_a_dead_link_inside_the_brief_is_told_at_its_line(tmp_path: Path, link: str) -> None:
    outcome, _ = set_text(tmp_path, f"Text.\n\nSee {link}.")
    (problem,) = outcome.problems
    assert problem.place and problem.place.line == 10
    assert "nowhere" in problem.message


def test_a_style_sheet_with_an_error_is_told_at_its_own_line(tmp_path: Path) -> None:
    sheet = own_theme(tmp_path, ":root { --brand: #123456 }\n\np { colour: red }\n")
    outcome, pdf = set_text(tmp_path, "Text.", theme="own")
    (problem,) = outcome.problems
    assert problem.place and (problem.place.path, problem.place.line) == (sheet, 3)
    assert "colour" in problem.message
    assert problem.excerpt == "p { colour: red }"
    assert not pdf.exists()


@pytest.mark.parametrize(
    ("css", "line"),
    [
        ("p { color: reddish }", 1),
        ("@media print {\n p { widows: few }\n}", 2),
        ("\np { color: red; } @page :last { margin: 0 }", 2),
        ("p { color: red; }}\nh1 { color: blue }", 1),
        ("\np:hoover { color: red }", 2),
        ("\np { color red }", 2),
        ('\n@font-face { font-family: "Far" }', 2),
        ("p { color: red }\n@import url(fonts.css);", 2),
    ],
)
def test_every_kind_of_style_error_has_its_line(tmp_path: Path, css: str, line: int) -> None:
    own_theme(tmp_path, css)
    outcome, _ = set_text(tmp_path, "Text.", theme="own")
    assert outcome.problems
    for problem in outcome.problems:
        assert problem.place and problem.place.path.name == "own.css"
        assert problem.place.line == line


def test_a_token_that_is_no_length_is_told_and_not_raised(tmp_path: Path) -> None:
    own_theme(tmp_path, ":root { --grid: wide }")
    outcome, _ = set_text(tmp_path, "Text.", theme="own")
    assert outcome.failed
    assert any("grid" in problem.message for problem in outcome.problems)


@pytest.mark.parametrize(
    ("tokens", "named", "line"),
    [
        ("--grid: 16pt", "--text-foot", 0),
        ("--text-size: 9pt;\n--measure: 120mm", "--measure", 2),
        ("--text-size: 9pt;\n--columns: 5", "--measure", 0),
        ("--page-width: 148mm;\n--page-height: 210mm", "--text-foot", 0),
        ("--text-size: 9pt }\n@page { size: A5", "--page-height", 0),
        ("--text-size: 9pt }\n@page { size: 210mm 280mm", "--page-height", 2),
        ("--margin-side: 20mm;\n--text-size: 9pt", "--margin-side", 0),
        ("--text-size: 9pt }\n@page { size: Letter; margin: 1in", "--margin-side", 2),
        ("--text-size: 9pt }\n@page { margin-right: 30mm", "--margin-side", 2),
    ],
)
def test_a_page_that_does_not_fit_its_sheet_is_told_once(
    tmp_path: Path, tokens: str, named: str, line: int
) -> None:
    own_theme(tmp_path, f":root {{ {tokens} }}")
    outcome, pdf = set_text(tmp_path, "Text.\n\n" * 200, theme="own")
    (problem,) = outcome.problems
    assert problem.code == "style.misfit"
    assert named in problem.hint
    assert problem.place and problem.place.path.name == "own.css"
    assert problem.place.line == line
    assert not pdf.exists()


@pytest.mark.parametrize(
    ("css", "more", "way"),
    [
        (
            ":root { --measure: 60mm }",
            "12 mm",
            "--measure: 66mm or --sidebar-width: 49mm or --margin-side: 20mm",
        ),
        (":root { --measure: 60mm; --sidebar-side: outer }", "12 mm", "--measure: 66mm"),
        ('@import "report.css"; :root { --sidebar-width: 41mm }', "3 mm", "--measure: 125mm"),
        ('@import "policy-note.css"; :root { --page-width: 215.9mm }', "5.9 mm", "--margin-side: 22.95mm"),
    ],
)
def test_measures_that_fall_short_of_the_page_are_told_with_what_fills_it(
    tmp_path: Path, css: str, more: str, way: str
) -> None:
    own_theme(tmp_path, css)
    outcome, _ = set_text(tmp_path, "Text.\n\n" * 200, theme="own")
    (problem,) = (found for found in outcome.problems if found.code == "style.room-left")
    assert f"come to {more} less than the width of the page" in problem.message
    assert way in problem.hint
    assert problem.place and problem.place.line == 1


def test_text_that_a_theme_gives_another_width_is_left_alone(tmp_path: Path) -> None:
    own_theme(tmp_path, ":root { --measure: 60mm } .text { width: auto; margin-left: 0 }")
    outcome, _ = set_text(tmp_path, "Text.\n\n" * 50, theme="own")
    assert not [problem for problem in outcome.problems if problem.code == "style.room-left"]


def test_another_sheet_is_set_by_its_tokens(tmp_path: Path) -> None:
    own_theme(
        tmp_path,
        ":root { --page-width: 215.9mm; --page-height: 279.4mm; --margin-side: 16.95mm;"
        " --text-foot: calc(58 * var(--grid)) }",
    )
    outcome, pdf = set_text(tmp_path, "Text.\n\n" * 90, theme="own")
    assert outcome.problems == ()
    with Facts(pdf) as facts:
        assert tuple(round(side) for side in facts.size) == (612, 792)


@pytest.mark.parametrize(("character", "name"), [("\U000f1234", "U+F1234"), ("\ue123", "U+E123")])
def test_a_character_that_no_font_has_is_told_with_its_line(
    tmp_path: Path, character: str, name: str
) -> None:
    outcome, pdf = set_text(tmp_path, f"Text.\n\nHere {character} stands.")
    (problem,) = [problem for problem in outcome.problems if problem.code == "fonts.no-glyph"]
    assert name in problem.message
    assert problem.place and (problem.place.line, problem.place.column) == (10, 6)
    assert problem.excerpt == f"Here {character} stands."
    assert outcome.failed and not pdf.exists()


def test_a_character_that_only_the_machine_has_is_told_with_its_line(tmp_path: Path) -> None:
    outcome, _ = set_text(tmp_path, "Text.\n\nThe word 水 means water.")
    (problem,) = outcome.problems
    assert problem.code in ("fonts.no-glyph", "fonts.from-the-machine")
    assert "水" in problem.message
    assert problem.place and (problem.place.line, problem.place.column) == (10, 10)


def test_a_face_taken_from_the_machine_is_warned_of(tmp_path: Path) -> None:
    if not list(Path("/usr/share/fonts").rglob("DejaVuSans.ttf")):
        pytest.skip("this machine has no DejaVu Sans")
    own_theme(tmp_path, ':root { --serif: "DejaVu Sans" }')
    outcome, pdf = set_text(tmp_path, "Text.", theme="own")
    assert [(problem.severity, problem.code) for problem in outcome.problems] == [
        (Severity.WARNING, "fonts.from-the-machine")
    ]
    assert "DejaVu Sans" in outcome.problems[0].message
    assert outcome.written and pdf.exists()


# What is refused


@pytest.mark.parametrize(
    "line",
    [
        '<img src="file:///etc/passwd" alt="x">',
        '<img src="../secret.png" alt="x">',
        "![x](../secret.png)",
        "![x](link.png)",
        '<img src="%2e%2e/secret.png" alt="x">',
        '<link rel="stylesheet" href="file:///etc/passwd">',
        '<link rel="stylesheet" href="../secret.css">',
        '<div style="background: url(../secret.png)">x</div>',
        "<style>@import url(../secret.css);</style>",
        '<object data="../secret.png">x</object>',
        '<embed src="../secret.png">',
        "![x](peek.svg)",
    ],
)
def test_nothing_outside_the_briefs_folder_is_read(tmp_path: Path, line: str) -> None:
    folder = tmp_path / "brief"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(PIXEL)
    (tmp_path / "secret.css").write_text("body { color: #abcdef }")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "peek.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        '<image href="../secret.png" width="9" height="9"/></svg>'
    )
    outcome, pdf = set_text(folder, f"Text.\n\n{line}\n")
    assert outcome.problems, "this was read without a word"
    assert not pdf.exists() or any(name in line for name in ("style", "object", "embed"))


@pytest.mark.parametrize(
    "line",
    [
        '<img src="http://192.0.2.1/x.png" alt="x">',
        "![x](https://192.0.2.1/x.png)",
        '<link rel="stylesheet" href="https://192.0.2.1/x.css">',
        "<style>@import url(https://192.0.2.1/x.css);</style>",
        "![x](peek.svg)",
    ],
)
def test_the_network_is_not_asked(tmp_path: Path, line: str, no_network: list[object]) -> None:
    (tmp_path / "peek.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        '<image href="http://192.0.2.1/x.png" width="9" height="9"/></svg>'
    )
    outcome, pdf = set_text(tmp_path, f"Text.\n\n{line}\n")
    assert no_network == []
    assert outcome.problems, "this was passed over without a word"
    assert not pdf.exists() or any(name in line for name in ("style", "object", "embed"))


@pytest.mark.parametrize(
    ("css", "code"),
    [
        ("html { --text-size: calc(1mm + 5%) }", "style.no-length"),
        ("h2 { color: color(--ink 0 1 0 ///0) }", "style.not-understood"),
        ("p { margin-left: calc(1mm * 1e300 * 1e300) }", "style.breaks-layout"),
    ],
)
def test_a_value_that_the_engine_cannot_work_with_is_told_with_its_theme(
    tmp_path: Path, css: str, code: str
) -> None:
    own_theme(tmp_path, css)
    outcome, pdf = set_text(tmp_path, "Text.", theme="own")
    (problem,) = outcome.problems
    assert problem.code == code
    assert problem.place and problem.place.path.name == "own.css"
    assert not pdf.exists()


def test_a_brief_of_nothing_but_a_pull_quote_is_set(tmp_path: Path) -> None:
    outcome, _ = set_text(tmp_path, "!!! pull-quote\n    Words alone.")
    assert outcome.written
    assert outcome.pages >= 1


@pytest.mark.parametrize(
    "css",
    [
        "@import url(https://192.0.2.1/x.css);",
        '@font-face { font-family: "Far"; src: url(https://192.0.2.1/x.otf) } p { font-family: "Far" }',
        ".body { background: url(https://192.0.2.1/x.png) }",
    ],
)
def test_a_theme_does_not_ask_the_network_either(tmp_path: Path, css: str, no_network: list[object]) -> None:
    own_theme(tmp_path, css)
    outcome, _ = set_text(tmp_path, "Text.", theme="own")
    assert no_network == []
    assert outcome.problems, "this was passed over without a word"


def test_the_whole_path_needs_no_network(tmp_path: Path, no_network: list[object]) -> None:
    facts_of(tmp_path, "See <https://example.org/>.[^1]\n\n[^1]: And <https://example.com/>.")
    assert no_network == []


def test_the_network_is_asked_when_it_is_allowed(tmp_path: Path, picture_server: str) -> None:
    brief = write_brief(
        tmp_path, f'Text.\n\n<img src="{picture_server}/pixel.png" alt="A far pixel" style="width: 0.2px">'
    )
    assert set_brief(job(brief)).failed
    outcome = set_brief(job(brief, allow_network=True))
    assert outcome.problems == ()
    assert outcome.written == job(brief).outputs
    with Facts(brief.with_suffix(".pdf")) as facts:
        assert [node.alt for node in facts.reading.walk() if node.tag == "Figure"] == ["A far pixel"]


def test_the_words_of_the_institute_and_of_the_brief_are_divided_in_their_own_way(tmp_path: Path) -> None:
    tmp_path.joinpath("publisher.yaml").write_text(
        "name: Ours\nhyphenation: [flombastro-falinations, nablofimongerations]\n", "utf-8"
    )
    text = " ".join(["the flombastrofalinations", "and then some", "nablofimongerations"] * 40)
    with facts_of(tmp_path, text, hyphenation=["nablofi-mongerations"]) as facts:
        ends = {line.text.rpartition(" ")[2][:-1] for line in facts.lines if line.text[-1] in "-\u00ad\u2010"}
    assert ends == {"flombastro", "nablofi"}


def test_a_script_in_a_brief_is_not_run_and_not_printed(tmp_path: Path) -> None:
    _, pdf = set_text(tmp_path, "Text.\n\n<script>document.write('printed')</script>\n\nMore text.")
    if pdf.exists():
        with Facts(pdf) as facts:
            assert "printed" not in spoken(facts.reading)


# What is kept


def test_on_failure_the_earlier_pdf_stays_as_it_was(tmp_path: Path) -> None:
    _, pdf = set_text(tmp_path, paragraph(1))
    before = pdf.read_bytes()
    outcome, _ = set_text(tmp_path, "Text.[^gone]")
    assert outcome.failed
    assert pdf.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.md", "brief.pdf"]


def test_a_failure_while_drawing_leaves_the_earlier_pdf_too(tmp_path: Path) -> None:
    _, pdf = set_text(tmp_path, paragraph(1))
    before = pdf.read_bytes()
    outcome, _ = set_text(tmp_path, "A \ue123 nobody has.")
    assert outcome.failed
    assert pdf.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_a_problem(tmp_path: Path) -> None:
    brief = write_brief(tmp_path, "Text.")
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        assert told(set_brief(job(brief)).problems) == ["brief.pdf:0 output.not-written"]
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_an_output_that_is_a_folder_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "brief.pdf").mkdir()
    outcome, _ = set_text(tmp_path, "Text.")
    assert told(outcome.problems) == ["brief.pdf:0 output.not-written"]
    assert not outcome.written and outcome.failed
    assert sorted(path.name for path in tmp_path.iterdir()) == ["brief.md", "brief.pdf"]


def test_the_model_brief_of_these_tests_has_only_what_a_brief_must_have() -> None:
    assert set(FRONT_MATTER) == {"title", "date", "authors"}
