"""Clocks of the engine. Times are integer nanoseconds and never go back."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """What tells the time to the engine and its readers; at ``speed`` 1 as fast as the clock on the wall."""

    speed: float

    def now_ns(self) -> int:
        """Monotonic time."""

    def utc(self) -> str:
        """Wall-clock time in ISO 8601, UTC; for people and file names only."""


class RealClock:
    """The monotonic clock of the computer, shared by its processes.

    Parameters
    ----------
    speed : float
        A clock with another speed than 1 counts from 0 and belongs to its process alone; it serves visits on
        simulated devices that run as fast.
    """

    def __init__(self, speed: float = 1.0) -> None:
        self.speed = speed
        self._start_ns = time.perf_counter_ns()

    def now_ns(self) -> int:
        """Monotonic time; at speed 1 that of `time.perf_counter_ns`, so that other processes can stamp too."""
        if self.speed == 1.0:
            return time.perf_counter_ns()
        return round((time.perf_counter_ns() - self._start_ns) * self.speed)

    def utc(self) -> str:
        """Wall-clock time."""
        return datetime.now(UTC).isoformat(timespec="milliseconds")


class VirtualClock:
    """A clock that stands still until it is moved. The wall clock beside it moves along.

    Parameters
    ----------
    start : datetime.datetime, optional
        Wall-clock time at 0; now, where it is left out.
    """

    speed = 1.0

    def __init__(self, start: datetime | None = None) -> None:
        self._now_ns = 0
        self._start = start or datetime.now(UTC)

    def now_ns(self) -> int:
        """Monotonic time."""
        return self._now_ns

    def utc(self) -> str:
        """Wall-clock time at the start, and what has passed since."""
        return (self._start + timedelta(microseconds=self._now_ns // 1000)).isoformat(timespec="milliseconds")

    def move_to(self, t_ns: int) -> None:
        """Go forward to ``t_ns``."""
        self._now_ns = max(self._now_ns, t_ns)
