"""The way between the start screen, the register of instruments, a calibration and the device desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from qst_station.gui.json_lines import Json

if TYPE_CHECKING:
    from qst_station.gui.calibration_screen import CalibrationScreen
    from qst_station.gui.instruments_screen import InstrumentsScreen
    from qst_station.gui.main_window import MainWindow

REGISTER, CALIBRATION = "instruments", "calibration"
_TYPED = "none: type each value"


class Workbench:
    """Turns the pages of a window where no visit is open."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._register: InstrumentsScreen | None = None
        self._calibration: CalibrationScreen | None = None
        self._return_to = ""  # where the device desk leads back to

    def made(self, name: str) -> QWidget:
        """Make the screen of the register or of a calibration."""
        from qst_station.gui.calibration_screen import CalibrationScreen
        from qst_station.gui.instruments_screen import InstrumentsScreen

        if name == REGISTER:
            self._register = InstrumentsScreen(self._window, self._begin, self._resume, self.leave)
            return self._register
        self._calibration = CalibrationScreen(self._window, self._actor, self._attach, self.open)
        return self._calibration

    def open(self) -> None:
        """Show the register."""
        self._return_to = ""
        self._window.turn_to(REGISTER)

    def leave(self) -> None:
        """Show the start screen."""
        self._window.turn_to("start")

    def entered(self, name: str) -> None:
        """A screen has come up."""
        if name == REGISTER and self._register is not None:
            self._register.enter(self._window.start.actor()["who"])

    def show_status(self, name: str, status: Json) -> None:
        """Show a status where the calibration is on the screen."""
        if name == CALIBRATION and self._calibration is not None:
            self._calibration.show_status(status)

    def take_focus(self) -> None:
        """A question below the screen has been closed: the keyboard belongs to the screen again."""
        current = self._window.stack.currentWidget()
        if current is not None and current is self._register:
            self._register.take_focus()
        elif current is not None and current is self._calibration:
            self._calibration.take_focus()

    def purpose(self) -> str:
        """What the button that leaves the device desk says; empty where a visit decides."""
        return "Back to the instruments  ⏎" if self._return_to else ""

    def devices_left(self) -> bool:
        """Go back to where the device desk was opened from; False where it was not opened from here."""
        page, self._return_to = self._return_to, ""
        if page:
            self._window.turn_to(page)
        return bool(page)

    def _actor(self) -> Json:
        actor = self._register.actor() if self._register is not None else None
        return actor or self._window.start.actor()

    def _attach(self) -> None:
        self._return_to = CALIBRATION
        self._window.turn_to("devices")

    def _begin(self, instrument: Json, kind: str) -> None:
        self._window.turn_to(CALIBRATION)
        assert self._calibration is not None
        self._calibration.open(instrument, kind)

    def _resume(self, unfinished: Json) -> None:
        if self._register is None or self._register.actor() is None:
            return
        status = self._window.status
        names = [d["name"] for d in (status["devices"] if status else []) if d["kind"] in ("balance", "force")]

        def chosen(device: str) -> None:
            if device not in (*names, _TYPED):
                self._window.say(f"There is no device {device}. Attach it first.")
                return
            self._window.turn_to(CALIBRATION)
            assert self._calibration is not None
            self._calibration.resume(unfinished["folder"], None if device == _TYPED else device)

        self._window.inquire("Go on. Which device is read?", (*names, _TYPED), chosen)
