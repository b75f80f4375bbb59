"""The error of a tape against a rule."""

from __future__ import annotations

from calibration.conversion import in_mm
from calibration.evaluation.error_curve import error_curve
from calibration.evaluation.weighed import checked_round
from calibration.item import Item
from calibration.method import Method
from calibration.record import State
from calibration.result import Result
from calibration.uncertainty import Contribution, display


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
    others = [
        Contribution(name="rule", standard=rule.standard, unit="mm", source=f"certificate {rule.certificate}"),
        display(in_mm(item.division, item.reading_unit), "mm", "resolution of the tape"),
    ]
    readings = {
        point: [in_mm(k.value, k.reading.unit) for k in kept if k.task.load == point]
        for point in method.values("points")
    }
    curve = error_curve(method, readings, "mm", "points", lambda point: others)
    return Result(
        kind="tape", quantities=curve.quantities(method), budgets=curve.budgets, deviation="largest error"
    )
