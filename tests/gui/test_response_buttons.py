"""A button that is attached as a device answers what it has learned, once a press, and never instead of a ramp."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from qst_station.gui.json_lines import Json
from qst_station.gui.learned_keys import keep_buttons, learned_buttons
from qst_station.gui.pedals_screen import PedalsScreen
from qst_station.gui.response_buttons import ResponseButtons
from qst_station.gui.window_settings import window_settings
from tests.gui.hands import Keyboard
from tests.gui.local_engine import bedside, open_simulated, window_on


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


def button(t_ns: int | None, name: str = "pad", key: str = "1") -> Json:
    press = None if t_ns is None else {"button": key, "t_ns": t_ns}
    return {"name": name, "kind": "button", "last_press": press}


def status(*devices: Json, ramp: Json | None = None) -> Json:
    return {"devices": list(devices), "view": {"ramp": ramp}}


def test_a_press_is_told_once_and_by_the_moment_of_the_device(settings: QSettings) -> None:
    keep_buttons(settings, {"pad/1": "yes", "pad/2": "no"})
    buttons = ResponseButtons(settings)
    assert buttons.presses(status(button(5))) == []  # from before the window looked
    (press,) = buttons.presses(status(button(9)))
    assert (press.action, press.stamp_ns, press.source) == ("yes", 9, "button pad/1")
    assert buttons.presses(status(button(9))) == []
    (press,) = buttons.presses(status(button(12, key="2")))
    assert press.action == "no"


def test_the_first_press_of_a_fresh_button_counts(settings: QSettings) -> None:
    keep_buttons(settings, {"pad/1": "yes"})
    buttons = ResponseButtons(settings)
    assert buttons.presses(status(button(None))) == []
    assert len(buttons.presses(status(button(3)))) == 1


def test_what_has_learned_nothing_asks_for_nothing(settings: QSettings) -> None:
    buttons = ResponseButtons(settings)
    buttons.presses(status(button(1)))
    assert buttons.presses(status(button(2))) == []


@pytest.mark.parametrize(("phase", "taken"), [("armed", False), ("ramping", False), ("ready", True)])
def test_under_a_ramp_the_press_is_the_response_alone(settings: QSettings, phase: str, taken: bool) -> None:
    keep_buttons(settings, {"pad/1": "space", "pad/2": "stop"})
    buttons = ResponseButtons(settings)
    buttons.presses(status(button(1)))
    assert bool(buttons.presses(status(button(2), ramp={"phase": phase}))) is taken
    assert buttons.presses(status(button(3, key="2"), ramp={"phase": phase}))[0].action == "stop"


@pytest.mark.parametrize(("action", "taken"), [("yes", False), ("stop", True)])
def test_a_press_from_before_the_stimulus_does_not_answer_it(
    settings: QSettings, action: str, taken: bool
) -> None:
    keep_buttons(settings, {"pad/1": action})
    buttons = ResponseButtons(settings)
    clocks = {"now_ns": 5_000, "clock_ns": 9_000}  # the stimulus came at 4 000 of the session, 8 000 of the clock
    view = {"ramp": None, "pace": {"since_ns": 4_000}}
    buttons.presses({**status(button(1)), **clocks, "view": view})
    assert bool(buttons.presses({**status(button(7_999)), **clocks, "view": view})) is taken
    assert len(buttons.presses({**status(button(8_001)), **clocks, "view": view})) == 1


def test_a_button_is_learned_tried_and_forgotten(qtbot: Any, settings: QSettings) -> None:
    screen = PedalsScreen(settings, lambda _keys: None, lambda: None)
    qtbot.addWidget(screen)
    screen.show_devices([button(1)])
    screen.learn["yes"].click()
    screen.show_devices([button(2)])
    assert learned_buttons(settings) == {"pad/1": "yes"}
    assert "pad/1" in screen.said.text()
    screen.show_devices([button(3)])
    assert "felt" in screen.device.text()
    screen.forget["yes"].click()
    assert learned_buttons(settings) == {}


@pytest.fixture
def learned_button() -> None:
    keep_buttons(window_settings(), {"button/B": "yes"})


def test_a_participant_who_feels_answers_with_the_button(
    qapp: QApplication, tmp_path: Path, learned_button: None
) -> None:
    with bedside(tmp_path / "data") as (client, other_end):
        open_simulated(client)
        with window_on(client, qapp) as window:
            hands = Keyboard(window, client, other_end)
            hands.until(lambda: window.view is not None)
            step = next(entry["step"] for entry in hands.view["rail"] if entry["test"] == "MDT")
            start = {"step": step, "reason": "for the test"}
            window.orders.request("command", name="start", args=start, actor=window.orders.actor, source="test")
            hands.until(lambda: hands.view["phase"] == "ready")
            hands.begin()
            hands.until(lambda: hands.view["phase"] == "asking")
            other_end.push_button()
            hands.until(lambda: any(name == "answer" for _, _, name, _ in client.acknowledged))
            QTest.qWait(50)
            answers = [args for _, _, name, args in client.acknowledged if name == "answer"]
            assert answers == [{"yes": True}]
            visit = client.engine.visit
            assert visit is not None and visit.state.trials[-1].source.startswith("button button/")
