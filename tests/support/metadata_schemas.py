"""What files of metadata must conform to: the schemas of those who take them."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

HERE = Path(__file__).parents[1] / "metadata/schemas"
GIVEN = os.environ.get("ISSUEBRIEF_SCHEMAS", "")
ISSN = b"<issn>2049-3630</issn>"


def faults_of_datacite(content: bytes) -> list[str]:
    """What DataCite's JSON Schema 4.6 finds wrong."""
    schema = json.loads((HERE / "datacite-v4.6.json").read_text("utf-8"))
    checker = jsonschema.Draft201909Validator(schema, format_checker=jsonschema.FormatChecker())
    return [fault.message for fault in checker.iter_errors(json.loads(content))]


def faults_of_crossref(content: bytes) -> list[str]:
    """What Crossref's schema 5.5.0 finds wrong; skips the test where it is not to be had."""
    return [f"{fault.path}: {fault.reason}" for fault in _crossref().iter_errors(content.decode())]


def faults_of_jats(content: bytes) -> list[str]:
    """What the DTD of JATS Journal Publishing 1.3 finds wrong; skips the test where it is not to be had.

    A series without an ISSN gets one: the looser tag set differs from this one in nothing else that we use.
    """
    if not (dtd := _folder("jats", "JATS-journalpublishing1-3.dtd")):
        pytest.skip("ISSUEBRIEF_SCHEMAS names no folder with the DTD of JATS")
    if b"<issn" not in content:
        content = content.replace(b"</journal-title-group>", b"</journal-title-group>" + ISSN)
    checker = etree.DTD(str(dtd))
    checker.validate(etree.fromstring(content))
    return [str(fault) for fault in checker.error_log.filter_from_errors()]


def _folder(name: str, file: str) -> Path | None:
    path = Path(GIVEN, name, file)
    return path if GIVEN and path.is_file() else None


@cache
def _crossref() -> Any:
    xmlschema = pytest.importorskip("xmlschema")
    main = _folder("crossref", "crossref5.5.0.xsd")
    if not main:
        pytest.skip("ISSUEBRIEF_SCHEMAS names no folder with Crossref's schema")
    modules = main.parent / "standard-modules"
    elsewhere = {
        "http://www.w3.org/2009/01/xml.xsd": str(modules / "xml.xsd"),
        "http://www.w3.org/Math/XMLSchema/mathml3/mathml3.xsd": str(modules / "mathml3/mathml3.xsd"),
    }
    return xmlschema.XMLSchema11(
        str(main), uri_mapper=elsewhere, validation="lax", allow="local", loglevel="CRITICAL"
    )
