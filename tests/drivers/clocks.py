"""Clocks that a busy computer cannot hurry: no test of a device depends on how soon a thread gets to run."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from drivers.link import Link, open_link
from drivers.spec import GaugeSpec

_AHEAD_NS = 50_000_000  # of real time: as long as anybody waits for bytes without looking
_LOOK_S = 0.01


@dataclass
class SetClock:
    """Stands where it was set to."""

    now_ns: int = 0

    def __call__(self) -> int:
        """The time that was set."""
        return self.now_ns


class SharedClock:
    """Real time of a device and its reader, that waits for whichever does not get to run.

    It stands at zero until both have looked at it, and neither ever sees it much further than the other has. So a
    pause of the computer is no silence, no late answer, and no flood of bytes.
    """

    def __init__(self, speed: float = 1.0) -> None:
        self._speed = speed
        self._lock = threading.Lock()
        self._seen: dict[str, int] = {}
        self._begun = False
        self._now_ns = 0
        self._real_ns = 0

    def device(self) -> int:
        """Time now, for the device."""
        return self._look("device", "reader")

    def reader(self) -> int:
        """Time now, for who reads it."""
        return self._look("reader", "device")

    def leave(self) -> None:
        """Do not wait for the reader until it looks again: it tries to open its link in real time."""
        with self._lock:
            self._seen.pop("reader", None)

    def _look(self, me: str, other: str) -> int:
        with self._lock:
            real_ns = time.perf_counter_ns()
            if self._begun:
                now_ns = self._now_ns + round((real_ns - self._real_ns) * self._speed)
                if other in self._seen:
                    now_ns = min(now_ns, self._seen[other] + round(_AHEAD_NS * self._speed))
                self._now_ns = max(self._now_ns, now_ns)
            self._real_ns = real_ns
            self._seen[me] = self._now_ns
            self._begun = self._begun or other in self._seen
            return self._now_ns


class PatientLink:
    """A link whose waits end by the clock of the device."""

    def __init__(self, link: Link, clock: SharedClock) -> None:
        self.url = link.url
        self._link = link
        self._clock = clock

    def read(self, max_wait_s: float) -> bytes:
        """Whatever is there; empty once the device has had so long to answer."""
        until_ns = self._clock.reader() + round(max_wait_s * 1e9)
        while not (data := self._link.read(_LOOK_S)) and self._clock.reader() < until_ns:
            pass
        return data

    def write(self, data: bytes) -> None:
        """Send."""
        self._link.write(data)

    def flush_input(self) -> None:
        """Forget what is there."""
        self._link.flush_input()

    def close(self) -> None:
        """Close."""
        self._link.close()


def ask_by(clock: SharedClock, patch: pytest.MonkeyPatch, *where: str) -> Callable[[str, GaugeSpec], Link]:
    """Let `identify` listen and wait by the clock of the device.

    Gives what opens a link to it; that takes the place of `open_link` in the modules that ``where`` names.
    """

    def open_patiently(url: str, spec: GaugeSpec) -> Link:
        return PatientLink(open_link(url, spec), clock)

    patch.setattr("drivers.identify.time", SimpleNamespace(monotonic=lambda: clock.reader() / 1e9))
    for module in where:
        patch.setattr(f"{module}.open_link", open_patiently)
    return open_patiently
