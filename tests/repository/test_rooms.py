"""The order of the rooms: which may import which, how many files they hold, and how long those are."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from sources import statements

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src/issuebrief"
TESTS = ROOT / "tests"
SOURCES = sorted(PACKAGE.rglob("*.py"))

FLOORS = (
    "citations/csl compile_cache exhaustion file_access font_bounds house_style/settings language_tags "
    "linebreak moments pagination resources srgb time_limit transient_files units version engine/protocols",
    "diagnostics formulas house_style/lexicon licences numbering_systems publisher_places text_scripts",
    "l10n",
    "frontmatter/keys",
    "atomic_write citations/files frontmatter job template_cache template_tree theming",
    "cover_pattern diagnostics/formats engine markdown_body/source project stated_values typefaces "
    "word_import/documents",
    "images layout/boxes layout/styles markdown_body/blocks markdown_body/tables markdown_body/typography",
    "layout/fonts layout/paragraphs layout/sidebar markdown_body/figures markdown_body/lists scaffold",
    "layout/inspect layout/tables markdown_body/normalise",
    "layout/columns markdown_body/lint preflight",
    "layout/floats markdown_body",
    "charts/data charts/looks citations editions word_import",
    "charts/rendering charts/words site/folder site/words",
    "charts/describing charts/drawing",
    "charts",
    "layout manuscript publication templating",
    "template_problems",
    "html layout/incremental metadata preflight/press preflight/wording",
    "house_style metadata/jats pdf web word_template",
    "epub pdf/press",
    "pipeline/cache",
    "pipeline",
    "compare preview/theme_panel release site",
    "word_export",
    "preview/desk",
    "api preview",
    "describing",
    "cli/output cluster issuebrief",
    "cli/manuscripts",
    "cli/publishing",
    "cli/commands",
    "cli",
    "__main__",
)
"""The rooms from the bottom to the top; a module outside any folder is a room of its own."""

MIRRORING_NOTHING = {"product", "repository", "security"}
"""Folders of tests that are about the whole program."""
SHAPES_ALONE = {"engine/protocols", "house_style/settings"}
"""Rooms that do nothing by themselves: what fills or takes their shapes is tested."""
MOST_MODULES = 24
MOST_LINES = 250
LONG: dict[str, int] = {
    "engine/patches.py": 290,
    "frontmatter/yaml_tree.py": 300,
    "images/resolve.py": 290,
    "images/svg.py": 360,
    "layout/columns/fit_columns.py": 290,
    "layout/engine.py": 320,
    "layout/inspect/collect.py": 280,
    "linebreak/knuth_plass.py": 260,
    "markdown_body/lint/foreign.py": 340,
    "markdown_body/lint/foreign_lines.py": 290,
    "markdown_body/normalise/normal_form.py": 320,
    "pagination/column_flow.py": 260,
    "pagination/table_columns.py": 260,
    "preview/scheduler.py": 280,
    "templating.py": 320,
    "theming/style_sheets.py": 310,
}
"""Modules that are longer, and the lines that they may have: they may become shorter, not longer."""


def room_of(module: str) -> str:
    """The room of a module that is named by its path, such as `layout/engine`."""
    folder, _, name = module.rpartition("/")
    return folder or ("issuebrief" if name == "__init__" else name)


def names() -> dict[str, str]:
    """By the name that imports use, the path of each module from the package, without its ending."""
    found = {}
    for path in SOURCES:
        module = path.relative_to(PACKAGE).with_suffix("").as_posix()
        dotted = f"issuebrief/{module}".removesuffix("/__init__").replace("/", ".")
        found[dotted] = module
    return found


def imports(module: str, known: dict[str, str]) -> Iterator[str]:
    """The modules of the package that a module imports: at its top, in functions, and for types alone."""
    for node in statements(PACKAGE / f"{module}.py").imports:
        if isinstance(node, ast.Import):
            asked = [(alias.name, alias.name) for alias in node.names]
        else:
            assert node.level == 0, f"{module} has a relative import"
            asked = [(f"{node.module}.{alias.name}", node.module or "") for alias in node.names]
        for name, parent in asked:
            if found := known.get(name, known.get(parent)):
                yield found


def test_imports_go_down_or_stay_in_their_room() -> None:
    floors = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms.split()}
    known = names()
    upward = [
        f"{module} imports {other}"
        for module in known.values()
        for other in imports(module, known)
        if room_of(module) != room_of(other) and floors[room_of(other)] >= floors[room_of(module)]
    ]
    assert upward == []


def test_the_floors_name_each_room_once_and_no_other() -> None:
    listed = " ".join(FLOORS).split()
    assert sorted(listed) == sorted({room_of(module) for module in names().values()})


def test_the_architecture_page_names_each_room() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    rooms = [room for room in " ".join(FLOORS).split() if (PACKAGE / room).is_dir()]
    missing = [room for room in rooms if f"| `{room}/`" not in page and f", `{room}/` |" not in page]
    assert missing == []


def test_no_two_classes_have_one_name() -> None:
    places = defaultdict(list)
    for path in SOURCES:
        for name in statements(path).classes:
            places[name].append(path.relative_to(PACKAGE).as_posix())
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


def test_no_room_holds_more_modules_than_can_be_looked_over() -> None:
    held = defaultdict(list)
    for module in names().values():
        held[room_of(module)].append(module)
    assert {room: len(found) for room, found in held.items() if len(found) > MOST_MODULES} == {}


def test_modules_are_short_but_for_those_listed() -> None:
    lines = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines()) for path in SOURCES
    }
    assert {name: n for name, n in lines.items() if n > LONG.get(name, MOST_LINES)} == {}
    assert {name: lines.get(name, 0) for name in LONG if lines.get(name, 0) <= MOST_LINES} == {}


def test_tests_lie_in_the_rooms_of_the_modules_they_test() -> None:
    rooms = {folder.relative_to(PACKAGE).as_posix() for folder in PACKAGE.rglob("*") if folder.is_dir()}
    held = Counter(path.parent.relative_to(TESTS).as_posix() for path in TESTS.rglob("test_*.py"))
    assert set(held) - rooms - MIRRORING_NOTHING == {"."}
    assert {room: files for room, files in held.items() if files > MOST_MODULES} == {}
    filled = {room_of(module) for module in names().values()}
    assert filled & rooms - SHAPES_ALONE - set(held) == set()
    loose = {path.stem.removeprefix("test_") for path in TESTS.glob("test_*.py")}
    assert loose <= {path.stem for path in PACKAGE.glob("*.py")}
