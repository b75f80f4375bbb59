"""The daily check on its control chart, and the drift over calibrations."""

from __future__ import annotations

import datetime
from dataclasses import replace
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.control_chart import control_limits, daily_value, signal
from calibration.conversion import Weighing
from calibration.result import NotFinished
from calibration.trend import Calibrated, TooFewCalibrations, trend
from tests.calibration.bench import Bench, gauge, hair, method

DAYS = [64.1, 63.9, 64.0, 64.2, 63.8, 64.0, 64.1, 63.9, 64.0, 64.0]
START = datetime.date(2024, 1, 1)


def test_the_lines_come_from_the_first_days_and_stay() -> None:
    daily = method("daily_check")
    assert control_limits(daily, DAYS[:9]) is None
    limits = control_limits(daily, DAYS)
    assert limits == control_limits(daily, [*DAYS, 99.0, 1.0])
    assert limits is not None
    assert (limits.mean, limits.standard_deviation) == pytest.approx((mean(DAYS), stdev(DAYS)))
    assert limits.warn_high - limits.mean == pytest.approx(2.0 * stdev(DAYS))
    assert limits.mean - limits.stop_low == pytest.approx(3.0 * stdev(DAYS))


@given(st.floats(-1.0, 1.0))
def test_a_signal_follows_from_the_distance_to_the_mean(offset: float) -> None:
    limits = control_limits(method("daily_check"), DAYS)
    assert limits is not None
    value = limits.mean + offset
    distance = abs(offset) / limits.standard_deviation
    expected = "stop" if distance > 3.0 else "warn" if distance > 2.0 else "in_control"
    if min(abs(distance - 2.0), abs(distance - 3.0)) > 1e-9:
        assert signal(limits, value) == expected


def test_before_there_are_lines_no_value_is_in_control() -> None:
    assert signal(None, 64.0) == "baseline"


def test_values_that_never_differ_make_no_chart() -> None:
    with pytest.raises(ValueError, match="finer display"):
        control_limits(method("daily_check"), [64.0] * 10)


def test_the_value_of_a_day() -> None:
    daily = method("daily_check")
    bench = Bench(daily, hair(), lambda task: {"press": 6.5 + 0.01 * task.repeat}.get(task.key))
    with pytest.raises(NotFinished):
        daily_value(daily, bench.item, bench.state)
    assert daily_value(daily, bench.item, bench.run()) == pytest.approx(Weighing().force_mn(6.52))


@pytest.mark.parametrize("sign", [1, -1])
def test_the_value_of_a_day_of_a_gauge_is_its_error_under_its_load(sign: int) -> None:
    daily = method("daily_check")
    item = replace(gauge(), compression_sign=sign)
    bench = Bench(daily, item, lambda task: sign * (5.03 if task.key == "load" else 0.01))
    assert daily_value(daily, item, bench.run()) == pytest.approx(20.0)


def yearly(*deviations: float, expanded: float = 0.5) -> list[Calibrated]:
    return [
        Calibrated(date=START + datetime.timedelta(days=365 * i), deviation=d, expanded=expanded)
        for i, d in enumerate(deviations)
    ]


def test_a_steady_drift_leaves_the_guarded_tolerance_on_a_known_day() -> None:
    found = trend(yearly(0.0, -1.0, -2.0), tolerance=6.4)
    assert found.slope_per_year == pytest.approx(-365.25 / 365)
    assert found.significant
    assert found.crossing == START + datetime.timedelta(days=int(5.9 * 365))
    assert found.next_due == found.crossing


def test_the_rule_of_the_register_comes_first_where_it_is_earlier() -> None:
    due = START + datetime.timedelta(days=1000)
    assert trend(yearly(0.0, -1.0, -2.0), tolerance=6.4, due=due).next_due == due
    assert trend(yearly(0.0, 0.0, 0.0), tolerance=6.4, due=due).crossing is None
    assert trend(yearly(0.0, 1.0, 2.0)).next_due is None


def test_what_is_out_already_is_due_on_its_last_day() -> None:
    assert trend(yearly(5.0, 6.0, 7.0), tolerance=6.4).crossing == START + datetime.timedelta(days=730)
    assert trend(yearly(0.0, 0.1, 0.0, expanded=7.0), tolerance=6.4).crossing == START + datetime.timedelta(
        days=730
    )


def test_scatter_is_no_drift() -> None:
    assert not trend(yearly(0.0, 1.0, -1.0, 0.5)).significant


@pytest.mark.parametrize("points", [[], yearly(1.0), yearly(1.0, 2.0), yearly(1.0, 2.0) * 2])
def test_fewer_than_three_days_forecast_nothing(points: list[Calibrated]) -> None:
    with pytest.raises(TooFewCalibrations, match="a trend needs 3"):
        trend(points, tolerance=6.4)


@given(st.lists(st.floats(-5.0, 5.0), min_size=3, max_size=8), st.randoms())
def test_the_order_of_calibrations_does_not_matter(deviations: list[float], random) -> None:
    points = yearly(*deviations)
    shuffled = points.copy()
    random.shuffle(shuffled)
    assert trend(shuffled, tolerance=6.4) == trend(points, tolerance=6.4)
