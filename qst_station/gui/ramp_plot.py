"""Pressure against time: the trace, the lane to follow, the safety limit."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPolygonItem, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.ramp_trace import RampTrace

PAST_S = 6.0
AHEAD_S = 2.0
_LANE_MARGIN_KPA = 10.0  # so that the lane has a width at contact
_SCALES_KPA = (200.0, 400.0, 600.0, 800.0, 1000.0, 1200.0, 1600.0, 2000.0)
_HEADROOM_KPA = 120.0


def lane_at(ramp: Json, since_contact_s: float) -> tuple[float, float]:
    """Lower and upper edge of the lane (kPa) at a time since contact."""
    rate, tolerance, base = ramp["rate_kpa_per_s"], ramp["rate_tolerance"], ramp["contact_kpa"]
    low = base + rate * (1 - tolerance) * since_contact_s - _LANE_MARGIN_KPA
    high = base + rate * (1 + tolerance) * since_contact_s + _LANE_MARGIN_KPA
    return low, high


def hand_words(ramp: Json, since_contact_s: float, kpa: float) -> str:
    """How the hand follows the lane: empty inside it."""
    low, high = lane_at(ramp, since_contact_s)
    return "SLOWER" if kpa > high else "FASTER" if kpa < low else ""


class RampPlot(QWidget):
    """A plot with a fixed relative time axis; the lane moves through it."""

    def __init__(self) -> None:
        super().__init__()
        self._plot = pg.PlotWidget(background=theme.PAPER)
        self._item = self._plot.getPlotItem()
        self._item.setMenuEnabled(False)
        self._item.hideButtons()
        self._item.setContentsMargins(0, theme.scaled(10), theme.scaled(10), 0)
        self._item.setMouseEnabled(False, False)
        self._item.setXRange(-PAST_S, AHEAD_S, padding=0)
        self._item.disableAutoRange()
        self._plot.setFocusPolicy(self.focusPolicy())
        for side in ("left", "bottom"):
            axis = self._item.getAxis(side)
            axis.setPen(theme.QUIET)
            axis.setTextPen(theme.INK)
            axis.setTickFont(theme.text(16))
        self._item.getAxis("left").setWidth(theme.scaled(64))
        self._item.getAxis("left").setLabel("pressure, kPa")
        self._item.getAxis("bottom").setLabel("seconds from now")
        self._lane = QGraphicsPolygonItem()
        self._item.addItem(self._lane)
        pen = QPen(theme.LINE, 0)
        self._item.addItem(pg.InfiniteLine(0.0, angle=90, pen=pen))
        self._limit = pg.InfiniteLine(0.0, angle=0, pen=pg.mkPen(theme.RED, width=3))
        self._item.addItem(self._limit)
        self._curve = pg.PlotCurveItem(pen=pg.mkPen(theme.INK, width=1))
        self._item.addItem(self._curve)
        self._dot = pg.ScatterPlotItem(size=theme.scaled(22), brush=theme.INK, pen=pg.mkPen(theme.PAPER, width=2))
        self._item.addItem(self._dot)
        self._top = 0.0
        self._values_shown = True
        self.setAccessibleName("pressure against time with the lane to follow")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._plot)

    def draw(self, trace: RampTrace, ramp: Json, now_ns: int, *, contact_ns: int | None, running: bool) -> None:
        """Paint the moment ``now_ns``. The axis keeps its values to itself once the ramp is over."""
        t_s, kpa = trace.drawn(now_ns, PAST_S, max(200, self._plot.width()))
        self._curve.setData(t_s, kpa)
        last = trace.last
        newest = [last[1]] if last is not None and len(t_s) else []
        self._dot.setData(t_s[-1:], newest)
        start_s = (contact_ns - now_ns) / 1e9 if contact_ns is not None else 0.0
        off = contact_ns is not None and running and last is not None and hand_words(ramp, -start_s, last[1])
        self._paint_lane(ramp, start_s, theme.ORANGE if off else theme.BLUE)
        self._limit.setValue(ramp["limit_kpa"])
        reached = max(float(np.nanmax(kpa, initial=0.0)), lane_at(ramp, max(0.0, AHEAD_S - start_s))[0])
        self._rescale(reached + _HEADROOM_KPA, grow_only=running)
        if running != self._values_shown:
            self._values_shown = running
            self._item.getAxis("left").setStyle(showValues=running)

    def _paint_lane(self, ramp: Json, start_s: float, colour: QColor) -> None:
        times = np.linspace(start_s, max(start_s + 0.1, AHEAD_S), 2)
        low = [QPointF(t, lane_at(ramp, t - start_s)[0]) for t in times]
        high = [QPointF(t, lane_at(ramp, t - start_s)[1]) for t in reversed(times)]
        self._lane.setPolygon(QPolygonF([*low, *high]))
        tint = QColor(colour)
        tint.setAlpha(90)
        self._lane.setBrush(QBrush(tint))
        pen = QPen(colour, 0)
        self._lane.setPen(pen)

    def _rescale(self, wanted: float, *, grow_only: bool) -> None:
        top = next((scale for scale in _SCALES_KPA if scale >= wanted), _SCALES_KPA[-1])
        if grow_only:
            top = max(top, self._top)
        if top != self._top:
            self._top = top
            self._item.setYRange(0.0, top, padding=0)

    def reset(self) -> None:
        """Make the scale small again for the next ramp."""
        self._top = 0.0
