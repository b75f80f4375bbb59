"""The daily check on a control chart of single values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from calibration.evaluation.weighed import checked_round
from calibration.item import Item
from calibration.method import Method
from calibration.record import State
from calibration.result import mean_and_spread
from calibration.site import weighing

Signal = Literal["baseline", "in_control", "warn", "stop"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlLimits:
    """The lines of a chart, from the first days of an item after a calibration."""

    mean: float
    standard_deviation: float
    days: int
    warn_low: float
    warn_high: float
    stop_low: float
    stop_high: float


def control_limits(method: Method, values: Sequence[float]) -> ControlLimits | None:
    """Lines at multiples of s about the mean of the first days; later values never move them.

    Parameters
    ----------
    values : sequence of float, shape (n,)
        One value a day since the last calibration, oldest first.

    Returns
    -------
    ControlLimits or None
        None before the method has its days.

    Raises
    ------
    ValueError
        The values of the first days do not differ at all, so that every other value would stop.
    """
    days = method.count("baseline_days")
    if len(values) < days:
        return None
    mean, spread = mean_and_spread(list(values[:days]))
    if not spread > 0.0:
        raise ValueError(f"the first {days} daily values are all {mean:g}: a chart needs a finer display")
    warn, stop = method.value("warn_limit") * spread, method.value("stop_limit") * spread
    return ControlLimits(
        mean=mean,
        standard_deviation=spread,
        days=days,
        warn_low=mean - warn,
        warn_high=mean + warn,
        stop_low=mean - stop,
        stop_high=mean + stop,
    )


def signal(limits: ControlLimits | None, value: float) -> Signal:
    """What today's value says; "baseline" while there are no lines yet, which is no proof of anything."""
    if limits is None:
        return "baseline"
    if not limits.stop_low <= value <= limits.stop_high:
        return "stop"
    return "in_control" if limits.warn_low <= value <= limits.warn_high else "warn"


def daily_value(method: Method, item: Item, state: State) -> float:
    """The value of a finished daily check: mean force in mN, of a gauge the error under its load in mN.

    Raises
    ------
    NotFinished
        The check lacks readings.
    """
    asked = checked_round(state, None)
    kept = state.valid("press", "weigh", "load", round_=asked)
    site = weighing(method)
    forces = [site.in_mn(k.value, k.reading.unit) for k in kept]
    mean = fsum(forces) / len(forces)
    if item.kind != "force_gauge":
        return mean
    opening = next(k for k in state.valid("zero", round_=asked))
    zero = site.in_mn(opening.value, opening.reading.unit)
    return (mean - zero) * item.compression_sign - site.in_mn(item.loads[0], item.load_unit)
