"""The visit of the benches, and an engine of this process with its pressure test under way."""

from __future__ import annotations

import contextlib
import queue
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qst_station.acquisition.device import Device
from qst_station.recording.journal import read_journal
from qst_station.session.events import Actor, ForceBlock, decode
from qst_station.station.clock import RealClock
from qst_station.station.engine import Engine
from qst_station.station.opening import VisitRequest
from qst_station.station.visit import Answered

ACTOR = Actor(who="bench", role="examiner")
VISIT = VisitRequest(participant_id="SIM-001", visit="day-0", affected_side="right", limb="upper", kind="practice")
REQUEST = {**asdict(VISIT), "actor": asdict(ACTOR)}
"""The same as the engine process is asked for it."""


class BenchEngine(Engine):
    """An engine that takes its turns as the engine process does: roused, or when something is due."""

    def __init__(self, data: Path) -> None:
        self._roused: queue.SimpleQueue[None] = queue.SimpleQueue()
        super().__init__(data, RealClock(), rouse=lambda: self._roused.put(None))

    def next_turn(self) -> None:
        """Wait for the next turn and take it."""
        with contextlib.suppress(queue.Empty):
            self._roused.get(timeout=self.wait_s())
        self.turn()


@contextmanager
def ppt_engine(data: Path, ports: Mapping[str, str]) -> Iterator[BenchEngine]:
    """An engine that reads a Mark-10 on each port; the first lies under the pressure test."""
    engine = BenchEngine(data)
    try:
        for name, port in ports.items():
            tests = ("PPT",) if name == next(iter(ports)) else ()
            engine.attach(Device(name=name, gauge="mark10", url=port, tests=tests, options={}))
        yield engine
    finally:
        engine.close()


def open_ppt(engine: Engine) -> Path:
    """Open a visit and begin its pressure test; the folder of the journal."""
    engine.open_visit(VISIT, ACTOR)
    assert engine.visit is not None
    step = next(i for i, step in enumerate(engine.visit.plan.steps) if step.key == "PPT@control")
    order(engine, "start", step=step, reason="bench")
    order(engine, "begin")
    return engine.visit.journal.folder


def order(engine: Engine, name: str, **args: Any) -> None:
    """Give a command and wait until it is recorded."""
    answers: list[Answered] = []
    engine.command(name, args, ACTOR, "bench", answers.append)
    while not answers:
        time.sleep(0.001)  # leaves the interpreter to the readers
        engine.turn()
    if answers[0].finding is not None:
        raise SystemExit(answers[0].finding.happened)


def samples_in_journal(folder: Path) -> list[float]:
    """All readings of a journal, in order."""
    events = [decode(row.kind, row.body) for row in read_journal(folder).rows if row.kind == "force"]
    return [raw for event in events if isinstance(event, ForceBlock) for raw in event.raw.tolist()]
