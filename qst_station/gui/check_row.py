"""One line of the check-list: a mark, what is so or is missing, and the one button that mends it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.event_stamp import stamp_ns
from qst_station.gui.fitted_text import LEFT, FittedText, least_px
from qst_station.gui.keys import Press
from qst_station.gui.touch import is_new_contact
from qst_station.gui.words import tr

_MARK_PX, _BUTTON_PX = 54, 250


class CheckRow(QWidget):
    """A line that can be pointed at. `pressed` tells its id: pointing at it is selecting it and pressing Space.

    Parameters
    ----------
    typed : bool
        Whether a number is typed into it, which stands large beside the words.
    """

    pressed = Signal(str, object)

    def __init__(self, line: str, *, typed: bool = False) -> None:
        super().__init__()
        self.line = line
        self._mark = "○"
        self._ok = False
        self._selected = False
        self.words = FittedText(most=26, align=LEFT)
        self.detail = (
            FittedText(most=38, bold=True, align=LEFT)
            if typed
            else FittedText(most=20, align=LEFT, colour=theme.QUIET)
        )
        self.button = Tile("check", action="space", least_mm=(40.0, 8.0))
        self.button.touched.connect(lambda press: self.pressed.emit(self.line, press))
        self.button.setMaximumHeight(theme.roomy(56))
        self.button.setFixedWidth(least_px(_BUTTON_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.roomy(_MARK_PX), 4, 8, 4)
        row.setSpacing(theme.GAP)
        row.addWidget(self.words, 9)
        row.addWidget(self.detail, 4)
        row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """As high as a line of text with room around it."""
        return QSize(400, theme.roomy(52))

    def minimumSizeHint(self) -> QSize:
        """As high as a line of text."""
        return QSize(200, theme.roomy(26))

    def describe(self, words: str, detail: str, button: str, *, ok: bool, optional: bool, selected: bool) -> None:
        """Show how the line stands; ``button`` is empty where there is nothing to press."""
        mark = "✓" if ok else "○" if optional else "▲"
        self.words.set_text(words)
        self.detail.set_text(detail)
        self.detail.setVisible(bool(detail))
        self.button.setVisible(bool(button))
        self.button.set_text(button, live=bool(button))
        self.button.set_keyed(selected)  # Space is for the selected line only
        state = tr("in order") if ok else tr("open, optional") if optional else tr("open")
        self.setAccessibleName(f"{words} {detail}: {state}")
        if (mark, ok, selected) != (self._mark, self._ok, self._selected):
            self._mark, self._ok, self._selected = mark, ok, selected
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pointing at the line is the key."""
        if event.button() == Qt.MouseButton.LeftButton and is_new_contact(self, stamp_ns(event)):
            press = Press(action="space", text="", source=f"pointer on {self.line}", stamp_ns=stamp_ns(event))
            self.pressed.emit(self.line, press)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, mark and frame of the selected line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.PAPER if self._ok or self._mark == "○" else theme.ORANGE_PALE
        painter.setBrush(ground)
        painter.setPen(QPen(theme.BLUE if self._selected else theme.LINE, 4 if self._selected else 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 8, 8)
        place = QRectF(4, 0, theme.roomy(_MARK_PX) - 8, self.height())
        painter.setPen(theme.BLUE if self._ok else theme.INK)
        painter.setFont(theme.font(min(theme.roomy(30), int(0.7 * self.height())), bold=True))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, self._mark)
        painter.end()
