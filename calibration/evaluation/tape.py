"""The error of a tape against a rule."""

from __future__ import annotations

from math import fsum, sqrt

from calibration.conversion import in_mm
from calibration.evaluation.weighed import checked_round
from calibration.item import Item
from calibration.method import Method
from calibration.record import State
from calibration.result import Result, budget, mean_and_spread, stated
from calibration.uncertainty import Contribution, resolution


def evaluate(method: Method, item: Item, state: State, round_: int | None = None) -> Result:
    """Error at each point, in mm, and the largest.

    Raises
    ------
    NotFinished
        The round lacks readings.
    """
    kept = state.valid("measure", round_=checked_round(state, round_))
    rule = state.reference("rule")
    assert rule is not None  # asked for before any reading
    spreads = {
        point: mean_and_spread([in_mm(k.value, k.reading.unit) for k in kept if k.task.load == point])
        for point in method.values("points")
    }
    count = method.count("readings")
    pooled = sqrt(fsum(spread**2 for _, spread in spreads.values()) / len(spreads))
    parts = [
        Contribution(
            name="repeatability",
            standard=pooled / sqrt(count),
            unit="mm",
            degrees_of_freedom=(count - 1) * len(spreads),
            evaluation="A",
            source="s pooled over the points, / sqrt n",
        ),
        Contribution(name="rule", standard=rule.standard, unit="mm", source=f"certificate {rule.certificate}"),
        Contribution(
            name="resolution of the tape",
            standard=resolution(in_mm(item.division, item.reading_unit)),
            unit="mm",
            source="division / (2 sqrt 3)",
        ),
    ]
    budgets = [
        budget(method, f"error at {point:g} mm", "mm", mean - point, parts) for point, (mean, _) in spreads.items()
    ]
    largest = max(budgets, key=lambda one: abs(one.estimate))
    return Result(
        kind="tape",
        quantities=(*(stated(method, one) for one in budgets), stated(method, largest, name="largest error")),
        budgets=tuple(budgets),
        deviation="largest error",
    )
