"""What the forms of the window share: fields in a column that Enter goes through."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget

from qst_station.gui import theme


class Form(QWidget):
    """Enter presses the button in focus, or goes on to the next field."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            focus = self.focusWidget()
            if isinstance(focus, QPushButton):
                focus.click()
            else:
                self.focusNextChild()
            return
        super().keyPressEvent(event)


def text_field(name: str, hint: str = "", *, most: int = 200) -> QLineEdit:
    """A line of text, with its name for screen readers, an example of what to type, and its greatest length."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setMaxLength(most)
    return field


def list_field(name: str) -> QComboBox:
    """A list to choose from, as high as a line of text."""
    field = QComboBox()
    field.setAccessibleName(name)
    field.setMinimumHeight(theme.scaled(36))
    return field
