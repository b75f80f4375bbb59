"""What the window does where the engine is silent, unreadable or gone, or cannot record; how both begin again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

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
    failed : bool
        The disk has not taken what was to be recorded: nothing more of the open visit is, until it is opened anew.
    """

    def __init__(self, window: MainWindow) -> None:
        self.silent_s = 0.0
        self.died = False
        self.failed = False
        self._window = window
        self._journal = ""  # that of the visit that is open
        window.client.silent.connect(self._be_silent)
        window.client.garbled.connect(self._garble)
        window.client.died.connect(self._die)

    def follow(self, status: Json) -> None:
        """Know which visit is open, to go on with it, and whether it is still recorded."""
        self._journal = status["saved"]["journal"] if status["saved"] else ""
        failed = bool(status.get("failed"))
        if failed and not self.failed:
            why = next((f["happened"] for f in reversed(status["findings"]) if f["code"] == "journal.failed"), "")
            self._lose(why, disk=True)
        self.failed = failed

    def restart(self) -> None:
        """Start what has stopped again; the visit that was open goes on, paused, at the exact next stimulus."""
        journal, self._journal = self._journal, ""
        if self.died:
            self.died = False
            self._window.begin_again()
            self._go_on(journal)
        elif self.failed:
            self._window.orders.request("close_visit", lambda _: self._go_on(journal))

    def _go_on(self, journal: str) -> None:
        window = self._window

        def found(answer: Json) -> None:
            window.start.show_unfinished(answer["unfinished"])
            visit = next((v for v in answer["unfinished"] if v["folder"] and v["folder"] in journal), None)
            if visit is None:
                if journal and Path(journal).exists():
                    window.confirm(tr("The visit is sealed; nothing of it is left to do."))
            elif visit["ended"]:
                window.reception.seal_interrupted(visit["folder"])
            elif visit["resumable"] or visit["signed"]:
                window.start.offer_resuming(visit["folder"])  # where it is refused, the start page comes up
                window.reception.go_on(visit["folder"])

        window.orders.request("unfinished", found)

    def _be_silent(self, seconds: float) -> None:
        self.silent_s = seconds
        if seconds:
            self._window.pacer.lose_sight(tr("the engine does not answer"))
        self._window.edge.show_status(self._window.status, seconds)

    def _garble(self, text: str) -> None:
        self._window.orders.wait_no_more()
        self._window.show_alarm(_garbled_finding(text))

    def _die(self, why: str) -> None:
        self.died = True
        self._lose(why)
        self._window.edge.show_engine_lost()
        self._window.pacer.lose_sight(tr("the engine has stopped"))

    def _lose(self, why: str, *, disk: bool = False) -> None:
        """Show that nothing more is recorded, and let nothing go on that would have to be."""
        from qst_station.gui.engine_lost_screen import EngineLostScreen

        window = self._window
        typed, unanswered = window.question.typed(), window.orders.unanswered_words
        saved = [
            saved_words(window.status),
            *(tr("Perhaps not saved: “{words}”.", words=words) for words in unanswered),
            *([tr("Not saved: “{words}”.", words=typed)] if typed else []),
        ]
        window.orders.wait_no_more()
        window.question.dismiss()
        window.reading.close()
        window.pacer.pace_no_more()
        window.bring("engine_lost")
        lost = window.made_screen("engine_lost")
        assert isinstance(lost, EngineLostScreen)
        lost.show_reason(why, " ".join(part for part in saved if part), disk=disk)
        window.rail.hide()
        QApplication.beep()
        if disk:
            window.pacer.lose_sight(tr("nothing more is saved"))


def _garbled_finding(text: str) -> Json:
    """What to tell where the engine sent a line that cannot be read."""
    return {
        "code": "window.garbled",
        "severity": "warning",
        "place": "engine",
        "happened": f"The engine sent a line that cannot be read: {text[:60]}",
        "safe": "What is on disk is shown as it is.",
        "remedy": "Check the progress before the next answer.",
    }
