"""A gauge described by a document: what it reads, and what is refused with its field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drivers.messages import Garbled, Overload, Reading, one_by_one
from drivers.simulated.behaviour import NEWTON_PER
from drivers.simulated.text_gauge import simulated_text_gauge
from drivers.spec import SpecError
from drivers.text_gauge import TextGaugeDocument

ACME = TextGaugeDocument(
    name="acme-amplifier",
    title="Acme load-cell amplifier",
    source="capture of 2026-01-12",
    pattern=r"load: (?P<value>-?\d+\.\d+) g",
    example="load: -12.3 g",
    example_value=-12.3,
    unit="gf",
    baud=57_600,
)


def test_a_document_becomes_a_gauge_that_talks_unasked() -> None:
    spec = ACME.to_spec()
    assert (spec.grade, spec.baud, spec.modes) == ("unconfirmed", 57_600, ("stream",))
    codec = spec.codec(spec)
    data = b"load: 12.3 g\nload: 12.3 g\nOL\nload: 12.3\n"
    first, second, third, fourth = one_by_one(codec.feed(data))
    assert isinstance(first, Garbled)
    assert second == Reading(raw=12.3, unit="gf", text="load: 12.3 g")
    assert isinstance(third, Overload)
    assert isinstance(fourth, Garbled)


def test_a_document_may_say_how_the_gauge_is_asked() -> None:
    spec = replace(ACME, poll="R\r", terminator="CRLF", poll_period_ms=20, parity="E", bytesize=7).to_spec()
    assert (spec.poll, spec.terminator, spec.poll_period_ns) == (b"R\r", b"\r\n", 20_000_000)
    assert spec.modes == ("poll",)
    assert replace(ACME, stream_start="GO\r", stream_stop="HALT\r").to_spec().modes == ("stream",)


def test_a_document_may_read_the_unit_and_a_comma() -> None:
    pattern = r"(?P<value>-?\d+,\d+) (?P<unit>\w+)"
    spec = replace(ACME, pattern=pattern, decimal=",", example="1,5 N", example_value=1.5, unit="").to_spec()
    codec = spec.codec(spec)
    messages = one_by_one(codec.feed(b"?\n1,5 N\n1,5 kgf\n1,5 kPa\n"))[1:]
    assert [(m.raw, m.unit) for m in messages if isinstance(m, Reading)] == [(1.5, "N"), (1.5, "kgf")]


@pytest.mark.parametrize(
    ("change", "field", "allowed"),
    [
        ({"name": "Acme FG"}, "name", "small letters"),
        ({"title": " "}, "title", "a text"),
        ({"source": ""}, "source", "a text"),
        ({"pattern": r"load: \d+"}, "pattern", "(?P<value>"),
        ({"pattern": r"(?P<value>\d"}, "pattern", "regular expression"),
        ({"pattern": r"(?P<value>\d+)(?P<mass>g)"}, "pattern group", "'unit'"),
        ({"unit": "kPa"}, "unit", "kgf"),
        ({"unit": "g"}, "unit", "gf"),
        ({"unit": ""}, "example", "unit missing"),
        ({"example": "12.3"}, "example", "not a line of this device"),
        ({"example": "OL"}, "example", "no reading"),
        ({"example": "load: 1.0 g\nload: 2.0 g"}, "example", "a line that the pattern reads"),
        ({"example_value": 12.3}, "example_value", "-12.3"),
        ({"example_value": float("nan")}, "example_value", "-12.3"),
        ({"terminator": "\r\n"}, "terminator", "'CRLF'"),
        ({"decimal": ";"}, "decimal", "','"),
        ({"parity": "M"}, "parity", "'E'"),
        ({"bytesize": 9}, "bytesize", "7 or 8"),
        ({"stopbits": 3}, "stopbits", "1 or 2"),
        ({"baud": 0}, "baud", "above 0"),
        ({"compression_sign": 2}, "compression_sign", "-1"),
        ({"poll_period_ms": 0}, "poll_period_ms", "1 to"),
        ({"silence_ms": -1}, "silence_ms", "1 to"),
        ({"poll": "Größe\r"}, "poll", "ASCII"),
    ],
)
def test_a_bad_document_is_refused_with_field_value_and_what_is_allowed(
    change: dict[str, Any], field: str, allowed: str
) -> None:
    with pytest.raises(SpecError) as refused:
        replace(ACME, **change).to_spec()
    assert refused.value.field == field
    assert allowed in str(refused.value)
    assert repr(refused.value.value) in str(refused.value)


# The simulated device of a document

S = 1_000_000_000


def newton(gauge: TextGaugeDocument, data: bytes) -> list[float]:
    """The forces that the gauge of a document reads, positive in compression, in newton."""
    spec = gauge.to_spec()
    codec = spec.codec(spec)
    codec.feed(b"?" + (spec.terminator or b"\n"))
    messages = one_by_one(codec.feed(data))
    assert all(isinstance(message, Reading | Overload) for message in messages), messages
    readings = [message for message in messages if isinstance(message, Reading)]
    return [spec.compression_sign * m.raw * NEWTON_PER[m.unit] for m in readings]


@pytest.mark.parametrize(
    ("pattern", "example", "change"),
    [
        (r"load: (?P<value>-?\d+\.\d+) g", "load: -12.3 g", {}),
        (r"(?P<value>[+-]\d{4}\.\d) (?P<unit>\w+)", "-0012.3 gf", {"unit": ""}),
        (r"(?P<value>[+-]\d{5},\d),(?P<unit>\w+)", "-00012,3,gf", {"decimal": ",", "compression_sign": -1}),
        (r"(?P<value>[ -]{1,6}\d+\.\d)(?<=^.{8})", "-   12.3", {"compression_sign": -1, "terminator": "CR"}),
        (r"ST,(?P<value>-?\d+\.\d*)", "ST,-12.3", {"unit": "gf", "self_marking": True}),
    ],
)
@given(load_n=st.floats(-9.0, 9.0))
def test_what_the_simulated_device_sends_is_its_load(
    pattern: str, example: str, change: dict[str, Any], load_n: float
) -> None:
    document = replace(ACME, pattern=pattern, example=example, **change)
    device = simulated_text_gauge(document, load=f"hold:{load_n}")
    device.power_on(0)
    forces = newton(document, device.advance(S))
    assert len(forces) == 20
    # One decimal of the gram-force is shown.
    assert all(abs(force_n - load_n) < 0.0006 for force_n in forces)


def test_the_simulated_device_answers_what_its_document_asks() -> None:
    document = replace(ACME, poll="R\r", stream_start="GO\r", stream_stop="HALT\r")
    device = simulated_text_gauge(document, load="hold:1", faults="overload@10s")
    assert device.power_on(0) == device.advance(S) == b""
    line = b"load: 102.0 g\r\n"
    assert [device.handle(bytes([byte]), S) for byte in b"xR\r"] == [b"", b"", line]
    assert device.handle(b"GO\rR\r", 2 * S) == line
    assert device.advance(3 * S) == 20 * line
    assert device.handle(b"HALT\r", 3 * S) == device.advance(9 * S) == b""
    assert device.handle(b"R\r", 10 * S) == b"OL\r\n"


def test_the_simulated_device_of_a_bad_document_is_refused() -> None:
    with pytest.raises(SpecError):
        simulated_text_gauge(replace(ACME, unit="kPa"))
    with pytest.raises(ValueError, match="heavy"):
        simulated_text_gauge(ACME, load="heavy")
