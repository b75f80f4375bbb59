"""The daily check of an instrument on its control chart."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from calibration.control_chart import ControlLimits, Signal, control_limits, daily_value, signal
from calibration.item import Item
from calibration.method import Method
from calibration.record import State
from qst_station.calibrating.entries import Calibrated, CertifiedElsewhere, Checked, CheckResult
from qst_station.calibrating.history import History
from qst_station.calibrating.refusals import refused

_RESULTS: Mapping[Signal, CheckResult] = {
    "baseline": "pass",
    "in_control": "pass",
    "warn": "warn",
    "stop": "fail",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DailyPoint:
    """Today's value among those before it.

    Attributes
    ----------
    limits : ControlLimits or None
        None before the chart has its first days.
    before : tuple of Checked
        One check a day since the last calibration, the last of each day, oldest first.
    """

    value_mn: float
    signal: Signal
    limits: ControlLimits | None
    before: tuple[Checked, ...]

    def entry(self, date: datetime.date) -> Checked:
        """The entry for the register."""
        return Checked(date=date, result=_RESULTS[self.signal], what=self.says, value_mn=self.value_mn)

    @property
    def says(self) -> str:
        """The value and where it lies, in words."""
        found = f"{self.value_mn:.4g} mN"
        if self.limits is None:
            return (
                f"{found}; day {len(self.before) + 1} of those that the chart is made from, which proves nothing"
            )
        low, high = self.limits.warn_low, self.limits.warn_high
        if self.signal == "stop":
            low, high = self.limits.stop_low, self.limits.stop_high
        where = "within" if self.signal == "in_control" else "outside"
        return f"{found}, {where} {low:.4g} to {high:.4g} mN"


def daily_point(history: History, method: Method, item: Item, state: State) -> DailyPoint:
    """Where a finished daily check lies.

    Raises
    ------
    Refused
        `calibration.unfinished_round`: readings are missing. `calibration.chart`: the first days are all alike.
    """
    before = checks_since_calibration(history, until=datetime.date.fromisoformat(state.date))
    try:
        value_mn = daily_value(method, item, state)
    except ValueError as error:
        raise refused("calibration.unfinished_round", item.id, f"{error}.", "Take what is left.") from error
    try:
        limits = control_limits(method, [c.value_mn for c in before if c.value_mn is not None])
    except ValueError as error:
        remedy = "Use a balance with a finer display, and calibrate the item."
        raise refused("calibration.chart", item.id, f"{error}.", remedy) from error
    return DailyPoint(value_mn=value_mn, signal=signal(limits, value_mn), limits=limits, before=before)


def checks_since_calibration(history: History, *, until: datetime.date) -> tuple[Checked, ...]:
    """The last check of each day since the last calibration and before a day, where it gave a value."""
    of_day: dict[datetime.date, Checked] = {}
    for entry in history.entries:
        event = entry.event
        if isinstance(event, Calibrated | CertifiedElsewhere):
            of_day = {}
        elif isinstance(event, Checked) and event.value_mn is not None and event.date < until:
            of_day[event.date] = event
    return tuple(of_day[day] for day in sorted(of_day))
