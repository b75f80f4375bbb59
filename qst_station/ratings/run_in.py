"""Run-in: is the pain of a daily diary high and steady enough for a participant to start?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import fsum

from qst_station.ratings.scales import OtherScale, Rating

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class RunInGate:
    """What a diary must show, as the study states it.

    INCA (ISRCTN12908996) asks for a mean of at least 6 on NRS 0-10 over at least 7 consecutive daily entries
    before day 0, none of them below 5.

    Attributes
    ----------
    scale_id : str
        Ratings on another scale are refused.
    days : int
        The fewest consecutive days.
    mean_at_least, none_below : float
        In the unit of the scale.
    """

    scale_id: str
    days: int
    mean_at_least: float
    none_below: float

    def __post_init__(self) -> None:
        if self.days < 1:
            raise ValueError(f"days is {self.days}: a run-in has at least one day")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunIn:
    """What a diary showed.

    Attributes
    ----------
    met : bool
    reason : str
        Everything that is not met, in words; empty where the gate is met.
    first_day, last_day : date or None
        The unbroken run of days that was judged; None without an entry before day 0.
    days : int
    mean, lowest : float or None
    """

    met: bool
    reason: str
    first_day: date | None
    last_day: date | None
    days: int
    mean: float | None
    lowest: float | None


def run_in(gate: RunInGate, diary: Iterable[tuple[date, Rating]], *, day_0: date) -> RunIn:
    """Judge a diary.

    The whole unbroken run of days that ends with the last entry before day 0 is judged; no window is picked out
    of it that would fit better. Entries from day 0 on are not looked at.

    Raises
    ------
    ValueError
        A day with two entries.
    OtherScale
        A rating on another scale than the gate's.
    """
    values: dict[date, float] = {}
    for day, rating in diary:
        if rating.scale.id != gate.scale_id:
            raise OtherScale(f"{day}: the rating is on {rating.scale.id}, the run-in asks for {gate.scale_id}")
        if day in values:
            raise ValueError(f"{day} has two entries in the diary")
        values[day] = rating.value
    before = [day for day in values if day < day_0]
    if not before:
        why = "no entry before day 0"
        return RunIn(met=False, reason=why, first_day=None, last_day=None, days=0, mean=None, lowest=None)
    last = first = max(before)
    while first - timedelta(days=1) in values:
        first -= timedelta(days=1)
    run = [value for day, value in values.items() if first <= day <= last]
    mean, lowest = fsum(run) / len(run), min(run)
    faults = []
    if len(run) < gate.days:
        faults.append(f"{len(run)} consecutive days, at least {gate.days} are asked for")
    if mean < gate.mean_at_least - _ROUNDING:
        faults.append(f"mean {mean:.2f} is below {gate.mean_at_least:g}")
    if lowest < gate.none_below:
        faults.append(f"an entry of {lowest:g} is below {gate.none_below:g}")
    return RunIn(
        met=not faults,
        reason="; ".join(faults),
        first_day=first,
        last_day=last,
        days=len(run),
        mean=mean,
        lowest=lowest,
    )
