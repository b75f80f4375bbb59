"""A trainee at the keyboard: real window, real engine, simulated world; and each screen by itself."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qst_station.gui.feedback_screen import FeedbackLine, FeedbackScreen
from qst_station.gui.json_lines import Json
from qst_station.gui.line_process import LineProcess
from qst_station.gui.range_plot import RangePlot, title_words, value_words
from qst_station.gui.training_panel import TrainingPanel, spoken_words
from qst_station.gui.training_screen import TESTS, TrainingScreen
from qst_station.gui.walk import Key, Walk
from qst_station.station.opening import battery_documents
from tests.gui.visit_frame import Frame

FLAWLESS: Json = {"parameter": "MPT", "unit": "mN", "true": 20.0, "median": 19.0, "low": 12.0, "high": 30.0}
COMPARED: list[Json] = [
    {"site_role": "control", "measured": 22.0, "reason": "", "flawless": FLAWLESS, "good": True},
    {"site_role": "affected", "measured": 44.0, "reason": "", "flawless": FLAWLESS, "good": False},
    {"site_role": "affected", "measured": None, "reason": "stopped", "flawless": FLAWLESS, "good": False},
]


def hold(walk: Walk, ms: int) -> None:
    """Hold the hand's key."""
    QTest.keyPress(walk.window, Key.Key_H)
    QTest.qWait(ms)
    QTest.keyRelease(walk.window, Key.Key_H)


def choose_by_keys(walk: Walk) -> TrainingScreen:
    """From the start screen to the page of the training, with only VDT chosen."""
    window = walk.window
    walk.until(lambda: window.start.proceed.isEnabled() and window.status is not None)
    window.start.initials.setText("AB")
    window.training.open()
    walk.until(walk.shows("training"))
    screen = window.made_screen("training")
    assert isinstance(screen, TrainingScreen)
    for test in TESTS:
        if test != "VDT":
            screen.tests[test].setFocus()
            walk.key(Key.Key_Space)
    screen.seed.setFocus()
    walk.type("7")
    screen.proceed.setFocus()
    return screen


def test_a_training_that_is_left_while_it_gets_ready_leaves_nothing(
    open_window: Callable[..., Walk], monkeypatch: pytest.MonkeyPatch
) -> None:
    worlds: list[LineProcess] = []

    def never_ready(_arguments: list[str], parent: QObject) -> LineProcess:
        worlds.append(LineProcess(["-c", "import sys; sys.stdin.read()"], parent))
        return worlds[-1]

    monkeypatch.setattr("qst_station.gui.training_panel.LineProcess", never_ready)
    walk = open_window()
    window = walk.window
    choose_by_keys(walk)
    asked: list[str] = []
    request = window.orders.request
    window.orders.request = lambda ask, *rest, **args: (asked.append(ask), request(ask, *rest, **args))[1]
    for _ in range(2):
        walk.key(Key.Key_Return)
        walk.until(lambda: window.training.panel is not None)
        walk.key(Key.Key_Escape)
        walk.until(walk.shows("start"))
        assert window.training.panel is None
        window.training.open()
        walk.until(walk.shows("training"))
    QTest.qWait(300)
    assert len(worlds) == 2 and not any(shiboken6.isValid(world) and world.running for world in worlds)
    assert "attach" not in asked and "open_visit" not in asked and "detach" not in asked
    assert window.status is not None and window.status["devices"] == [] and window.view is None


def test_a_training_from_the_choice_to_the_feedback_by_keys(
    open_window: Callable[..., Walk], tmp_path: Path
) -> None:
    walk = open_window()
    window = walk.window
    choose_by_keys(walk)
    walk.key(Key.Key_Return)
    walk.until(walk.shows("between"))
    panel = window.training.panel
    assert isinstance(panel, TrainingPanel)
    assert window.view is not None and window.view["kind"] == "practice"
    assert "mdt_mn" not in str(window.view)  # nothing in a view tells the truth
    walk.key(Key.Key_A)
    answered = 0
    while walk.view["next_step"] is not None:
        if walk.shows("between")():
            walk.key(Key.Key_Return)
            walk.until(lambda: not walk.shows("between")())
        if not walk.view["allowed"]["begin"]:
            walk.key(Key.Key_Space)
            walk.until(walk.phase("asking"))
        hold(walk, 60)
        walk.until(lambda: bool(panel.says))
        said = float(panel.says) - (0.5 if answered == 1 else 0.0)  # one entry is wrong
        answered += 1
        saved = (window.status or {})["saved"]["seq"]
        walk.type(f"{said:g}")
        walk.key(Key.Key_Return)
        walk.until(lambda saved=saved: (window.status or {})["saved"]["seq"] > saved and not panel.says)
    walk.key(Key.Key_Return)
    walk.until(walk.shows("review"))
    walk.key(Key.Key_Return)
    walk.until(window.question.question)
    walk.type("AB")
    walk.key(Key.Key_Return)
    walk.until(lambda: ((window.status or {}).get("sealing") or {}).get("state") == "done", patience_s=60.0)
    walk.key(Key.Key_Return)
    walk.until(walk.shows("feedback"))
    screen = window.made_screen("feedback")
    assert isinstance(screen, FeedbackScreen)
    walk.until(lambda: any("Trial 2, VDT, control area: said" in text for text in screen.texts()))
    assert "1 of 6 entries" in "\n".join(screen.texts())
    walk.key(Key.Key_Return)
    walk.until(walk.shows("start"))
    walk.until(lambda: window.training.panel is None and not (window.status or {})["devices"])
    assert not (window.status or {})["findings"]
    (file,) = (tmp_path / "data").glob("*.h5")
    assert file.name.startswith("PRACTICE_TRAIN-007_training_")


def view_of(phase: str, **more: Any) -> Json:
    """As much of a view as the strip of a training looks at."""
    stimulus = {"id": "pinprick-64"}
    return {
        "screen": "step",
        "status": "running",
        "step": 0,
        "phase": phase,
        "stimulus": stimulus,
        "limb": None,
        "form": None,
        "ramp": None,
        "pace": None,
        "progress": {"text": "1"},
        "allowed": {"answer": "", "rate": "x"},
        "test": {"test": "MPT"},
        "where": {"role": "control"},
        **more,
    }


class Strip:
    """A strip without a world: what it asks and records is kept."""

    def __init__(self, qtbot: Any) -> None:
        self.recorded: list[tuple[str, dict[str, object]]] = []
        self.asked: list[Json] = []
        self.now_ns = 0
        self.panel = TrainingPanel(
            {},
            ready=lambda _: None,
            now_ns=lambda: self.now_ns,
            record=lambda name, /, **args: self.recorded.append((name, args)),
            say=lambda _: None,
        )
        self.panel._world.write = self.asked.append  # type: ignore[method-assign]
        qtbot.addWidget(self.panel)
        self.panel._heard({"devices": [], "request": {}})


def test_a_touch_is_recorded_from_down_to_up_and_answered_after_a_while(qtbot: Any) -> None:
    strip = Strip(qtbot)
    panel, view = strip.panel, view_of("asking")
    panel.show_view(view)
    assert panel.hold(view) == "" and panel.hold(view) == ""  # held once
    assert strip.asked == [{"touch": {"test": "MPT", "site_role": "control", "id": "pinprick-64"}}]
    strip.now_ns = 2_000_000_000
    panel.let_go()
    panel.let_go()
    assert strip.recorded == [("applied", {"down_ns": 0, "up_ns": 2_000_000_000})]
    panel._heard({"says": "sharp", "meant": 1.0, "after_s": 0.01})
    qtbot.waitUntil(lambda: panel.says == "sharp")
    assert strip.recorded[1] == (
        "heard",
        {"test": "MPT", "stimulus": "pinprick-64", "said": "sharp", "meant": 1.0},
    )
    assert "Sharp" in panel.speech()


def test_what_was_said_goes_to_the_engine_with_the_moment_at_which_it_was_said(qapp: QApplication) -> None:
    frame = Frame(1280, 800)
    commands: list[Json] = []
    frame.client.request = lambda _ask, _callback, **args: commands.append(args) or 1  # type: ignore[assignment]
    before_ns = time.perf_counter_ns()
    frame.window.training._record("heard", test="MPT", stimulus="pinprick-64", said="sharp", meant=1.0)
    after_ns = time.perf_counter_ns()
    frame.end()
    assert commands[0]["name"] == "heard" and before_ns <= commands[0]["stamp_ns"] <= after_ns


def test_what_is_said_too_late_is_not_heard(qtbot: Any) -> None:
    strip = Strip(qtbot)
    panel = strip.panel
    panel.show_view(view_of("asking"))
    panel.hold(view_of("asking"))
    panel.let_go()
    panel.show_view(view_of("asking", progress={"text": "2"}))  # the answer has been entered without it
    panel._heard({"says": "sharp", "meant": 1.0, "after_s": 0.0})
    qtbot.wait(30)
    assert panel.says == "" and len(strip.recorded) == 1


def test_the_hand_presses_only_an_armed_ramp_and_is_steered_by_arrows(qtbot: Any) -> None:
    strip = Strip(qtbot)
    panel = strip.panel
    ready, armed = view_of("ready", ramp={"phase": "ready"}), view_of("armed", ramp={"phase": "armed"})
    assert "Space" in panel.hold(ready)
    assert panel.hold(armed) == "" and panel.pressing
    panel.steer(1)
    panel.let_go()
    assert strip.asked == [{"hold": {"site_role": "control"}}, {"steer": 1}, {"let_go": True}]
    assert not strip.recorded and not panel.pressing


def test_the_pointer_holds_the_hand_as_well(qtbot: Any) -> None:
    strip = Strip(qtbot)
    panel = strip.panel
    panel.show_view(view_of("armed", ramp={"phase": "armed"}))
    qtbot.mousePress(panel, Qt.MouseButton.LeftButton)
    assert panel.pressing
    qtbot.mouseRelease(panel, Qt.MouseButton.LeftButton)
    assert not panel.pressing


def test_nothing_is_chosen_without_a_test_or_initials(qtbot: Any) -> None:
    begun: list[tuple[Json, str]] = []
    screen = TrainingScreen(lambda choice, who: begun.append((choice, who)), lambda: None)
    qtbot.addWidget(screen)
    screen.enter("")
    screen.proceed.click()
    assert "initials" in screen.missing.text() and not begun
    screen.initials.setText("AB")
    screen.all.click()
    screen.proceed.click()
    assert "at least one test" in screen.missing.text() and not begun
    screen.all.click()
    screen.seed.setText("12")
    screen.proceed.click()
    ((choice, who),) = begun
    assert who == "AB" and choice["seed"] == 12 and choice["tests"] == [] and choice["profile"] == "surprise"


def test_the_tests_that_are_offered_are_those_of_the_battery() -> None:
    assert battery_documents().battery.tests == TESTS


def test_the_range_plot_says_in_words_what_it_paints(qtbot: Any) -> None:
    plot = RangePlot()
    qtbot.addWidget(plot)
    plot.set_rows(COMPARED)
    assert [title_words(row)[0] for row in COMPARED] == ["✓", "▲", "·"]
    assert value_words(COMPARED[0]) == "yours 22 mN, true 20 mN"
    assert "not measured" in plot.accessibleName()
    broad = plot.sizeHint().height()
    plot.resize(180, 400)
    plot.show()
    assert plot.sizeHint().height() > broad  # narrow: two lines of text
    plot.grab()


def test_sentences_to_be_practised_are_marked_by_a_sign(qtbot: Any) -> None:
    line = FeedbackLine(
        {"mark": "▲", "text": "Touch with every beat of {test}.", "values": {"test": "WUR"}}, large=True
    )
    qtbot.addWidget(line)
    assert line.text() == "▲  Touch with every beat of WUR."
    line.grab()
    assert spoken_words("7.5") == "“7.5”"
