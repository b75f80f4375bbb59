"""Serves a simulated device where a program can open it by its URL."""

from __future__ import annotations

import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, Literal, Protocol, Self, TypeAlias, get_args

from drivers.simulated.device import SimulatedDevice
from drivers.simulated.faults import FaultError, PortKind
from drivers.simulated.tcp_wire import TcpWire

Transport: TypeAlias = Literal["pty", "tcp"]

_TICK_S: Final = 0.002


class Wire(Protocol):
    """The device's end of a connection."""

    @property
    def url(self) -> str:
        """What the other side opens."""

    def opened(self) -> bool:
        """Whether the device has to start afresh."""

    def receive(self, wait_s: float) -> bytes:
        """What the other side sent."""

    def send(self, data: bytes) -> None:
        """Send."""

    def obstruct(self, *, locked: bool, forbidden: bool) -> None:
        """Keep others from opening the port, or let them again."""

    def close(self) -> None:
        """Break the connection."""


class Server:
    """Runs a simulated device in a thread, between `with` and its end.

    Parameters
    ----------
    device : SimulatedDevice
    transport : "pty" or "tcp"
        Pseudo-terminals exist on POSIX only.
    clock_ns : callable, optional
        Device time; by default the time since the start.
    speed : float
        Device time runs so many times faster than `clock_ns`.

    Attributes
    ----------
    url : str
        Known inside `with`; stays the same when the device is unplugged and returns.

    Raises
    ------
    ValueError
        Unknown transport or impossible speed, or a fault of the port (`busy`, `deny`) on TCP.
    """

    def __init__(
        self,
        device: SimulatedDevice,
        *,
        transport: Transport = "pty",
        clock_ns: Callable[[], int] | None = None,
        speed: float = 1.0,
    ) -> None:
        if transport not in ("pty", "tcp"):
            raise ValueError(f"transport {transport!r}; allowed: 'pty', 'tcp'")
        for kind in get_args(PortKind):
            if transport == "tcp" and kind in device.fault_kinds:
                raise FaultError(f"fault {kind!r}: a TCP port knows no lock and no permission; allowed: 'pty'")
        if not speed > 0:
            raise ValueError(f"speed {speed!r}; allowed: a number above 0")
        started_ns = time.perf_counter_ns()
        self.device = device
        self.url = ""
        self._transport = transport
        self._clock = clock_ns or (lambda: time.perf_counter_ns() - started_ns)
        self._speed = speed
        self._port = 0
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="simulated device", daemon=True)
        self._wire: Wire | None = None

    def __enter__(self) -> Self:
        """Make the URL and start to serve."""
        if self._transport == "pty":
            self._folder = tempfile.TemporaryDirectory(prefix="qst-device-")
        self._wire = self._plug_in()
        self.url = self._wire.url
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop, and take the URL away."""
        self._stop.set()
        self._thread.join()
        if self._folder is not None:
            self._folder.cleanup()

    def now_ns(self) -> int:
        """Device time."""
        return round(self._clock() * self._speed)

    def _plug_in(self) -> Wire:
        if self._folder is not None:
            from drivers.simulated.pty_wire import PtyWire  # not on Windows

            return PtyWire(Path(self._folder.name) / "device", **self._obstruction())
        wire = TcpWire(self._port)
        self._port = wire.port
        return wire

    def _obstruction(self) -> dict[str, bool]:
        t_ns = self.now_ns()
        return {"locked": self.device.suffers("busy", t_ns), "forbidden": self.device.suffers("deny", t_ns)}

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                self._turn()
        finally:
            if self._wire is not None:
                self._wire.close()

    def _turn(self) -> None:
        plugged_in = self.device.connected(self.now_ns())
        if self._wire is None:
            self._stop.wait(_TICK_S)
            if plugged_in:
                self._wire = self._plug_in()
        elif not plugged_in:
            self._wire.close()
            self._wire = None
        else:
            self._wire.obstruct(**self._obstruction())
            self._exchange(self._wire)

    def _exchange(self, wire: Wire) -> None:
        if wire.opened():
            wire.send(self.device.power_on(self.now_ns()))
        request = wire.receive(_TICK_S)
        t_ns = self.now_ns()
        wire.send(self.device.handle(request, t_ns) if request else self.device.advance(t_ns))
