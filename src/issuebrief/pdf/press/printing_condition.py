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

from issuebrief.diagnostics.model import Diagnostic, error
from issuebrief.file_access import is_file, real_path
from issuebrief.pdf.press.icc import Profile, read_profile
from issuebrief.pdf.press.wishes import Wish, wanted

if TYPE_CHECKING:
    from issuebrief.job import Printing
    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath

FOLDER = "profiles"
ENDINGS = (".icc", ".icm")
PAPERS = {"coated": "coated-fogra39", "uncoated": "uncoated-fogra29"}
"""Names of papers, for the profiles that ship for them."""

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


def settle(
    printing: Printing, manuscript: Manuscript, search_path: SearchPath
) -> tuple[Condition | None, tuple[Diagnostic, ...]]:
    """The condition that a brief is printed in; None where there are problems."""
    profile, no_profile = _profile(
        wanted(printing, manuscript, "profile", DEFAULT_PROFILE, PROFILE_TOKEN), search_path
    )
    limit, no_limit = _limit(wanted(printing, manuscript, "ink", DEFAULT_INK, INK_TOKEN))
    if profile is None or limit is None:
        return None, no_profile + no_limit
    return Condition(profile, limit), ()


def profile_names(search_path: SearchPath) -> tuple[str, ...]:
    """The profiles on a search path, by name."""
    files = (file for folder in search_path.styles for file in (folder / FOLDER).glob("*"))
    return tuple(sorted({file.stem for file in files if file.suffix.lower() in ENDINGS}))


def _profile(wish: Wish, search_path: SearchPath) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
    path, folders = _find(wish, search_path)
    if path is None:
        return None, (_unknown(wish, search_path),)
    profile = read_profile(path, folders)
    if isinstance(profile, Profile):
        return profile, ()
    message = f"{path.name} is not a usable press profile: {profile}"
    hint = "ask the printer for the ICC profile of the paper"
    return None, (error("press.profile", message, wish.place, hint, wish.excerpt),)


def _find(wish: Wish, search_path: SearchPath) -> tuple[Path | None, tuple[Path, ...]]:
    """The file of a profile, and where it may lie.

    It is one of `styles/profiles/` by its name, one that ships by that of its paper, or a file by its path:
    from the brief's folder, or from anywhere where the command line names it.
    """
    if len(wish.value) > LONGEST_NAME or "\0" in wish.value:
        return None, ()
    for name in (wish.value, PAPERS.get(wish.value.casefold(), "")):
        for ending in ("", *ENDINGS) if name else ():
            if found := search_path.style(f"{FOLDER}/{name}{ending}"):
                return found, search_path.styles
    if wish.folder is None:
        return None, ()
    path = wish.folder / wish.value
    folders = (wish.folder,) if wish.place else (Path(real_path(path).anchor),)
    return (path if is_file(path, folders) else None), folders


def _unknown(wish: Wish, search_path: SearchPath) -> Diagnostic:
    names = (*profile_names(search_path), *PAPERS)
    near = get_close_matches(wish.value, names, 1)
    hint = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(names) or 'none'}"
    if not near:
        hint += "; another goes into styles/profiles/, or beside the brief"
    message = f"there is no profile “{wish.value}” to print by"
    return error("press.no-profile", message, wish.place, hint, wish.excerpt)


def _limit(wish: Wish) -> tuple[float | None, tuple[Diagnostic, ...]]:
    found = re.fullmatch(r"(\d{1,3})(?:\.0+)?\s*%?", wish.value)
    if found and LEAST <= int(found[1]) <= MOST:
        return int(found[1]) / 100, ()
    message = f"the ink limit must be a percentage from {LEAST} to {MOST}, not “{wish.value}”"
    return None, (
        error("press.ink", message, wish.place, "write 300, or what the printer says", wish.excerpt),
    )
