"""The catalogue, and what a spec refuses."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import pytest

from drivers.catalogue import GAUGES, UnknownGauge, gauge, with_pattern
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
