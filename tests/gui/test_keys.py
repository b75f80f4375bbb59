"""The key map, auto-repeat and bouncing."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from qst_station.gui.inline_question import InlineQuestion
from qst_station.gui.keys import ACTIONS, DEBOUNCE_NS, Keyboard
from qst_station.session.commands import ORDERS

Held = Qt.KeyboardModifier
COMBINED = (Held.ControlModifier, Held.AltModifier, Held.MetaModifier, Held.GroupSwitchModifier)
ALT_GR = (Held.ControlModifier | Held.AltModifier, Held.GroupSwitchModifier)  # as Windows and X11 tell it


def event(key: Qt.Key, text: str = "", *, repeat: bool = False, held: Held = Held.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text, repeat)


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


@pytest.mark.parametrize("held", COMBINED)
def test_a_combination_answers_nothing(held: Held) -> None:
    keyboard = Keyboard({Qt.Key.Key_F13.value: "yes"})
    for key in (Qt.Key.Key_J, Qt.Key.Key_Left, Qt.Key.Key_Space, Qt.Key.Key_F13):
        assert keyboard.press(event(key, held=held), 0) is None
        assert not keyboard.passes_question(event(key, held=held), empty=True)
    shifted = keyboard.press(event(Qt.Key.Key_J, "J", held=Held.ShiftModifier), 0)
    assert shifted is not None and shifted.action == "yes", "capitals lock"


@pytest.mark.parametrize("held", [Held.AltModifier, Held.GroupSwitchModifier])
def test_stop_does_not_wait_for_alt_to_be_let_go(held: Held) -> None:
    press = Keyboard().press(event(Qt.Key.Key_Escape, held=held), 0)
    assert press is not None and press.action == "stop"


@pytest.mark.parametrize("held", ALT_GR)
def test_what_alt_gr_writes_is_written(qapp: QApplication, held: Held) -> None:
    question = InlineQuestion(Keyboard({Qt.Key.Key_F13.value: "yes"}))
    question.ask("Deviation", (), lambda _text: None, closed=lambda: None)
    question.take_key(event(Qt.Key.Key_A, "a"))
    question.take_key(event(Qt.Key.Key_Q, "@", held=held))
    assert question.field.text() == "a@"
    question.deleteLater()


def test_a_digit_that_a_layout_types_by_alt_gr_is_typed() -> None:
    press = Keyboard().press(event(Qt.Key.Key_4, "4", held=Held.GroupSwitchModifier), 0)
    assert press is not None and press.text == "4"
    assert Keyboard().press(event(Qt.Key.Key_4, "4", held=Held.AltModifier), 0) is None


def test_a_pedal_that_edits_answers_nothing_while_words_are_written() -> None:
    keyboard = Keyboard({Qt.Key.Key_Home.value: "yes", Qt.Key.Key_PageDown.value: "no"})
    assert keyboard.passes_question(event(Qt.Key.Key_Home), empty=True)
    assert not keyboard.passes_question(event(Qt.Key.Key_Home), empty=False)
    assert keyboard.passes_question(event(Qt.Key.Key_PageDown), empty=False)
