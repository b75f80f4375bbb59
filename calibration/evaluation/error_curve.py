"""Errors of indication at several points, with the scatter of all of them taken together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from calibration.method import Method
from calibration.result import Quantity, budget, mean_and_spread, pooled, stated
from calibration.uncertainty import Budget, Contribution, repeatability


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorCurve:
    """The error at each point.

    Attributes
    ----------
    budgets : tuple of Budget
        In the order of the points.
    spread : float
        Standard deviation of a single reading, pooled over the points.
    """

    budgets: tuple[Budget, ...]
    spread: float

    def quantities(self, method: Method) -> tuple[Quantity, ...]:
        """Every error, and the largest."""
        largest = max(self.budgets, key=lambda one: abs(one.estimate))
        return (*(stated(method, one) for one in self.budgets), stated(method, largest, name="largest error"))


def error_curve(
    method: Method,
    readings: Mapping[float, list[float]],
    unit: str,
    points: str,
    others: Callable[[float], list[Contribution]],
) -> ErrorCurve:
    """Mean indication less the point, at each point.

    Parameters
    ----------
    readings : mapping of float to list of float
        Indications by point, both in `unit`; two or more at each.
    points : str
        What the points are called: masses, points.
    others : callable
        What the budget of a point holds besides repeatability.
    """
    spreads = {point: mean_and_spread(values) for point, values in readings.items()}
    count = method.count("readings")
    spread = pooled([own for _, own in spreads.values()])
    scatter = repeatability(
        spread,
        count,
        unit,
        degrees_of_freedom=(count - 1) * len(spreads),
        source=f"s pooled over the {points}, / sqrt n",
    )
    return ErrorCurve(
        budgets=tuple(
            budget(method, f"error at {point:g} {unit}", unit, mean - point, [scatter, *others(point)])
            for point, (mean, _) in spreads.items()
        ),
        spread=spread,
    )
