"""One device: what it is, what it reads now, how it is, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
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
from qst_station.gui.words import told, tr


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
        self._use = _text(15, 40)
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
        column.addStretch(1)  # rows of cards side by side stand on one line
        column.addWidget(self._compare)
        column.addLayout(self._buttons())
        self._paint_ground(theme.PAPER)

    def _buttons(self) -> QGridLayout:
        self.zero = self._button(tr("Zero"), lambda: self._ask("zero", name=self._device["name"]))
        self.check = self._button(tr("Check sign: press lightly"), self._check_sign)
        self.capture = self._button(tr("Capture"), lambda: self._ask("capture", name=self._device["name"]))
        self.detach = self._button(tr("Detach"), lambda: self._ask("detach", name=self._device["name"]))
        self.forget = self._button(tr("Forget"), lambda: self._ask("forget", name=self._device["name"]))
        self.capture.setToolTip(tr("Take down what is sent and received, for a request for support."))
        self.detach.setToolTip(tr("Let go of the port. The device is remembered."))
        self.forget.setToolTip(tr("Let go of the port, and remember the device no longer."))
        grid = QGridLayout()
        grid.addWidget(self.zero, 0, 0, 1, 3)
        grid.addWidget(self.check, 0, 3, 1, 3)
        for place, button in enumerate((self.capture, self.detach, self.forget)):
            grid.addWidget(button, 1, 2 * place, 1, 2)
        return grid

    def _comparison(self) -> QWidget:
        self._sent = _text(20, 38, bold=True)
        self._sent.setMinimumWidth(theme.roomy(110))
        self.same = self._button(tr("Same on display"), lambda: self._compare_display(same=True))
        self.other = self._button(tr("Differs"), lambda: self._compare_display(same=False))
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
        self._title.set_text(f"{name}  ·  {told(device['title'])}")
        self._identity.set_text(told(device["identity"]))
        self._identity.setToolTip(tr("It says {what}.", what=device["told"]) if device["told"] else "")
        url = device["url"]
        self._where.set_text(tr("was at {port}", port=url) if gone else tr("at {port}", port=url))
        self.number.set_text(reading_words(device))
        self.number.set_colours(theme.QUIET if gone else theme.INK)
        self._state.set_text(state_words(device))
        self._use.set_text(use_words(device))
        self._use.setToolTip(told(device["grade_note"]))
        self._alert.set_text(alert_words(device))
        self._alert.setToolTip(told(device["why"]))
        self._show_comparison(device)
        self._paint_ground(theme.FIELD if gone else theme.PAPER)
        self.spark.setVisible(force)
        live = device["state"] == "connected"
        for button in (self.zero, self.check, self.capture):
            button.setEnabled(live)
        self.zero.setVisible(force)
        self.check.setVisible(force)
        running = device["sign_check"] == "running"
        self.check.setText(tr("Pressed: check now") if running else tr("Check sign: press lightly"))
        for button in (self.zero, self.check, self.capture, self.detach, self.forget):
            button.setAccessibleName(f"{name}: {button.text()}")

    def _show_comparison(self, device: Json) -> None:
        wanted = to_compare(device) and device["state"] == "connected"
        self._compare.setVisible(wanted)
        if wanted:
            self._sent.set_text(sent_words(device))
            name, sent = device["name"], sent_words(device)
            self.same.setAccessibleName(tr("{device}: the display shows it too ({sent})", device=name, sent=sent))
            self.other.setAccessibleName(tr("{device}: the display shows something else", device=name))

    def show_desk(self, spark: Spark, capture: Json | None) -> None:
        """Show the last seconds, and how far a capture is."""
        self.spark.set_spark(spark)
        running = tr("End capture, {seconds:.0f} s", seconds=capture["seconds"]) if capture else ""
        self.capture.setText(running or tr("Capture"))

    def _check_sign(self) -> None:
        phase = "finish" if self._device["sign_check"] == "running" else "start"
        self._ask("sign_check", name=self._device["name"], phase=phase)

    def _compare_display(self, *, same: bool) -> None:
        self._ask("compare_display", name=self._device["name"], same=same)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme: the ground takes its colour."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and getattr(self, "_device", None):
            self._paint_ground(theme.FIELD if self._device["state"] == "lost" else theme.PAPER)

    def _paint_ground(self, colour: QColor) -> None:
        palette = self.palette()
        if palette.color(self.backgroundRole()) != colour:
            palette.setColor(self.backgroundRole(), colour)
            self.setPalette(palette)


def _text(most: int, height: int, *, bold: bool = False) -> FittedText:
    text = FittedText(most=most, bold=bold, align=LEFT)
    text.setFixedHeight(theme.roomy(height))
    return text
