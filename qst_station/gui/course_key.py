"""The key below the picture of a course: what each mark means, in as many lines as it needs."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from qst_station.gui import theme
from qst_station.gui.words import tr

_LINE = 24.0
_MARK = 24.0  # room of a mark before its words
_GAP = 26.0
_TEXT_PX = 14
_LEFT = Qt.AlignmentFlag.AlignVCenter.value


def key_height(width: float) -> float:
    """The height of the key in so much width, for text of the usual size."""
    return _LINE * (_places(width)[-1][1] + 1)


def paint_key(painter: QPainter, room: QRectF) -> None:
    """Paint every mark with its words."""
    for (mark, words), (x, line) in zip(_entries(), _places(room.width() + 16), strict=True):
        place = QRectF(room.left() + x, room.top() + line * _LINE, _MARK, _LINE)
        if mark in ("affected", "other"):
            paint_mark(painter, QPointF(place.left() + 8, place.center().y()), affected=mark == "affected")
        elif mark == "band":
            painter.setPen(QPen(theme.QUIET, 1))
            painter.setBrush(theme.BLUE_PALE)
            painter.drawRect(QRectF(place.left(), place.center().y() - 7, 18, 14))
        elif mark == "gap":
            painter.setPen(QPen(theme.QUIET, 1.5, Qt.PenStyle.DotLine))
            middle = QPointF(place.left() + 8, place.top() + 3)
            painter.drawLine(middle, middle + QPointF(0, _LINE - 6))
        painter.setPen(theme.INK)
        painter.setFont(theme.font(_TEXT_PX))
        if mark == "above":
            painter.drawText(place, _LEFT, " ▲")
        painter.drawText(QRectF(place.right(), place.top(), room.width(), _LINE), _LEFT, words)


def paint_mark(painter: QPainter, spot: QPointF, *, affected: bool) -> None:
    """A square for the affected side, an open circle for the other: shape tells, not colour."""
    painter.setPen(QPen(theme.INK, 1.5))
    if affected:
        painter.setBrush(theme.ORANGE)
        painter.drawRect(QRectF(spot.x() - 5, spot.y() - 5, 10, 10))
    else:
        painter.setBrush(theme.PAPER)
        painter.drawEllipse(spot, 5.5, 5.5)


def _entries() -> tuple[tuple[str, str], ...]:
    return (
        ("affected", tr("affected side")),
        ("other", tr("other side (z: control area)")),
        ("band", tr("day 0 ± MDC95; z: within ±1.96")),
        ("above", tr("change above MDC95")),
        ("gap", tr("no visit")),
    )


def _places(width: float) -> list[tuple[float, int]]:
    """Where each entry begins and in which line."""
    metrics = QFontMetrics(theme.font(_TEXT_PX))
    places, x, line = [], 0.0, 0
    for _, words in _entries():
        broad = _MARK + metrics.horizontalAdvance(words)
        if x and x + broad > width - 16:
            x, line = 0.0, line + 1
        places.append((x, line))
        x += broad + _GAP
    return places
