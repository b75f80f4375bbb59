"""The way between the start screen, the register of instruments, a calibration and the device desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qst_station.gui.head_line import kind_word, place_words
from qst_station.gui.json_lines import Json
from qst_station.gui.offers import inquire_among
from qst_station.gui.side_words import side_words
from qst_station.gui.words import told, tr

if TYPE_CHECKING:
    from qst_station.gui.calibration_screen import CalibrationScreen
    from qst_station.gui.devices_screen import DevicesScreen
    from qst_station.gui.instruments_screen import InstrumentsScreen
    from qst_station.gui.main_window import MainWindow
    from qst_station.gui.setup_screen import SetupScreen

REGISTER, CALIBRATION, DEVICES, SETUP = "instruments", "calibration", "devices", "setup"
_TYPED = ""  # no device: each value is typed


class Workbench:
    """Turns the pages on which instruments and devices are made ready, before a visit and at the bench."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._register: InstrumentsScreen | None = None
        self._calibration: CalibrationScreen | None = None
        self._devices: DevicesScreen | None = None
        self._setup: SetupScreen | None = None
        self._gauges: list[Json] = []
        self._request: Json = {}  # the visit that the device desk leads to
        self._return_to = ""  # where the device desk leads back to

    def made(self, name: str) -> QWidget:
        """Make the screen of the register, of a calibration, of the devices, or of the set-up."""
        window = self._window
        if name == DEVICES:
            from qst_station.gui.devices_screen import DevicesScreen

            ask, learned = window.orders.request, window.conduct.learned
            self._devices = DevicesScreen(ask, self._go_on, self._go_back, learned)
            self._devices.show_gauges(self._gauges)
            self._devices.instruments.clicked.connect(self.open)
            self._devices.calibration.clicked.connect(lambda: window.turn_to(CALIBRATION))
            return self._devices
        if name == SETUP:
            return self._made_setup()
        if name == REGISTER:
            from qst_station.gui.instruments_screen import InstrumentsScreen

            self._register = InstrumentsScreen(window, self._begin, self._resume, self.leave)
            return self._register
        from qst_station.gui.calibration_screen import CalibrationScreen

        self._calibration = CalibrationScreen(window, self._actor, self._attach, self.open)
        return self._calibration

    def _made_setup(self) -> SetupScreen:
        from qst_station.gui.participant_screen_panel import ParticipantScreenPanel
        from qst_station.gui.setup_screen import SetupScreen
        from qst_station.gui.window_settings import window_settings

        window = self._window
        self._setup = SetupScreen(
            window_settings(),
            learned=window.conduct.learned,
            try_sound=window.pacer.try_sound,
            switch_sound=window.pacer.switch_sound,
            start_anew=window.start_anew,
            ask=window.request,
            back=self.leave,
        )
        self._setup.add_row(tr("Participant's screen"), ParticipantScreenPanel(window.participant))
        return self._setup

    def keep_gauges(self, gauges: list[Json]) -> None:
        """Know what the device desk will offer."""
        self._gauges = gauges
        if self._devices is not None:
            self._devices.show_gauges(gauges)

    def go_to_devices(self, request: Json) -> None:
        """Show the device desk, from which the visit that is asked for is opened."""
        self._request = request
        self._window.orders.actor = request["actor"]
        self._window.turn_to(DEVICES)

    def open(self) -> None:
        """Show the register."""
        self._return_to = ""
        self._window.turn_to(REGISTER)

    def leave(self) -> None:
        """Show the start screen."""
        self._window.turn_to("start")
        self._window.reception.list_what_is_there()

    def entered(self, name: str) -> None:
        """A screen has come up."""
        if name == REGISTER and self._register is not None:
            self._register.enter(self._window.start.actor()["who"])
        elif name == DEVICES and self._devices is not None:
            back = self.purpose() or (tr("Back to the visit  ⏎") if self._window.view is not None else "")
            if back:
                self._devices.set_purpose(back)
            else:
                self._devices.set_purpose(tr("Open the visit  ⏎"), _visit_words(self._request))
            self._devices.instruments.setVisible(self._window.view is None)
            self._devices.go_on.setFocus()

    def show_status(self, name: str, status: Json) -> None:
        """Show a status where the devices or the calibration are on the screen."""
        if name == DEVICES and self._devices is not None:
            self._devices.show_devices(status["devices"])
            calibration = status.get("calibration")
            under_way = calibration is not None and not calibration["issued"]
            self._devices.calibration.setVisible(under_way and status["view"] is None)
        elif name == CALIBRATION and self._calibration is not None:
            self._calibration.show_status(status)
        elif name == SETUP and self._setup is not None:
            self._setup.show_status(status)

    def take_focus(self) -> None:
        """A question below the screen has been closed: the keyboard belongs to the screen again."""
        current = self._window.stack.currentWidget()
        if current is not None and current is self._register:
            self._register.take_focus()
        elif current is not None and current is self._calibration:
            self._calibration.take_focus()

    def purpose(self) -> str:
        """What the button that leaves the device desk says; empty where a visit decides."""
        return tr("Back to the instruments  ⏎") if self._return_to else ""

    def _go_on(self) -> None:
        """Leave the device desk for where it was opened from, or for the visit."""
        if self._returned():
            return
        if self._window.view is not None:
            self._window.turn_to("visit")
            return
        request = {name: value for name, value in self._request.items() if name != "enrol"}
        self._window.request(
            "open_visit", lambda _: self._window.turn_to("visit"), request=request, enrol=self._request["enrol"]
        )

    def _go_back(self) -> None:
        """Leave the device desk and open no visit."""
        if not self._returned():
            self._window.turn_to("visit" if self._window.view is not None else "start")

    def _returned(self) -> bool:
        """Turn back to where the device desk was opened from; False where it was not opened from here."""
        page, self._return_to = self._return_to, ""
        if page:
            self._window.turn_to(page)
        return bool(page)

    def _actor(self) -> Json:
        actor = self._register.actor() if self._register is not None else None
        return actor or self._window.start.actor()

    def _attach(self) -> None:
        self._return_to = CALIBRATION
        self._window.turn_to(DEVICES)

    def _begin(self, instrument: Json, kind: str) -> None:
        self._window.turn_to(CALIBRATION)
        assert self._calibration is not None
        self._calibration.open(instrument, kind)

    def _resume(self, unfinished: Json) -> None:
        if self._register is None or self._register.actor() is None:
            return
        status = self._window.status
        names = [d["name"] for d in (status["devices"] if status else []) if d["kind"] in ("balance", "force")]

        offers = {**{name: name for name in names}, _TYPED: tr("none: type each value")}

        def chosen(device: str) -> None:
            if device not in offers:
                self._window.say(tr("There is no device {name}. Attach it first.", name=device))
                return
            self._window.turn_to(CALIBRATION)
            assert self._calibration is not None
            self._calibration.resume(unfinished["folder"], device or None)

        inquire_among(self._window, tr("Go on. Which device is read?"), offers, chosen)


def _visit_words(request: Json) -> str:
    """The visit that is asked for: of whom, which one, which side, and whether it counts."""
    if not request:
        return ""
    side = place_words(request["affected_side"], {"upper": "hand", "lower": "foot"}[request["limb"]]).upper()
    kind = tr("real visit") if request["kind"] == "real" else kind_word(request["kind"])
    affected = f"{side_words('affected')}:  {side}"
    return " · ".join((request["participant_id"], told(request["visit"]), affected, kind))
