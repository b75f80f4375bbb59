"""What moves in the window: the frames of a ramp or train, and the cadence of any test."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer

from qst_station.gui import screens
from qst_station.gui.json_lines import Json
from qst_station.gui.keys import BY_NAME
from qst_station.gui.ramp_offer import RUNNING
from qst_station.gui.screen import Legend
from qst_station.gui.words import told, tr

if TYPE_CHECKING:
    from qst_station.gui.alarm import Alarm
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
        self._alarm: Alarm | None = None
        self._out_of_sight = False  # a ramp that nobody watches has been told
        self._frames = QTimer(self)
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._next_frame)

    @property
    def alarm(self) -> Alarm:
        """Tells the hand to leave the skin; made once the window stands."""
        if self._alarm is None:
            from qst_station.gui.alarm import Alarm

            self._alarm = Alarm(self._window.stack, lambda: self._cadence)
        return self._alarm

    def lose_sight(self, why: str) -> None:
        """Sound the alarm where a ramp runs that nobody watches any more."""
        ramp = self._window.view["ramp"] if self._window.view is not None else None
        if ramp is not None and ramp["phase"] in RUNNING and not self._out_of_sight:
            self._out_of_sight = True
            self.alarm.begin(why)

    def pace_no_more(self) -> None:
        """Strike no further beat: nobody would record it."""
        if self._cadence is not None:
            self._cadence.follow(None)

    @property
    def moving(self) -> bool:
        """Whether frames come by themselves, so that a new status need not make one."""
        return self._frames.isActive()

    def follow(self, view: Json | None) -> None:
        """Move as a view asks for."""
        self._out_of_sight = False
        status = self._window.status
        self.alarm.follow(view, status["trace"] if status else None, self._window.now_ns())
        moving = screens.hurried(view) or self.alarm.on
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
        """The switch of the sound, before a test begins that can."""
        if self._cadence is None or view is None or view["phase"] != "ready" or view["blocked"]:
            return []
        label = tr("sound on") if self._cadence.silent else tr("sound off")
        return [("sound", BY_NAME["sound"].cap, label, "")]

    def switch_sound(self) -> str:
        """Pace by sight alone, or by sound as well; what is so from now on, in words."""
        self._cadence = self._cadence or self._made_cadence()
        self._cadence.set_silent(not self._cadence.silent)
        return tr("Sound is off: the pace is only seen.") if self._cadence.silent else tr("Sound is on.")

    def sound_state(self) -> tuple[bool, str]:
        """Whether the sound is as somebody wants it, and how it is, in the words of the record."""
        self._cadence = self._cadence or self._made_cadence()
        if self._cadence.silent:
            return True, "switched off on purpose"
        problem = self._cadence.problem()
        return not problem, problem or "on"

    def try_sound(self) -> str:
        """Sound a tone; why none can be heard, or what should have been heard."""
        self._cadence = self._cadence or self._made_cadence()
        problem = self._cadence.try_sound()
        return tr("Nothing can be heard: {why}.", why=told(problem)) if problem else tr("You should hear a tone.")

    def end(self) -> None:
        """Stand still."""
        self._frames.stop()
        self.alarm.end()
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
