"""The stimulus as the hand finds it in the tray: the largest thing on the screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import largest_px
from qst_station.gui.json_lines import Json
from qst_station.gui.stimulus_marks import mark_of, paint_mark
from qst_station.gui.words import told, tr

_KIND_WORDS: dict[str, Callable[[], str]] = {
    "hair": lambda: tr("VON FREY HAIR"),
    "pinprick": lambda: tr("PINPRICK"),
    "touch": lambda: tr("STROKE"),
    "train": lambda: tr("TRAIN"),
    "fork": lambda: tr("TUNING FORK"),
    "ramp": lambda: tr("PRESSURE PROBE"),
}

_LEAST_BAND = 16


class StimulusCard(QWidget):
    """Kind, label with unit, place in the tray and its mark, how to apply it, and a drawing of the tool."""

    def __init__(self) -> None:
        super().__init__()
        self._stimulus: Json | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("no stimulus"))

    def set_stimulus(self, stimulus: Json | None) -> None:
        """Show a stimulus of a view."""
        if stimulus != self._stimulus:
            self._stimulus = stimulus
            self.setAccessibleName(spoken(stimulus))
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the large label."""
        return QSize(500, 260)

    def minimumSizeHint(self) -> QSize:
        """What can still be read beside an open question."""
        return QSize(240, theme.scaled(96))

    def label_px(self) -> int:
        """The font size of the label."""
        place = self._label_place()
        size = int(place.width()), int(place.height())
        return largest_px(self._label(), *size, bold=True, most=400)

    def _label(self) -> str:
        return told(str(self._stimulus["label"])) if self._stimulus else ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.INK, 3))
        painter.setBrush(theme.PAPER)
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 14, 14)
        if self._stimulus is not None:
            self._paint_stimulus(painter, self._stimulus)
        painter.end()

    def _paint_stimulus(self, painter: QPainter, stimulus: Json) -> None:
        w, h = self.width(), self.height()
        band = self._band()
        self._write(painter, self._label_place(), self._label(), bold=True)
        kind = kind_words(str(stimulus["kind"]))
        self._write(painter, QRectF(0.03 * w, 0.03 * h, 0.55 * w, band), kind, bold=True, left=True)
        if stimulus["slot"]:
            slot = tr("tray slot {slot}", slot=stimulus["slot"])
            self._write(painter, QRectF(0.6 * w, 0.03 * h, 0.37 * w, band), slot, right=True)
            paint_mark(
                painter, self._picture_place(min(0.16 * w, 0.46 * h), right=True), mark_of(stimulus["slot"])
            )
        self._write(painter, QRectF(0.03 * w, 0.97 * h - band, 0.94 * w, band), told(str(stimulus["how"])))
        self._write(painter, self._unit_place(), told(str(stimulus["unit"])))
        tool = str(stimulus["id"] if stimulus.get("id") in _TOOLS else stimulus["kind"])
        draw_tool(painter, self._picture_place(min(0.22 * w, 0.56 * h)), tool)

    def _band(self) -> float:
        """Height of the lines above and below the label: more for larger text, and never too little to read."""
        return max(theme.scaled(_LEAST_BAND), (0.12 + 0.05 * (theme.text_scale() - 1.0)) * self.height())

    @property
    def _has_slot(self) -> bool:
        return bool(self._stimulus and self._stimulus["slot"])

    @property
    def _is_word(self) -> bool:
        """Whether the label is a word: then it stands across the card, below the pictures."""
        return bool(self._stimulus and not self._stimulus["unit"])

    def _label_place(self) -> QRectF:
        """Left of unit and mark; above the unit where there is no mark, as then the label may be a long word."""
        w, h = self.width(), self.height()
        top = self._band() + 0.04 * h
        if self._is_word:
            return QRectF(0.03 * w, 0.46 * h, 0.94 * w, 0.54 * h - top)
        if self._has_slot:
            return QRectF(0.25 * w, top, 0.42 * w, h - 2 * top)
        return QRectF(0.25 * w, top, 0.72 * w, 0.66 * (h - 2 * top))

    def _picture_place(self, side: float, *, right: bool = False) -> QRectF:
        """Where the tool is drawn, or on the right the mark."""
        w, h = self.width(), self.height()
        top = self._band() + 0.03 * h
        middle = 0.51 * h
        if self._is_word:
            side = min(side, 0.46 * h - top)
            middle = top + side / 2
        return QRectF((0.97 * w - side) if right else 0.02 * w, middle - side / 2, side, side)

    def _unit_place(self) -> QRectF:
        w, h = self.width(), self.height()
        if self._has_slot:
            return QRectF(0.68 * w, 0.34 * h, 0.12 * w, 0.34 * h)
        label = self._label_place()
        return QRectF(label.left(), label.bottom(), label.width(), label.height() / 2)

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


def kind_words(kind: str) -> str:
    """What a kind of stimulus is called."""
    return _KIND_WORDS[kind]() if kind in _KIND_WORDS else kind.upper()


def spoken(stimulus: Json | None) -> str:
    """The stimulus in words, for a screen reader."""
    if stimulus is None:
        return tr("no stimulus")
    label = f"{told(str(stimulus['label']))} {told(str(stimulus['unit']))}".strip()
    said = f"{kind_words(str(stimulus['kind'])).lower()}, {label}"
    if not stimulus["slot"]:
        return said
    mark = mark_of(stimulus["slot"]).words()
    return tr("{stimulus}, tray slot {slot}, {mark}", stimulus=said, slot=stimulus["slot"], mark=mark)


def draw_tool(painter: QPainter, place: QRectF, tool: str) -> None:
    """A drawing of a tool on the skin inside ``place``, by its kind or its own id; nothing where there is none."""
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width() / 100, place.height() / 100)
    painter.setPen(QPen(theme.QUIET, 3))
    painter.drawLine(QPointF(8, 92), QPointF(92, 92))  # the skin
    painter.setPen(QPen(theme.INK, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(theme.BLUE_PALE)
    _TOOLS.get(tool, lambda _painter: None)(painter)
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


def _brush(painter: QPainter) -> None:
    painter.drawRoundedRect(QRectF(57, 4, 14, 36), 4, 4)
    painter.drawRect(QRectF(48, 40, 32, 12))
    for x in (42, 50, 57, 64, 71, 78, 86):
        painter.drawLine(QPointF(64 + 0.62 * (x - 64), 52), QPointF(x, 88))
    _stroke(painter)


def _cotton_wisp(painter: QPainter) -> None:
    """A loose tuft that is thin where it touches."""
    tuft = QPainterPath(QPointF(66, 90))
    for x, y in ((42, 62), (44, 34), (58, 10), (80, 16), (88, 42), (80, 66), (66, 90)):
        tuft.quadTo(QPointF(x + (10 if x > 64 else -8), y + 10), QPointF(x, y))
    painter.drawPath(tuft)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for x in (56, 66, 76):
        strand = QPainterPath(QPointF(x, 26))
        strand.cubicTo(QPointF(x - 10, 42), QPointF(x + 8, 52), QPointF(66 + 0.4 * (x - 66), 70))
        painter.drawPath(strand)
    _stroke(painter)


def _cotton_tip(painter: QPainter) -> None:
    painter.drawRect(QRectF(61, 4, 6, 54))
    painter.drawEllipse(QPointF(64, 71), 14, 19)
    _stroke(painter)


def _stroke(painter: QPainter) -> None:
    """The way of a stroke over the skin."""
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
    painter.setBrush(theme.INK)
    painter.drawRect(QRectF(36, 76, 28, 14))


_TOOLS = {
    "hair": _hair,
    "pinprick": _pinprick,
    "touch": _brush,
    "brush": _brush,
    "cotton-wisp": _cotton_wisp,
    "cotton-tip": _cotton_tip,
    "train": _train,
    "fork": _fork,
    "ramp": _ramp,
}
