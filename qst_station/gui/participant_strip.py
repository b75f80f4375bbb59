"""One quiet line for the examiner: what goes on on the participant's screen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import FittedText, least_px

_HEIGHT = 34


class ParticipantStrip(QWidget):
    """The line; it takes no room where there is nothing to tell. `touched` says that it was."""

    touched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = FittedText(most=20, bold=True, colour=theme.INK)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        column.addWidget(self._words)
        self.setFixedHeight(least_px(_HEIGHT))
        self.hide()

    def show_words(self, words: str) -> None:
        """Tell, or hide."""
        self._words.set_text(words)
        self.setVisible(bool(words))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click or a touch."""
        self.touched.emit()

    def words(self) -> str:
        """What is told."""
        return self._words.text()
