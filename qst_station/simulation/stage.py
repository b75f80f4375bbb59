"""A visit on simulated devices: in virtual time without an operating system, or on wires with real threads."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from drivers.conversation import Conversation
from drivers.link import Link, LinkUnavailable
from drivers.reader import Lost, Received, Returned
from drivers.simulated.device import SimulatedDevice, simulated, simulated_button
from drivers.simulated.memory import MemoryLink
from drivers.simulated.server import Server
from qst_station.acquisition.device import Device
from qst_station.simulation.examiner import Apparatus
from qst_station.simulation.hand import SimulatedHand
from qst_station.station.clock import RealClock, VirtualClock
from qst_station.station.engine import Engine

ALGOMETER = "algometer"
BUTTON = "button"
WIRE_SPEED = 10.0
_PUMP_NS = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulatedBench:
    """The simulated devices of a visit: an algometer with a hand on it, and a response button."""

    algometer: SimulatedDevice
    apparatus: Apparatus

    @property
    def devices(self) -> dict[str, SimulatedDevice]:
        """By stream name."""
        return {ALGOMETER: self.algometer, BUTTON: self.apparatus.button}


def simulated_bench(seed: int, *, faults: str = "") -> SimulatedBench:
    """The devices of a visit. ``faults`` is the fault script of the algometer."""
    hand = SimulatedHand(seed)
    algometer = simulated("mark10", load=hand, seed=seed, noise_n=0.02, faults=faults)
    return SimulatedBench(algometer=algometer, apparatus=Apparatus(hand=hand, button=simulated_button()))


def bench_devices(urls: dict[str, str]) -> list[Device]:
    """How the devices of a bench are attached."""
    return [
        Device(name=ALGOMETER, gauge="mark10", url=urls[ALGOMETER], tests=("PPT",), options={}),
        Device(name=BUTTON, gauge="button", url=urls[BUTTON], options={}),
    ]


class VirtualStage:
    """Virtual time: it passes when somebody waits. The devices are pumped in steps of 10 ms while they matter."""

    def __init__(self, clock: VirtualClock, bench: SimulatedBench, *, seed: int) -> None:
        self.engine: Engine | None = None
        self._clock = clock
        self._bench = bench
        self._chance = random.Random(f"cuts {seed}")
        self._links: dict[str, MemoryLink] = {}
        self._conversations: dict[str, Conversation] = {}

    def open_device(self, device: Device, spec: Any) -> Link:
        """Open the memory link of a device and begin its dialogue.

        Raises
        ------
        LinkUnavailable
            The bench has no such device.
        """
        if device.name not in self._bench.devices:
            raise LinkUnavailable(device.url, "missing", f"the bench has no {device.name}")
        link = MemoryLink(self._bench.devices[device.name], self._chance, self._clock.now_ns)
        self._links[device.name] = link
        conversation = Conversation(spec)
        self._conversations[device.name] = conversation
        link.write(conversation.opening(self._clock.now_ns()))
        return link

    def unplug(self, name: str) -> None:
        """Pull the cable of a device."""
        assert self.engine is not None
        del self._links[name]
        self.engine.post(Lost(device=name, t_ns=self._clock.now_ns(), why="the cable was pulled"))

    def plug_in(self, name: str) -> None:
        """Plug the cable of an attached device in again; its dialogue begins anew."""
        assert self.engine is not None
        attached = self.engine.devices[name]
        self.open_device(attached.device, attached.spec)
        self.engine.post(Returned(device=name, t_ns=self._clock.now_ns()))

    def wait(self, duration_ns: int) -> None:
        """Let time pass, stopping wherever a test wants to be woken."""
        assert self.engine is not None
        end_ns = self._clock.now_ns() + duration_ns
        while self._clock.now_ns() < end_ns:
            self._clock.move_to(min(end_ns, self._next_ns(end_ns)))
            self._pump(self.engine)
            self.engine.turn()

    def pace(self, duration_ns: int) -> None:
        """Virtual time costs nothing: wait."""
        self.wait(duration_ns)

    def _next_ns(self, end_ns: int) -> int:
        assert self.engine is not None
        now_ns, visit = self._clock.now_ns(), self.engine.visit
        if visit is None:
            return end_ns
        if visit.gauge_in_use:
            return now_ns + _PUMP_NS
        wake_ns = visit.wake_ns
        return end_ns if wake_ns is None else max(wake_ns, now_ns + 1)

    def _pump(self, engine: Engine) -> None:
        now_ns = self._clock.now_ns()
        for name, link in self._links.items():
            if name not in engine.devices:
                continue  # nobody reads what is not attached
            conversation = self._conversations[name]
            request = conversation.due(now_ns)
            if request:
                link.write(request)
            while data := link.read(0.0):
                stamped = tuple(conversation.receive(data, now_ns))
                engine.post(Received(device=name, t_ns=now_ns, data=data, stamped=stamped))


class WireStage:
    """Real wires and threads, with a clock that runs ``WIRE_SPEED`` times faster."""

    def __init__(self, clock: RealClock) -> None:
        self.engine: Engine | None = None
        self._clock = clock

    def wait(self, duration_ns: int) -> None:
        """Wait for so much engine time, taking turns."""
        assert self.engine is not None
        end_ns = self._clock.now_ns() + duration_ns
        while True:
            self.engine.turn()
            left_ns = end_ns - self._clock.now_ns()
            if left_ns <= 0:
                return
            time.sleep(min(left_ns / 1e9 / self._clock.speed, 0.001))

    def pace(self, duration_ns: int) -> None:
        """Nobody needs a pause here."""
        assert self.engine is not None
        self.engine.turn()


@contextmanager
def virtual_engine(
    data: Path, *, seed: int, start: datetime | None = None, **options: Any
) -> Iterator[tuple[Engine, VirtualStage, Apparatus]]:
    """An engine on memory links in virtual time, which begins now or at ``start``, with its devices attached."""
    clock, bench = VirtualClock(start), simulated_bench(seed)
    stage = VirtualStage(clock, bench, seed=seed)
    engine = Engine(data, clock, open_device=stage.open_device, threads=False, **options)
    stage.engine = engine
    try:
        for device in bench_devices({ALGOMETER: "memory://algometer", BUTTON: "memory://button"}):
            engine.attach(device)
        stage.wait(1_000_000_000)
        yield engine, stage, bench.apparatus
    finally:
        engine.close()


@contextmanager
def wire_engine(
    data: Path, *, seed: int, speed: float = WIRE_SPEED, transport: str = "", faults: str = "", **options: Any
) -> Iterator[tuple[Engine, WireStage, Apparatus]]:
    """An engine on pseudo-terminals (or TCP) with its devices attached, in fast time.

    ``faults`` is the fault script of the algometer, in time since the start of the engine; at speed 1 that is not
    known beforehand, and it must be empty.
    """
    clock, bench = RealClock(speed), simulated_bench(seed, faults=faults)
    stage = WireStage(clock)
    engine = Engine(data, clock, **options)
    stage.engine = engine
    with ExitStack() as stack:
        stack.callback(engine.close)
        urls = {}
        for name, device in bench.devices.items():
            server = stack.enter_context(serve(device, clock, transport))
            urls[name] = server.url
        for attached in bench_devices(urls):
            engine.attach(attached)
        stage.wait(1_000_000_000)
        yield engine, stage, bench.apparatus
        # The readers let go before the devices do, or they would report an unplugged cable.
        engine.close()


def serve(device: SimulatedDevice, clock: RealClock, transport: str = "") -> Server:
    """Serve a device on a pseudo-terminal where there are any, else on TCP."""
    chosen = transport or ("tcp" if sys.platform == "win32" else "pty")
    return Server(device, transport="tcp" if chosen == "tcp" else "pty", clock_ns=clock.now_ns)
