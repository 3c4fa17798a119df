"""Style sheets and fonts that are read once in a session of tests, as a running preview reads them once.

In:  the sheets whose rules are read, those that layouts ask WeasyPrint to parse, and the faces that they hand
     to fontconfig.
Out: the same objects for the sheets and the fonts that ship with the program, which no test changes; what a
     test has for its own, and what anything is logged about, is read whenever it is asked for.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urljoin

from pytest import MonkeyPatch
from weasyprint import CSS

from issuebrief.engine.log import listen
from issuebrief.layout import theme_loading
from issuebrief.layout.fonts.font_set import FontSet
from issuebrief.layout.styles import sheet_loading
from issuebrief.layout.styles.sheet_reading import sheets_followed
from issuebrief.theming import theme
from issuebrief.theming.style_sheets import read_rules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from issuebrief.diagnostics.model import Diagnostic
    from issuebrief.engine.fetcher import ConfinedFetcher
    from issuebrief.theming.font_faces import FontFace
    from issuebrief.theming.style_sheets import StyleRules

STYLES = Path(__file__).resolve().parents[2] / "styles"
SHIPPED, FONTS = STYLES.as_uri(), (STYLES / "fonts").as_uri()


class SharedFontSet(FontSet):
    """Fonts that, if they are all shipped, are those that were loaded first for such faces.

    They live as long as the process. Those of a test's own live as long as what they are for.
    """

    _loaded: ClassVar[dict[tuple[object, ...], FontSet]] = {}

    def __init__(self) -> None:
        """Ask for nothing until the faces are known."""

    def load(self, faces: Sequence[FontFace], fetcher: ConfinedFetcher) -> tuple[Diagnostic, ...]:
        key = tuple(_shipped(face) for face in faces)
        is_shared = None not in key and any(
            (STYLES / "fonts").is_relative_to(folder) for folder in fetcher._folders
        )
        fonts = self._loaded.get(key) if is_shared else None
        problems: tuple[Diagnostic, ...] = ()
        if fonts is None:
            fonts = FontSet()
            problems = fonts.load(faces, fetcher)
            if is_shared and not problems:
                self._loaded[key] = fonts
        self.__dict__.update(vars(fonts), faces=tuple(faces), owner=fonts, _characters={})
        self._contents = {
            face: fonts._contents[like]
            for face, like in zip(faces, fonts.faces, strict=True)
            if like in fonts._contents
        }
        return problems

    def __del__(self) -> None:
        """Leave the files to the fonts that they were loaded for."""


def _shipped(face: FontFace) -> tuple[object, ...] | None:
    """All that a face is but for the sheet that it stands in; None where any of its files is not shipped."""
    sheet = face.sheet.resolve().as_uri()
    try:
        addresses = [urljoin(sheet, source.address) for source in face.sources if source.address]
    except ValueError:  # no address at all
        return None
    if len(addresses) < len(face.sources) or not all(address.startswith(FONTS) for address in addresses):
        return None
    about = (
        face.family,
        face.slope,
        face.weights,
        face.stretches,
        face.ranges,
        face.variations,
        face.features,
    )
    return (*addresses, *about)


@contextmanager
def shipped_files_read_once() -> Iterator[None]:
    """While the block runs, layouts share the shipped fonts, style sheets, and counters declared in these."""
    plain: Any = CSS
    plain_followed = sheets_followed
    ways = [False]
    known: dict[Any, tuple[Any, dict[str, Any]]] = {}

    def parsed(*, string: str, counter_style: Any, base_url: str = "", **options: Any) -> Any:
        def read() -> Any:
            return plain(string=string, counter_style=counter_style, base_url=base_url or None, **options)

        if not base_url.startswith(SHIPPED):
            return read()
        key = (string, base_url, str(options.get("layers")), options.get("layer"), ways[-1])
        if key not in known:
            before = dict(counter_style)
            with listen() as lines:
                sheet = read()
            if lines:
                return read()
            known[key] = (sheet, {name: value for name, value in counter_style.items() if name not in before})
        sheet, counters = known[key]
        counter_style.update(counters)
        return sheet

    @contextmanager
    def followed(*arguments: Any, mirrored: bool = False) -> Iterator[list[str]]:
        # A sheet that is mirrored is another one.
        ways.append(mirrored)
        with plain_followed(*arguments, mirrored=mirrored) as addresses:
            yield addresses
        ways.pop()

    with MonkeyPatch.context() as patch:
        patch.setattr(sheet_loading, "CSS", parsed)
        patch.setattr(sheet_loading, "sheets_followed", followed)
        patch.setattr(theme_loading, "FontSet", SharedFontSet)
        rules = rules_read_once()
        for module in (theme_loading, theme):
            patch.setattr(module, "read_rules", rules)
        yield


def rules_read_once() -> Callable[..., StyleRules]:
    """What reads the rules of sheets, once those of shipped ones, which import none but each other."""
    known: dict[tuple[Path, ...], StyleRules] = {}

    def rules(
        sheets: Sequence[Path], folders: Sequence[Path] = (), drafts: Mapping[Path, str] | None = None
    ) -> StyleRules:
        is_allowed = not folders or any(STYLES.is_relative_to(folder) for folder in folders)
        if drafts or not is_allowed or not all(sheet.is_relative_to(STYLES) for sheet in sheets):
            return read_rules(sheets, folders, drafts or {})
        key = tuple(sheets)
        if key not in known:
            known[key] = read_rules(sheets, folders)
        return known[key]

    return rules
