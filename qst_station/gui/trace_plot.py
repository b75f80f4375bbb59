"""Force traces against seconds from now, painted directly: a frame costs one picture and a few lines.

Everything moves in whole pixels of one grid that is fixed in session time: from frame to frame a trace shifts and
keeps its shape.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QByteArray, QDataStream, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.ramp_trace import Floats, RampTrace
from qst_station.gui.words import tr

Align = Qt.AlignmentFlag

TICKS = 5  # at most so many numbers on the value axis
_STEPS = (1.0, 2.0, 2.5, 5.0)
_TEXT_PX = 16
_LEFT, _RIGHT, _ABOVE, _BELOW = 74, 20, 12, 52  # around the field, for text of that size
_DOT = 11.0


def tick_step(top: float) -> float:
    """The round distance of the ticks of an axis from 0 to ``top`` (above 0)."""
    power = 10.0 ** np.floor(np.log10(top / TICKS))
    return float(next(step * power for step in (*_STEPS, 10.0) if step * power * TICKS >= top))


def polyline(x: Floats, y: Floats) -> QPolygonF:
    """The points (x, y), two arrays of shape (n,), without a Python object for each."""
    # Qt reads a polygon from a stream in one call: the number of points, then each as two big-endian doubles.
    data = struct.pack(">I", len(x)) + np.stack((x, y), axis=1).astype(">f8").tobytes()
    line = QPolygonF()
    stream = QDataStream(QByteArray(data))
    stream >> line
    return line


class TracePlot(QWidget):
    """A window over traces that moves with time.

    Parameters
    ----------
    label : str
        What is plotted, with its unit.
    past_s, ahead_s : float
        Seconds to the left and right of now.
    """

    def __init__(self, label: str, *, past_s: float, ahead_s: float) -> None:
        super().__init__()
        self.past_ns, self.ahead_ns = round(past_s * 1e9), round(ahead_s * 1e9)
        self._label = label
        self._top = 1.0
        self._numbers = True
        self._now_ns = 0
        self._traces: tuple[RampTrace, ...] = ()
        self._dot_in: QColor = theme.INK
        self._ground: QPixmap | None = None
        self._field, self._fielded = QRect(), QSize()  # the field, and the size of the widget that it belongs to
        self._worn: tuple[int, ...] = ()  # the colours that the ground has been painted in
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sizeHint(self) -> QSize:
        """Broad."""
        return QSize(800, 400)

    def minimumSizeHint(self) -> QSize:
        """Room for the axes and a little of the trace."""
        return QSize(theme.scaled(_LEFT + _RIGHT + 80), theme.scaled(_ABOVE + _BELOW + 60))

    def set_label(self, label: str) -> None:
        """Say what is plotted, with its unit."""
        self._label = label
        self._ground = None
        self.update()

    def set_window(self, past_ns: int, ahead_ns: int) -> None:
        """Let the time axis run so far to the left and right of now."""
        if (past_ns, ahead_ns) != (self.past_ns, self.ahead_ns):
            self.past_ns, self.ahead_ns = past_ns, ahead_ns
            self._ground = None
            self.update()

    def set_axis(self, top: float, *, numbers: bool = True) -> None:
        """Let the value axis run from 0 to ``top``; without numbers neither axis has any, nor a tick."""
        if (top, numbers) != (self._top, self._numbers):
            self._top, self._numbers = top, numbers
            self._ground = None
            self.update()

    def show_moment(self, now_ns: int, traces: Sequence[RampTrace]) -> None:
        """Show how the traces stand at ``now_ns``."""
        self._now_ns, self._traces = now_ns, tuple(traces)
        self.update()

    # Where things are

    def field(self) -> QRect:
        """The part of the widget inside the axes."""
        size = self.size()
        if size != self._fielded:  # asked for many times in a frame
            larger = self._text_px() / _TEXT_PX
            left, right, below = (round(px * larger) for px in (_LEFT, _RIGHT, _BELOW))
            self._fielded, self._field = size, self.rect().adjusted(left, theme.scaled(_ABOVE), -right, -below)
        return self._field

    def _text_px(self) -> int:
        """Size of the numbers: that of other text, as long as it leaves most of the height to the traces."""
        return max(theme.scaled(12), min(theme.roomy(_TEXT_PX), self.height() // 14))

    def pixel_ns(self) -> int:
        """Time of one pixel column."""
        return max(1, -(-(self.past_ns + self.ahead_ns) // max(1, self.field().width())))

    def column_now(self) -> int:
        """The column of now."""
        return self.field().left() + self.past_ns // self.pixel_ns()

    def column(self, t_ns: int) -> int:
        """The column of a time."""
        pixel = self.pixel_ns()
        return self.column_now() + t_ns // pixel - self._now_ns // pixel

    def level(self, value: float) -> float:
        """The height of a value."""
        field = self.field()
        return field.bottom() - value * field.height() / self._top

    def trace_line(self, trace: RampTrace) -> list[QPolygonF]:
        """A trace as it is painted; one line more for each gap in it."""
        pixel, field = self.pixel_ns(), self.field()
        t_ns, values = trace.points(self._now_ns - self.past_ns)
        x = (t_ns // pixel + (self.column_now() - self._now_ns // pixel)).astype(np.float64)
        y = field.bottom() - values * (field.height() / self._top)
        known = ~np.isnan(y)
        if known.all():
            return [polyline(x, y)]
        ends = np.flatnonzero(np.diff(known)) + 1
        pieces = zip(np.split(x, ends), np.split(y, ends), np.split(known, ends), strict=True)
        return [polyline(xs, ys) for xs, ys, is_known in pieces if is_known.any()]

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint the ground anew."""
        self._ground = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, what lies under the traces, traces and their newest values."""
        painter = QPainter(self)
        worn = tuple(colour.rgb() for colour in (theme.PAPER, theme.INK, theme.QUIET, theme.LINE))
        if self._ground is None or worn != self._worn:
            self._ground, self._worn = self._painted_ground(), worn
        painter.drawPixmap(0, 0, self._ground)
        painter.setClipRect(self.field())
        self.paint_under(painter)
        painter.setPen(QPen(theme.INK, 0))
        for trace in self._traces:
            for line in self.trace_line(trace):
                # Thin lines one above the other are a broad one at a fraction of the price of a broad pen.
                for _ in range(theme.scaled(2)):
                    painter.drawPolyline(line)
                    line.translate(0.0, 1.0)
        painter.setClipping(False)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.PAPER, 2))
        painter.setBrush(self._dot_in)
        for trace in self._traces:
            if trace.last is not None and self._now_ns - trace.last[0] < self.past_ns:
                radius = theme.scale() * _DOT
                painter.drawEllipse(QPointF(self.column(trace.last[0]), self.level(trace.last[1])), radius, radius)
        painter.end()

    def paint_under(self, painter: QPainter) -> None:
        """Paint what lies between the ground and the traces."""

    def _painted_ground(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        ground.fill(theme.PAPER)
        painter = QPainter(ground)
        field = self.field()
        painter.setFont(theme.font(self._text_px()))
        painter.setPen(theme.LINE)
        painter.drawLine(self.column_now(), field.top(), self.column_now(), field.bottom())
        self._paint_label(painter, field)
        if self._numbers:
            self._paint_values(painter, field)
            self._paint_seconds(painter, field)
        painter.setPen(theme.QUIET)
        painter.drawLine(field.bottomLeft(), field.topLeft())
        painter.drawLine(field.bottomLeft(), field.bottomRight())
        painter.end()
        return ground

    def _paint_values(self, painter: QPainter, field: QRect) -> None:
        step, tick = tick_step(self._top), theme.scaled(6)
        for number in range(int(self._top / step + 1e-9) + 1):
            y = round(self.level(number * step))
            painter.setPen(theme.QUIET)
            painter.drawLine(field.left() - tick, y, field.left(), y)
            painter.setPen(theme.INK)
            place = QRectF(0, y - self._text_px(), field.left() - 1.5 * tick, 2 * self._text_px())
            painter.drawText(place, (Align.AlignRight | Align.AlignVCenter).value, f"{number * step:g}")

    def _paint_label(self, painter: QPainter, field: QRect) -> None:
        painter.setPen(theme.INK)
        painter.save()
        painter.translate(0, field.center().y())
        painter.rotate(-90)
        painter.drawText(
            QRectF(-self.height() / 2, 0, self.height(), 1.5 * self._text_px()),
            Align.AlignCenter.value,
            self._label,
        )
        painter.restore()

    def _paint_seconds(self, painter: QPainter, field: QRect) -> None:
        tick = theme.scaled(6)
        below, high = field.bottom() + tick, self._text_px()
        for second in range(-(self.past_ns // 1_000_000_000), self.ahead_ns // 1_000_000_000 + 1):
            x = self.column_now() + second * 1_000_000_000 // self.pixel_ns()
            painter.setPen(theme.QUIET)
            painter.drawLine(x, field.bottom(), x, below)
            painter.setPen(theme.INK)
            text = tr("now") if second == 0 else f"{second:+d}".replace("-", "−")
            place = QRectF(x - 3 * high, below, 6 * high, 1.3 * high)
            painter.drawText(place, Align.AlignCenter.value, text)
        place = QRectF(field.left(), below + 1.25 * high, field.width(), 1.5 * high)
        painter.drawText(place, Align.AlignCenter.value, tr("seconds from now"))
