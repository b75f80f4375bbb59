"""A bench in virtual time: a simulated balance, what lies on it, and an operator who does what is asked for."""

from __future__ import annotations

import datetime
import random
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from drivers.catalogue import gauge as gauge_named
from drivers.conversation import Conversation
from drivers.reader import Lost, Received, Returned
from drivers.simulated.behaviour import Behaviour
from drivers.simulated.device import simulated
from drivers.simulated.memory import MemoryLink
from qst_station.acquisition.device import Device
from qst_station.calibrating.instruments import Instrument
from qst_station.calibrating.register import Register
from qst_station.calibrating.run import CalibrationRun, replay
from qst_station.calibrating.run_opening import GivenSetting, Operator, Setup
from qst_station.findings import Refused
from qst_station.recording.journal_copy import read_journal
from qst_station.station.calibration_asks import CalibrationAsks
from qst_station.station.calibration_desk import CalibrationDesk
from qst_station.station.calibration_view import calibration_view
from qst_station.station.clock import VirtualClock
from qst_station.station.engine import Engine

S = 1_000_000_000
TICK_NS = 50_000_000
CHECK_G = 5.0
STANDARD_G = 9.80665e-3  # newton per gram where the simulated balances stand
FINE = Behaviour(capacity_n=2.157, decimals_n=6)  # 220 g in steps of 0.1 mg
WHO = Operator(who="EX", role="calibrator")
UTC = datetime.datetime(2026, 1, 2, 9, 0, tzinfo=datetime.UTC)
ROOM = {"temperature_c": 21.5, "humidity_percent": 48.0}
REFERENCES: dict[str, dict[str, Any]] = {
    "balance": {"expanded": 0.0003, "division": 0.0001},
    "check_mass": {"expanded": 0.0001, "nominal": CHECK_G},
}
HAIR = Instrument(
    id="hair-8",
    kind="hair",
    model="OptiHair2",
    serial="LOT 12",
    owner="INCA site 1",
    nominal_mn=8.0,
    material="glass",
)
NYLON = Instrument(
    id="nylon-8",
    kind="hair",
    model="Aesthesio",
    serial="N1",
    owner="INCA site 1",
    nominal_mn=8.0,
    material="nylon",
)
PINPRICK = Instrument(id="pin-8", kind="pinprick", model="MRC", serial="7", owner="INCA site 1", nominal_mn=8.0)
ALGOMETER = Instrument(id="ALG-1", kind="force_gauge", model="M5", serial="A", owner="INCA site 1")
BALANCE = Instrument(id="BAL-1", kind="balance", model="XPR", serial="B1", owner="INCA site 1")
TAPE = Instrument(id="tape-1", kind="tape", model="spring tape", serial="T", owner="INCA site 1")


def reference(like: str, /, **changed: object) -> dict[str, Any]:
    """The fields of a reference that is as it should be."""
    fields = {"role": like, "id": f"{like}-1", "certificate": f"C-{like}", "due": "2999-01-01", "unit": "g"}
    return {"coverage_factor": 2.0, "division": 0.0, "nominal": 0.0, **fields, **REFERENCES[like], **changed}


class Pan:
    """What lies on the balance, in newton over time."""

    def __init__(self) -> None:
        self._t_ns: list[int] = [0]
        self._force_n: list[float] = [0.0]

    def put(self, t_ns: int, force_n: float, *, taking_ns: int = 50_000_000) -> None:
        """Change to another force from `t_ns` on."""
        now_n = self(t_ns)
        for at_ns, at_n in ((t_ns, now_n), (t_ns + taking_ns, force_n)):
            self._t_ns.append(at_ns)
            self._force_n.append(at_n)

    def __call__(self, t_ns: int) -> float:
        """Newton at `t_ns`."""
        after = bisect_right(self._t_ns, t_ns)
        if after == len(self._t_ns):
            return self._force_n[-1]
        t0, t1 = self._t_ns[after - 1], self._t_ns[after]
        f0, f1 = self._force_n[after - 1], self._force_n[after]
        return f0 + (f1 - f0) * (t_ns - t0) / (t1 - t0)


class WeighingBench:
    """The engine with the balance attached, and hands."""

    def __init__(
        self, data: Path, *, gauge: str = "mt-sics", faults: str = "", behaviour: Behaviour = FINE
    ) -> None:
        self.clock, self.pan = VirtualClock(), Pan()
        self._gauge = gauge
        self._device = simulated(gauge, load=self.pan, faults=faults, behaviour=behaviour)
        self._link: MemoryLink | None = None
        self._conversation: Conversation | None = None
        self.engine = Engine(data, self.clock, open_device=self._open, threads=False)
        self.engine.attach(Device(name="balance", gauge=gauge, url="memory://balance", options={}))
        self.wait(1.0)

    @property
    def desk(self) -> CalibrationDesk:
        return self.engine.calibration_desk

    @property
    def run(self) -> CalibrationRun:
        assert self.desk.run is not None
        return self.desk.run

    @property
    def view(self) -> dict[str, Any]:
        shown = calibration_view(self.desk)
        assert shown is not None
        return shown

    @property
    def due(self) -> str:
        return self.run.due.key

    def begin(self, instrument: str = HAIR.id, **changed: Any) -> None:
        given: dict[str, Any] = {"kind": None, "device": "balance", "operator": WHO, "condition": "straight"}
        settings = [GivenSetting(name="readings", value=5.0, set_by="Sponsor", set_on="2026-01-01")]
        self.desk.begin(instrument, **{**given, "setup": Setup(), "settings": settings, **changed})

    def enter(self, kind: str, **fields: Any) -> None:
        self.desk.enter(kind, fields, who="EX")

    def prepare(self) -> None:
        """Room and references."""
        self.enter("conditions", **ROOM)
        while self.due == "reference":
            self.enter("reference", **reference(self.run.due.role))

    def wait(self, seconds: float) -> None:
        """Let time pass; the balance is asked as its driver would."""
        end_ns = self.clock.now_ns() + round(seconds * S)
        while self.clock.now_ns() < end_ns:
            self.clock.move_to(min(end_ns, self.clock.now_ns() + TICK_NS))
            self._pump()
            self.engine.turn()

    def put(self, mass_g: float, *, settle_s: float = 1.5) -> None:
        """Put a mass on the pan in the place of what lies there."""
        self.pan.put(self.clock.now_ns(), mass_g * STANDARD_G)
        self.wait(settle_s)

    def weigh(self, mass_g: float) -> None:
        """Put a mass on and take the reading."""
        self.put(mass_g)
        self.enter("take")

    def rest(self) -> None:
        """Wait for the rest that is asked for."""
        self.wait(max(0.0, (self.run.due.not_before_ns - self.desk.now_ns) / 1e9))

    def press(self, force_mn: float, *, held_s: float = 2.0) -> None:
        """Press with a hair after the rest, as a patient hand does."""
        self.rest()
        self.pan.put(self.clock.now_ns(), force_mn * 1e-3, taking_ns=S)
        self.wait(1.0 + held_s)
        self.pan.put(self.clock.now_ns(), 0.0, taking_ns=S // 4)
        self.wait(1.0)

    def until_presses(self) -> None:
        """Everything that comes before the first press."""
        self.prepare()
        self.weigh(CHECK_G)
        self.weigh(0.0)

    def close_round(self) -> None:
        """Everything that comes after the last press."""
        self.weigh(0.0)
        self.weigh(CHECK_G)
        self.put(0.0)
        self.enter("finish")

    def whole_round(self, force_mn: float = 7.8) -> None:
        """A calibration of a hair from room to result."""
        self.until_presses()
        while self.due == "press":
            self.press(force_mn)
        self.close_round()

    def ask(self, ask: str, /, **fields: Any) -> dict[str, Any]:
        """Ask as the window does."""
        asks = CalibrationAsks(self.desk, lambda _: {"calibration": calibration_view(self.desk)})
        return asks.answers[ask]({"actor": {"who": WHO.who, "role": WHO.role}, **fields})

    def lose(self) -> None:
        """Pull the cable of the balance."""
        self._link = None
        self.engine.post(Lost(device="balance", t_ns=self.clock.now_ns(), why="unplugged"))
        self.engine.turn()

    def come_back(self) -> None:
        """Put it in again."""
        self.engine.post(Returned(device="balance", t_ns=self.clock.now_ns()))
        self.engine.turn()
        self._open()

    def refusals(self) -> list[str]:
        """The codes of why readings were refused, in order; "" for one that was taken."""
        return [kept.refused.code if kept.refused else "" for kept in self.run.state.readings]

    def _open(self, *_: object) -> MemoryLink:
        self._link = MemoryLink(self._device, random.Random(7), self.clock.now_ns)
        self._conversation = Conversation(gauge_named(self._gauge))
        self._link.write(self._conversation.opening(self.clock.now_ns()))
        return self._link

    def _pump(self) -> None:
        if self._link is None or self._conversation is None:
            return
        now_ns = self.clock.now_ns()
        request = self._conversation.due(now_ns)
        if request:
            self._link.write(request)
        while data := self._link.read(0.0):
            stamped = tuple(self._conversation.receive(data, now_ns))
            self.engine.post(Received(device="balance", t_ns=now_ns, data=data, stamped=stamped))


def make_register(data: Path) -> None:
    """A register with what the tests calibrate."""
    with Register.create(data, site="INCA-01", who="EX", utc=UTC) as register:
        register.add((HAIR, NYLON, PINPRICK, BALANCE, ALGOMETER, TAPE), who="EX", utc=UTC)


@contextmanager
def weighing_bench(data: Path, **options: Any) -> Iterator[WeighingBench]:
    """A bench with a register, closed at the end."""
    if not (data / "register").exists():
        make_register(data)
    bench = WeighingBench(data, **options)
    try:
        yield bench
    finally:
        bench.engine.close()


def replayed_state(bench: WeighingBench) -> object:
    """What the record on the disk says of the run."""
    return replay(read_journal(bench.run.folder).rows, place="test").state


def refused_code(ask: object, *given: object, **named: object) -> str:
    """The code of the finding with which the desk refuses."""
    assert callable(ask)
    with pytest.raises(Refused) as refused:
        ask(*given, **named)
    return refused.value.finding.code
