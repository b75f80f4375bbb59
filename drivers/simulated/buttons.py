"""Simulated response buttons."""

from __future__ import annotations

import heapq
import threading

from drivers.simulated.behaviour import Sensor


class PressPlan:
    """Presses and releases still to come; planned from any thread."""

    def __init__(self) -> None:
        self._events: list[tuple[int, bool]] = []
        self._lock = threading.Lock()

    def press(self, t_ns: int, held_ns: int) -> None:
        """Down at `t_ns`, up `held_ns` later."""
        with self._lock:
            heapq.heappush(self._events, (t_ns, True))
            heapq.heappush(self._events, (t_ns + held_ns, False))

    def until(self, t_ns: int) -> list[tuple[int, bool]]:
        """Time and direction of what happens until `t_ns` and has not been given yet."""
        due = []
        with self._lock:
            while self._events and self._events[0][0] <= t_ns:
                due.append(heapq.heappop(self._events))
        return due


class PlainButton:
    """A microcontroller that prints `B,<millis>,1` and `B,<millis>,0`."""

    sensor: Sensor | None = None

    def __init__(self, plan: PressPlan) -> None:
        self._plan = plan

    def power_on(self, _t_ns: int) -> bytes:
        """Silent."""
        return b""

    def handle(self, _data: bytes, _t_ns: int) -> bytes:
        """Deaf."""
        return b""

    def advance(self, t_ns: int) -> bytes:
        """A line per press and release."""
        events = self._plan.until(t_ns)
        return b"".join(f"B,{at // 1_000_000},{int(down)}\r\n".encode() for at, down in events)


class BitsiButton:
    """A BITSI box with button A (wilberth/RuSocSci rusocsci/buttonbox.py)."""

    sensor: Sensor | None = None

    def __init__(self, plan: PressPlan) -> None:
        self._plan = plan

    def power_on(self, _t_ns: int) -> bytes:
        """The banner after the reset that opening the port causes."""
        return b"BITSI mode, Ready!\r\n"

    def handle(self, _data: bytes, _t_ns: int) -> bytes:
        """Bytes set its output lines; no answer."""
        return b""

    def advance(self, t_ns: int) -> bytes:
        """A capital letter per press, a small one per release."""
        return b"".join(b"A" if down else b"a" for _, down in self._plan.until(t_ns))
