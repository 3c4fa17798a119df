"""A problem's range in the file covers what is meant, and no more."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from issuebrief import check
from issuebrief.diagnostics.model import SourceRange, warning

if TYPE_CHECKING:
    from issuebrief import Diagnostic

FRONT = "---\ntitle: T\ndate: 2024-01-01\nauthors:\n  - name: Jane Doe\n{}---\n\n## Start\n\n{}\n"


def piece(text: str, place: SourceRange) -> str:
    """What a range covers."""
    lines = text.split("\n")[place.line - 1 : place.end_line]
    lines[-1] = lines[-1][: place.end_column - 1]
    lines[0] = lines[0][place.column - 1 :]
    return "\n".join(lines)


def told(front: str, body: str, code: str, folder: Path | None = None) -> list[str]:
    """What the problems of a code cover in a brief, marks around it taken out."""
    text = FRONT.format(front, body)
    found: tuple[Diagnostic, ...] = check(text, folder=folder).problems
    return [piece(text, problem.place) for problem in found if problem.code == code and problem.place]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("‹autor›: Jane Doe", "front-matter.unknown-key"),
        ("‹publication date›: 2024", "front-matter.unknown-key"),
        ("lang: ‹english please›  # or not", "front-matter.wrong-form"),
        ('doi: ‹"1 # 2"› # none', "front-matter.wrong-form"),
        ("keywords: [sea air, ‹no›]", "front-matter.wrong-type"),
        ("keywords:\n  - ‹{a: b, c: d}›", "front-matter.wrong-type"),
        ("keywords: ‹sea air›", "front-matter.wrong-type"),
        ("keywords:\n  - sea\n  - ‹- air\n    - salt›\n\n# a remark", "front-matter.wrong-type"),
        ("copyright: one ‹#two›", "front-matter.cut-by-comment"),
        ("cover:\n  ‹image: c.jpg›\n# a remark", "front-matter.missing"),
        ("disclaimer: ‹'never closed›", "front-matter.yaml"),
        ("theme: ‹no-such›", "theme.unknown"),
    ],
)
def test_in_front_matter_it_is_a_key_or_a_value(line: str, code: str) -> None:
    meant = line[line.index("‹") + 1 : line.index("›")]
    assert meant in [
        found.strip() for found in told(line.replace("‹", "").replace("›", "") + "\n", "Text.", code)
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("![A harbour](‹harbour.svg›){#fig-harbour}", "picture.missing"),
        ('<img src="‹harbour.svg›" alt="A harbour">', "picture.missing"),
        ("See [it](‹#fig-harbor›), and", "references.dead"),
        ("See ‹[it][nowhere]›, and", "references.undefined"),
        ("As it was.‹[^one]›, and", "notes.undefined"),
        ("‹#### Deep {#deep}›\n\nText.", "headings.skipped"),
        ("A ‹{.lost}› mark", "markup.stray-attributes"),
        ("[A sentence]‹{.pul-quote}›", "pull-quotes.misspelt"),
        ("It is ‹<foo bar>› here", "markup.no-element"),
        ('<table><tr><td ‹flavour›="x">1</td></tr></table>', "markup.unknown-attribute"),
        ("<table><tr>‹loose words› <td>1</td></tr></table>", "tables.no-cell"),
        ("| a | b |\n| - | - |\n‹| 1 | 2 | 3 |›", "tables.too-many-cells"),
        ("‹\\cite{abc, def}› says", "markup.citation"),
        ("Text.\n\n‹[^two]: A note that\n    goes on.›\n\nMore.", "notes.unused"),
        ("‹::: note›\nA box", "markup.unclosed-box"),
        ("He (she) saw ‹(›it.", "text.unpaired"),
        ("We saw ‹the the› sea.", "text.mistyped"),
        ("A ‹\u202e›hidden", "text.invisible"),
        ("‹```python\nno end›", "markup.unclosed-fence"),
        ("Z̈ürich ‹(›", "text.unpaired"),
    ],
)
def test_in_the_text_it_is_the_mark_that_is_meant(body: str, code: str) -> None:
    meant = body[body.index("‹") + 1 : body.index("›")]
    assert meant in told("", body.replace("‹", "").replace("›", ""), code)


@pytest.mark.parametrize(
    ("css", "meant", "code"),
    [
        ("p { colour: red }", "colour: red", "style.not-understood"),
        (":root { --brand: tall }", "--brand", "style.not-understood"),
        ('@import "gone.css";', "@import", "style.import"),
    ],
)
def test_in_a_style_sheet_it_is_a_declaration_or_a_name(
    tmp_path: Path, css: str, meant: str, code: str
) -> None:
    themes = tmp_path / "styles" / "themes"
    themes.mkdir(parents=True)
    text = f'@import "isdp.css";\n{css}\n' if "import" not in css else css
    (themes / "own.css").write_text(text, "utf-8")
    brief = FRONT.format("theme: own\n", "Text.")
    found = check(brief, home=tmp_path).problems
    assert meant in [piece(text, each.place) for each in found if each.code == code and each.place]


@pytest.mark.parametrize(
    ("column", "end"), [(1, 3), (4, 8), (3, 3), (9, 9), (0, 0)], ids=["word", "mark", "space", "end", "none"]
)
def test_without_an_end_it_is_the_word_that_begins_there(column: int, end: int) -> None:
    place = SourceRange(Path("brief.md"), 5, column)
    problem = warning("a.b", "odd", place, excerpt="an [it]")
    assert problem.place == SourceRange(Path("brief.md"), 5, column, 5, end)
    assert str(problem.place) == ("brief.md:5" if not column else f"brief.md:5:{column}")
    assert problem.place.start == place


def test_a_file_as_a_whole_has_no_end() -> None:
    place = SourceRange(Path("brief.md"))
    assert warning("a.b", "odd", place).place == place
    assert warning("a.b", "odd").place is None


def test_what_covers_several_lines_ends_on_the_last() -> None:
    place = SourceRange(Path("brief.md"), 5, 3)
    assert place.covering("one") == SourceRange(Path("brief.md"), 5, 3, 5, 6)
    assert place.covering("one\ntwo\nfour") == SourceRange(Path("brief.md"), 5, 3, 7, 5)
    assert place.covering("") == place
