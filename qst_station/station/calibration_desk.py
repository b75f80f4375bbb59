"""The calibration that is under way at this station: readings and orders of people, into its record."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from calibration.events import Event, Reading
from calibration.method import MethodKind
from qst_station.acquisition.attached import AttachedDevice
from qst_station.calibrating.daily_chart import DailyPoint
from qst_station.calibrating.issuing import Issued
from qst_station.calibrating.outcome import abandon, enter_adjusted, enter_check, issue_certificate, point_of
from qst_station.calibrating.refusals import refused
from qst_station.calibrating.register import read_register
from qst_station.calibrating.run import CalibrationRun
from qst_station.calibrating.run_events import EVENTS, event_from
from qst_station.calibrating.run_opening import Bench, GivenSetting, Operator, Setup, opening
from qst_station.calibrating.unfinished import refuse_unfinished
from qst_station.documents import checked
from qst_station.findings import Finding, Refused
from qst_station.session.events import DeviceNews
from qst_station.station.bench_readings import PRESSED, BenchReadings
from qst_station.station.clock import Clock

FRESH_NS = 1_500_000_000
"""An older reading is not what the device shows now."""

_INTERRUPTS = ("lost", "silent", "overflow", "garbled", "restarted")
_SHOWN_BY = {"hair": "balance", "pinprick": "balance", "balance": "balance", "force_gauge": "force"}
_FROM_THE_BENCH = ("reading", "zero", "check")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """The fields of the entry `take`."""

    load: float | None = None


class CalibrationDesk:
    """Carries one calibration at a time.

    Parameters
    ----------
    data : Path
    clock : Clock
    devices : mapping of str to AttachedDevice
        What is attached; looked into at every turn.
    visit_open : callable
        Whether a visit is open; a calibration waits for its end.

    Attributes
    ----------
    run : CalibrationRun or None
    bench : BenchReadings or None
        Of the run.
    device_name : str
        The device of the run; empty where every value is typed.
    """

    def __init__(
        self,
        data: Path,
        clock: Clock,
        devices: Mapping[str, AttachedDevice],
        visit_open: Callable[[], bool] = lambda: False,
    ) -> None:
        self.data = data
        self.run: CalibrationRun | None = None
        self.bench: BenchReadings | None = None
        self.device_name = ""
        self._clock = clock
        self._devices = devices
        self._visit_open = visit_open
        self._start_ns = 0
        self._seen: AttachedDevice | None = None
        self._next = 0
        self._findings: list[Finding] = []

    @property
    def device(self) -> AttachedDevice | None:
        """The device of the run, where it is attached."""
        return self._devices.get(self.device_name)

    @property
    def under_way(self) -> str:
        """The instrument whose calibration has begun and has neither a result nor been left; empty for none."""
        return self.run.opening.instrument.id if self.run is not None and not self.run.ended else ""

    @property
    def now_ns(self) -> int:
        """Time since the calibration began."""
        return self._clock.now_ns() - self._start_ns

    def begin(
        self,
        instrument_id: str,
        *,
        kind: MethodKind | None,
        device: str,
        operator: Operator,
        condition: str,
        setup: Setup,
        settings: Sequence[GivenSetting],
    ) -> None:
        """Begin the calibration of a registered instrument; `device` is empty where every value is typed.

        Raises
        ------
        Refused
            `calibration.visit`: a visit is open. `calibration.open`: another one is under way.
            `calibration.interrupted`: one of this instrument was not
            finished. `calibration.device`: there is no such device, or it cannot show such an item. Else as
            `qst_station.calibrating.run_opening.opening`. Nothing was begun.
        """
        self._refuse_open()
        history = read_register(self.data).history(instrument_id)
        refuse_unfinished(self.data, instrument_id)
        attached = self._chosen(device, history.instrument.kind)
        if attached is not None and attached.spec.kind == "force":
            setup = replace(setup, compression_sign=attached.scale.compression_sign)
        opened = opening(
            history,
            kind=kind,
            operator=operator,
            condition=condition,
            setup=setup,
            settings=settings,
            bench=_bench(attached),
            utc=self._utc(),
            date=self._utc().astimezone().date(),
        )
        self._carry(CalibrationRun.begin(self.data, opened), device, start_ns=self._clock.now_ns())

    def resume(self, folder: Path, *, device: str) -> None:
        """Go on with an interrupted calibration.

        Time goes on one second after its last event, so that a rest may have to be waited for again.

        Raises
        ------
        Refused
            A visit is open, another calibration is under way, the record cannot be continued, or the device is
            another than before.
        """
        self._refuse_open()
        run = CalibrationRun.resume(folder)
        try:
            attached = self._chosen(device, run.opening.instrument.kind)
            began = run.opening.bench
            if attached is not None and began is not None and attached.device.gauge != began.gauge:
                happened = f"The calibration began with {began.gauge}, not with {attached.device.gauge}."
                raise refused("calibration.device", device, happened, "Attach the one it began with.")
        except Refused:
            run.leave()
            raise
        self._carry(run, device, start_ns=self._clock.now_ns() - run.last_ns - 1_000_000_000)

    def leave(self) -> None:
        """Let go of the calibration; an unfinished one can be resumed."""
        if self.run is not None:
            self.run.leave()
        self.run, self.bench, self.device_name = None, None, ""

    def abandon(self, reason: str, *, who: str) -> None:
        """End the calibration without a result; its record stays, and its presses count as uses."""
        self._findings += abandon(self.data, self._open_run(), reason, who=who, utc=self._utc())
        self.leave()

    def watch(self) -> None:
        """Take what the device has shown since the last look."""
        run, bench, device = self.run, self.bench, self.device
        if run is None or bench is None or run.ended or device is None:
            return
        try:
            if device is not self._seen:  # attached anew: it counts from 0, and something may be missing
                self._seen, self._next = device, 0
                self._cut(run, bench)
            for shown in device.indications(self._next):
                self._next = shown.index + 1
                reading = bench.take(shown, run.due.key)
                if reading is not None:
                    run.take(reading, who=run.opening.operator.who, utc=self._clock.utc())
        except Refused as refusal:
            self._findings.append(refusal.finding)
        self._findings += run.take_findings()

    def news(self, told: DeviceNews) -> None:
        """Keep news of the device; a press that it cuts in two is kept and not used."""
        run, bench = self.run, self.bench
        if run is None or bench is None or run.ended or told.device != self.device_name:
            return
        self.watch()
        try:
            run.tell(told.t_ns - self._start_ns, told.what, told.detail)
            if told.what in _INTERRUPTS:
                self._cut(run, bench)
        except Refused as refusal:
            self._findings.append(refusal.finding)

    def _cut(self, run: CalibrationRun, bench: BenchReadings) -> None:
        cut = bench.interrupt(run.due.key)
        if cut is not None:
            run.keep(cut)

    def enter(self, kind: str, fields: Mapping[str, Any], *, who: str) -> None:
        """Take what a person enters; kinds and fields are those of `qst_station.station.calibration_asks`.

        Raises
        ------
        Refused
            It does not fit now, a field is wrong, or the device shows nothing that could be taken.
        """
        run = self._open_run()
        if kind == "take":
            event: Event = self._shown_now(checked(dict(fields), _Taken, place="take").load)
        elif kind == "typed":
            event = self._typed(fields)
        elif kind == "enough" and self.bench is not None and self.bench.pressing:
            happened = "A press is under way."
            raise refused("calibration.not_now", self.device_name, happened, "Let go first, then it is enough.")
        elif kind in EVENTS and kind not in _FROM_THE_BENCH:
            event = event_from(kind, fields, t_ns=self.now_ns)
        else:
            allowed = ", ".join(["take", "typed", *(name for name in EVENTS if name not in _FROM_THE_BENCH)])
            raise refused("calibration.entry", kind, f"There is no entry {kind!r}.", f"There are: {allowed}.")
        if kind == "adjusted" and run.state.finished:
            enter_adjusted(self.data, run, str(fields.get("text", "")), who=who, utc=self._utc())
        run.take(event, who=who, utc=self._clock.utc())

    def daily_point(self) -> DailyPoint:
        """Where a finished daily check lies on its chart; `Refused` before it is finished."""
        return point_of(self.data, self._open_run())

    def issue(self, *, name: str, role: str, place: str) -> Issued:
        """Issue the certificate of a finished calibration; `Refused` where nothing was issued."""
        return issue_certificate(self.data, self._open_run(), name=name, role=role, place=place, utc=self._utc())

    def enter_check(self, *, who: str) -> DailyPoint:
        """Enter a finished daily check into the register; `Refused` where it was not entered."""
        return enter_check(self.data, self._open_run(), who=who, utc=self._utc())

    def age_s(self) -> float | None:
        """How old the last reading of the device is; None without one."""
        live = self.bench.live if self.bench else None
        return None if live is None else max(0, self._clock.now_ns() - live.t_ns) / 1e9

    def take_findings(self) -> tuple[Finding, ...]:
        """What a person must be told since the last call."""
        findings = tuple(self._findings)
        self._findings.clear()
        return findings

    def _shown_now(self, load: float | None) -> Event:
        run, bench, device, age_s = self._open_run(), self.bench, self.device, self.age_s()
        shown = bench.live if bench else None
        fresh = age_s is not None and age_s * 1e9 <= FRESH_NS
        if device is None or bench is None or shown is None or not fresh or device.state != "connected":
            happened = "The device shows nothing now."
            raise refused("calibration.no_reading", self.device_name or "bench", happened, "Look after its cable.")
        key = run.due.key
        if key in PRESSED:
            happened = "This reading is seen by itself when the load is taken off again."
            raise refused("calibration.not_now", self.device_name, happened, "Put it on, hold, and take it off.")
        event = bench.now(shown, key, load)
        if key in ("check", "zero") and isinstance(event, Reading):
            run.keep(event)
            happened = "The device is overloaded." if event.overloaded else "The device has not settled."
            raise refused("calibration.no_reading", self.device_name, happened, "Wait, or take the load off.")
        return event

    def _typed(self, fields: Mapping[str, Any]) -> Event:
        key = self._open_run().due.key
        if key in ("check", "zero"):
            return event_from(key, {name: fields[name] for name in fields if name != "load"}, t_ns=self.now_ns)
        return event_from("reading", {**fields, "typed": True}, t_ns=self.now_ns)

    def _chosen(self, name: str, kind: str) -> AttachedDevice | None:
        if not name:
            return None
        needed = _SHOWN_BY.get(kind)
        device = self._devices.get(name)
        if device is None:
            known = ", ".join(self._devices) or "none"
            raise refused("calibration.device", name, "No such device is attached.", f"Attached: {known}.")
        if device.spec.kind != needed:
            happened = f"A {device.spec.kind} does not show a {kind.replace('_', ' ')}."
            remedy = f"Use a {needed} device." if needed else "Type the values."
            raise refused("calibration.device", name, happened, remedy)
        return device

    def _carry(self, run: CalibrationRun, device: str, *, start_ns: int) -> None:
        self.leave()
        self.run, self.device_name, self._start_ns = run, device, start_ns
        self.bench = BenchReadings(run.opening, start_ns)
        self._seen = self.device
        self._next = self._seen.readings if self._seen is not None else 0
        self._findings += run.take_findings()

    def _open_run(self) -> CalibrationRun:
        if self.run is None or self.run.ended:
            raise refused("calibration.none", "calibration", "No calibration is under way.", "Begin one.")
        return self.run

    def _refuse_open(self) -> None:
        if self._visit_open():
            happened = "A visit is open, and a balance or gauge serves one thing at a time."
            raise refused("calibration.visit", "calibration", happened, "Close the visit first.")
        if self.under_way:
            happened = "A calibration is under way."
            raise refused("calibration.open", self.under_way, happened, "Finish or leave it.")

    def _utc(self) -> datetime.datetime:
        return datetime.datetime.fromisoformat(self._clock.utc())


def _bench(attached: AttachedDevice | None) -> Bench | None:
    if attached is None:
        return None
    device = attached.device
    return Bench(name=device.name, gauge=device.gauge, url=device.url)
