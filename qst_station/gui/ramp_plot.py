"""The load of a ramp against time: the trace, the lane to follow, the limit."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.ramp_trace import RampTrace
from qst_station.gui.trace_plot import TracePlot
from qst_station.gui.words import tr

PAST_S = 6.0
AHEAD_S = 2.0
_SCALES = (0.2, 0.4, 0.6, 0.8, 1.0, 1.2, 1.6, 2.0, 3.0, 4.0, 6.0, 8.0, 10.0, 12.0)
"""Ends of the value axis, in the power of ten of the limit."""
_HEADROOM_S = 2.4
"""Room above the trace and the lane, as so many seconds of the ramp."""
_BEHIND, _ABOVE = 0.06, 1.1
"""Room around a ramp that is over, as a share of its time and of its load."""


def lane_at(ramp: Json, since_contact_s: float) -> tuple[float, float]:
    """Lower and upper edge of the lane at a time since contact; at contact it is as wide as twice its load."""
    rate, tolerance, base = ramp["rate_per_s"], ramp["rate_tolerance"], ramp["contact"]
    low = rate * (1 - tolerance) * since_contact_s
    high = 2 * base + rate * (1 + tolerance) * since_contact_s
    return low, high


def hand_words(ramp: Json, since_contact_s: float, load: float) -> str:
    """How the hand follows the lane: empty inside it."""
    low, high = lane_at(ramp, since_contact_s)
    return "SLOWER" if load > high else "FASTER" if load < low else ""


def pale(colour: QColor) -> QColor:
    """A colour thinned with paper. Opaque: see-through would cost more than all else in a frame."""
    paper = theme.PAPER
    channels = (colour.redF(), paper.redF()), (colour.greenF(), paper.greenF()), (colour.blueF(), paper.blueF())
    return QColor.fromRgbF(*(0.35 * ink + 0.65 * ground for ink, ground in channels))


class RampPlot(TracePlot):
    """The trace of a ramp and the lane that it should stay in."""

    def __init__(self) -> None:
        super().__init__("", past_s=PAST_S, ahead_s=AHEAD_S)
        self._ramp: Json = {}
        self._start_ns = 0
        self._lane_colour = theme.BLUE
        self._highest = 0.0
        self._running = False

    def draw(self, trace: RampTrace, ramp: Json, now_ns: int, *, contact_ns: int | None, running: bool) -> None:
        """Show the moment ``now_ns``. The picture keeps load and time to itself once the ramp is over."""
        if ramp["unit"] != self._ramp.get("unit"):
            self._name_axis(ramp["unit"])
        self._ramp, self._running = ramp, running
        self._start_ns = contact_ns if contact_ns is not None else now_ns
        if not running and contact_ns is not None:
            self._draw_out(trace, now_ns)
            return
        self.set_window(round(PAST_S * 1e9), round(AHEAD_S * 1e9))
        last = trace.last
        off = False
        if last is not None and running and contact_ns is not None:
            off = bool(hand_words(ramp, (last[0] - contact_ns) / 1e9, last[1]))
        self._lane_colour = theme.ORANGE if off else theme.BLUE
        ahead = lane_at(ramp, AHEAD_S + (now_ns - self._start_ns) / 1e9)[0]
        headroom = _HEADROOM_S * ramp["rate_per_s"]
        self._rescale(max(last[1] if last else 0.0, ahead) + headroom, running=running)
        self.show_moment(now_ns, (trace,))

    def _draw_out(self, trace: RampTrace, now_ns: int) -> None:
        """Let the second half of a ramp that is over fill the picture, so that it looks the same at any load.

        Seconds since contact, or a share of the limit, would tell the load by the rate that is asked for.
        """
        took_ns = max(now_ns - self._start_ns, 2)
        since_ns = took_ns // 2
        self.set_window(since_ns, round(_BEHIND * took_ns))
        _, loads = trace.points(now_ns - since_ns)
        _, lane = lane_at(self._ramp, (1 + _BEHIND) * took_ns / 1e9)
        highest = float(np.max(loads, initial=lane, where=loads > 0.0))
        self._lane_colour = theme.BLUE
        self.set_axis(_ABOVE * highest, numbers=False)
        self.show_moment(now_ns, (trace,))

    def reset(self) -> None:
        """Make the scale small again for the next ramp."""
        self._highest = 0.0

    def _name_axis(self, unit: str) -> None:
        pressure = unit == "kPa"
        self.set_label(tr("pressure, kPa") if pressure else tr("force, mN"))
        self.setAccessibleName(
            tr("pressure against time with the lane to follow")
            if pressure
            else tr("force against time with the lane to follow")
        )

    def paint_under(self, painter: QPainter) -> None:
        """Paint the lane and the limit."""
        if not self._ramp:
            return
        field = self.field()
        left, right = max(self.column(self._start_ns), field.left()), field.right()
        edges = [(x, lane_at(self._ramp, (self._time(x) - self._start_ns) / 1e9)) for x in (left, right)]
        low = [QPointF(x, self.level(edge[0])) for x, edge in edges]
        high = [QPointF(x, self.level(edge[1])) for x, edge in reversed(edges)]
        painter.setBrush(pale(self._lane_colour))
        # Orange is too light for an edge on white paper.
        painter.setPen(QPen(theme.BLUE if self._lane_colour is theme.BLUE else theme.INK, 0))
        painter.drawPolygon(QPolygonF([*low, *high]))
        painter.setPen(theme.LINE)
        painter.drawLine(self.column_now(), field.top(), self.column_now(), field.bottom())
        if not self._running:
            return
        limit = round(self.level(self._ramp["limit"]))
        painter.fillRect(field.left(), limit - 1, field.width(), 3, theme.RED)
        if limit > field.top():
            painter.setFont(theme.text(16))
            painter.setPen(theme.INK)
            said = tr("■ limit {load:g} {unit}", load=self._ramp["limit"], unit=self._ramp["unit"])
            painter.drawText(field.left() + theme.scaled(8), limit - theme.scaled(6), said)

    def _time(self, x: int) -> int:
        """The session time of a column."""
        pixel = self.pixel_ns()
        return (x - self.column_now() + self._now_ns // pixel) * pixel

    def _rescale(self, wanted: float, *, running: bool) -> None:
        decade = 10.0 ** math.floor(math.log10(self._ramp["limit"]))
        top = next((scale * decade for scale in _SCALES if scale * decade >= wanted), _SCALES[-1] * decade)
        self._highest = max(top, self._highest)
        self.set_axis(self._highest, numbers=running)
