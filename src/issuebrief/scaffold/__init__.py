"""Begin a brief: write files that can be set as they are, and that say what can be changed.

In:  a name and the folder the user works in.
Out: `content/NAME/brief.md`; where there is none yet, there or above, `content/publisher.yaml`; and in
     `.vscode/` what an editor wants: schemas to complete front matter from, snippets, tasks. Nothing is ever
     overwritten.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from string import Template

from issuebrief.project.workspace import BRIEF, CONTENT, WrongUsage
from issuebrief.publisher_places import PUBLISHER

HERE = Path(__file__).resolve().parent
SCHEMA, PUBLISHER_SCHEMA = "brief.schema.json", "publisher.schema.json"
CONFIGURATION_SCHEMA = "issuebrief.schema.json"
EDITOR_FOLDER = ".vscode"
EDITOR_FILES = ("settings.json", "extensions.json", "tasks.json", "issuebrief.code-snippets")
NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*", re.IGNORECASE)


@dataclass(frozen=True)
class Created:
    """What was done: the brief, all files that were written, and those left alone that say something else."""

    brief: Path
    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def begin(name: str, workplace: Path) -> Created:
    """Write the files of a new brief, and those that all briefs share where there are none yet.

    Raises `WrongUsage` for a name that is no good for a folder or is taken, or where the folder
    cannot be written.
    """
    _refuse_odd_name(name)
    content = workplace / CONTENT
    folder = content / name
    if folder.exists():
        raise WrongUsage(f"{CONTENT}/{name} is there already", "choose another name, or edit what is there")
    try:
        folder.mkdir(parents=True)
        own = {folder / BRIEF: _filled(BRIEF, name, f"../../{_schema_folder(workplace)}/{SCHEMA}")}
        if not (workplace / PUBLISHER).exists():
            own[content / PUBLISHER] = _filled(PUBLISHER, name)
        editor_files = _editor_files(workplace)
        for each in {path.parent for path in editor_files}:
            each.mkdir(exist_ok=True)
        written = [path for path, text in {**own, **editor_files}.items() if _write_once(path, text)]
    except OSError as fault:
        raise WrongUsage(f"{CONTENT}/{name} cannot be written: {fault.strerror}") from None
    kept = [path for path, text in editor_files.items() if path not in written and _differs(path, text)]
    return Created(folder / BRIEF, tuple(written), tuple(kept))


def _refuse_odd_name(name: str) -> None:
    if NAME.fullmatch(name):
        return
    plain = unicodedata.normalize("NFKD", Path(name).name).encode("ascii", "ignore").decode().lower()
    better = "-".join(re.findall(r"[a-z0-9]+", plain))
    raise WrongUsage(
        f"“{name}” is no good as a name",
        "use letters, digits and hyphens"
        + (f": issuebrief new {better}" if better else ": issuebrief new my-brief"),
    )


def _write_once(path: Path, text: str) -> bool:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        return False
    return True


def _differs(path: Path, text: str) -> bool:
    """Whether a file that is there says something else than would be written."""
    return not path.is_file() or path.read_bytes().replace(b"\r\n", b"\n") != text.encode()


def _filled(template: str, name: str, schema: str = "") -> str:
    words = " ".join(re.split(r"[-_.]+", name))
    values = {
        "title": words[0].upper() + words[1:],
        "date": datetime.date.today().isoformat(),
        "schema": schema,
    }
    return Template((HERE / template).read_text("utf-8")).substitute(values)


def _schema_folder(workplace: Path) -> str:
    """Where the schema of briefs lies: where the program is worked on, beside its documentation."""
    return "docs" if (workplace / "docs" / SCHEMA).is_file() else EDITOR_FOLDER


def _editor_files(workplace: Path) -> dict[Path, str]:
    """The files for an editor, by their paths; none where `.vscode` is no folder."""
    from issuebrief.frontmatter.json_schema import as_text, brief_schema, publisher_schema
    from issuebrief.project.json_schema import configuration_schema

    folder = workplace / EDITOR_FOLDER
    if folder.exists() and not folder.is_dir():
        return {}
    where = _schema_folder(workplace)
    texts = {name: (HERE / "vscode" / name).read_text("utf-8") for name in EDITOR_FILES}
    texts["settings.json"] = texts["settings.json"].replace(
        f"./{EDITOR_FOLDER}/{SCHEMA}", f"./{where}/{SCHEMA}"
    )
    if where == EDITOR_FOLDER:
        texts[SCHEMA] = as_text(brief_schema())
    texts[PUBLISHER_SCHEMA] = as_text(publisher_schema())
    texts[CONFIGURATION_SCHEMA] = as_text(configuration_schema())
    return {folder / name: text for name, text in texts.items()}
