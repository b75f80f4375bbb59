"""The clock of the computer beside the monotonic one: what is told where it was set, or lies before a record."""

from __future__ import annotations

from datetime import datetime, timedelta

from qst_station.findings import Finding, Severity
from qst_station.station.clock import Clock

_WORRYING = timedelta(minutes=1)  # a clock that is put right by less worries nobody
_LOOK_EVERY_NS = 5_000_000_000
_SAFE = "Order and intervals in the record come from another clock."


class WallClock:
    """Looks whether the clock of the computer goes on as evenly as the monotonic one while a visit is open."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._looked_ns = 0
        self._began: datetime | None = None  # wall-clock time of the monotonic zero, as it was told last

    def look(self, *, visit_open: bool) -> tuple[Finding, ...]:
        """The finding for a step since the visit was opened, or since the last that was told; else none."""
        now_ns = self._clock.now_ns()
        if not visit_open:
            self._began = None
            return ()
        if self._began is not None and now_ns - self._looked_ns < _LOOK_EVERY_NS:
            return ()
        self._looked_ns = now_ns
        utc = datetime.fromisoformat(self._clock.utc())
        began = utc - timedelta(microseconds=now_ns / 1000 / self._clock.speed)
        if self._began is None:
            self._began = began
        step = began - self._began
        if abs(step) < _WORRYING:
            return ()
        self._began = began
        return (_stepped(step),)

    def behind(self, last_utc: str) -> tuple[Finding, ...]:
        """The finding for a visit that goes on, by the clock of the computer, before its last entry; else none."""
        now, last = (datetime.fromisoformat(each) for each in (self._clock.utc(), last_utc))
        if now > last - _WORRYING:
            return ()
        said, entered = (f"{each.astimezone():%Y-%m-%d %H:%M}" for each in (now, last))
        happened = f"The clock of the computer says {said}; the last entry of this visit is of {entered}."
        return (_set_back(happened),)


def _stepped(step: timedelta) -> Finding:
    minutes = round(abs(step).total_seconds() / 60)
    if step < timedelta():
        return _set_back(f"The clock of the computer was set back by {minutes} min while the visit was open.")
    return Finding(
        code="clock.jumped_ahead",
        severity=Severity.WARNING,
        place="clock",
        happened=f"The clock of the computer jumped ahead by {minutes} min: it was set, or the computer slept.",
        safe=f"{_SAFE} Time in which the computer slept may be missing in them.",
        remedy="Check the clock, keep the computer from sleeping during a visit, and note the deviation.",
    )


def _set_back(happened: str) -> Finding:
    return Finding(
        code="clock.set_back",
        severity=Severity.WARNING,
        place="clock",
        happened=happened,
        safe=_SAFE,
        remedy="Set the clock of the computer, and note the deviation.",
    )
