"""What is attached, what it reads now, zero and sign check, and the form that attaches another device."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qst_station.gui import theme
from qst_station.gui.choice_row import ChoiceRow
from qst_station.gui.device_card import DeviceCard, grade_words
from qst_station.gui.form import Form, list_field, text_field
from qst_station.gui.json_lines import Json

_NO_TEST = "none"
Ask = Callable[..., None]


class DevicesScreen(Form):
    """A card for each device. ``ask`` sends a request to the engine; ``go_on`` leaves the screen."""

    def __init__(self, ask: Ask, go_on: Callable[[], None], back: Callable[[], None]) -> None:
        super().__init__()
        self._ask = ask
        self._cards: dict[str, DeviceCard] = {}
        self._gauges: dict[str, Json] = {}
        self.setFont(theme.text(18))
        self.form = self._form()
        self.form.hide()
        self.another = QPushButton("Attach a device …")
        self.another.clicked.connect(self._open_form)
        title = QLabel("Devices")
        title.setFont(theme.text(34, bold=True))
        self.none = QLabel("No device is attached. Pressure is then typed from the display of the gauge.")
        self.cards = QWidget()
        self._row = QHBoxLayout(self.cards)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GAP)
        self.go_on = QPushButton()
        self.go_on.clicked.connect(go_on)
        self.back = QPushButton("Back")
        self.back.clicked.connect(back)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.another)
        foot.addStretch(1)
        foot.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GAP, theme.GAP, 2 * theme.GAP, theme.GAP)
        column.addWidget(title)
        column.addWidget(self.none)
        column.addWidget(self.cards)
        column.addStretch(1)
        column.addWidget(self.form)
        column.addStretch(1)
        column.addLayout(foot)
        self.set_purpose("Open the visit  ⏎")

    def _form(self) -> QWidget:
        self.gauge = list_field("gauge")
        # The longest title must not push the other half of the form out of the window.
        self.gauge.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.gauge.setMinimumContentsLength(24)
        self.gauge.currentIndexChanged.connect(self._gauge_chosen)
        self.name = text_field("name of the device", "algometer")
        self.url = text_field("port or URL", "COM5, /dev/ttyUSB0, socket://…")
        self.tests = ChoiceRow("used for", (("PPT", "pressure pain"), (_NO_TEST, "no test")))
        self.area = text_field("probe area in square centimetres", "1.0")
        self.pattern = text_field("pattern of a line", "regular expression of one line")
        self.unit = text_field("unit of a line", "N")
        self.baud = text_field("baud rate", "as usual for the gauge")
        self.attach = QPushButton("Attach")
        self.attach.clicked.connect(self._attach)
        self.note = QLabel("")
        self.note.setFont(theme.text(16))
        frame = QFrame()
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        grid = QGridLayout(frame)
        heading = QLabel("Attach a device")
        heading.setFont(theme.text(20, bold=True))
        grid.addWidget(heading, 0, 0, 1, 4)
        pairs = (
            ("Gauge", self.gauge),
            ("Name", self.name),
            ("Port or URL", self.url),
            ("Used for", self.tests),
            ("Probe, cm²", self.area),
            ("Pattern", self.pattern),
            ("Unit", self.unit),
            ("Baud", self.baud),
        )
        for i, (label, field) in enumerate(pairs):
            row, column = 1 + i // 2, 2 * (i % 2)
            grid.addWidget(QLabel(label), row, column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(field, row, column + 1)
        grid.addWidget(self.attach, 5, 3)
        grid.addWidget(self.note, 5, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        return frame

    def _open_form(self) -> None:
        opened = not self.form.isVisible()
        self.form.setVisible(opened)
        self.cards.setVisible(not opened)
        if opened:
            self.gauge.setFocus()

    def set_purpose(self, go_on: str) -> None:
        """Name the button that leaves the screen."""
        self.go_on.setText(go_on)

    def show_gauges(self, gauges: list[Json]) -> None:
        """Offer the gauges that the engine knows."""
        self._gauges = {gauge["name"]: gauge for gauge in gauges}
        self.gauge.clear()
        for gauge in gauges:
            self.gauge.addItem(gauge["title"], gauge["name"])

    def show_devices(self, devices: list[Json]) -> None:
        """Show a card for each device; a card stays while its device is listed."""
        names = [device["name"] for device in devices]
        if names != list(self._cards):
            for card in self._cards.values():
                self._row.removeWidget(card)
                card.deleteLater()
            self._cards = {name: DeviceCard(self._ask) for name in names}
            for card in self._cards.values():
                self._row.addWidget(card)
        for device in devices:
            self._cards[device["name"]].show_device(device)
        self.none.setVisible(not devices)

    def card(self, name: str) -> DeviceCard:
        """The card of a device."""
        return self._cards[name]

    def _gauge_chosen(self) -> None:
        gauge = self._gauges.get(self.gauge.currentData() or "", {})
        force = gauge.get("kind") == "force"
        button = gauge.get("kind") == "button"
        self.pattern.setEnabled(gauge.get("name") == "text-line")
        self.unit.setEnabled(force)
        self.area.setEnabled(force)
        self.tests.setEnabled(force)
        self.name.setPlaceholderText("button" if button else "algometer")
        self.note.setText(grade_words(gauge) if gauge else "")
        self.note.setToolTip(gauge.get("grade_note", ""))

    def _attach(self) -> None:
        gauge = self._gauges.get(self.gauge.currentData() or "", {})
        force = gauge.get("kind") == "force"
        area = self.area.text().strip().replace(",", ".") or self.area.placeholderText()
        try:
            area_cm2 = float(area)
        except ValueError:
            area_cm2 = 0.0
        baud = self.baud.text().strip()
        if baud and not (baud.isascii() and baud.isdigit() and int(baud) > 0):
            self.note.setText("▲ The baud rate is a whole number, for example 115200; empty takes the usual one.")
            return
        if not self.url.text().strip() or not self.name.text().strip() or area_cm2 <= 0.0:
            self.note.setText("▲ A name, a port or URL, and a probe area above 0 are needed.")
            return
        if force and not self.tests.value():
            self.note.setText("▲ Choose what the gauge is used for.")
            return
        self._open_form()
        self.another.setFocus()
        self._ask(
            "attach",
            device={
                "name": self.name.text().strip(),
                "gauge": self.gauge.currentData(),
                "url": self.url.text().strip(),
                "tests": [self.tests.value()] if force and self.tests.value() != _NO_TEST else [],
                "probe_area_cm2": area_cm2,
                "pattern": self.pattern.text() or None,
                "unit": self.unit.text().strip() or None,
                "baud": int(baud) if baud else None,
            },
        )
        self.name.clear()
        self.url.clear()
