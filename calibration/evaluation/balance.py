"""The error of a balance with reference masses."""

from __future__ import annotations

from calibration.conversion import GRAM_PER_UNIT
from calibration.evaluation.error_curve import error_curve
from calibration.evaluation.weighed import checked_round
from calibration.item import Item
from calibration.method import Method
from calibration.record import State
from calibration.result import Result, left_out, plain
from calibration.uncertainty import Contribution, display_twice


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
    drift = method.optional("drift_between_calibrations")

    def others(load: float) -> list[Contribution]:
        certified = masses.standard * (load if masses.unit == "1" else GRAM_PER_UNIT[masses.unit])
        parts = [
            Contribution(
                name="reference masses", standard=certified, unit="g", source=f"certificate {masses.certificate}"
            ),
            *display_twice(item.division * GRAM_PER_UNIT[item.reading_unit], "g"),
        ]
        if drift is not None:
            parts.append(
                Contribution(name="drift between calibrations", standard=drift, unit="g", source="records")
            )
        return parts

    readings = {
        load: [k.value * GRAM_PER_UNIT[k.reading.unit] for k in kept if k.task.load == load] for load in item.loads
    }
    curve = error_curve(method, readings, "g", "masses", others)
    return Result(
        kind="balance",
        quantities=(*curve.quantities(method), plain("repeatability", curve.spread, "g")),
        budgets=curve.budgets,
        deviation="largest error",
        findings=tuple(left_out(method, "drift_between_calibrations")),
    )
