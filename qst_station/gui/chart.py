"""A small chart of single values: bands, level lines, dots with bars, and one line through them.

What is drawn is data, so that it can be tested without a screen; the widget only paints it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import largest_px
from qst_station.gui.paper import on_paper

Mark: TypeAlias = Literal["used", "refused", "warn", "stop"]
Style: TypeAlias = Literal["solid", "dash", "stop"]

_LEFT, _RIGHT, _ABOVE, _BELOW = 76, 72, 34, 34
_TEXT_PX, _TITLE_PX = 15, 16
_ROOM = 0.15  # of the span, above and below what is drawn
_TICKS = 5
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_APART_PX = 12
_CENTRE = Qt.AlignmentFlag.AlignCenter.value
_LEFTWARDS = Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value
_RIGHTWARDS = Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A range of values that is shaded."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A value that is drawn as a line across, with its name at the right end."""

    value: float
    name: str
    style: Style = "solid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A value at a place; `half` is the half length of its bar, 0 for none."""

    x: float
    value: float
    half: float = 0.0
    mark: Mark = "used"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What is drawn.

    Attributes
    ----------
    title : str
        Quantity and unit, and what the shading means.
    x_low, x_high : float
        Ends of the horizontal axis.
    ticks : tuple of (float, str)
        Places of the horizontal axis and their names.
    line : tuple of (float, float)
        Points (x, value) that are joined; empty for none.
    spoken : str
        The same for screen readers.
    """

    title: str
    x_low: float = 0.0
    x_high: float = 1.0
    ticks: tuple[tuple[float, str], ...] = ()
    bands: tuple[Band, ...] = ()
    levels: tuple[Level, ...] = ()
    dots: tuple[Dot, ...] = ()
    line: tuple[tuple[float, float], ...] = ()
    spoken: str = ""

    def span(self) -> tuple[float, float]:
        """Lowest and highest value that must be seen, with a little room.

        What is not used must not flatten what is: beyond the ends it stands at the edge, with its value.
        """
        values = [edge for band in self.bands for edge in (band.low, band.high)]
        values += [level.value for level in self.levels]
        values += [value for _, value in self.line]
        used = [dot for dot in self.dots if dot.mark != "refused"]
        shown = used if used or values else self.dots
        values += [edge for dot in shown for edge in (dot.value - dot.half, dot.value + dot.half)]
        low, high = (min(values), max(values)) if values else (0.0, 1.0)
        room = (high - low) * _ROOM or abs(high) * _ROOM or 1.0
        return low - room, high + room


def value_ticks(low: float, high: float) -> list[float]:
    """Round values from ``low`` to ``high``, at most six."""
    power = 10.0 ** math.floor(math.log10((high - low) / _TICKS))
    step = next(step * power for step in _STEPS if step * power * _TICKS >= (high - low) * (1.0 - 1e-9))
    return [i * step for i in range(math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9) + 1)]


class ChartView(QWidget):
    """Paints a chart as large as its place."""

    def __init__(self, chart: Chart | None = None) -> None:
        super().__init__()
        self.chart = Chart(title="")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(theme.roomy(240), theme.roomy(130))
        if chart is not None:
            self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        """Show another chart."""
        if chart != self.chart:
            self.chart = chart
            self.setAccessibleName(f"{chart.title}. {chart.spoken}")
            self.update()

    def sizeHint(self) -> QSize:
        """No larger than it must be; where there is room it gets it."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bands, axes, levels, line and dots."""
        painter, whole = on_paper(self)
        large = theme.text_scale()
        place = whole.adjusted(_LEFT * large, _ABOVE * large, -_RIGHT * large, -_BELOW * large)
        room = QRectF(12, 4, whole.width() - 20, (_ABOVE - 8) * large)
        most = round(_TITLE_PX * large)
        size = largest_px(self.chart.title, int(room.width()), int(room.height()), bold=True, most=most)
        painter.setFont(theme.font(size, bold=True))
        painter.setPen(theme.INK)
        painter.drawText(room, _LEFTWARDS | Qt.TextFlag.TextWordWrap.value, self.chart.title)
        self._paint_field(painter, _Field(place, self.chart))
        painter.end()

    def _paint_field(self, painter: QPainter, field: _Field) -> None:
        chart, place = self.chart, field.place
        for band in chart.bands:
            top, bottom = field.y(band.high), field.y(band.low)
            painter.fillRect(QRectF(place.left(), top, place.width(), bottom - top), theme.BLUE_PALE)
        painter.setFont(theme.font(round(_TEXT_PX * theme.text_scale())))
        line, left = painter.fontMetrics().height(), place.left()
        for value in value_ticks(*chart.span()):
            painter.setPen(theme.LINE)
            painter.drawLine(QPointF(place.left(), field.y(value)), QPointF(place.right(), field.y(value)))
            painter.setPen(theme.INK)
            words = QRectF(2, field.y(value) - line / 2, left - 8, line)
            painter.drawText(words, _RIGHTWARDS, f"{value:.6g}".replace("-", "−"))
        self._paint_ticks(painter, field)
        for level in chart.levels:
            self._paint_level(painter, field, level)
        if chart.line:
            painter.setPen(QPen(theme.QUIET, 2, Qt.PenStyle.DashLine))
            painter.drawPolyline(QPolygonF([QPointF(field.x(x), field.y(value)) for x, value in chart.line]))
        for dot in chart.dots:
            _paint_dot(painter, field, dot)

    def _paint_ticks(self, painter: QPainter, field: _Field) -> None:
        """Name the places from the last backwards, as far as the names do not touch."""
        metrics = QFontMetricsF(painter.font())
        right = field.place.right() + _RIGHT * theme.text_scale()
        free = math.inf
        for x, name in reversed(self.chart.ticks):
            half = metrics.horizontalAdvance(name) / 2 + _APART_PX / 2
            centre = min(field.x(x), right - half)
            if centre + half <= free:
                painter.drawText(
                    QRectF(centre - half, field.place.bottom() + 10, 2 * half, metrics.height()), _CENTRE, name
                )
                free = centre - half

    def _paint_level(self, painter: QPainter, field: _Field, level: Level) -> None:
        y = field.y(level.value)
        colour = theme.RED if level.style == "stop" else theme.INK
        dash = Qt.PenStyle.DashLine if level.style == "dash" else Qt.PenStyle.SolidLine
        painter.setPen(QPen(colour, 2, dash))
        painter.drawLine(QPointF(field.place.left(), y), QPointF(field.place.right(), y))
        line, room = painter.fontMetrics().height(), _RIGHT * theme.text_scale() - 6
        size = largest_px(level.name, int(room), line, bold=False, most=round(_TEXT_PX * theme.text_scale()))
        painter.save()
        painter.setFont(theme.font(size))
        painter.drawText(QRectF(field.place.right() + 6, y - line / 2, room, line), _LEFTWARDS, level.name)
        painter.restore()


class _Field:
    """Where places and values of a chart lie."""

    def __init__(self, place: QRectF, chart: Chart) -> None:
        self.place = place
        self._low, self._high = chart.span()
        self._x_low, self._x_high = chart.x_low, max(chart.x_high, chart.x_low + 1e-9)

    def edge(self, value: float) -> float | None:
        """The end of the axis beyond which a value lies; None where it lies inside."""
        nearest = min(max(value, self._low), self._high)
        return None if nearest == value else nearest

    def y(self, value: float) -> float:
        return self.place.bottom() - (value - self._low) / (self._high - self._low) * self.place.height()

    def x(self, x: float) -> float:
        return self.place.left() + (x - self._x_low) / (self._x_high - self._x_low) * self.place.width()


_INKS: dict[Mark, QColor] = {
    "used": theme.BLUE,
    "refused": theme.QUIET,
    "warn": theme.ORANGE,
    "stop": theme.RED,
}


def _paint_dot(painter: QPainter, field: _Field, dot: Dot) -> None:
    """A disc for what counts, a cross for what does not, a triangle for a warning, a square for a stop."""
    edge = field.edge(dot.value)
    spot = QPointF(field.x(dot.x), field.y(dot.value if edge is None else edge))
    painter.setPen(QPen(theme.INK, 2))
    if edge is not None:
        arrow, aside = ("▼", -26) if dot.value < edge else ("▲", 12)
        line = painter.fontMetrics().height()
        above = spot.y() + aside - (line - 16 if aside < 0 else 0)
        painter.drawText(QRectF(spot.x() - 80, above, 160, line), _CENTRE, f"{arrow} {dot.value:.3g}")
    if dot.half:
        top, bottom = field.y(dot.value + dot.half), field.y(dot.value - dot.half)
        painter.drawLine(QPointF(spot.x(), top), QPointF(spot.x(), bottom))
        for y in (top, bottom):
            painter.drawLine(QPointF(spot.x() - 6, y), QPointF(spot.x() + 6, y))
    painter.setBrush(_INKS[dot.mark])
    match dot.mark:
        case "used":
            radius = 5 if dot.half else 7
            painter.drawEllipse(spot, radius, radius)
        case "refused":
            painter.setPen(QPen(theme.QUIET, 3))
            painter.drawLine(spot + QPointF(-6, -6), spot + QPointF(6, 6))
            painter.drawLine(spot + QPointF(-6, 6), spot + QPointF(6, -6))
        case "warn":
            corners = (QPointF(0, -9), QPointF(8, 7), QPointF(-8, 7))
            painter.drawPolygon(QPolygonF([spot + corner for corner in corners]))
        case "stop":
            painter.drawRect(QRectF(spot.x() - 7, spot.y() - 7, 14, 14))
