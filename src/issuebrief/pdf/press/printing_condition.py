"""Settle how a brief is printed: on what paper, by its profile, and with how much ink at most.

In:  what the command line, the front matter and the theme ask for, the first before the others.
Out: a `Condition`; or problems: a profile that is not there or is none, a limit that is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.diagnostics.model import Diagnostic, SourceRange, error
from issuebrief.file_access import is_file, real_path
from issuebrief.frontmatter.read import locate
from issuebrief.pdf.press.icc import Profile, read_profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.job import Printing
    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath

FOLDER = "profiles"
ENDINGS = (".icc", ".icm")
DEFAULT_PROFILE, DEFAULT_INK = "coated-fogra39", "300"
LEAST, MOST = 100, 400
"""The limits between which a limit of ink makes sense, in per cent of one solid ink."""

LONGEST_NAME = 1000
"""So many letters has the name of a profile at most."""

PROFILE_TOKEN, INK_TOKEN = "--press-profile", "--press-ink"


@dataclass(frozen=True)
class Condition:
    """How a brief is printed; `limit` is the most ink on one spot, 3.0 for 300 per cent."""

    profile: Profile
    limit: float


@dataclass(frozen=True)
class _Wish:
    """What is asked for, where, and the folder that a file's name would be meant from."""

    value: str
    place: SourceRange | None
    excerpt: str = ""
    folder: Path | None = None


def settle(
    printing: Printing, manuscript: Manuscript, search_path: SearchPath
) -> tuple[Condition | None, tuple[Diagnostic, ...]]:
    """The condition that a brief is printed in; None where there are problems."""
    profile, no_profile = _profile(_wanted(printing, manuscript, "profile"), search_path)
    limit, no_limit = _limit(_wanted(printing, manuscript, "ink"))
    if profile is None or limit is None:
        return None, no_profile + no_limit
    return Condition(profile, limit), ()


def profile_names(search_path: SearchPath) -> tuple[str, ...]:
    """The profiles on a search path, by name."""
    files = (file for folder in search_path.styles for file in (folder / FOLDER).glob("*"))
    return tuple(sorted({file.stem for file in files if file.suffix.lower() in ENDINGS}))


def _wanted(printing: Printing, manuscript: Manuscript, what: str) -> _Wish:
    """The first wish there is: of the command line, the front matter, the theme, the house."""
    return next(wish for wish in _wishes(printing, manuscript, what) if wish.value)


def _wishes(printing: Printing, manuscript: Manuscript, what: str) -> Iterator[_Wish]:
    source, theme = manuscript.source, manuscript.theme
    typed = printing.profile if what == "profile" else printing.ink
    yield _Wish(typed, None, folder=printing.folder)
    if manuscript.brief.press:
        place = locate(source, "press", what)
        value = str(getattr(manuscript.brief.press, what))
        yield _Wish(value, place, source.excerpt(place), place.path.parent)
    token = theme.tokens.get(PROFILE_TOKEN if what == "profile" else INK_TOKEN, "").strip("\"' ")
    yield _Wish(token, SourceRange(theme.sheets[-1]))
    yield _Wish(DEFAULT_PROFILE if what == "profile" else DEFAULT_INK, None)


def _profile(wish: _Wish, search_path: SearchPath) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
    path, folders = _find(wish, search_path)
    if path is None:
        return None, (_unknown(wish, search_path),)
    profile = read_profile(path, folders)
    if isinstance(profile, Profile):
        return profile, ()
    message = f"{path.name} is not a usable press profile: {profile}"
    hint = "ask the printer for the ICC profile of the paper"
    return None, (error("press.profile", message, wish.place, hint, wish.excerpt),)


def _find(wish: _Wish, search_path: SearchPath) -> tuple[Path | None, tuple[Path, ...]]:
    """The file of a profile, and where it may lie.

    It is one of `styles/profiles/` by its name, or a file by its path: from the brief's folder, or from
    anywhere where the command line names it.
    """
    if len(wish.value) > LONGEST_NAME or "\0" in wish.value:
        return None, ()
    for ending in ("", *ENDINGS):
        if found := search_path.style(f"{FOLDER}/{wish.value}{ending}"):
            return found, search_path.styles
    if wish.folder is None:
        return None, ()
    path = wish.folder / wish.value
    folders = (wish.folder,) if wish.place else (Path(real_path(path).anchor),)
    return (path if is_file(path, folders) else None), folders


def _unknown(wish: _Wish, search_path: SearchPath) -> Diagnostic:
    names = profile_names(search_path)
    near = get_close_matches(wish.value, names, 1)
    hint = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(names) or 'none'}"
    if not near:
        hint += "; another goes into styles/profiles/, or beside the brief"
    message = f"there is no profile “{wish.value}” to print by"
    return error("press.no-profile", message, wish.place, hint, wish.excerpt)


def _limit(wish: _Wish) -> tuple[float | None, tuple[Diagnostic, ...]]:
    found = re.fullmatch(r"(\d{1,3})(?:\.0+)?\s*%?", wish.value)
    if found and LEAST <= int(found[1]) <= MOST:
        return int(found[1]) / 100, ()
    message = f"the ink limit must be a percentage from {LEAST} to {MOST}, not “{wish.value}”"
    return None, (
        error("press.ink", message, wish.place, "write 300, or what the printer says", wish.excerpt),
    )
