"""What moves in the window: the frames of a ramp or train, and the cadence of any test."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer

from qst_station.gui import screens
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import BY_NAME
from qst_station.gui.screen import Legend

if TYPE_CHECKING:
    from qst_station.gui.cadence import Cadence
    from qst_station.gui.main_window import MainWindow
    from qst_station.gui.speaker import Speaker

FRAME_MS = 16


class Pacer(QObject):
    """Moves the screen of the window with time.

    Parameters
    ----------
    open_speaker : callable or None
        Opens the sound device when the first visit is shown; None: the pace is only seen.
    """

    def __init__(self, window: MainWindow, open_speaker: Callable[[], Speaker] | None) -> None:
        super().__init__()
        self._window = window
        self._open_speaker = open_speaker
        self._cadence: Cadence | None = None
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._next_frame)

    @property
    def moving(self) -> bool:
        """Whether frames come by themselves, so that a new status need not make one."""
        return self._frames.isActive()

    def follow(self, view: Json | None) -> None:
        """Move as a view asks for."""
        moving = screens.hurried(view)
        self._window.client.hurry(moving)
        if moving and not self.moving:
            self._frames.start()
        elif not moving:
            self._frames.stop()
        if self._cadence is None and view is not None:
            self._cadence = self._made_cadence()
        if self._cadence is not None:
            self._cadence.follow(view)

    def legends(self, view: Json | None) -> list[Legend]:
        """The switch of the sound, before a test begins."""
        if self._cadence is None or view is None or view["phase"] != "ready":
            return []
        label = "sound on" if self._cadence.silent else "sound off"
        return [("sound", BY_NAME["sound"].cap, label, "")]

    def switch_sound(self) -> str:
        """Pace by sight alone, or by sound as well; what is so from now on, in words."""
        if self._cadence is None:
            return "Open a visit first."
        self._cadence.set_silent(not self._cadence.silent)
        return "Sound is off: the pace is only seen." if self._cadence.silent else "Sound is on."

    def end(self) -> None:
        """Stand still."""
        self._frames.stop()
        if self._cadence is not None:
            self._cadence.end()

    def _made_cadence(self) -> Cadence:
        from qst_station.gui.cadence import Cadence, mute_finding

        speaker = self._open_speaker() if self._open_speaker is not None else None
        cadence = Cadence(self._window.now_ns, self._record, speaker)
        cadence.struck.connect(self._next_frame)
        cadence.mute.connect(lambda why: self._window.show_alarm(mute_finding(why)))
        return cadence

    def _next_frame(self) -> None:
        screen = self._window.visit_screen()
        if screen is not None and self._window.view is not None:
            screen.tick(self._window.now_ns())

    def _record(self, **beat: Any) -> None:
        orders = self._window.orders
        orders.request("command", name="beat", args=beat, actor=orders.actor, source="cadence")
