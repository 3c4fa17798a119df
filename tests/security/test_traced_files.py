"""No file beside the project is opened, by the program or by what it starts, as the system itself sees it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from setting import write_brief
from traced import make_secret, reached
from word_files import docx, field, par

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A folder beside the workplace, with a file of each kind that a brief may name."""
    return make_secret(tmp_path / "secret")


def test_a_brief_with_tricks_in_all_places_opens_nothing_beside_the_project(
    tmp_path: Path, secret: Path
) -> None:
    workplace = tmp_path / "work"
    brief = workplace / "content/moon"
    (workplace / "styles/themes").mkdir(parents=True)
    (workplace / "styles/themes/own.css").write_text(
        f'@import "isdp.css"; @import url("file://{secret}/a.css"); @import "../../../secret/a.css";'
        f'@font-face {{ font-family: q; src: url("file://{secret}/a.woff2"), url(../../../secret/a.woff2) }}'
        f'body {{ font-family: q; background: url("file://{secret}/a.png") }}'
    )
    pictures = (
        f"file://{secret}/a.png",
        f"{secret}/a.png",
        "../../../secret/a.png",
        "..%2F..%2F..%2Fsecret/a.png",
    )
    body = "Words. " + " ".join(f"![w]({name})" for name in (*pictures, "sub/a.png", "linked.png", "d.svg"))
    body += f'\n\n<img src="{secret}/a.png"> <object data="{secret}/a.svg"></object>'
    body += f'\n\n<iframe src="{secret}/a.md"></iframe>'
    body += f"\n\n<style>@import '{secret}/a.css'; p {{ background: url(file://{secret}/a.png) }}</style>"
    write_brief(
        brief, body, theme="own", cover={"src": pictures[2], "alt": "A"},
        authors=[{"name": "Jane Doe", "photo": pictures[1]}],
        funding=[{"name": "C", "logo": pictures[0], "alt": "A"}],
        labels={"endnotes": f"{{{{ open('{secret}/a.md').read() }}}}"},
        how_to_cite=f"{{% include '{secret}/a.md' %}}",
    )  # fmt: skip
    for name in ("publisher.yaml", "publisher.en.yaml", "brief.fr.md", "linked.png"):
        (brief / name).symlink_to(secret / f"a{Path(name).suffix}")
    (brief / "sub").symlink_to(secret)
    (brief / "_brand.yml").write_text(
        f"logo: {{images: {{a: ../../../secret/a.png, b: '{secret}/a.png'}}, small: a, large: b}}\n"
        f"typography: {{fonts: [{{family: X, source: file, files: ['{secret}/a.woff2']}}], base: X}}\n"
    )
    (brief / "d.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        f'<style>@import "file://{secret}/a.css";</style><image href="{secret}/a.png" width="9" height="9"/>'
        f'<use href="{secret}/a.svg#a"/><path d="M0 0h9v9z" fill="url({secret}/a.svg#a)"/></svg>'
    )
    assert reached(workplace, secret, "check", "-j", "1") == []
    assert reached(workplace, secret, "build", "-j", "1", "--for", "all", "--force") == []


def test_a_manuscript_with_pictures_and_parts_elsewhere_opens_nothing_beside_it(
    tmp_path: Path, secret: Path
) -> None:
    workplace = tmp_path / "work"
    workplace.mkdir()
    targets = [f"file://{secret}/a.png", "http://127.0.0.1:9/a.png", "../../secret/a.png", f"{secret}/a.png"]
    links = "".join(
        f'<Relationship Id="p{place}" Type="{KIND}/image" Target="{target}" TargetMode="External"/>'
        for place, target in enumerate(targets)
    )
    links += "".join(
        f'<Relationship Id="d{kind}" Type="{KIND}/{kind}" Target="{secret}/a.md" TargetMode="External"/>'
        for kind in ("attachedTemplate", "aFChunk", "subDocument")
    )
    pictures = "".join(
        '<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="P"/>'
        "<a:graphic><a:graphicData><pic:pic><pic:blipFill>"
        f'<a:blip r:{kind}="p{place}"/></pic:blipFill></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        for place in range(len(targets))
        for kind in ("link", "embed")
    )
    body = (
        par("Words of a harbour.")
        + par(pictures)
        + par(field(f'INCLUDEPICTURE "file://{secret}/a.png"', "x"))
    )
    body += par(field(f'INCLUDETEXT "{secret}/a.md"', "x")) + '<w:altChunk r:id="daFChunk"/>'
    (workplace / "manuscript.docx").write_bytes(docx(body, links=links))
    assert reached(workplace, secret, "import", "manuscript.docx", "-o", "brief") == []
    assert (workplace / "brief/brief.md").is_file()
