"""From writing the line that crosses the contact threshold to the durable state of the engine that says so.

A live trace is painted 60 times a second meanwhile, in a process of its own as in the application.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
import tty
from pathlib import Path

from table import print_table
from visit import BenchEngine, open_ppt, order, ppt_engine

RATE_HZ = 1_000
_PLOT = """
import sys, time
import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from qst_station.gui.ramp_trace import RampTrace
from qst_station.gui.trace_plot import TracePlot
application = QApplication(["plot", "-platform", "offscreen"])
plot, trace, at = TracePlot("pressure, kPa", past_s=6.0, ahead_s=2.0), RampTrace(8_000_000_000), [0]
plot.set_axis(1000.0)
plot.resize(1200, 600)
plot.show()
def frame():
    t_ns = np.arange(at[0], at[0] + 16) * 1_000_000
    trace.append(t_ns, 500.0 + 300.0 * np.sin(t_ns * 1e-9))
    at[0] += 16
    plot.show_moment(int(t_ns[-1]), [trace])
timer = QTimer()
timer.timeout.connect(frame)
timer.start(16)
print("ready", flush=True)
application.exec()
"""


class Hand:
    """Writes the lines of a gauge at 1 kHz, and presses when told."""

    def __init__(self, master: int) -> None:
        self.pressed_ns = 0
        self.press = False
        self._master = master
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Let go of the port."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        due = time.perf_counter()
        while not self._stop.is_set():
            due += 1 / RATE_HZ
            time.sleep(max(0.0, due - time.perf_counter()))
            os.write(self._master, b"5.000 N\r\n" if self.press else b"0.010 N\r\n")
            if not self.press:
                self.pressed_ns = 0
            elif not self.pressed_ns:
                self.pressed_ns = time.perf_counter_ns()


def _turn_for(engine: BenchEngine, seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        engine.next_turn()


def latencies(count: int) -> list[float]:
    """Milliseconds from the write to the state."""
    took: list[float] = []
    master, slave = os.openpty()
    tty.setraw(slave)
    os.set_blocking(master, False)
    with tempfile.TemporaryDirectory(prefix="qst-bench-") as folder:
        hand = Hand(master)
        with ppt_engine(Path(folder), {"gauge": os.ttyname(slave)}) as engine:
            open_ppt(engine)
            visit = engine.visit
            assert visit is not None
            order(engine, "pause", reason="bench")
            order(engine, "resume")
            for number in range(count):
                order(engine, "begin")
                _turn_for(engine, 0.02 + 0.0037 * (number % 7))
                hand.press = True
                while visit.state.run is None or visit.state.run.machine.phase != "ramping":
                    engine.next_turn()
                took.append((time.perf_counter_ns() - hand.pressed_ns) / 1e6)
                hand.press = False
                order(engine, "pause", reason="bench")
                _turn_for(engine, 0.06)
                order(engine, "resume")
        hand.stop()
    os.close(master)
    os.close(slave)
    return took


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    count = parser.parse_args().count
    with subprocess.Popen([sys.executable, "-c", _PLOT], stdout=subprocess.PIPE) as plot:
        assert plot.stdout is not None
        plot.stdout.readline()
        took = latencies(count)
        plot.kill()
    print_table("Write to threshold event at 1 kHz, with the plot on", "ms", {"write to durable contact": took})


if __name__ == "__main__":
    main()
