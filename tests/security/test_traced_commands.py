"""Other commands than `build` and `check` open nothing beside the project, as the system itself sees it."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest
from setting import write_brief
from traced import make_secret, reached, reached_by_script
from word_files import needs_pandoc

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    return make_secret(tmp_path / "secret")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


def test_fonts_are_not_taken_through_the_links_of_archives_and_folders(work: Path, secret: Path) -> None:
    names = ("a.woff2", "../secret/a.woff2", "/../secret/a.woff2", str(secret / "a.woff2"))
    with zipfile.ZipFile(work / "a.zip", "w") as packed:
        for name in names:
            packed.writestr(name, b"wOF2")
        link = zipfile.ZipInfo("linked.woff2")
        link.external_attr = 0o120777 << 16
        packed.writestr(link, str(secret / "a.woff2"))
    with tarfile.open(work / "a.tgz", "w:gz") as packed_too:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE):
            entry = tarfile.TarInfo(f"package/linked-{kind.decode()}.woff2")
            entry.type, entry.linkname = kind, str(secret / "a.woff2")
            packed_too.addfile(entry)
    (work / "fonts").mkdir()
    (work / "fonts/linked.woff2").symlink_to(secret / "a.woff2")
    (work / "fonts/all").symlink_to(secret)
    (work / "styles/fonts").mkdir(parents=True)
    (work / "styles/fonts/a").symlink_to(secret)
    assert reached(work, secret, "fonts", "add", "a.zip", "a.tgz", "fonts", "--replace") == []


def test_the_network_that_is_allowed_leads_to_no_file(work: Path, secret: Path) -> None:
    pictures = (
        f"file://{secret}/a.png",
        f"file://localhost{secret}/a.png",
        "../../../secret/a.png",
        "linked.png",
    )
    brief = write_brief(
        work / "content/moon", " ".join(f"![Words]({name})" for name in pictures), theme="own"
    )
    (brief.parent / "linked.png").symlink_to(secret / "a.png")
    (work / "styles/themes").mkdir(parents=True)
    (work / "styles/themes/own.css").write_text(
        f'@import "isdp.css"; @import url("file://{secret}/a.css");'
        f"body {{ background: url(file://{secret}/a.png) }}"
    )
    assert reached(work, secret, "build", "-j", "1", "--force", "--allow-network") == []


@pytest.mark.parametrize("named", ["linked.bib", "../../../secret/a.bib", "sub/a.bib"])
def test_references_outside_are_not_opened(work: Path, secret: Path, named: str) -> None:
    brief = write_brief(work / "content/moon", "Words. [@key]", references=named)
    (brief.parent / "linked.bib").symlink_to(secret / "a.bib")
    (brief.parent / "references.bib").symlink_to(secret / "a.bib")
    (brief.parent / "sub").symlink_to(secret)
    assert reached(work, secret, "check", "-j", "1") == []


def test_versions_that_are_compared_lead_nowhere_else(work: Path, secret: Path) -> None:
    for name in ("old", "new"):
        brief = write_brief(work / name, f"Words, {name}. ![w](linked.png) ![w](../../secret/a.png)")
        (brief.parent / "linked.png").symlink_to(secret / "a.png")
        (brief.parent / "publisher.yaml").symlink_to(secret / "a.yaml")
    (work / "build").mkdir()
    (work / "build/new-changes.pdf").symlink_to(secret / "a.png")
    assert reached(work, secret, "compare", "old", "new", "--for", "all") == []
    for name in ("old", "new"):
        shutil.rmtree(work / name)
        write_brief(work / name, f"Words, {name}.")
    git = ["git", "-C", str(work), "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for typed in (["init", "-q"], ["add", "new"], ["commit", "-qm", "Words"]):
        subprocess.run([*git, *typed], check=True, capture_output=True)
    write_brief(work / "new", "Other words.")
    assert reached(work, secret, "compare", "--since", "HEAD", "new") == []
    assert not (work / "build/new-changes.pdf").is_symlink(), "it was not compared"


@needs_pandoc
def test_corrections_are_written_beside_the_brief_and_through_no_link(work: Path, secret: Path) -> None:
    brief = write_brief(work / "content/moon", "Words of a harbour.")
    assert reached(work, secret, "export", "docx", "content/moon", "-o", "moon.docx") == []
    with zipfile.ZipFile(work / "moon.docx") as sent, zipfile.ZipFile(work / "back.docx", "w") as back:
        for entry in sent.infolist():
            back.writestr(entry, sent.read(entry).replace(b"harbour", b"haven"))
    (brief.parent / "corrections.patch").symlink_to(secret / "a.md")
    assert reached(work, secret, "import", "--into", "content/moon", "back.docx") == []
    assert "haven" in (brief.parent / "corrections.patch").read_text()
    brief.rename(work / "content/moon/other.md")
    (work / "content/moon/brief.md").symlink_to(secret / "a.md")
    assert reached(work, secret, "import", "--into", "content/moon", "back.docx", "--apply") == []


def test_the_theme_panel_saves_through_no_link(work: Path, secret: Path) -> None:
    (work / "styles/themes").mkdir(parents=True)
    (work / "styles/themes/own.css").symlink_to(secret / "a.css")
    (work / "styles/linked").symlink_to(secret)
    script = (
        "from pathlib import Path; "
        "from issuebrief.preview.theme_panel.model import SheetDraft; "
        "from issuebrief.preview.theme_panel.save import save_draft; "
        f"before = {(secret / 'a.css').read_bytes()!r}; "
        f"names = ('styles/themes/own.css', 'styles/linked/a.css', '../secret/a.css', '{secret}/a.css'); "
        "told = [save_draft(SheetDraft(Path.cwd() / name, before, b'b'), Path.cwd()) for name in names]; "
        "told += [save_draft(SheetDraft(Path.cwd() / 'styles/linked/b.css', None, b'b'), Path.cwd())]; "
        "Path('told').write_text(str(all(told)))"
    )
    assert reached_by_script(work, secret, script) == []
    assert (work / "told").read_text() == "True"
