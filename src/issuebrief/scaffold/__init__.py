"""Begin a brief: write files that can be set as they are, and that say what can be changed.

In:  a name and the folder the user works in.
Out: `content/NAME/brief.md`; beside the folder `publisher.yaml` and the schema that editors
     complete front matter from, where there are none yet. Nothing is ever overwritten.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from pathlib import Path
from string import Template

from issuebrief.workplace import BRIEF, CONTENT, WrongUsage

HERE = Path(__file__).resolve().parent
SCHEMA = "brief.schema.json"
NAME = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*", re.IGNORECASE)


def begin(name: str, workplace: Path) -> list[Path]:
    """Write the files of a new brief; returns those that were written, the brief first.

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
        schema = _schema_seen_from(folder, workplace)
        files = {
            folder / BRIEF: _filled(BRIEF, name, schema),
            content / "publisher.yaml": _filled("publisher.yaml", name, schema),
            content / SCHEMA: "" if (workplace / "docs" / SCHEMA).is_file() else _schema(),
        }
        return [path for path, text in files.items() if text and _write_once(path, text)]
    except OSError as fault:
        raise WrongUsage(f"{CONTENT}/{name} cannot be written: {fault.strerror}") from None


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


def _filled(template: str, name: str, schema: str) -> str:
    words = " ".join(re.split(r"[-_.]+", name))
    values = {
        "title": words[0].upper() + words[1:],
        "date": datetime.date.today().isoformat(),
        "schema": schema,
    }
    return Template((HERE / template).read_text("utf-8")).substitute(values)


def _schema_seen_from(folder: Path, workplace: Path) -> str:
    """The path of the schema that an editor follows from the brief."""
    return f"../../docs/{SCHEMA}" if (workplace / "docs" / SCHEMA).is_file() else f"../{SCHEMA}"


def _schema() -> str:
    from issuebrief.schema import schema_text

    return schema_text()
