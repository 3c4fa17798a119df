"""Places to work in that every test may ask for."""

from __future__ import annotations

import os
import shutil
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from examples import SOME, examples
from hypothesis import settings
from kinds import MARKERS, UNMEASURED, further_examples, markers
from tracing import TRACING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdf_facts import Facts
    from playwright.sync_api import Browser
    from shipped_files import ShippedBriefs

    from issuebrief.job import Outcome


# CI tries the same examples in every run; a developer's machine tries new ones, and `make test` some of them.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", settings.get_profile("local"), derandomize=True)
settings.register_profile(SOME, settings.get_profile("local"), max_examples=examples(100, SOME))
settings.load_profile("ci" if os.environ.get("CI") else "local")

# A shell that runs the tests in its background makes them deaf to Ctrl-C, and all that they start.
if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

TESTS = Path(__file__).resolve().parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --force-color-profile=srgb"
)


def pytest_configure(config: pytest.Config) -> None:
    """Declare the markers."""
    for line in (*(f"{name}: {meaning}" for name, meaning in MARKERS.items()), UNMEASURED):
        config.addinivalue_line("markers", line)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by what they use and where they lie, before any are chosen by their markers."""
    for item in items:
        if isinstance(item, pytest.Function):
            folder = item.path.parent.relative_to(TESTS).as_posix()
            for name in markers(item.fixturenames, item.module, folder):
                item.add_marker(name)
    marked = [(item.nodeid, {mark.name for mark in item.iter_markers()}) for item in items]
    for number in further_examples(marked):
        items[number].add_marker("exhaustive")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Trace the lines of a test that is measured, and of its processes; of others none."""
    with TRACING.of_test(item.nodeid.partition("[")[0], item.get_closest_marker("unmeasured") is None):
        yield


@pytest.fixture(scope="session", autouse=True)
def warm_engine(request: pytest.FixtureRequest) -> Iterator[None]:
    """The shipped style sheets and fonts, read once for all tests that lay out pages."""
    if not any(item.get_closest_marker("slow") for item in request.session.items):
        yield
        return
    from tracing import layouts_counted
    from warm_engine import shipped_files_read_once

    with shipped_files_read_once(), layouts_counted():
        yield


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Chromium from the system's packages."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        why = "there is no Chromium on this machine (make tools gets one)"
        if os.environ.get("BROWSER_TESTS") == "needed":
            pytest.fail(why)
        pytest.skip(why)
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=QUIET.split())
        yield browser
        browser.close()


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one, and an environment that says nothing about colours.

    Several briefs are set one after another where a test does not say how many at once: a process takes
    longer to begin than a small brief takes to set.
    """
    for name in ("NO_COLOR", "FORCE_COLOR", "SOURCE_DATE_EPOCH", "ISSUEBRIEF_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("issuebrief.pipeline.worker_pool.room", lambda: 1)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@dataclass(frozen=True)
class Shipped:
    """A brief of content/ and what it became."""

    brief: Path
    outcome: Outcome
    facts: Facts


@pytest.fixture(scope="session")
def shipped(shipped_in: ShippedBriefs) -> dict[str, Shipped]:
    """The briefs of content/, set once, by the names of their folders."""
    from pdf_facts import Facts
    from shipped_files import NAMES as BRIEFS

    made = {name: shipped_in.as_it_is(name) for name in BRIEFS}
    content = TESTS.parent / "content"
    return {
        name: Shipped(content / name / "brief.md", files.outcome, Facts(files.screen))
        for name, files in made.items()
    }


@pytest.fixture(scope="session")
def shipped_in(tmp_path_factory: pytest.TempPathFactory) -> ShippedBriefs:
    """The briefs of content/ in every theme, for the screen and for the press."""
    from shipped_files import ShippedBriefs, shared_folder

    return ShippedBriefs(shared_folder(tmp_path_factory))
