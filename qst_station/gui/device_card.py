"""One device: what it is, what it reads now, how it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.device_words import (
    alert_words,
    reading_words,
    sent_words,
    state_words,
    to_compare,
    use_words,
)
from qst_station.gui.fitted_text import LEFT, FittedText
from qst_station.gui.json_lines import Json
from qst_station.gui.sparkline import Spark, Sparkline


class DeviceCard(QFrame):
    """A card; ``ask`` sends a request to the engine."""

    def __init__(self, ask: Callable[..., None]) -> None:
        super().__init__()
        self._ask = ask
        self._device: Json = {}
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._title = _text(22, 30, bold=True)
        self._identity = _text(15, 22)
        self._where = _text(15, 22)
        self.number = _text(60, 76, bold=True)
        self.spark = Sparkline()
        self._state = _text(17, 42)
        self._use = _text(15, 22)
        self._alert = _text(18, 48, bold=True)
        self._compare = self._comparison()
        live = QHBoxLayout()
        live.addWidget(self.number, 3)
        live.addWidget(self.spark, 2)
        column = QVBoxLayout(self)
        for widget in (self._title, self._identity, self._where):
            column.addWidget(widget)
        column.addLayout(live)
        for widget in (self._state, self._use, self._alert):
            column.addWidget(widget)
        column.addWidget(self._compare)
        column.addLayout(self._buttons())
        self._paint_ground(theme.PAPER)

    def _buttons(self) -> QGridLayout:
        self.zero = self._button("Zero", lambda: self._ask("zero", name=self._device["name"]))
        self.check = self._button("Check sign", self._check_sign)
        self.capture = self._button("Capture", lambda: self._ask("capture", name=self._device["name"]))
        self.detach = self._button("Detach", lambda: self._ask("detach", name=self._device["name"]))
        self.forget = self._button("Forget", lambda: self._ask("forget", name=self._device["name"]))
        self.capture.setToolTip("Take down what is sent and received, for a request for support.")
        self.detach.setToolTip("Let go of the port. The device is remembered.")
        self.forget.setToolTip("Let go of the port, and remember the device no longer.")
        grid = QGridLayout()
        grid.addWidget(self.zero, 0, 0, 1, 3)
        grid.addWidget(self.check, 0, 3, 1, 3)
        for place, button in enumerate((self.capture, self.detach, self.forget)):
            grid.addWidget(button, 1, 2 * place, 1, 2)
        return grid

    def _comparison(self) -> QWidget:
        self._sent = _text(20, 38, bold=True)
        self._sent.setMinimumWidth(theme.scaled(110))
        self.same = self._button("Same on display", lambda: self._compare_display(same=True))
        self.other = self._button("Differs", lambda: self._compare_display(same=False))
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._sent, 1)
        row.addWidget(self.same)
        row.addWidget(self.other)
        return widget

    def _button(self, label: str, pressed: Callable[[], None]) -> QPushButton:
        button = QPushButton(label)
        button.clicked.connect(pressed)
        return button

    def show_device(self, device: Json) -> None:
        """Show a device of a status."""
        self._device = device
        name, force = device["name"], device["kind"] == "force"
        gone = device["state"] == "lost"
        self._title.set_text(f"{name}  ·  {device['title']}")
        self._identity.set_text(device["identity"])
        self._identity.setToolTip(f"It says {device['told']}." if device["told"] else "")
        self._where.set_text(f"was at {device['url']}" if gone else f"at {device['url']}")
        self.number.set_text(reading_words(device))
        self.number.set_colours(theme.QUIET if gone else theme.INK)
        self._state.set_text(state_words(device))
        self._use.set_text(use_words(device))
        self._use.setToolTip(device["grade_note"])
        self._alert.set_text(alert_words(device))
        self._alert.setToolTip(device["why"])
        self._show_comparison(device)
        self._paint_ground(theme.FIELD if gone else theme.PAPER)
        self.spark.setVisible(force)
        live = device["state"] == "connected"
        for button, means in ((self.zero, "zero"), (self.check, "check sign of"), (self.capture, "capture")):
            button.setEnabled(live)
            button.setAccessibleName(f"{means} {name}")
        self.zero.setVisible(force)
        self.check.setVisible(force)
        self.detach.setAccessibleName(f"detach {name}")
        self.forget.setAccessibleName(f"forget {name}")
        running = device["sign_check"] == "running"
        self.check.setText("Pressed: check now" if running else "Check sign: press lightly")

    def _show_comparison(self, device: Json) -> None:
        wanted = to_compare(device) and device["state"] == "connected"
        self._compare.setVisible(wanted)
        if wanted:
            self._sent.set_text(sent_words(device))
            self.same.setAccessibleName(f"{device['name']}: display shows {sent_words(device)}")
            self.other.setAccessibleName(f"{device['name']}: display shows something else")

    def show_desk(self, spark: Spark, capture: Json | None) -> None:
        """Show the last seconds, and how far a capture is."""
        self.spark.set_spark(spark)
        self.capture.setText(f"End capture, {capture['seconds']:.0f} s" if capture else "Capture")

    def _check_sign(self) -> None:
        phase = "finish" if self._device["sign_check"] == "running" else "start"
        self._ask("sign_check", name=self._device["name"], phase=phase)

    def _compare_display(self, *, same: bool) -> None:
        self._ask("compare_display", name=self._device["name"], same=same)

    def _paint_ground(self, colour: QColor) -> None:
        palette = self.palette()
        if palette.color(self.backgroundRole()) != colour:
            palette.setColor(self.backgroundRole(), colour)
            self.setPalette(palette)


def _text(most: int, height: int, *, bold: bool = False) -> FittedText:
    text = FittedText(most=most, bold=bold, align=LEFT)
    text.setFixedHeight(theme.scaled(height))
    return text
