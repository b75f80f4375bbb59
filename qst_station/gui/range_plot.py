"""Measured values beside the true ones: for each a line with the range of flawless runs."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.json_lines import Json
from qst_station.gui.words import tr
from qst_station.station.training_words import number

_TEXT = 28
_BAND = 30
_TEXT_PX = 16
_MARGIN = 0.6  # of the range, or of the way to the value, beside what is drawn


class RangePlot(QWidget):
    """One row for each parameter and area: bar of flawless runs, line for the truth, ● or ▲ what was measured."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Json] = []
        self._text_lines = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def set_rows(self, rows: list[Json]) -> None:
        """Show the rows `compared` of a feedback."""
        self._rows = rows
        self.setAccessibleName("; ".join(f"{title_words(row)}: {value_words(row)}" for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its rows."""
        return QSize(theme.roomy(320), self._row_height() * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        """The same height, at the least width."""
        return QSize(theme.roomy(200), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where title and values have no room beside each other, they stand in two lines."""
        super().resizeEvent(event)
        title, values = QFontMetrics(theme.text(_TEXT_PX, bold=True)), QFontMetrics(theme.text(_TEXT_PX))
        widest = max(
            (
                title.horizontalAdvance(title_words(row)) + values.horizontalAdvance(value_words(row))
                for row in self._rows
            ),
            default=0,
        )
        lines = 2 if widest + 3 * theme.GAP > self.width() else 1
        if lines != self._text_lines:
            self._text_lines = lines
            self.updateGeometry()

    def _row_height(self) -> int:
        return theme.roomy(_TEXT) * self._text_lines + theme.roomy(_BAND)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._row_height()
        for i, row in enumerate(self._rows):
            self._paint_row(painter, QRectF(0, i * height, self.width(), height), row)
        painter.end()

    def _paint_row(self, painter: QPainter, place: QRectF, row: Json) -> None:
        line = theme.roomy(_TEXT)
        text = QRectF(place.left() + 4, place.top(), place.width() - 8, line)
        painter.setPen(theme.INK)
        painter.setFont(theme.text(_TEXT_PX, bold=True))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(text, left.value, title_words(row))
        painter.setFont(theme.text(_TEXT_PX))
        text.translate(0, line * (self._text_lines - 1))
        painter.drawText(text, right.value, value_words(row))
        below = text.bottom()
        band = QRectF(place.left() + 8, below, place.width() - 16, theme.roomy(_BAND - 8))
        self._paint_band(painter, band, row)

    def _paint_band(self, painter: QPainter, band: QRectF, row: Json) -> None:
        flawless, middle = row["flawless"], band.center().y()
        painter.setPen(QPen(theme.LINE, 2))
        painter.drawLine(QPointF(band.left(), middle), QPointF(band.right(), middle))
        spots = [
            v for v in (flawless["low"], flawless["high"], flawless["true"], row["measured"]) if v is not None
        ]
        if flawless["low"] is None:
            return
        at = _axis(spots, band)
        bar = QRectF(QPointF(at(flawless["low"]), band.top()), QPointF(at(flawless["high"]), band.bottom()))
        painter.setPen(QPen(theme.BLUE, 2))
        painter.setBrush(theme.BLUE_PALE)
        painter.drawRoundedRect(bar.adjusted(-2, 0, 2, 0), 4, 4)
        if flawless["true"] is not None:
            painter.setPen(QPen(theme.INK, 3))
            x = at(flawless["true"])
            painter.drawLine(QPointF(x, band.top() - 2), QPointF(x, band.bottom() + 2))
        if row["measured"] is not None:
            _paint_measured(painter, QPointF(at(row["measured"]), middle), good=row["good"])


def _axis(spots: list[float], band: QRectF) -> Callable[[float], float]:
    """Where a value lies: logarithmic, with room on both sides."""
    logs = [math.log(max(spot, 1e-9)) for spot in spots]
    low, high = min(logs), max(logs)
    room = max(0.1, _MARGIN * (high - low) / 2)
    low, high = low - room, high + room
    return lambda value: band.left() + band.width() * (math.log(max(value, 1e-9)) - low) / (high - low)


def _paint_measured(painter: QPainter, at: QPointF, *, good: bool) -> None:
    size = theme.roomy(8)
    painter.setPen(QPen(theme.INK, 2))
    painter.setBrush(theme.INK if good else theme.ORANGE)
    if good:
        painter.drawEllipse(at, size * 0.8, size * 0.8)
        return
    corners = (QPointF(0, -size), QPointF(size, size), QPointF(-size, size))
    painter.drawPolygon(QPolygonF([at + corner for corner in corners]))


def title_words(row: Json) -> str:
    """Parameter and area, with how it went."""
    area = tr("control area") if row["site_role"] == "control" else tr("test area")
    mark = "·" if row["measured"] is None else "✓" if row["good"] else "▲"
    return f"{mark} {row['flawless']['parameter']}, {area}"


def value_words(row: Json) -> str:
    """What was measured and what is true."""
    flawless = row["flawless"]
    true = number(flawless["true"], flawless["unit"])
    if row["measured"] is None:
        return tr("not measured, true {true}", true=true)
    return tr("yours {yours}, true {true}", yours=number(row["measured"], flawless["unit"]), true=true)
