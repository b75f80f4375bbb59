"""The digits, rubbing out and Enter for a finger: what it presses is what the keys would type."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import largest_px
from qst_station.gui.keys import BY_NAME
from qst_station.gui.touch import GAP_MM, KEY_MM, LARGEST_KEY_MM, TouchKey, mm
from qst_station.gui.words import tr

_COLUMNS, _ROWS = 3, 5
_LEAST_MM = 6.0  # while a question takes its part of the window
_LEGIBLE_PX = 20  # lower keys than these would have no digits


class PadKey(TouchKey):
    """One key of the pad."""

    def __init__(self, glyph: str, *, action: str = "", text: str = "") -> None:
        super().__init__(f"pad {text or action}", action=action, text=text)
        self._glyph = glyph
        self.setAccessibleName(glyph if text else f"{glyph}: {_meaning(action)}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the glyph as large as the key allows."""
        painter = QPainter(self)
        room = self.paint_frame(painter, theme.FIELD if self.action else None)
        most = int(0.62 * self.height())
        size = largest_px(self._glyph, int(room.width()), int(room.height()), bold=True, most=most)
        painter.setFont(theme.font(size, bold=True))
        painter.setPen(theme.INK if self.live and (self.keyed or self.typed) else theme.QUIET)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter.value, self._glyph)
        painter.end()


class NumberPad(QWidget):
    """Three columns of keys, 1 on top, Enter along the bottom. It types nothing itself: `pressed` tells what."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        mark = tr(".")
        glyphs = (*"123456789", mark, "0")
        self.keys: dict[str, PadKey] = {
            glyph: PadKey(glyph, text=glyph if glyph != mark else _decimal(mark)) for glyph in glyphs
        }
        self.decimal = self.keys[mark]
        self._in_parts = False
        self._legible = True
        self.rub_out = self.keys["⌫"] = PadKey("⌫", action="undo")
        self.enter = self.keys["enter"] = PadKey(BY_NAME["enter"].cap, action="enter")
        for key in self.keys.values():
            key.setParent(self)
            key.touched.connect(self.pressed)
        self.setAccessibleName(tr("number pad"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def set_pad(self, *, live: bool, step: float) -> None:
        """Take touches or none; the decimal mark is there where steps of the scale are parts of one."""
        for key in self.keys.values():
            key.set_live(live)
        self._in_parts = step % 1.0 != 0.0
        self._show_keys()

    def _show_keys(self) -> None:
        for key in self.keys.values():
            key.setVisible(self._legible and (key is not self.decimal or self._in_parts))

    def sizeHint(self) -> QSize:
        """Keys for gloves."""
        return self._size(KEY_MM)

    def minimumSizeHint(self) -> QSize:
        """As wide, but lower where there is no room."""
        return QSize(self._size(KEY_MM).width(), self._size(_LEAST_MM).height())

    def _size(self, key_mm: float) -> QSize:
        gap = mm(self, GAP_MM)
        key = mm(self, key_mm)
        return QSize(_COLUMNS * key + (_COLUMNS - 1) * gap, _ROWS * key + (_ROWS - 1) * gap)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Give every key its place, at the lower end, where the hand is; none where no digit can be read on it."""
        largest = mm(self, LARGEST_KEY_MM)
        pitch_y = self.height() / _ROWS
        gap = min(mm(self, GAP_MM), round(0.18 * pitch_y))
        wide = min(largest, (self.width() - (_COLUMNS - 1) * gap) // _COLUMNS)
        high = min(largest, (self.height() - (_ROWS - 1) * gap) // _ROWS)
        self._legible = high >= theme.scaled(_LEGIBLE_PX)
        self._show_keys()
        top = self.height() - _ROWS * high - (_ROWS - 1) * gap
        for number, key in enumerate(key for key in self.keys.values() if key is not self.enter):
            row, column = divmod(number, _COLUMNS)
            key.setGeometry(QRect(column * (wide + gap), top + row * (high + gap), wide, high))
        last = top + (_ROWS - 1) * (high + gap)
        self.enter.setGeometry(QRect(0, last, _COLUMNS * wide + (_COLUMNS - 1) * gap, high))


def _decimal(mark: str) -> str:
    """What the key of the decimal mark types."""
    return mark if mark in (".", ",") else "."


def _meaning(action: str) -> str:
    return tr("take the number") if action == "enter" else tr("rub out")
