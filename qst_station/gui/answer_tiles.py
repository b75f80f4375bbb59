"""The two answers, as wide as the hand that looks for them: F on the left, J on the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import largest_px


class Tile(QWidget):
    """One key with its meaning. Clicking it is the same as pressing the key."""

    clicked = Signal()

    def __init__(self, cap: str, arrow: str) -> None:
        super().__init__()
        self._cap = cap
        self._arrow = arrow
        self._text = ""
        self._live = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_text(self, text: str, *, live: bool) -> None:
        """Show a meaning; ``live`` says whether the key is taken now."""
        if (text, live) != (self._text, self._live):
            self._text, self._live = text, live
            self.setAccessibleName(f"key {self._cap}: {text}" + ("" if live else ", not now"))
            self.update()

    def text(self) -> str:
        """The meaning of the key."""
        return self._text

    def sizeHint(self) -> QSize:
        """At least 40 by 30 mm on a common screen."""
        return QSize(300, 130)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click or a touch is the key."""
        if event.button() == Qt.MouseButton.LeftButton and self._live:
            self.clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint key cap and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        w, h = self.width(), self.height()
        painter.setPen(QPen(theme.INK if self._live else theme.LINE, 3))
        painter.setBrush(theme.PAPER if self._live else theme.FIELD)
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 14, 14)
        cap_side = min(0.56 * h, 0.2 * w)
        cap = QRectF(0.05 * w, (h - cap_side) / 2, cap_side, cap_side)
        painter.setBrush(theme.INK if self._live else theme.LINE)
        painter.drawRoundedRect(cap, 10, 10)
        painter.setPen(theme.PAPER)
        painter.setFont(theme.font(int(cap_side * 0.62), bold=True))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter.value, self._cap)
        painter.setPen(theme.QUIET)
        painter.setFont(theme.font(max(14, int(h * 0.12))))
        painter.drawText(
            QRectF(cap.left(), cap.bottom(), cap_side, (h - cap_side) / 2),
            Qt.AlignmentFlag.AlignCenter.value,
            self._arrow,
        )
        place = QRectF(cap.right() + 0.04 * w, 0.14 * h, w - cap.right() - 0.09 * w, 0.72 * h)
        painter.setPen(theme.INK if self._live else theme.QUIET)
        size = largest_px(self._text, int(place.width()), int(place.height()), bold=True, most=72)
        painter.setFont(theme.font(size, bold=True))
        align = Qt.AlignmentFlag.AlignVCenter.value | Qt.AlignmentFlag.AlignLeft.value
        painter.drawText(place, align | Qt.TextFlag.TextWordWrap.value, self._text)
        painter.end()


class AnswerTiles(QWidget):
    """Both tiles."""

    chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.no = Tile("F", "←")
        self.yes = Tile("J", "→")
        self.no.clicked.connect(lambda: self.chosen.emit(False))
        self.yes.clicked.connect(lambda: self.chosen.emit(True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3 * theme.GAP)
        row.addWidget(self.no, 1)
        row.addWidget(self.yes, 1)

    def set_answers(self, no: str, yes: str, *, live: bool) -> None:
        """Show what the two keys mean and whether they are taken now."""
        self.no.set_text(no, live=live)
        self.yes.set_text(yes, live=live)
