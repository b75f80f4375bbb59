"""The participant's window: a `ParticipantPage` on a screen of its own. It never takes the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.displays import Displays
from qst_station.gui.fitted_text import FittedText
from qst_station.gui.participant_pad import ParticipantPage

IDENTIFY_MS = 5_000

_FLAGS = (
    Qt.WindowType.Window
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


class ParticipantWindow(ParticipantPage):
    """The page as a window. Nobody closes it but the program; it holds no program open."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowFlags(_FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setWindowTitle("QST Station")

    def closeEvent(self, event: QCloseEvent) -> None:
        """A key of the desktop that closes windows must not take the participant's screen away."""
        if self.isVisible():
            event.ignore()


class ScreenLabel(QWidget):
    """The number and name of a screen, shown on it for a few seconds."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__()
        self.setWindowFlags(_FLAGS)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAutoFillBackground(True)
        column = QVBoxLayout(self)
        column.addWidget(FittedText(str(number), most=600, bold=True), 5)
        column.addWidget(FittedText(name, most=60, bold=True, colour=theme.QUIET), 1)


def identify(displays: Displays, owner: QWidget) -> list[ScreenLabel]:
    """Show on each screen its number and name for `IDENTIFY_MS`; the labels go with their owner at the latest."""
    labels = []
    for number, display in enumerate(displays.all(), start=1):
        label = ScreenLabel(number, display.name)
        left, top, width, height = display.geometry
        broad, high = width // 3, height // 2
        label.setGeometry(left + (width - broad) // 2, top + (height - high) // 2, broad, high)
        label.show()
        owner.destroyed.connect(label.deleteLater)
        QTimer.singleShot(IDENTIFY_MS, label, label.deleteLater)
        labels.append(label)
    return labels
