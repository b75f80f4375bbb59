"""Verdicts by tolerance and guard band."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.decision import Decision, decide
from calibration.method import Method
from calibration.record import Problem
from calibration.result import Quantity, Result
from tests.calibration.bench import method, with_values


def result(deviation: float, expanded: float, *codes: str) -> Result:
    found = Quantity(name="deviation", value=deviation, unit="mN", expanded=expanded, coverage_factor=2.0, text="")
    problems = tuple(Problem(code=code, happened="", remedy="") for code in codes)
    return Result(
        kind="hair", quantities=(found,), budgets=(), deviation="deviation", nominal=64.0, findings=problems
    )


def hairs(**values: float) -> Method:
    return with_values(method("hair"), **values)


@pytest.mark.parametrize(
    ("deviation", "expanded", "verdict"),
    [
        (0.0, 1.0, "pass"),
        (5.4, 1.0, "pass"),
        (-5.4, 1.0, "pass"),
        (5.5, 1.0, "pass_with_correction"),
        (-11.8, 1.0, "pass_with_correction"),
        (11.9, 1.0, "fail"),
        (0.0, 6.5, "pass_with_correction"),
        (0.0, 13.0, "fail"),
    ],
)
def test_verdicts_at_ten_and_twenty_percent_of_64(deviation: float, expanded: float, verdict: str) -> None:
    assert decide(hairs(correction_limit=0.2), result(deviation, expanded)).verdict == verdict


def test_without_a_limit_nothing_passes_with_correction() -> None:
    assert decide(hairs(), result(6.0, 1.0)).verdict == "fail"


def test_without_a_tolerance_there_is_no_verdict_unless_the_tip_is_faulty() -> None:
    pinpricks = method("pinprick")
    decision = decide(pinpricks, result(1.0, 1.0))
    assert (decision.verdict, decision.tolerance, decision.guard_band) == ("not_stated", None, None)
    assert decide(pinpricks, result(1.0, 1.0, "pinprick.tip")).verdict == "fail"


def test_the_rule_says_whose_tolerance_it_is() -> None:
    assert "unverified default" in decide(hairs(), result(0.0, 1.0)).rule
    rule = decide(hairs(tolerance=0.05, guard_band=0.5), result(0.0, 1.0)).rule
    assert "set by Sponsor on 2026-01-01" in rule
    assert "guard band of 0.5 U is at most 3.2 mN" in rule


def test_a_tolerance_in_a_unit_is_taken_as_it_is() -> None:
    tapes = method("tape")
    assert decide(tapes, result(0.4, 0.5)).tolerance == 1.0


def test_a_share_needs_something_it_is_a_share_of() -> None:
    with pytest.raises(ValueError, match="no nominal value"):
        decide(hairs(), replace(result(0.0, 1.0), nominal=None))


@given(st.floats(-100.0, 100.0), st.floats(0.0, 50.0), st.floats(0.0, 3.0))
def test_no_pass_without_the_guard_band_kept(deviation: float, expanded: float, guard: float) -> None:
    decision: Decision = decide(hairs(guard_band=guard, correction_limit=0.2), result(deviation, expanded))
    assert decision.tolerance is not None
    if decision.verdict == "pass":
        assert abs(deviation) + guard * expanded <= decision.tolerance
    if decision.verdict == "fail":
        assert abs(deviation) + guard * expanded > decision.tolerance
