"""The devices that are attached, each with its reader, and the inbox into which the readers post."""

from __future__ import annotations

import math
import queue
import re
from collections.abc import Callable

from drivers.conversation import Conversation
from drivers.link import Link, LinkUnavailable, open_link
from drivers.reader import Reader, ReaderEvent
from drivers.spec import GaugeSpec
from qst_station.acquisition.attached import AttachedDevice, Device, device_spec
from qst_station.findings import Refused
from qst_station.session.events import SessionEvent
from qst_station.station.clock import Clock
from qst_station.station.engine_findings import device_finding, not_opened
from qst_station.tables import TESTS

INBOX_LIMIT = 10_000

# The name becomes part of the sealed file and of its tables.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.\-]{0,31}")

OpenLink = Callable[[Device, GaugeSpec], Link]


def over_the_wire(device: Device, spec: GaugeSpec) -> Link:
    """Open a device at its URL."""
    return open_link(device.url, spec)


class Attachments:
    """What is attached to this station.

    Parameters
    ----------
    clock : Clock
    open_device : callable
        Opens the link of a device.
    threads : bool
        Whether each device gets a reader thread. Without, the caller posts what the devices say.

    Attributes
    ----------
    devices : dict of str to AttachedDevice
    """

    def __init__(self, clock: Clock, open_device: OpenLink, *, threads: bool) -> None:
        self.devices: dict[str, AttachedDevice] = {}
        self._clock = clock
        self._open_device = open_device
        self._threads = threads
        self._readers: dict[str, Reader] = {}
        self._inbox: queue.Queue[ReaderEvent] = queue.Queue(INBOX_LIMIT)
        self._overflowed = False

    def attach(self, device: Device) -> AttachedDevice:
        """Open a device and read it from now on.

        Raises
        ------
        Refused
            Unknown gauge, unusable pattern, name, probe area or tests, a name, URL or test in use, or a port that
            does not open. Nothing has been started.
        """
        self._check(device)
        try:
            spec = device_spec(device.gauge, device.options)
        except ValueError as fault:
            raise Refused(device_finding("device.spec", device.name, str(fault))) from fault
        if device.tests and spec.kind != "force":
            raise Refused(device_finding("device.test", device.name, f"a {spec.kind} lies under no test"))
        try:
            if self._threads:
                self._readers[device.name] = self._start_reader(device, spec)
            else:
                self._open_device(device, spec)
        except LinkUnavailable as fault:
            raise Refused(not_opened(device, fault)) from fault
        self.devices[device.name] = AttachedDevice(device, spec)
        return self.devices[device.name]

    def detach(self, name: str) -> None:
        """Let go of a device."""
        reader = self._readers.pop(name, None)
        if reader is not None:
            reader.stop()
        del self.devices[name]

    def device(self, name: str) -> AttachedDevice:
        """The device of a name; `Refused` where there is none."""
        if name not in self.devices:
            raise Refused(device_finding("device.unknown", name, "there is no device of this name"))
        return self.devices[name]

    def post(self, event: ReaderEvent) -> None:
        """Take an event of a reader, from any thread; never blocks."""
        try:
            self._inbox.put_nowait(event)
        except queue.Full:
            self._overflowed = True

    def take(self) -> list[SessionEvent]:
        """What has been posted, as session events; and that something is missing, where the inbox was full."""
        events: list[SessionEvent] = []
        for _ in range(self._inbox.qsize()):
            posted = self._inbox.get_nowait()
            device = self.devices.get(posted.device)
            if device is not None:
                events += device.take(posted)
        if self._overflowed:
            self._overflowed = False
            events += [device.overflowed(self._clock.now_ns()) for device in self.devices.values()]
        return events

    def close(self) -> None:
        """Stop every reader."""
        for reader in self._readers.values():
            reader.stop()
        self._readers.clear()

    def _check(self, device: Device) -> None:
        if not _NAME.fullmatch(device.name):
            remedy = "Use up to 32 letters, digits, '-', '_' and '.', for example algometer-1."
            raise Refused(device_finding("device.name", device.name or "device", "it needs another name", remedy))
        if device.name in self.devices:
            raise Refused(device_finding("device.name", device.name, "a device of this name is attached already"))
        if any(other.device.url == device.url for other in self.devices.values()):
            raise Refused(device_finding("device.busy", device.name, f"{device.url} is attached already"))
        if not (math.isfinite(device.probe_area_cm2) and device.probe_area_cm2 > 0.0):
            happened = f"the probe area is {device.probe_area_cm2}, which is no area in cm2"
            raise Refused(device_finding("device.probe_area", device.name, happened))
        for test in device.tests:
            if test not in TESTS:
                happened = f"there is no test {test!r}; there are {', '.join(TESTS)}"
                raise Refused(device_finding("device.test", device.name, happened))
            if any(test in other.device.tests for other in self.devices.values()):
                raise Refused(device_finding("device.test", device.name, f"{test} has a gauge already"))

    def _start_reader(self, device: Device, spec: GaugeSpec) -> Reader:
        reader = Reader(
            device.name,
            lambda: self._open_device(device, spec),
            Conversation(spec),
            clock_ns=self._clock.now_ns,
            sink=self.post,
        )
        reader.start()
        return reader
