"""A drawing of the way of the tape around hand or ankle, with the landmark variant in words.

The drawing is a reminder of the crossing, not an anatomical plate: the landmarks are those of the variant.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import largest_px
from qst_station.gui.side_words import side_words
from qst_station.gui.words import told, tr

_VARIANTS: dict[str, Callable[[], str]] = {
    "ulnar-styloid-2nd-mcp": lambda: tr("ulnar styloid, 2nd MCP"),
    "radial-styloid-no-wrist": lambda: tr("radial styloid, wrist left out"),
}


class TapePath(QWidget):
    """Outline of the limb and the figure of eight over it."""

    def __init__(self) -> None:
        super().__init__()
        self._segment, self._words, self._mirrored = "hand", "", False
        self.setAccessibleName(tr("tape path"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_segment(self, segment: str, variant: str, position: str, *, mirrored: bool) -> None:
        """Draw a segment; ``mirrored`` for the left side."""
        held = tr("position: {position}", position=told(position.replace("-", " ")))
        words = f"{_VARIANTS[variant]() if variant in _VARIANTS else told(variant.replace('-', ' '))}\n{held}"
        if (segment, words, mirrored) != (self._segment, self._words, self._mirrored):
            self._segment, self._words, self._mirrored = segment, words, mirrored
            named = side_words(segment)
            self.setAccessibleName(tr("tape path: {segment}, {words}", segment=named, words=words))
            self.update()

    def sizeHint(self) -> QSize:
        """Upright."""
        return QSize(260, 400)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint outline, tape and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        w, h = self.width(), self.height()
        below = min(0.3, 0.15 * theme.text_scale())  # share of the words
        side = min(w, h * (0.95 - below))
        painter.save()
        painter.translate((w - side) / 2, (h * (0.99 - below) - side) / 2)
        painter.scale(side / 100, side / 100)
        if self._mirrored:
            painter.translate(100, 0)
            painter.scale(-1, 1)
        (_paint_hand if self._segment == "hand" else _paint_ankle)(painter)
        painter.restore()
        place = QRectF(0, (1.0 - below) * h, w, below * h)
        most = theme.roomy(18)
        painter.setFont(theme.font(largest_px(self._words, w, int(place.height()), bold=False, most=most)))
        painter.setPen(theme.QUIET)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value, self._words)
        painter.end()


def _outline(painter: QPainter, path: QPainterPath) -> None:
    painter.setPen(QPen(theme.INK, 1.6))
    painter.setBrush(theme.PAPER)
    painter.drawPath(path.simplified())


def _tape(painter: QPainter, path: QPainterPath) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.INK, 5.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)
    painter.setPen(QPen(theme.ORANGE, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPath(path)


def _paint_hand(painter: QPainter) -> None:
    hand = QPainterPath()
    hand.setFillRule(Qt.FillRule.WindingFill)
    hand.addRoundedRect(QRectF(36, 70, 28, 34), 4, 4)  # forearm
    hand.addRoundedRect(QRectF(29, 38, 42, 44), 10, 10)  # back of the hand
    for x, top in ((29.5, 14), (40.2, 6), (50.9, 9), (61.6, 18)):
        hand.addRoundedRect(QRectF(x, top, 9, 36), 4.5, 4.5)
    thumb = QPainterPath()
    thumb.addRoundedRect(QRectF(-5, -30, 10, 34), 5, 5)
    painter.save()
    painter.translate(33, 66)
    painter.rotate(-46)
    _outline(painter, thumb)
    painter.restore()
    _outline(painter, hand)
    tape = QPainterPath(QPointF(36, 84))
    tape.cubicTo(QPointF(46, 87), QPointF(54, 87), QPointF(64, 84))  # around the wrist
    tape.moveTo(QPointF(36, 82))
    tape.lineTo(QPointF(70, 44))  # over the back to the 5th joint
    tape.moveTo(QPointF(64, 82))
    tape.lineTo(QPointF(30, 44))  # over the back to the 2nd joint
    tape.moveTo(QPointF(30, 43))
    tape.cubicTo(QPointF(42, 39), QPointF(58, 39), QPointF(70, 43))
    _tape(painter, tape)


def _paint_ankle(painter: QPainter) -> None:
    foot = QPainterPath(QPointF(24, 2))
    foot.lineTo(QPointF(50, 2))
    foot.cubicTo(QPointF(50, 30), QPointF(52, 44), QPointF(66, 54))
    foot.cubicTo(QPointF(82, 62), QPointF(96, 66), QPointF(97, 76))
    foot.cubicTo(QPointF(97, 84), QPointF(90, 84), QPointF(80, 84))
    foot.lineTo(QPointF(26, 84))
    foot.cubicTo(QPointF(12, 84), QPointF(12, 70), QPointF(18, 60))
    foot.cubicTo(QPointF(24, 48), QPointF(24, 24), QPointF(24, 2))
    _outline(painter, foot)
    painter.setPen(QPen(theme.QUIET, 1.4))
    painter.drawEllipse(QPointF(36, 52), 5, 5)  # malleolus
    tape = QPainterPath(QPointF(50, 38))
    tape.cubicTo(QPointF(56, 52), QPointF(56, 70), QPointF(58, 84))  # over the instep, under the arch
    tape.moveTo(QPointF(66, 54))
    tape.cubicTo(QPointF(50, 48), QPointF(32, 60), QPointF(16, 64))  # to the other malleolus and the tendon
    tape.moveTo(QPointF(50, 38))
    tape.cubicTo(QPointF(42, 48), QPointF(28, 58), QPointF(16, 64))
    _tape(painter, tape)
