"""The packaged protocols of the tests: which document holds a test, and what it says."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from protocols.battery import BatterySpec, TestSpec
from qst_station.documents import load_document
from qst_station.study.document import Assessment

BATTERY: Final = "dfns/battery.toml"

ADDITIONAL: Final[dict[Assessment, str]] = {"electronic_von_frey": "EVF"}
"""Tests that are no part of the battery, by the assessment that asks for them."""


def document_of(test: str) -> str:
    """Name of the document of a test."""
    folder = test.lower() if test in ADDITIONAL.values() else "dfns"
    return f"{folder}/{test.lower()}.toml"


def protocol_text(document: str) -> str:
    """The text of a packaged protocol."""
    return files("protocols").joinpath(document).read_text(encoding="utf-8")


def test_document(test: str) -> TestSpec:
    """A packaged test."""
    document = document_of(test)
    return load_document(protocol_text(document), TestSpec, place=document)


def assessment_of(test: str) -> str:
    """The assessment that a test of the skin belongs to."""
    return next((assessment for assessment, name in ADDITIONAL.items() if name == test), "mechanical_qst")


@cache
def packaged_tests() -> dict[str, TestSpec]:
    """Every packaged test by name."""
    battery = load_document(protocol_text(BATTERY), BatterySpec, place=BATTERY)
    return {test: test_document(test) for test in (*battery.tests, *ADDITIONAL.values())}
