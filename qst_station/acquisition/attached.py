"""One attached device: what its messages mean as samples, marks and news, and how well it is doing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Literal

import numpy as np

from calibration.scale import Scale
from drivers.catalogue import gauge, with_pattern
from drivers.conversation import Stamped
from drivers.framing import TORN
from drivers.messages import Garbled, Notice, Overload, Press, Reading, Run
from drivers.reader import Lost, ReaderEvent, Received, Returned, Silent
from drivers.spec import GaugeSpec
from qst_station.acquisition.blocks import History
from qst_station.acquisition.sample_clock import SampleClock
from qst_station.session.events import (
    FLAG_OVERLOAD,
    FLAG_PEAK,
    ButtonPressed,
    DeviceNews,
    Flags,
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
    options : mapping
        `pattern` and `unit` of a text-line gauge, where the user has set them.
    """

    name: str
    gauge: str
    url: str
    tests: tuple[str, ...] = ()
    probe_area_cm2: float = 1.0
    options: Mapping[str, Any]


def device_spec(name: str, options: Mapping[str, Any]) -> GaugeSpec:
    """The spec of a gauge with the user's own line pattern, unit and baud rate.

    Raises
    ------
    ValueError
        There is no such gauge, or the pattern, unit or baud rate cannot be used.
    """
    spec = gauge(name)
    pattern, unit = options.get("pattern"), options.get("unit")
    if pattern or unit:
        spec = with_pattern(spec, pattern or spec.pattern, unit=unit)
    return replace(spec, baud=options["baud"]) if options.get("baud") else spec


class AttachedDevice:
    """Turns the events of one reader into session events, and keeps the last seconds for the screen.

    Times are those of the clock that the reader stamps with.
    """

    def __init__(self, device: Device, spec: GaugeSpec) -> None:
        self.device = device
        self.spec = spec
        self.scale = Scale(compression_sign=spec.compression_sign)
        # A device that may be silent for long (a button) is taken for connected once its port is open.
        self.state: State = "opening" if spec.silence_ns is not None else "connected"
        self.why = ""
        self.readings = 0
        self.garbled = 0
        self.presses = 0
        self.last_byte_ns: int | None = None
        self.unit = ""
        self.sign_check: Literal["", "running", "rose", "fell", "unchanged"] = ""
        self._clock = SampleClock()
        self._fresh = True  # nothing has been decoded since the port was opened
        self._history = History(HISTORY_NS)
        self._last_press_ns = -BOUNCE_NS
        self._sign_baseline_mn = 0.0
        self._sign_since_ns = 0

    def take(self, event: ReaderEvent) -> list[SessionEvent]:
        """What an event of the reader means."""
        match event:
            case Received():
                return self._received(event)
            case Lost():
                self.state, self.why = "lost", event.why
                return [self._news(event.t_ns, "lost", why=event.why)]
            case Returned():
                self.state, self.why = "connected", ""
                self._clock.restart()
                self._fresh = True
                return [self._news(event.t_ns, "returned")]
            case Silent():
                self.state = "silent"
                return [self._news(event.t_ns, "silent", for_ns=event.for_ns)]

    def recent(self, since_ns: int) -> list[ForceBlock]:
        """The last readings after ``since_ns``, at most 15 s of them."""
        return self._history.since(since_ns)

    @property
    def scale_untouched(self) -> bool:
        """Whether neither sign nor zero has been set since the device was attached."""
        return self.scale == Scale(compression_sign=self.spec.compression_sign)

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
            "force_n": None if math.isnan(force_mn) else force_mn / 1e3,
            "raw": None if math.isnan(raw) else raw,
            "unit": self.unit,
            "rate_hz": sum(len(block.t_ns) for block in window) / (_RATE_OVER_NS / 1e9),
            "noise_mn": float(shown.std()) if len(shown) > 1 else None,
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
        run = self._plain_run(event)
        if run is not None:
            self._fresh = False
            return [*events, self._run_block(event, run)]
        values: list[Stamped] = []
        garbled: list[Garbled] = []
        for stamped in event.stamped:
            match stamped.message:
                case Run() as run:
                    values += [Stamped(message=reading, t_ns=stamped.t_ns) for reading in run.readings()]
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
                case Notice():
                    pass
        self._fresh = self._fresh and not event.stamped
        if garbled:
            events.append(self._unreadable(event.t_ns, garbled))
        if self.spec.kind == "force":
            events += self._blocks(event, values)
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
        if not press.down or stamped.t_ns - self._last_press_ns < BOUNCE_NS:
            return []
        self._last_press_ns = stamped.t_ns
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
                if i > start:
                    parts.append(self._block(values[start:i], times[start:i], event if not parts else None))
                    start = i
            self.unit = message.unit
        parts.append(self._block(values[start:], times[start:], event if not parts else None))
        return [*news, *parts]

    def _plain_run(self, event: Received) -> Run | None:
        """What a read brought, if that was plain readings in the unit of those before and nothing else."""
        message = event.stamped[0].message if len(event.stamped) == 1 else None
        if not isinstance(message, Run) or self.spec.kind != "force":
            return None
        return message if self.unit in ("", message.unit) else None

    def _run_block(self, event: Received, run: Run) -> ForceBlock:
        """A read that brought nothing but plain readings in the unit of those before."""
        self.unit = run.unit
        return self._arrays_block(
            self._clock.stamp(event.t_ns, len(run.values)),
            np.array(run.values, np.float64),
            np.array([self.scale.force_mn(raw, run.unit) for raw in run.values], np.float64),
            np.zeros(len(run.values), np.uint8),
            event,
        )

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
        return self._arrays_block(
            times,
            np.array(raw, np.float64),
            np.array(force, np.float64),
            np.array(flags, np.uint8),
            read,
        )

    def _arrays_block(
        self, t_ns: Integers, raw: Floats, force_mn: Floats, flags: Flags, read: Received | None
    ) -> ForceBlock:
        """The next block of the stream."""
        block = ForceBlock(
            stream=self.device.name,
            index=self.readings,
            unit=self.unit,
            t_ns=t_ns,
            raw=raw,
            force_mn=force_mn,
            flags=flags,
            arrivals=np.array([(read.t_ns, len(read.data))] if read else np.empty((0, 2)), np.int64),
            data=read.data if read else b"",
        )
        self.readings += len(t_ns)
        self._history.add(block)
        return block

    def _times(self, arrival_ns: int, values: list[Stamped]) -> Integers:
        if not values:
            return np.empty(0, np.int64)
        if all(stamped.asked_ns is not None for stamped in values):
            return np.array([stamped.t_ns for stamped in values], np.int64)
        return self._clock.stamp(arrival_ns, len(values))
