"""The key map, auto-repeat and bouncing."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from qst_station.gui.keys import ACTIONS, DEBOUNCE_NS, Keyboard
from qst_station.session.commands import ORDERS


def event(key: Qt.Key, text: str = "", *, repeat: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, repeat)


def test_no_key_asks_for_two_things() -> None:
    twice = [key for key, n in Counter(k for action in ACTIONS for k in action.keys).items() if n > 1]
    assert twice == []


def test_every_command_of_the_map_exists() -> None:
    assert {action.command for action in ACTIONS} - {""} <= set(ORDERS)


def test_a_held_key_answers_once() -> None:
    keyboard = Keyboard()
    assert keyboard.press(event(Qt.Key.Key_F, "f"), 0) is not None
    assert keyboard.press(event(Qt.Key.Key_F, "f", repeat=True), 10 * DEBOUNCE_NS) is None


def test_a_bouncing_key_answers_once() -> None:
    keyboard = Keyboard()
    taken = [keyboard.press(event(Qt.Key.Key_J, "j"), t) for t in (0, DEBOUNCE_NS // 2, 3 * DEBOUNCE_NS)]
    assert [press is not None for press in taken] == [True, False, True]


def test_typed_digits_are_not_debounced() -> None:
    keyboard = Keyboard()
    taken = [keyboard.press(event(Qt.Key.Key_4, "4"), t) for t in (0, 1000)]
    assert [press.text for press in taken if press] == ["4", "4"]


@pytest.mark.parametrize("key", [Qt.Key.Key_F, Qt.Key.Key_Left])
def test_letter_and_arrow_are_the_same_answer(key: Qt.Key) -> None:
    press = Keyboard().press(event(key), 5)
    assert press is not None
    assert (press.action, press.stamp_ns) == ("no", 5)
