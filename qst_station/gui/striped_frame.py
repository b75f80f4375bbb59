"""The column of the window, in a striped frame while what it shows is not real."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.head_line import paint_stripes

_FRAME_PX = 10


class StripedFrame(QWidget):
    """A column of widgets; its frame is there only where it says something.

    Attributes
    ----------
    column : QVBoxLayout
    """

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)

    def set_striped(self, striped: bool) -> None:
        """Show the frame, or give its room to the column."""
        width = theme.scaled(_FRAME_PX) if striped else 0
        if self.column.contentsMargins().left() != width:
            self.column.setContentsMargins(width, 0, width, width)
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frame."""
        if self.column.contentsMargins().left():
            painter = QPainter(self)
            paint_stripes(painter, QRectF(self.rect()), theme.PAPER, theme.ORANGE)
            painter.fillRect(self.rect().marginsRemoved(self.column.contentsMargins()), theme.FIELD)
            painter.end()
