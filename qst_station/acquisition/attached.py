"""One attached device: what its messages mean as samples, marks and news, and how well it is doing."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import asdict, replace
from typing import Any, Literal

from calibration.scale import Scale
from drivers.conversation import Stamped
from drivers.framing import TORN
from drivers.messages import Garbled, Notice, Overload, Press, Reading, Run
from drivers.ports import PortInfo
from drivers.reader import Lost, ReaderEvent, Received, Returned, Silent
from drivers.spec import GaugeSpec
from qst_station.acquisition.alert import Alert
from qst_station.acquisition.button import Button
from qst_station.acquisition.device import Device
from qst_station.acquisition.display_check import DisplayCheck, NoComparison, Shown
from qst_station.acquisition.force_stream import ForceStream
from qst_station.acquisition.health import stream_health, weighing_health
from qst_station.acquisition.identity import Identity, unit_number
from qst_station.acquisition.indication import Indication, forces
from qst_station.acquisition.sign_check import SignCheck
from qst_station.acquisition.watch import Watch
from qst_station.acquisition.weighings import Weighings
from qst_station.session.events import ButtonPressed, DeviceNews, ForceBlock, SessionEvent

_NOW_NS = 500_000_000  # a force read so long ago is still that of now

State = Literal["opening", "connected", "silent", "lost"]


class AttachedDevice:
    """Turns the events of one reader into session events, and keeps the last seconds for the screen.

    Times are those of the clock that the reader stamps with.
    """

    def __init__(self, device: Device, spec: GaugeSpec) -> None:
        force = spec.kind == "force"
        self.device = device
        self.spec = spec
        self.scale = self._first_scale = Scale(compression_sign=spec.compression_sign)
        # A device that may be silent for long (a button) is taken for connected once its port is open.
        self.state: State = "opening" if spec.silence_ns is not None else "connected"
        self.why = ""
        self.hindrance = ""  # why it does not go on by itself, where it is lost and does not
        self.readings = 0
        self.garbled = 0
        self.last_byte_ns: int | None = None
        self.adapter: PortInfo | None = None  # written by whoever opens the port, the reader's thread included
        self.told = ""  # what the device says of itself
        self.battery = ""
        self.display = DisplayCheck()
        self.zeroed = False  # set to zero since it was attached
        self.alert = Alert(measures_force=force)
        self._stream = ForceStream(device.name)
        self._weighings = Weighings()
        self._button = Button(device.name)
        self._sign = SignCheck()
        self._watch = Watch(presses=bool(device.tests), measures_force=force, silence_ns=spec.silence_ns)
        self._fresh = True  # nothing has been decoded since the port was opened
        self._state_ns: int | None = None  # when it was lost or fell silent

    def take_all(self, events: Iterable[ReaderEvent]) -> list[SessionEvent]:
        """What several events of the reader mean; reads that bring plain readings become one block."""
        taken: list[SessionEvent] = []
        plain: list[tuple[Received, Run]] = []
        for event in events:
            if isinstance(event, Received) and (run := self._plain_run(event)) is not None:
                self._stream.unit = run.unit
                plain.append((event, run))
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
                suspicions = self._watch.take(event, meant, self._stream.forces_since)
                return [*meant, *(self._news(event.t_ns, what, **detail) for what, detail in suspicions)]
            case Lost():
                self.state, self.why, self._state_ns = "lost", event.why, event.t_ns
                return [self._news(event.t_ns, "lost", why=event.why)]
            case Returned():
                self.state, self.why, self.hindrance = "connected", "", ""
                self._stream.restart()
                self._watch.restart()
                self._fresh, self.told = True, ""
                return [self._news(event.t_ns, "returned", url=self.device.url)]
            case Silent():
                self.state, self._state_ns = "silent", event.t_ns
                return [self._news(event.t_ns, "silent", for_ns=event.for_ns)]

    def rouses(self, event: ReaderEvent) -> bool:
        """Whether an event must not wait for the next turn; asked in the reader's thread."""
        return self.alert.rouses(event, self.scale, self._stream.unit)

    def recent(self, since_ns: int) -> list[ForceBlock]:
        """The last readings after ``since_ns``, at most 15 s of them."""
        return self._stream.since(since_ns)

    def indications(self, first: int) -> list[Indication]:
        """What the display showed from the reading of this number on, as far as it is kept."""
        if self.spec.kind == "balance":
            return self._weighings.since(first)
        return list(forces(self._stream.since(-1), first))

    @property
    def presses(self) -> int:
        """How often its button was pressed."""
        return self._button.presses

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
        self._stream.restart()
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
        force_mn, raw = self._stream.latest(t_ns - _NOW_NS)
        if math.isnan(force_mn):
            raise NoComparison("there was no reading in the last half second")
        shown = Shown(raw=raw, unit=self._stream.unit)
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
        shown = self._stream.forces_since(now_ns - _NOW_NS)
        if not len(shown):
            return None
        self.zeroed = True
        return self.set_scale(now_ns, replace(self.scale, zero_mn=self.scale.zero_mn + float(shown.mean())))

    @property
    def sign_check(self) -> str:
        """How the check of the sign stands; see `SignCheck.state`."""
        return self._sign.state

    def start_sign_check(self, now_ns: int) -> None:
        """Remember the force of now; the examiner presses lightly."""
        self._sign.start(now_ns, self._stream.forces_since(now_ns - _NOW_NS))

    def finish_sign_check(self, now_ns: int) -> DeviceNews | None:
        """Say which way the force went; where it fell, the sign is turned over."""
        self._sign.finish(self._stream.forces_since(self._sign.since_ns))
        if self._sign.state != "fell":
            return None
        turned = replace(self.scale, compression_sign=-self.scale.compression_sign, zero_mn=-self.scale.zero_mn)
        return self.set_scale(now_ns, turned)

    def health(self, now_ns: int) -> dict[str, Any]:
        """How the device is doing, as plain data."""
        return {
            "name": self.device.name,
            "gauge": self.device.gauge,
            "title": self.spec.title,
            "url": self.device.url,
            "kind": self.spec.kind,
            "state": self.state,
            "why": self.why,
            "hindrance": self.hindrance,
            "age_s": None if self.last_byte_ns is None else (now_ns - self.last_byte_ns) / 1e9,
            "readings": self.readings,
            "garbled": self.garbled,
            "presses": self.presses,
            "last_press": _press_words(self._button.newest),
            "tests": list(self.device.tests),
            "probe_area_cm2": self.device.probe_area_cm2,
            "sign": self.scale.compression_sign,
            "sign_check": self.sign_check or None,
            "grade": self.spec.grade,
            "grade_note": self.spec.grade_note,
            "state_age_s": None if self._state_ns is None else (now_ns - self._state_ns) / 1e9,
            "battery": self.battery,
            "display_agreed": [asdict(shown) for shown in self.display.agreed],
            **self._identity(),
            **stream_health(self._stream, now_ns),
            **weighing_health(self._weighings),
        }

    def _news(self, t_ns: int, what: str, **detail: Any) -> DeviceNews:
        return DeviceNews(t_ns=t_ns, device=self.device.name, what=what, detail=detail)

    def _received(self, event: Received) -> list[SessionEvent]:
        self.last_byte_ns = event.t_ns
        events: list[SessionEvent] = [self._news(event.t_ns, "returned")] if self.state == "silent" else []
        if self.state != "connected":
            self.state, self.why = "connected", ""
        values: list[Stamped] = []
        garbled: list[Garbled] = []
        for stamped in event.stamped:
            match stamped.message:
                case Run() as run:
                    values += [Stamped(message=reading, t_ns=stamped.t_ns) for reading in run.readings()]
                case Reading() | Overload():
                    values.append(stamped)
                case Press() as press:
                    pressed = self._button.take(press, stamped.t_ns)
                    events += [pressed] if pressed else []
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
        self._fresh = self._fresh and not event.stamped
        if garbled:
            events.append(self._unreadable(event.t_ns, garbled))
        if self.spec.kind == "force":
            events += self._stream.take(event, values, self.scale, self.readings)
            self.readings += len(values)
        if self.spec.kind == "balance":
            self.readings += self._weighings.take(event.stamped, self.readings)
        return events

    def _unreadable(self, t_ns: int, pieces: list[Garbled]) -> DeviceNews:
        # How many readings the pieces were is unknown, so the sample index is too.
        self._stream.restart()
        self.garbled += len(pieces)
        first = pieces[0]
        return self._news(t_ns, "garbled", why=first.why, bytes=first.data[:64].hex(), pieces=len(pieces))

    def _plain_run(self, event: Received) -> Run | None:
        """What a read brought, if that was plain readings in the unit of those before and nothing else."""
        if self.spec.kind != "force" or self.state != "connected" or len(event.stamped) != 1:
            return None
        message = event.stamped[0].message
        if not isinstance(message, Run):
            return None
        return message if self._stream.continues(message.unit) else None

    def _plain_block(self, reads: list[tuple[Received, Run]]) -> list[SessionEvent]:
        """One block of reads that brought nothing but plain readings in one unit."""
        if not reads:
            return []
        self._fresh = False
        self.last_byte_ns = reads[-1][0].t_ns
        block = self._stream.take_plain(reads, self.scale, self.readings)
        self.readings += len(block.t_ns)
        arrived = [(read.t_ns, len(run.values)) for read, run in reads]
        suspicions = self._watch.take_plain(arrived, block, self._stream.forces_since)
        return [block, *(self._news(self.last_byte_ns, what, **detail) for what, detail in suspicions)]


def _press_words(press: ButtonPressed | None) -> dict[str, Any] | None:
    """A press as plain data; its moment is that of the engine's clock."""
    return None if press is None else {"button": press.button, "t_ns": press.t_ns}
