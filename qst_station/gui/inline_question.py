"""A question below the test that never stops it: a reason, a note. Digits choose, text may be typed."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.answer_tiles import Tile
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.keys import Keyboard
from qst_station.gui.lower_edge import KeyLegend
from qst_station.gui.number_field import NumberField
from qst_station.gui.touch import TouchKey
from qst_station.gui.words import told, tr

CHOICE_REST_NS = 500_000_000
"""So long after a digit has chosen, what is typed behind it is for the question and reaches nothing else.

"45" is no choice and a 5, and who presses Enter behind a digit starts no step with it.
"""
_REST_OF_A_NUMBER = "0123456789.,"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COLUMNS = 3
_OFFER_MM = (30.0, 12.0)


class _Words(QLineEdit):
    """The line in which the answer is typed; what acts on the test although it is open goes past it."""

    def __init__(self, passes: Callable[[QKeyEvent], bool]) -> None:
        super().__init__()
        self._passes = passes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type, or leave the key to the window."""
        if self._passes(event):
            event.ignore()
        elif event.key() != Qt.Key.Key_Space or self.text():  # no text begins with a blank
            super().keyPressEvent(event)


class InlineQuestion(QWidget):
    """Asks for a text. An empty Enter closes it without an answer.

    While it is open it has the keyboard, and what stands on keys around it looks so: no letter or digit reaches
    the test. What goes past it is what `Keyboard.passes_question` says: STOP, pedals, the response to a ramp.

    A digit typed first chooses one of the suggestions, as a touch of it does. Suggestions are shown in the
    language of the window and answered in English, that of the record.

    Parameters
    ----------
    keyboard : Keyboard
        What the keys of this place mean.
    runs : callable
        Whether a step runs, on which Space acts.
    """

    def __init__(self, keyboard: Keyboard | None = None, runs: Callable[[], bool] = lambda: True) -> None:
        super().__init__()
        self._keyboard = keyboard or Keyboard()
        self._runs = runs
        self._had_keys = False
        self._chosen_ns = -CHOICE_REST_NS
        self._suggestions: tuple[str, ...] = ()
        self._leave = ""
        self._answer: Callable[[str], None] | None = None
        self._closed: Callable[[], None] = lambda: None
        self._question = FittedText(most=24, bold=True, align=LEFT)
        self.field = _Words(self.passes)
        self.field.setFont(theme.text(18))
        self.field.setMaxLength(300)
        self.field.setMinimumWidth(theme.scaled(200))
        self.field.setAccessibleName(tr("answer in words"))
        self.field.returnPressed.connect(self._entered)
        self.field.textEdited.connect(self._edited)
        self.save = Tile("question", action="enter", least_mm=(30.0, 12.0))
        self.save.touched.connect(lambda _press: self._entered())
        self.offers: list[Tile] = []
        row = QHBoxLayout()
        row.addWidget(self._question, 5)
        row.addWidget(self.field, 4)
        row.addWidget(self.save, 2)
        self._grid = QGridLayout()
        self._grid.setSpacing(theme.GAP // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GAP, 6, theme.GAP, 6)
        column.setSpacing(theme.GAP // 2)
        column.addLayout(row)
        column.addLayout(self._grid)
        self.hide()

    def ask(
        self,
        question: str,
        suggestions: tuple[str, ...],
        answer: Callable[[str], None],
        *,
        closed: Callable[[], None],
        leave: str = "",
    ) -> None:
        """Show a question. ``answer`` gets the text; ``closed`` is called when the question goes, in any way.

        ``leave``: what to go without an answer is called, where it does not cancel what was asked for.
        """
        self._leave = leave or tr("cancel")
        self._suggestions = suggestions[:9]
        self._answer = answer
        self._closed = closed
        self._question.set_text(question)
        self._question.setMinimumHeight(theme.roomy(34))
        self._offer()
        self.field.clear()
        self.field.setAccessibleName(question)
        self._show_save("")
        self.show()
        self.field.setFocus()
        self.mark_keys()

    def _offer(self) -> None:
        for tile in self.offers:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self.offers = []
        for number, suggestion in enumerate(self._suggestions):
            digit = str(number + 1)
            tile = Tile("suggestion", text=digit, cap=digit, least_mm=_OFFER_MM)
            tile.set_text(_shown(suggestion), live=True)
            tile.touched.connect(lambda _press, said=suggestion: self._take(said))
            self._grid.addWidget(tile, *divmod(number, _COLUMNS))
            self.offers.append(tile)
        for tile in self.offers:
            tile.write_as(tuple(self.offers))
        self.save.write_as((self.save, *self.offers))

    def _show_save(self, text: str) -> None:
        self.save.set_text(tr("save") if text.strip() else self._leave, live=True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, and around the line the frame of what keys are typed into."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.ORANGE_PALE)
        painter.setPen(QPen(theme.BLUE, 4))
        painter.drawRect(self.field.geometry().adjusted(-2, -2, 2, 2))
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """As narrow as need be: what is written fits itself in."""
        return QSize(0, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the field leaves, and what does not go past the question, must not act on the test."""
        event.setAccepted(not self.passes(event))

    def passes(self, event: QKeyEvent) -> bool:
        """Whether a key is meant for the test although the question is open."""
        if event.key() == Qt.Key.Key_Space and not self._runs():
            return False  # between the steps it would start the next
        return self._keyboard.passes_question(event, empty=not self.field.text())

    def take_key(self, event: QKeyEvent) -> None:
        """Take a key that went elsewhere, and the focus with it."""
        self.field.setFocus()
        self.field.keyPressEvent(event)

    def mark_keys(self) -> None:
        """Let what stands on keys around the question look so only where its key does it now."""
        has_keys = self._answer is not None
        if not has_keys and not self._had_keys:
            return
        self._had_keys = has_keys
        around = self.window()
        targets: list[TouchKey | KeyLegend] = [*around.findChildren(TouchKey), *around.findChildren(KeyLegend)]
        for target in targets:
            if not self.isAncestorOf(target):
                target.set_keyed(self._reached(target.action))
        for field in around.findChildren(NumberField):
            field.set_keyed(not has_keys)

    def _reached(self, action: str) -> bool:
        """Whether the usual key of an action does it now."""
        past = ("stop",) if self.field.text() or not self._runs() else ("stop", "space")
        return self._answer is None or action in past

    def question(self) -> str:
        """The question that is open; empty where there is none."""
        return self._question.text() if self._answer is not None else ""

    def typed(self) -> str:
        """What has been typed into a question that is open."""
        return self.field.text().strip() if self._answer is not None else ""

    def dismiss(self) -> None:
        """Close without an answer."""
        if self._answer is not None:
            self._close()

    def _edited(self, text: str) -> None:
        self._show_save(text)
        self.mark_keys()
        if len(text) == 1 and text in "123456789" and int(text) <= len(self._suggestions):
            self._chosen_ns = time.monotonic_ns()
            self._take(self._suggestions[int(text) - 1])

    def swallows(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to the digit that has just chosen: the rest of a number, or Enter.

        Space too, but not while a step runs: there it may be the response to a ramp.
        """
        ends = event.key() in _ENTER or (event.key() == Qt.Key.Key_Space and not self._runs())
        return self.rests and (ends or (bool(event.text()) and event.text() in _REST_OF_A_NUMBER))

    @property
    def rests(self) -> bool:
        """Whether a digit has just chosen a suggestion."""
        return time.monotonic_ns() - self._chosen_ns < CHOICE_REST_NS

    def _entered(self) -> None:
        text = self.field.text().strip()
        if text:
            self._take(text)
        elif not self.rests:  # Enter behind the digit that chose is no answer to the question after it
            self._close()

    def _take(self, text: str) -> None:
        answer = self._answer
        self._close()
        if answer is not None:
            answer(text)

    def _close(self) -> None:
        self._answer = None
        self.hide()
        self.mark_keys()
        self._closed()


def reasons(marked: tuple[object, ...]) -> tuple[str, ...]:
    """Suggestions of the window itself, in English, out of texts that are marked for translation."""
    return tuple(str(text) for text in marked)


def _shown(suggestion: str) -> str:
    """A suggestion in the language of the window, whether the engine makes it or the window."""
    said = told(suggestion)
    return QCoreApplication.translate("", suggestion) if said == suggestion else said
