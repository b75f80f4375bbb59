"""One attached device: what its messages mean as samples, marks and news, and how well it is doing."""

from __future__ import annotations

import math
import re
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

import numpy as np

from calibration.scale import Scale
from drivers.catalogue import gauge, with_pattern
from drivers.conversation import Stamped
from drivers.framing import TORN
from drivers.messages import Garbled, Message, Notice, Overload, Press, Reading, Run
from drivers.ports import PortInfo
from drivers.reader import Lost, ReaderEvent, Received, Returned, Silent
from drivers.spec import GaugeSpec
from qst_station.acquisition.blocks import History
from qst_station.acquisition.display_check import DisplayCheck, NoComparison, Shown
from qst_station.acquisition.gauge_document import load_gauge_document
from qst_station.acquisition.identity import Identity, unit_number
from qst_station.acquisition.indication import KEPT, Indication, forces, weights
from qst_station.acquisition.sample_clock import SampleClock
from qst_station.acquisition.watch import Watch
from qst_station.findings import Refused
from qst_station.session.events import (
    FLAG_OVERLOAD,
    FLAG_PEAK,
    ButtonPressed,
    DeviceNews,
    Floats,
    ForceBlock,
    Integers,
    SessionEvent,
)

HISTORY_NS = 15_000_000_000
BOUNCE_NS = 80_000_000
# Stamped at the read call, behind a USB bridge that may batch for 16 ms (FTDI, default latency timer).
BUTTON_UNCERTAINTY_NS = 20_000_000
_RATE_OVER_NS = 2_000_000_000
_SIGN_RISE_MN = 500.0
_LEAST_PATIENCE_NS = 1_000_000
_MOST_PATIENCE_NS = 16_000_000
# 1000 N/s: no hand presses faster, and a ramp of 50 kPa/s on 1 cm2 is 200 times slower.
_FASTEST_RISE_MN_PER_NS = 1e-3

State = Literal["opening", "connected", "silent", "lost"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """How a device is set up.

    Attributes
    ----------
    name : str
        Name of its stream.
    gauge, url : str
        Name in the catalogue; where it is opened.
    tests : tuple of str
        Tests that its force lies under; empty for a button.
    instrument : str
        What it is in the register of instruments; empty where it is not registered.
    options : mapping
        What the user has set: `pattern` and `unit` of a text-line gauge, `baud` and `format` (as `7E1`) of the
        link, `document` of a gauge that a document describes (its text, so that the session needs no file).
    """

    name: str
    gauge: str
    url: str
    tests: tuple[str, ...] = ()
    probe_area_cm2: float = 1.0
    instrument: str = ""
    options: Mapping[str, Any]


def device_spec(name: str, options: Mapping[str, Any]) -> GaugeSpec:
    """The spec of a gauge with what the user has set; see `Device.options`.

    Raises
    ------
    ValueError
        There is no such gauge, or an option cannot be used.
    """
    document = options.get("document")
    spec = gauge(name) if document is None else _described(name, document)
    pattern, unit = options.get("pattern"), options.get("unit")
    if pattern or unit:
        spec = with_pattern(spec, pattern or spec.pattern, unit=unit)
    return spec.with_link(baud=options.get("baud"), byte_format=options.get("format"))


def _described(name: str, document: str) -> GaugeSpec:
    try:
        _, spec = load_gauge_document(document, place=f"document of {name}")
    except Refused as refused:
        raise ValueError(f"{refused.finding.place}: {refused.finding.happened}") from refused
    if spec.name != name:
        raise ValueError(f"document of {name}: it describes another gauge, {spec.name!r}")
    return spec


class AttachedDevice:
    """Turns the events of one reader into session events, and keeps the last seconds for the screen.

    Times are those of the clock that the reader stamps with.
    """

    def __init__(self, device: Device, spec: GaugeSpec) -> None:
        self.device = device
        self.spec = spec
        self.scale = self._first_scale = Scale(compression_sign=spec.compression_sign)
        # A device that may be silent for long (a button) is taken for connected once its port is open.
        self.state: State = "opening" if spec.silence_ns is not None else "connected"
        self.why = ""
        self.hindrance = ""  # why it does not go on by itself, where it is lost and does not
        self.readings = 0
        self.garbled = 0
        self.presses = 0
        self.last_byte_ns: int | None = None
        self.unit = ""
        self.unit_was = ""  # before it was first changed on the device
        self.adapter: PortInfo | None = None  # written by whoever opens the port, the reader's thread included
        self.told = ""  # what the device says of itself
        self.battery = ""
        self.display = DisplayCheck()
        self.sign_check: Literal["", "running", "rose", "fell", "unchanged"] = ""
        self.alert_mn = math.inf
        self._heard_mn = 0.0  # the last force, for the reader's thread alone
        self._clock = SampleClock()
        self._watch = Watch(
            presses=bool(device.tests), measures_force=spec.kind == "force", silence_ns=spec.silence_ns
        )
        self._fresh = True  # nothing has been decoded since the port was opened
        self._state_ns: int | None = None  # when it was lost or fell silent
        self._mass: Reading | None = None
        self._weights: deque[Indication] = deque(maxlen=KEPT)
        self._history = History(HISTORY_NS)
        self._last_press: Press | None = None
        self._last_press_ns = 0
        self._sign_baseline_mn = 0.0
        self._sign_since_ns = 0

    def take_all(self, events: Iterable[ReaderEvent]) -> list[SessionEvent]:
        """What several events of the reader mean; reads that bring plain readings become one block."""
        taken: list[SessionEvent] = []
        plain: list[tuple[Received, Run]] = []
        for event in events:
            run = self._plain_run(event)
            if run is not None:
                self.unit = run.unit
                plain.append((event, run))  # type: ignore[arg-type]
                continue
            taken += self._plain_block(plain)
            plain = []
            taken += self.take(event)
        return taken + self._plain_block(plain)

    def take(self, event: ReaderEvent) -> list[SessionEvent]:
        """What an event of the reader means."""
        match event:
            case Received():
                meant = self._received(event)
                suspicions = self._watch.take(event, meant, self._forces)
                return [*meant, *(self._news(event.t_ns, what, **detail) for what, detail in suspicions)]
            case Lost():
                self.state, self.why, self._state_ns = "lost", event.why, event.t_ns
                return [self._news(event.t_ns, "lost", why=event.why)]
            case Returned():
                self.state, self.why, self.hindrance = "connected", "", ""
                self._clock.restart()
                self._watch.restart()
                self._fresh = True
                self.told = ""
                return [self._news(event.t_ns, "returned", url=self.device.url)]
            case Silent():
                self.state, self._state_ns = "silent", event.t_ns
                return [self._news(event.t_ns, "silent", for_ns=event.for_ns)]

    def patience_ns(self) -> int:
        """How long readings may gather: the nearer the force to `alert_mn`, the less. For the reader's thread."""
        if math.isinf(self.alert_mn):
            return _MOST_PATIENCE_NS
        room_mn = max(self.alert_mn - self._heard_mn, 0.0)
        return min(_LEAST_PATIENCE_NS + round(room_mn / _FASTEST_RISE_MN_PER_NS), _MOST_PATIENCE_NS)

    def rouses(self, event: ReaderEvent) -> bool:
        """Whether an event must not wait for the next turn; asked in the reader's thread.

        Readings below `alert_mn`, and bytes that complete nothing, can wait.
        """
        if not isinstance(event, Received):
            return True
        return any(self._alarming(stamped.message) for stamped in event.stamped)

    def _alarming(self, message: Message) -> bool:
        match message:
            case Reading(raw=raw, unit=unit, peak=False):
                values: tuple[float, ...] = (raw,)
            case Run(values=values, unit=unit):
                values = (min(values), max(values))
            case _:
                return True
        if self.spec.kind != "force" or unit != self.unit:
            return True
        self._heard_mn = max(self.scale.force_mn(value, unit) for value in values)
        return self._heard_mn >= self.alert_mn

    def recent(self, since_ns: int) -> list[ForceBlock]:
        """The last readings after ``since_ns``, at most 15 s of them."""
        return self._history.since(since_ns)

    def indications(self, first: int) -> list[Indication]:
        """What the display showed from the reading of this number on, as far as it is kept."""
        if self.spec.kind == "balance":
            return [shown for shown in self._weights if shown.index >= first]
        return list(forces(self._history.since(-1), first))

    @property
    def identity(self) -> Identity:
        """What is known of which device it is."""
        return Identity(adapter=self.adapter, unit=unit_number(self.spec.name, self.told))

    @property
    def scale_untouched(self) -> bool:
        """Whether neither sign nor zero has been set since the device was attached."""
        return self.scale == self._first_scale

    def start_with(self, certified: Scale) -> None:
        """Take the scale of a certificate instead of the maker's word."""
        self.scale = self._first_scale = certified

    def overflowed(self, t_ns: int) -> DeviceNews:
        """Say that readings may be missing from here on."""
        self._clock.restart()
        return self._news(t_ns, "overflow")

    def lost(self, t_ns: int) -> DeviceNews:
        """Say that the device is not there."""
        return self._news(t_ns, "lost", why=self.why)

    def joined(self, t_ns: int) -> DeviceNews:
        """Say that the device takes part in a session from now on, and with which scale."""
        return self._news(t_ns, "attached", gauge=self.device.gauge, url=self.device.url, **asdict(self.scale))

    def introduced(self, t_ns: int) -> DeviceNews:
        """Say which device it is, and whether its number was seen to be that of its display."""
        return self._news(t_ns, "identity", **self._identity())

    def compared(self, t_ns: int, *, same: bool) -> DeviceNews:
        """Take the examiner's word for whether the reading of now is what the display shows.

        Raises
        ------
        qst_station.acquisition.display_check.NoComparison
            There is no reading, or none that says something new.
        """
        force_mn, raw = self._latest(t_ns - 500_000_000)
        if math.isnan(force_mn):
            raise NoComparison("there was no reading in the last half second")
        shown = Shown(raw=raw, unit=self.unit)
        self.display = self.display.same(shown, force_mn / 1e3) if same else self.display.other(shown)
        return self._news(t_ns, "display", same=same, **asdict(shown), **self._identity())

    def _identity(self) -> dict[str, Any]:
        return {
            "identity": self.identity.words(),
            "certain": self.identity.certain,
            "told": self.told,
            "display_check": self.display.state,
        }

    def set_scale(self, t_ns: int, scale: Scale) -> DeviceNews:
        """Use another scale from now on."""
        self.scale = scale
        return self._news(t_ns, "scale", **asdict(scale))

    def zero(self, now_ns: int) -> DeviceNews | None:
        """Take the force of the last half second for no force. None where there was no reading in it."""
        shown = self._forces(now_ns - 500_000_000)
        if not len(shown):
            return None
        return self.set_scale(now_ns, replace(self.scale, zero_mn=self.scale.zero_mn + float(shown.mean())))

    def start_sign_check(self, now_ns: int) -> None:
        """Remember the force of now; the examiner presses lightly."""
        shown = self._forces(now_ns - 500_000_000)
        self._sign_baseline_mn = float(shown.mean()) if len(shown) else 0.0
        self._sign_since_ns = now_ns
        self.sign_check = "running"

    def finish_sign_check(self, now_ns: int) -> DeviceNews | None:
        """Say which way the force went; where it fell, the sign is turned over."""
        shown = self._forces(self._sign_since_ns) - self._sign_baseline_mn
        rise, fall = (float(shown.max()), float(-shown.min())) if len(shown) else (0.0, 0.0)
        if max(rise, fall) < _SIGN_RISE_MN:
            self.sign_check = "unchanged"
            return None
        if rise >= fall:
            self.sign_check = "rose"
            return None
        self.sign_check = "fell"
        turned = replace(self.scale, compression_sign=-self.scale.compression_sign, zero_mn=-self.scale.zero_mn)
        return self.set_scale(now_ns, turned)

    def health(self, now_ns: int) -> dict[str, Any]:
        """How the device is doing, as plain data."""
        window = self.recent(now_ns - _RATE_OVER_NS)
        force_mn, raw = self._latest(now_ns - 1_000_000_000)
        shown = self._forces(now_ns - 1_000_000_000)
        return {
            "name": self.device.name,
            "gauge": self.device.gauge,
            "title": self.spec.title,
            "url": self.device.url,
            "kind": self.spec.kind,
            "state": self.state,
            "why": self.why,
            "hindrance": self.hindrance,
            "force_n": None if math.isnan(force_mn) else force_mn / 1e3,
            "raw": None if math.isnan(raw) else raw,
            "unit": self.unit,
            "rate_hz": sum(len(block.t_ns) for block in window) / (_RATE_OVER_NS / 1e9),
            "noise_mn": _noise_mn(shown),
            "age_s": None if self.last_byte_ns is None else (now_ns - self.last_byte_ns) / 1e9,
            "readings": self.readings,
            "garbled": self.garbled,
            "presses": self.presses,
            "tests": list(self.device.tests),
            "probe_area_cm2": self.device.probe_area_cm2,
            "sign": self.scale.compression_sign,
            "sign_check": self.sign_check or None,
            "grade": self.spec.grade,
            "grade_note": self.spec.grade_note,
            "state_age_s": None if self._state_ns is None else (now_ns - self._state_ns) / 1e9,
            "unit_was": self.unit_was if self.unit_was != self.unit else "",
            "battery": self.battery,
            "mass": None if self._mass is None else _mass_words(self._mass),
            "stable": self._weights[-1].stable if self._weights else None,
            "display_agreed": [asdict(shown) for shown in self.display.agreed],
            **self._identity(),
        }

    def _latest(self, since_ns: int) -> tuple[float, float]:
        """Force and raw number of the last reading; NaN where it has none, or there is no reading."""
        blocks = self.recent(since_ns)
        return (float(blocks[-1].force_mn[-1]), float(blocks[-1].raw[-1])) if blocks else (math.nan, math.nan)

    def _forces(self, since_ns: int) -> Floats:
        parts = [b.force_mn for b in self.recent(since_ns)]
        joined = np.concatenate(parts) if parts else np.empty(0)
        kept: Floats = joined[~np.isnan(joined)]
        return kept

    def _news(self, t_ns: int, what: str, **detail: Any) -> DeviceNews:
        return DeviceNews(t_ns=t_ns, device=self.device.name, what=what, detail=detail)

    def _received(self, event: Received) -> list[SessionEvent]:
        self.last_byte_ns = event.t_ns
        events: list[SessionEvent] = []
        if self.state == "silent":
            events.append(self._news(event.t_ns, "returned"))
        if self.state != "connected":
            self.state, self.why = "connected", ""
        values: list[Stamped] = []
        garbled: list[Garbled] = []
        for stamped in event.stamped:
            match stamped.message:
                case Run() as run:
                    values += [Stamped(message=reading, t_ns=stamped.t_ns) for reading in run.readings()]
                case Reading() as reading if self.spec.kind == "balance":
                    self._mass = reading
                case Reading() | Overload():
                    values.append(stamped)
                case Press():
                    events += self._pressed(stamped)
                case Garbled() as piece if self._fresh and piece.why.startswith(TORN):
                    self.garbled += 1  # whoever opens a port cuts into a line: counted, and no fault
                case Garbled() as piece:
                    garbled.append(piece)
                case Notice(kind="error", text=text):
                    events.append(self._news(stamped.t_ns, "error", text=text))
                case Notice(kind="banner", text=text) if not self._fresh:
                    events.append(self._news(stamped.t_ns, "restarted", text=text))
                case Notice(kind="identity", text=text):
                    self.told = text
                case Notice(kind="battery", text=text):
                    self.battery = text
                case Notice():
                    pass
        self._fresh = self._fresh and not event.stamped
        if garbled:
            events.append(self._unreadable(event.t_ns, garbled))
        if self.spec.kind == "force":
            events += self._blocks(event, values)
        if self.spec.kind == "balance":
            weighed = weights(event.stamped, self.readings)
            self._weights.extend(weighed)
            self.readings += len(weighed)
        return events

    def _unreadable(self, t_ns: int, pieces: list[Garbled]) -> DeviceNews:
        # How many readings the pieces were is unknown, so the sample index is too.
        self._clock.restart()
        self.garbled += len(pieces)
        first = pieces[0]
        return self._news(t_ns, "garbled", why=first.why, bytes=first.data[:64].hex(), pieces=len(pieces))

    def _pressed(self, stamped: Stamped) -> list[SessionEvent]:
        press = stamped.message
        assert isinstance(press, Press)
        if not press.down or self._bounces(press, stamped.t_ns):
            return []
        self._last_press, self._last_press_ns = press, stamped.t_ns
        self.presses += 1
        return [
            ButtonPressed(
                t_ns=stamped.t_ns,
                device=self.device.name,
                button=press.button,
                uncertainty_ns=BUTTON_UNCERTAINTY_NS,
                device_ms=press.device_ms,
            )
        ]

    def _bounces(self, press: Press, t_ns: int) -> bool:
        """Whether a press comes too soon after the last one, by the clock of the button where it has one."""
        before = self._last_press
        if before is None:
            return False
        if press.device_ms is None or before.device_ms is None or press.device_ms < before.device_ms:
            return t_ns - self._last_press_ns < BOUNCE_NS
        return (press.device_ms - before.device_ms) * 1_000_000 < BOUNCE_NS

    def _blocks(self, event: Received, values: list[Stamped]) -> list[SessionEvent]:
        """The readings of one read: one block, or several where the unit changes on the way."""
        news: list[SessionEvent] = []
        times = self._times(event.t_ns, values)
        parts: list[ForceBlock] = []
        start = 0
        for i, stamped in enumerate(values):
            message = stamped.message
            if not isinstance(message, Reading):
                continue
            if self.unit and message.unit != self.unit:
                news.append(self._news(stamped.t_ns, "unit", was=self.unit, now=message.unit))
                self.unit_was = self.unit_was or self.unit
                if i > start:
                    parts.append(self._block(values[start:i], times[start:i], event if not parts else None))
                    start = i
            self.unit = message.unit
        parts.append(self._block(values[start:], times[start:], event if not parts else None))
        return [*news, *parts]

    def _plain_run(self, event: ReaderEvent) -> Run | None:
        """What a read brought, if that was plain readings in the unit of those before and nothing else."""
        if not isinstance(event, Received) or self.state != "connected" or len(event.stamped) != 1:
            return None
        message = event.stamped[0].message
        if not isinstance(message, Run) or self.spec.kind != "force":
            return None
        return message if self.unit in ("", message.unit) else None

    def _plain_block(self, reads: list[tuple[Received, Run]]) -> list[SessionEvent]:
        """One block of reads that brought nothing but plain readings in one unit."""
        if not reads:
            return []
        self._fresh = False
        self.last_byte_ns = reads[-1][0].t_ns
        raw = [value for _, run in reads for value in run.values]
        arrived = [(read.t_ns, len(run.values)) for read, run in reads]
        block = ForceBlock(
            stream=self.device.name,
            index=self.readings,
            unit=self.unit,
            t_ns=self._clock.stamp_reads(arrived),
            raw=np.array(raw, np.float64),
            force_mn=np.array([self.scale.force_mn(value, self.unit) for value in raw], np.float64),
            flags=np.zeros(len(raw), np.uint8),
            arrivals=np.array([(read.t_ns, len(read.data)) for read, _ in reads], np.int64),
            data=b"".join([read.data for read, _ in reads]),
        )
        suspicions = self._watch.take_plain(arrived, self._kept(block), self._forces)
        return [block, *(self._news(self.last_byte_ns, what, **detail) for what, detail in suspicions)]

    def _block(self, values: list[Stamped], times: Integers, read: Received | None) -> ForceBlock:
        """Readings in one unit, and the read that brought them with the first of its blocks."""
        raw, force, flags = [], [], []
        for stamped in values:
            message = stamped.message
            if not isinstance(message, Reading):
                raw.append(np.nan)
                force.append(np.nan)
                flags.append(FLAG_OVERLOAD)
                continue
            raw.append(message.raw)
            force.append(np.nan if message.peak else self.scale.force_mn(message.raw, message.unit))
            flags.append(FLAG_PEAK if message.peak else 0)
        block = ForceBlock(
            stream=self.device.name,
            index=self.readings,
            unit=self.unit,
            t_ns=times,
            raw=np.array(raw, np.float64),
            force_mn=np.array(force, np.float64),
            flags=np.array(flags, np.uint8),
            arrivals=np.array([(read.t_ns, len(read.data))] if read else np.empty((0, 2)), np.int64),
            data=read.data if read else b"",
        )
        return self._kept(block)

    def _kept(self, block: ForceBlock) -> ForceBlock:
        """The block that comes next in the stream."""
        self.readings += len(block.t_ns)
        self._history.add(block)
        return block

    def _times(self, arrival_ns: int, values: list[Stamped]) -> Integers:
        if not values:
            return np.empty(0, np.int64)
        if all(stamped.asked_ns is not None for stamped in values):
            return np.array([stamped.t_ns for stamped in values], np.int64)
        return self._clock.stamp(arrival_ns, len(values))


def _noise_mn(force_mn: Floats) -> float | None:
    """Standard deviation from one reading to the next, so that a hand that presses is no noise."""
    return float(np.diff(force_mn).std() / math.sqrt(2)) if len(force_mn) > 2 else None


def _mass_words(mass: Reading) -> str:
    """A mass with as many decimals as the balance sent."""
    decimals = re.search(r"[.,](\d+)", mass.text)
    moving = " …" if mass.stable is False else ""
    return f"{mass.raw:.{len(decimals[1]) if decimals else 0}f} {mass.unit}{moving}"
