"""The devices that are attached, each with its reader, and the inbox into which the readers post."""

from __future__ import annotations

import math
import os
import queue
import re
from collections.abc import Callable
from dataclasses import replace

from drivers.conversation import Conversation
from drivers.link import Link, LinkUnavailable, list_ports, open_link
from drivers.ports import PortInfo
from drivers.reader import Lost, Reader, ReaderEvent, Returned
from drivers.spec import GaugeSpec
from qst_station.acquisition.attached import AttachedDevice
from qst_station.acquisition.device import Device, device_spec
from qst_station.acquisition.identity import adapter_at, whereabouts
from qst_station.findings import Refused
from qst_station.session.events import SessionEvent
from qst_station.station.clock import Clock
from qst_station.station.engine_findings import device_finding, not_opened
from qst_station.station.port_survey import ListPorts
from qst_station.station.tape import Tap, TappedLink
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
    rouse : callable
        Told, in a reader's thread, that something has been posted which must not wait for the next turn.
    find_ports : callable
        Lists the ports; opens none.

    Attributes
    ----------
    devices : dict of str to AttachedDevice
    """

    def __init__(
        self,
        clock: Clock,
        open_device: OpenLink,
        *,
        threads: bool,
        rouse: Callable[[], None] = lambda: None,
        find_ports: ListPorts = list_ports,
    ) -> None:
        self.devices: dict[str, AttachedDevice] = {}
        self._clock = clock
        self._open_device = open_device
        self._threads = threads
        self._rouse = rouse
        self._find_ports = find_ports
        self._taps: dict[str, Tap] = {}
        self._opened: dict[str, Link] = {}  # for readers that are about to start
        self._blocked: set[str] = set()
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
            raise Refused(device_finding("device.test", device.name, f"a {spec.kind} is used for no test"))
        attached = AttachedDevice(device, spec)
        try:
            if self._threads:
                attached.adapter = self.adapter_of(device.url)
                self._opened[device.name] = self._open_device(device, spec)
                self._readers[device.name] = self._start_reader(attached)
            else:
                self._open_device(device, spec)
        except LinkUnavailable as fault:
            raise Refused(not_opened(device, fault)) from fault
        self.devices[device.name] = attached
        return attached

    def detach(self, name: str) -> None:
        """Let go of a device."""
        reader = self._readers.pop(name, None)
        if reader is not None:
            reader.stop()
        self._blocked.discard(name)
        self._taps.pop(name, None)
        del self.devices[name]

    def block(self, name: str, why: str) -> list[SessionEvent]:
        """Read a device no longer that is not the one it was taken for. Its card and its stream stay."""
        reader = self._readers.pop(name, None)
        if reader is not None:
            reader.stop()
        self._blocked.add(name)
        self.devices[name].hindrance = why
        return self.devices[name].take(Lost(device=name, t_ns=self._clock.now_ns(), why=why))

    def move(self, name: str, url: str) -> None:
        """Read a lost device at the port that the user names.

        Raises
        ------
        Refused
            There is no such device, it is not lost, or the port is in use or does not open.
        """
        attached = self.device(name)
        if attached.state != "lost":
            raise Refused(device_finding("device.in_use", name, "the device is connected where it is"))
        if any(other.device.url == url for other in self.devices.values() if other is not attached):
            raise Refused(device_finding("device.busy", name, f"{url} is attached already"))
        moved = replace(attached.device, url=url)
        try:
            link = self._open_device(moved, attached.spec)
        except LinkUnavailable as fault:
            raise Refused(not_opened(moved, fault)) from fault
        reader = self._readers.pop(name, None)
        if reader is not None:
            reader.stop()
        attached.device, attached.adapter, self._opened[name] = moved, self.adapter_of(url), link
        self._blocked.discard(name)
        # Before the reader starts: what the device then tells of itself belongs to the time after.
        self.post(Returned(device=name, t_ns=self._clock.now_ns()))
        self._readers[name] = self._start_reader(attached)

    def adapter_of(self, url: str) -> PortInfo | None:
        """The USB adapter behind a port; None where there is none, or the ports cannot be listed."""
        try:
            return adapter_at(url, self._find_ports())
        except OSError:
            return None

    def tap(self, name: str) -> Tap:
        """Where the bytes of a device can be taken down."""
        return self._taps.setdefault(name, Tap())

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
        device = self.devices.get(event.device)
        if device is None or device.rouses(event):
            self._rouse()

    def take(self) -> list[SessionEvent]:
        """What has been posted, as session events; and that something is missing, where the inbox was full."""
        posted: dict[str, list[ReaderEvent]] = {}
        for _ in range(self._inbox.qsize()):
            event = self._inbox.get_nowait()
            posted.setdefault(event.device, []).append(event)
        events: list[SessionEvent] = []
        for name, of_device in posted.items():
            if name in self.devices and name not in self._blocked:
                events += self.devices[name].take_all(of_device)
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

    def _start_reader(self, attached: AttachedDevice) -> Reader:
        reader = Reader(
            attached.device.name,
            lambda: self._open(attached),
            Conversation(attached.spec),
            clock_ns=self._clock.now_ns,
            sink=self.post,
            patience_ns=attached.alert.patience_ns,
        )
        reader.start()
        return reader

    def _open(self, attached: AttachedDevice) -> Link:
        """The link of a device: opened where the user said, and later wherever its adapter is.

        Raises
        ------
        LinkUnavailable
            Also where it is not certain which adapter it is: `hindrance` of the device says so.
        """
        name = attached.device.name
        link = self._opened.pop(name, None)
        if link is None:
            if attached.adapter is not None:
                self._follow(attached, attached.adapter)
            link = self._open_device(attached.device, attached.spec)
        return TappedLink(link, self.tap(name))

    def _follow(self, attached: AttachedDevice, adapter: PortInfo) -> None:
        others = [device for device in self.devices.values() if device is not attached and device.state != "lost"]
        taken = [device.adapter.url for device in others if device.adapter is not None]
        try:
            where = whereabouts(adapter, self._find_ports(), taken)
        except OSError as fault:
            raise LinkUnavailable(attached.device.url, "other", str(fault)) from fault
        if where.port is None or not where.certain:
            attached.hindrance = "" if where.absent else where.why
            raise LinkUnavailable(attached.device.url, "missing", where.why)
        if os.path.realpath(where.port.url) != os.path.realpath(attached.device.url):
            attached.device = replace(attached.device, url=where.port.url)
        attached.adapter = where.port
