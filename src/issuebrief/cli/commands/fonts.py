"""Add fonts to the house's own.

In:  the arguments of `issuebrief fonts`: paths of fonts as they were downloaded, languages, and what
     of each family is wanted.
Out: their files in `styles/fonts/`, and a word on each family: what it has and lacks, how a theme uses it.
"""

from __future__ import annotations

import os.path
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from issuebrief.file_access import real_path
from issuebrief.project.workspace import WrongUsage, shown
from issuebrief.typefaces.add_fonts import add_family, sort_fonts
from issuebrief.typefaces.alphabets import letters_of
from issuebrief.typefaces.family import WantedFaces
from issuebrief.typefaces.font_sources import NoFonts, files_at
from issuebrief.typefaces.lacks import cuts_of, lacks_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from issuebrief.typefaces.add_fonts import AddedFamily
    from issuebrief.typefaces.family import Family

FOLDER = "styles/fonts"
DONE, PROBLEMS = 0, 1


def run(arguments: argparse.Namespace) -> int:
    """Add the fonts and return the exit code."""
    workplace = Path.cwd()
    languages = [tag.strip() for tag in arguments.lang.split(",") if tag.strip()]
    wanted = _wanted(arguments, languages)
    status = DONE
    if not real_path(workplace / FOLDER).is_relative_to(real_path(workplace)):
        raise WrongUsage(
            f"{FOLDER} is a link that leads out of this folder", "work in the folder that has it"
        )
    for typed in arguments.paths:
        path = workplace / typed
        if not os.path.exists(path):  # noqa: PTH110 -- a name that is too long is not there either
            raise WrongUsage(
                f"there is no {typed}", "name a folder, an archive or a font that was downloaded"
            )
        try:
            found = sort_fonts(files_at(path), wanted)
        except NoFonts as fault:
            raise WrongUsage(str(fault), "fonts are .ttf, .otf, .ttc, .woff2 and .woff files") from fault
        for name, reason in found.refused:
            print(f"{name}: not added: {reason}", file=sys.stderr)
            status = PROBLEMS
        for family in found.families:
            if not family.faces:
                print(_without(family), file=sys.stderr)
                status = PROBLEMS
                continue
            added = add_family(family, found.licences, workplace / FOLDER, replace=arguments.replace)
            status = max(status, _report(added, languages, workplace, has_licence=bool(found.licences)))
    return status


def _wanted(arguments: argparse.Namespace, languages: Sequence[str]) -> WantedFaces:
    """What the arguments ask for of each family."""
    weights = [weight.strip() for weight in arguments.weights.split(",") if weight.strip()]
    if wrong := next((each for each in weights if not (each.isdecimal() and 1 <= int(each) <= 1000)), None):
        raise WrongUsage(f"“{wrong}” is not a weight", "weights are numbers, such as 400,700")
    if not arguments.only:
        return WantedFaces(frozenset(map(int, weights)))
    if not languages:
        raise WrongUsage("--only needs languages", "name them: --lang en,sv --only")
    letters: set[int] = set()
    for tag in languages:
        known = letters_of(tag)
        if known is None:
            hint = "leave --only out: then the files of all letters are kept"
            raise WrongUsage(f"the letters of “{tag}” are not known here", hint)
        letters |= {ord(letter) for letter in known}
    return WantedFaces(frozenset(map(int, weights)), frozenset(letters))


def _without(family: Family) -> str:
    """What is said of a family that has none of the weights that are wanted."""
    weights = sorted({file.facts.weights[0] for file in family.unwanted})
    has = ", ".join(f"{weight:g}" for weight in weights)
    return f"{family.name}: not added: it has none of the weights\n  hint: name others: it has {has}"


def _report(added: AddedFamily, languages: Sequence[str], workplace: Path, *, has_licence: bool) -> int:
    family, folder = added.family, shown(added.sheet.parent, workplace)
    if added.differing:
        names = ", ".join(path.name for path in added.differing[:5])
        print(
            f"{family.name}: not added: {folder} holds other files of the same name: {names}\n"
            "  hint: add --replace to have them replaced, or rename the folder",
            file=sys.stderr,
        )
        return PROBLEMS
    for problem in added.problems:
        print(f"{family.name}: not added: {problem.message}\n  hint: {problem.hint}", file=sys.stderr)
    if added.problems:
        return PROBLEMS
    print(f"{family.name}: {_files(len(family.faces))} in {folder}")
    print(f"  has: {cuts_of(family)}")
    for sentence in lacks_of(family, languages):
        print(f"  lacks: {sentence}")
    if family.left_out:
        print(f"  left out: {_files(len(family.left_out))}, because the others have all that is in them")
    if family.unwanted:
        print(f"  left out: {_files(len(family.unwanted))} of other weights or letters")
    if not has_licence:
        said = next((face.file.facts.licence for face in family.faces if face.file.facts.licence), "")
        more = f". They say: {said}" if said else ""
        print(f"  licence: none was found beside the fonts; keep it with them{more}")
    print(f'  in a theme: @import "../fonts/{family.slug}/{family.slug}.css";')
    print(f'              :root {{ --serif: "{family.name}", serif }}   or --sans, --mono')
    print(f"  or in publisher.yaml: faces: {{ serif: {family.name} }}")
    return DONE


def _files(count: int) -> str:
    return f"{count} file{'' if count == 1 else 's'}"
