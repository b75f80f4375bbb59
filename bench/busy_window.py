"""A window kept busy 20 ms at a time beside an engine that records: what is lost, and how true the marks are.

The main window shows a running pressure test with its plot. A gauge streams into the engine process; a response
button and, where the display can be told to press keys, the keyboard are pressed at known moments.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import tty
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from table import print_table
from visit import REQUEST, samples_in_journal
from window import BenchWindow
from wire import force, gauge_port

from qst_station.gui import theme
from qst_station.gui.event_stamp import stamp_ns
from qst_station.recording.journal import read_journal
from qst_station.session.events import ButtonPressed, decode

BUSY_S = 0.02
# Presses at moments that follow no rhythm of the window. Each line it prints is the moment before a press.
_PRESSER = """
import ctypes, os, random, sys, time
what, seconds, chance = sys.argv[1], float(sys.argv[2]), random.Random(1)
if what == "key":
    x11, xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    code = x11.XKeysymToKeycode(display, 0xFFC9)
    def press(down):
        xtst.XTestFakeKeyEvent(display, code, down, 0)
        x11.XFlush(display)
else:
    out = int(what)
    def press(down):
        os.write(out, b"B,%d,%d\\n" % (time.monotonic() * 1e3, down))
until = time.perf_counter() + seconds
while time.perf_counter() < until:
    time.sleep(0.15 + 0.1 * chance.random())
    print(time.perf_counter_ns(), flush=True)
    press(1)
    time.sleep(0.02)
    press(0)
"""


class Keys(QObject):
    """Notes when each key went down, by the stamp that the window uses."""

    def __init__(self) -> None:
        super().__init__()
        self.stamps_ns: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Called by Qt for every event of the application."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            moment_ns = stamp_ns(event)
            if not self.stamps_ns or moment_ns != self.stamps_ns[-1]:  # it passes the window and the widget
                self.stamps_ns.append(moment_ns)
        return False


def _presser(what: str, seconds: float, *fds: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _PRESSER, what, str(seconds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pass_fds=fds, text=True)


def _pressed(presser: subprocess.Popen[str]) -> list[int]:
    said, _ = presser.communicate()
    return [int(line) for line in said.split()]


def _spread_ms(stamps_ns: list[int], truth_ns: list[int]) -> list[float]:
    """Distance of each press from the nearest stamp."""
    return [min(abs(stamp - true) for stamp in stamps_ns) / 1e6 for true in truth_ns]


def run(application: QApplication, seconds: float, rate_hz: float) -> dict[str, list[float]]:
    """One run: errors of the marks in ms; exits where a sample is missing."""
    lines = round(rate_hz * seconds)
    with ExitStack() as stack:
        data = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="qst-bench-")))
        port = stack.enter_context(gauge_port(lines, rate_hz=rate_hz))
        master, slave = os.openpty()
        tty.setraw(slave)
        stack.callback(os.close, master)
        stack.callback(os.close, slave)
        bench = BenchWindow(application, data)
        keys = Keys()
        application.installEventFilter(keys)
        bench.attach("gauge", port.url, "PPT")
        bench.attach("button", os.ttyname(slave), gauge="button")
        bench.open_visit("PPT")
        opened = bench.window.status
        assert opened is not None
        bench.order("start", step=bench.step, reason="bench")
        bench.window.activateWindow()
        busy, again = QTimer(), QTimer()
        busy.timeout.connect(_keep_busy)
        busy.start(1)
        # A mark ends a ramp: it is taken back and the next one begun, so that the plot goes on at 60 Hz.
        again.timeout.connect(lambda: _begin_again(bench))
        again.start(500)
        pressers = [_presser(str(master), seconds, master), _presser("key", seconds)]
        port.begin()
        bench.rest(seconds + 2.0)
        busy.stop()
        again.stop()
        truths = [_pressed(presser) for presser in pressers]
        application.removeEventFilter(keys)
        bench.ask("close_visit")
        bench.window.end()
        journal = Path(opened["saved"]["journal"]).parent
        expected = [force(i) for i in range(1, lines)]  # the first line after opening is not trusted
        found = samples_in_journal(journal)
        if found != expected:
            raise SystemExit(f"{len(found)} of {len(expected)} samples in the journal, or others")
        events = [decode(row.kind, row.body) for row in read_journal(journal).rows if row.kind == "button"]
        start_ns = opened["clock_ns"] - opened["now_ns"]
        marks = [event.t_ns + start_ns for event in events if isinstance(event, ButtonPressed)]
    if len(marks) != len(truths[0]):
        raise SystemExit(f"{len(marks)} presses in the journal of {len(truths[0])}")
    errors = {"button": _spread_ms(marks, truths[0])}
    if truths[1] and keys.stamps_ns:
        errors["key"] = _spread_ms(keys.stamps_ns, truths[1])
    return errors


def _begin_again(bench: BenchWindow) -> None:
    for name, args in (("undo", {"reason": "bench"}), ("begin", {})):
        bench.window.client.request(
            "command", _refused_at_will, name=name, args=args, actor=REQUEST["actor"], source="bench"
        )


def _refused_at_will(_answer: dict[str, Any]) -> None:
    """A ramp that still runs refuses another."""


def _keep_busy() -> None:
    until = time.perf_counter() + BUSY_S
    while time.perf_counter() < until:
        pass


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=20.0, help="600 for the figure in the documentation")
    parser.add_argument("--rate", type=float, default=8_000.0)
    given = parser.parse_args()
    application = QApplication([])
    theme.dress(application)
    errors = run(application, given.seconds, given.rate)
    print_table(f"Marks beside a busy window, gauge at {given.rate:g} Hz, no sample lost", "ms", errors)


if __name__ == "__main__":
    main()
