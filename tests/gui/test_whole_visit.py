"""A person runs a simulated visit at the keyboard: real window, real engine, real bytes from the devices."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from qst_station.gui.devices_screen import DevicesScreen
from qst_station.gui.engine_lost_screen import EngineLostScreen
from qst_station.gui.walk import Key, Walk

_THREE_SAVED = r"Answers of this test saved: 3, the last at \d\d:\d\d\. It goes on at stimulus 4\."


def open_simulated_visit(walk: Walk) -> None:
    """From the start screen to the first step, by keys alone."""
    window = walk.window
    walk.until(lambda: bool(window.start.visit.currentData()))
    walk.until(lambda: bool(window.status and len(window.status["devices"]) == 2))
    walk.until(lambda: all(d["state"] == "connected" for d in (window.status or {})["devices"]))
    walk.key(Key.Key_Return)
    walk.until(walk.shows("devices"))
    devices = window.made_screen("devices")
    assert isinstance(devices, DevicesScreen) and "HAND · SIMULATED" in devices.visit.text()
    walk.key(Key.Key_Return)
    walk.close_check_list()


def test_a_visit_by_keyboard_ends_sealed(open_window: Callable[..., Walk], tmp_path: Path) -> None:
    """A test read off, a ramp on the wire, and the end; every step is done in `test_whole_battery`."""
    walk = open_window(demo_seed=7)
    open_simulated_visit(walk)

    walk.start_next("VDT")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("asking"))
    while walk.view["phase"] == "asking":
        walk.answer_as_simulated()

    walk.start_next("PPT")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("armed"))
    walk.key(Key.Key_H)
    walk.until(lambda: walk.view["progress"]["done"] == 1)
    walk.key(Key.Key_Escape)
    walk.until(walk.shows("between"))
    walk.type("1")  # why it was stopped
    walk.until(lambda: not walk.window.question.question())

    while walk.view["next_step"] is not None:
        walk.skip_next()
    walk.key(Key.Key_Return)
    walk.until(walk.shows("review"))
    walk.key(Key.Key_Return)
    walk.until(walk.window.question.question)
    walk.type("demo")
    walk.key(Key.Key_Return)
    walk.until(lambda: (walk.window.status or {}).get("sealing") is not None)
    walk.until(lambda: (walk.window.status or {})["sealing"]["state"] != "running", patience_s=60.0)
    sealing = (walk.window.status or {})["sealing"]
    assert sealing["state"] == "done", sealing
    path = Path(sealing["path"])
    assert path.exists()
    assert path.is_relative_to(tmp_path)
    review = walk.window.made_screen("review")
    assert review is not None
    assert f"saved: {path}, verified" in review.headline.text()  # type: ignore[attr-defined]
    walk.key(Key.Key_Return)
    walk.until(walk.shows("start"))
    assert walk.window.start.participant.text() == ""


def test_a_killed_engine_is_started_again_at_the_same_stimulus(open_window: Callable[..., Walk]) -> None:
    walk = open_window(demo_seed=3)
    open_simulated_visit(walk)
    walk.start_next("MDT")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("asking"))
    for _ in range(3):
        walk.answer_as_simulated()
    stimulus, progress = walk.view["stimulus"], walk.view["progress"]

    os.kill(walk.window.client.pid, signal.SIGKILL)
    walk.until(walk.shows("engine_lost"))
    lost = walk.window.made_screen("engine_lost")
    assert isinstance(lost, EngineLostScreen)
    assert re.fullmatch(_THREE_SAVED, lost.saved.text())
    walk.key(Key.Key_Return)
    walk.until(lambda: walk.window.view is not None)
    walk.until(lambda: walk.view["screen"] == "step")
    # Nobody may be at the bedside by now: it goes on when the examiner says so.
    assert walk.view["status"] == "paused" and walk.view["do"] == "Paused: the visit was interrupted"
    walk.until(walk.shows("between"))
    assert re.fullmatch(_THREE_SAVED, walk.window.visit_screen().small.text())  # type: ignore[union-attr]
    walk.key(Key.Key_P)
    walk.until(lambda: walk.view["status"] == "running")
    assert walk.view["stimulus"] == stimulus
    assert walk.view["progress"] == progress


def test_stop_ends_the_test_even_while_a_note_is_open(open_window: Callable[..., Walk]) -> None:
    walk = open_window(demo_seed=5)
    open_simulated_visit(walk)
    walk.start_next("MDT")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("asking"))
    walk.key(Key.Key_N)
    walk.until(walk.window.question.question)
    walk.type("fj")  # letters go into the note, not into answers
    assert walk.view["stimulus"]["label"] == "16"
    walk.key(Key.Key_Escape)
    walk.until(walk.shows("between"))
    assert next(step for step in walk.view["rail"] if step["test"] == "MDT")["status"] == "stopped"
    assert "STOPPED" in walk.window.question.question()


def test_a_window_with_a_running_test_does_not_close(open_window: Callable[..., Walk]) -> None:
    walk = open_window(demo_seed=5)
    open_simulated_visit(walk)
    walk.start_next("MDT")
    assert not walk.window.close()
    assert "Esc" in walk.window.said.text()
    walk.key(Key.Key_Escape)
    walk.until(walk.shows("between"))


def test_a_held_answer_key_answers_once(open_window: Callable[..., Walk], qapp: QApplication) -> None:
    walk = open_window(demo_seed=5)
    open_simulated_visit(walk)
    walk.start_next("MDT")
    walk.key(Key.Key_Space)
    walk.until(walk.phase("asking"))
    for _ in range(5):
        held = QKeyEvent(QKeyEvent.Type.KeyPress, Key.Key_J, Qt.KeyboardModifier.NoModifier, "j", True)
        qapp.sendEvent(walk.window, held)
    walk.key(Key.Key_J)
    walk.until(lambda: walk.view["stimulus"]["label"] != "16")
    assert walk.view["stimulus"]["label"] == "8"
