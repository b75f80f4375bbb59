"""Pedals, presenters and buttons that type a key: learned here by pressing them once."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.keys import BY_NAME, key_name
from qst_station.gui.learned_keys import LEARNABLE, keep, learned_keys, objection

_MEANS = {
    "space": "begin, and the response to pressure",
    "yes": "felt, sharp",
    "no": "not felt, blunt",
    "undo": "take back",
    "pause": "pause",
    "stop": "STOP",
}


class PedalsScreen(QWidget):
    """One row an action: its own key, the learned one, and a button that learns.

    Any learned key that is pressed lights up its row, so that a pedal can be tried here.

    Parameters
    ----------
    settings : QSettings
    changed : callable
        Told the learned keys whenever they change.
    back : callable
        Leaves the screen.
    """

    def __init__(
        self, settings: QSettings, changed: Callable[[dict[int, str]], None], back: Callable[[], None]
    ) -> None:
        super().__init__()
        self._settings, self._changed = settings, changed
        self._waiting = ""
        self._presses = 0
        self.learned = learned_keys(settings)
        self._keys: dict[str, QLabel] = {}
        self.learn: dict[str, QPushButton] = {}
        self.forget: dict[str, QPushButton] = {}
        title = QLabel("Pedal, presenter remote, or any button that types a key")
        title.setFont(theme.text(28, bold=True))
        self.said = QLabel("Choose what the pedal shall do, then press the pedal.")
        self.said.setFont(theme.text(22))
        self.said.setWordWrap(True)
        grid = QGridLayout()
        for row, name in enumerate(LEARNABLE):
            self._add_row(grid, row, name)
        self.back = QPushButton("Done")
        self.back.setFont(theme.text(20))
        self.back.clicked.connect(back)
        bottom = QHBoxLayout()
        bottom.addWidget(self.back)
        bottom.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * theme.GAP, 2 * theme.GAP, 3 * theme.GAP, 2 * theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(title)
        column.addWidget(self.said)
        column.addLayout(grid)
        column.addStretch(1)
        column.addLayout(bottom)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key: the one to be learned, or one that is tried."""
        if event.isAutoRepeat():
            return
        if self._waiting and event.key() != Qt.Key.Key_Escape:
            self._take(event)
        elif self._waiting:
            self._waiting = ""
            self.said.setText("Nothing was learned.")
        else:
            self._try(event)

    def _add_row(self, grid: QGridLayout, row: int, name: str) -> None:
        action = QLabel(_MEANS[name])
        action.setFont(theme.text(22, bold=True))
        cap = QLabel(f"[{BY_NAME[name].cap}]")
        cap.setFont(theme.text(22))
        key = QLabel()
        key.setFont(theme.text(22))
        learn, forget = QPushButton("Learn"), QPushButton("Forget")
        for button, what in ((learn, "learn a key for"), (forget, "forget the key for")):
            button.setFont(theme.text(20))
            button.setAccessibleName(f"{what} {_MEANS[name]}")
        learn.clicked.connect(lambda: self._wait_for(name))
        forget.clicked.connect(lambda: self._forget(name))
        for column, widget in enumerate((action, cap, key, learn, forget)):
            grid.addWidget(widget, row, column)
        grid.setColumnStretch(2, 1)
        self._keys[name], self.learn[name], self.forget[name] = key, learn, forget

    def _wait_for(self, name: str) -> None:
        self._waiting = name
        self.said.setText(f"Press the pedal for “{_MEANS[name]}” now. Esc: leave it as it is.")
        self.setFocus()

    def _take(self, event: QKeyEvent) -> None:
        name, self._waiting = self._waiting, ""
        why_not = objection(event.key(), event.text(), name)
        if why_not:
            self.said.setText(why_not)
            return
        self.learned = {code: action for code, action in self.learned.items() if action != name}
        self.learned[event.key()] = name
        self._keep(f"Learned: {key_name(event.key())} means “{_MEANS[name]}”. Press it again to try it.")

    def _forget(self, name: str) -> None:
        self.learned = {code: action for code, action in self.learned.items() if action != name}
        self._keep(f"Forgotten. “{_MEANS[name]}” has its own key [{BY_NAME[name].cap}] only.")

    def _keep(self, said: str) -> None:
        keep(self._settings, self.learned)
        self._changed(self.learned)
        self.said.setText(said)
        self._show_keys()

    def _try(self, event: QKeyEvent) -> None:
        name = self.learned.get(event.key())
        if name is None:
            self.said.setText(f"{key_name(event.key())} is not learned.")
            return
        self._presses += 1
        clock = time.strftime("%H:%M:%S")
        self.said.setText(f"✓ {clock} press {self._presses}: {key_name(event.key())} means “{_MEANS[name]}”.")

    def _show_keys(self) -> None:
        by_action = {action: code for code, action in self.learned.items()}
        for name, label in self._keys.items():
            code = by_action.get(name)
            label.setText("no pedal" if code is None else f"pedal: {key_name(code)}")
            self.forget[name].setEnabled(code is not None)
