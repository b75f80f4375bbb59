"""From an answer key in the window to the answer on the screen as saved.

The window is the real one, with an engine process of its own and its disk. Answers are keys to a threshold test,
alone and while three gauges stream 1000 lines a second each into that engine. What counts is when the window has
the acknowledgement: then the answer is on disk, and the next repaint shows it.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from table import print_table
from window import BenchWindow
from wire import gauge_port

from qst_station.gui import theme
from qst_station.gui.keys import DOUBLE_PRESS_NS

TEST = "MDT"
GAUGES = ("one", "two", "three")
RATE_HZ = 1_000


class Bench(BenchWindow):
    """A window at a threshold test."""

    def one(self, key: Qt.Key) -> float:
        """One answer: milliseconds from the key to its acknowledgement in the window."""
        if self._view()["status"] != "running":
            self.order("start", step=self.step, reason="bench")
            self.order("begin")
        self.until(lambda: self._view()["status"] == "running" and not self._view()["allowed"]["answer"], 10.0)
        before = self._view()["answers_saved"]
        start_ns = time.perf_counter_ns()
        QTest.keyClick(self.window, key)
        self.until(lambda: self._view()["answers_saved"] > before, 10.0)
        return (time.perf_counter_ns() - start_ns) / 1e6

    def _view(self) -> dict[str, Any]:
        assert self.window.view is not None
        return self.window.view


def answered(application: QApplication, data: Path, count: int, *, gauges: bool) -> list[float]:
    """Answers at uneven moments; exits where the gauges do not stream as they should."""
    with ExitStack() as stack:
        bench = Bench(application, data)
        stack.callback(bench.window.end)
        ports = {}
        if gauges:
            lines = round(RATE_HZ * (count * 3.0 + 60.0))
            ports = {name: stack.enter_context(gauge_port(lines, rate_hz=RATE_HZ)) for name in GAUGES}
        for name, port in ports.items():
            bench.attach(name, port.url, *(("PPT",) if name == GAUGES[0] else ()))
        bench.open_visit(TEST)
        bench.until(lambda: bench.window.view is not None, 30.0)
        for port in ports.values():
            port.begin()
        before, start, chance = _readings(bench), time.monotonic(), random.Random(1)
        took = []
        for number in range(count):
            bench.rest(DOUBLE_PRESS_NS / 1e9 + chance.uniform(0.05, 0.15))
            took.append(bench.one(Qt.Key.Key_J if number % 3 else Qt.Key.Key_F))
        seconds = time.monotonic() - start
        for name, readings in _readings(bench).items():
            rate = (readings - before[name]) / seconds
            if not 0.9 * RATE_HZ < rate < 1.1 * RATE_HZ:
                raise SystemExit(f"gauge {name} sent {rate:.0f} lines a second and not {RATE_HZ}")
        for port in ports.values():
            port.stop()
    return took


def _readings(bench: Bench) -> dict[str, int]:
    return {device["name"]: device["readings"] for device in bench.ask("status")["devices"]}


def main() -> None:
    """Measure on the disk of the temporary folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=50, help="200 for the figure in the documentation")
    count = parser.parse_args().count
    application = QApplication([])
    theme.dress(application)
    with tempfile.TemporaryDirectory(prefix="qst-bench-") as name:
        rows = {
            "alone": answered(application, Path(name) / "alone", count, gauges=False),
            "while three gauges stream at 1 kHz": answered(application, Path(name) / "beside", count, gauges=True),
        }
    print_table("Answer key to its acknowledgement in the window", "ms", rows)


if __name__ == "__main__":
    main()
