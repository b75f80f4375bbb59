"""The force of a von Frey hair from repeated presses on a balance."""

from __future__ import annotations

from math import hypot, sqrt

from calibration.conversion import GRAM_PER_UNIT
from calibration.evaluation.weighed import (
    angle_contribution,
    balance_contributions,
    checked_round,
    drift_contribution,
    forces_mn,
    gravity_findings,
)
from calibration.item import Item
from calibration.line_fit import LineFit, fit_line
from calibration.method import Method
from calibration.record import Problem, State
from calibration.result import Result, budget, fewer_than_planned, left_out, mean_and_spread, plain, stated
from calibration.site import weighing
from calibration.uncertainty import Budget, Contribution, rectangular, repeatability, resolution


def evaluate(method: Method, item: Item, state: State, round_: int | None = None) -> Result:
    """Mean force, its spread, its drift over the presses and its deviation from the nominal force.

    The force is meant for a single series of presses with the rests of the method. Where it falls over the
    presses, the mean is below that of the rested hair by half the fall; this is not corrected for and stands in
    the budget in full (after JCGM 100:2008, F.2.4.5).

    Raises
    ------
    NotFinished
        The round lacks readings.
    """
    asked = checked_round(state, round_)
    presses = sorted(state.valid("press", round_=asked), key=lambda k: k.reading.t_ns)
    forces = forces_mn(method, tuple(presses))
    assert item.nominal_mn is not None  # checked by Item
    n = len(forces)
    mean, spread = mean_and_spread(forces)
    drift = fit_line([float(i) for i in range(1, n + 1)], forces)
    force = budget(
        method,
        "force",
        "mN",
        mean,
        [
            repeatability(spread, n, "mN", source=f"{n} presses, s / sqrt n"),
            *balance_contributions(method, state, mean),
            angle_contribution(method, mean),
            Contribution(
                name="fatigue over the presses",
                standard=hypot(drift.slope, drift.slope_standard) * (n - 1) / 2.0,
                unit="mN",
                degrees_of_freedom=n - 2,
                evaluation="A",
                source="half the change over the presses with its own uncertainty, not corrected for",
            ),
            *_humidity(method, item, mean),
            *drift_contribution(method, mean),
        ],
    )
    measured = stated(method, force)
    return Result(
        kind="hair",
        quantities=(
            measured,
            plain("standard deviation", spread, "mN"),
            plain("standard deviation of the mean", spread / sqrt(n), "mN"),
            stated(method, _drift(method, state, drift, n)),
            stated(method, force, value=mean - item.nominal_mn, name="deviation"),
        ),
        budgets=(force,),
        deviation="deviation",
        nominal=item.nominal_mn,
        measured_force_mn=measured,
        findings=(
            *fewer_than_planned(state, "press", asked),
            *gravity_findings(method),
            *_missing(method, item),
        ),
    )


def _drift(method: Method, state: State, drift: LineFit, n: int) -> Budget:
    """The slope; presses that a coarse display puts on a line by chance are not known better than it shows."""
    balance = state.reference("balance")
    assert balance is not None  # asked for before any reading
    shown = resolution(balance.division * GRAM_PER_UNIT[balance.unit]) * weighing(method).mn_per_g
    scatter = Contribution(
        name="scatter about the line",
        standard=drift.slope_standard,
        unit="mN",
        degrees_of_freedom=drift.degrees_of_freedom,
        evaluation="A",
        source="least squares over the presses",
    )
    rounding = Contribution(
        name="resolution",
        standard=shown / sqrt(n * (n**2 - 1) / 12.0),
        unit="mN",
        source=f"division / (2 sqrt 3) in each of {n} presses",
    )
    return budget(method, "drift per press", "mN", drift.slope, [scatter, rounding])


def _humidity(method: Method, item: Item, force_mn: float) -> list[Contribution]:
    coefficient = method.optional("humidity_coefficient")
    low, high = method.optional("humidity_low"), method.optional("humidity_high")
    if coefficient is None or low is None or high is None or item.material == "glass":
        return []
    standard = rectangular(abs(coefficient) * force_mn * (high - low) / 2.0)
    source = f"coefficient of the site over {low:g} to {high:g} %"
    return [Contribution(name="humidity", standard=standard, unit="mN", source=source)]


def _missing(method: Method, item: Item) -> list[Problem]:
    names = ["drift_between_calibrations"] + ([] if item.material == "glass" else ["humidity_coefficient"])
    return left_out(method, *names)
