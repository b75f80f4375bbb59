"""The pace of a test: when to touch, to lift, to go on. Heard, seen, and recorded with the actual moment.

All moments are absolute, so that lateness of one never moves the next.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Qt, QTimer, Signal

from qst_station.gui.json_lines import Json
from qst_station.gui.window_settings import window_settings

if TYPE_CHECKING:
    from qst_station.gui.speaker import Speaker, Voice
    from qst_station.gui.tone import Samples

ALARM_S = 3.0
_ALARM_SILENT = "alarm_silent"
STALE_NS = 500_000_000
"""A cue that is so late belongs to something that is over: it is neither heard nor recorded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One moment of a pace, in session time.

    Attributes
    ----------
    kind : str
        `down` (apply), `up` (lift), `touch` (one of a train), `ready` (the interval is over).
    number : int
        Its place among those of its stimulus, from 1.
    """

    kind: str
    number: int
    due_ns: int


def cues(view: Json | None) -> tuple[Cue, ...]:
    """The moments of the stimulus that a view shows."""
    if view is None or view["status"] != "running" or view["ramp"] is not None:
        return ()
    train, pace = view["train"], view["pace"]
    if train is not None and view["phase"] in ("beating", "train"):
        beat_ns = round(train["beat_s"] * 1e9)
        return tuple(
            Cue(kind="touch", number=i + 1, due_ns=train["first_beat_ns"] + i * beat_ns)
            for i in range(train["beats"])
        )
    if pace is None or not (pace["rest_s"] or pace["hold_s"]):
        return ()
    apply_ns = pace["since_ns"] + round(pace["rest_s"] * 1e9)
    if not pace["hold_s"]:
        return (Cue(kind="ready", number=1, due_ns=apply_ns),)
    lift_ns = apply_ns + round(pace["hold_s"] * 1e9)
    return Cue(kind="down", number=1, due_ns=apply_ns), Cue(kind="up", number=2, due_ns=lift_ns)


class Cadence(QObject):
    """Strikes the cues of the view that it follows.

    Parameters
    ----------
    now_ns : callable
        Session time now.
    report : callable
        Takes the arguments of the command `beat`, by which each actual moment is recorded.
    speaker : Speaker or None
        None: nothing is ever heard.

    Signals
    -------
    struck : Cue
        It is the moment of a cue.
    mute : str
        Why nothing can be heard, once, where something should be.
    """

    struck = Signal(object)
    mute = Signal(str)

    def __init__(
        self, now_ns: Callable[[], int], report: Callable[..., None], speaker: Speaker | None = None
    ) -> None:
        super().__init__()
        self.silent = bool(window_settings().value("silent", False, type=bool))
        self._now_ns = now_ns
        self._report = report
        self._speaker = speaker
        self._told_mute = ""
        self._cues: tuple[Cue, ...] = ()
        self._waiting: list[Cue] = []
        self._voices: dict[Cue, Voice] = {}
        self._ramp: tuple[int, Voice] | None = None
        self._alarm: Voice | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._strike)

    def set_silent(self, silent: bool) -> None:
        """Pace by sight alone, for a ward at night, or by sound as well; kept for the next start.

        Switched on, a tone tells how loud it is.
        """
        self.silent = silent
        window_settings().setValue("silent", silent)
        if silent:
            self._hush()
        else:
            self._play(_cue_samples("ready"), self._now_ns())

    def try_sound(self) -> str:
        """Sound a tone now, also where the pace is silent; why nothing can be heard, or nothing."""
        if self._speaker is None:
            return "no loudspeaker is in use"
        if self._speaker.ready:
            self._speaker.play(_cue_samples("ready"), time.perf_counter_ns())
        return self._speaker.problem()

    def follow(self, view: Json | None) -> None:
        """Take the pace of a view; the same pace goes on undisturbed."""
        wanted = cues(view)
        if wanted != self._cues:
            self._hush()
            self._cues = wanted
            self._waiting = [cue for cue in wanted if cue.due_ns > self._now_ns() - STALE_NS]
            self._voices = {cue: voice for cue in self._waiting if (voice := self._order(cue)) is not None}
            self._aim()
        self._follow_ramp(view["ramp"] if view is not None else None)
        self._look_after_speaker()

    def ring(self) -> None:
        """Sound the alarm now, over everything else, until `ring_no_more`.

        The switch for the pace does not silence it: it takes the hand off the skin. A site that wants a silent
        ward to stay silent says so in the set-up.
        """
        self._hush()
        if self._speaker is None or not self._speaker.ready or alarm_is_silent(window_settings()):
            return
        self._alarm = self._speaker.play(_alarm_samples(), time.perf_counter_ns())

    def ring_no_more(self) -> None:
        """End the alarm."""
        if self._alarm is not None:
            self._alarm.cut = True
            self._alarm = None

    def problem(self) -> str:
        """Why nothing can be heard; empty where something can, or nobody has asked for sound."""
        return self._speaker.problem() if self._speaker is not None else ""

    def end(self) -> None:
        """Stop and let go of the sound device."""
        self._timer.stop()
        self._hush()
        self.ring_no_more()
        if self._speaker is not None:
            self._speaker.close()

    def _order(self, cue: Cue) -> Voice | None:
        return self._play(_cue_samples(cue.kind), cue.due_ns)

    def _play(self, samples: Samples, session_ns: int) -> Voice | None:
        if self.silent or self._speaker is None or not self._speaker.ready:
            return None
        return self._speaker.play(samples, time.perf_counter_ns() + session_ns - self._now_ns())

    def _hush(self) -> None:
        for voice in (*self._voices.values(), *((self._ramp[1],) if self._ramp else ())):
            voice.cut = True
        self._voices, self._ramp = {}, None

    def _aim(self) -> None:
        self._timer.stop()
        if self._waiting:
            self._timer.start(max(0, ceil((self._waiting[0].due_ns - self._now_ns()) / 1e6)))

    def _strike(self) -> None:
        while self._waiting and self._waiting[0].due_ns <= self._now_ns():
            cue = self._waiting.pop(0)
            self.struck.emit(cue)
            self._tell(cue, "screen", self._now_ns())
            voice = self._voices.get(cue)
            if voice is not None and voice.heard_ns is not None:
                self._tell(cue, "sound", self._now_ns() + voice.heard_ns - time.perf_counter_ns())
        self._aim()

    def _tell(self, cue: Cue, by: str, actual_ns: int) -> None:
        self._report(kind=cue.kind, number=cue.number, intended_ns=cue.due_ns, actual_ns=max(0, actual_ns), by=by)

    def _follow_ramp(self, ramp: Json | None) -> None:
        if ramp is not None and self._speaker is not None:
            _alarm_samples()  # made before it is needed
        if ramp is None or self.silent or self._speaker is None or not self._speaker.ready:
            return
        samples = _ramp_samples(ramp["contact"], ramp["limit"], ramp["rate_per_s"])
        contact_ns = ramp["contact_ns"] if ramp["phase"] == "ramping" else None
        if self._ramp is not None and self._ramp[0] != contact_ns:
            self._ramp[1].cut = True
            self._ramp = None
        if contact_ns is not None and self._ramp is None:
            voice = self._play(samples, contact_ns)
            self._ramp = (contact_ns, voice) if voice is not None else None

    def _look_after_speaker(self) -> None:
        problem = "" if self.silent else self.problem()
        if problem and problem != self._told_mute:
            self.mute.emit(problem)
        self._told_mute = problem


def mute_finding(why: str) -> Json:
    """What to tell where nothing can be heard."""
    return {
        "code": "sound.missing",
        "severity": "warning",
        "place": "sound",
        "happened": f"The pace cannot be heard: {why}.",
        "safe": "The pace is shown on the screen, and recorded as shown.",
        "remedy": "Go on by sight, or connect a loudspeaker and start the program anew; M switches the sound off.",
    }


def alarm_is_silent(settings: QSettings) -> bool:
    """Whether the site wants the alarm of a ramp to be shown only."""
    return bool(settings.value(_ALARM_SILENT, False, type=bool))


def set_alarm_silent(settings: QSettings, silent: bool) -> None:
    """Let the alarm of a ramp be shown only, or be heard as well."""
    settings.setValue(_ALARM_SILENT, silent)


@cache
def _alarm_samples() -> Samples:
    from qst_station.gui.tone import alarm_samples

    return alarm_samples(ALARM_S)


@cache
def _cue_samples(kind: str) -> Samples:
    from qst_station.gui.tone import cue_samples

    return cue_samples(kind)


@cache
def _ramp_samples(contact: float, limit: float, rate_per_s: float) -> Samples:
    from qst_station.gui.tone import ramp_samples

    return ramp_samples(contact, limit, rate_per_s)
