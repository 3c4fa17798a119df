"""What coverage measures of the tests, by which `make test` is quick."""

from __future__ import annotations

import os

import pytest
from coverage import Coverage
from tracing import MEASURED, PROCESSES, Tracing


class Trace:
    """Takes the place of coverage, and knows whether it is on."""

    is_on = True

    def stop(self) -> None:
        assert self.is_on
        self.is_on = False

    def start(self) -> None:
        assert not self.is_on
        self.is_on = True


@pytest.fixture
def trace(monkeypatch: pytest.MonkeyPatch) -> Trace:
    made = Trace()
    monkeypatch.setattr(Coverage, "current", lambda: made)
    monkeypatch.setenv(PROCESSES[0], "of this process")
    return made


def test_the_first_layouts_of_a_function_are_traced_and_no_others(trace: Trace) -> None:
    found = Tracing()
    for _ in range(MEASURED):
        with found.of_test("test_one", is_measured=True):
            found.layout_begins()
            assert trace.is_on
    with found.of_test("test_one", is_measured=True):
        assert trace.is_on
        found.layout_begins()
        found.layout_begins()
        assert not trace.is_on
    with found.of_test("test_other", is_measured=True):
        found.layout_begins()
        assert trace.is_on


def test_of_further_examples_no_process_is_traced(trace: Trace) -> None:
    found = Tracing()
    with found.of_test("test_one", is_measured=True):
        assert PROCESSES[0] in os.environ
    with found.of_test("test_one", is_measured=True):
        assert trace.is_on
        assert PROCESSES[0] not in os.environ
    assert os.environ[PROCESSES[0]] == "of this process"


def test_processes_are_traced_while_this_one_is(trace: Trace) -> None:
    found = Tracing()
    with found.of_test("test_one", is_measured=False):
        assert not trace.is_on
        assert PROCESSES[0] not in os.environ
    assert trace.is_on
    assert os.environ[PROCESSES[0]] == "of this process"


def test_without_coverage_nothing_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Coverage, "current", lambda: None)
    monkeypatch.setenv(PROCESSES[0], "of another")
    with Tracing().of_test("test_one", is_measured=False):
        assert os.environ[PROCESSES[0]] == "of another"
