"""Pedals, presenters and buttons that type a key: learned here by pressing them once."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.event_stamp import stamp_ns
from qst_station.gui.form import ScrollPage
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import BY_NAME, DEBOUNCE_NS, goes_with_others, is_combination, key_name
from qst_station.gui.learned_keys import LEARNABLE, keep, keep_buttons, learned_buttons, learned_keys, objection
from qst_station.gui.paired_fields import cramped
from qst_station.gui.response_buttons import newest_press
from qst_station.gui.words import tr

_MEANS: dict[str, Callable[[], str]] = {
    "space": lambda: tr("begin, and the response to pressure"),
    "yes": lambda: tr("felt, sharp"),
    "no": lambda: tr("not felt, blunt"),
    "undo": lambda: tr("take back"),
    "pause": lambda: tr("pause"),
    "stop": lambda: tr("STOP"),
}


class _Rows(ScrollPage):
    """Scrolls by the wheel and with the focus, but by no key: any key may be that of a pedal."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it to the page."""
        event.ignore()


class PedalsScreen(QWidget):
    """One row an action: its own key, the learned one, and a button that learns.

    Any learned key that is pressed is told, so that a pedal can be tried here; so is a press of a response button
    that is attached as a device of its own.

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
        self._last: tuple[int, int] = (0, 0)  # code and moment of the last key
        self._buttons: dict[str, int] = {}  # moment of the last press of each attached button
        self.learned = learned_keys(settings)
        self.learned_buttons = learned_buttons(settings)
        self._keys: dict[str, QLabel] = {}
        self.learn: dict[str, QPushButton] = {}
        self.forget: dict[str, QPushButton] = {}
        title = QLabel(tr("Pedal, presenter remote, or any button that types a key"))
        # The heading and what is to be pressed stay in view: they grow less than the rows, which scroll.
        title.setFont(theme.font(min(theme.roomy(28), theme.scaled(34)), bold=True))
        title.setWordWrap(True)
        self.said = QLabel(tr("Choose what the pedal or button shall do, then press it."))
        self.said.setFont(theme.font(min(theme.roomy(22), theme.scaled(30))))
        self.said.setWordWrap(True)
        grid = QGridLayout()
        for row, name in enumerate(LEARNABLE):
            self._add_row(grid, row, name)
        self.device = QLabel()
        self.device.setFont(theme.text(20))
        self.device.setWordWrap(True)
        self.back = QPushButton(tr("Done"))
        self.back.setFont(theme.text(20))
        self.back.clicked.connect(back)
        bottom = QHBoxLayout()
        bottom.addWidget(self.back)
        bottom.addStretch(1)
        rows = QWidget()
        inner = QVBoxLayout(rows)
        inner.setContentsMargins(0, 0, theme.GAP, 0)
        inner.addLayout(grid)
        inner.addWidget(self.device)
        inner.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * theme.GAP, 2 * theme.GAP, 3 * theme.GAP, 2 * theme.GAP)
        column.setSpacing(theme.GAP)
        column.addWidget(title)
        column.addWidget(self.said)
        column.addWidget(_Rows(rows), 1)
        column.addLayout(bottom)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._show_keys()
        self.show_devices([])

    def show_devices(self, devices: list[Json]) -> None:
        """Tell of the response buttons among the devices of a status, and of each press of one."""
        pressed = {str(d["name"]): newest_press(d) for d in devices if d["kind"] == "button"}
        buttons = {name: newest[1] if newest else 0 for name, newest in pressed.items()}
        for name, newest in pressed.items():
            if newest is not None and newest[1] > self._buttons.get(name, newest[1]):
                self._feel(newest[0])
        if buttons.keys() != self._buttons.keys() or not self.device.text():
            attached = tr("Response button {names}: press it to try it.", names=", ".join(buttons))
            self.device.setText(attached if buttons else tr("No response button is attached as a device."))
        self._buttons = buttons

    def showEvent(self, event: QShowEvent) -> None:
        """Know what has been learned elsewhere: device desk and set-up have a page each."""
        self.learned, self.learned_buttons = learned_keys(self._settings), learned_buttons(self._settings)
        self._show_keys()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key: the one to be learned, or one that is tried."""
        if event.isAutoRepeat() or self._bounces(event):
            return
        if self._waiting and goes_with_others(event.key()):  # the key that it goes with may follow
            only = tr(
                "{key} goes with other keys. If the pedal types nothing else, set it to F13, say, and press it.",
                key=key_name(event.key()),
            )
            self.said.setText(only)
        elif self._waiting and event.key() != Qt.Key.Key_Escape:
            self._take(event)
        elif self._waiting:
            self._waiting = ""
            self.said.setText(tr("Nothing was learned."))
        else:
            self._try(event)

    def _feel(self, code: str) -> None:
        """A press of an attached button: the one to be learned, or one that is tried."""
        name, self._waiting = self._waiting, ""
        if name:
            said = _learned_words(code, name, self.learned_buttons.get(code, name))
            kept = {other: action for other, action in self.learned_buttons.items() if action != name}
            self.learned_buttons = {**kept, code: name}
            self._keep(said)
            return
        moment = time.strftime("%H:%M:%S")
        means = self.learned_buttons.get(code, "")
        said = tr("✓ {name} works: pressed {moment}", name=code, moment=moment)
        self.device.setText(f"{said} · {_MEANS[means]()}" if means else said)

    def _bounces(self, event: QKeyEvent) -> bool:
        """Whether a key follows itself too soon for a hand or foot."""
        (code, before_ns), now_ns = self._last, stamp_ns(event)
        self._last = (event.key(), now_ns)
        return code == event.key() and now_ns - before_ns < DEBOUNCE_NS

    def _add_row(self, grid: QGridLayout, row: int, name: str) -> None:
        action = QLabel(_MEANS[name]())
        action.setFont(theme.text(22, bold=True))
        action.setWordWrap(True)
        cap = QLabel(f"[{BY_NAME[name].cap}]")
        cap.setFont(theme.text(22))
        key = QLabel()
        key.setFont(theme.text(22))
        key.setWordWrap(True)
        learn, forget = QPushButton(tr("Learn")), QPushButton(tr("Forget"))
        learn.setAccessibleName(tr("learn a key for: {meaning}", meaning=_MEANS[name]()))
        forget.setAccessibleName(tr("forget the key for: {meaning}", meaning=_MEANS[name]()))
        for button in (learn, forget):
            button.setFont(theme.text(20))
            button.setMinimumHeight(theme.scaled(48))
        learn.clicked.connect(lambda: self._wait_for(name))
        forget.clicked.connect(lambda: self._forget(name))
        high = 2 if cramped() else 1
        for column, widget in ((0, action), (3, learn), (4, forget)):
            grid.addWidget(widget, 2 * row, column, high, 1)
        grid.addWidget(cap, 2 * row, 1)
        grid.addWidget(key, *((2 * row + 1, 1) if cramped() else (2 * row, 2)))
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1 if cramped() else 2, 2)
        self._keys[name], self.learn[name], self.forget[name] = key, learn, forget

    def _wait_for(self, name: str) -> None:
        self._waiting = name
        ask = tr("Press the pedal or button for “{meaning}” now. Esc: leave it as it is.", meaning=_MEANS[name]())
        self.said.setText(ask)
        self.setFocus()

    def _take(self, event: QKeyEvent) -> None:
        name, self._waiting = self._waiting, ""
        why_not = objection(event, name)
        if why_not:
            self.said.setText(why_not)
            return
        said = _learned_words(key_name(event.key()), name, self.learned.get(event.key(), name))
        self.learned = {code: action for code, action in self.learned.items() if action != name}
        self.learned[event.key()] = name
        self._keep(said)

    def _forget(self, name: str) -> None:
        self.learned = {code: action for code, action in self.learned.items() if action != name}
        self.learned_buttons = {code: action for code, action in self.learned_buttons.items() if action != name}
        meaning, cap = _MEANS[name](), BY_NAME[name].cap
        self._keep(tr("Forgotten. “{meaning}” has its own key [{cap}] only.", meaning=meaning, cap=cap))

    def _keep(self, said: str) -> None:
        keep(self._settings, self.learned)
        keep_buttons(self._settings, self.learned_buttons)
        self._changed(self.learned)
        self.said.setText(said)
        self._show_keys()

    def _try(self, event: QKeyEvent) -> None:
        name = self.learned.get(event.key())
        if name is not None and is_combination(event):
            self.said.setText(objection(event, name))
            return
        if name is None:
            self.said.setText(tr("{key} is not learned.", key=key_name(event.key())))
            return
        self._presses += 1
        clock = time.strftime("%H:%M:%S")
        key, meaning = key_name(event.key()), _MEANS[name]()
        said = tr(
            "✓ {clock} press {n}: {key} means “{meaning}”.", clock=clock, n=self._presses, key=key, meaning=meaning
        )
        self.said.setText(said)

    def _show_keys(self) -> None:
        keys = {action: key_name(code) for code, action in self.learned.items()}
        buttons = {action: code for code, action in self.learned_buttons.items()}
        for name, label in self._keys.items():
            lines = [tr("pedal: {key}", key=keys[name])] if name in keys else []
            lines += [tr("button: {name}", name=buttons[name])] if name in buttons else []
            label.setText("\n".join(lines) or tr("no pedal"))
            self.forget[name].setEnabled(bool(lines))


def _learned_words(key: str, name: str, before: str) -> str:
    """What a key or button means from now on, and what it meant ``before`` and does no longer."""
    meaning = _MEANS[name]()
    if before == name:
        return tr("Learned: {key} means “{meaning}”. Press it again to try it.", key=key, meaning=meaning)
    return tr(
        "Learned: {key} means “{meaning}”, and no longer “{lost}”. Press it again to try it.",
        key=key,
        meaning=meaning,
        lost=_MEANS[before](),
    )
