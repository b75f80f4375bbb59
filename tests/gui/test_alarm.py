"""The alarm of a ramp: heard whatever the pace does, seen over everything, and over when the force has left."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QWidget

from qst_station.gui import alarm as module
from qst_station.gui import theme
from qst_station.gui.alarm import Alarm
from qst_station.gui.cadence import Cadence, set_alarm_silent
from qst_station.gui.release_card import octagon
from qst_station.gui.speaker import Speaker, Voice
from qst_station.gui.tone import ALARM_TONES, CUE_TONES, RATE_HZ, alarm_samples
from qst_station.gui.window_settings import window_settings

SECOND = 1_000_000_000


class ListeningSpeaker(Speaker):
    """A sound device that keeps what it was asked to play, and when."""

    def __init__(self) -> None:
        self.heard: list[tuple[int, Voice]] = []

    @property
    def ready(self) -> bool:
        return True

    def problem(self) -> str:
        return ""

    def play(self, samples: Any, due_ns: int) -> Voice:
        self.heard.append((time.perf_counter_ns(), Voice(samples=samples, due_ns=due_ns)))
        return self.heard[-1][1]

    def close(self) -> None:
        """Nothing was opened."""


@pytest.fixture
def speaker() -> ListeningSpeaker:
    return ListeningSpeaker()


@pytest.fixture
def cadence(qapp: Any, speaker: ListeningSpeaker) -> Iterator[Cadence]:
    made = Cadence(time.perf_counter_ns, lambda **beat: None, speaker)
    made.silent = False
    yield made
    made.end()


@pytest.fixture
def host(qtbot: Any) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    return made


@pytest.fixture
def alarm(host: QWidget, cadence: Cadence) -> Iterator[Alarm]:
    made = Alarm(host, lambda: cadence)
    yield made
    made.end()


def view_with(since_ns: int | None, *, unit: str = "kPa", reason: str = "safety limit") -> dict[str, Any]:
    told = None if since_ns is None else {"since_ns": since_ns, "reason": reason}
    return {"alarm": told, "ramp": {"unit": unit, "contact": 10.0, "phase": "ready"}}


def trace(kpa: float | None, force_n: float | None = None) -> dict[str, Any]:
    return {"t_ns": [1, 2], "kpa": [50.0, kpa], "force_n": [5.0, force_n]}


def ringing(speaker: ListeningSpeaker) -> list[Voice]:
    """What of the alarm still sounds."""
    tone = alarm_samples(3.0)
    return [voice for _, voice in speaker.heard if len(voice.samples) == len(tone) and not voice.cut]


def test_the_sound_is_ordered_with_the_status_that_tells_it(alarm: Alarm, speaker: ListeningSpeaker) -> None:
    alarm.follow(view_with(None), None, SECOND)
    assert not alarm.on and speaker.heard == []
    alarm.follow(view_with(SECOND), trace(900.0), SECOND + 20_000_000)
    ((ordered_ns, voice),) = speaker.heard
    assert alarm.on and alarm.card.isVisible()
    assert voice.due_ns <= ordered_ns  # at once, not at a beat
    for _ in range(3):
        alarm.follow(view_with(SECOND), trace(800.0), SECOND + 40_000_000)
    assert len(speaker.heard) == 1


def test_it_ends_once_the_force_is_below_contact(
    alarm: Alarm, speaker: ListeningSpeaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    alarm.follow(view_with(SECOND), trace(900.0), SECOND)
    alarm.follow(view_with(SECOND), trace(2.0), SECOND)
    assert alarm.on, "a flash would be taken for nothing"
    alarm._least_over()
    assert not alarm.on and not alarm.card.isVisible() and ringing(speaker) == []


@pytest.mark.parametrize(("force_n", "over"), [(0.009, True), (0.02, False), (None, False)])
def test_a_force_is_compared_in_the_unit_of_the_ramp(
    alarm: Alarm, speaker: ListeningSpeaker, force_n: float | None, over: bool
) -> None:
    alarm.follow(view_with(SECOND, unit="mN"), trace(900.0, 0.9), SECOND)
    alarm._least_over()
    alarm.follow(view_with(SECOND, unit="mN"), trace(0.0, force_n), SECOND)
    assert alarm.on != over and bool(ringing(speaker)) != over


def test_where_nothing_measures_any_more_it_ends_after_three_seconds(
    host: QWidget, cadence: Cadence, qtbot: Any, speaker: ListeningSpeaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert module.MOST_MS == 3_000
    monkeypatch.setattr(module, "MOST_MS", 60)
    made = Alarm(host, lambda: cadence)
    made.follow(view_with(SECOND, reason="gauge lost"), None, SECOND)
    assert made.on
    qtbot.waitUntil(lambda: not made.on, timeout=2000)
    assert ringing(speaker) == []
    made.follow(view_with(SECOND, reason="gauge lost"), None, SECOND)
    assert not made.on, "the same alarm rings once"


def test_the_next_ramp_ends_it_and_an_old_alarm_does_not_begin(alarm: Alarm, speaker: ListeningSpeaker) -> None:
    alarm.follow(view_with(SECOND), trace(900.0), SECOND)
    alarm.follow(view_with(None), trace(900.0), 2 * SECOND)
    assert not alarm.on and ringing(speaker) == []
    alarm.follow(view_with(2 * SECOND), trace(900.0), 60 * SECOND)  # a visit that was resumed
    assert not alarm.on and len(speaker.heard) == 1


def test_the_switch_of_the_pace_does_not_silence_it_and_the_site_can(
    alarm: Alarm, cadence: Cadence, speaker: ListeningSpeaker
) -> None:
    cadence.silent = True
    alarm.follow(view_with(SECOND), trace(900.0), SECOND)
    assert len(ringing(speaker)) == 1
    alarm.follow(view_with(None), None, SECOND)
    set_alarm_silent(window_settings(), silent=True)
    alarm.follow(view_with(2 * SECOND), trace(900.0), 2 * SECOND)
    assert ringing(speaker) == [] and alarm.card.isVisible()


def test_without_a_loudspeaker_it_is_seen(host: QWidget) -> None:
    made = Alarm(host, lambda: None)
    made.follow(view_with(SECOND), None, SECOND)
    assert made.on and made.card.isVisible()
    made.end()


def test_it_covers_all_and_takes_neither_click_nor_focus(alarm: Alarm, host: QWidget, qtbot: Any) -> None:
    clicked: list[str] = []
    below = QPushButton("below", host)
    below.clicked.connect(lambda: clicked.append("below"))
    below.setGeometry(100, 100, 200, 80)
    below.show()
    below.setFocus()
    alarm.begin("safety limit")
    assert alarm.card.rect() == host.rect()
    assert alarm.card.accessibleName() == "Release: safety limit"
    host.resize(1920, 1000)
    assert alarm.card.size() == host.size()
    painted = alarm.card.grab().toImage()
    assert painted.pixelColor(4, 4) == theme.ALARM
    assert painted.pixelColor(painted.width() // 2, 120) == theme.PAPER
    assert host.focusWidget() is below
    QTest.mouseClick(host.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(150, 140))
    assert clicked == ["below"]


def test_it_stays_above_the_page_that_comes_after_the_last_ramp(qtbot: Any, cadence: Cadence) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    for words in ("ramp", "next"):
        stack.addWidget(QLabel(words))
    stack.resize(1280, 700)
    stack.show()
    made = Alarm(stack, lambda: cadence)
    made.begin("safety limit")
    stack.setCurrentIndex(1)
    shown = [child for child in stack.children() if isinstance(child, QWidget) and child.isVisible()]
    assert shown[-1] is made.card  # children are painted in this order
    assert stack.grab().toImage().pixelColor(4, 4) == theme.ALARM
    made.end()


def test_the_tone_is_loud_long_enough_and_like_no_cue() -> None:
    tone = alarm_samples(3.0)
    assert len(tone) == 3 * RATE_HZ
    assert abs(tone).max() > 0.9 * 32_767
    assert not {hz for _, hz in ALARM_TONES} & {hz for _, *ends in CUE_TONES.values() for hz in ends}
    silent = sum(int(not tone[i : i + RATE_HZ // 50].any()) for i in range(0, len(tone), RATE_HZ // 50))
    assert 10 < silent < 40, "bursts, with rests between them"


def test_the_shape_has_eight_corners() -> None:
    shape = octagon(QWidget().rect())
    assert shape.count() == 8
