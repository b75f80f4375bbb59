"""What the window does where the engine is silent, unreadable or gone, and how both begin again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from qst_station.gui import screens
from qst_station.gui.json_lines import Json
from qst_station.gui.saved_words import saved_words
from qst_station.gui.words import tr

if TYPE_CHECKING:
    from qst_station.gui.main_window import MainWindow


class EngineHealth:
    """Listens to the client of the engine and tells the examiner.

    Attributes
    ----------
    silent_s : float
        How long the engine has not answered; 0 where it does.
    died : bool
        The engine has stopped and nobody has started it again.
    """

    def __init__(self, window: MainWindow) -> None:
        self.silent_s = 0.0
        self.died = False
        self._window = window
        self._journal = ""  # that of the visit that was open last
        window.client.silent.connect(self._be_silent)
        window.client.garbled.connect(self._garble)
        window.client.died.connect(self._die)

    def follow(self, status: Json) -> None:
        """Know which visit is open, to go on with it."""
        if status["saved"]:
            self._journal = status["saved"]["journal"]

    def restart(self) -> None:
        """Start the engine again; the visit that was open goes on, paused, at the exact next stimulus."""
        if not self.died:
            return
        self.died = False
        window, orders = self._window, self._window.orders
        journal, self._journal = self._journal, ""
        window.begin_again()

        def found(answer: Json) -> None:
            folders = [visit["folder"] for visit in answer["unfinished"]]
            folder = next((f for f in folders if f and f in journal), None)
            if folder is not None:
                orders.request(
                    "resume_visit", lambda _: window.turn_to("visit"), folder=folder, actor=orders.actor
                )

        orders.request("unfinished", found)

    def _be_silent(self, seconds: float) -> None:
        self.silent_s = seconds
        if seconds:
            self._window.pacer.lose_sight(tr("the engine does not answer"))
        self._window.edge.show_status(self._window.status, seconds)

    def _garble(self, text: str) -> None:
        self._window.orders.wait_no_more()
        self._window.show_alarm(screens.garbled_finding(text))

    def _die(self, why: str) -> None:
        from qst_station.gui.engine_lost_screen import EngineLostScreen

        window = self._window
        window.orders.wait_no_more()
        self.died = True
        window.question.dismiss()
        window.reading.close()
        window.pacer.pace_no_more()
        window.bring("engine_lost")
        lost = window.made_screen("engine_lost")
        assert isinstance(lost, EngineLostScreen)
        lost.show_reason(why, saved_words(window.status))
        window.rail.hide()
        window.edge.show_engine_lost()
        QApplication.beep()
        window.pacer.lose_sight(tr("the engine has stopped"))
