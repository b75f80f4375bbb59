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


class Button:
    """What all buttons share: silent when switched on, deaf, a piece of bytes per press and release."""

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
        """What is sent for the presses and releases until `t_ns`."""
        return b"".join(self.event(at // 1_000_000, down) for at, down in self._plan.until(t_ns))

    def event(self, ms: int, down: bool) -> bytes:
        """One press or release, with the clock of the device."""
        raise NotImplementedError


class PlainButton(Button):
    """A microcontroller that prints `B,<millis>,1` and `B,<millis>,0`."""

    def event(self, ms: int, down: bool) -> bytes:
        """A line."""
        return f"B,{ms},{int(down)}\r\n".encode()


class BitsiButton(Button):
    """A BITSI box with button A (wilberth/RuSocSci rusocsci/buttonbox.py).

    Bytes that it is sent set its output lines, without an answer.
    """

    def power_on(self, _t_ns: int) -> bytes:
        """The banner after the reset that opening the port causes."""
        return b"BITSI mode, Ready!\r\n"

    def event(self, _ms: int, down: bool) -> bytes:
        """A capital letter, or a small one."""
        return b"A" if down else b"a"


class CedrusPad(Button):
    """A Cedrus pad in XID mode, key 1 (Python package pyxid2 1.0.9)."""

    ANSWERS: Final = {b"_c1": b"_xid0", b"_d2": b"2", b"_d3": b"1", b"_d4": b"2"}

    def __init__(self, plan: PressPlan) -> None:
        super().__init__(plan)
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

    def event(self, ms: int, down: bool) -> bytes:
        """A packet."""
        return b"k" + bytes([0x30 if down else 0x20]) + ms.to_bytes(4, "little")


class TPad(Button):
    """A Black Box ToolKit TPad, key 1 (Python package psychopy-bbtk). It talks in event mode only."""

    def __init__(self, plan: PressPlan) -> None:
        super().__init__(plan)
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

    def event(self, ms: int, down: bool) -> bytes:
        """A line, or nothing in no mode."""
        return f"A {'P' if down else 'R'} 1 {ms}\r\n".encode() if self._telling else b""
