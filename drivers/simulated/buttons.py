"""Simulated response buttons."""

from __future__ import annotations

import heapq
import threading
from typing import Final

from drivers.simulated.behaviour import Sensor
from drivers.simulated.dialects import Requests


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


class CedrusPad:
    """A Cedrus pad in XID mode, key 1 (Python package pyxid2 1.0.9)."""

    ANSWERS: Final = {b"_c1": b"_xid0", b"_d2": b"2", b"_d3": b"1", b"_d4": b"2"}

    sensor: Sensor | None = None

    def __init__(self, plan: PressPlan) -> None:
        self._plan = plan
        self._heard = b""

    def power_on(self, _t_ns: int) -> bytes:
        """Silent."""
        self._heard = b""
        return b""

    def handle(self, data: bytes, _t_ns: int) -> bytes:
        """Answer who it is; requests have three bytes and no end."""
        sent = b""
        for n in range(len(data)):
            self._heard = (self._heard + data[n : n + 1])[-3:]
            sent += self.ANSWERS.get(self._heard, b"")
        return sent

    def advance(self, t_ns: int) -> bytes:
        """A packet per press and release."""
        return b"".join(
            b"k" + bytes([0x30 if down else 0x20]) + (at // 1_000_000).to_bytes(4, "little")
            for at, down in self._plan.until(t_ns)
        )


class TPad:
    """A Black Box ToolKit TPad, key 1 (Python package psychopy-bbtk). It talks in event mode only."""

    sensor: Sensor | None = None

    def __init__(self, plan: PressPlan) -> None:
        self._plan = plan
        self._requests = Requests()
        self._telling = False

    def power_on(self, _t_ns: int) -> bytes:
        """Silent, in no mode."""
        self._requests = Requests()
        self._telling = False
        return b""

    def handle(self, data: bytes, _t_ns: int) -> bytes:
        """`MOD3` enters event mode, `X` leaves it; what else it answers was not seen."""
        if b"X" in data:
            self._telling = False
            data = data.rpartition(b"X")[2]
        if "MOD3" in self._requests.feed(data):
            self._telling = True
        return b""

    def advance(self, t_ns: int) -> bytes:
        """A line per press and release."""
        events = self._plan.until(t_ns)
        if not self._telling:
            return b""
        return b"".join(f"A {'P' if down else 'R'} 1 {at // 1_000_000}\r\n".encode() for at, down in events)
