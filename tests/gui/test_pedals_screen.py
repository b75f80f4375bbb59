"""A pedal that types a key: learned, tried, kept, refused where its key is needed, and equal to the key itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from qst_station.gui import pedals_screen
from qst_station.gui.form import ScrollPage
from qst_station.gui.keys import BY_NAME, Keyboard
from qst_station.gui.learned_keys import keep, learned_keys
from qst_station.gui.pedals_screen import PedalsScreen

Key = Qt.Key


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def told() -> list[dict[int, str]]:
    return []


@pytest.fixture
def screen(qtbot: QtBot, settings: QSettings, told: list[dict[int, str]]) -> PedalsScreen:
    made = PedalsScreen(settings, told.append, lambda: None)
    qtbot.addWidget(made)
    made.show()
    return made


def learn(screen: PedalsScreen, action: str, key: Qt.Key) -> None:
    QTest.mouseClick(screen.learn[action], Qt.MouseButton.LeftButton)
    QTest.keyClick(screen, key)


def event(key: Qt.Key, *, again: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", again)


def test_a_pedal_is_learned_by_pressing_it_and_kept(
    screen: PedalsScreen, settings: QSettings, told: list[dict[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pedals_screen, "DEBOUNCE_NS", 600 * 10**9)
    learn(screen, "space", Key.Key_F13)
    assert told == [{Key.Key_F13.value: "space"}]
    assert learned_keys(settings) == {Key.Key_F13.value: "space"}
    QTest.keyClick(screen, Key.Key_F13)  # it bounces
    assert "press 1" not in screen.said.text()
    monkeypatch.setattr(pedals_screen, "DEBOUNCE_NS", 0)
    QTest.keyClick(screen, Key.Key_F13)
    assert "press 1" in screen.said.text()
    learn(screen, "space", Key.Key_PageDown)
    assert learned_keys(settings) == {Key.Key_PageDown.value: "space"}
    QTest.mouseClick(screen.forget["space"], Qt.MouseButton.LeftButton)
    assert learned_keys(settings) == {} and told[-1] == {}


@pytest.mark.parametrize(
    ("key", "said"),
    [(Key.Key_5, "ratings and readings need"), (Key.Key_Return, "Enter"), (Key.Key_F, "already means")],
)
def test_a_key_that_is_needed_is_not_learned(screen: PedalsScreen, key: Qt.Key, said: str) -> None:
    learn(screen, "yes", key)
    assert said in screen.said.text() and screen.learned == {}


@pytest.mark.parametrize("key", [Key.Key_PageUp, Key.Key_PageDown, Key.Key_F5, Key.Key_B])
def test_the_buttons_of_a_presenter_remote_are_learned(screen: PedalsScreen, key: Qt.Key) -> None:
    learn(screen, "yes", key)
    assert screen.learned == {key.value: "yes"}


@pytest.mark.parametrize(("key", "said"), [(Key.Key_Period, "types ."), (Key.Key_F2, "already means")])
def test_what_a_remote_must_not_type_is_refused_with_a_way_out(
    screen: PedalsScreen, key: Qt.Key, said: str
) -> None:
    learn(screen, "yes", key)
    assert screen.learned == {} and said in screen.said.text() and "remote" in screen.said.text()


@pytest.mark.parametrize("key", [Key.Key_Shift, Key.Key_Control, Key.Key_AltGr, Key.Key_Dead_Acute])
def test_a_key_that_goes_with_others_is_not_learned_but_the_one_that_follows_is(
    screen: PedalsScreen, settings: QSettings, key: Qt.Key
) -> None:
    QTest.mouseClick(screen.learn["yes"], Qt.MouseButton.LeftButton)
    screen.keyPressEvent(event(key))  # QTest knows no AltGr
    assert screen.learned == {} and "goes with other keys" in screen.said.text()
    QTest.keyClick(screen, Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)  # as remotes type it
    assert learned_keys(settings) == {Key.Key_F5.value: "yes"}
    keep(settings, {key.value: "yes", Key.Key_F13.value: "no"})  # as an earlier version learned it
    assert learned_keys(settings) == {Key.Key_F13.value: "no"}


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.MetaModifier])
def test_a_combination_is_not_learned(screen: PedalsScreen, held: Qt.KeyboardModifier) -> None:
    QTest.mouseClick(screen.learn["yes"], Qt.MouseButton.LeftButton)
    QTest.keyClick(screen, Key.Key_X, held)
    assert screen.learned == {} and "combination" in screen.said.text()


def test_what_was_learned_on_another_page_is_kept(screen: PedalsScreen, settings: QSettings, qtbot: QtBot) -> None:
    other = PedalsScreen(settings, lambda _keys: None, lambda: None)
    qtbot.addWidget(other)
    learn(screen, "yes", Key.Key_F13)
    other.show()
    learn(other, "no", Key.Key_F14)
    assert learned_keys(settings) == {Key.Key_F13.value: "yes", Key.Key_F14.value: "no"}


def test_what_a_key_no_longer_means_is_said(screen: PedalsScreen) -> None:
    learn(screen, "yes", Key.Key_F13)
    screen._last = (0, 0)  # it does not bounce
    learn(screen, "no", Key.Key_F13)
    assert screen.learned == {Key.Key_F13.value: "no"}
    assert "not felt, blunt" in screen.said.text() and "no longer “felt, sharp”" in screen.said.text()


def test_a_response_button_shows_its_presses(screen: PedalsScreen) -> None:
    assert "No response button" in screen.device.text()
    button = {"name": "pushbutton", "kind": "button", "last_press": {"button": "1", "t_ns": 4}}
    screen.show_devices([button])
    assert "Response button pushbutton" in screen.device.text()
    screen.show_devices([button])
    assert "works" not in screen.device.text()
    screen.show_devices([{**button, "last_press": {"button": "1", "t_ns": 5}}])
    assert "pushbutton/1 works: pressed" in screen.device.text()


def test_escape_leaves_it_as_it_is(screen: PedalsScreen) -> None:
    learn(screen, "yes", Key.Key_Escape)
    assert screen.learned == {} and "Nothing" in screen.said.text()


def test_a_learned_key_is_the_equal_of_the_key_itself() -> None:
    keyboard = Keyboard({Key.Key_F13.value: "space"})
    pedal = keyboard.press(event(Key.Key_F13), 1_000_000_000)
    key = keyboard.press(event(Key.Key_Space), 1_000_000_000)
    assert pedal is not None and key is not None
    assert (pedal.action, pedal.stamp_ns) == (key.action, key.stamp_ns) == ("space", 1_000_000_000)
    assert (pedal.source, key.source) == ("pedal F13", "key Space")
    assert keyboard.press(event(Key.Key_F13, again=True), 2_000_000_000) is None
    assert keyboard.press(event(Key.Key_F13), 1_010_000_000) is None  # it bounces


def test_settings_that_cannot_be_read_are_no_pedals(settings: QSettings) -> None:
    for stored in ("", "[]", "{", '{"1": "dance"}', '{"x": "yes"}'):
        settings.setValue("learned_keys", stored)
        assert learned_keys(settings) == {}
    assert set(BY_NAME) >= {"space", "yes", "no", "undo", "pause", "stop"}


def test_the_heading_stays_and_no_key_scrolls(screen: PedalsScreen) -> None:
    screen.resize(700, 320)
    learn(screen, "space", Key.Key_PageDown)
    screen._last = (0, 0)  # it does not bounce
    screen.learn["space"].setFocus()
    QTest.keyClick(screen.learn["space"], Key.Key_PageDown)
    assert "press 1" in screen.said.text()
    rows = screen.findChild(ScrollPage)
    assert rows is not None
    rows.verticalScrollBar().setValue(rows.verticalScrollBar().maximum())
    assert not screen.learn["stop"].visibleRegion().isEmpty()
    assert screen.learn["space"].visibleRegion().isEmpty()
    assert screen.said.visibleRegion().boundingRect().height() == screen.said.height()
