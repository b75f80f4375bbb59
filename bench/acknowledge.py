"""From an answer to its durable acknowledgement, through the pipe of the engine process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from table import print_table

ATTEMPTS = 8
ACTOR = {"who": "bench", "role": "examiner"}
REQUEST = {
    "participant_id": "SIM-001",
    "visit": "day-0",
    "affected_side": "right",
    "limb": "upper",
    "kind": "practice",
    "actor": ACTOR,
}


class EnginePipe:
    """Asks of an engine process, one at a time."""

    def __init__(self, data: Path) -> None:
        command = [sys.executable, "-m", "qst_station.station.server", "--data", str(data)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._asked = 0

    def ask(self, ask: str, /, **arguments: Any) -> tuple[dict[str, Any], float]:
        """The answer, and after how many ms it came."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._asked += 1
        start_ns = time.perf_counter_ns()
        self._process.stdin.write(json.dumps({"id": self._asked, "ask": ask, **arguments}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        took_ms = (time.perf_counter_ns() - start_ns) / 1e6
        if not answer["ok"]:
            raise SystemExit(f"{ask}: {answer['finding']['happened']}")
        return answer, took_ms

    def command(self, name: str, /, **args: Any) -> tuple[dict[str, Any], float]:
        """Give a command."""
        return self.ask("command", name=name, args=args, actor=ACTOR, source="bench")

    def end(self) -> None:
        """End the process."""
        self.ask("quit")
        self._process.communicate()


def answers(engine: EnginePipe) -> list[float]:
    """The ratings of several attempts at MPS, 50 each."""
    view = engine.ask("open_visit", request=REQUEST)[0]["view"]
    step = next(entry["step"] for entry in view["rail"] if entry["test"] == "MPS")
    took: list[float] = []
    for _ in range(ATTEMPTS):
        engine.command("start", step=step, reason="bench")
        engine.command("begin")
        while True:
            answer, took_ms = engine.command("rate", value=5.0)
            took.append(took_ms)
            if answer["view"]["status"] == "done":
                break
    return took


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
    with tempfile.TemporaryDirectory(prefix="qst-bench-") as name:
        folder = Path(name)
        engine = EnginePipe(folder / "data")
        took = answers(engine)
        polls = [engine.ask("status")[1] for _ in range(len(took))]
        engine.end()
        rows = {
            "write and fsync of 200 bytes": synced_writes(folder, len(took)),
            "status (no disk)": polls,
            "answer, durable and acknowledged": took,
        }
    print_table("Answer to acknowledgement", "ms", rows)


if __name__ == "__main__":
    main()
