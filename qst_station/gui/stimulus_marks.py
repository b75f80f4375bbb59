"""The mark of a place in the tray: a colour, a shape and the number, so that the hand finds what the screen shows.

The colours are those of Okabe and Ito without vermillion (red means stop here) and black. They belong to labels
that are printed and lie in the tray, so they are the same in both themes; a black and a white outline set them off
from any ground. Neighbours differ in shape as well as in colour, and no mark comes twice among 30 places.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from qst_station.gui import theme
from qst_station.gui.words import tr

COLOURS = {
    "orange": "#e69f00",
    "sky blue": "#56b4e9",
    "yellow": "#f0e442",
    "blue": "#0072b2",
    "purple": "#cc79a7",
    "green": "#009e73",
}
SHAPES = ("circle", "square", "triangle", "diamond", "cross")
_BLACK, _WHITE = "#000000", "#ffffff"  # printed as well, so of no theme

_NAMES: dict[str, Callable[[], str]] = {
    "orange": lambda: tr("orange"),
    "sky blue": lambda: tr("sky blue"),
    "yellow": lambda: tr("yellow"),
    "blue": lambda: tr("blue"),
    "purple": lambda: tr("purple"),
    "green": lambda: tr("green"),
    "circle": lambda: tr("circle"),
    "square": lambda: tr("square"),
    "triangle": lambda: tr("triangle"),
    "diamond": lambda: tr("diamond"),
    "cross": lambda: tr("cross"),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What marks a place of the tray; `colour` and `shape` are names of `COLOURS` and `SHAPES`."""

    slot: int
    colour: str
    shape: str

    def words(self) -> str:
        """The mark for somebody who hears it."""
        return tr("{colour} {shape}", colour=_NAMES[self.colour](), shape=_NAMES[self.shape]())


def mark_of(slot: int) -> Mark:
    """The mark of a place, from 1.

    Raises
    ------
    ValueError
        There is no such place.
    """
    if slot < 1:
        raise ValueError(f"slot is {slot}; places of a tray are counted from 1")
    colours = list(COLOURS)
    return Mark(slot, colours[(slot - 1) % len(colours)], SHAPES[(slot - 1) % len(SHAPES)])


def paint_mark(painter: QPainter, place: QRectF, mark: Mark) -> None:
    """Paint a mark as large as fits into ``place``, with its number in it."""
    side = min(place.width(), place.height())
    square = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
    line = max(1.0, side / 28)
    shape = _path(mark.shape, square.adjusted(2 * line, 2 * line, -2 * line, -2 * line))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(_WHITE), 4 * line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, _MITRE))
    painter.drawPath(shape)
    painter.setPen(QPen(QColor(_BLACK), 1.6 * line, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap, _MITRE))
    painter.setBrush(QColor(COLOURS[mark.colour]))
    painter.drawPath(shape)
    painter.setPen(QColor(_WHITE if mark.colour == "blue" else _BLACK))  # black is read better on all others
    painter.setFont(_number_font(side))
    below = 0.14 * side if mark.shape == "triangle" else 0.0  # its middle is low
    painter.drawText(square.translated(0.0, below), Qt.AlignmentFlag.AlignCenter.value, str(mark.slot))
    painter.restore()


_MITRE = Qt.PenJoinStyle.MiterJoin


def _number_font(side: float) -> QFont:
    return theme.font(max(6, round(0.3 * side)), bold=True)


def _path(shape: str, place: QRectF) -> QPainterPath:
    path = QPainterPath()
    if shape == "circle":
        path.addEllipse(place)
    elif shape == "square":
        inset = 0.08 * place.width()
        path.addRect(place.adjusted(inset, inset, -inset, -inset))
    elif shape == "triangle":
        top, left, right = QPointF(place.center().x(), place.top()), place.bottomLeft(), place.bottomRight()
        path.addPolygon(QPolygonF([top, right, left, top]))
    elif shape == "diamond":
        middle = place.center()
        tips = [
            QPointF(middle.x() + place.width() / 2 * math.cos(a), middle.y() + place.height() / 2 * math.sin(a))
            for a in (-math.pi / 2, 0.0, math.pi / 2, math.pi, -math.pi / 2)
        ]
        path.addPolygon(QPolygonF(tips))
    else:
        third = 0.3 * place.width()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRect(place.adjusted(third, 0, -third, 0))
        path.addRect(place.adjusted(0, third, 0, -third))
        path = path.simplified()
    return path
