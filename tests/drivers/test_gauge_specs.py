"""The catalogue, and what a spec refuses."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import pytest

from drivers.catalogue import GAUGES, UnknownGauge, gauge, gauges_of_port, with_pattern
from drivers.spec import GaugeSpec, SpecError

SPECS = [pytest.param(spec, id=name) for name, spec in GAUGES.items()]


@pytest.mark.parametrize("spec", SPECS)
def test_a_spec_says_what_is_known_and_where_from(spec: GaugeSpec) -> None:
    assert spec.name == next(name for name, other in GAUGES.items() if other is spec)
    assert spec.title
    assert spec.grade_note
    assert spec.source


@pytest.mark.parametrize("spec", SPECS)
def test_no_request_writes_non_volatile_memory(spec: GaugeSpec) -> None:
    requests = (spec.identify, spec.poll, spec.stream_start, spec.stream_stop, spec.zero)
    assert not any(b"SAVE" in request.upper() for request in requests if request)


@pytest.mark.parametrize("spec", SPECS)
def test_a_spec_crosses_a_process_boundary(spec: GaugeSpec) -> None:
    assert pickle.loads(pickle.dumps(spec)) == spec


@pytest.mark.parametrize(
    ("change", "names"),
    [
        ({"default_unit": "kPa"}, "kgf"),
        ({"units": {"n": "Newton"}}, "kgf"),
        ({"pattern": r"\d+"}, "(?P<value>"),
        ({"pattern": r"(?P<value>\d+"}, "regular expression"),
        ({"pattern": r"(?P<value>\d+)(?P<force>N)"}, "'unit'"),
        ({"terminator": b";"}, r"b'\r'"),
        ({"parity": "X"}, "'E'"),
        ({"decimal": "٫"}, "','"),
        ({"compression_sign": 0}, "-1"),
        ({"baud": 0}, "above 0"),
        ({"unsolicited": False}, "stream_start"),
        ({"kind": "button"}, "(?P<down>"),
        ({"kind": "scale"}, "'balance'"),
        ({"kind": "balance"}, "mg, g, kg"),
        ({"units": {"g": "g"}}, "kgf"),
        ({"default_unit": "kg"}, "kgf"),
        ({"variants": ("9600 8E3",)}, "2400 7E1"),
        ({"variants": ("fast 8N1",)}, "2400 7E1"),
    ],
)
def test_a_bad_spec_is_refused_with_the_value_and_what_is_allowed(change: dict[str, Any], names: str) -> None:
    with pytest.raises(SpecError) as refused:
        replace(gauge("text-line"), **change)
    assert repr(refused.value.value) in str(refused.value)
    assert names in str(refused.value)


def test_an_unknown_gauge_is_named_with_the_nearest_one() -> None:
    with pytest.raises(UnknownGauge, match="did you mean 'mark10'") as refused:
        gauge("mark-10")
    assert set(refused.value.allowed) == set(GAUGES)


def test_a_text_line_of_the_users_own() -> None:
    spec = with_pattern(gauge("text-line"), r"one reading:\t(?P<value>-?[\d.]+)\t.*", unit="gf")
    assert spec.default_unit == "gf"
    assert gauge("text-line").default_unit is None


def test_modes_are_stream_first() -> None:
    assert gauge("mark10").modes == ("stream", "poll")
    assert gauge("imada-ds2").modes == ("poll",)
    assert gauge("button").modes == ("stream",)
    assert gauge("mark10-series4").modes == ("poll",)
    assert gauge("loadstar-di1000").modes == ("stream", "poll")


def test_a_balance_speaks_of_mass_alone() -> None:
    for spec in GAUGES.values():
        masses = set(spec.units.values()) & {"mg", "g", "kg"}
        assert bool(masses) == (spec.kind == "balance")
    with pytest.raises(SpecError, match="'kgf' cannot be used; allowed: mg, g, kg"):
        replace(gauge("mt-sics"), default_unit="kgf")


@pytest.mark.parametrize("spec", SPECS)
def test_every_variant_of_the_link_can_be_chosen(spec: GaugeSpec) -> None:
    for variant in spec.variants:
        baud, byte_format = variant.split()
        chosen = spec.with_link(baud=int(baud), byte_format=byte_format)
        assert chosen.link == variant != spec.link
        assert (
            replace(chosen, baud=spec.baud, bytesize=spec.bytesize, parity=spec.parity, stopbits=spec.stopbits)
            == spec
        )


@pytest.mark.parametrize(
    ("baud", "byte_format", "field"),
    [
        (0, None, "baud"),
        (None, "", "format"),
        (None, "8N1 ", "format"),
        (None, "6N1", "format"),
        (9600, "8n1", "format"),
    ],
)
def test_a_link_that_cannot_be_set_is_refused(baud: int | None, byte_format: str | None, field: str) -> None:
    with pytest.raises(SpecError) as refused:
        gauge("sartorius-sbi").with_link(baud=baud, byte_format=byte_format)
    assert refused.value.field == field


def test_a_usb_port_of_its_own_names_the_gauge_and_a_common_adapter_names_none() -> None:
    assert [spec.name for spec in gauges_of_port(0x1412, 0x0200)] == ["imada-dsv"]
    assert [spec.name for spec in gauges_of_port(0x0403, 1003)] == ["bbtk-tpad"]
    assert gauges_of_port(0x0403, 0x6001) == gauges_of_port(0x1A86, 0x7523) == gauges_of_port(None, None) == ()
