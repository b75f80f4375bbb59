"""The device desk: a card for each device, the ports, and the form that attaches another device."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qst_station.gui import theme
from qst_station.gui.attach_form import AttachForm
from qst_station.gui.device_card import DeviceCard
from qst_station.gui.fitted_text import least_px
from qst_station.gui.flow_row import flowing
from qst_station.gui.form import Form, ScrollPage
from qst_station.gui.gauge_form import GaugeForm
from qst_station.gui.json_lines import Json
from qst_station.gui.paired_fields import cramped
from qst_station.gui.pedals_screen import PedalsScreen
from qst_station.gui.ports_panel import PortsPanel
from qst_station.gui.window_settings import window_settings
from qst_station.gui.words import tr

_CARD_PX = 400  # at least so wide
_MOST_CARDS = 16
_LOOK_S = 0.25
_OWED_S = 5.0  # an answer that has not come by then was lost with its engine

Ask = Callable[..., None]


class DevicesScreen(Form):
    """A card for each device. ``ask`` sends a request to the engine; ``go_on`` leaves the screen."""

    def __init__(
        self,
        ask: Ask,
        go_on: Callable[[], None],
        back: Callable[[], None],
        learned: Callable[[dict[int, str]], None] = lambda _: None,
    ) -> None:
        super().__init__()
        self._ask = ask
        self._cards: dict[str, DeviceCard] = {}
        self._asked_s = 0.0
        self._owed = False
        self._abreast = 0
        self.setFont(theme.text(18))
        self.none = QLabel(tr("No device is attached. Pressure is then typed from the display of the gauge."))
        self.none.setWordWrap(True)
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GAP)
        self._grid.setRowStretch(_MOST_CARDS, 1)  # what is left below the cards
        self.cards = inside
        self.ports = PortsPanel(ask, self._attach_as)
        self.form = AttachForm(self._attach)
        self.describe = GaugeForm(self._add_gauge)
        self.pedals = PedalsScreen(window_settings(), learned, lambda: self._open(None))
        panels: tuple[QWidget, ...] = (self.ports, self.form, self.describe, self.pedals)
        self._panels = panels
        self.back = QPushButton(tr("Back"))
        self.back.clicked.connect(back)
        self.look_for = QPushButton(tr("Find a device …"))
        self.look_for.clicked.connect(lambda: self._turn_to(self.ports))
        self.another = QPushButton(tr("Attach a device …"))
        self.another.clicked.connect(lambda: self._turn_to(self.form))
        self.form.describe.clicked.connect(lambda: self._open(self.describe))
        self.foot_pedals = QPushButton(tr("Pedals …"))
        self.foot_pedals.clicked.connect(lambda: self._turn_to(self.pedals))
        self.instruments = QPushButton(tr("&Instruments …"))
        self.calibration = QPushButton(tr("Go to the &calibration …"))
        self.calibration.hide()
        self.visit = QLabel()
        self.visit.setFont(theme.font(least_px(20), bold=True))
        self.visit.setWordWrap(True)
        self.visit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.go_on = QPushButton()
        self.go_on.clicked.connect(go_on)
        self._lay_out()
        self._open(None)
        self.set_purpose(tr("Open the visit  ⏎"))

    def _lay_out(self) -> None:
        title = QLabel(tr("Devices"))
        title.setFont(theme.text(22 if cramped() else 34, bold=True))
        ways = (self.back, self.look_for, self.another, self.foot_pedals, self.instruments, self.calibration)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        ends = QHBoxLayout()
        ends.setSpacing(theme.GAP)
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(2 * theme.GAP, theme.GAP, 2 * theme.GAP, theme.GAP)
        body.addWidget(title)
        body.addWidget(self.none)
        for widget in (self.cards, self.ports, self.form, self.describe):
            body.addWidget(widget, 20)
        self._page = ScrollPage(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        column.addWidget(self.pedals)  # beside the page: its rows scroll under a heading that stays
        if cramped():  # large text leaves room for what comes next only
            body.addWidget(flowing(*ways))
            ends.addWidget(self.visit, 1)
        else:
            foot.addWidget(self.visit)
            ends.addWidget(flowing(*ways), 1)
        ends.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        foot.addLayout(ends)
        foot.setContentsMargins(2 * theme.GAP, 0, 2 * theme.GAP, theme.GAP)
        column.addWidget(self._foot)

    def _turn_to(self, panel: QWidget) -> None:
        """Open a panel in the place of the cards, or close it."""
        self._open(None if panel.isVisible() else panel)

    def _open(self, panel: QWidget | None) -> None:
        for other in self._panels:
            other.setVisible(other is panel)
        self.cards.setVisible(panel is None)
        self._page.setVisible(panel is not self.pedals)
        self._foot.setVisible(panel is not self.pedals or not cramped())
        self._asked_s = 0.0
        if panel is self.form:
            self.form.gauge.setFocus()
            self._ask("sets", lambda answer: self.form.show_instruments(answer["gauges"]))
        elif panel is self.ports:
            self.ports.url.setFocus()
        elif panel is self.describe:
            self.describe.title.setFocus()
        elif panel is self.pedals:
            self.pedals.learn["space"].setFocus()

    def set_purpose(self, go_on: str, visit: str = "") -> None:
        """Name the button that leaves the screen, and the visit that it opens, where it opens one."""
        self.go_on.setText(go_on)
        self.visit.setText(visit)
        self.visit.setVisible(bool(visit))

    def show_gauges(self, gauges: list[Json]) -> None:
        """Offer the gauges that the engine knows."""
        self.form.show_gauges(gauges)

    def show_devices(self, devices: list[Json]) -> None:
        """Show a card for each device; a card stays while its device is listed."""
        names = [device["name"] for device in devices]
        broad = max([theme.roomy(_CARD_PX), *(card.minimumSizeHint().width() for card in self._cards.values())])
        abreast = max(1, self.cards.width() // broad)
        if names != list(self._cards) or abreast != self._abreast:
            self._abreast = abreast
            for card in self._cards.values():
                self._grid.removeWidget(card)
                card.deleteLater()
            self._cards = {name: DeviceCard(self._ask) for name in names}
            for i, card in enumerate(self._cards.values()):
                self._grid.addWidget(card, i // abreast, i % abreast)
            for place in range(_MOST_CARDS):
                self._grid.setColumnStretch(place, int(place < min(abreast, len(names))))
        for device in devices:
            self._cards[device["name"]].show_device(device)
        self.none.setVisible(not devices)
        self.pedals.show_devices(devices)
        self._look()

    def card(self, name: str) -> DeviceCard:
        """The card of a device."""
        return self._cards[name]

    def _look(self) -> None:
        """Ask for the desk, a few times a second."""
        waited_s = time.monotonic() - self._asked_s
        if waited_s > (_OWED_S if self._owed else _LOOK_S):
            self._asked_s, self._owed = time.monotonic(), True
            self._ask("desk", self._show_desk)

    def _show_desk(self, answer: Json) -> None:
        self._owed = False
        desk = answer["desk"]
        for name, card in self._cards.items():
            card.show_desk(desk["sparks"].get(name, []), desk["captures"].get(name))
        if self.ports.isVisible():
            self.ports.show_desk(desk)

    def _attach_as(self, url: str, gauge: str) -> None:
        self.form.prefill(url, gauge)
        self._open(self.form)
        self.form.name.setFocus()

    def _add_gauge(self, described: Json) -> None:
        def added(answer: Json) -> None:
            self.show_gauges(answer["gauges"])
            self._attach_as("", described["name"])

        self._ask("add_gauge", added, gauge=described)

    def _attach(self, device: Json) -> None:
        self._open(None)
        self.another.setFocus()
        self._ask("attach", device=device)
