"""The live trace moves in whole pixels, keeps its shape, and shows gaps as gaps."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor

from qst_station.gui import theme
from qst_station.gui.ramp_plot import RampPlot
from qst_station.gui.ramp_trace import RampTrace
from qst_station.gui.trace_plot import TICKS, TracePlot, polyline, tick_step

MS = 1_000_000
SECOND = 1_000_000_000
RAMP = {"unit": "kPa", "rate_per_s": 50.0, "rate_tolerance": 0.2, "contact": 10.0, "limit": 180.0}


@pytest.fixture(scope="module")
def plot(qapp: Any) -> TracePlot:
    made = TracePlot("pressure, kPa", past_s=6.0, ahead_s=2.0)
    made.resize(800, 400)
    made.set_axis(400.0)
    return made


def noise(seconds: float, rate_hz: int = 1000) -> RampTrace:
    trace = RampTrace(10 * SECOND)
    count = int(seconds * rate_hz)
    t_ns = np.arange(count) * (SECOND // rate_hz)
    trace.append(t_ns, 200.0 + np.random.default_rng(1).normal(0.0, 30.0, count))
    return trace


def corners(plot: TracePlot, trace: RampTrace) -> list[tuple[float, float]]:
    return [(point.x(), point.y()) for line in plot.trace_line(trace) for point in line.toList()]


@given(later_ns=st.integers(0, 2 * SECOND), start_ns=st.integers(0, SECOND))
def test_a_later_frame_is_the_same_shape_some_pixels_to_the_left(
    plot: TracePlot, later_ns: int, start_ns: int
) -> None:
    trace = noise(5.0)
    plot.show_moment(5 * SECOND + start_ns, (trace,))
    before = corners(plot, trace)
    shift = plot.column(0)
    plot.show_moment(5 * SECOND + start_ns + later_ns, (trace,))
    after = corners(plot, trace)
    shift -= plot.column(0)
    assert shift >= 0
    moved = [(x - shift, y) for x, y in before]
    assert moved[len(moved) - len(after) :] == after


def test_points_lie_at_their_time_and_value(plot: TracePlot) -> None:
    plot.show_moment(10 * SECOND, ())
    field = plot.field()
    assert plot.column(10 * SECOND) == plot.column_now()
    assert abs(plot.column(4 * SECOND) - field.left()) <= 1
    assert plot.level(0.0) == field.bottom()
    assert plot.level(400.0) == field.bottom() - field.height()


def test_a_gap_is_not_bridged(plot: TracePlot) -> None:
    trace = RampTrace(10 * SECOND)
    trace.append([0, MS, 2 * MS, 3 * MS, 4 * MS], [1.0, 2.0, None, 4.0, 5.0])
    plot.show_moment(SECOND, (trace,))
    assert [line.size() for line in plot.trace_line(trace)] == [2, 2]


@given(xs=st.lists(st.floats(-1e6, 1e6), max_size=50))
def test_a_polyline_has_the_points_it_was_given(xs: list[float]) -> None:
    x = np.array(xs)
    found = [(point.x(), point.y()) for point in polyline(x, 2.0 * x).toList()]
    assert found == [(value, 2.0 * value) for value in xs]


@given(top=st.floats(0.01, 10_000.0))
def test_ticks_are_few_and_round(top: float) -> None:
    step = tick_step(top)
    assert 1 <= top / step <= TICKS * (1 + 1e-9)
    assert f"{step:.0e}"[0] in "125" or f"{step:.1e}"[:3] == "2.5"


@pytest.fixture
def ramp(qtbot: Any) -> RampPlot:
    made = RampPlot()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    return made


def painted(plot: RampPlot, t_ns: int, kpa: float) -> QColor:
    image = plot.grab().toImage()
    return image.pixelColor(QPoint(plot.column(t_ns), round(plot.level(kpa))) * image.devicePixelRatio())


@pytest.mark.parametrize(("kpa", "colour"), [(110.0, theme.BLUE), (190.0, theme.ORANGE)])
def test_the_lane_lies_ahead_and_turns_orange_off_the_rate(ramp: RampPlot, kpa: float, colour: QColor) -> None:
    trace = RampTrace(10 * SECOND)
    trace.append(np.arange(2001) * MS, np.linspace(10.0, kpa, 2001))
    ramp.draw(trace, RAMP, 2 * SECOND, contact_ns=0, running=True)
    assert painted(ramp, 3 * SECOND, 160.0).hslHue() == pytest.approx(colour.hslHue(), abs=3)
    assert painted(ramp, 3 * SECOND, 30.0) == theme.PAPER
    assert painted(ramp, 1 * SECOND, 180.0) == theme.RED


def test_a_trace_with_many_points_is_painted_with_its_peaks(ramp: RampPlot) -> None:
    trace = RampTrace(10 * SECOND)
    kpa = np.full(40_000, 50.0)
    kpa[20_000] = 150.0
    trace.append(np.arange(40_000) * (SECOND // 8000), kpa)
    ramp.draw(trace, RAMP, 5 * SECOND, contact_ns=None, running=True)
    assert painted(ramp, 20_000 * (SECOND // 8000), 148.0) == theme.INK


def over(plot: RampPlot, kpa: float) -> tuple[list[tuple[float, float]], bytes]:
    """A ramp at 50 kPa/s that ended at a pressure: its line as it stands then, and all that is around it."""
    end_ns = round(kpa / 50.0 * SECOND)
    trace = RampTrace(10 * SECOND)
    t_ns = np.linspace(0, end_ns, 1000).astype(np.int64)
    trace.append(t_ns, 50.0 * t_ns / SECOND)
    plot.draw(trace, {**RAMP, "contact": 0.0}, end_ns, contact_ns=0, running=False)
    line = corners(plot, trace)
    image, field = plot.grab().toImage(), plot.field()
    left = image.copy(0, 0, field.left() - 1, image.height())
    below = image.copy(0, field.bottom() + 2, image.width(), image.height())
    return [line[0], line[-1]], b"".join(bytes(part.constBits()) for part in (left, below))


@pytest.mark.parametrize("kpa", [80.0, 170.0, 450.0])
def test_a_ramp_that_is_over_looks_the_same_at_any_load(ramp: RampPlot, kpa: float) -> None:
    line, around = over(ramp, 240.0)
    other_line, other_around = over(ramp, kpa)
    assert around == other_around, "no number or tick tells the seconds or the load"
    assert np.array(other_line) == pytest.approx(np.array(line), abs=4.0)
    assert line[0][0] == pytest.approx(ramp.field().left(), abs=4.0), "contact lies outside"
