"""The document of a gauge: one line says what is wrong with it, and writing it loses nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drivers.text_gauge import TextGaugeDocument
from qst_station.acquisition.device import device_spec
from qst_station.acquisition.gauge_document import document_text, load_gauge_document
from qst_station.documents import load_document
from qst_station.findings import Refused

AMPLIFIER = """
name = "acme-amplifier"
title = "Acme load-cell amplifier"
source = "capture of 2026-01-12"
pattern = 'load: (?P<value>-?\\d+\\.\\d+) g'
example = "load: -12.3 g"
example_value = -12.3
unit = "gf"
baud = 57600
terminator = "CRLF"
"""
TEXT = st.text(st.characters(codec="utf-8"), max_size=20)
DOCUMENTS = st.builds(
    TextGaugeDocument,
    name=TEXT,
    title=TEXT,
    source=TEXT,
    pattern=TEXT,
    example=TEXT,
    example_value=st.floats(allow_nan=False, allow_infinity=False),
    unit=TEXT,
    overload=st.lists(TEXT, max_size=3).map(tuple),
    poll=TEXT,
    baud=st.integers(0, 10**9),
    self_marking=st.booleans(),
    note=TEXT,
)


def test_a_document_is_a_gauge() -> None:
    document, spec = load_gauge_document(AMPLIFIER, place="amplifier.toml")
    assert (document.example_value, spec.name, spec.baud, spec.default_unit) == (
        -12.3,
        "acme-amplifier",
        57_600,
        "gf",
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("baud = 57600", "baudrate = 57600", ("baudrate", "57600", "baud, bytesize")),
        ("(?P<value>", "(", ("pattern", "load: (-?", "(?P<value>...)")),
        ("'load: (?P", "'(load: (?P", ("pattern", "regular expression")),
        ('"gf"', '"kPa"', ("unit", "'kPa'", "N, mN, kN, kgf, gf, lbf, ozf")),
        ('"gf"', '"g"', ("unit", "'g'", "gf")),
        ('unit = "gf"', "", ("example", "unit missing")),
        ("baud = 57600", "baud = '57600'", ("baud", "'57600'", "integer")),
        ('"CRLF"', '"\\n"', ("terminator", "'CRLF', 'CR', 'LF', 'any'")),
        ('title = "Acme load-cell amplifier"', "", ("title", "required")),
        ('source = "', 'source "', ("not valid TOML", "line 4")),
    ],
)
def test_what_is_wrong_is_said_in_one_line(old: str, new: str, says: tuple[str, ...]) -> None:
    assert AMPLIFIER.count(old) == 1
    with pytest.raises(Refused) as refused:
        load_gauge_document(AMPLIFIER.replace(old, new), place="amplifier.toml")
    line = refused.value.finding.line()
    assert line.startswith("amplifier.toml: ") and "\n" not in line
    assert all(word in line for word in says), line
    assert refused.value.finding.code == "document.invalid"


@given(document=DOCUMENTS)
@example(
    document=TextGaugeDocument(
        **dict.fromkeys(("name", "title", "source", "pattern", "example"), '\x7f\x00\r\n"\\'), example_value=-0.0
    )
)
def test_a_document_is_written_as_it_is(document: TextGaugeDocument) -> None:
    assert load_document(document_text(document), TextGaugeDocument, place="x") == document


def test_a_device_with_a_document_needs_nothing_else() -> None:
    spec = device_spec("acme-amplifier", {"document": AMPLIFIER, "unit": "kgf", "baud": 9_600, "format": "7E1"})
    assert (spec.name, spec.default_unit, spec.link) == ("acme-amplifier", "kgf", "9600 7E1")
    assert device_spec("mark10", {"format": "8N2"}).link == "115200 8N2"


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("other", {"document": AMPLIFIER}, "another gauge, 'acme-amplifier'"),
        ("acme-amplifier", {"document": AMPLIFIER.replace('"gf"', '"kPa"')}, "document of acme-amplifier: unit"),
        ("acme-amplifier", {"document": "?"}, "not valid TOML"),
        ("acme-amplifier", {}, "no gauge 'acme-amplifier'"),
        ("mark10", {"format": "9N1"}, "format: '9N1'"),
        ("mark10", {"baud": -1}, "baud: -1"),
    ],
)
def test_an_option_that_cannot_be_used_is_named(name: str, options: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        device_spec(name, options)
