"""Results against arithmetic done by hand, for every kind of item."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, radians, sqrt
from statistics import mean, stdev

import pytest

from calibration.conversion import Weighing
from calibration.evaluation import evaluate
from calibration.events import Adjusted, Conditions, Finish, Inspect
from calibration.item import Item
from calibration.method import Method
from calibration.result import NotFinished, Result
from calibration.tasks import Task
from tests.calibration.bench import (
    Bench,
    balance,
    gauge,
    hair,
    method,
    pinprick,
    reference,
    steady_press,
    tape,
    with_values,
)

GRAMS = [6.50, 6.52, 6.49, 6.51, 6.50, 6.48, 6.53, 6.50, 6.49, 6.48]
LOCAL = {"local_gravity": 9.81, "local_gravity_uncertainty": 0.0002, "air_buoyancy": 0.0}


def result_of(chosen: Method, item: Item, read: Callable[[Task], float | None]) -> Result:
    return evaluate(chosen, item, Bench(chosen, item, read).run())


def pressed(task: Task) -> float | None:
    return GRAMS[task.repeat - 1] if task.key == "press" else None


def standards(result: Result, budget: int = 0) -> dict[str, float]:
    return {part.name: part.standard for part in result.budgets[budget].contributions}


def test_every_line_of_the_budget_of_a_hair() -> None:
    chosen = with_values(method("hair"), **LOCAL, drift_between_calibrations=0.01)
    result = result_of(chosen, hair(), pressed)
    force = [9.81 * gram for gram in GRAMS]
    parts = standards(result)
    slope = sum((i - 4.5) * f for i, f in enumerate(force)) / 82.5
    residual = sqrt(sum((f - mean(force) - slope * (i - 4.5)) ** 2 for i, f in enumerate(force)) / 8)
    assert parts == pytest.approx(
        {
            "repeatability": stdev(force) / sqrt(10),
            "balance calibration": 0.0002 * 9.81,
            "resolution under load": 0.0001 / sqrt(12) * 9.81,
            "resolution at zero": 0.0001 / sqrt(12) * 9.81,
            "gravity": 0.0001 / 9.81 * mean(force),
            "angle": (1.0 - cos(radians(5.0))) * mean(force),
            "fatigue over the presses": 4.5 * sqrt(slope**2 + residual**2 / 82.5),
            "drift between calibrations": 0.01 * mean(force),
        }
    )
    freedom = {
        part.name: part.degrees_of_freedom for part in result.budgets[0].contributions if part.evaluation == "A"
    }
    assert freedom == {"repeatability": 9, "fatigue over the presses": 8}
    assert result.measured_force_mn is not None
    assert result.measured_force_mn.value == pytest.approx(mean(force))
    assert result.quantity("deviation").value == pytest.approx(mean(force) - 64.0)
    assert result.quantity("deviation").expanded == result.measured_force_mn.expanded
    assert result.quantity("standard deviation").value == pytest.approx(stdev(force))
    assert result.quantity("drift per press").value == pytest.approx(slope)
    assert result.quantity("drift per press").expanded == pytest.approx(2.306 * residual / sqrt(82.5), rel=1e-3)
    assert result.findings == ()


def test_what_is_left_out_of_the_budget_is_said() -> None:
    nylon = Item(id="n", kind="hair", reading_unit="g", nominal_mn=64.0, material="nylon")
    findings = {finding.code: finding.happened for finding in result_of(method("hair"), nylon, pressed).findings}
    assert findings.keys() == {"gravity.not_set", "budget.not_set"}
    assert "drift between calibrations, humidity coefficient" in findings["budget.not_set"]


def test_humidity_is_in_the_budget_of_nylon_once_the_site_knows_it() -> None:
    chosen = with_values(method("hair"), humidity_coefficient=0.002)
    nylon = Item(id="n", kind="hair", reading_unit="g", nominal_mn=64.0, material="nylon")
    force = mean(Weighing().force_mn(gram) for gram in GRAMS)
    assert standards(result_of(chosen, nylon, pressed))["humidity"] == pytest.approx(0.02 * force / sqrt(3))
    assert "humidity" not in standards(result_of(chosen, hair(), pressed))


def test_readings_in_milligram_are_the_same_force() -> None:
    in_mg = Item(id="hair-7", kind="hair", reading_unit="mg", nominal_mn=64.0, material="glass")

    def read(task: Task) -> float | None:
        return {"press": 1e3 * (pressed(task) or 0.0), "check": 1e4}.get(task.key)

    one, other = result_of(method("hair"), hair(), pressed), result_of(method("hair"), in_mg, read)
    assert one.measured_force_mn is not None
    assert other.measured_force_mn is not None
    assert other.measured_force_mn.text == one.measured_force_mn.text


def test_mass_and_losses_of_a_pinprick() -> None:
    lowered = {0.0: 13.00, 10.0: 12.90, 20.0: 12.70}

    def read(task: Task) -> float | None:
        if task.key == "weigh":
            return [13.05, 13.06, 13.07][task.repeat - 1]
        return lowered[task.angle_deg] if task.key == "lower" else None

    result = result_of(with_values(method("pinprick"), **LOCAL), pinprick(), read)
    assert result.quantity("moving mass").value == pytest.approx(13.06)
    assert result.quantity("expected mass").value == pytest.approx(128.0 / 9.81)
    assert result.quantity("deviation").value == pytest.approx(13.06 * 9.81 - 128.0)
    for angle, grams in lowered.items():
        assert result.quantity(f"loss at {angle:g} degrees").value == pytest.approx((13.06 - grams) * 9.81)
    assert standards(result)["friction of a single lowering"] == pytest.approx(0.06 * 9.81)
    mass = result.quantity("moving mass")
    assert mass.expanded is not None
    assert mass.expanded < 0.03


def test_a_faulty_tip_is_a_finding() -> None:
    bench = Bench(method("pinprick"), pinprick(), lambda task: 13.06 if task.key in ("weigh", "lower") else None)
    bench.prepare()
    bench.until("inspect")
    bench.send(Inspect(t_ns=0, yes=False, text="burr"))
    codes = {
        finding.code: finding.happened for finding in evaluate(bench.method, bench.item, bench.run()).findings
    }
    assert codes["pinprick.tip"] == "The tip was found faulty: burr."


def shown(task: Task) -> float | None:
    """A gauge with known errors and no scatter: 1 % too low, 20 mN off, 80 mN more on the way down."""
    if task.key not in ("load", "zero"):
        return None
    load = task.load or 0.0
    back = 0.08 if task.direction == "down" else 0.03 if task.closing else 0.0
    return load * 1e-3 / 1.01 + 0.02 + back + (0.01 if task.series == 2 and task.load == 20e3 else 0.0)


def test_errors_of_a_gauge() -> None:
    result = result_of(method("force_gauge"), gauge(), shown)
    assert result.scale is not None
    assert (result.scale.gain, result.scale.zero_mn) == pytest.approx((1.01, 0.02 * 1010.0))
    for load in (5e3, 10e3, 20e3, 35e3, 50e3):
        assert result.scale.force_mn(load * 1e-3 / 1.01 + 0.02, "N") == pytest.approx(load)
    assert result.quantity("gain").value == pytest.approx(1.01)
    assert result.quantity("largest error").value == pytest.approx(50e3 / 1.01 + 20.0 - 50e3)
    assert result.quantity("linearity error").value == pytest.approx(0.0, abs=1e-9)
    assert result.quantity("reproducibility b").value == pytest.approx(0.0, abs=1e-9)
    at_20 = 20e3 / 1.01 + 20.0
    assert result.quantity("repeatability b'").value == pytest.approx(100.0 * 10.0 / (at_20 + 5.0))
    assert result.quantity("hysteresis v").value == pytest.approx(100.0 * 80.0 / (5e3 / 1.01 + 20.0))
    assert result.quantity("hysteresis at 20 N").value == pytest.approx(80.0)
    assert result.quantity("zero error f0").value == pytest.approx(100.0 * 30.0 / 50e3)
    assert result.quantity("resolution").value == pytest.approx(10.0)
    assert standards(result)["reference loads"] == pytest.approx(0.00025)


def test_a_gauge_that_shows_pressing_as_negative_gets_the_same_scale_but_for_the_sign() -> None:
    pulls = Item(
        id="gauge-1",
        kind="force_gauge",
        reading_unit="N",
        division=0.01,
        loads=gauge().loads,
        compression_sign=-1,
    )

    def negative(task: Task) -> float | None:
        value = shown(task)
        return None if value is None else -value

    scale = result_of(method("force_gauge"), pulls, negative).scale
    assert scale is not None
    assert (scale.compression_sign, scale.gain) == (-1, pytest.approx(1.01))
    assert scale.force_mn(-(20.0 / 1.01 + 0.02), "N") == pytest.approx(20e3)


def test_masses_on_a_gauge_bring_gravity_into_the_budget() -> None:
    masses = Item(
        id="gauge-1",
        kind="force_gauge",
        reading_unit="N",
        division=0.01,
        loads=(500.0, 1000.0, 2000.0, 3500.0, 5000.0),
        load_unit="g",
    )
    chosen = with_values(method("force_gauge"), **LOCAL)
    result = result_of(chosen, masses, lambda task: (task.load or 0.0) * 9.81e-3)
    assert result.quantity("gain").value == pytest.approx(1.0)
    assert result.nominal == pytest.approx(49050.0)
    assert standards(result)["gravity"] == pytest.approx(0.0001 / 9.81)
    assert "gravity" not in standards(result_of(chosen, gauge(), shown))


def probed(rate: float) -> Result:
    bench = Bench(method("force_gauge"), gauge(round_probe=True), shown_or_wide)
    bench.prepare()
    bench.until("ramp")
    bench.press(10.0, trace=steady_press(rate))
    bench.send(Finish(t_ns=bench.t_ns))
    return evaluate(bench.method, bench.item, bench.state)


def shown_or_wide(task: Task) -> float | None:
    if task.key == "diameter":
        return 20.0 / sqrt(pi) * (1.01 if task.repeat == 2 else 1.0)
    return (task.load or 0.0) * 1e-3 if task.key in ("load", "zero") else None


def test_one_percent_of_diameter_is_two_percent_of_area() -> None:
    result = probed(50.0)
    diameter, area = result.quantity("probe diameter"), result.quantity("probe area")
    assert area.value == pytest.approx(pi * (diameter.value / 20.0) ** 2)
    assert diameter.expanded is not None
    assert area.expanded is not None
    assert area.expanded / area.value == pytest.approx(2.0 * diameter.expanded / diameter.value)


@pytest.mark.parametrize(
    ("rate", "good"), [(46.0, True), (50.0, True), (54.0, True), (44.0, False), (57.0, False)]
)
def test_the_loading_rate_of_the_user(rate: float, good: bool) -> None:
    result = probed(rate)
    assert result.quantity("loading rate").value == pytest.approx(rate / result.quantity("probe area").value)
    assert ("gauge.ramp" in {finding.code for finding in result.findings}) is not good


def test_a_tape_that_has_stretched() -> None:
    result = result_of(
        method("tape"), tape(), lambda task: (task.load or 0.0) - (2.0 if task.load == 600 else 0.0)
    )
    assert [result.quantity(f"error at {point} mm").value for point in (200, 400, 600)] == [0.0, 0.0, -2.0]
    assert result.quantity("largest error").value == -2.0
    assert standards(result)["resolution of the tape"] == pytest.approx(1.0 / sqrt(12))


def test_errors_of_a_balance() -> None:
    offsets = [0.0001, 0.0002, 0.0003, 0.0002, 0.0002]

    def read(task: Task) -> float | None:
        return task.load + offsets[task.repeat - 1] if task.load else None

    result = result_of(method("balance"), balance(), read)
    assert result.quantity("error at 10 g").value == pytest.approx(0.0002)
    assert result.quantity("repeatability").value == pytest.approx(stdev(offsets))
    assert standards(result, 1)["reference masses"] == pytest.approx(0.00025 * 10.0)


def test_drift_of_a_balance_is_in_its_budget_once_the_site_knows_it() -> None:
    chosen = with_values(method("balance"), drift_between_calibrations=0.0003)
    result = result_of(chosen, balance(), lambda task: task.load)
    assert standards(result)["drift between calibrations"] == 0.0003
    assert result.findings == ()


def test_the_round_before_an_adjustment_keeps_its_result() -> None:
    bench = Bench(method("force_gauge"), gauge(), shown)
    first = evaluate(bench.method, bench.item, bench.run())
    bench.send(Adjusted(t_ns=0, text="span"))
    with pytest.raises(NotFinished):
        evaluate(bench.method, bench.item, bench.state)
    bench.read = lambda task: (task.load or 0.0) * 1e-3
    second = evaluate(bench.method, bench.item, bench.run())
    assert second.quantity("gain").value == pytest.approx(1.0)
    assert evaluate(bench.method, bench.item, bench.state, 1) == first
    with pytest.raises(NotFinished):
        evaluate(bench.method, bench.item, bench.state, 3)


def test_there_is_no_result_of_an_unfinished_round_or_of_a_daily_check() -> None:
    bench = Bench(method("hair"), hair(), pressed)
    bench.send(Conditions(t_ns=0, temperature_c=22.0, humidity_percent=50.0))
    bench.send(reference("balance"))
    with pytest.raises(NotFinished):
        evaluate(bench.method, bench.item, bench.state)
    with pytest.raises(ValueError, match="daily_check"):
        result_of(method("daily_check"), hair(), pressed)
