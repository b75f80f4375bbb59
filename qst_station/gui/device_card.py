"""One device: what it is, what it reads now, how it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from qst_station.gui import theme
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json

_STATES = {"connected": "● connected", "opening": "◌ opening", "silent": "▲ SILENT", "lost": "✕ LOST"}
_SIGNS = {
    "running": "Press lightly now, then press the button again.",
    "rose": "✓ Pressing reads as positive.",
    "fell": "▲ Pressing read as negative: the sign is turned.",
    "unchanged": "▲ The force did not change. Press again, or check the cable.",
}
_GRADES = {
    "manual": "reply layout from the manual",
    "code": "reply layout unconfirmed (known from other software)",
    "inferred": "reply layout unconfirmed",
}


class DeviceCard(QFrame):
    """A card; ``ask`` sends a request to the engine."""

    def __init__(self, ask: Callable[..., None]) -> None:
        super().__init__()
        self._ask = ask
        self._device: Json = {}
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.PAPER)
        self.setPalette(palette)
        self._title = _text(22, 30, bold=True)
        self._where = _text(15, 22)
        self.number = _text(72, 84, bold=True)
        self._state = _text(18, 48)
        self._grade = _text(15, 22)
        self._sign = _text(19, 28, bold=True)
        self.zero = QPushButton("Zero")
        self.zero.clicked.connect(lambda: self._ask("zero", name=self._device["name"]))
        self.check = QPushButton("Check sign: press lightly")
        self.check.clicked.connect(self._check_sign)
        self.forget = QPushButton("Detach")
        self.forget.clicked.connect(lambda: self._ask("detach", name=self._device["name"]))
        buttons = QHBoxLayout()
        for button in (self.zero, self.check, self.forget):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        for widget in (self._title, self._where, self.number, self._state, self._grade, self._sign):
            column.addWidget(widget)
        column.addLayout(buttons)

    def show_device(self, device: Json) -> None:
        """Show a device of a status."""
        self._device = device
        name = device["name"]
        self._title.set_text(f"{name}  ·  {device['title']}")
        self._where.set_text(device["url"])
        force = device["kind"] == "force"
        self.number.set_text(_reading_words(device))
        self._state.set_text(state_words(device))
        self._grade.set_text(grade_words(device))
        self._grade.setToolTip(device["grade_note"])
        self._sign.set_text(device["why"] or _SIGNS.get(device["sign_check"] or "", ""))
        live = device["state"] == "connected"
        self.zero.setVisible(force)
        self.check.setVisible(force)
        self.zero.setEnabled(live)
        self.check.setEnabled(live)
        self.zero.setAccessibleName(f"zero {name}")
        self.check.setAccessibleName(f"check sign of {name}")
        self.forget.setAccessibleName(f"detach {name}")
        running = device["sign_check"] == "running"
        self.check.setText("Pressed: check now" if running else "Check sign: press lightly")

    def _check_sign(self) -> None:
        phase = "finish" if self._device["sign_check"] == "running" else "start"
        self._ask("sign_check", name=self._device["name"], phase=phase)


def _reading_words(device: Json) -> str:
    if device["state"] != "connected":
        return "–"
    if device["kind"] == "button":
        return f"{device['presses']} presses"
    return "–" if device["force_n"] is None else f"{device['force_n']:.2f} N"


def state_words(device: Json) -> str:
    """The state of a device as one line."""
    parts = [_STATES[device["state"]]]
    if device["kind"] == "force":
        if device["rate_hz"] is not None:
            parts.append(f"{device['rate_hz']:.0f} readings/s")
        if device["noise_mn"] is not None:
            parts.append(f"noise {device['noise_mn']:.1f} mN")
        if device["tests"]:
            parts.append(f"for {', '.join(device['tests'])} on {device['probe_area_cm2']:g} cm²")
    if device["garbled"]:
        parts.append(f"{device['garbled']} unreadable lines")
    if device["state"] in ("silent", "lost") and device["age_s"] is not None:
        parts.append(f"last reading {device['age_s']:.0f} s ago")
    return " · ".join(parts)


def grade_words(device: Json) -> str:
    """How well the replies of a gauge are known, in a few words."""
    grade = str(device["grade"])
    return _GRADES.get(grade, grade)


def _text(most: int, height: int, *, bold: bool = False) -> FittedText:
    text = FittedText(most=most, bold=bold, align=LEFT)
    text.setFixedHeight(theme.scaled(height))
    return text
