"""The error of a balance with reference masses."""

from __future__ import annotations

from math import fsum, sqrt

from calibration.conversion import GRAM_PER_UNIT
from calibration.evaluation.weighed import checked_round
from calibration.item import Item
from calibration.method import Method
from calibration.record import State
from calibration.result import Result, budget, left_out, mean_and_spread, plain, stated
from calibration.uncertainty import Contribution, resolution


def evaluate(method: Method, item: Item, state: State, round_: int | None = None) -> Result:
    """Error of indication at each mass, in g, the largest, and the repeatability.

    Raises
    ------
    NotFinished
        The round lacks readings.
    """
    kept = state.valid("load", round_=checked_round(state, round_))
    masses = state.reference("loads")
    assert masses is not None  # asked for before any reading
    spreads = {
        load: mean_and_spread([k.value * GRAM_PER_UNIT[k.reading.unit] for k in kept if k.task.load == load])
        for load in item.loads
    }
    count = method.count("readings")
    pooled = sqrt(fsum(spread**2 for _, spread in spreads.values()) / len(spreads))
    drift = method.optional("drift_between_calibrations")
    step = resolution(item.division * GRAM_PER_UNIT[item.reading_unit])
    budgets = []
    for load, (mean, _) in spreads.items():
        certified = masses.standard * (load if masses.unit == "1" else GRAM_PER_UNIT[masses.unit])
        parts = [
            Contribution(
                name="repeatability",
                standard=pooled / sqrt(count),
                unit="g",
                degrees_of_freedom=(count - 1) * len(spreads),
                evaluation="A",
                source="s pooled over the masses, / sqrt n",
            ),
            Contribution(
                name="reference masses", standard=certified, unit="g", source=f"certificate {masses.certificate}"
            ),
            Contribution(name="resolution under load", standard=step, unit="g", source="division / (2 sqrt 3)"),
            Contribution(name="resolution at zero", standard=step, unit="g", source="division / (2 sqrt 3)"),
        ]
        if drift is not None:
            parts.append(
                Contribution(name="drift between calibrations", standard=drift, unit="g", source="records")
            )
        budgets.append(budget(method, f"error at {load:g} g", "g", mean - load, parts))
    largest = max(budgets, key=lambda one: abs(one.estimate))
    return Result(
        kind="balance",
        quantities=(
            *(stated(method, one) for one in budgets),
            stated(method, largest, name="largest error"),
            plain("repeatability", pooled, "g"),
        ),
        budgets=tuple(budgets),
        deviation="largest error",
        findings=tuple(left_out(method, "drift_between_calibrations")),
    )
