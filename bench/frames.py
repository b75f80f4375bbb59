"""Time of one frame of live traces: new samples in, thinned, painted.

Traces of ten seconds that grow by what comes in during a frame, in the product's plot and in pyqtgraph's default
(`PlotWidget.plot` and `setData`), on the same samples, in turn. Every frame is painted at once, and counted.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from statistics import median, quantiles

import numpy as np
import numpy.typing as npt
import pyqtgraph
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from table import print_table

from qst_station.gui.ramp_trace import RampTrace
from qst_station.gui.trace_plot import TracePlot

REPEATS = 5
FRAMES = 120
PER_S = 60
SECONDS = 10
SIZE = (1200, 600)
Samples = npt.NDArray[np.float64]
Frame = Callable[[int], None]


def pressures(count: int, rate_hz: int, trace: int) -> Samples:
    """A ramp as a hand makes it, with tremor and the noise of a gauge, in kPa."""
    t_s = np.arange(count) / rate_hz
    noise = np.random.default_rng(trace).normal(0.0, 2.0, count)
    return 50.0 * (t_s % 12.0) + 100.0 * trace + 8.0 * np.sin(2 * np.pi * 9.0 * t_s) + noise


class OurPlot(TracePlot):
    """The product's plot over ten seconds; counts its paints."""

    def __init__(self, rate_hz: int, samples: list[Samples]) -> None:
        super().__init__("pressure, kPa", past_s=SECONDS, ahead_s=0.0)
        self.painted = 0
        self._rate_hz, self._samples = rate_hz, samples
        self._traces_in = [RampTrace(SECONDS * 1_000_000_000) for _ in samples]
        self._at = 0
        self.set_axis(1000.0)
        self._take(SECONDS * rate_hz)

    def _take(self, stop: int) -> None:
        t_ns = np.arange(self._at, stop) * (1_000_000_000 // self._rate_hz)
        for trace, samples in zip(self._traces_in, self._samples, strict=True):
            trace.append(t_ns, samples[self._at : stop])
        self._at = stop

    def frame(self, number: int) -> None:
        """What comes in during a frame, and its picture."""
        self._take(_stop(number, self._rate_hz))
        self.show_moment(self._at * 1_000_000_000 // self._rate_hz, self._traces_in)
        self.repaint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Count."""
        self.painted += 1
        super().paintEvent(event)


class DefaultPlot(pyqtgraph.PlotWidget):
    """pyqtgraph as its examples use it."""

    def __init__(self, rate_hz: int, samples: list[Samples]) -> None:
        super().__init__()
        self.painted = 0
        self._rate_hz, self._samples = rate_hz, samples
        self._curves = [self.plot() for _ in samples]

    def frame(self, number: int) -> None:
        """The last ten seconds, and their picture."""
        stop = _stop(number, self._rate_hz)
        window = slice(stop - SECONDS * self._rate_hz, stop)
        t_s = np.arange(window.start, stop) / self._rate_hz
        for curve, samples in zip(self._curves, self._samples, strict=True):
            curve.setData(t_s, samples[window])
        self.viewport().repaint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Count."""
        self.painted += 1
        super().paintEvent(event)


def _stop(number: int, rate_hz: int) -> int:
    return SECONDS * rate_hz + (number + 1) * rate_hz // PER_S


def frame_times(plot: OurPlot | DefaultPlot) -> list[float]:
    """Milliseconds of each frame."""
    took = []
    application = QApplication.instance()
    assert application is not None
    for number in range(FRAMES):
        before, start = plot.painted, time.perf_counter_ns()
        plot.frame(number)
        application.processEvents()
        took.append((time.perf_counter_ns() - start) / 1e6)
        if plot.painted == before:
            raise SystemExit(f"{type(plot).__name__}: a frame was not painted")
    return took[FRAMES // 6 :]


def measured(made: type[OurPlot] | type[DefaultPlot], rate_hz: int, traces: int) -> list[float]:
    """Frame times of a plot in a window of its own."""
    count = SECONDS * rate_hz + FRAMES * rate_hz // PER_S + 1
    plot = made(rate_hz, [pressures(count, rate_hz, trace) for trace in range(traces)])
    shown: QWidget = plot
    shown.resize(*SIZE)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    shown.show()
    QApplication.processEvents()
    took = frame_times(plot)
    shown.close()
    QApplication.processEvents()
    return took


def main() -> None:
    """Measure the plots in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--traces", type=int, default=3)
    traces = parser.parse_args().traces
    application = QApplication([])
    kinds = {
        "pyqtgraph default, 1 kHz": (DefaultPlot, 1_000),
        "QST Station, 1 kHz": (OurPlot, 1_000),
        "QST Station, 8 kHz": (OurPlot, 8_000),
    }
    runs: dict[str, list[list[float]]] = {name: [] for name in kinds}
    for _ in range(REPEATS):
        for name, (made, rate_hz) in kinds.items():
            runs[name].append(measured(made, rate_hz, traces))
    print(f"{traces} traces of {SECONDS} s in {SIZE[0]} x {SIZE[1]} pixels, {QGuiApplication.platformName()}\n")
    print_table("all frames", "ms", {name: [ms for run in took for ms in run] for name, took in runs.items()})
    middle = {name: [median(run) for run in took] for name, took in runs.items()}
    worst = {name: [quantiles(run, n=100)[98] for run in took] for name, took in runs.items()}
    print_table("median of each run", "ms", middle)
    print_table("p99 of each run", "ms", worst)
    application.shutdown()


if __name__ == "__main__":
    main()
