"""A specimen of an institute's looks: colours, contrast, inks, faces and logo, set as a brief.

In:  a brief that has been read, with its theme.
Out: a PDF or a web page, and problems.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import msgspec
import yaml

from issuebrief.file_access import read
from issuebrief.job import Job, Output, Purpose
from issuebrief.pipeline.branding import FACES as TOKENS
from issuebrief.pipeline.build import set_brief
from issuebrief.pipeline.specimen_pictures import WHITE, logo_on_ground, swatches
from issuebrief.srgb import contrast
from issuebrief.theming.design_tokens import resolved
from issuebrief.theming.legibility import colour_of
from issuebrief.theming.printed_tokens import given_inks
from issuebrief.theming.token_lengths import length_of
from issuebrief.units import PT_PER_PX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.manuscript import Manuscript
    from issuebrief.resources import SearchPath
    from issuebrief.srgb import Rgb
    from issuebrief.theming.theme import Theme

COLOURS = ("brand", "accent", "tint", "ink", "quiet", "hairline", "on-brand", "on-brand-quiet")
READABLE = 4.5
"""The contrast of small text with its ground (WCAG 2.2, 1.4.3)."""
FACES = (
    ("Title", "title-face", "title-size", "title-leading"),
    ("Subtitle", "serif-subhead", "subtitle-size", ""),
    ("Abstract", "serif-subhead", "standfirst-size", "standfirst-leading"),
    ("Heading", "heading-face", "heading-size", ""),
    ("Subheading", "serif", "subheading-size", ""),
    ("Text", "text-face", "text-size", "grid"),
    ("Pull-quote", "quote-face", "quote-size", "quote-leading"),
    ("Tables, captions", "sans", "small-size", "small-leading"),
    ("Endnotes", "serif-small", "notes-size", "notes-leading"),
    ("Code", "code-face", "text-size", "grid"),
)
"""Parts of a brief, with the tokens of their face, size and leading."""

BIO = "This specimen is set in the values that `issuebrief brand` lists, each with the line it is from."
TEXT = """\
The harbour office measures the water four times an hour, and prints what it measures. Figures such as
1,250 and 1893 stand in the text; *emphasis* and **strong words** have cuts of their own, and so does
`code`.[^note]

### A subheading

1. First the tide, as the gauge has it.
2. Then the wind, as the mast has it.

> A table that is older than its harbour is a story, and no table.

[The water does not wait for the table.]{.pull-quote} A pull-quote stands beside the text or in it, as
the theme has it. What follows is small: a note at the end, and the institute's box with the logo.

[^note]: An endnote, in the size of notes.
"""


def write_specimen(
    manuscript: Manuscript, search_path: SearchPath, target: Path, purpose: Purpose
) -> tuple[Diagnostic, ...]:
    """Set the specimen and write it; gives what is wrong."""
    with TemporaryDirectory(prefix="issuebrief-") as private:
        folder = Path(private) / "specimen"
        folder.mkdir()
        brief = folder / "brief.md"
        brief.write_text(_text(manuscript, folder), "utf-8")
        return set_brief(Job(brief, (Output(purpose, target),), search_path)).problems


def _text(manuscript: Manuscript, folder: Path) -> str:
    front = yaml.safe_dump(_front(manuscript, folder), allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n\n" + "\n\n".join(_parts(manuscript, folder)) + "\n"


def _front(manuscript: Manuscript, folder: Path) -> dict[str, Any]:
    """Front matter that says all that the brief takes from wherever it is."""
    brief = manuscript.brief
    name = brief.publisher.name if brief.publisher else ""
    front: dict[str, Any] = {
        "title": f"Specimen: {name}" if name else "Specimen",
        "subtitle": "Colours, faces and logo",
        "series": brief.series,
        "date": brief.date,
        "lang": "en-GB",
        "authors": [{"name": name or "Specimen", "bio": BIO}],
        "abstract": f"How briefs look in the theme {manuscript.theme.name}.",
        "theme": brief.theme,
        "accent": brief.accent,
        "page_size": brief.page_size,
    }
    if brief.publisher:
        house = {key: value for key, value in msgspec.to_builtins(brief.publisher).items() if value}
        house.pop("labels", None)
        if brief.publisher.logo:
            house["logo"] = _logo(manuscript, folder)
        if brief.publisher.faces:
            set_by = {setting.token for setting in manuscript.theme.own}
            house["faces"] = {key: name for key, name in house["faces"].items() if set_by & {*TOKENS[key]}}
        front["publisher"] = _without_nothing(house)
    return {key: value for key, value in front.items() if value}


def _logo(manuscript: Manuscript, folder: Path) -> dict[str, Any]:
    """The logo's files, copied beside the specimen, and its words."""
    logo = manuscript.brief.publisher.logo if manuscript.brief.publisher else None
    assert logo
    found: dict[str, Any] = {"alt": logo.alt, "wordmark": logo.wordmark}
    for number, image in enumerate(manuscript.logo):
        name = f"logo-{number}{image.path.suffix}"
        (folder / name).write_bytes(read(image.path, (image.path.parent,)))
        found |= {key: name for key in ("light", "dark", "mono") if getattr(logo, key) == image.name}
    return {key: value for key, value in found.items() if value}


def _without_nothing(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nothing(inner) for key, inner in value.items() if inner is not None}
    return value


def _parts(manuscript: Manuscript, folder: Path) -> Iterator[str]:
    theme = manuscript.theme
    colours = [(name, colour) for name in COLOURS if (colour := _colour(name, manuscript))]
    (folder / "colours.svg").write_text(swatches(colours), "utf-8")
    yield "## Colours"
    yield "![The colours side by side, with their values](colours.svg)"
    yield "\n".join(_table_of_colours(colours, theme))
    if grounds := list(_grounds(manuscript, dict(colours))):
        yield "## Logo"
        for name, drawing in grounds:
            (folder / f"{name.replace(' ', '-')}.svg").write_text(drawing, "utf-8")
        yield " ".join(f"![The logo on {name}]({name.replace(' ', '-')}.svg)" for name, _ in grounds)
    yield "## Faces"
    yield "\n".join(_table_of_faces(theme))
    yield TEXT


def _colour(name: str, manuscript: Manuscript) -> Rgb | None:
    tokens = dict(manuscript.theme.tokens)
    if manuscript.brief.accent:
        tokens["--accent"] = manuscript.brief.accent
    return colour_of(f"--{name}", tokens)


def _table_of_colours(colours: list[tuple[str, Rgb]], theme: Theme) -> Iterator[str]:
    inks, known = given_inks(theme), dict(colours)
    yield "| Colour | Inks (C M Y K) | On white | On `tint` | On `brand` |"
    yield "| --- | --- | --- | --- | --- |"
    for name, colour in colours:
        printed = inks.get(f"--{name}")
        shares = [_ratio(colour, ground) for ground in (WHITE, known.get("tint"), known.get("brand"))]
        four = resolved(printed.value, theme.tokens) if printed else "converted"
        yield f"| `{name}` | {four} | {' | '.join(shares)} |"


def _ratio(colour: Rgb, ground: Rgb | None) -> str:
    """The contrast of a colour with a ground, strong where small text can be read in it."""
    if ground is None or colour == ground:
        return "–"
    ratio = contrast(colour, ground)
    return f"**{ratio:.1f}**" if ratio >= READABLE else f"{ratio:.1f}"


def _table_of_faces(theme: Theme) -> Iterator[str]:
    yield "| Part | Family | Size |"
    yield "| --- | --- | --- |"
    for part, face, size, leading in FACES:
        family = resolved(f"var(--{face})", theme.tokens).split(",")[0].strip("\"' ")
        lines = f"/{_points(leading, theme)}" if leading else ""
        yield f"| {part} | {family} | {_points(size, theme)}{lines} pt |"


def _points(token: str, theme: Theme) -> str:
    """A length in points, as far as it can be reckoned."""
    value = length_of(resolved(f"var(--{token})", theme.tokens))
    return "–" if value is None else f"{value * PT_PER_PX:.2f}".rstrip("0").rstrip(".")


def _grounds(manuscript: Manuscript, colours: dict[str, Rgb]) -> Iterator[tuple[str, str]]:
    """The logo on its grounds: their names, each with a drawing."""
    from issuebrief.images.logo import BRAND, NIGHT, NIGHT_PAPER, PAPER, PLATED

    where = {
        "white paper": (PAPER, WHITE),
        "the house colour": (BRAND, colours.get("brand")),
        "a dark page": (NIGHT, NIGHT_PAPER),
    }
    for name, (ground, colour) in where.items():
        image = next((each for each in manuscript.logo if ground in each.classes.split()), None)
        if image and colour:
            kind = image.path.suffix.lower().lstrip(".").replace("jpg", "jpeg")
            plated = PLATED in image.classes.split()
            data = read(image.path, (image.path.parent,))
            yield name, logo_on_ground(colour, data, kind, plated=plated)
