"""Tests below a force limit: what is still asked for, what is censored, and what is no test any more."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocols import limits, machines
from protocols.battery import TestSpec
from protocols.effects import Parameter, Present
from protocols.events import Answer, Begin, Rated
from protocols.force_limits import ForceLimit, limited
from protocols.limits import LimitsSpec


def mn(load: float) -> ForceLimit:
    return ForceLimit(load=load, unit="mN")


def kpa(load: float) -> ForceLimit:
    return ForceLimit(load=load, unit="kPa")


def set_below(test: TestSpec, limit_mn: float) -> LimitsSpec:
    spec = limited(test, mn(limit_mn)).limits
    assert spec is not None
    return spec


def answered(spec: LimitsSpec, feels_from_mn: float) -> tuple[Parameter, list[float], list[bool]]:
    """A test of somebody who feels every force from one on: value, forces that were offered, answers."""
    state, effects = machines.step(spec, machines.init(spec, ()), Begin(t_ns=0))
    offered, said = [], []
    while asked := [effect for effect in effects if isinstance(effect, Present)]:
        force_mn = asked[-1].stimulus.nominal_force_mn
        assert force_mn is not None
        offered.append(force_mn)
        said.append(force_mn >= feels_from_mn)
        state, effects = machines.step(spec, state, Answer(t_ns=len(said), yes=said[-1]))
    (parameter,) = machines.parameters(spec, state)
    return parameter, offered, said


def test_a_ramp_ends_at_the_lower_of_the_two_limits(run, documents: dict[str, TestSpec]) -> None:
    ppt = documents["PPT"]
    assert limited(ppt, kpa(1000.0)) == ppt == limited(ppt, kpa(1500.0))
    lower = limited(ppt, kpa(600.0)).ramp
    assert lower is not None and (lower.limit_kpa, lower.entry.maximum) == (600.0, 600.0)
    assert replace(lower, limit_kpa=1000.0, entry=ppt.machine.entry) == ppt.machine  # type: ignore[union-attr]
    test = run(lower)
    test.send(*(Rated(t_ns=t, value=v) for t, v in ((1, 400.0), (2, 600.0), (3, 500.0))))
    parameter = test.parameters["PPT"]
    assert (parameter.value, parameter.censored, parameter.bound) == (None, "high", 500.0)
    assert "600 kPa in 1 of 3" in parameter.reason


def test_a_set_that_is_cut_short_golden(documents: dict[str, TestSpec]) -> None:
    """MDT below 128 mN, of somebody who feels nothing: five ascending series end beyond 128, five turn at 128."""
    spec = set_below(documents["MDT"], 130.0)
    assert [s.nominal_force_mn for s in spec.stimuli] == [0.25 * 2**i for i in range(10)]
    assert (spec.above_set_mn, spec.start_mn) == (256.0, 16.0)
    parameter, offered, said = answered(spec, inf)
    points = limits.turning_points(spec, said)
    assert max(offered) == 128.0
    assert [(point.force_mn, point.censored) for point in points] == [(128.0, ""), (256.0, "high")] * 5
    assert offered == [16.0, 32.0, 64.0, *[128.0] * 6]
    assert (parameter.value, parameter.censored) == (None, "high")
    assert parameter.bound == pytest.approx(math.sqrt(128.0 * 256.0))
    assert parameter.reason == "above the force limit of 130 mN in 5 of 10 turning points"
    assert answered(spec, 100.0)[0] == answered(documents["MDT"].machine, 100.0)[0]  # type: ignore[arg-type]


def test_a_start_above_the_limit_moves_to_the_strongest_that_is_left(documents: dict[str, TestSpec]) -> None:
    spec = set_below(documents["MDT"], 2.0)
    assert (spec.start_mn, spec.above_set_mn, len(spec.stimuli)) == (2.0, 4.0, 4)


@given(limit_mn=st.floats(16.0, 600.0), feels_from_mn=st.floats(0.1, 2000.0))
def test_nothing_above_the_limit_is_ever_asked_for(
    documents: dict[str, TestSpec], limit_mn: float, feels_from_mn: float
) -> None:
    for name in ("MDT", "MPT"):
        spec = set_below(documents[name], limit_mn)
        whole = documents[name].limits
        assert whole is not None
        parameter, offered, _ = answered(spec, feels_from_mn)
        assert max(offered) <= limit_mn
        full, _, _ = answered(whole, feels_from_mn)
        if parameter.value is not None:
            # Never beyond the set: the same value as with the whole set, unless the whole set went further up.
            assert parameter.value == full.value or spec.start_mn != whole.start_mn
        else:
            assert parameter.censored == "high" and parameter.bound is not None
            assert full.value is None or parameter.bound <= full.value * (1 + 1e-12)


@pytest.mark.parametrize(
    ("test", "limit", "words"),
    [
        ("MPS", mn(256.0), r"512 mN \(.*512.*\), above the limit of 256 mN"),
        ("WUR", mn(128.0), "above the limit of 128 mN"),
        ("MDT", mn(0.3), "leaves no set; 0.5 mN is the least"),
        ("PPT", kpa(10.0), "at or below the contact of 10 kPa"),
        ("PPT", mn(600.0), "PPT is limited in kPa, and the limit is 600 mN"),
        ("MPT", kpa(600.0), "MPT is limited in mN"),
        ("VDT", mn(600.0), "VDT applies no known force"),
    ],
)
def test_what_would_be_no_test_is_refused(
    documents: dict[str, TestSpec], test: str, limit: ForceLimit, words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        limited(documents[test], limit)


def test_a_rating_test_keeps_all_its_stimuli(documents: dict[str, TestSpec]) -> None:
    for test in unchanged(documents):
        assert limited(test, mn(512.0)) is test


def unchanged(documents: dict[str, TestSpec]) -> Iterable[TestSpec]:
    return (documents[name] for name in ("MPS", "WUR"))
