"""From an answer to its durable acknowledgement, through the pipe of the engine process.

Alone; and while three gauges stream 1000 lines a second each into that engine: with none of them under the test
that is answered, as usual, and with one, whose samples are journaled between the answers and for which each answer
waits (`HORIZON_NS`). Meanwhile the status is polled as the window does, and every third answer is given right
behind a poll that the engine has still to answer.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from table import print_table
from visit import REQUEST
from wire import GaugePort, gauge_port

ANSWERS = 400
GAUGES = ("one", "two", "three")
RATE_HZ = 1_000
POLL_S = 0.05
MOST_BETWEEN_S = 0.12


class EnginePipe:
    """Asks of an engine process."""

    def __init__(self, data: Path) -> None:
        command = [sys.executable, "-m", "qst_station.station.server", "--data", str(data)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._asked = 0

    def post(self, ask: str, /, **arguments: Any) -> int:
        """Ask without waiting; the number of the ask."""
        assert self._process.stdin is not None
        self._asked += 1
        self._process.stdin.write(json.dumps({"id": self._asked, "ask": ask, **arguments}) + "\n")
        self._process.stdin.flush()
        return self._asked

    def ask(self, ask: str, /, **arguments: Any) -> tuple[dict[str, Any], float]:
        """The answer, and after how many ms it came; answers to what was asked before are read on the way."""
        assert self._process.stdout is not None
        start_ns = time.perf_counter_ns()
        number = self.post(ask, **arguments)
        while (answer := json.loads(self._process.stdout.readline()))["id"] != number:
            pass
        took_ms = (time.perf_counter_ns() - start_ns) / 1e6
        if not answer["ok"]:
            raise SystemExit(f"{ask}: {answer['finding']['happened']}")
        return answer, took_ms

    def command(self, name: str, /, **args: Any) -> tuple[dict[str, Any], float]:
        """Give a command."""
        return self.ask("command", name=name, args=args, actor=REQUEST["actor"], source="bench")

    def end(self) -> None:
        """End the process."""
        self.ask("quit")
        self._process.communicate()


class Answering:
    """Ratings of one attempt at MPS after the other.

    Attributes
    ----------
    took : list of float
        Milliseconds from each answer to its acknowledgement.
    """

    def __init__(self, engine: EnginePipe) -> None:
        self.took: list[float] = []
        self._engine = engine
        view = engine.ask("open_visit", request=REQUEST)[0]["view"]
        self._step = next(entry["step"] for entry in view["rail"] if entry["test"] == "MPS")
        self._running = False

    def answer(self) -> None:
        """Give one answer."""
        if not self._running:
            self._engine.command("start", step=self._step, reason="bench")
            self._engine.command("begin")
            self._running = True
        answer, took_ms = self._engine.command("rate", value=5.0)
        self.took.append(took_ms)
        self._running = answer["view"]["status"] != "done"


def alone(data: Path) -> tuple[list[float], list[float]]:
    """Answers one after the other without a gauge, and as many polls of the status."""
    engine = EnginePipe(data)
    answering = Answering(engine)
    for _ in range(ANSWERS):
        answering.answer()
    polls = [engine.ask("status")[1] for _ in range(ANSWERS)]
    engine.end()
    return answering.took, polls


def with_gauges(data: Path, *, under: str) -> list[float]:
    """Answers to MPS at uneven moments while gauges stream, one of them under a test; exits where they do not."""
    lines = round(RATE_HZ * (ANSWERS * MOST_BETWEEN_S + 60.0))
    with ExitStack() as stack:
        ports = {name: stack.enter_context(gauge_port(lines, rate_hz=RATE_HZ)) for name in GAUGES}
        took = _answered(EnginePipe(data), ports, under)
        for port in ports.values():
            port.stop()
    return took


def _answered(engine: EnginePipe, ports: dict[str, GaugePort], under: str) -> list[float]:
    for name, port in ports.items():
        tests = [under] if name == GAUGES[0] else []
        device = {"name": name, "gauge": "mark10", "url": port.url, "tests": tests, "options": {}}
        engine.ask("attach", device=device)
    answering = Answering(engine)
    for port in ports.values():
        port.begin()
    before = _readings(engine)
    start, chance, polled, since_ns = time.monotonic(), random.Random(1), 0.0, 0
    for number in range(ANSWERS):
        until = time.monotonic() + chance.uniform(0.02, MOST_BETWEEN_S)
        while (now := time.monotonic()) < until:
            if now - polled > POLL_S:
                polled = now
                trace = engine.ask("status", trace_of=GAUGES[0], trace_from_ns=since_ns)[0]["trace"]
                since_ns = trace["t_ns"][-1] + 1 if trace["t_ns"] else since_ns
            time.sleep(0.001)
        if number % 3 == 0:
            engine.post("status", trace_of=GAUGES[0], trace_from_ns=since_ns)
        answering.answer()
    seconds = time.monotonic() - start
    for name, readings in _readings(engine).items():
        rate = (readings - before[name]) / seconds
        if not 0.9 * RATE_HZ < rate < 1.1 * RATE_HZ:
            raise SystemExit(f"gauge {name} sent {rate:.0f} lines a second and not {RATE_HZ}")
    engine.end()
    return answering.took


def _readings(engine: EnginePipe) -> dict[str, int]:
    return {device["name"]: device["readings"] for device in engine.ask("status")[0]["devices"]}


def synced_writes(folder: Path, count: int) -> list[float]:
    """One small write and one sync: what the disk asks for."""
    took: list[float] = []
    with (folder / "plain").open("wb", buffering=0) as file:
        for _ in range(count):
            start_ns = time.perf_counter_ns()
            file.write(bytes(200))
            os.fsync(file.fileno())
            took.append((time.perf_counter_ns() - start_ns) / 1e6)
    return took


def main() -> None:
    """Measure on the disk of the temporary folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=1)
    repeats = parser.parse_args().repeats
    rows: dict[str, list[float]] = {
        "write and fsync of 200 bytes": [],
        "status (no disk)": [],
        "answer, durable and acknowledged": [],
        "while three gauges stream at 1 kHz": [],
        "while they do, one of them under the test": [],
    }
    for _ in range(repeats):
        with tempfile.TemporaryDirectory(prefix="qst-bench-") as name:
            folder = Path(name)
            took, polls = alone(folder / "alone")
            beside = with_gauges(folder / "beside", under="PPT")
            below = with_gauges(folder / "below", under="MPS")
            measured = (synced_writes(folder, ANSWERS), polls, took, beside, below)
        for found, new in zip(rows.values(), measured, strict=True):
            found += new
    print_table("Answer to acknowledgement", "ms", rows)


if __name__ == "__main__":
    main()
