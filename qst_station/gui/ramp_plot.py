"""Pressure against time: the trace, the lane to follow, the safety limit."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.ramp_trace import RampTrace
from qst_station.gui.trace_plot import TracePlot

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


def pale(colour: QColor) -> QColor:
    """A colour thinned with paper. Opaque: see-through would cost more than all else in a frame."""
    paper = theme.PAPER
    channels = (colour.redF(), paper.redF()), (colour.greenF(), paper.greenF()), (colour.blueF(), paper.blueF())
    return QColor.fromRgbF(*(0.35 * ink + 0.65 * ground for ink, ground in channels))


class RampPlot(TracePlot):
    """The trace of a ramp and the lane that it should stay in."""

    def __init__(self) -> None:
        super().__init__("pressure, kPa", past_s=PAST_S, ahead_s=AHEAD_S)
        self._ramp: Json = {}
        self._start_ns = 0
        self._lane_colour = theme.BLUE
        self._top_kpa = 0.0
        self.setAccessibleName("pressure against time with the lane to follow")

    def draw(self, trace: RampTrace, ramp: Json, now_ns: int, *, contact_ns: int | None, running: bool) -> None:
        """Show the moment ``now_ns``. The axis keeps its values to itself once the ramp is over."""
        self._ramp = ramp
        self._start_ns = contact_ns if contact_ns is not None else now_ns
        last = trace.last
        off = False
        if last is not None and running and contact_ns is not None:
            off = bool(hand_words(ramp, (last[0] - contact_ns) / 1e9, last[1]))
        self._lane_colour = theme.ORANGE if off else theme.BLUE
        ahead_kpa = lane_at(ramp, AHEAD_S + (now_ns - self._start_ns) / 1e9)[0]
        self._rescale(max(last[1] if last else 0.0, ahead_kpa) + _HEADROOM_KPA, running=running)
        self.show_moment(now_ns, (trace,))

    def reset(self) -> None:
        """Make the scale small again for the next ramp."""
        self._top_kpa = 0.0

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
        painter.setPen(QPen(self._lane_colour, 0))
        painter.drawPolygon(QPolygonF([*low, *high]))
        painter.setPen(theme.LINE)
        painter.drawLine(self.column_now(), field.top(), self.column_now(), field.bottom())
        limit = round(self.level(self._ramp["limit_kpa"]))
        painter.fillRect(field.left(), limit - 1, field.width(), 3, theme.RED)

    def _time(self, x: int) -> int:
        """The session time of a column."""
        pixel = self.pixel_ns()
        return (x - self.column_now() + self._now_ns // pixel) * pixel

    def _rescale(self, wanted: float, *, running: bool) -> None:
        top = next((scale for scale in _SCALES_KPA if scale >= wanted), _SCALES_KPA[-1])
        self._top_kpa = max(top, self._top_kpa)
        self.set_axis(self._top_kpa, numbers=running)
