"""What the forms of the window share: fields in a column that Enter goes through."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QLineEdit, QPushButton, QScrollArea, QWidget

from qst_station.gui import theme

_AIR = 12
_MARGIN = 24  # what stays visible around the field in focus


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


class ScrollPage(QScrollArea):
    """Content that scrolls as a whole where the window is too small; the field in focus comes into sight.

    Arrow and page keys that no field takes scroll.
    """

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        content.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The content may have become larger or smaller: what is in focus stays in sight."""
        if event.type() == QEvent.Type.Resize and watched is self.widget():
            self._follow(None, QApplication.focusWidget())
        return bool(super().eventFilter(watched, event))

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        content = self.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self.ensureWidgetVisible(now, _MARGIN, _MARGIN)


def text_field(name: str, hint: str = "", *, most: int = 200) -> QLineEdit:
    """A line of text, with its name for screen readers, an example of what to type, and its greatest length."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setMaxLength(most)
    return field


class _List(QComboBox):
    """A list whose longest text does not touch the arrow."""

    def sizeHint(self) -> QSize:
        """With some air."""
        return super().sizeHint() + QSize(theme.roomy(_AIR), 0)


def list_field(name: str) -> QComboBox:
    """A list to choose from, as high as a line of text."""
    field = _List()
    field.setAccessibleName(name)
    field.setMinimumHeight(theme.roomy(36))
    field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return field
