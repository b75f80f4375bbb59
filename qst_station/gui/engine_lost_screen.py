"""Nothing more is recorded, as the engine is gone or the disk fails: what that means and the one button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.words import told, tr


class EngineLostScreen(QWidget):
    """Red, in words, with one button that has the focus."""

    def __init__(self, again: Callable[[], None]) -> None:
        super().__init__()
        self.what = FittedText("", most=72, bold=True, colour=theme.PAPER, ground=theme.RED)
        self.safe = FittedText(
            tr("Every acknowledged answer is on disk. Take the hands off the participant."), most=36
        )
        self.saved = FittedText("", most=36, bold=True)
        self.why = FittedText("", most=20, colour=theme.QUIET)
        self.button = QPushButton()
        self.button.setFont(theme.font(min(theme.roomy(30), theme.scaled(34)), bold=True))
        self.button.setMinimumHeight(theme.scaled(90))
        self.button.setAutoDefault(True)
        self.button.clicked.connect(again)
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * theme.GAP, 4 * theme.GAP, 4 * theme.GAP, 4 * theme.GAP)
        column.setSpacing(2 * theme.GAP)
        column.addWidget(self.what, 3)
        column.addWidget(self.safe, 3)
        column.addWidget(self.saved, 3)
        column.addWidget(self.why, 1)
        column.addWidget(self.button)
        column.addStretch(2)

    def show_reason(self, why: str, saved: str, *, disk: bool = False) -> None:
        """Show why, and what of the visit is saved (see `saved_words`), and wait for the button.

        ``disk`` says that the engine is there, but the disk has not taken what it was to record.
        """
        what, again = tr("■  The engine has stopped"), tr("Start the engine again and resume")
        if disk:
            what, again = tr("■  Nothing more is saved"), tr("Open the visit again and resume")
        self.what.set_text(what)
        self.button.setText(again)
        self.saved.set_text(saved)
        self.saved.setVisible(bool(saved))
        self.why.set_text(told(why))
        self.button.setFocus()
