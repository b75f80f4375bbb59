"""A gauge on the bench: what it showed, what was read of it, and what a person was told."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import takewhile

from drivers.catalogue import gauge
from drivers.conversation import Conversation, Stamped
from drivers.link import Link, LinkLost, LinkUnavailable
from drivers.messages import Press, Reading, one_by_one
from drivers.reader import Lost, ReaderEvent, Received, Returned, Silent
from drivers.simulated.device import SimulatedButton, SimulatedDevice, simulated, simulated_button
from drivers.simulated.memory import MemoryLink
from drivers.spec import GaugeSpec
from qst_station.acquisition.attached import AttachedDevice
from qst_station.acquisition.device import Device, device_spec
from qst_station.session.events import DeviceNews

MS = 1_000_000
S = 1_000 * MS
_STEP_NS = 20 * MS
_RETRY_NS = 200 * MS
_GIVE_UP_NS = 40 * S

Shown = tuple[float, str]

PRINTED_DECIMALS = {"openscale": 2, "wagner-fpx": 2, "wagner-fdx": 2}
"""Of the gauges that send fewer decimals than they show."""


def spec_of(name: str) -> GaugeSpec:
    """The gauge; of one that does not tell its unit, with the unit that its user sees on it."""
    return device_spec(name, {"unit": "N"}) if name == "sauter-fl" else gauge(name)


def rising(t_ns: int) -> float:
    """A hand that presses harder and harder."""
    return 3.0 * t_ns / S


def weights(t_ns: int) -> float:
    """A weight more each second, so that a balance can settle in between."""
    return 0.02 * (t_ns // S)


@dataclass
class Bench:
    """One simulated device with its faults, and what became of its bytes."""

    name: str
    faults: str
    shown: list[Shown] = field(default_factory=list)
    events: list[ReaderEvent] = field(default_factory=list)
    news: list[DeviceNews] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.spec = spec_of(self.name)
        tests = ("PPT",) if self.spec.kind == "force" else ()
        card = Device(name="device", gauge=self.name, url="x", tests=tests, options={})
        self.attached = AttachedDevice(card, self.spec)
        self.device = self._button() if self.spec.kind == "button" else self._gauge()

    def take(self, event: ReaderEvent) -> None:
        """What a reader hands on."""
        self.events.append(event)
        self.news += [told for told in self.attached.take(event) if isinstance(told, DeviceNews)]

    @property
    def stamped(self) -> list[Stamped]:
        """Every message, with runs taken apart."""
        return [stamped for event in list(self.events) for stamped in _messages(event)]

    @property
    def read(self) -> list[Shown]:
        """The numbers, or the presses, that were read."""
        return [shown for stamped in self.stamped for shown in _number(stamped)]

    @property
    def told(self) -> list[str]:
        """What a person was told, in order, without repeats."""
        return list(dict.fromkeys(news.what for news in self.news))

    def heard_since(self, t_ns: int) -> int:
        """How many numbers came after a time."""
        late = takewhile(lambda event: event.t_ns > t_ns, reversed(list(self.events)))
        return sum(len(_number(stamped)) for event in late for stamped in _messages(event))

    def nothing_was_made_up(self) -> bool:
        """Whether the numbers read are some of those shown, in their order (each as often as it was sent)."""
        shown = iter(_without_repeats(self.shown))
        return all(number in shown for number in _without_repeats(self.read))

    def _gauge(self) -> SimulatedDevice:
        load = rising if self.spec.kind == "force" else weights
        device = simulated(self.name, load=load, faults=self.faults)
        sensor = device.dialect.sensor
        assert sensor is not None
        value = sensor.value
        decimals_sent = PRINTED_DECIMALS.get(self.name, 6)

        def witnessed(t_ns: int, unit: str | None = None, *, decimals: int | None = None) -> float:
            number = value(t_ns, unit, decimals=decimals)
            sent = float(f"{number:.{decimals_sent}f}")
            self.shown.append((sent, unit or sensor.unit))
            return number

        sensor.value = witnessed  # type: ignore[method-assign]
        return device

    def _button(self) -> SimulatedButton:
        presses = range(300 * MS, _GIVE_UP_NS, 400 * MS)
        self.shown += [(float(down), "") for _ in presses for down in (True, False)]
        return simulated_button(self.name, faults=self.faults, presses_ns=presses)


def _messages(event: ReaderEvent) -> list[Stamped]:
    if not isinstance(event, Received):
        return []
    return [
        Stamped(message=message, t_ns=stamped.t_ns)
        for stamped in event.stamped
        for message in one_by_one([stamped.message])
    ]


def _number(stamped: Stamped) -> list[Shown]:
    match stamped.message:
        case Reading(raw=raw, unit=unit):
            return [(round(raw, 6), unit)]
        case Press(down=down):
            return [(float(down), "")]
    return []


def _without_repeats(numbers: list[Shown]) -> list[Shown]:
    return [number for i, number in enumerate(numbers) if i == 0 or number != numbers[i - 1]]


class MemoryReader:
    """Reads a device without threads, in virtual time, in the order of `drivers.reader.Reader`."""

    def __init__(self, bench: Bench, seed: int) -> None:
        self.now_ns = 0
        self._bench = bench
        self._chance = random.Random(seed)
        self._conversation = Conversation(bench.spec)
        self._link: Link | None = None
        self._retry_ns = 0
        self._heard_ns = 0
        self._told_silent = False

    def run(self, until: Callable[[Bench, int], bool]) -> None:
        """Read until it is enough; fail after forty seconds of virtual time."""
        while not until(self._bench, self.now_ns):
            assert self.now_ns < _GIVE_UP_NS, f"told {self._bench.told}, {len(self._bench.read)} read"
            self.now_ns += _STEP_NS
            try:
                if self._link is not None:
                    self._talk(self._link)
                elif self.now_ns >= self._retry_ns:
                    self._open()
            except LinkLost as lost:
                self._link, self._retry_ns = None, self.now_ns + _RETRY_NS
                self._bench.take(Lost(device="device", t_ns=self.now_ns, why=lost.why))
            except LinkUnavailable:
                self._retry_ns = self.now_ns + _RETRY_NS

    def _open(self) -> None:
        self._link = MemoryLink(self._bench.device, self._chance, lambda: self.now_ns)
        if self._retry_ns:
            self._bench.take(Returned(device="device", t_ns=self.now_ns))
        self._heard_ns, self._told_silent = self.now_ns, False
        self._link.flush_input()
        self._link.write(self._conversation.opening(self.now_ns))

    def _talk(self, link: Link) -> None:
        link.write(self._conversation.due(self.now_ns))
        while data := link.read(0.0):
            self._heard_ns, self._told_silent = self.now_ns, False
            stamped = tuple(self._conversation.receive(data, self.now_ns))
            self._bench.take(Received(device="device", t_ns=self.now_ns, data=data, stamped=stamped))
        limit_ns, silent_ns = self._bench.spec.silence_ns, self.now_ns - self._heard_ns
        if limit_ns is not None and silent_ns >= limit_ns and not self._told_silent:
            self._told_silent = True
            self._bench.take(Silent(device="device", t_ns=self.now_ns, for_ns=silent_ns))


def read_from_memory(bench: Bench, seed: int, until: Callable[[Bench, int], bool]) -> None:
    """Read a device in memory until it is enough."""
    MemoryReader(bench, seed).run(until)
