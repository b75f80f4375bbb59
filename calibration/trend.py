"""Drift of an item over its calibrations, and when it will leave its tolerance."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from calibration.line_fit import LineFit, fit_line
from calibration.uncertainty import coverage_factor

_DAYS_PER_YEAR = 365.25
_FEWEST = 3
_HORIZON_DAYS = 36525  # a century: a slope that crosses later forecasts nothing


class TooFewCalibrations(ValueError):
    """A line through fewer than three points has no uncertainty, so it forecasts nothing."""

    def __init__(self, count: int) -> None:
        super().__init__(f"a trend needs {_FEWEST} calibrations on different days or more, not {count}")
        self.count = count


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibrated:
    """One calibration: deviation from nominal with its expanded uncertainty, both in one unit."""

    date: datetime.date
    deviation: float
    expanded: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """The line through the deviations.

    Attributes
    ----------
    slope_per_year, expanded_per_year, coverage_factor : float
        Drift with its expanded uncertainty (95 %, t).
    significant : bool
        The drift is larger than its uncertainty.
    crossing : date or None
        Last day on which the line, enlarged by the guard band, lies within the tolerance; None where it never
        leaves it, or no tolerance was given.
    next_due : date or None
        The earlier of `crossing` and the due date of the rule.
    """

    slope_per_year: float
    expanded_per_year: float
    coverage_factor: float
    significant: bool
    crossing: datetime.date | None
    next_due: datetime.date | None


def trend(
    calibrated: Sequence[Calibrated],
    *,
    tolerance: float | None = None,
    guard_band: float = 1.0,
    due: datetime.date | None = None,
) -> Trend:
    """Drift over calibrations of one item that was not adjusted in between.

    Parameters
    ----------
    calibrated : sequence of Calibrated
        In any order.
    tolerance : float or None
        Largest deviation allowed, in the unit of the deviations.
    guard_band : float
        Multiple of the largest expanded uncertainty that is kept clear of the tolerance.
    due : date or None
        By the rule of the register.

    Raises
    ------
    TooFewCalibrations
        Fewer than three different days.
    """
    days = len({one.date for one in calibrated})
    if days < _FEWEST:
        raise TooFewCalibrations(days)
    points = sorted(calibrated, key=lambda one: one.date)
    last = points[-1].date
    line = fit_line([float((one.date - last).days) for one in points], [one.deviation for one in points])
    factor = coverage_factor(line.degrees_of_freedom)
    expanded = factor * line.slope_standard
    crossing = None
    if tolerance is not None:
        room = tolerance - guard_band * max(one.expanded for one in points)
        crossing = _crossing(line, last, room)
    return Trend(
        slope_per_year=line.slope * _DAYS_PER_YEAR,
        expanded_per_year=expanded * _DAYS_PER_YEAR,
        coverage_factor=factor,
        significant=abs(line.slope) > expanded,
        crossing=crossing,
        next_due=min((day for day in (crossing, due) if day is not None), default=None),
    )


def _crossing(line: LineFit, last: datetime.date, room: float) -> datetime.date | None:
    """The last day within plus and minus `room`, not before the last calibration."""
    if abs(line.intercept) > room:
        return last
    if line.slope == 0.0:
        return None
    edge = room if line.slope > 0.0 else -room
    days = (edge - line.intercept) / line.slope
    return last + datetime.timedelta(days=floor(days)) if days < _HORIZON_DAYS else None
