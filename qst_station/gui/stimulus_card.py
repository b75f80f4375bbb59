"""The stimulus as the hand finds it in the tray: the largest thing on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import largest_px
from qst_station.gui.json_lines import Json

_KIND_WORDS = {
    "hair": "VON FREY HAIR",
    "pinprick": "PINPRICK",
    "touch": "STROKE",
    "train": "TRAIN",
    "fork": "TUNING FORK",
    "ramp": "PRESSURE PROBE",
}


class StimulusCard(QWidget):
    """Kind, label with unit, place in the tray, how to apply it, and a drawing of the tool."""

    def __init__(self) -> None:
        super().__init__()
        self._stimulus: Json | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("stimulus: none")

    def set_stimulus(self, stimulus: Json | None) -> None:
        """Show a stimulus of a view."""
        if stimulus != self._stimulus:
            self._stimulus = stimulus
            self.setAccessibleName(f"stimulus: {spoken(stimulus)}")
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the large label."""
        return QSize(500, 260)

    def label_px(self) -> int:
        """The font size of the label."""
        label = str(self._stimulus["label"]) if self._stimulus else ""
        place = self._label_place()
        return largest_px(label, int(place.width()), int(place.height()), bold=True, most=400)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.INK, 3))
        painter.setBrush(theme.PAPER)
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 14, 14)
        stimulus = self._stimulus
        if stimulus is not None:
            w, h = self.width(), self.height()
            self._write(painter, self._label_place(), str(stimulus["label"]), bold=True)
            kind = _KIND_WORDS.get(stimulus["kind"], str(stimulus["kind"]).upper())
            self._write(painter, QRectF(0.03 * w, 0.04 * h, 0.6 * w, 0.13 * h), kind, bold=True, left=True)
            if stimulus["slot"]:
                slot = f"tray slot {stimulus['slot']}"
                self._write(painter, QRectF(0.64 * w, 0.04 * h, 0.33 * w, 0.13 * h), slot, right=True)
            self._write(painter, QRectF(0.03 * w, 0.85 * h, 0.94 * w, 0.12 * h), str(stimulus["how"]))
            self._write(painter, QRectF(0.74 * w, 0.34 * h, 0.18 * w, 0.34 * h), str(stimulus["unit"]))
            side = min(0.24 * w, 0.6 * h)
            place = QRectF(0.02 * w, 0.21 * h + (0.62 * h - side) / 2, side, side)
            draw_tool(painter, place, str(stimulus["kind"]))
        painter.end()

    def _label_place(self) -> QRectF:
        w, h = self.width(), self.height()
        wide = self._stimulus is not None and not self._stimulus["unit"]
        return QRectF(0.27 * w, 0.17 * h, (0.68 if wide else 0.46) * w, 0.68 * h)

    def _write(
        self,
        painter: QPainter,
        place: QRectF,
        text: str,
        *,
        bold: bool = False,
        left: bool = False,
        right: bool = False,
    ) -> None:
        align = Qt.AlignmentFlag.AlignVCenter
        align |= (
            Qt.AlignmentFlag.AlignLeft
            if left
            else Qt.AlignmentFlag.AlignRight
            if right
            else Qt.AlignmentFlag.AlignHCenter
        )
        size = largest_px(text, int(place.width()), int(place.height()), bold=bold, most=400)
        painter.setFont(theme.font(size, bold=bold))
        painter.setPen(theme.INK)
        painter.drawText(place, align.value | Qt.TextFlag.TextWordWrap.value, text)


def spoken(stimulus: Json | None) -> str:
    """The stimulus in words, for a screen reader."""
    if stimulus is None:
        return "none"
    parts = [
        _KIND_WORDS.get(str(stimulus["kind"]), str(stimulus["kind"])).lower(),
        f"{stimulus['label']} {stimulus['unit']}",
    ]
    if stimulus["slot"]:
        parts.append(f"tray slot {stimulus['slot']}")
    return ", ".join(part.strip() for part in parts)


def draw_tool(painter: QPainter, place: QRectF, kind: str) -> None:
    """A drawing of the tool on the skin inside ``place``; nothing for a kind without one."""
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width() / 100, place.height() / 100)
    painter.setPen(QPen(theme.QUIET, 3))
    painter.drawLine(QPointF(8, 92), QPointF(92, 92))  # the skin
    painter.setPen(QPen(theme.INK, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(theme.BLUE_PALE)
    _TOOLS.get(kind, lambda _painter: None)(painter)
    painter.restore()


def _hair(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(14, 16, 50, 13), 4, 4)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        QPolygonF([QPointF(64, 23), QPointF(68, 40), QPointF(72, 60), QPointF(70, 78), QPointF(62, 91)])
    )


def _pinprick(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(38, 6, 24, 46), 4, 4)
    painter.drawRect(QRectF(45, 52, 10, 18))
    painter.drawLine(QPointF(50, 70), QPointF(50, 91))


def _touch(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(52, 8, 14, 44), 4, 4)
    for x in (44, 51, 59, 67, 74):
        painter.drawLine(QPointF(59, 52), QPointF(x, 86))
    painter.setPen(QPen(theme.BLUE, 5))
    painter.drawLine(QPointF(38, 80), QPointF(10, 80))
    painter.drawPolyline(QPolygonF([QPointF(20, 72), QPointF(10, 80), QPointF(20, 88)]))


def _train(painter: QPainter) -> None:
    _pinprick(painter)
    painter.setBrush(theme.INK)
    for x in (12, 22, 32, 68, 78, 88):
        painter.drawEllipse(QPointF(x, 84), 2.5, 2.5)


def _fork(painter: QPainter) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.INK, 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(
        QPolygonF([QPointF(36, 8), QPointF(36, 46), QPointF(50, 58), QPointF(64, 46), QPointF(64, 8)])
    )
    painter.drawLine(QPointF(50, 58), QPointF(50, 88))


def _ramp(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(30, 6, 40, 44), 6, 6)
    painter.drawRect(QRectF(45, 50, 10, 26))
    painter.setBrush(QColor(theme.INK))
    painter.drawRect(QRectF(36, 76, 28, 14))


_TOOLS = {
    "hair": _hair,
    "pinprick": _pinprick,
    "touch": _touch,
    "train": _train,
    "fork": _fork,
    "ramp": _ramp,
}
