"""One number, typed with digits and Enter, shown as large as the stimulus."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText, largest_px
from qst_station.gui.typed_number import LONGEST
from qst_station.gui.words import tr


class _Digits(QWidget):
    """The box in which the digits appear; a bar shows that it takes some."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._live = False
        self.setAccessibleName(tr("number entry: {digits}", digits=tr("empty")))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_text(self, text: str, live: bool) -> None:
        if (text, live) != (self._text, self._live):
            self._text, self._live = text, live
            name = tr("number entry: {digits}", digits=text or tr("empty"))
            self.setAccessibleName(name if live else tr("{key}, not now", key=name))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, 150)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.BLUE if self._live else theme.LINE, 4))
        painter.setBrush(theme.PAPER if self._live else theme.FIELD)
        painter.drawRoundedRect(self.rect().adjusted(3, 3, -3, -3), 12, 12)
        room, size = self._room(), self.px()
        painter.setFont(theme.font(size, bold=True))
        painter.setPen(theme.INK)
        centre = Qt.AlignmentFlag.AlignCenter.value
        painter.drawText(room, centre, self._text)
        if self._live:
            end = room.center().x() + painter.fontMetrics().horizontalAdvance(self._text) // 2 + 6
            painter.fillRect(
                end, room.center().y() - size // 2 + size // 10, max(3, size // 24), size * 4 // 5, theme.BLUE
            )
        painter.end()

    def px(self) -> int:
        """The font size, the same for one digit and for five."""
        room = self._room()
        return largest_px("88888", room.width(), room.height(), bold=True, most=400)

    def _room(self) -> QRect:
        return self.rect().adjusted(20, 8, -20, -8)


class NumberField(QWidget):
    """Prompt, digits, unit and the ends of the scale.

    The field itself sends nothing: the screen takes `text` when Enter comes and clears it once it is accepted.
    """

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""
        self._live = False
        self.prompt = FittedText(most=34, align=LEFT)
        self._digits = _Digits()
        self._unit = FittedText(most=60, align=LEFT)
        self._low = FittedText(most=22, align=LEFT, colour=theme.QUIET)
        self._high = FittedText(most=22, align=LEFT, colour=theme.QUIET)
        side = QVBoxLayout()
        side.addWidget(self._unit, 3)
        side.addWidget(self._low, 2)
        side.addWidget(self._high, 2)
        row = QHBoxLayout()
        row.addWidget(self._digits, 3)
        row.addLayout(side, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.prompt, 1)
        column.addLayout(row, 4)

    def describe(self, prompt: str, unit: str, low: str = "", high: str = "", *, live: bool) -> None:
        """Say what is asked for, and whether digits are taken now."""
        self.prompt.set_text(prompt)
        self._unit.set_text(unit)
        self._low.set_text(low)
        self._high.set_text(high)
        if not live:
            self._typed = ""
        self._live = live
        self._digits.show_text(self._typed, live)

    def digits_px(self) -> int:
        """The font size of the digits."""
        return self._digits.px()

    @property
    def text(self) -> str:
        """What has been typed and not been accepted."""
        return self._typed

    def type(self, text: str) -> None:
        """Add typed characters."""
        if self._live and len(self._typed) + len(text) <= LONGEST:
            self._typed += text
            self._digits.show_text(self._typed, self._live)

    def rub_out(self) -> bool:
        """Take the last character away; False where there is none."""
        if not self._typed:
            return False
        self._typed = self._typed[:-1]
        self._digits.show_text(self._typed, self._live)
        return True

    def clear(self) -> None:
        """Empty the field."""
        self._typed = ""
        self._digits.show_text("", self._live)
