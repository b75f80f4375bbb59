"""The pace of a test: what is due when, that it is struck, heard and recorded, and ends with its stimulus."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qst_station.gui.cadence import Cadence, Cue, cues
from qst_station.gui.speaker import PERIOD_MS, Mixer, Speaker
from qst_station.gui.tone import RATE_HZ
from qst_station.gui.walk import Key
from qst_station.recording.journal_copy import read_journal
from qst_station.session.events import Command, decode

SECOND = 1_000_000_000


def in_phase(visit: Any, test: str, *commands: tuple[str, dict[str, Any]]) -> Any:
    visit.start(test)
    for name, args in commands:
        visit.do(name, **args)
    return copy.deepcopy(visit.status()["view"])


def test_a_train_has_ten_touches_a_second_apart(visit: Any) -> None:
    view = in_phase(visit, "WUR", ("begin", {}), ("rate", {"value": 10.0}), ("begin", {}))
    assert view["phase"] == "beating"
    found = cues(view)
    first_ns = view["train"]["first_beat_ns"]
    assert [cue.number for cue in found] == list(range(1, 11))
    assert [cue.due_ns - first_ns for cue in found] == [i * SECOND for i in range(10)]
    view["phase"] = "train"
    assert cues(view) == found


def test_a_pinprick_has_two_seconds_on_and_two_off(visit: Any) -> None:
    view = in_phase(visit, "MPT", ("begin", {}))
    since_ns = view["pace"]["since_ns"]
    assert cues(view) == (
        Cue(kind="down", number=1, due_ns=since_ns + 2 * SECOND),
        Cue(kind="up", number=2, due_ns=since_ns + 4 * SECOND),
    )


def test_one_tone_ten_seconds_from_stimulus_to_stimulus(visit: Any) -> None:
    view = in_phase(visit, "MPS", ("begin", {}))
    assert cues(view) == ()  # nothing comes before the first
    applied_ns = view["pace"]["since_ns"]
    visit.do("rate", value=10.0)
    view = visit.status()["view"]
    assert view["pace"]["since_ns"] > applied_ns
    assert cues(view) == (Cue(kind="ready", number=1, due_ns=applied_ns + 10 * SECOND),)


def test_nothing_is_due_in_a_pause_or_before_a_test(visit: Any) -> None:
    assert cues(None) == ()
    assert cues(in_phase(visit, "MPT", ("begin", {}), ("pause", {"reason": ""}))) == ()


def train_view(first_ns: int, *, beats: int = 3, beat_s: float = 0.05) -> Any:
    train = {"beats": beats, "beat_s": beat_s, "first_beat_ns": first_ns}
    return {"status": "running", "phase": "beating", "ramp": None, "pace": None, "train": train}


def ramp_view(phase: str, contact_ns: int) -> Any:
    ramp = {
        "phase": phase,
        "contact_ns": contact_ns,
        "contact": 10.0,
        "limit": 300.0,
        "rate_per_s": 50.0,
    }
    return {"status": "running", "phase": phase, "ramp": ramp, "pace": None, "train": None}


class SessionTime:
    """Session time that stands still until the test moves it: no pause of the computer passes a beat over."""

    def __init__(self) -> None:
        self.now_ns = 100 * SECOND

    def __call__(self) -> int:
        return self.now_ns


class DrivenSpeaker(Speaker):
    """A sound device that asks for sound when the test says so."""

    def __init__(self) -> None:
        self.mixer = Mixer()
        self._asked_ns = time.perf_counter_ns()

    @property
    def ready(self) -> bool:
        return True

    def problem(self) -> str:
        return ""

    def close(self) -> None:
        """Nothing was opened."""

    def play_until(self, done: Callable[[], bool]) -> None:
        while not done():
            self.mixer.mixed(RATE_HZ * PERIOD_MS // 1000, self._asked_ns)
            self._asked_ns += PERIOD_MS * 1_000_000


@pytest.fixture
def now() -> SessionTime:
    return SessionTime()


@pytest.fixture
def make(qapp: Any, now: SessionTime) -> Iterator[Callable[..., tuple[Cadence, list[dict[str, Any]]]]]:
    made: list[Cadence] = []

    def cadence(speaker: Speaker | None = None) -> tuple[Cadence, list[dict[str, Any]]]:
        told: list[dict[str, Any]] = []
        made.append(Cadence(now, lambda **beat: told.append(beat), speaker))
        made[-1].silent = False
        return made[-1], told

    yield cadence
    for each in made:
        each.end()


def test_each_beat_is_struck_and_told_with_both_moments(qtbot: Any, make: Any, now: SessionTime) -> None:
    cadence, told = make()
    struck: list[Cue] = []
    cadence.struck.connect(struck.append)
    first_ns = now() + SECOND // 20
    cadence.follow(train_view(first_ns))
    for beat in range(3):
        assert len(told) == beat, "not before its moment"
        now.now_ns = first_ns + beat * SECOND // 20
        qtbot.waitUntil(lambda: len(told) > beat)  # noqa: B023
    assert [cue.number for cue in struck] == [1, 2, 3]
    assert [beat["intended_ns"] for beat in told] == [first_ns + i * SECOND // 20 for i in range(3)]
    assert all(beat["actual_ns"] == beat["intended_ns"] and beat["by"] == "screen" for beat in told)


def test_with_sound_each_beat_is_told_as_seen_and_as_heard(qtbot: Any, make: Any, now: SessionTime) -> None:
    speaker = DrivenSpeaker()
    cadence, told = make(speaker)
    cadence.follow(train_view(now() + SECOND // 5))
    speaker.play_until(lambda: all(voice.heard_ns is not None for voice in cadence._voices.values()))
    now.now_ns += SECOND
    qtbot.waitUntil(lambda: len(told) == 6)
    assert [beat["by"] for beat in told] == ["screen", "sound"] * 3


def test_the_silent_switch_is_kept_and_silences(qtbot: Any, make: Any, now: SessionTime) -> None:
    cadence, told = make(DrivenSpeaker())
    cadence.set_silent(True)
    kept = Cadence(now, lambda **beat: None).silent
    cadence.follow(train_view(now() + SECOND // 20))
    now.now_ns += SECOND
    qtbot.waitUntil(lambda: len(told) == 3)
    cadence.set_silent(False)
    assert kept
    assert {beat["by"] for beat in told} == {"screen"}
    assert not Cadence(now, lambda **beat: None).silent


def test_what_is_stopped_is_not_struck(qtbot: Any, make: Any, now: SessionTime) -> None:
    cadence, told = make()
    cadence.follow(train_view(now() + SECOND // 20, beat_s=2.0))
    now.now_ns += SECOND // 20
    qtbot.waitUntil(lambda: len(told) == 1)
    cadence.follow(None)
    other = train_view(now() + SECOND // 20, beats=1)
    cadence.follow(other)
    now.now_ns += 10 * SECOND
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1]["intended_ns"] == other["train"]["first_beat_ns"]


def test_what_is_long_over_is_not_made_up_for(qtbot: Any, make: Any, now: SessionTime) -> None:
    cadence, told = make()
    cadence.follow(train_view(now() - 10 * SECOND, beats=11, beat_s=1.0))
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0]["number"] == 11


def test_the_tone_of_a_ramp_begins_at_contact_and_ends_with_it(make: Any, now: SessionTime) -> None:
    speaker = DrivenSpeaker()
    cadence, _ = make(speaker)
    ordered: list[Any] = []
    play = speaker.play
    speaker.play = lambda samples, due_ns: ordered.append(play(samples, due_ns)) or ordered[-1]
    cadence.follow(ramp_view("armed", 0))
    assert ordered == []
    before_ns = time.perf_counter_ns()
    for _ in range(3):
        cadence.follow(ramp_view("ramping", now()))
    assert len(ordered) == 1
    assert before_ns <= ordered[0].due_ns <= time.perf_counter_ns()
    assert not ordered[0].cut
    cadence.follow(ramp_view("marked", now()))
    assert ordered[0].cut


class BrokenSpeaker(Speaker):
    """A computer without a sound device."""

    def _open(self) -> None:
        self._failure = "there is no sound device"


def test_no_sound_device_is_told_once_and_the_pace_goes_on(qtbot: Any, make: Any, now: SessionTime) -> None:
    cadence, told = make(BrokenSpeaker())
    why: list[str] = []
    cadence.mute.connect(why.append)
    view = train_view(now() + SECOND // 20)
    qtbot.waitUntil(lambda: cadence.follow(view) or why != [])
    cadence.follow(view)
    now.now_ns += SECOND
    qtbot.waitUntil(lambda: len(told) == 3)
    assert why == ["there is no sound device"]


@pytest.mark.timeout(120)
def test_beats_stand_in_the_journal_of_a_visit(open_window: Any) -> None:
    walk = open_window(demo_seed=5)
    window = walk.window
    walk.until(lambda: window.status and len(window.status["devices"]) == 2)
    walk.until(lambda: all(d["state"] == "connected" for d in window.status["devices"]))
    walk.key(Key.Key_Return)
    walk.until(walk.shows("devices"))
    walk.key(Key.Key_Return)
    walk.close_check_list()
    walk.start_next("MPT")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("asking"))
    walk.until(lambda: _beats(window) == ["down", "up"], patience_s=15.0)


def _beats(window: Any) -> list[str]:
    """Beats of the journal on disk, as seen on the screen."""
    folder = Path(window.status["saved"]["journal"]).parent
    events = [decode(row.kind, row.body) for row in read_journal(folder).rows if row.kind == "command"]
    beats = [e for e in events if isinstance(e, Command) and e.name == "beat"]
    assert all(0 < b.args["intended_ns"] <= b.args["actual_ns"] <= b.t_ns for b in beats)  # one time for all three
    return [b.args["kind"] for b in beats]
