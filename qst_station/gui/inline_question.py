"""A question below the test that never stops it: a reason, a note. Digits choose, text may be typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from qst_station.gui import theme


class InlineQuestion(QWidget):
    """Asks for a text. An empty Enter closes it without an answer.

    A digit typed first chooses one of the suggestions. Esc is not taken here: it always means STOP.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.ORANGE_PALE)
        self.setPalette(palette)
        self._suggestions: tuple[str, ...] = ()
        self._answer: Callable[[str], None] | None = None
        self._closed: Callable[[], None] = lambda: None
        self._question = QLabel()
        self._question.setFont(theme.text(24, bold=True))
        self._offers = QLabel()
        self._offers.setFont(theme.text(20))
        self._offers.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setFont(theme.text(24))
        self.field.setMaxLength(300)
        self.field.setAccessibleName("reason")
        self.field.returnPressed.connect(self._entered)
        self.field.textEdited.connect(self._edited)
        self._hint = QLabel()
        self._hint.setFont(theme.text(17))
        row = QHBoxLayout()
        row.addWidget(self._question)
        row.addWidget(self.field, 1)
        row.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self._offers)
        self.hide()

    def ask(
        self,
        question: str,
        suggestions: tuple[str, ...],
        answer: Callable[[str], None],
        *,
        closed: Callable[[], None],
        hint: str = "Enter: save · empty Enter: close",
    ) -> None:
        """Show a question. ``answer`` gets the text; ``closed`` is called when the question goes, in any way."""
        self._suggestions = suggestions[:9]
        self._answer = answer
        self._closed = closed
        self._question.setText(question)
        self._offers.setText("    ".join(f"[{i}] {text}" for i, text in enumerate(self._suggestions, 1)))
        self._offers.setVisible(bool(self._suggestions))
        self._hint.setText(hint)
        self.field.clear()
        self.field.setAccessibleName(question)
        self.show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only Esc and function keys go on to the window: what the field leaves must not act on the test."""
        if event.key() == Qt.Key.Key_Escape or event.key() == Qt.Key.Key_F2:
            event.ignore()

    def question(self) -> str:
        """The question that is open; empty where there is none."""
        return self._question.text() if self._answer is not None else ""

    def dismiss(self) -> None:
        """Close without an answer."""
        if self._answer is not None:
            self._close()

    def _edited(self, text: str) -> None:
        if len(text) == 1 and text in "123456789" and int(text) <= len(self._suggestions):
            self._take(self._suggestions[int(text) - 1])

    def _entered(self) -> None:
        text = self.field.text().strip()
        if text:
            self._take(text)
        else:
            self._close()

    def _take(self, text: str) -> None:
        answer = self._answer
        self._close()
        if answer is not None:
            answer(text)

    def _close(self) -> None:
        self._answer = None
        self.hide()
        self._closed()
