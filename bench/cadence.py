"""Drift of a paced train while the window is busy: twenty beats of 250 ms with 30 ms of work after each.

What is seen: Qt timers as most programs use them, beside the product's cadence. What is heard: the product's
loudspeaker, playing into nothing in real time; the tones are looked for in the samples that were asked for, and
their moments come from a straight line through the requests, which the product does not use.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from table import print_table

from qst_station.gui.cadence import Cadence
from qst_station.gui.speaker import Speaker
from qst_station.gui.tone import RATE_HZ, Samples

REPEATS = 5
BEATS = 20
BEAT_MS = 250
BUSY_MS = 30
LEAD_IN_NS = 1_000_000_000
Struck = Callable[[], None]


class Heard(Speaker):
    """A loudspeaker that plays into nothing and keeps what it was asked for."""

    def __init__(self) -> None:
        self.requests: list[tuple[int, Samples]] = []
        super().__init__(simulated=True)
        mixed = self.mixer.mixed

        def kept(count: int, t_ns: int) -> Samples:
            samples = mixed(count, t_ns)
            self.requests.append((t_ns, samples))
            return samples

        self.mixer.mixed = kept  # type: ignore[method-assign]

    def onsets_ms(self) -> list[float]:
        """When each tone begins, on the line through the requests."""
        lengths = [len(samples) for _, samples in self.requests]
        first = np.concatenate(([0], np.cumsum(lengths)[:-1]))
        asked_ms = np.array([t_ns for t_ns, _ in self.requests]) / 1e6
        slope, start = np.polyfit(first[4:], asked_ms[4:] - asked_ms[4], 1)
        loud = np.flatnonzero(np.abs(np.concatenate([samples for _, samples in self.requests])) > 100)
        begins = loud[np.flatnonzero(np.diff(loud, prepend=-RATE_HZ) > RATE_HZ // 20)]
        return [float(start + slope * sample) for sample in begins]


def busy() -> None:
    """Work of the window that nothing can interrupt."""
    until = time.perf_counter() + BUSY_MS / 1e3
    while time.perf_counter() < until:
        pass


def struck_by_timer(kind: str) -> list[float]:
    """Milliseconds at which a Qt timer struck."""
    struck: list[float] = []
    timer = QTimer()
    timer.setInterval(BEAT_MS)
    timer.setSingleShot(kind == "re-armed")
    if kind == "precise":
        timer.setTimerType(Qt.TimerType.PreciseTimer)

    def strike() -> None:
        struck.append(time.perf_counter() * 1e3)
        busy()
        if timer.isSingleShot():
            timer.start()

    timer.timeout.connect(strike)
    timer.start()
    _wait(lambda: len(struck) >= BEATS)
    timer.stop()
    return struck[:BEATS]


def struck_by_cadence() -> tuple[list[float], list[float]]:
    """Milliseconds at which the product's beats were seen and heard."""
    speaker = Heard()
    seen: list[float] = []
    told: list[dict[str, Any]] = []
    cadence = Cadence(time.perf_counter_ns, lambda **beat: told.append(beat), speaker)
    cadence.silent = False
    _wait(lambda: speaker.ready)

    def strike() -> None:
        seen.append(time.perf_counter() * 1e3)
        busy()

    cadence.struck.connect(strike)
    train = {"beats": BEATS, "beat_s": BEAT_MS / 1e3, "first_beat_ns": time.perf_counter_ns() + LEAD_IN_NS}
    cadence.follow({"status": "running", "phase": "beating", "ramp": None, "pace": None, "train": train})
    _wait(lambda: len(seen) >= BEATS)
    until = time.perf_counter() + 0.5
    _wait(lambda: time.perf_counter() > until)
    cadence.end()
    heard = speaker.onsets_ms()
    if len(heard) != BEATS or len(told) != 2 * BEATS:
        raise SystemExit(f"{len(heard)} tones and {len(told)} records instead of {BEATS} and {2 * BEATS}")
    return seen, heard


def _wait(met: Callable[[], bool]) -> None:
    while not met():
        QApplication.processEvents()
        time.sleep(0.0002)


def _late(struck: list[float]) -> tuple[float, float]:
    """How much later than the first the last beat is, and the largest error of any."""
    error = np.array(struck) - struck[0] - BEAT_MS * np.arange(len(struck))
    return abs(float(error[-1])), float(np.abs(error).max())


def main() -> None:
    """Measure in turn."""
    application = QApplication([])
    drift: dict[str, list[float]] = {}
    worst: dict[str, list[float]] = {}
    for _ in range(REPEATS):
        seen, heard = struck_by_cadence()
        runs = {
            "QTimer, single shot, re-armed": struck_by_timer("re-armed"),
            "QTimer, interval, default": struck_by_timer("coarse"),
            "QTimer, interval, precise": struck_by_timer("precise"),
            "QST Station, seen": seen,
            "QST Station, heard": heard,
        }
        for name, struck in runs.items():
            late, largest = _late(struck)
            drift.setdefault(name, []).append(late)
            worst.setdefault(name, []).append(largest)
    print_table(f"Drift over {BEATS} beats of {BEAT_MS} ms, {BUSY_MS} ms of work after each", "ms", drift)
    print_table("Largest error of any beat", "ms", worst)
    application.shutdown()


if __name__ == "__main__":
    main()
