"""A link to a simulated device without an operating system, for virtual time."""

from __future__ import annotations

import random
from collections.abc import Callable

from drivers.link import LinkLost, LinkUnavailable
from drivers.simulated.device import SimulatedDevice


class MemoryLink:
    """A `Link` that never waits and cuts the bytes at random places.

    One read gives a part of what is there: read until nothing comes.

    Parameters
    ----------
    device : SimulatedDevice
    rng : random.Random
        Where the bytes are cut.
    clock_ns : callable
        Device time.

    Raises
    ------
    LinkUnavailable
        The device is unplugged, or its port is kept from being opened.
    """

    def __init__(self, device: SimulatedDevice, rng: random.Random, clock_ns: Callable[[], int]) -> None:
        self.url = "memory://"
        self._device = device
        self._rng = rng
        self._clock = clock_ns
        self._open = True
        t_ns = clock_ns()
        if not device.connected(t_ns):
            raise LinkUnavailable(self.url, "missing", "unplugged")
        if device.suffers("deny", t_ns):
            raise LinkUnavailable(self.url, "denied", "fault script")
        if device.suffers("busy", t_ns):
            raise LinkUnavailable(self.url, "busy", "fault script")
        self._waiting = bytearray(device.power_on(t_ns))

    def read(self, _max_wait_s: float) -> bytes:
        """A part of what is there; empty where nothing is. Does not wait."""
        self._waiting += self._device.advance(self._now())
        if not self._waiting:
            return b""
        cut = self._rng.randint(1, len(self._waiting))
        data = bytes(self._waiting[:cut])
        del self._waiting[:cut]
        return data

    def write(self, data: bytes) -> None:
        """Hand `data` to the device, in pieces."""
        while data:
            cut = self._rng.randint(1, len(data))
            self._waiting += self._device.handle(data[:cut], self._now())
            data = data[cut:]

    def flush_input(self) -> None:
        """Forget what arrived and was not read."""
        self._waiting += self._device.advance(self._now())
        self._waiting.clear()

    def close(self) -> None:
        """Close; never fails, may be called twice."""
        self._open = False

    def _now(self) -> int:
        t_ns = self._clock()
        if not self._open:
            raise LinkLost(self.url, "closed")
        if not self._device.connected(t_ns):
            raise LinkLost(self.url, "unplugged")
        return t_ns
