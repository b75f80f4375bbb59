"""The force of a weighted pinprick from its moving mass, and its friction by repeated lowering."""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

from calibration.evaluation.weighed import (
    angle_contribution,
    balance_contributions,
    checked_round,
    drift_contribution,
    forces_mn,
    gravity_findings,
)
from calibration.item import Item
from calibration.method import Method
from calibration.record import Problem, State
from calibration.result import (
    Quantity,
    Result,
    budget,
    fewer_than_planned,
    left_out,
    mean_and_spread,
    plain,
    stated,
)
from calibration.site import weighing
from calibration.uncertainty import Budget, Contribution, repeatability


def evaluate(method: Method, item: Item, state: State, round_: int | None = None) -> Result:
    """Force of the moving mass, expected mass, and what is lost when the probe is lowered, by angle of tilt.

    The loss at an angle is that of friction and of the tilt together: the tip of a tilted probe shares its load
    with the handle in a way that a balance cannot tell from friction. The scatter of single lowerings at the
    smallest angle is in the budget of the force, because every stimulus is a single lowering.

    Raises
    ------
    NotFinished
        The round lacks readings.
    """
    asked = checked_round(state, round_)
    weighed = forces_mn(method, state.valid("weigh", round_=asked))
    assert item.nominal_mn is not None  # checked by Item
    mean, spread = mean_and_spread(weighed)
    lowered = {
        angle: forces_mn(method, tuple(k for k in state.valid("lower", round_=asked) if k.task.angle_deg == angle))
        for angle in method.values("tilt_angles")
    }
    upright = lowered[min(lowered)]
    force = budget(
        method,
        "force",
        "mN",
        mean,
        [
            repeatability(
                spread,
                len(weighed),
                "mN",
                source=f"{len(weighed)} weighings, s / sqrt n",
                name="repeatability of weighing",
            ),
            Contribution(
                name="friction of a single lowering",
                standard=_about(upright, mean),
                unit="mN",
                degrees_of_freedom=len(upright),
                evaluation="A",
                source=f"{len(upright)} lowerings at {min(lowered):g} degrees, about the weighed force",
            ),
            *balance_contributions(method, state, mean),
            angle_contribution(method, mean),
            *drift_contribution(method, mean),
        ],
    )
    measured = stated(method, force)
    site = weighing(method)
    losses = [_loss(method, angle, forces, mean) for angle, forces in lowered.items()]
    return Result(
        kind="pinprick",
        quantities=(
            measured,
            stated(method, _moving_mass(method, force)),
            plain("expected mass", site.mass_g(item.nominal_mn), "g"),
            stated(method, force, value=mean - item.nominal_mn, name="deviation"),
            *losses,
        ),
        budgets=(force,),
        deviation="deviation",
        nominal=item.nominal_mn,
        measured_force_mn=measured,
        findings=(
            *fewer_than_planned(state, "weigh", asked),
            *gravity_findings(method),
            *_inspected(state, asked),
            *left_out(method, "drift_between_calibrations"),
        ),
    )


def _moving_mass(method: Method, force: Budget) -> Budget:
    """The mass as weighed; gravity, angle and friction have no part in it."""
    mn_per_g = weighing(method).mn_per_g
    names = ("repeatability of weighing", "balance calibration", "resolution under load", "resolution at zero")
    parts = [
        replace(part, standard=part.standard / mn_per_g, unit="g")
        for part in force.contributions
        if part.name in names
    ]
    return budget(method, "moving mass", "g", force.estimate / mn_per_g, parts)


def _about(forces: list[float], centre: float) -> float:
    """Root mean square distance of single values from a value that is not their mean."""
    return sqrt(sum((force - centre) ** 2 for force in forces) / len(forces))


def _loss(method: Method, angle: float, forces: list[float], force_mn: float) -> Quantity:
    mean, spread = mean_and_spread(forces)
    part = repeatability(
        spread, len(forces), "mN", source=f"{len(forces)} lowerings", name="repeatability of lowering"
    )
    return stated(method, budget(method, f"loss at {angle:g} degrees", "mN", force_mn - mean, [part]))


def _inspected(state: State, round_: int) -> list[Problem]:
    (*_, last) = [kept.inspection for kept in state.inspections if kept.round == round_]
    if last.yes:
        return []
    return [
        Problem(
            code="pinprick.tip",
            happened=f"The tip was found faulty: {last.text or 'no description'}.",
            remedy="Retire this pinprick.",
        )
    ]
