"""The files of labels and the digits of languages agree with Unicode CLDR, where Babel is there to ask."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/check_labels.py"


def test_dates_and_lists_are_those_of_unicode_or_are_others_on_purpose() -> None:
    pytest.importorskip("babel", reason="Babel comes with the packages for the documentation")
    spec = importlib.util.spec_from_file_location("check_labels", SCRIPT)
    assert spec and spec.loader
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    found = {(tag, kind) for tag, kind, _, _ in script.differences()}
    assert found == script.MEANT.keys()
    assert list(script.digit_differences()) == []
